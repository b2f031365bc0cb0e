import Ledger

/// All records but vouchers and rows.
extension SIEReader {
  /// `TRANS` and `VER`, the two labels of most lines, as the numbers their bytes make.
  private static let rowLabel: UInt64 = 0x54_5241_4E53
  private static let voucherLabel: UInt64 = 0x56_4552

  /// Reads the record that begins with the `#` at `start`.
  mutating func record<Sink: SIESink>(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, into sink: inout Sink
  ) throws(Sink.Failure) {
    var after = start + 1
    var key: UInt64 = 0
    while after < end, base[after] > 32, base[after] != UInt8(ascii: "{"), base[after] != UInt8(ascii: "\"") {
      key = key << 8 | UInt64(base[after])
      after += 1
    }
    if after - start > 9 { key = 0 }
    if key == Self.rowLabel {
      fields.split(base, from: after, to: end, lists: true)
      if checksum.isOpen { feed(base, start, after) }
      row(base, .final, from: start, to: end)
      return
    }
    if key == Self.voucherLabel {
      fields.split(base, from: after, to: end, lists: true)
      if checksum.isOpen { feed(base, start, after) }
      checks.see("VER")
      try begin(base, to: end, into: &sink)
      return
    }
    try readOther(base, start, after, end, into: &sink)
  }

