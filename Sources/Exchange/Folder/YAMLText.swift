/// How a text is written in YAML: bare where every reader takes it for the same text, else within quotation marks; on
/// lines of its own where it has lines.
enum YAMLText {
  /// A key in one line. A year is bare: no reader makes anything else of it than the number that it is.
  static func key(_ text: String) -> String { isWholeNumber(text) ? text : inLine(text) }

  /// Whether the text is a number of digits only that any reader writes back as it was.
  static func isWholeNumber(_ text: String) -> Bool {
    (1...15).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "0")
      && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The text in one line.
  static func inLine(_ text: String) -> String { canBeBare(text) ? text : quoted(text) }

  /// The text as a literal block below its key, or nil where it has one line or a block would not keep it.
  static func block(_ text: String, indent: Int) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "\n")), text.unicodeScalars.allSatisfy({ $0 == "\n" || isPrintable($0) }) else {
      return nil
    }
    let feeds = bytes.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    let lines = bytes.dropLast(feeds).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // A first line that is empty or indented would set the block's indent; blanks alone on a line may be lost.
    guard let first = lines.first?.first, first != UInt8(ascii: " ") else { return nil }
    guard lines.allSatisfy({ $0.isEmpty || $0.contains { $0 != UInt8(ascii: " ") } }) else { return nil }
    let margin = String(repeating: " ", count: indent)
    let body = lines.map { $0.isEmpty ? "" : margin + String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    switch feeds {
    case 0: return "|-\n" + body
    case 1: return "|\n" + body
    default: return "|+\n" + body + String(repeating: "\n", count: feeds - 1)
    }
  }

  private static func canBeBare(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, last != UInt8(ascii: " "), last != UInt8(ascii: ":") else {
      return false
    }
    guard !" -?:,[]{}#&*!|>'\"%@`=~.<".utf8.contains(first), text.unicodeScalars.allSatisfy(isPrintable) else {
      return false
    }
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
      if byte == UInt8(ascii: ":"), next == UInt8(ascii: " ") { return false }
      if byte == UInt8(ascii: " "), next == UInt8(ascii: "#") { return false }
    }
    return !isTakenForAnother(bytes)
  }

  /// Whether some YAML reader takes the bare text for a number, a day, a truth value or nothing.
  private static func isTakenForAnother(_ bytes: [UInt8]) -> Bool {
    if bytes.count <= 5 {
      let small = String(decoding: bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
      if ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(small) { return true }
    }
    guard let first = bytes.first, (48...57).contains(first) || first == UInt8(ascii: "+") else { return false }
    let isDay =
      bytes.count >= 8 && bytes[0..<4].allSatisfy { (48...57).contains($0) } && bytes[4] == UInt8(ascii: "-")
      && (48...57).contains(bytes[5])
    let numerals = "0123456789+-_.,:eExXoOabcdefABCDEF".utf8
    let isNumber = bytes.allSatisfy { numerals.contains($0) } && !bytes.dropFirst().contains(UInt8(ascii: "-"))
    return isDay || isNumber
  }

  /// What stands for itself in YAML and in an editor. Tabs, line ends and what cannot be seen are escaped.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case _ where isPrintable(scalar): line.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        line += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return line + "\""
  }
}
