import Ledger

/// Vouchers: `#VER`, the braces, and the rows between them.
extension SIEReader {
  /// Begins a voucher.
  mutating func begin<Sink: SIESink>(_ base: UnsafePointer<UInt8>, to end: Int, into sink: inout Sink) throws(Sink
    .Failure)
  {
    if state != .outside {
      log.add(.sieBraceMissing(at: spot(0), voucher))
      try close(into: &sink)
    }
    head.take(line, file: file, line: lineNumber, encoding: form.encoding)
    // A series left out altogether shifts the other fields one step.
    let isShifted = quietDate(2, base) == nil && quietDate(1, base) != nil
    if isShifted { log.add(.sieSeriesMissing(at: spot(fields[0].start), text(0, base))) }
    let next = isShifted ? 1 : 2
    voucher = SIEVoucher(
      series: isShifted ? "" : text(0, base), number: text(next - 1, base), date: date(next, base, label: "VER"),
      line: lineNumber)
    var after = next + 2
    if after < fields.count, !fields[next + 1].marks.contains(.quoted), quietDate(after, base) == nil,
      !fields[after].marks.contains(.quoted), isFilled(after), !isList(after)
    {
      voucher.text = rest(from: next + 1, to: end, base)
      after = fields.count
    } else if !isList(next + 1) {
      voucher.text = text(next + 1, base)
    }
    var hasBrace = false
    if let last = fields.count > 0 ? fields.count - 1 : nil, isList(last), fields[last].marks.contains(.unterminated) {
      hasBrace = true
    }
    let fieldCount = hasBrace ? fields.count - 1 : fields.count
    if after < fieldCount { voucher.registeredOn = date(after, base, label: "VER") }
    if after + 1 < fieldCount { voucher.sign = text(after + 1, base) }
    if after + 2 < fieldCount {
      voucher.extras.append(SIEVoucher.Extra(owner: .voucher, fields: extra(from: after + 2, base)))
    }
    state = hasBrace ? .inside : .awaiting
    if hasBrace { log.add(.sieBraceOnLine(at: spot(fields[fields.count - 1].start))) }
  }

  /// Meets `{`.
  mutating func open(at index: Int) {
    if state == .awaiting { state = .inside } else { log.add(.sieStrayBrace(at: spot(index), "{")) }
  }

  /// Meets `}`.
  mutating func closeBrace<Sink: SIESink>(at index: Int, into sink: inout Sink) throws(Sink.Failure) {
    guard state == .inside else {
      log.add(.sieStrayBrace(at: spot(index), "}"))
      return
    }
    try close(into: &sink)
  }

  /// Ends the voucher in hand: says whether it balances, and hands it on.
  mutating func close<Sink: SIESink>(into sink: inout Sink) throws(Sink.Failure) {
    missTwin()
    state = .outside
    if voucher.difference != .zero { log.add(.sieUnbalanced(at: head.spot, voucher)) }
    if voucher.rows.isEmpty { log.add(.sieEmptyVoucher(at: head.spot, voucher)) }
    if voucher.date == nil {
      let first = voucher.rows.lazy.compactMap(\.date).first
      log.add(first.map { .sieDateFromRow(at: head.spot, voucher, $0) } ?? .sieDateMissing(at: head.spot, voucher))
    }
    summary.count(voucher)
    checks.take(voucher, head: head, into: &log)
    try sink.voucher(voucher)
    voucher.rows.removeAll(keepingCapacity: true)
    voucher.amendments = []
  }

