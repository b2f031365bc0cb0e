import Ledger

/// What is found in one file of the folder, and the file's lines to show it by.
///
/// A reference, since every piece of the file is read by a function of its own and all of them add to one list.
final class FileLog {
  /// More than this is never read by anybody: a thousand lines of faults say that the file is another kind of file.
  static let diagnosticCountMax = 1000
  /// A longer line is shown by its beginning, or not at all where the fault is further out.
  static let excerptBytesMax = 200

  let path: String
  private(set) var diagnostics: [Diagnostic] = []
  private var bytes: [UInt8] = []
  private var lineStarts: [Int] = [0]

  init(path: String) { self.path = path }

  /// Whether nothing more is added, so that nobody need look for more.
  var isFull: Bool { diagnostics.count >= FileLog.diagnosticCountMax }

  /// The file's text, lines ended by LF, from which excerpts are taken.
  func show(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
  }

  /// Adds what is wrong with the file as a whole.
  func add(_ code: String, _ severity: Diagnostic.Severity = .error, wholeFile message: String) {
    add(code, severity, line: 0, column: 0, message)
  }

  /// Adds what is wrong at a place counted in lines and scalars from 1. Line 0 is the whole file.
  func add(_ code: String, _ severity: Diagnostic.Severity = .error, line: Int, scalar: Int, _ message: String) {
    add(code, severity, line: line, column: line > 0 ? column(ofScalar: scalar, line: line) : 0, message)
  }

  /// Adds what is wrong at an offset into the file's bytes.
  func add(_ code: String, atByte offset: Int, _ message: String) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    add(code, .error, line: low + 1, column: offset - lineStarts[low] + 1, message)
  }

  /// Adds what is wrong at a key or value.
  func add(_ code: String, _ severity: Diagnostic.Severity = .error, at node: YAMLNode, _ message: String) {
    add(code, severity, line: node.line, scalar: node.scalar, message)
  }

  private func add(_ code: String, _ severity: Diagnostic.Severity, line: Int, column: Int, _ message: String) {
    guard !isFull else { return }
    // A quoted line or value may hold the very number that must not be spread.
    diagnostics.append(
      Diagnostic(
        code: code, severity: severity, place: Place(file: path, line: line, column: column),
        message: PersonalNumber.masked(message),
        excerpt: line > 0 ? PersonalNumber.masked(excerpt(line: line, column: column)) : ""))
    if diagnostics.count == FileLog.diagnosticCountMax {
      diagnostics.append(.tooManyFaults(in: path))
    }
  }

  /// The text of a line, without its end.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return bytes[start..<max(start, end)]
  }

  private func excerpt(line number: Int, column: Int) -> String {
    // What a terminal would act on is shown as a sign of one column.
    let text = line(number).map { byte in
      if byte == UInt8(ascii: "\t") { return UInt8(ascii: " ") }
      return byte < 0x20 || byte == 0x7F ? UInt8(ascii: "?") : byte
    }
    if text.count <= FileLog.excerptBytesMax { return String(decoding: text, as: UTF8.self) }
    guard column < FileLog.excerptBytesMax else { return "" }
    var cut = text.prefix(FileLog.excerptBytesMax)
    // A cut inside a character takes the whole character away.
    while let last = cut.last, last & 0b1100_0000 == 0b1000_0000 { cut.removeLast() }
    if let last = cut.last, last >= 0b1100_0000 { cut.removeLast() }
    return String(decoding: cut, as: UTF8.self) + "…"
  }

  /// The column in bytes of the scalar with that number: what Yams counts is scalars, what a place says is bytes.
  private func column(ofScalar scalar: Int, line number: Int) -> Int {
    guard scalar > 0 else { return 0 }
    var left = scalar
    var column = 1
    for byte in line(number) {
      if byte & 0b1100_0000 != 0b1000_0000 {
        left -= 1
        if left == 0 { return column }
      }
      column += 1
    }
    return column
  }
}

extension Diagnostic {
  static func tooManyFaults(in path: String) -> Diagnostic {
    Diagnostic(
      code: "mapp-for-manga-fel", severity: .error, place: Place(file: path),
      message:
        "Filen har fler än \(FileLog.diagnosticCountMax.groupedText) fel. Resten visas inte; rätta dessa och försök igen."
    )
  }
}
