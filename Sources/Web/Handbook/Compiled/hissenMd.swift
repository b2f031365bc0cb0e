// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let hissenMd: StaticString = ##"""
# Hissen: hinder som får svar

Ett **hinder** är något i regler, system eller samarbete som insatserna inte kan lösa själva. Det åker uppåt i hissen tills någon svarar, och
svaret åker ner till dem som rapporterade. Inga personer nämns: personnummer tas inte emot, och det som kan vara ett namn frågas det om.

## Rapportera (alla, också på telefonen)

Välj **Hinder** och **Rapportera ett hinder**. En rad om vad det är, vad som stoppar, vems regler eller system, hur ofta, vad ni har provat och vad
som skulle lösa det. Bara rubriken, vad som stoppar och hur ofta behövs.

Innan hindret sparas visas liknande, också när orden är böjda på annat sätt. Är det ett av dem: **Samma hinder – räkna med mitt**. Då blir det
inget nytt, men antalet rapporter ökar, och du får samma svar.

## Rapportlänkar (kansliet)

Under **Rapportlänkar** gör du en länk med QR-kod för en insats eller ett konsultationsteam. Den visas en gång; skriv ut bladet. Den som
rapporterar loggar inte in och lämnar ingen adress, utan får en egen kvittosida att läsa svaret på. En länk som har kommit på avvägar stängs
på samma sida; kvittona gäller ändå.

## Svara, våning för våning

Våningarna är frontlinjen, lokal samverkansgrupp (LSG), beredningsgruppen, styrelsen och nationella nätverket. På varje våning finns en
**ägare** (en funktion eller en grupp) och en **sista svarsdag**; från början kansliet och två veckor. Våningen måste svara ett av tre:

- **Löst**, och hur.
- **Vidare** uppåt, och varför. Då säger du vem som svarar på nästa våning och till när. Ingen våning går att hoppa över.
- **Nej**, och varför.

Kansliet för in svaren för alla våningar, styrelsens ledamöter för styrelsen. Styrelsen svarar genom **beslut**: sammanträdesdag och paragraf
måste anges. Ett hinder som kommer tillbaka tas upp igen på samma våning.

Det som har passerat sin dag står i **Att göra** tills det är besvarat. Den som har rapporterat får svaret i sin Att göra i två veckor, och på
hindrets sida alltid.

## Föra samman och koppla

På hindrets sida visas liknande. **För samman** behåller det andra: det svarar för båda, och rapporterna räknas ihop. **Skilj ut det igen** gör det
ogjort; båda syns i historiken. Insatser, siffror ur årsredovisningen, beslut, diarienummer och dokument (PDF eller bild) kan kopplas till hindret.

## Hissen nu

Sidan **Hissen nu** är styrelsens: var hindren står, hur länge de har väntat (median och längst), vad som är försenat, och de senaste svaren med vem
som svarade.

## I årsredovisningen

Finns det hinder skrivs tabellen och diagrammet **Hinder i hissen** ut i kapitlet om strukturinriktade insatser, våning för våning: inkomna, lösta,
avslagna, skickade vidare och vad som väntar vid årets slut. I texterna finns siffrorna som `{{hinder.rapporterade}}`, `{{hinder.besvarade}}`,
`{{hinder.losta}}`, `{{hinder.avslagna}}` och `{{hinder.vantar}}`, och för en våning till exempel `{{hinder.styrelse.losta}}`.
"""##
}
