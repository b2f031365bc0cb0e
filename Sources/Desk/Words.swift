package import Association
package import Foundation
package import Ledger
import Press
import Report
package import Store

/// The sentence for each refusal: what is, what was expected, what to do. The facts are in the rooms; the words are here.
package enum Words {
  /// What is to be said of this error, or nil for one that is none of ours.
  package static func failure(for error: any Error) -> Failure? {
    switch error {
    case let failure as Failure: failure
    case let refusal as Store.Refusal: Failure(kind(of: refusal), sentence(refusal))
    case let refusal as Voucher.Refusal: Failure(.input, sentence(refusal))
    case let refusal as RequisitionRefusal: Failure(.input, sentence(refusal))
    case let refusal as Grant.Refusal: Failure(.input, sentence(refusal))
    case let refusal as Obstacle.Refusal: Failure(.input, sentence(refusal))
    case let refusal as DeliveryRefusal: Failure(.input, sentence(refusal))
    case let refusal as MeetingRefusal: Failure(.input, sentence(refusal))
    case let refusal as MemberInvoiceRefusal: Failure(.input, sentence(refusal))
    case let refusal as OrderRefusal: Failure(.input, sentence(refusal))
    case let refusal as ControlRefusal: Failure(.input, sentence(refusal))
    case let refusal as RetentionRefusal: Failure(.input, sentence(refusal))
    case let refusal as MinutesRefusal: Failure(.input, sentence(refusal))
    case let refusal as DiaryRefusal: Failure(.input, sentence(refusal))
    case let refusal as GoverningRefusal: Failure(.input, sentence(refusal))
    case let refusal as PublicationRefusal: Failure(.input, sentence(refusal))
    case let failure as PDFPress.Failure:
      if case .characterMissing = failure {
        Failure(.input, failure.sentence)
      } else {
        Failure(.file, failure.sentence)
      }
    case let error as CocoaError: Failure(.file, sentence(error))
    default: nil
    }
  }

  /// So many of something: `1 varning`, `2 varningar`, with the thousands apart.
  package static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(Numerals.whole(Int64(number))) \(number == 1 ? one : many)"
  }

  /// Refuses a text that holds a personal identity number: nobody's number may be stored.
  package static func checkText(_ text: String, called name: String) throws {
    guard PersonalNumber.find(in: text).isEmpty else {
      throw Failure(
        .use, "Texten i \(name) innehåller ett personnummer. Inga personnummer får sparas; skriv funktionen i stället.")
    }
  }

  /// Refuses a name that says nothing, or that holds what no name has.
  package static func checkName(_ name: String, called option: String) throws {
    guard name.utf8.contains(where: { $0 > 32 }) else {
      throw Failure(.use, "Namnet i \(option) är tomt. Skriv ett namn.")
    }
    guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw Failure(.use, "Namnet i \(option) innehåller ett radbyte eller ett styrtecken. Skriv det på en rad.")
    }
    try checkText(name, called: option)
  }

  private static func kind(of refusal: Store.Refusal) -> Failure.Kind {
    switch refusal {
    case .notAVoucher, .yearMissing, .yearOverlaps, .dateOutsideYears, .yearClosed, .yearNotClosed, .yearEnded,
      .periodClosed, .periodNotClosed, .reasonMissing, .unknownVoucher, .alreadyReversed, .unknownAttachment,
      .alreadyImported, .overlaps, .openingDiffers, .wrongBook, .unknownImport, .importUndone,
      .importHasDependencies, .mailTaken, .lastDirector,
      .unknownUser, .unknownComment, .commentEnded, .notABudgetStep, .unknownGrant, .bank, .vat, .invoice,
      .survey,
      .refusedByDatabase:
      .input
    case .bookExists, .bookMissing, .notABook, .counterList, .newerSchema, .bookInUse, .diskFull, .readOnly,
      .cannotOpen, .corrupt:
      .file
    case .fault: .fault
    }
  }
}

