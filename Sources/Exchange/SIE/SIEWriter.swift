public import Ledger

/// Writes a `SIEFile` as the bytes of a file that follows SIE 4B to the letter: CR LF, code page 437, quotes around every
/// name and text, two decimals, `{}` always, groups in order, `#FLAGGA 0`, and a checksum.
public struct SIEWriter: Sendable {
  /// What may be chosen.
  public struct Options: Hashable, Sendable {
    /// How characters are written. Only code page 437 is SIE; UTF-8 is for programs that ask for it.
    public var encoding: TextEncoding
    /// Whether `#KSUMMA` is written. It is reckoned on code page 437 in either encoding.
    public var hasChecksum: Bool

    /// Code page 437 with a checksum, unless said otherwise.
    public init(encoding: TextEncoding = .codePage437, hasChecksum: Bool = true) {
      self.encoding = encoding
      self.hasChecksum = hasChecksum
    }
  }

  private let options: Options
  private let name: String
  private var bytes: [UInt8] = []
  private var line: [UInt8] = []
  private var lineNumber = 1
  private var sum: CRC32?
  private var log = DiagnosticLog()

  /// The bytes of the file, and a diagnostic for every character that SIE cannot hold.
  public static func write(_ file: SIEFile, named name: String, options: Options = Options()) -> Reading<[UInt8]> {
    var writer = SIEWriter(options: options, name: name)
    writer.write(file)
    return Reading(value: writer.bytes, diagnostics: writer.log.all(file: name))
  }

  private init(options: Options, name: String) {
    self.options = options
    self.name = name
  }

  private mutating func write(_ file: SIEFile) {
    begin("FLAGGA")
    bare("0")
    end()
    if options.hasChecksum {
      begin("KSUMMA")
      end()
      sum = CRC32()
    }
    for entry in file.entries { write(entry) }
    for voucher in file.vouchers { write(voucher) }
    if let sum {
      self.sum = nil
      begin("KSUMMA")
      bare("\(sum.value)")
      end()
    }
  }

  private mutating func write(_ entry: SIEFile.Entry) {
    switch entry.record {
    case .flag: return
    case .program(let name, let version): fields("PROGRAM", name, version)
    case .format:
      begin("FORMAT")
      bare("PC8")
    case .generated(let date, let sign):
      begin("GEN")
      day(date)
      if !sign.isEmpty || !entry.extra.isEmpty { quoted(sign) }
    case .type(let type): numbered("SIETYP", type)
    case .comment(let text): fields("PROSA", text)
    case .companyForm(let code): fields("FTYP", code)
    case .companyID(let id): fields("FNR", id)
    case .organisationNumber(let number, let acquisition, let activity):
      fields("ORGNR", number)
      if !acquisition.isEmpty || !activity.isEmpty || !entry.extra.isEmpty { quoted(acquisition) }
      if !activity.isEmpty || !entry.extra.isEmpty { quoted(activity) }
    case .industry(let code): fields("BKOD", code)
    case .address(let parts):
      begin("ADRESS")
      for part in parts { quoted(part) }
    case .companyName(let name): fields("FNAMN", name)
    case .year(let index, let year):
      numbered("RAR", index)
      day(year.first)
      day(year.last)
    case .taxYear(let year): fields("TAXAR", year)
    case .coveredThrough(let date):
      begin("OMFATTN")
      day(date)
    case .chartType(let type): fields("KPTYP", type)
    case .currency(let code): fields("VALUTA", code)
    case .account(let number, let name):
      accounted("KONTO", number)
      quoted(name)
    case .accountKind(let number, let kind):
      accounted("KTYP", number)
      bare(kind.rawValue)
    case .unit(let number, let unit):
      accounted("ENHET", number)
      quoted(unit)
    case .taxCode(let number, let code):
      accounted("SRU", number)
      code.isEmpty || !code.utf8.allSatisfy { $0 &- 48 <= 9 } ? quoted(code) : bare(code)
    case .dimension(let dimension, let name):
      numbered("DIM", dimension.number)
      quoted(name)
    case .subdimension(let dimension, let name, let parent):
      numbered("UNDERDIM", dimension.number)
      quoted(name)
      bare("\(parent.number)")
    case .object(let reference, let name):
      numbered("OBJEKT", reference.dimension.number)
      quoted(reference.object)
      quoted(name)
    case .balance(let balance): write(balance, hasExtra: !entry.extra.isEmpty)
    case .period(let balance): write(balance, hasExtra: !entry.extra.isEmpty)
    case .unknown(let unknown):
      begin(unknown.label)
      write(unknown.fields)
    }
    write(entry.extra)
    end()
  }

