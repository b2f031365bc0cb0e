import Association
import Ledger

/// How values are written in the folder, and read from what a hand has written.
enum Written {
  /// `1388000`, `-250.50`; digits may be grouped by blanks or underscores, and decimals may follow a comma.
  static func amount(_ text: String) -> Money? {
    guard let plain = digits(text, decimalsMax: 2) else { return nil }
    return Money(decimal: plain)
  }

  /// An amount as it is written in our own files: öre only where there are any.
  static func text(of amount: Money) -> String {
    amount.ore % 100 == 0 ? "\(amount.ore / 100)" : amount.decimalText
  }

  /// A whole number that is not negative, at most a thousand million.
  static func count(_ text: String) -> Int? {
    guard let plain = digits(text, decimalsMax: 0), plain.count <= 10,
      let number = Int(String(decoding: plain, as: UTF8.self)),
      (0...1_000_000_000).contains(number)
    else { return nil }
    return number
  }

  /// `60 %` or `20,1 %` in per mille.
  static func permille(_ text: String) -> Int? {
    guard let end = text.utf8.lastIndex(of: UInt8(ascii: "%")), text.utf8[end...].count == 1 else { return nil }
    guard let plain = digits(trimmed(text[..<end]), decimalsMax: 1), let amount = Money(decimal: plain),
      amount.magnitude <= Money(kronor: 1_000_000)
    else { return nil }
    return Int(amount.ore / 10)
  }

  /// Per mille as `60 %` or `20,1 %`.
  static func text(ofPermille permille: Int) -> String {
    let size = permille.magnitude
    let decimal = size % 10 == 0 ? "" : ",\(size % 10)"
    return "\(permille < 0 ? "-" : "")\(size / 10)\(decimal) %"
  }

  /// `1/2`.
  static func fraction(_ text: String) -> (numerator: Int64, denominator: Int64)? {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard parts.count == 2, let upper = count(trimmed(parts[0])), let lower = count(trimmed(parts[1])), lower > 0 else {
      return nil
    }
    return (Int64(upper), Int64(lower))
  }

  /// A decision in one line: `2021-11-19 § 45`, the day alone or the paragraph alone. Nil where it begins with a digit
  /// but not with a day.
  static func decision(_ text: String) -> Decision? {
    let text = trimmed(text)
    guard let first = text.utf8.first, first >= 48, first <= 57 else { return Decision(paragraph: text) }
    guard text.utf8.count >= 10, let day = String(text.utf8.prefix(10)), let date = CalendarDate(day) else {
      return nil
    }
    let rest = String(text.utf8.dropFirst(10)) ?? ""
    guard rest.isEmpty || rest.utf8.first == UInt8(ascii: " ") else { return nil }
    return Decision(date: date, paragraph: trimmed(rest))
  }

  /// The text without blanks at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 != 32 }), let last = bytes.lastIndex(where: { $0 != 32 }) else {
      return ""
    }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// The number in the form that `Money` and `Int` read: groups closed up, a decimal point, a minus sign.
  private static func digits(_ text: String, decimalsMax: Int) -> [UInt8]? {
    var plain: [UInt8] = []
    var groups = [0]
    var decimals: Int?
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "-", "\u{2212}":
        guard index == 0 else { return nil }
        plain.append(UInt8(ascii: "-"))
      case "0"..."9":
        plain.append(UInt8(scalar.value))
        if let count = decimals { decimals = count + 1 } else { groups[groups.count - 1] += 1 }
      case " ", "_", "\u{A0}", "\u{202F}", "\u{2009}":
        guard decimals == nil else { return nil }
        groups.append(0)
      case ".", ",":
        guard decimals == nil, decimalsMax > 0 else { return nil }
        plain.append(UInt8(ascii: "."))
        decimals = 0
      default: return nil
      }
    }
    // A group that is not of three digits is a slip of the hand or two numbers.
    guard groups[0] > 0, groups.count == 1 || (groups[0] <= 3 && groups.dropFirst().allSatisfy { $0 == 3 }) else {
      return nil
    }
    if let decimals { guard (1...decimalsMax).contains(decimals) else { return nil } }
    return plain
  }
}