extension Words {
  package static func sentence(_ refusal: Voucher.Refusal) -> String {
    switch refusal {
    case .doesNotBalance(let difference):
      "Verifikationen är inte i balans: debet och kredit skiljer \(Numerals.ore(difference)). Rätta raderna."
    case .tooFewRows(let count):
      "Verifikationen har \(count) rader. En verifikation har minst två: en i debet och en i kredit."
    case .textMissing:
      "Verifikationen säger inte vad den avser. Skriv vad som har hänt (LKBR 3:9)."
    case .counterpartyMissing:
      "Verifikationen säger inte vem motparten är. Ange motparten (LKBR 3:9)."
    case .amountTooLarge(let row, let amount):
      "Beloppet på rad \(row), \(Numerals.ore(amount)), är större än tio miljarder kronor. Kontrollera det."
    case .tooManyRows(let count):
      "Verifikationen har \(count) rader. Den kan ha högst \(Voucher.rowCountMax); dela den."
    }
  }

  package static func sentence(_ refusal: MemberInvoiceRefusal) -> String {
    switch refusal {
    case .callInvoiced(let year, let count):
      "Medlemsbidragen för \(year) är fakturerade med \(self.count(count, "faktura", "fakturor")). Kreditera dem först, om "
        + "bidragen ska ändras."
    case .alreadyInvoiced(let member, let number):
      "\(member) har redan fått faktura \(number) för den delen av året. Ingen faktura har utfärdats. Ladda om sidan."
    case .unknown(let number): "Det finns ingen faktura \(number). Gå till medlemsbidragen och välj en som finns där."
    case .cannotCredit(let number):
      "Faktura \(number) är redan krediterad, eller är själv en kreditfaktura. Inget har ändrats."
    case .paysTooMuch(let number, let left, let amount):
      "Beloppet är \(Numerals.ore(amount)), men \(Numerals.ore(left)) återstår av faktura \(number). Ange högst det."
    case .notAPayment(let place, let free):
      "Verifikation \(place.number.text) (\(place.year)) har \(Numerals.ore(free)) på medlemmens kundfordran som inte är "
        + "avprickat. Välj en annan verifikation eller ett mindre belopp."
    case .nothingToAccrue(let year):
      "Inga förutbetalda medlemsbidrag för \(year) väntar på att bli intäkter. Ladda om sidan."
    }
  }

