import Ledger

/// An amount as people and spreadsheets write it in Sweden.
enum SwedishAmount {
  /// Reads `-1 234,50`, `−1234.5`, `1.234,50` and `1 234 kr`; a dash alone, or nothing, is zero. Nil where it is no
  /// amount, has parts of an öre, or could be read in two ways, as `1.234` could.
  static func read(_ text: String) -> Money? {
    var scalars = text.unicodeScalars.filter { !blanks.contains($0.value) }
    if scalars.count > 2, scalars.suffix(2).map({ $0.value | 0x20 }) == [0x6B, 0x72] { scalars.removeLast(2) }
    var isNegative = false
    if let first = scalars.first, minuses.contains(first.value) {
      isNegative = true
      scalars.removeFirst()
    }
    guard !scalars.isEmpty else { return .zero }
    guard scalars.allSatisfy({ (48...57).contains($0.value) || $0 == "," || $0 == "." }) else { return nil }
    let bytes = scalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let marks = bytes.indices.filter { bytes[$0] < 48 }
    var decimal: Int?
    if let last = marks.last {
      let isAlone = marks.allSatisfy { $0 == last || bytes[$0] != bytes[last] }
      if isAlone, bytes.count - last - 1 <= 2 { decimal = last }
    }
    let whole = bytes[..<(decimal ?? bytes.count)]
    let groups = whole.split(omittingEmptySubsequences: false) { $0 < 48 }
    let groupMarks = Set(whole.filter { $0 < 48 })
    if groups.count > 1 {
      // Thousands: threes after the first, one kind of mark; a single mark and three digits could be decimals instead.
      guard groupMarks.count == 1, groups.dropFirst().allSatisfy({ $0.count == 3 }), groups[0].count <= 3 else {
        return nil
      }
      guard decimal != nil || groups.count > 2 else { return nil }
    }
    var digits = Array(whole.filter { $0 >= 48 })
    if digits.isEmpty { digits = [48] }
    let fraction = decimal.map { Array(bytes[($0 + 1)...]) } ?? []
    return Money(decimal: (isNegative ? [UInt8(ascii: "-")] : []) + digits + (fraction.isEmpty ? [] : [46] + fraction))
  }

  /// The amount as `-1234,50`, which a Swedish spreadsheet reads as a number.
  static func text(_ amount: Money) -> String {
    String(decoding: amount.decimalText.utf8.map { $0 == 46 ? 44 : $0 }, as: UTF8.self)
  }

  private static let blanks: Set<UInt32> = [0x20, 0x09, 0xA0, 0x202F, 0x2009]
  private static let minuses: Set<UInt32> = [0x2D, 0x2212, 0x2013, 0x2014]
}