  private mutating func write(_ balance: SIEBalance, hasExtra: Bool) {
    numbered(balance.kind.rawValue, balance.year)
    account(balance.account)
    if balance.kind.isOfObject { list(balance.objects) }
    bare(balance.amount.decimalText)
    quantity(balance.quantityThousandths, hasMore: hasExtra)
  }

  private mutating func write(_ balance: SIEPeriodBalance, hasExtra: Bool) {
    numbered(balance.kind.rawValue, balance.year)
    bare("\(balance.month.yyyymm)")
    account(balance.account)
    list(balance.objects)
    bare(balance.amount.decimalText)
    quantity(balance.quantityThousandths, hasMore: hasExtra)
  }

  private mutating func write(_ voucher: SIEVoucher) {
    let extra = voucher.extras.filter { $0.owner == .voucher }.flatMap(\.fields)
    begin("VER")
    quoted(voucher.series)
    quoted(voucher.number)
    day(voucher.date)
    quoted(voucher.text)
    let hasSign = !voucher.sign.isEmpty || !extra.isEmpty
    if voucher.registeredOn != nil || hasSign { day(voucher.registeredOn) }
    if hasSign { quoted(voucher.sign) }
    write(extra)
    end()
    line.append(UInt8(ascii: "{"))
    end()
    for part in voucher.order {
      switch part {
      case .row(let index): row("TRANS", voucher.rows[index], voucher.extras, .row(index))
      case .amendment(let index):
        let amendment = voucher.amendments[index]
        row(amendment.kind == .added ? "RTRANS" : "BTRANS", amendment.row, voucher.extras, .amendment(index))
      }
    }
    for unknown in voucher.unknown {
      begin(unknown.label)
      write(unknown.fields)
      end()
    }
    line.append(UInt8(ascii: "}"))
    end()
  }

  private mutating func row(
    _ label: String, _ row: Voucher.Row, _ extras: [SIEVoucher.Extra], _ owner: SIEVoucher.Extra.Owner
  ) {
    let extra = extras.isEmpty ? [] : extras.filter { $0.owner == owner }.flatMap(\.fields)
    accounted(label, row.account)
    list(row.objects)
    bare(row.amount.decimalText)
    let hasSign = !row.sign.isEmpty || !extra.isEmpty
    let hasQuantity = row.quantityThousandths != nil || hasSign
    let hasText = !row.text.isEmpty || hasQuantity
    if row.date != nil || hasText { day(row.date) }
    if hasText { quoted(row.text) }
    if hasQuantity { quantity(row.quantityThousandths, hasMore: hasSign) }
    if hasSign { quoted(row.sign) }
    write(extra)
    end()
  }
}

/// Fields and bytes.
extension SIEWriter {
  private mutating func begin(_ label: String) {
    line.append(UInt8(ascii: "#"))
    sum?.feed(UInt8(ascii: "#"))
    for scalar in label.unicodeScalars { put(scalar) }
  }

  private mutating func end() {
    bytes.append(contentsOf: line)
    bytes.append(13)
    bytes.append(10)
    line.removeAll(keepingCapacity: true)
    lineNumber += 1
  }

  private mutating func fields(_ label: String, _ texts: String...) {
    begin(label)
    for text in texts { quoted(text) }
  }

  private mutating func numbered(_ label: String, _ number: Int) {
    begin(label)
    bare("\(number)")
  }

  private mutating func accounted(_ label: String, _ number: AccountNumber) {
    begin(label)
    account(number)
  }

  private mutating func account(_ number: AccountNumber) {
    let isPlain = !number.text.isEmpty && number.text.utf8.allSatisfy { $0 &- 48 <= 9 }
    if isPlain { bare(number.text) } else { quoted(number.text) }
  }

  private mutating func day(_ date: CalendarDate?) {
    if let date { bare("\(date.yyyymmdd)") } else { bare("\"\"") }
  }

  private mutating func quantity(_ thousandths: Int64?, hasMore: Bool) {
    guard let thousandths else {
      if hasMore { bare("\"\"") }
      return
    }
    let size = thousandths.magnitude
    var text = "\(thousandths < 0 ? "-" : "")\(size / 1000)"
    if size % 1000 > 0 {
      var decimals = "\(size % 1000 + 1000)".dropFirst()
      while decimals.utf8.last == 48 { decimals.removeLast() }
      text += ".\(decimals)"
    }
    bare(text)
  }

