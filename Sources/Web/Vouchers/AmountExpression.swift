import Ledger

/// What may be typed in an amount field: `1200+350*2`, `12 500,50`, `(9 000 - 450)/3`. The one evaluator; `grid.js` has
/// its mirror, which says the same of every text, and a test holds the two together.
///
/// Reckoned exactly, as fractions of whole numbers, and rounded to whole öre once, at the end, halves away from zero.
enum AmountExpression {
  /// What a text comes to.
  enum Outcome: Hashable {
    case empty
    case amount(Money)
    case fault(Fault)
  }

  /// Why a text is no amount. The raw value is what the mirror calls it.
  enum Fault: String, Error, Hashable {
    case tooLong = "too-long"
    case unknownSign = "unknown-sign"
    case unfinished = "unfinished"
    case signMissing = "sign-missing"
    case parenthesis = "parenthesis"
    case tooDeep = "too-deep"
    case groups = "groups"
    case twoMarks = "two-marks"
    case decimals = "decimals"
    case divisionByZero = "division-by-zero"
    case tooLarge = "too-large"
  }

  /// A sum of forty amounts fits.
  static let byteCountMax = 400
  /// Parentheses in parentheses: nobody has more, and the reader calls itself for each.
  static let depthMax = 20
  /// Digits before the decimal mark, and after it where something is multiplied or divided.
  static let wholeDigitsMax = 12
  static let decimalsMax = 6

  static func evaluate(_ text: String) -> Outcome {
    guard text.utf8.count <= byteCountMax else { return .fault(.tooLong) }
    do {
      var reader = Reader(bytes: try plain(text))
      guard !reader.isAtEnd else { return .empty }
      return .amount(try reader.amount())
    } catch {
      return .fault(error)
    }
  }

