/// A number in the diary: the series, the year, and the place in it, counted from 1 without gaps: `FS 2024/1`.
public struct DiaryNumber: Hashable, Comparable, Sendable {
  /// The letters that the association's numbers begin with.
  public let prefix: String
  /// The year of the series.
  public let year: Int
  /// Its place in the series of the year.
  public let number: Int

  /// A number of a series.
  public init(prefix: String, year: Int, number: Int) {
    self.prefix = prefix
    self.year = year
    self.number = number
  }

  /// A number as it is written, `FS 2025/12`, `fs2025/12` or `FS 2025-12`; nil where the text is none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let isDigit: (UInt8) -> Bool = { (48...57).contains($0) }
    guard let first = bytes.firstIndex(where: isDigit) else { return nil }
    let rest = bytes[first...]
    let year = rest.prefix(while: isDigit)
    let tail = rest.dropFirst(year.count)
    guard year.count == 4, let sign = tail.first, sign == UInt8(ascii: "/") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = tail.dropFirst()
    guard (1...9).contains(digits.count), digits.allSatisfy(isDigit),
      let year = Int(String(decoding: year, as: UTF8.self)),
      let number = Int(String(decoding: digits, as: UTF8.self)), number > 0
    else { return nil }
    var letters = bytes[..<first]
    while let last = letters.last, last == 32 || last == UInt8(ascii: "-") { letters.removeLast() }
    let prefix = String(decoding: letters, as: UTF8.self).uppercased()
    guard DiaryNumber.isPrefix(prefix) else { return nil }
    self.init(prefix: prefix, year: year, number: number)
  }

  /// As it is printed: `FS 2024/1`.
  public var text: String { "\(prefix) \(year)/\(number)" }

  /// Whether the letters can begin a series: one to eight capital letters of Swedish.
  public static func isPrefix(_ text: String) -> Bool {
    (1...8).contains(text.unicodeScalars.count)
      && text.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) || ["Å", "Ä", "Ö"].contains($0) }
  }

  /// The letters of an association that has not chosen its own.
  public static let usualPrefix = "FS"

  /// By year, then by place, and then by series.
  public static func < (left: DiaryNumber, right: DiaryNumber) -> Bool {
    (left.year, left.number, left.prefix) < (right.year, right.number, right.prefix)
  }
}
