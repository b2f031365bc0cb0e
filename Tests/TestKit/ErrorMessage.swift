import Ledger

/// The first line of a printed diagnostic, taken apart: `file:line:column: fel: message [code]`.
struct ErrorMessage {
  /// The file, as it was printed.
  let file: String
  /// The line, or 0.
  let line: Int
  /// `Fel`, `Varning` or `Upplysning`.
  let severity: String
  /// The sentences.
  let message: String

  /// Nil for a line that is no diagnostic, or one of another code.
  init?(_ printed: String, code: String) {
    guard let match = printed.wholeMatch(of: /(.*?)(?::(\d+))?(?::\d+)?: (fel|varning|upplysning): (.*) \[(\S+)\]/),
      match.output.5 == code
    else { return nil }
    file = String(match.output.1)
    line = match.output.2.flatMap { Int($0) } ?? 0
    severity = match.output.3.prefix(1).uppercased() + match.output.3.dropFirst()
    message = String(match.output.4)
  }

  /// The sentences, with what Markdown would act on made plain.
  var escapedMessage: String {
    message.map { "\\`*_[]<>#{}|".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

/// The text of an example, for the manual: what cannot be shown is shown as a sign.
enum InputText {
  /// UTF-8 where it is that, else code page 437, of which the Swedish letters are told. A personal identity number is
  /// masked here too.
  static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return PersonalNumber.masked(shown(text.unicodeScalars)) }
    return shown(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : swedish[$0] ?? "·" })
  }

  private static let swedish: [UInt8: Unicode.Scalar] = [
    0x84: "ä", 0x86: "å", 0x8E: "Ä", 0x8F: "Å", 0x94: "ö", 0x99: "Ö",
  ]

  /// Control characters as the pictures that Unicode has of them.
  private static func shown(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars where scalar != "\r" {
      let isPlain = scalar == "\n" || scalar.value >= 0x20
      text.append(isPlain ? scalar : Unicode.Scalar(0x2400 + scalar.value) ?? "·")
    }
    return String(text)
  }
}
