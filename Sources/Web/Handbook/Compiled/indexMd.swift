// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let indexMd: StaticString = ##"""
# Handboken

Så arbetar du i kontoret, en uppgift i taget. Samma sidor finns i programmet under **Handbok** och bland filerna i `docs/handbok`.

**Komma igång**

- [Logga in, lösenord och tvåfaktor](logga-in.md)
- [Bjuda in användare och välja roller](anvandare.md)
- [Att göra: startsidan och årshjulet](att-gora.md)
- [Rundvandring: för den som är ny](rundvandring.md)
- [Öva i ett påhittat förbund](ovning.md)

**Bokföring**

- [Läsa in en SIE-fil](las-in-sie.md)
- [Bokföra en verifikation med tangentbordet](bokfora.md)
- [Rätta en verifikation](ratta.md)
- [Listor: verifikationer, huvudbok, saldobalans och insatser](listor.md)
- [Stänga månader och göra bokslut](rakenskapsar.md)

**Pengarna**

- [Medlemmar och bidrag: från nyckel till betald faktura](medlemmar-och-bidrag.md)
- [Rekvisitioner: från begäran till utbetalning](rekvisitioner.md)
- [Projektuppföljning: noten som lever](projektuppfoljning.md)
- [Insatser: från ansökan till slutrapport](insatser.md)
- [Leveranser: antal deltagare från utförarna](leveranser.md)
- [Prognosen: insatserna mot sina ramar och eget kapital mot taket](prognos.md)
- [Budgeten: från förslag till beslut](budget.md)
- [Målen och taket för eget kapital](mal.md)
- [Bank och skattekonto: läsa in utdrag, para ihop och stämma av](bank.md)
- [Moms: söka ersättning och lämna årsuppgift](moms.md)
- [Leverantörsfakturor: ta emot, attestera, bokföra och betala](leverantorsfakturor.md)
- [Arvoden till styrelsen](arvoden.md)
- [Granska en publicerad årsredovisning](granska.md)

**Uppföljning**

- [Enkäter: anonyma svar med QR-kod och på papper](enkater.md)
- [Aktiviteter för strukturerna](aktiviteter.md)
- [Progression, ärenden, remisser och frågor om våld](antal.md)
- [Räknelistan hos utföraren](raknelistan.md)

**Hissen och styrelsen**

- [Styrelsen: platser, möten och beslut](styrelsen.md)
- [Protokoll, justering och anslag](protokoll.md)
- [Hissen: hinder som får svar](hissen.md)
- [Grupper och deras möten](grupper.md)
- [FINSAM-planer för de lokala grupperna](finsamplaner.md)
- [Diariet: registrera handlingar och hitta dem igen](diarium.md)
- [Styrdokument: vad som gäller i dag](styrdokument.md)
- [Attestordning och delegationsordning](attest-och-delegation.md)
- [Intern kontroll](intern-kontroll.md)
- [Avvikelser: följa eller förklara](avvikelser.md)
- [Dokumenthantering och gallring](dokumenthantering.md)
- [Den öppna sidan: det alla får se](oppna-sidan.md)

**Årsredovisning**

- [Skriva årsredovisningen](arsredovisning.md)
- [Statistik: deltagare, enkäter och mål, år för år](statistik.md)
- [Följa en siffra ned till underlaget](siffror.md)

**Mer**

- [Hitta från var som helst](sok.md)
- [Se vem som gjort vad](historik.md)
"""##
}
