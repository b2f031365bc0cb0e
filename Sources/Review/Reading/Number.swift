/// A number as it was printed: no more digits than it had, no binary fractions.
public struct Number: Hashable, Sendable, Comparable {
  /// The value in thousandths of what was printed.
  public var thousandths: Int64
  /// How many decimals were printed, 0 to 3.
  public var decimals: Int

  /// A number of so many thousandths.
  public init(thousandths: Int64, decimals: Int = 0) {
    self.thousandths = thousandths
    self.decimals = decimals
  }

  /// A whole number.
  public init(_ whole: Int64) { self.init(thousandths: whole &* 1000) }

  /// The whole part, towards zero.
  public var whole: Int64 { thousandths / 1000 }
  /// Whether it has no fraction.
  public var isWhole: Bool { thousandths % 1000 == 0 }
  /// Without its sign.
  public var magnitude: Number { Number(thousandths: abs(thousandths), decimals: decimals) }
  /// With the other sign.
  public static prefix func - (number: Number) -> Number {
    Number(thousandths: -number.thousandths, decimals: number.decimals)
  }
  /// The smaller first.
  public static func < (left: Number, right: Number) -> Bool { left.thousandths < right.thousandths }

  /// Half of the last printed place, in thousandths: how far a rounded number may be from what it was rounded from.
  var halfStep: Int64 {
    switch decimals {
    case 0: 500
    case 1: 50
    case 2: 5
    default: 1
    }
  }

  /// The number in Swedish form: `−2 422 563`, `20,1`.
  public var text: String {
    var digits = String(abs(thousandths) / 1000)
    var grouped = ""
    while digits.utf8.count > 3 {
      grouped = "\u{00A0}\(digits.suffix(3))\(grouped)"
      digits = String(digits.dropLast(3))
    }
    var text = "\(thousandths < 0 ? "\u{2212}" : "")\(digits)\(grouped)"
    if decimals > 0 {
      let fraction = String(1000 + abs(thousandths) % 1000).dropFirst()
      text += ",\(fraction.prefix(decimals))"
    }
    return text
  }

  /// The number as JSON has it: `-2422563`, `20.1`.
  public var json: String {
    var text = "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000)"
    if decimals > 0 || thousandths % 1000 != 0 {
      var fraction = String(String(1000 + abs(thousandths) % 1000).dropFirst())
      while fraction.hasSuffix("0") { fraction.removeLast() }
      if !fraction.isEmpty { text += ".\(fraction)" }
    }
    return text
  }
}

/// In what a number counts.
public enum Unit: String, Hashable, Sendable, CaseIterable {
  case kronor = "kr"
  case thousands = "tkr"
  case millions = "mnkr"
  case percent = "procent"
  case percentagePoints = "procentenheter"
  case count = "antal"
  case year = "år"
  case none = ""

  /// How many kronor one is; nil where it is no money.
  var kronor: Int64? {
    switch self {
    case .kronor: 1
    case .thousands: 1000
    case .millions: 1_000_000
    default: nil
    }
  }

  /// The sign after a number: `kr`, `%`.
  var sign: String {
    switch self {
    case .percent: "\u{00A0}%"
    case .kronor, .thousands, .millions, .percentagePoints: "\u{00A0}\(rawValue)"
    default: ""
    }
  }
}

/// A number found in a line: where, how it was written, and how sure the reading is.
struct NumberToken: Hashable, Sendable {
  /// Its bytes in the folded line, sign and unit not counted.
  var range: Range<Int>
  var value: Number
  var unit: Unit
  /// Whether a minus or plus stands before it, and whether a blank stands between.
  var isSigned = false
  var isLoosely = false
  /// Where the unit ends.
  var end: Int
  /// In hundredths.
  var confidence = 98

  /// One unit of the last place that it is printed with, in thousandths of a krona; nil where it is no money.
  var step: Int64? {
    unit.kronor.map { kronor in
      switch value.decimals {
      case 0: 1000 * kronor
      case 1: 100 * kronor
      case 2: 10 * kronor
      default: kronor
      }
    }
  }
}

/// Reads numbers out of folded text.
enum NumberScanner {
  /// More digits than this are no amount of any association.
  static let digitCountMax = 13

  /// Every number of a range of folded text that counts something: no dates, no numbers of laws, paragraphs or cases.
  static func tokens(in bytes: [UInt8], from start: Int = 0, to stop: Int? = nil) -> [NumberToken] {
    let stop = stop ?? bytes.count
    var tokens: [NumberToken] = []
    var at = start
    while at < stop {
      guard bytes[at].isDigit else {
        at += 1
        continue
      }
      if at > start, bytes[at - 1].isLetterByte || bytes[at - 1] == 0x5F {
        at = skip(bytes, at, stop)
        continue
      }
      if let end = notACount(bytes, at, stop) {
        at = end
        continue
      }
      let token = number(bytes, at, stop)
      if let token { tokens.append(token) }
      at = token.map { Swift.max($0.end, $0.range.upperBound) } ?? skip(bytes, at, stop)
    }
    return tokens
  }

  private static func skip(_ bytes: [UInt8], _ at: Int, _ stop: Int) -> Int {
    var at = at
    while at < stop, bytes[at].isWordByte { at += 1 }
    return at
  }

  /// How many digits stand from there.
  static func digits(_ bytes: [UInt8], _ at: Int, _ stop: Int) -> Int {
    var end = at
    while end < stop, bytes[end].isDigit { end += 1 }
    return end - at
  }