  package static func sentence(_ refusal: Store.Refusal) -> String {
    switch refusal {
    case .notAVoucher(let inner): sentence(inner)
    case .yearMissing(let year): "Boken har inget räkenskapsår \(year.text). Läs in eller öppna det först."
    case .yearOverlaps(let year, let existing):
      "Räkenskapsåret \(year.text) överlappar \(existing.text), som finns i boken. Kontrollera filens räkenskapsår (#RAR)."
    case .dateOutsideYears(let day):
      "Dagen \(day.text) ligger utanför bokens räkenskapsår. Kontrollera datumet, eller läs in året först."
    case .yearClosed(let year):
      "Räkenskapsåret \(year.text) är stängt. Bokför på en dag i ett öppet år."
    case .yearNotClosed(let year): "Räkenskapsåret \(year.text) är inte stängt, så det behöver inte öppnas."
    case .yearEnded(let year):
      "Räkenskapsåret \(year.text) är avslutat och resultatet fört till eget kapital. Rätta i det nya året."
    case .periodClosed(let month):
      "\(MonthName.capital(month)) är stängd. Bokför på en dag i en öppen månad, eller öppna månaden igen med ett skäl."
    case .periodNotClosed(let month): "\(MonthName.capital(month)) är inte stängd, så den behöver inte öppnas."
    case .reasonMissing: "Skälet saknas. Skriv varför; det sparas i historiken."
    case .unknownVoucher(let number, let year):
      "Det finns ingen verifikation \(number.text) i räkenskapsåret \(year.text). Kontrollera serie och nummer."
    case .alreadyReversed(let number, let by):
      "\(number.text) är redan rättad, av \(by.text). Är rättelsen fel, rätta \(by.text)."
    case .unknownAttachment(let digest): "Ingen bilaga med avtrycket \(digest) finns i boken."
    case .alreadyImported(let receipt):
      "Filen är redan inläst, \(occasion(receipt)). Inget har lästs in en gång till."
    case .overlaps(let receipt, let first, let last):
      (first == last ? "Verifikation \(first.text)" : "Verifikationerna \(first.text)–\(last.text)")
        + " finns redan i boken"
        + (receipt.map { ", från \(occasion($0))" } ?? "")
        + ". Inget har lästs in. Exportera en fil som börjar efter dem."
    case .openingDiffers(let year, let account, let have, let got):
      "Ingående balans på konto \(account) för \(year.text) är \(Numerals.ore(have)) i boken men \(Numerals.ore(got)) i filen. "
        + "Inget har lästs in. Ta reda på vilken som är rätt."
    case .wrongBook(let have, let got):
      "Filen gäller organisationsnummer \(got), men boken är \(have). Inget har lästs in. Kontrollera att det är rätt fil och rätt bok."
    case .unknownImport(let number): "Det finns ingen inläsning nummer \(number)."
    case .importUndone(let receipt):
      "\(occasion(receipt).capitalizedFirst) är redan ångrad. Samma fil kan läsas in på nytt."
    case .importHasDependencies(let dependencies):
      (["Inläsningen kan inte ångras, för annat vilar på den:"]
        + dependencies.prefix(dependencyCountMax).map { sentence($0) }).joined(separator: " ")
        + (dependencies.count > dependencyCountMax
          ? " Och \(count(dependencies.count - dependencyCountMax, "sak", "saker")) till." : "")
    case .mailTaken(let mail):
      "E-postadressen \(mail) har en annan aktiv användare. Ange en annan adress, eller gör den andra användaren inaktiv först."
    case .lastDirector:
      "Det här är den enda aktiva förbundschefen, och en måste finnas kvar. Lägg till eller aktivera en annan förbundschef först."
    case .unknownUser: "Användaren finns inte i boken. Gå till listan över användare och välj en som finns där."
    case .unknownComment: "Kommentaren finns inte i boken. Gå till listan över kommentarer och välj en som finns där."
    case .commentEnded: "Kommentaren är redan avslutad. Skriv en ny kommentar på samma ställe om något återstår."
    case .notABudgetStep(let inner): sentence(inner)
    case .unknownGrant: "Ärendet finns inte i boken. Gå till listan över ansökningar och välj ett som finns där."
    case .bank(let inner): sentence(inner)
    case .vat(let inner): sentence(inner)
    case .invoice(let inner): sentence(inner)
    case .survey(let inner): sentence(inner)
    case .bookExists(let path): "Filen \(path) finns redan och rörs inte. Välj ett annat namn."
    case .bookMissing(let path): "Boken \(path) finns inte. Gör en med finsam new, eller kontrollera namnet."
    case .counterList(let path): "\(path): \(CounterMark.refusal)"
    case .notABook(let path): "\(path) är ingen bok som finsam har gjort. Kontrollera att det är rätt fil."
    case .newerSchema(let have, let known):
      "Boken är gjord av en nyare version av finsam (schema \(have), det här programmet kan \(known)). Uppdatera programmet."
    case .bookInUse: "Boken används av ett annat program just nu. Vänta en stund och försök igen. Inget har sparats."
    case .diskFull: "Disken är full. Inget har sparats och boken är som den var. Frigör utrymme och försök igen."
    case .readOnly: "Boken eller dess mapp får inte skrivas i. Inget har sparats. Kontrollera rättigheterna."
    case .cannotOpen(let path): "\(path) kan inte öppnas. Kontrollera att filen finns och får läsas."
    case .corrupt(let why):
      "Boken är skadad (\(why)). Ta fram senaste säkerhetskopian, och spara den skadade filen."
    case .refusedByDatabase(let why): "Databasen tog inte emot ändringen: \(why). Inget har sparats."
    case .fault(let code, let message):
      "Databasen svarade med fel \(code): \(message). Inget har sparats."
    }
  }

  /// So many of the things that stand on an import are said in one message; a page lists them all.
  private static let dependencyCountMax = 5