  /// A row: `#TRANS`, `#RTRANS` or `#BTRANS`.
  mutating func row(_ base: UnsafePointer<UInt8>, _ label: RowLabel, from start: Int, to end: Int) {
    guard state != .outside else {
      log.add(.sieRowOutside(at: spot(start), label))
      return
    }
    if state == .awaiting {
      log.add(.sieBraceMissing(at: spot(start), voucher))
      state = .inside
    }
    guard fields.count > 0, !isList(0) else {
      log.add(.sieRowWithoutAccount(at: spot(start), label))
      return
    }
    let account = account(0, base)
    var next = 1
    var objects = ObjectSet.none
    if isList(1) {
      objects = self.objects(1, base)
      next = 2
    } else if isList(2) {
      log.add(.sieRowOrder(at: spot(fields[1].start), label))
      objects = self.objects(2, base)
      next = 1
    } else if fields.count > 1 {
      log.add(.sieListMissing(at: spot(fields[1].start), label.rawValue))
    }
    guard let amount = amount(next, base, label: label.rawValue) else { return }
    next = isList(next + 1) ? next + 2 : next + 1
    var row = Voucher.Row(account: accounts.numbers[account], amount: amount, objects: objects)
    if row.account.text.isEmpty { log.add(.sieRowWithoutNumber(at: spot(fields[0].start), label)) }
    if next < fields.count { readTail(of: &row, from: next, to: end, base, label) }
    let owner: SIEVoucher.Extra.Owner
    switch label {
    case .final:
      checks.add(amount.ore, to: account, line: lineNumber)
      if let twin = awaitedTwin {
        if !twin.row.isTwin(of: row) { missTwin() }
        awaitedTwin = nil
      }
      owner = .row(voucher.rows.count)
      voucher.rows.append(row)
    case .added, .struck:
      missTwin()
      owner = .amendment(voucher.amendments.count)
      voucher.amendments.append(Voucher.Amendment(kind: label == .added ? .added : .struck, row: row))
      if label == .added { awaitedTwin = (row, spot(start)) }
    }
    if next + 4 < fields.count {
      voucher.extras.append(SIEVoucher.Extra(owner: owner, fields: extra(from: next + 4, base)))
    }
  }

  private mutating func readTail(
    of row: inout Voucher.Row, from next: Int, to end: Int, _ base: UnsafePointer<UInt8>, _ label: RowLabel
  ) {
    if quietDate(next, base) == nil, isFilled(next), !isFilled(next + 1) {
      // A text where the day should be, and nothing where the text should be.
      row.text = text(next, base)
      log.add(.sieTextForDate(at: spot(fields[next].start), row.text))
    } else {
      row.date = date(next, base, label: label.rawValue)
      if next + 2 < fields.count, !fields[next + 1].marks.contains(.quoted), isFilled(next + 2),
        !fields[next + 2].marks.contains(.quoted),
        SIENumber.thousandths(base, fields[next + 2].start, fields[next + 2].end) == nil
      {
        row.text = rest(from: next + 1, to: end, base)
        return
      }
      row.text = text(next + 1, base)
    }
    row.quantityThousandths = quantity(next + 2, base)
    row.sign = text(next + 3, base)
  }

  private mutating func missTwin() {
    guard let twin = awaitedTwin else { return }
    log.add(.sieTwinMissing(at: twin.spot))
    awaitedTwin = nil
  }

  /// The three labels of a row.
  enum RowLabel: String {
    case final = "TRANS"
    case added = "RTRANS"
    case struck = "BTRANS"
  }
}

extension Voucher.Row {
  /// Whether the row is the `#TRANS` that follows this `#RTRANS`. Programs write another date and signature on the two
  /// (found in BL's files), so account, objects and amount decide.
  func isTwin(of row: Voucher.Row) -> Bool {
    account == row.account && amount == row.amount && objects == row.objects
  }
}

extension Diagnostic {
  fileprivate static func sieUnbalanced(at spot: SIEReader.Spot, _ voucher: SIEVoucher) -> Diagnostic {
    var debit: Int64 = 0
    var credit: Int64 = 0
    for row in voucher.rows {
      if row.amount.ore > 0 { debit &+= row.amount.ore } else { credit &-= row.amount.ore }
    }
    return Diagnostic(
      "sie-verifikation-obalans", .error, spot,
      "Verifikation \(voucher.name) är inte i balans: debet \(Money(ore: debit).spoken), kredit "
        + "\(Money(ore: credit).spoken), skillnad \(Money(ore: debit &- credit).spoken). Rätta verifikationen i programmet "
        + "som skrev filen och exportera på nytt.")
  }

  fileprivate static func sieEmptyVoucher(at spot: SIEReader.Spot, _ voucher: SIEVoucher) -> Diagnostic {
    Diagnostic(
      "sie-verifikation-tom", .note, spot,
      "Verifikation \(voucher.name) har inga rader. Den behålls tom, så att numren efter den stämmer.")
  }

  fileprivate static func sieDateFromRow(at spot: SIEReader.Spot, _ voucher: SIEVoucher, _ date: CalendarDate)
    -> Diagnostic
  {
    Diagnostic(
      "sie-verifikation-datum-ur-rad", .warning, spot,
      "Verifikation \(voucher.name) saknar läsbart datum. Den första radens datum, \(date.text), används i stället; "
        + "kontrollera att det stämmer.")
  }

