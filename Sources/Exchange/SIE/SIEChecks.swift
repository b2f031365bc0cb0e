import Ledger

/// What is kept of a file while it streams past, to check afterwards what only the whole of it can show: sums per
/// account, numbers per series, objects and labels met.
struct SIEChecks {
  /// What is known of one account.
  struct Tally {
    var declaredLine = 0
    var name = ""
    var useLine = 0
    var kind: AccountKind?
    var opening: Int64 = 0
    var closing: Int64 = 0
    var previousClosing: Int64 = 0
    var moved: Int64 = 0
    var periods: Int64 = 0
    var hasClosing = false
  }

  var flag: (value: Int, line: Int)?
  var type: Int?
  var year: FiscalYear?
  private(set) var declaredCount = 0
  private(set) var tallies: [Tally] = []
  private(set) var labels: Set<String> = []
  private(set) var hasOpening = false
  private(set) var hasClosing = false
  private(set) var hasPreviousClosing = false
  private(set) var hasPeriods = false
  private(set) var series: [String: SIESeries] = [:]
  private(set) var declaredObjects: Set<ObjectReference> = []
  private(set) var usedObjects: [ObjectReference: Int] = [:]

  /// The file's type by its own word, else 1, since that is what a missing word means (SIE 4B, `#SIETYP`).
  var actualType: Int { type ?? (labels.contains("VER") ? 4 : 1) }
  /// Whether the file is vouchers to be imported (4I): a type 4 file without any balance.
  var isEntries: Bool { actualType == 4 && labels.isDisjoint(with: ["IB", "UB", "RES"]) }

  mutating func see(_ label: String) { if !labels.contains(label) { labels.insert(label) } }

  mutating func grow(to count: Int) { while tallies.count < count { tallies.append(Tally()) } }

  /// Declares an account; gives the name and line of an earlier declaration, if there is one.
  mutating func declare(_ account: Int, name: String, line: Int) -> (name: String, line: Int)? {
    guard tallies[account].declaredLine == 0 else { return (tallies[account].name, tallies[account].declaredLine) }
    tallies[account].declaredLine = line
    tallies[account].name = name
    declaredCount += 1
    return nil
  }

  mutating func setKind(_ kind: AccountKind, of account: Int) { tallies[account].kind = kind }

  mutating func declare(_ object: ObjectReference) { declaredObjects.insert(object) }

  mutating func use(_ object: ObjectReference, line: Int) {
    guard usedObjects[object] == nil, usedObjects.count < 65_536 else { return }
    usedObjects[object] = line
  }

  /// Counts a row. Sums wrap rather than stop: nine million rows of the largest amount fit.
  mutating func add(_ ore: Int64, to account: Int, line: Int) {
    tallies[account].moved &+= ore
    if tallies[account].useLine == 0 { tallies[account].useLine = line }
  }

  mutating func take(_ kind: SIEBalance.Kind, year: Int, _ ore: Int64, account: Int, line: Int) {
    if tallies[account].useLine == 0 { tallies[account].useLine = line }
    switch (kind, year) {
    case (.opening, 0):
      tallies[account].opening &+= ore
      hasOpening = true
    case (.closing, 0), (.result, 0):
      tallies[account].closing &+= ore
      tallies[account].hasClosing = true
      hasClosing = true
    case (.closing, -1):
      tallies[account].previousClosing &+= ore
      hasPreviousClosing = true
    default: break
    }
  }

  mutating func takePeriod(year: Int, _ ore: Int64, account: Int) {
    guard year == 0 else { return }
    tallies[account].periods &+= ore
    hasPeriods = true
  }

  /// Looks at a voucher's number and day.
  mutating func take(_ voucher: SIEVoucher, head: SIEReader.VoucherHead, into log: inout DiagnosticLog) {
    if let year, let date = voucher.date, !year.contains(date) {
      log.add(.sieDateOutsideYear(at: head.spot, voucher, date, year))
    }
    let digits = voucher.number.utf8
    guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy({ $0 &- 48 <= 9 }), let number = Int(voucher.number)
    else { return }
    if series[voucher.series, default: SIESeries()].insert(number, line: voucher.line) { return }
    log.add(.sieNumberTwice(at: head.spot, voucher))
  }
}