  /// What stands on an import, and what to do.
  package static func sentence(_ dependency: ImportDependency) -> String {
    switch dependency {
    case .reversed(let number, let year):
      "\(number.text) (\(year.number)) är rättad, och rättelsen pekar på den. Rätta i stället det som är fel med nya "
        + "verifikationer."
    case .followed(let number, let year):
      "\(number.text) (\(year.number)) är bokförd efter den i samma serie, som skulle få en lucka. Rätta i stället det "
        + "som är fel med nya verifikationer."
    case .monthClosed(let month): "\(MonthName.capital(month)) är stängd. Öppna månaden först, om den ska ändras."
    case .yearClosed(let year):
      "Räkenskapsåret \(year.text) är stängt eller avslutat. Öppna året först; ett avslutat år rättas i det nya året."
    case .imported(let receipt):
      "\(occasion(receipt).capitalizedFirst) gjordes senare i samma räkenskapsår. Ångra den först."
    case .documented(let number, let year):
      "Ett underlag har lagts till \(number.text) (\(year.number)). Rätta i stället det som är fel med nya verifikationer."
    }
  }

  package static func sentence(_ error: CocoaError) -> String {
    let path = (error.userInfo[NSFilePathErrorKey] as? String) ?? error.url?.path ?? ""
    return switch error.code {
    case .fileReadNoSuchFile, .fileNoSuchFile:
      "\(path) finns inte, eller ligger i en mapp som inte finns. Kontrollera namnet."
    case .fileReadNoPermission: "Filen \(path) får inte läsas. Kontrollera rättigheterna."
    case .fileWriteNoPermission: "Det går inte att skriva \(path). Kontrollera rättigheterna."
    case .fileWriteOutOfSpace: "Disken är full: \(path) kunde inte skrivas."
    case .fileWriteFileExists: "Det går inte att göra mappen \(path): där ligger redan en fil. Välj ett annat namn."
    default:
      "\(path) kunde inte läsas eller skrivas. Kontrollera att det är rätt slag (fil eller mapp), att rättigheterna räcker "
        + "och att det finns plats. (Fel \(error.code.rawValue).)"
    }
  }

  package static func sentence(_ finding: Verification.Finding) -> String {
    switch finding {
    case .history(let difference):
      "Historikens rad \(difference.sequence) (\(difference.subject)) stämmer inte: avtrycket ska vara "
        + "\(difference.expected) men är \(difference.found). Det är den första raden som skiljer. Ta fram en säkerhetskopia "
        + "från före den, och spara den här filen."
    case .voucher(let number, let year, let difference):
      "Verifikation \(number.text) i \(year.text) är inte i balans: \(Numerals.ore(difference)) skiljer."
    case .numberMissing(let number, let year):
      "Verifikationsnummer \(number.text) i \(year.text) saknas: numreringen har en lucka."
    case .periodTotal(let year, let month, let account, let expected, let found):
      "Saldot på konto \(account) för månad \(month) i \(year.text) är \(Numerals.ore(found)) men verifikationerna ger "
        + "\(Numerals.ore(expected))."
    case .voucherCount(let year, let month, let expected, let found):
      "Antalet verifikationer för månad \(month) i \(year.text) är \(found) i listorna men \(expected) i boken."
    case .opening(let year, let account, let expected, let found):
      "Ingående balans på konto \(account) för \(year.text) är \(Numerals.ore(found)) men föregående år slutade på "
        + "\(Numerals.ore(expected))."
    case .attachment(let name, let expected, let found):
      "Bilagan \(name) har avtrycket \(found) men skulle ha \(expected): den är ändrad."
    case .importedFile(let name, let expected, let found):
      "Den inlästa filen \(name) har avtrycket \(found) men skulle ha \(expected): den är ändrad."
    case .reference(let table, let row): "Raden \(row) i tabellen \(table) pekar på något som inte finns."
    case .integrity(let words): "Databasfilen är skadad: \(words)"
    }
  }

  private static func occasion(_ receipt: ImportReceipt) -> String {
    "inläsning \(receipt.sequence) av \(receipt.name)"
  }
}

extension String {
  /// The words with a capital first.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
