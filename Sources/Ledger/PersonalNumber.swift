/// A Swedish personal identity number (personnummer or samordningsnummer), wherever it stands in a text.
///
/// finsam holds no person among participants, so such a number is never wanted: readers refuse it, checks find it.
/// What counts has 10 or 12 digits of any script, with `-`, `+` or a dash before the last four, or nothing; its date
/// exists (a samordningsnummer adds 60 to the day) and its last digit is right. Signs that nobody sees are passed
/// over. An organisation number has 20 or more where a month would stand, so it is never taken for one.
///
/// Other signs and blanks before the last four are read as well, but there a day and a time or an account number
/// (`20221231 1930`, `20221231_1530.pdf`) look the same, and one in ten has the check digit: so written, a number
/// counts only where its year is not one of bookkeeping's. Six digits, a blank and four are never one.
public enum PersonalNumber {
  /// Where personal identity numbers stand, as offsets in the text's UTF-8 bytes, in order.
  public static func find(in text: some StringProtocol) -> [Range<Int>] { find(in: Array(text.utf8)) }

  /// Where personal identity numbers stand in UTF-8 bytes, as offsets from the first, in order.
  public static func find(in bytes: [UInt8]) -> [Range<Int>] {
    mayHold(bytes) ? PersonalNumberText(bytes).numbers().map(\.bytes) : []
  }

  /// The text with every digit of a personal identity number made an `x`, so that a message can quote a line without
  /// spreading the number. As many bytes as before.
  public static func masked(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard mayHold(bytes) else { return text }
    let read = PersonalNumberText(bytes)
    let found = read.numbers()
    guard !found.isEmpty else { return text }
    for index in found.flatMap(\.signs) where read.isDigit(index) {
      for place in read.bytes(of: index) { bytes[place] = UInt8(ascii: "x") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there are digits enough; every text is asked, and nearly none has.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    var digitCount = 0
    for byte in bytes {
      if byte >= 48, byte <= 57 { digitCount += 1 }
      // Digits of other scripts begin with these bytes; no letter of ours does.
      if digitCount >= 10 || byte >= 0xD9 { return true }
    }
    return false
  }

  /// Whether 10 or 12 digits have a century of persons alive or dead in a register, a day that exists and the right
  /// check digit.
  fileprivate static func isNumber(_ values: [Int]) -> Bool {
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

  /// Whether the year of 10 or 12 digits is one of which books are kept, 2011 to 2045. Who is born then takes no part
  /// yet, or is so old that they no longer do.
  fileprivate static func isYearOfBooks(_ values: [Int]) -> Bool {
    guard values.count == 12 else { return (11...45).contains(values[0] * 10 + values[1]) }
    return (2011...2045).contains(values[0] * 1000 + values[1] * 100 + values[2] * 10 + values[3])
  }
}

/// A text as numbers are sought in it: one sign for each scalar that is seen, and where its bytes are.
private struct PersonalNumberText {
  enum Sign: Equatable {
    case digit(Int)
    /// `-` in any of its forms, or `+`.
    case dash
    /// What people type in its place: `.`, `/`, `:`, and `_` in the name of a file.
    case mark
    case underscore
    case comma
    case blank
    case letter
    case other
  }

  private var signs: [Sign] = []
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ bytes: [UInt8]) {
    signs.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count)
    ends.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let (scalar, count) = PersonalNumberText.scalar(at: place, in: bytes)
      if let sign = PersonalNumberText.sign(scalar) {
        signs.append(sign)
        starts.append(place)
        ends.append(place + count)
      }
      place += count
    }
  }