extension SIEChecks {
  /// Says what the whole file shows.
  func finish(accounts: [AccountNumber], summary: SIESummary, file: String, into log: inout DiagnosticLog) {
    let whole = Place(file: file)
    checkRecords(whole, into: &log)
    if let flag, flag.value == 1, summary.vouchers > 0 {
      log.add(.sieFlagged(at: Place(file: file, line: flag.line)))
    }
    for (name, series) in series.sorted(by: { $0.key < $1.key }) {
      let gaps = series.gaps(rangeCountMax: 10)
      if gaps.count > 0 {
        log.add(.sieGaps(at: whole, series: name, gaps.count, gaps.ranges, isEntries ? .note : .warning))
      }
      if let line = series.firstOutOfOrderLine { log.add(.sieOrder(at: Place(file: file, line: line), series: name)) }
    }
    if !declaredObjects.isEmpty {
      for (object, line) in usedObjects where !declaredObjects.contains(object) {
        log.add(.sieObjectUndeclared(at: Place(file: file, line: line), object))
      }
    }
    checkAccounts(accounts, summary: summary, file: file, into: &log)
    checkSums(whole, into: &log)
  }

  private func checkRecords(_ whole: Place, into log: inout DiagnosticLog) {
    let type = actualType
    var wanted = ["FLAGGA", "PROGRAM", "FORMAT", "GEN"]
    if type > 1 { wanted.append("SIETYP") }
    if type == 2 || type == 3 { wanted.append("OMFATTN") }
    if type < 3 { wanted.append("SRU") }
    for label in wanted where !labels.contains(label) { log.add(.sieRecordMissing(at: whole, label, typeName, .note)) }
    if !labels.contains("FNAMN") { log.add(.sieRecordMissing(at: whole, "FNAMN", typeName, .warning)) }
    if !isEntries {
      if !labels.contains("KONTO") { log.add(.sieRecordMissing(at: whole, "KONTO", typeName, .warning)) }
      if year == nil { log.add(.sieYearMissing(at: whole)) }
    }
    let forbidden: [String] =
      switch type {
      case 1: ["OMFATTN", "DIM", "UNDERDIM", "OBJEKT", "OIB", "OUB", "PSALDO", "PBUDGET", "VER"]
      case 2: ["DIM", "UNDERDIM", "OBJEKT", "OIB", "OUB", "VER"]
      case 3: ["VER"]
      default: isEntries ? ["BKOD", "OMFATTN", "OIB", "OUB", "PSALDO", "PBUDGET"] : []
      }
    for label in forbidden where labels.contains(label) { log.add(.sieRecordForbidden(at: whole, label, typeName)) }
  }

  private var typeName: String { actualType == 4 ? (isEntries ? "4I" : "4E") : "\(actualType)" }

  private func checkAccounts(
    _ accounts: [AccountNumber], summary: SIESummary, file: String, into log: inout DiagnosticLog
  ) {
    let ties = hasClosing && !isEntries && summary.vouchers > 0
    for (index, tally) in tallies.enumerated() {
      let place = Place(file: file, line: tally.useLine)
      if tally.useLine > 0, tally.declaredLine == 0, declaredCount > 0, !accounts[index].text.isEmpty {
        log.add(.sieAccountUndeclared(at: place, accounts[index]))
      }
      let isBalance = (tally.kind ?? Account.usualKind(of: accounts[index])).isBalance
      if ties, tally.opening &+ tally.moved != tally.closing {
        log.add(
          .sieBalanceOff(
            at: place, accounts[index], opening: tally.opening, moved: tally.moved, closing: tally.closing,
            label: isBalance ? "UB" : "RES"))
      }
      if hasPeriods, hasClosing, tally.periods != tally.closing &- tally.opening {
        log.add(
          .siePeriodsOff(at: place, accounts[index], periods: tally.periods, year: tally.closing &- tally.opening))
      }
      if hasPreviousClosing, hasOpening, isBalance, tally.previousClosing != tally.opening {
        log.add(
          .sieOpeningOff(at: place, accounts[index], previous: tally.previousClosing, opening: tally.opening))
      }
    }
  }