  fileprivate static func sieDateMissing(at spot: SIEReader.Spot, _ voucher: SIEVoucher) -> Diagnostic {
    Diagnostic(
      "sie-verifikation-datum", .error, spot,
      "Verifikation \(voucher.name) saknar läsbart datum, och det gör dess rader också. Varje verifikation ska ha ett "
        + "datum; rätta den i programmet som skrev filen och exportera på nytt.")
  }

  fileprivate static func sieBraceMissing(at spot: SIEReader.Spot, _ voucher: SIEVoucher) -> Diagnostic {
    Diagnostic(
      "sie-klammer-saknas", .warning, spot,
      "Verifikation \(voucher.name), som börjar på rad \(voucher.line.groupedText), saknar en av klamrarna { och } runt "
        + "sina rader. Raderna fram till nästa verifikation har räknats till den; kontrollera att det stämmer.")
  }

  fileprivate static func sieBraceOnLine(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-klammer-rad", .note, spot,
      "Klammern { står på samma rad som #VER, men ska stå ensam på nästa rad. Verifikationen är läst ändå.")
  }

  fileprivate static func sieStrayBrace(at spot: SIEReader.Spot, _ brace: String) -> Diagnostic {
    Diagnostic(
      "sie-klammer-lost", .warning, spot,
      "Klammern \(brace) hör inte till någon verifikation här. Den är överhoppad; kontrollera att ingen #VER-rad saknas."
    )
  }

  fileprivate static func sieSeriesMissing(at spot: SIEReader.Spot, _ number: String) -> Diagnostic {
    Diagnostic(
      "sie-serie-saknas", .warning, spot,
      "Verifikationsserien saknas i #VER, så att fälten står ett steg fel. \(number.isEmpty ? "Ett tomt fält" : "”\(number)”") har "
        + "lästs som numret i en serie utan namn; kontrollera att det stämmer.")
  }

  fileprivate static func sieRowOutside(at spot: SIEReader.Spot, _ label: SIEReader.RowLabel) -> Diagnostic {
    Diagnostic(
      "sie-rad-utanfor", .error, spot,
      "#\(label.rawValue) hör inte till någon verifikation och är inte medräknad. Raden ska stå mellan { och } efter sin "
        + "#VER; exportera filen på nytt.")
  }

  fileprivate static func sieRowWithoutAccount(at spot: SIEReader.Spot, _ label: SIEReader.RowLabel) -> Diagnostic {
    Diagnostic(
      "sie-konto-saknas", .error, spot,
      "#\(label.rawValue) saknar konto, och raden är inte medräknad. Rätta den i programmet som skrev filen och exportera på "
        + "nytt.")
  }

  fileprivate static func sieRowWithoutNumber(at spot: SIEReader.Spot, _ label: SIEReader.RowLabel) -> Diagnostic {
    Diagnostic(
      "sie-konto-tomt", .error, spot,
      "Kontonumret i #\(label.rawValue) är tomt. Beloppet är medräknat i verifikationen men hör inte till något konto; "
        + "rätta raden i programmet som skrev filen och exportera på nytt.")
  }

  fileprivate static func sieRowOrder(at spot: SIEReader.Spot, _ label: SIEReader.RowLabel) -> Diagnostic {
    Diagnostic(
      "sie-faltordning", .warning, spot,
      "Fälten i #\(label.rawValue) står i fel ordning: beloppet kommer före objektlistan. Raden har lästs rätt.")
  }

  static func sieListMissing(at spot: SIEReader.Spot, _ label: String) -> Diagnostic {
    Diagnostic(
      "sie-objektlista", .note, spot,
      "Objektlistan saknas i #\(label); den ska finnas även när den är tom: {}. Raden har lästs som utan objekt.")
  }

  fileprivate static func sieTextForDate(at spot: SIEReader.Spot, _ text: String) -> Diagnostic {
    Diagnostic(
      "sie-text-for-datum", .warning, spot,
      "”\(text)” står där radens datum ska stå. Det har lästs som radens text, och verifikationens datum gäller.")
  }

  fileprivate static func sieTwinMissing(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-rtrans-tvilling", .warning, spot,
      "#RTRANS ska följas av en #TRANS med samma konto, objekt och belopp, men gör inte det. Raden behålls som historik "
        + "men räknas inte; kontrollera verifikationens summa.")
  }
}