  /// The scalar that begins there and how many bytes it takes; a byte that begins none, as in a file of another
  /// encoding, is one that means nothing.
  private static func scalar(at place: Int, in bytes: [UInt8]) -> (Unicode.Scalar, Int) {
    let first = bytes[place]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, place + count <= bytes.count,
      bytes[(place + 1)..<(place + count)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(count + 1))
    for byte in bytes[(place + 1)..<(place + count)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map { ($0, count) } ?? ("\u{FFFD}", 1)
  }

  /// What the scalar is; nil for one that nobody sees.
  private static func sign(_ scalar: Unicode.Scalar) -> Sign? {
    switch scalar {
    case "0"..."9": return .digit(Int(scalar.value) - 48)
    case "-", "+", "\u{2212}", "\u{FF0B}": return .dash
    case ".", "/", ":", "\u{FF0F}", "\u{2044}": return .mark
    case "_": return .underscore
    case ",": return .comma
    case " ", "\t": return .blank
    case "A"..."Z", "a"..."z": return .letter
    default:
      guard scalar.value >= 0x80 else { return .other }
      let properties = scalar.properties
      switch properties.generalCategory {
      case .format, .nonspacingMark: return nil
      case .decimalNumber: return properties.numericValue.map { .digit(Int($0)) } ?? .other
      case .dashPunctuation: return .dash
      case .spaceSeparator: return .blank
      default: return .other
      }
    }
  }

  func isDigit(_ index: Int) -> Bool { digit(index) != nil }

  /// The bytes of the sign.
  func bytes(of index: Int) -> Range<Int> { starts[index]..<ends[index] }

  /// The numbers, in order: which signs, and which bytes.
  func numbers() -> [(signs: Range<Int>, bytes: Range<Int>)] {
    var found: [(signs: Range<Int>, bytes: Range<Int>)] = []
    var index = 0
    while index < signs.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let run = index..<endOfDigits(from: index)
      if let number = number(startingWith: run) {
        found.append((number, starts[number.lowerBound]..<ends[number.upperBound - 1]))
        index = number.upperBound
      } else {
        index = run.upperBound
      }
    }
    return found
  }

  /// The number whose first digits are that whole run of digits, or nil.
  private func number(startingWith run: Range<Int>) -> Range<Int>? {
    switch run.count {
    case 10, 12:
      // A run of digits inside a hash or a product code is no number: without a sign, no letter may touch it.
      let around = [run.lowerBound - 1, run.upperBound].filter(signs.indices.contains).map { signs[$0] }
      guard !around.contains(.letter), !isAmount(run) else { return nil }
      return isNumber(values(run), isPlain: !around.contains(.underscore)) ? run : nil
    case 6, 8:
      guard let (last, isPlain) = lastFour(after: run.upperBound, isLong: run.count == 8) else { return nil }
      return isNumber(values(run) + values(last), isPlain: isPlain) ? run.lowerBound..<last.upperBound : nil
    case 4:
      // 1981-12-28-9874
      guard let month = two(after: run.upperBound), let day = two(after: month.upperBound),
        let (last, _) = lastFour(after: day.upperBound, isLong: true, isDay: true)
      else { return nil }
      let digits = values(run) + values(month) + values(day) + values(last)
      return isNumber(digits, isPlain: false) ? run.lowerBound..<last.upperBound : nil
    default: return nil
    }
  }

  private func isNumber(_ values: [Int], isPlain: Bool) -> Bool {
    (isPlain || !PersonalNumber.isYearOfBooks(values)) && PersonalNumber.isNumber(values)
  }

  /// Whether decimals follow: 1912681002.00 is so many kronor.
  private func isAmount(_ run: Range<Int>) -> Bool {
    let next = run.upperBound
    return next < signs.count && (signs[next] == .mark || signs[next] == .comma) && isDigit(next + 1)
  }

  /// A dash and two digits, the digits.
  private func two(after index: Int) -> Range<Int>? {
    guard index < signs.count, signs[index] == .dash, endOfDigits(from: index + 1) == index + 3 else { return nil }
    return index + 1..<index + 3
  }

  /// The last four digits after whatever divides them from the first, and whether that is the dash that belongs there.
  /// After a whole day, a dash is also what stands between two days.
  private func lastFour(after index: Int, isLong: Bool, isDay: Bool = false) -> (Range<Int>, Bool)? {
    var place = index
    func skipBlanks() -> Int {
      let first = place
      while place < signs.count, place - first < 2, signs[place] == .blank { place += 1 }
      return place - first
    }
    var blankCount = skipBlanks()
    guard place < signs.count else { return nil }
    let divider = signs[place]
    if divider == .dash || divider == .mark || divider == .underscore {
      place += 1
      blankCount += skipBlanks()
    } else if !isLong || blankCount == 0 {
      return nil
    }
    let end = place + 4
    guard endOfDigits(from: place) == end else { return nil }
    let isPlain = divider == .dash && blankCount == 0
    // What goes on with another dash or mark and digits is a second day: 1999-03-17 2001-03-20.
    let goesOn = end < signs.count && (signs[end] == .dash || signs[end] == .mark) && isDigit(end + 1)
    return (isPlain && !isDay) || !goesOn ? (place..<end, isPlain) : nil
  }

  private func endOfDigits(from index: Int) -> Int {
    var end = index
    while end < signs.count, isDigit(end) { end += 1 }
    return end
  }

  private func digit(_ index: Int) -> Int? {
    guard index < signs.count, case .digit(let value) = signs[index] else { return nil }
    return value
  }

  private func values(_ range: Range<Int>) -> [Int] { range.compactMap { digit($0) } }
}