  /// The text in the signs that the reader knows: a blank for every kind of blank, a point for every decimal mark, the
  /// plain minus, times and division signs, and no `kr` at the end.
  private static func plain(_ text: String) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x20, 0xA0, 0x2009, 0x202F: bytes.append(32)
      case 0x30...0x39, 0x28, 0x29, 0x2A, 0x2B, 0x2D, 0x2F: bytes.append(UInt8(scalar.value))
      case 0x2C, 0x2E: bytes.append(UInt8(ascii: "."))
      case 0x2012, 0x2013, 0x2212: bytes.append(UInt8(ascii: "-"))
      case 0xD7, 0xB7: bytes.append(UInt8(ascii: "*"))
      case 0xF7: bytes.append(UInt8(ascii: "/"))
      case 0x4B, 0x6B, 0x52, 0x72: bytes.append(UInt8(scalar.value) | 0x20)
      default: throw .unknownSign
      }
    }
    while bytes.last == 32 { bytes.removeLast() }
    if bytes.suffix(2) == [0x6B, 0x72] {
      bytes.removeLast(2)
      while bytes.last == 32 { bytes.removeLast() }
      // A unit needs something that it is the unit of.
      guard !bytes.isEmpty else { throw .unfinished }
    }
    guard !bytes.contains(0x6B), !bytes.contains(0x72) else { throw .unknownSign }
    return bytes
  }

  /// A fraction in lowest terms, both parts at most 10¹⁸, so that what two of them make fits 128 bits.
  private struct Fraction {
    let over: Int128
    let under: Int128

    init(_ over: Int128, _ under: Int128) throws(Fault) {
      var (a, b) = (over.magnitude, under.magnitude)
      while b > 0 { (a, b) = (b, a % b) }
      let common = max(Int128(a), 1)
      let sign: Int128 = under < 0 ? -1 : 1
      self.over = sign * over / common
      self.under = sign * under / common
      let most: Int128 = 1_000_000_000_000_000_000
      guard self.over.magnitude <= most.magnitude, self.under <= most else { throw .tooLarge }
    }

    static func + (left: Fraction, right: Fraction) throws(Fault) -> Fraction {
      try Fraction(left.over * right.under + right.over * left.under, left.under * right.under)
    }

    static func - (left: Fraction, right: Fraction) throws(Fault) -> Fraction {
      try Fraction(left.over * right.under - right.over * left.under, left.under * right.under)
    }

    static func * (left: Fraction, right: Fraction) throws(Fault) -> Fraction {
      try Fraction(left.over * right.over, left.under * right.under)
    }

    static func / (left: Fraction, right: Fraction) throws(Fault) -> Fraction {
      guard right.over != 0 else { throw .divisionByZero }
      return try Fraction(left.over * right.under, left.under * right.over)
    }
  }

  /// Reads sums of products of numbers and parentheses.
  private struct Reader {
    let bytes: [UInt8]
    private var index = 0
    /// A price per piece may have parts of an öre; an amount may not.
    private var isProduct = false
    private var hasLongDecimals = false

    init(bytes: [UInt8]) {
      self.bytes = bytes
      skipBlanks()
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func amount() throws(Fault) -> Money {
      let value = try sum(depth: 0)
      switch next {
      case nil: break
      case UInt8(ascii: ")"): throw .parenthesis
      default: throw .signMissing
      }
      guard isProduct || !hasLongDecimals else { throw .decimals }
      let under = value.under.magnitude
      let ore = (value.over.magnitude * 200 + under) / (2 * under)
      guard ore <= UInt128(Money.oreMax.magnitude) else { throw .tooLarge }
      return Money(ore: value.over < 0 ? -Int64(ore) : Int64(ore))
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() { while next == 32 { index += 1 } }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: sign) else { return false }
      index += 1
      skipBlanks()
      return true
    }

    private mutating func sum(depth: Int) throws(Fault) -> Fraction {
      var value = try product(depth: depth)
      while true {
        if take("+") {
          value = try value + product(depth: depth)
        } else if take("-") {
          value = try value - product(depth: depth)
        } else {
          return value
        }
      }
    }

    private mutating func product(depth: Int) throws(Fault) -> Fraction {
      var value = try signed(depth: depth)
      while true {
        if take("*") {
          value = try value * signed(depth: depth)
        } else if take("/") {
          value = try value / signed(depth: depth)
        } else {
          return value
        }
        isProduct = true
      }
    }

    private mutating func signed(depth: Int) throws(Fault) -> Fraction {
      var isNegative = false
      while true {
        if take("-") {
          isNegative.toggle()
        } else if !take("+") {
          break
        }
      }
      let value = try part(depth: depth)
      return isNegative ? try Fraction(-value.over, value.under) : value
    }

    private mutating func part(depth: Int) throws(Fault) -> Fraction {
      if take("(") {
        guard depth < AmountExpression.depthMax else { throw .tooDeep }
        let value = try sum(depth: depth + 1)
        guard take(")") else { throw next == nil ? .parenthesis : .signMissing }
        return value
      }
      guard let first = next else { throw .unfinished }
      guard first == UInt8(ascii: ".") || AmountExpression.isDigit(first) else {
        throw first == UInt8(ascii: ")") ? .parenthesis : .unfinished
      }
      return try number()
    }

    private mutating func number() throws(Fault) -> Fraction {
      var over: Int128 = 0
      var wholeDigits = 0
      var groupDigits = 0
      var groupCount = 0
      while let byte = next {
        if AmountExpression.isDigit(byte) {
          over = over * 10 + Int128(byte - 48)
          wholeDigits += 1
          groupDigits += 1
          guard wholeDigits <= AmountExpression.wholeDigitsMax else { throw .tooLarge }
          index += 1
        } else if byte == 32, let after = bytes[index...].first(where: { $0 != 32 }), AmountExpression.isDigit(after) {
          guard groupCount == 0 ? groupDigits <= 3 : groupDigits == 3 else { throw .groups }
          groupCount += 1
          groupDigits = 0
          skipBlanks()
        } else {
          break
        }
      }
      guard groupCount == 0 || groupDigits == 3 else { throw .groups }
      var under: Int128 = 1
      if next == UInt8(ascii: ".") {
        index += 1
        var decimals = 0
        while let byte = next, AmountExpression.isDigit(byte) {
          decimals += 1
          guard decimals <= AmountExpression.decimalsMax else { throw .decimals }
          over = over * 10 + Int128(byte - 48)
          under *= 10
          index += 1
        }
        if decimals > 2 { hasLongDecimals = true }
        guard wholeDigits + decimals > 0 else { throw .unfinished }
        guard next != UInt8(ascii: ".") else { throw .twoMarks }
      }
      skipBlanks()
      return try Fraction(over, under)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

extension AmountExpression.Fault {
  /// What is wrong, and what to do; `place` is the field: ”Debet på rad 2”.
  func words(at place: String, typed: String) -> String {
    switch self {
    case .tooLong:
      "\(place) är längre än \(AmountExpression.byteCountMax) tecken. Dela upp beloppet på flera rader."
    case .unknownSign:
      "\(place) är ”\(typed)”, som inte bara är siffror och räknetecken. Skriv till exempel 12 500,50 eller 1200+350*2."
    case .unfinished: "\(place) är ”\(typed)”, där ett tal saknas. Skriv talet, eller ta bort räknetecknet."
    case .signMissing:
      "\(place) är ”\(typed)”, där ett räknetecken saknas mellan två tal. Skriv +, -, * eller / mellan dem."
    case .parenthesis: "\(place) är ”\(typed)”, där parenteserna inte går ihop. Skriv lika många ( som )."
    case .tooDeep:
      "\(place) har fler än \(AmountExpression.depthMax) parenteser i varandra. Räkna i flera steg."
    case .groups:
      "\(place) är ”\(typed)”, där mellanslagen inte står mellan tusental. Skriv 12 500 eller 12500."
    case .twoMarks:
      "\(place) är ”\(typed)”, med två decimaltecken i ett tal. Skriv tusental med mellanslag och ören efter ett komma: "
        + "12 500,50."
    case .decimals:
      "\(place) är ”\(typed)”, med fler decimaler än ett belopp har. Skriv högst två; menar du tusental, skriv mellanslag."
    case .divisionByZero: "\(place) är ”\(typed)”, en division med noll. Rätta talet efter /."
    case .tooLarge: "\(place) är större än tio miljarder kronor. Kontrollera beloppet."
    }
  }
}
