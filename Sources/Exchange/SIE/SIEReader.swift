public import Ledger

/// Exchange: the border to other programs. SIE, CSV and the association folder come in here and go out from here.
/// What is read may be wrong in any way: every reader gives a value and everything it had to say about the input.

/// Reads SIE 1–4 from chunks of bytes, and hands each record and each voucher to a sink as soon as it is whole.
///
/// The file is never held: memory grows with the number of accounts, objects and series, not with the number of
/// vouchers. A `SIESniffer` must have seen the whole file first, since the encoding must be known.
public struct SIEReader {
  /// What the sniffer found.
  public let form: SIEForm
  /// The file's name, as diagnostics say it.
  public let file: String
  /// What has been counted so far.
  public internal(set) var summary = SIESummary()
  /// How many diagnostics there have been of each code; of a code that has many, `finish` gives the first.
  public var diagnosticCounts: [String: Int] { log.countPerCode }

  /// A line longer than this is cut: 1 MiB, some ten thousand times the usual.
  static let lineByteCountMax = 1 << 20

  /// Where in a voucher the reader stands.
  enum State {
    /// Between vouchers.
    case outside
    /// After `#VER`, before `{`.
    case awaiting
    /// Within the braces.
    case inside
  }

  var state = State.outside
  var voucher = SIEVoucher(series: "", number: "", date: nil)
  var head = VoucherHead()
  var awaitedTwin: (row: Voucher.Row, spot: Spot)?
  var fields = SIEFields()
  var inner = SIEFields()
  var accounts = SIEAccountTable()
  var objectSets = SIEObjectTable()
  var checks = SIEChecks()
  var log = DiagnosticLog()
  var checksum = SIEChecksum()
  var garble = GarbleCount()
  var lineNumber = 0
  var line = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var repeatedBytes: [UInt8] = []
  var repeatedText = ""
  private var carry: [UInt8] = []
  private var isSkipping = false
  private let lineEnd: UInt8

  /// A reader of a file of that form, by that name in its diagnostics.
  public init(form: SIEForm, named file: String) {
    self.form = form
    self.file = file
    self.lineEnd = form.lineEnding == .cr ? 13 : 10
  }

  /// Takes the next bytes of the file, however many, and hands on what they complete.
  public mutating func read<Sink: SIESink>(
    _ chunk: UnsafeBufferPointer<UInt8>, into sink: inout Sink
  ) throws(Sink.Failure) {
    guard form.kind == .sie, let base = chunk.baseAddress else { return }
    var start = 0
    while start < chunk.count {
      let end = lineEnd(in: base, from: start, to: chunk.count)
      if end == chunk.count {
        keep(UnsafeBufferPointer(start: base + start, count: end - start))
      } else if carry.isEmpty, !isSkipping {
        try read(line: UnsafeBufferPointer(start: base + start, count: end - start), into: &sink)
      } else {
        keep(UnsafeBufferPointer(start: base + start, count: end - start))
        try readCarry(into: &sink)
      }
      start = end + 1
    }
  }

  /// Takes the next bytes of the file, however many, and hands on what they complete.
  public mutating func read<Sink: SIESink>(_ chunk: [UInt8], into sink: inout Sink) throws(Sink.Failure) {
    try chunk.withUnsafeBufferPointer { (bytes) throws(Sink.Failure) in try read(bytes, into: &sink) }
  }

  /// Reads what is left, checks what only the whole file can show, and gives everything there is to say about it.
  public mutating func finish<Sink: SIESink>(into sink: inout Sink) throws(Sink.Failure) -> [Diagnostic] {
    if let sentence = Diagnostic.sieNotReadable(form, file: file) { return [sentence] }
    if !carry.isEmpty { try readCarry(into: &sink) }
    if state != .outside {
      log.add(.sieCutVoucher(at: head.spot, voucher))
      try close(into: &sink)
    }
    checksum.finish(form: form, file: file, into: &log)
    garble.finish(form: form, file: file, into: &log)
    checks.finish(accounts: accounts.numbers, summary: summary, file: file, into: &log)
    summary.accounts = checks.declaredCount
    return log.all(file: file)
  }

  private func lineEnd(in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    let pattern = UInt64(lineEnd) &* 0x0101_0101_0101_0101
    while index + 8 <= end {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) ^ pattern
      let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, base[index] != lineEnd { index += 1 }
    return index
  }

