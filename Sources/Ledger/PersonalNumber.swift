/// A Swedish personal identity number (personnummer or samordningsnummer), wherever it stands in a text.
///
/// finsam holds no person among participants, so such a number is never wanted: readers refuse it, checks find it.
/// What counts is written with 10 or 12 digits, with `-`, `+`, a dash or nothing before the last four; its date
/// exists (a samordningsnummer adds 60 to the day) and its last digit is right. An organisation number has 20 or
/// more where a month would stand, so it is never taken for one. A blank before the last four is not read: a date
/// and an account number (`220101 1930`) would look the same.
public enum PersonalNumber {
  /// Where personal identity numbers stand, as offsets in the text's UTF-8 bytes, in order.
  public static func find(in text: some StringProtocol) -> [Range<Int>] { find(in: Array(text.utf8)) }

  /// Where personal identity numbers stand in UTF-8 bytes, as offsets from the first, in order.
  public static func find(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      if let range = number(startingWith: index..<end, in: bytes) {
        found.append(range)
        index = range.upperBound
      } else {
        index = end
      }
    }
    return found
  }

  /// The text with every digit of a personal identity number made an `x`, so that a message can quote a line without
  /// spreading the number. As many bytes as before.
  public static func masked(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let ranges = find(in: bytes)
    guard !ranges.isEmpty else { return text }
    for range in ranges {
      for index in range where isDigit(bytes[index]) { bytes[index] = UInt8(ascii: "x") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number whose first digits are that whole run of digits, or nil.
  private static func number(startingWith run: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    switch run.count {
    case 10, 12:
      // A run of digits inside a hash or a product code is no number: without a dash, no letter may touch it.
      guard run.lowerBound == 0 || !isLetter(bytes[run.lowerBound - 1]) else { return nil }
      guard run.upperBound == bytes.count || !isLetter(bytes[run.upperBound]) else { return nil }
      return isNumber(Array(bytes[run])) ? run : nil
    case 6, 8:
      let last = run.upperBound + separatorCount(at: run.upperBound, in: bytes)
      guard last > run.upperBound, last + 4 <= bytes.count else { return nil }
      guard bytes[last..<last + 4].allSatisfy(isDigit) else { return nil }
      guard last + 4 == bytes.count || !isDigit(bytes[last + 4]) else { return nil }
      return isNumber(Array(bytes[run] + bytes[last..<last + 4])) ? run.lowerBound..<last + 4 : nil
    default: return nil
    }
  }

  /// How many bytes the sign before the last four takes: `-`, `+`, U+2010 to U+2013 or U+2212; 0 for none.
  private static func separatorCount(at index: Int, in bytes: [UInt8]) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2 else { return 0 }
    let isDash = bytes[index + 1] == 0x80 && (0x90...0x93).contains(bytes[index + 2])
    let isMinus = bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92
    return isDash || isMinus ? 3 : 0
  }

  /// Whether 10 or 12 digits have a century of persons alive or dead in a register, a day that exists and the right
  /// check digit.
  private static func isNumber(_ digits: [UInt8]) -> Bool {
    let values = digits.map { Int($0) - 48 }
    if values.count == 12, !(18...20).contains(values[0] * 10 + values[1]) { return false }
    let short = Array(values.suffix(10))
    let month = short[2] * 10 + short[3]
    let written = short[4] * 10 + short[5]
    guard (1...12).contains(month) else { return false }
    // The year's two digits decide the leap day in every century but that of 1900, which nobody living has.
    let year =
      values.count == 12
      ? values[0] * 1000 + values[1] * 100 + short[0] * 10 + short[1] : 2000 + short[0] * 10 + short[1]
    let day = written > 60 ? written - 60 : written
    guard day >= 1, day <= CalendarDate.dayCount(ofMonth: month, year: year) else { return false }
    return CheckDigit.isRight(short)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
  }
}