  private mutating func readOther<Sink: SIESink>(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ after: Int, _ end: Int, into sink: inout Sink
  ) throws(Sink.Failure) {
    let written = form.encoding.text(UnsafeBufferPointer(start: base + start + 1, count: after - start - 1))
    var label = written
    if !SIELabel.all.contains(label) {
      let capitals = String(decoding: written.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
      if SIELabel.all.contains(capitals) {
        label = capitals
        log.add(.sieSmallLetters(at: spot(start), label: label))
      }
    }
    fields.split(base, from: after, to: end, lists: !SIELabel.withoutLists.contains(label))
    if checksum.isOpen, label != "KSUMMA" { feed(base, start, after) }
    checks.see(label)
    switch label {
    case "TRANS", "RTRANS", "BTRANS":
      if let label = RowLabel(rawValue: label) { row(base, label, from: start, to: end) }
    case "VER":
      try begin(base, to: end, into: &sink)
    case "KSUMMA":
      if isFilled(0) { checksum.close(text(0, base), line: lineNumber) } else { checksum.open(line: lineNumber) }
    default:
      guard let (record, known) = read(label, base, from: start, to: end) else { return }
      if case .unknown(let unknown) = record, state != .outside {
        voucher.unknown.append(unknown)
        return
      }
      try sink.record(record, extra: extra(from: known, base))
    }
  }

  private mutating func feed(_ base: UnsafePointer<UInt8>, _ start: Int, _ after: Int) {
    checksum.feed(UnsafeBufferPointer(start: base + start, count: after - start))
    for index in 0..<fields.count {
      let field = fields[index]
      guard field.marks.contains(.list) else {
        feed(field, base)
        continue
      }
      inner.split(base, from: field.start, to: field.end, lists: false)
      for index in 0..<inner.count { feed(inner[index], base) }
    }
  }

  private mutating func feed(_ field: SIEFields.Field, _ base: UnsafePointer<UInt8>) {
    let bytes = UnsafeBufferPointer(start: base + field.start, count: field.end - field.start)
    guard !field.marks.isDisjoint(with: [.escaped, .high]) else {
      checksum.feed(bytes)
      return
    }
    let plain = SIEReader.unescaped(bytes)
    plain.withUnsafeBufferPointer { plain in
      if form.encoding == .codePage437 { checksum.feed(plain) } else { checksum.feed(form.encoding.text(plain)) }
    }
  }

  /// The record, and how many of its fields are known. Nil, and a diagnostic, where it cannot be read.
  private mutating func read(
    _ label: String, _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (SIERecord, known: Int)? {
    switch label {
    case "FLAGGA":
      guard let flag = integer(0, base), flag == 0 || flag == 1 else { return unread(label, start, "0 eller 1") }
      checks.flag = (flag, lineNumber)
      return (.flag(flag), 1)
    case "PROGRAM": return (.program(name: text(0, base), version: text(1, base)), 2)
    case "FORMAT": return (.format(text(0, base)), 1)
    case "GEN": return (.generated(on: date(0, base, label: label), sign: text(1, base)), 2)
    case "SIETYP":
      guard let type = integer(0, base), (1...4).contains(type) else { return unread(label, start, "1, 2, 3 eller 4") }
      checks.type = type
      return (.type(type), 1)
    case "PROSA": return (.comment(rest(from: 0, to: end, base)), .max)
    case "FTYP": return (.companyForm(text(0, base)), 1)
    case "FNR": return (.companyID(rest(from: 0, to: end, base)), .max)
    case "ORGNR":
      if !isFilled(0) { log.add(.sieOrganisationMissing(at: spot(start))) }
      return (.organisationNumber(text(0, base), acquisition: text(1, base), activity: text(2, base)), 3)
    case "BKOD": return (.industry(text(0, base)), 1)
    case "ADRESS":
      if fields.count < 4 { log.add(.sieAddressShort(at: spot(start), count: fields.count)) }
      return (.address((0..<min(4, fields.count)).map { text($0, base) }), 4)
    case "FNAMN": return (.companyName(rest(from: 0, to: end, base)), .max)
    case "TAXAR": return (.taxYear(text(0, base)), 1)
    case "KPTYP": return (.chartType(text(0, base)), 1)
    case "VALUTA": return currency(base, start)
    case "OMFATTN":
      return date(0, base, label: label).map { (.coveredThrough($0), 1) } ?? unread(label, start, "ett datum")
    case "RAR": return year(base, start)
    case "KONTO": return accountName(base, start, end)
    case "KTYP":
      guard let kind = AccountKind(rawValue: text(1, base)) else {
        return unread(label, start, "konto och T, S, K eller I")
      }
      let account = account(0, base)
      checks.setKind(kind, of: account)
      return (.accountKind(accounts.numbers[account], kind), 2)
    case "ENHET": return (.unit(number(0, base), text(1, base)), 2)
    case "SRU":
      guard isFilled(1) else { return unread(label, start, "konto och kod", .note) }
      return (.taxCode(number(0, base), text(1, base)), 2)
    case "DIM":
      guard let number = integer(0, base), number > 0 else {
        return unread(label, start, "dimensionens nummer och namn")
      }
      return (.dimension(Dimension(number: number), name: rest(from: 1, to: end, base)), .max)
    case "UNDERDIM":
      guard let number = integer(0, base), number > 0, let parent = integer(2, base), parent > 0 else {
        return unread(label, start, "dimensionens nummer, namn och överordnad dimension")
      }
      return (
        .subdimension(Dimension(number: number), name: text(1, base), of: Dimension(number: parent)), 3
      )
    case "OBJEKT":
      guard let number = integer(0, base), number > 0, isFilled(1) else {
        return unread(label, start, "dimensionens nummer, objektets nummer och namn")
      }
      let reference = ObjectReference(dimension: Dimension(number: number), object: text(1, base))
      checks.declare(reference)
      return (.object(reference, name: rest(from: 2, to: end, base)), .max)
    case "IB", "UB", "RES", "OIB", "OUB": return balance(label, base, start)
    case "PSALDO", "PBUDGET": return period(label, base, start)
    default:
      log.add(.sieUnknownLabel(at: spot(start), label: label))
      return (.unknown(SIEUnknown(label: label, fields: extra(from: 0, base))), .max)
    }
  }

  private mutating func number(_ index: Int, _ base: UnsafePointer<UInt8>) -> AccountNumber {
    let account = account(index, base)
    return accounts.numbers[account]
  }

  private func integer(_ index: Int, _ base: UnsafePointer<UInt8>) -> Int? {
    guard index < fields.count else { return nil }
    return SIENumber.integer(base, fields[index].start, fields[index].end)
  }

  private mutating func unread(
    _ label: String, _ start: Int, _ expected: String, _ severity: Diagnostic.Severity = .warning
  ) -> (SIERecord, known: Int)? {
    log.add(.sieUnreadRecord(at: spot(start), label: label, expected: expected, severity))
    return nil
  }

  private mutating func currency(_ base: UnsafePointer<UInt8>, _ start: Int) -> (SIERecord, known: Int)? {
    let code = text(0, base)
    if !code.isEmpty, code != "SEK" { log.add(.sieCurrency(at: spot(start), code: code)) }
    return (.currency(code), 1)
  }

  private mutating func year(_ base: UnsafePointer<UInt8>, _ start: Int) -> (SIERecord, known: Int)? {
    guard let index = integer(0, base), let first = date(1, base, label: "RAR"), let last = date(2, base, label: "RAR"),
      let year = FiscalYear(first: first, last: last)
    else { return unread("RAR", start, "årets nummer (0 för i år), första dag och sista dag") }
    if index == 0 { checks.year = year }
    return (.year(index: index, year), 3)
  }

  private mutating func accountName(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (SIERecord, known: Int)?
  {
    let account = account(0, base)
    let number = accounts.numbers[account]
    if number.text.isEmpty { log.add(.sieAccountWithoutNumber(at: spot(start))) }
    let name = rest(from: 1, to: end, base)
    if let earlier = checks.declare(account, name: name, line: lineNumber), !number.text.isEmpty {
      log.add(.sieAccountTwice(at: spot(start), number, name: name, earlier: earlier))
    }
    return (.account(number, name: name), .max)
  }

  private mutating func balance(
    _ label: String, _ base: UnsafePointer<UInt8>, _ start: Int
  ) -> (SIERecord, known: Int)? {
    guard let kind = SIEBalance.Kind(rawValue: label), let year = integer(0, base), fields.count > 1, !isList(1) else {
      return unread(label, start, "årets nummer, konto och belopp", .error)
    }
    var next = 2
    var objects = ObjectSet.none
    if isList(2) {
      objects = self.objects(2, base)
      next = 3
      if !kind.isOfObject, !objects.isEmpty { return unread(label, start, "konto och belopp utan objekt", .error) }
    } else if kind.isOfObject {
      log.add(.sieListMissing(at: spot(start), label))
    }
    let account = account(1, base)
    guard let amount = amount(next, base, label: label) else { return nil }
    checks.take(kind, year: year, amount.ore, account: account, line: lineNumber)
    let balance = SIEBalance(
      kind: kind, year: year, account: accounts.numbers[account], objects: objects, amount: amount,
      quantityThousandths: quantity(next + 1, base))
    return (.balance(balance), next + 2)
  }

  private mutating func period(
    _ label: String, _ base: UnsafePointer<UInt8>, _ start: Int
  ) -> (SIERecord, known: Int)? {
    let expected = "årets nummer, period (ÅÅÅÅMM), konto, objektlista och belopp"
    guard let kind = SIEPeriodBalance.Kind(rawValue: label), let year = integer(0, base), fields.count > 3 else {
      return unread(label, start, expected, .error)
    }
    var (month, account) = (SIENumber.month(base, fields[1].start, fields[1].end), 2)
    if month == nil {
      (month, account) = (SIENumber.month(base, fields[2].start, fields[2].end), 1)
      if month != nil { log.add(.siePeriodOrder(at: spot(fields[1].start), label)) }
    }
    guard let month, !isList(account) else { return unread(label, start, expected, .error) }
    var next = 3
    var objects = ObjectSet.none
    if isList(3) {
      objects = self.objects(3, base)
      next = 4
    } else {
      log.add(.sieListMissing(at: spot(fields[3].start), label))
    }
    let index = self.account(account, base)
    guard let amount = amount(next, base, label: label) else { return nil }
    if kind == .outcome, objects.isEmpty { checks.takePeriod(year: year, amount.ore, account: index) }
    let balance = SIEPeriodBalance(
      kind: kind, year: year, month: month, account: accounts.numbers[index], objects: objects, amount: amount,
      quantityThousandths: quantity(next + 1, base))
    return (.period(balance), next + 2)
  }
}

/// The labels of SIE 4B.
enum SIELabel {
  /// Labels with a text that may stand without quotes, so that a brace in it is a character like others.
  static let withoutLists: Set<String> = [
    "PROGRAM", "PROSA", "FTYP", "FNR", "ORGNR", "BKOD", "ADRESS", "FNAMN", "KONTO", "ENHET", "DIM", "UNDERDIM",
    "OBJEKT",
  ]
  /// Every label there is.
  static let all = withoutLists.union([
    "FLAGGA", "FORMAT", "GEN", "SIETYP", "RAR", "TAXAR", "OMFATTN", "KPTYP", "VALUTA", "KTYP", "SRU", "IB", "UB", "RES",
    "OIB", "OUB", "PSALDO", "PBUDGET", "VER", "TRANS", "RTRANS", "BTRANS", "KSUMMA",
  ])
}

extension Diagnostic {
  fileprivate static func sieUnreadRecord(
    at spot: SIEReader.Spot, label: String, expected: String, _ severity: Severity
  ) -> Diagnostic {
    Diagnostic(
      "sie-post", severity, spot,
      "#\(label) går inte att läsa och har utelämnats. Här väntades \(expected). Rätta raden i programmet som skrev filen "
        + "om uppgiften behövs.")
  }

  fileprivate static func sieUnknownLabel(at spot: SIEReader.Spot, label: String) -> Diagnostic {
    Diagnostic(
      "sie-post-okand", .note, spot,
      "Posten #\(label) finns inte i SIE 4. Den har inte använts, men behålls och skrivs tillbaka som den är.")
  }

  fileprivate static func sieSmallLetters(at spot: SIEReader.Spot, label: String) -> Diagnostic {
    Diagnostic(
      "sie-post-gemener", .warning, spot, "Posten ska skrivas med stora bokstäver: #\(label). Den har lästs så.")
  }

  fileprivate static func sieOrganisationMissing(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-orgnr", .note, spot,
      "Organisationsnumret i #ORGNR är tomt. Filen är läst ändå; fyll i numret i programmet som skrev filen.")
  }

  fileprivate static func sieAddressShort(at spot: SIEReader.Spot, count: Int) -> Diagnostic {
    Diagnostic(
      "sie-adress", .note, spot,
      "#ADRESS ska ha fyra fält (kontakt, gata, postadress, telefon) men har \(count). De har lästs i den ordningen.")
  }

  fileprivate static func sieCurrency(at spot: SIEReader.Spot, code: String) -> Diagnostic {
    Diagnostic(
      "sie-valuta", .warning, spot,
      "Filen är bokförd i \(code). finsam räknar i svenska kronor och räknar inte om beloppen; läs in en fil i SEK.")
  }

  fileprivate static func sieAccountWithoutNumber(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-konto-utan-nummer", .warning, spot,
      "#KONTO saknar kontonummer. Rätta kontot i programmet som skrev filen om det används.")
  }

  fileprivate static func sieAccountTwice(
    at spot: SIEReader.Spot, _ number: AccountNumber, name: String, earlier: (name: String, line: Int)
  ) -> Diagnostic {
    Diagnostic(
      "sie-konto-dubblett", .warning, spot,
      "Konto \(number.text) finns redan på rad \(earlier.line.groupedText), där det heter ”\(earlier.name)”; här heter det "
        + "”\(name)”. Kontot räknas en gång, med det första namnet.")
  }

  fileprivate static func siePeriodOrder(at spot: SIEReader.Spot, _ label: String) -> Diagnostic {
    Diagnostic(
      "sie-faltordning", .warning, spot,
      "Fälten i #\(label) står i fel ordning: kontot kommer före perioden. Raden har lästs rätt.")
  }
}