  private func checkSums(_ whole: Place, into log: inout DiagnosticLog) {
    let opening = tallies.reduce(Int64(0)) { $0 &+ $1.opening }
    let closing = tallies.reduce(Int64(0)) { $0 &+ $1.closing }
    if hasOpening, opening != 0 { log.add(.sieOpeningSum(at: whole, opening)) }
    // What is wrong from the beginning of the year is as wrong at its end, and need be said once.
    if hasClosing, closing != 0, !hasOpening || closing != opening { log.add(.sieClosingSum(at: whole, closing)) }
  }
}

extension Diagnostic {
  fileprivate static func sieDateOutsideYear(
    at spot: SIEReader.Spot, _ voucher: SIEVoucher, _ date: CalendarDate, _ year: FiscalYear
  ) -> Diagnostic {
    Diagnostic(
      "sie-datum-utanfor-ar", .warning, spot,
      "Verifikation \(voucher.name) är daterad \(date.text), utanför filens räkenskapsår \(year.text). Kontrollera datumet, "
        + "eller läs in filen för rätt år.")
  }

  fileprivate static func sieNumberTwice(at spot: SIEReader.Spot, _ voucher: SIEVoucher) -> Diagnostic {
    Diagnostic(
      "sie-nummer-dubblett", .warning, spot,
      "Verifikationsnumret \(voucher.name) finns redan i filen. Varje nummer ska användas en gång i sin serie; kontrollera "
        + "om samma verifikation har kommit med två gånger.")
  }

  fileprivate static func sieGaps(
    at place: Place, series: String, _ count: Int, _ ranges: [ClosedRange<Int>], _ severity: Severity
  ) -> Diagnostic {
    let listed = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    let shown = ranges.reduce(0) { $0 + $1.count }
    let more = count > shown ? " och ytterligare \((count - shown).groupedText)" : ""
    return Diagnostic(
      code: "sie-nummer-lucka", severity: severity, place: place,
      message:
        "\(seriesName(series)) saknar \(count.groupedText) nummer: \(listed.joined(separator: ", "))\(more). Numren ska följa på "
        + "varandra (LKBR 3:9); kontrollera att hela året har exporterats.")
  }

  fileprivate static func sieOrder(at place: Place, series: String) -> Diagnostic {
    Diagnostic(
      code: "sie-nummer-ordning", severity: .note, place: place,
      message:
        "\(seriesName(series)) står inte i nummerordning; här bryts den första gången. Numren behålls som de är, och inget "
        + "behöver göras.")
  }

  private static func seriesName(_ series: String) -> String {
    series.isEmpty ? "Serien utan namn" : "Serie \(series)"
  }