  private mutating func list(_ objects: ObjectSet) {
    line.append(contentsOf: " {".utf8)
    for (index, reference) in objects.objects.enumerated() {
      if index == 0 { bareHead("\(reference.dimension.number)") } else { bare("\(reference.dimension.number)") }
      quoted(reference.object)
    }
    line.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ fields: [SIEUnknown.Field]) {
    for field in fields {
      switch field {
      case .text(let text): quoted(text)
      case .list(let texts):
        line.append(contentsOf: " {".utf8)
        for (index, text) in texts.enumerated() {
          let blank = line.count
          quoted(text)
          if index == 0 { line.remove(at: blank) }
        }
        line.append(UInt8(ascii: "}"))
      }
    }
  }

  private mutating func bare(_ text: String) {
    line.append(32)
    bareHead(text)
  }

  private mutating func bareHead(_ text: String) {
    line.append(contentsOf: text.utf8)
    guard text != "\"\"" else { return }
    for byte in text.utf8 { sum?.feed(byte) }
  }

  private mutating func quoted(_ text: String) {
    line.append(contentsOf: " \"".utf8)
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\"" { line.append(UInt8(ascii: "\\")) }
      put(scalar)
      last = scalar
    }
    if last == "\\" {
      // A quote after a backslash would be read as an escaped quote: SIE has no way to write it.
      log.add(.sieBackslashAtEnd(at: Place(file: name, line: lineNumber), text))
      put(" ")
    }
    line.append(UInt8(ascii: "\""))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.value < 32 || scalar.value == 127 {
      log.add(.sieControlCharacter(at: Place(file: name, line: lineNumber), scalar))
      put(" ")
      return
    }
    let byte = CodePage437.byte(for: scalar)
    sum?.feed(byte ?? UInt8(ascii: "?"))
    guard options.encoding == .codePage437 else {
      line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return
    }
    if byte == nil { log.add(.sieCharacterMissing(at: Place(file: name, line: lineNumber), scalar)) }
    line.append(byte ?? UInt8(ascii: "?"))
  }
}

extension SIEVoucher {
  /// A row or an amendment, in the order they are written.
  fileprivate enum Part {
    case row(Int)
    case amendment(Int)
  }

  /// Each `#RTRANS` right before its `#TRANS`, and what was struck where it stood among the amendments.
  fileprivate var order: [Part] {
    guard !amendments.isEmpty else { return rows.indices.map { .row($0) } }
    var parts: [Part] = []
    var next = 0
    for (index, row) in rows.enumerated() {
      if let added = (next..<amendments.count).first(where: { amendments[$0].kind == .added }),
        amendments[added].row.isTwin(of: row)
      {
        for struck in next...added { parts.append(.amendment(struck)) }
        next = added + 1
      }
      parts.append(.row(index))
    }
    guard (next..<amendments.count).contains(where: { amendments[$0].kind == .added }) else {
      return parts + (next..<amendments.count).map { .amendment($0) }
    }
    return anyOrder
  }

  /// For amendments that stand in another order than the rows: the first that fits each row.
  private var anyOrder: [Part] {
    var left = Array(amendments.indices)
    var parts: [Part] = []
    for (index, row) in rows.enumerated() {
      if let place = left.firstIndex(where: { amendments[$0].kind == .added && amendments[$0].row.isTwin(of: row) }) {
        parts.append(.amendment(left.remove(at: place)))
      }
      parts.append(.row(index))
    }
    return left.map { .amendment($0) } + parts
  }
}

extension Diagnostic {
  fileprivate static func sieCharacterMissing(at place: Place, _ scalar: Unicode.Scalar) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return Diagnostic(
      code: "sie-skriv-tecken", severity: .warning, place: place,
      message:
        "Tecknet ”\(scalar)” (U+\(String(repeating: "0", count: max(0, 4 - code.utf8.count)))\(code)) finns inte i SIE-filens "
        + "teckenuppsättning (CP437) och har skrivits som ”?”. Exportera som UTF-8 om mottagaren kan läsa det.")
  }

  fileprivate static func sieControlCharacter(at place: Place, _ scalar: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      code: "sie-skriv-styrtecken", severity: .note, place: place,
      message: "Ett styrtecken (nummer \(scalar.value)) i en text har skrivits som ett blanktecken, för SIE tillåter "
        + "inga styrtecken.")
  }

  fileprivate static func sieBackslashAtEnd(at place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      code: "sie-skriv-snedstreck", severity: .note, place: place,
      message:
        "Texten ”\(text)” slutar med ett omvänt snedstreck, som SIE inte kan skriva före ett citattecken. Ett blanktecken har "
        + "lagts till efter det.")
  }
}