  /// The end of a date, a law's number, a case number, an organisation number or a section, which are no counts.
  private static func notACount(_ bytes: [UInt8], _ at: Int, _ stop: Int) -> Int? {
    let size = digits(bytes, at, stop)
    let end = at + size
    if end + 1 < stop, bytes[end + 1].isDigit {
      switch bytes[end] {
      case 58, 47: return skip(bytes, end + 1, stop)
      case 45 where size == 6 && digits(bytes, end + 1, stop) == 4: return end + 5
      case 45 where size == 4 && digits(bytes, end + 1, stop) == 2:
        let next = end + 3
        if next + 1 < stop, bytes[next] == 45, bytes[next + 1].isDigit {
          return next + 1 + digits(bytes, next + 1, stop)
        }
        return nil
      case 46 where size <= 2:
        // 1.10.4 is a section; 1.234.567 is an amount.
        let second = digits(bytes, end + 1, stop)
        let next = end + 1 + second
        if second != 3, next + 1 < stop, bytes[next] == 46, bytes[next + 1].isDigit {
          return skip(bytes, next + 1, stop)
        }
        return nil
      default: return nil
      }
    }
    if end + 1 < stop, bytes[end] == 58, bytes[end + 1].isLetterByte { return skip(bytes, end + 1, stop) }
    return nil
  }

  /// The number that begins there, its groups of three joined.
  static func number(_ bytes: [UInt8], _ start: Int, _ stop: Int) -> NumberToken? {
    var size = digits(bytes, start, stop)
    guard size > 0 else { return nil }
    var end = start + size
    var value: Int64 = 0
    var digitCount = size
    guard digitCount <= digitCountMax else { return nil }
    for index in start..<end { value = value * 10 + Int64(bytes[index] - 48) }
    var groups = 0
    if size <= 3 {
      while end + 4 <= stop, digitCount + 3 <= digitCountMax {
        let mark = bytes[end]
        guard mark == 32 || mark == 46 || mark == 39 || mark == 44 else { break }
        guard digits(bytes, end + 1, stop) == 3 else { break }
        if mark == 44 {
          // A comma parts thousands only where another group follows in the same way.
          let more = end + 4 < stop && bytes[end + 4] == 44 && digits(bytes, end + 5, stop) == 3
          guard more || groups > 0 && bytes[end - 4] == 44 else { break }
        }
        if end + 4 < stop, bytes[end + 4].isLetterByte, mark != 32 { break }
        for index in (end + 1)...(end + 3) { value = value * 10 + Int64(bytes[index] - 48) }
        digitCount += 3
        end += 4
        groups += 1
      }
    }
    var fraction: Int64 = 0
    var decimals = 0
    if end + 1 < stop, bytes[end] == 44 || bytes[end] == 46, bytes[end + 1].isDigit {
      size = digits(bytes, end + 1, stop)
      let next = end + 1 + size
      let goesOn = next + 1 < stop && (bytes[next] == 46 || bytes[next] == 44) && bytes[next + 1].isDigit
      if size <= 3, !goesOn {
        for index in 0..<3 { fraction = fraction * 10 + (index < size ? Int64(bytes[end + 1 + index] - 48) : 0) }
        decimals = size
        end = next
      }
    }
    var token = NumberToken(
      range: start..<end, value: Number(thousandths: value * 1000 + fraction, decimals: decimals), unit: .none, end: end
    )
    readSign(&token, bytes)
    readUnit(&token, bytes, stop)
    return token
  }

  private static func readSign(_ token: inout NumberToken, _ bytes: [UInt8]) {
    var before = token.range.lowerBound - 1
    var blanks = 0
    while before >= 0, bytes[before] == 32, blanks < 2 {
      before -= 1
      blanks += 1
    }
    guard before >= 0, bytes[before] == 45 || bytes[before] == 43 else { return }
    // `16-65` and `2019–2023` are ranges, `jan-dec` is a word.
    if before > 0 {
      var left = before - 1
      if blanks > 0, bytes[left] == 32 { left -= 1 }
      if left >= 0, bytes[left].isWordByte, blanks == 0 || bytes[before - 1] != 32 { return }
      if left >= 0, bytes[left].isDigit { return }
    }
    token.isSigned = true
    token.isLoosely = blanks > 0
    if bytes[before] == 45 { token.value = -token.value }
  }

  private static let units: [(words: String, unit: Unit)] = [
    ("procentenheter", .percentagePoints), ("procentenhet", .percentagePoints), ("procent", .percent),
    ("%-enheter", .percentagePoints), ("%", .percent), ("tkr", .thousands), ("kkr", .thousands), ("ksek", .thousands),
    ("tusen kronor", .thousands), ("tusentals kronor", .thousands), ("tusen kr", .thousands),
    ("mnkr", .millions), ("mkr", .millions), ("msek", .millions), ("mnkr", .millions),
    ("miljoner kronor", .millions), ("miljoner kr", .millions), ("miljoner", .millions), ("miljon", .millions),
    ("mn kr", .millions), ("milj kr", .millions), ("milj.kr", .millions),
    ("kronor", .kronor), ("kr", .kronor), ("sek", .kronor), (":-", .kronor),
  ]

  private static func readUnit(_ token: inout NumberToken, _ bytes: [UInt8], _ stop: Int) {
    var at = token.range.upperBound
    while at < stop, bytes[at] == 32, at < token.range.upperBound + 2 { at += 1 }
    guard at < stop, bytes[at] == 37 || bytes[at] == 58 || bytes[at].isLetterByte else { return }
    for (words, unit) in units where bytes.find(words, from: at, before: Swift.min(stop, at + words.utf8.count)) == at {
      let end = at + words.utf8.count
      if words.utf8.last?.isLetterByte == true, end < bytes.count, bytes[end].isLetterByte { continue }
      token.unit = unit
      token.end = end
      return
    }
  }
}