  fileprivate static func sieFlagged(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "sie-flagga", severity: .warning, place: place,
      message:
        "#FLAGGA är 1, vilket betyder att ett program redan har läst in filens verifikationer. Kontrollera att de inte blir "
        + "bokförda två gånger.")
  }

  fileprivate static func sieRecordMissing(
    at place: Place, _ label: String, _ type: String, _ severity: Severity
  ) -> Diagnostic {
    Diagnostic(
      code: "sie-post-saknas", severity: severity, place: place,
      message:
        "#\(label) saknas, men ska finnas i en SIE-fil av typ \(type). Filen är läst ändå; exportera på nytt om uppgiften "
        + "behövs.")
  }

  fileprivate static func sieYearMissing(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "sie-rar-saknas", severity: .error, place: place,
      message:
        "Räkenskapsåret saknas: filen har ingen läsbar #RAR 0 med första och sista dag. Utan den går det inte att veta "
        + "vilket år saldona gäller; exportera på nytt, eller lägg till raden, till exempel #RAR 0 20250101 20251231.")
  }

  fileprivate static func sieRecordForbidden(at place: Place, _ label: String, _ type: String) -> Diagnostic {
    Diagnostic(
      code: "sie-post-otillaten", severity: .note, place: place,
      message: "#\(label) ska inte finnas i en SIE-fil av typ \(type). Posterna är lästa ändå, och inget behöver göras."
    )
  }

  fileprivate static func sieObjectUndeclared(at place: Place, _ object: ObjectReference) -> Diagnostic {
    Diagnostic(
      code: "sie-objekt-odeklarerat", severity: .note, place: place,
      message:
        "Objekt \(object.object) i dimension \(object.dimension.number) används här första gången, men har inget namn i filen "
        + "(#OBJEKT saknas). Numret används som namn; lägg upp objektet i programmet som skrev filen om det ska heta något "
        + "annat.")
  }

  fileprivate static func sieAccountUndeclared(at place: Place, _ account: AccountNumber) -> Diagnostic {
    Diagnostic(
      code: "sie-konto-odeklarerat", severity: .warning, place: place,
      message:
        "Konto \(account.text) används här första gången, men finns inte i filens kontoplan (#KONTO saknas). Det läggs till "
        + "utan namn; ge det ett namn i programmet som skrev filen.")
  }

  fileprivate static func sieBalanceOff(
    at place: Place, _ account: AccountNumber, opening: Int64, moved: Int64, closing: Int64, label: String
  ) -> Diagnostic {
    Diagnostic(
      code: "sie-saldo", severity: .warning, place: place,
      message:
        "Konto \(account.text) stämmer inte: ingående \(Money(ore: opening).spoken) och verifikationer "
        + "\(Money(ore: moved).spoken) ger \(Money(ore: opening &+ moved).spoken), men #\(label) är "
        + "\(Money(ore: closing).spoken), skillnad \(Money(ore: opening &+ moved &- closing).spoken). Filen kan vara ett "
        + "urval av verifikationerna; exportera hela året.")
  }

  fileprivate static func siePeriodsOff(at place: Place, _ account: AccountNumber, periods: Int64, year: Int64)
    -> Diagnostic
  {
    Diagnostic(
      code: "sie-periodsaldo", severity: .warning, place: place,
      message:
        "Konto \(account.text): månadernas #PSALDO är tillsammans \(Money(ore: periods).spoken), men årets förändring är "
        + "\(Money(ore: year).spoken), skillnad \(Money(ore: periods &- year).spoken). Årets saldon används; "
        + "kontrollera månaderna i programmet som skrev filen om de behövs.")
  }

  fileprivate static func sieOpeningOff(
    at place: Place, _ account: AccountNumber, previous: Int64, opening: Int64
  ) -> Diagnostic {
    Diagnostic(
      code: "sie-ingaende", severity: .warning, place: place,
      message:
        "Konto \(account.text): förra årets utgående balans är \(Money(ore: previous).spoken), men årets ingående är "
        + "\(Money(ore: opening).spoken), skillnad \(Money(ore: opening &- previous).spoken). Kontrollera att förra årets "
        + "resultat är bokfört mot eget kapital.")
  }

  fileprivate static func sieOpeningSum(at place: Place, _ sum: Int64) -> Diagnostic {
    Diagnostic(
      code: "sie-saldosumma", severity: .warning, place: place,
      message:
        "Summan av ingående balanser (#IB) är \(Money(ore: sum).spoken), men ska vara noll. Ofta beror det på att förra "
        + "årets resultat inte är bokfört mot eget kapital; kontrollera det i programmet som skrev filen.")
  }

  fileprivate static func sieClosingSum(at place: Place, _ sum: Int64) -> Diagnostic {
    Diagnostic(
      code: "sie-saldosumma", severity: .warning, place: place,
      message:
        "Summan av utgående balanser och resultat (#UB och #RES) är \(Money(ore: sum).spoken), men ska vara noll. "
        + "Kontrollera att alla konton har kommit med.")
  }
}
