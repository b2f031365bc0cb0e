import HTTPTypes
import Ledger
import Store

/// A page of the office that can be sought: what it is called, what else people call it, who reaches it.
struct Place {
  let title: String
  /// Other words for it, and for what is done there.
  let synonyms: String
  let path: String
  let access: Access

  /// How well the words fit: the title counts before its synonyms.
  func score(_ match: WordMatch) -> Int? {
    match.score(title) ?? match.score("\(title) \(synonyms)").map { $0 - 50 }
  }

  /// Every such page, with the year that one works in where the page is of a year.
  static func all(year: Int) -> [Place] {
    func place<Value>(_ title: String, _ address: Address<Value>, _ value: Value, _ synonyms: String) -> Place? {
      // Who reaches it is said by its door, and a page without one does not exist.
      Door.pageAccess[address.pattern].map {
        Place(title: title, synonyms: synonyms, path: address.path(value), access: $0)
      }
    }
    let once = Nothing()
    return [
      place("Att göra", Addresses.start, once, "startsida hem början årshjul kalender deadline förfaller påminnelser"),
      place(
        "Ny verifikation", Addresses.newVoucher, once,
        "bokföra bokför registrera kontera skriv ny faktura kvitto underlag"
      ),
      place("Verifikationer \(year)", Addresses.vouchers, year, "verifikat lista grundbok bokförda journal"),
      place("Utkast", Addresses.drafts, once, "påbörjade osparade inte bokförda kladd"),
      place("Mallar", Addresses.templates, once, "återkommande månadsfaktura förlaga"),
      place("Huvudbok \(year)", Addresses.ledger, year, "konton kontoutdrag rader saldo transaktioner"),
      place("Saldobalans \(year)", Addresses.trialBalance, year, "balanslista råbalans saldon resultatrapport"),
      place("Insatser \(year)", Addresses.objects, year, "projekt verksamheter ramar bidrag utfall parter"),
      place(
        "Grupper", Addresses.groups, once,
        "LSG lokal samverkansgrupp beredningsgrupp konsultationsteam forum nätverk styrgrupp möten fyrpart närvaro"),
      place("Ny grupp", Addresses.newGroup, once, "lägg till LSG lokal samverkansgrupp konsultationsteam"),
      place("FINSAM-planer \(year)", Addresses.finsamPlans, year, "LSG lokala planer ram avsatt uppföljning"),
      place("Kontoplan \(year)", Addresses.chart, year, "konton kontolista BAS Kommun-Bas rader mappning"),
      place("Bank och skattekonto", Addresses.bank, once, "avstämning kontoutdrag camt CSV stämma av para ihop saldo"),
      place("Leverantörsfakturor", Addresses.supplierInvoices, once, "e-faktura Peppol attest attestera betala XML"),
      place(
        "Attestordning", Addresses.attestOrder, once,
        "attest attestera beslutsattest mottagningsattest belopp ersättare"),
      place("Delegationsordning", Addresses.delegationOrder, once, "delegation delegera delegat beslutanderätt punkt"),
      place(
        "Intern kontroll \(year)", Addresses.internalControl, year,
        "internkontroll internkontrollplan risk riskanalys kontroll"),
      place(
        "Avvikelser \(year)", Addresses.deviations, year, "avvikelse rekommendation RKR följ eller förklara avsteg"),
      place(
        "Dokumenthantering", Addresses.retention, once,
        "dokumenthanteringsplan gallring gallra arkiv arkivera förstöra bevara handlingar"),
      place("Moms", Addresses.vat, once, "kommunmoms ersättning ansökan mervärdesskatt söka"),
      place("Årsuppgift moms \(year)", Addresses.vatStatement, year, "kommunmoms momsuppgift Skatteverket"),
      place(
        "Arvoden", Addresses.fees, once, "styrelse arbetsgivaravgifter förlorad arbetsförtjänst reseersättning lön"),
      place(
        "Underlag för sammanställd redovisning \(year)", Addresses.consolidation, year,
        "konsolidering koncern medlem andel tillgångar skulder"),
      place("Styrelsen", Addresses.board, once, "ledamöter ersättare ordförande platser mandattid presidium"),
      place("Styrelsens möten", Addresses.boardMeetings, once, "sammanträde kallelse dagordning närvaro protokoll"),
      place("Styrelsens beslut", Addresses.boardDecisions, once, "paragraf § protokoll beslut"),
      place("Delegationsbeslut", Addresses.delegatedDecisions, once, "delegation anmälan delegationsordning"),
      place("Räkenskapsår", Addresses.years, once, "låsa låsning period månad öppna öppnar stänga stäng nytt år"),
      place(
        "Bokslut \(year)", Addresses.yearEnd, year,
        "gör göra årsbokslut årsavslut avsluta året stänga föra om resultatet eget kapital"),
      place("Inläsningar", Addresses.imports, once, "SIE import läsa läs in fil ladda upp ångra"),
      place("Läs in en fil", Addresses.uploads, once, "SIE import ladda upp"),
      place("Exportera SIE \(year)", Addresses.sieExport, year, "export fil revisor spara säkerhetskopia"),
      place("Exportera förbundsmappen", Addresses.folderExport, once, "export yaml uppgifter säkerhetskopia"),
      place(
        "Årsredovisning \(year)", Addresses.report, year,
        "skriv skriva gör rapport kapitel förvaltningsberättelse bokslut texter"),
      place("Siffror i årsredovisningen \(year)", Addresses.figures, year, "figurer belopp nyckeltal namn"),
      place("Anmärkningar \(year)", Addresses.findings, year, "kontroller fel brister varningar checkar"),
      place("Versioner av årsredovisningen \(year)", Addresses.versions, year, "styrelsen såg ändrat jämför"),
      place("Skriv ut årsredovisningen \(year)", Addresses.printedReport, year, "skriva utskrift pdf ladda ned"),
      place("Uppgifter till årsredovisningen \(year)", Addresses.reportFacts, year, "underskrift diarienummer beslut"),
      place("Diarium", Addresses.diaryYear, year, "register diarieföra handlingar allmän handling dnr post inkommet"),
      place(
        "Registrera en handling", Addresses.newDiaryEntry, once,
        "diarieföra diarium inkommen post brev mejl ny registrering"),
      place(
        "Styrdokument", Addresses.governing, once,
        "förbundsordning arbetsordning delegationsordning policy riktlinjer avtal plan version översyn"),
      place("Öppna sidan", Addresses.publicSettings, once, "offentlig webbplats publicera öppna data insyn"),
      place("Kommentarer", Addresses.comments, once, "frågor revisor svar"),
      place("Historik", Addresses.history, once, "logg vem ändrade när spårbarhet behandlingshistorik"),
      place("Användare", Addresses.users, once, "behörighet roller inbjudan personer konton"),
      place("Bjud in en användare", Addresses.newUser, once, "lägg till ny användare behörighet roll inbjudan bjuda"),
      place("Mitt konto", Addresses.account, once, "byt byta lösenord tvåfaktor logga in inloggningar profil"),
      place(
        "Rundvandring", Addresses.walk, once,
        "ny chef förbundschef introduktion överlämning vem är vem styrelse beslut oavslutat läget"),
      place("Årshjulet \(year)", Addresses.wheel, year, "kalender deadlines hållpunkter plikter samråd"),
      place("Övning", Addresses.practice, once, "öva övningsförbund exempel demo prova"),
      place("Handbok", Addresses.handbook, once, "hjälp manual anvisning"),
    ].compactMap(\.self)
  }
}