  private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) {
    let room = Self.lineByteCountMax + 1 - carry.count
    carry.append(contentsOf: bytes.prefix(max(0, room)))
    if bytes.count > room { isSkipping = true }
  }

  private mutating func readCarry<Sink: SIESink>(into sink: inout Sink) throws(Sink.Failure) {
    let whole = carry
    carry = []
    isSkipping = false
    try whole.withUnsafeBufferPointer { (bytes) throws(Sink.Failure) in try read(line: bytes, into: &sink) }
    carry = whole
    carry.removeAll(keepingCapacity: true)
  }

  private mutating func read<Sink: SIESink>(
    line bytes: UnsafeBufferPointer<UInt8>, into sink: inout Sink
  ) throws(Sink.Failure) {
    lineNumber += 1
    line = bytes
    if bytes.count > Self.lineByteCountMax {
      log.add(.sieLineTooLong(at: Place(file: file, line: lineNumber)))
      line = UnsafeBufferPointer(rebasing: bytes[..<Self.lineByteCountMax])
    }
    defer { line = UnsafeBufferPointer(start: nil, count: 0) }
    guard let base = line.baseAddress else { return }
    var start = lineNumber == 1 && form.hasByteOrderMark ? min(3, line.count) : 0
    var end = line.count
    // 26 is the end mark that DOS programs left last in their files.
    while end > start, base[end - 1] <= 32 { end -= 1 }
    while start < end, base[start] <= 32 { start += 1 }
    while start < end, base[start] == UInt8(ascii: "{") || base[start] == UInt8(ascii: "}") {
      if base[start] == UInt8(ascii: "{") { open(at: start) } else { try closeBrace(at: start, into: &sink) }
      start += 1
      while start < end, base[start] <= 32 { start += 1 }
    }
    guard start < end else { return }
    if base[start] == UInt8(ascii: "#") {
      try record(base, from: start, to: end, into: &sink)
    } else {
      log.add(.sieStrayLine(at: spot(start)))
    }
  }

  /// A place in the line in hand, with the line itself.
  struct Spot {
    /// Where.
    var place: Place
    /// The line, readable and at most 200 bytes long.
    var excerpt: String
    /// The character of the excerpt that stands there, from 1.
    var marker: Int
  }

  /// The place of the byte with that index in the line.
  func spot(_ index: Int) -> Spot {
    let place = Place(file: file, line: lineNumber, column: index + 1)
    guard index < Spot.byteCountMax else { return Spot(place: place, excerpt: "", marker: 0) }
    let before = UnsafeBufferPointer(rebasing: line.prefix(index))
    return Spot(
      place: place, excerpt: Spot.excerpt(of: line, form.encoding),
      marker: Spot.excerpt(of: before, form.encoding).count + 1)
  }

  /// The line that the voucher in hand begins on, for what is found out when it ends.
  struct VoucherHead {
    private var file = ""
    private var line = 0
    private var encoding = TextEncoding.utf8
    private var bytes: [UInt8] = []

    /// Takes the line; the bytes of the one before give room for it.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, file: String, line: Int, encoding: TextEncoding) {
      self.file = file
      self.line = line
      self.encoding = encoding
      self.bytes.removeAll(keepingCapacity: true)
      self.bytes.append(contentsOf: bytes.prefix(Spot.byteCountMax))
    }

    /// Where the voucher begins.
    var spot: Spot {
      let excerpt = bytes.withUnsafeBufferPointer { Spot.excerpt(of: $0, encoding) }
      return Spot(place: Place(file: file, line: line, column: 1), excerpt: excerpt, marker: 1)
    }
  }
}

extension SIEReader.Spot {
  /// More of a line than this is not shown.
  static let byteCountMax = 200

  /// The first bytes of a line, readable: what a terminal would act on is a blank, and a byte-order mark is nothing.
  static func excerpt(of line: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) -> String {
    let shown = UnsafeBufferPointer(rebasing: line.prefix(byteCountMax))
    return encoding.text(shown).unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xFEFF: ""
      case 0..<0x20, 0x7F..<0xA0: " "
      default: String(scalar)
      }
    }
    .joined()
  }
}

extension Diagnostic {
  /// What stands on a line, which is shown without the personal identity numbers that may be in it.
  init(_ code: String, _ severity: Severity, _ spot: SIEReader.Spot, _ message: String) {
    self.init(
      code: code, severity: severity, place: spot.place, message: PersonalNumber.masked(message),
      excerpt: PersonalNumber.masked(spot.excerpt), marker: spot.marker)
  }

  fileprivate static func sieCutVoucher(at spot: SIEReader.Spot, _ voucher: SIEVoucher) -> Diagnostic {
    Diagnostic(
      "sie-avkortad", .error, spot,
      "Filen slutar mitt i verifikation \(voucher.name): klammern } som avslutar den saknas. Filen är avkortad; "
        + "exportera den på nytt.")
  }

  fileprivate static func sieLineTooLong(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "sie-rad-for-lang", severity: .error, place: place,
      message:
        "Raden är längre än \(SIEReader.lineByteCountMax.groupedText) byte och har kapats. En SIE-post ryms på några "
        + "hundra byte; exportera filen på nytt.")
  }

  fileprivate static func sieStrayLine(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-rad-okand", .warning, spot,
      "Raden börjar varken med #, { eller } och har inte lästs. Ofta är den slutet på en text som råkat innehålla ett "
        + "radbyte; kontrollera raden före.")
  }
}
