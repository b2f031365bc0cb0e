import Association
public import Ledger
public import Statements

/// Numbers as they are written in Swedish: U+00A0 between thousands and before the unit, U+2212 for minus, a decimal
/// comma. The report, its checks and every printer use these and nothing else, so that a number has one form only.
public enum Numerals {
  /// The space that keeps a number on one line.
  public static let space = "\u{00A0}"
  /// What stands in a table where there is no number to tell.
  static let nothing = "–"
  /// The minus sign, which screen readers say as minus and a hyphen is not.
  public static let minus = "\u{2212}"

  /// A whole number with its thousands apart: `−2 422 563`.
  public static func whole(_ number: Int64) -> String {
    // 19 digits, six spaces of two bytes and a minus of three.
    String(unsafeUninitializedCapacity: 34) { bytes in
      var rest = number.magnitude
      var first = 34
      var count = 0
      repeat {
        if count > 0, count % 3 == 0 {
          first -= 2
          (bytes[first], bytes[first + 1]) = (0xC2, 0xA0)
        }
        first -= 1
        bytes[first] = UInt8(48 + rest % 10)
        rest /= 10
        count += 1
      } while rest > 0
      if number < 0 {
        first -= 3
        (bytes[first], bytes[first + 1], bytes[first + 2]) = (0xE2, 0x88, 0x92)
      }
      for index in first..<34 { bytes[index - first] = bytes[index] }
      return 34 - first
    }
  }

  /// Tenths with a decimal comma: 201 is `20,1`.
  public static func tenths(_ number: Int64) -> String {
    let size = number.magnitude
    let whole = whole(Int64(size / 10))
    return "\(number < 0 ? minus : "")\(whole),\(size % 10)"
  }

  /// An amount in whole kronor, `1 611 554 kr`.
  public static func kronor(_ amount: Money) -> String { kronor(units: amount.rounded(toUnitsOf: 100)) }

  /// That many whole kronor, unit and all.
  public static func kronor(units: Int64) -> String { "\(whole(units))\(space)kr" }

  /// An amount in thousands of kronor, `1 612 tkr`.
  public static func thousands(_ amount: Money) -> String { thousands(units: amount.rounded(toUnitsOf: 100_000)) }

  /// That many thousands of kronor, unit and all.
  public static func thousands(units: Int64) -> String { "\(whole(units))\(space)tkr" }

  /// An amount in millions of kronor with one decimal, `13,9 mnkr`.
  public static func millions(_ amount: Money) -> String {
    "\(tenths(amount.rounded(toUnitsOf: 10_000_000)))\(space)mnkr"
  }

  /// An amount with its öre, `1 234,50 kr`: for the ledger, where nothing is rounded.
  public static func ore(_ amount: Money) -> String { "\(bareOre(amount))\(space)kr" }

  /// The same without its unit, `1 234,50`: for a column whose heading says it.
  public static func bareOre(_ amount: Money) -> String {
    let size = amount.ore.magnitude
    let cents = size % 100
    return "\(amount.ore < 0 ? minus : "")\(whole(Int64(size / 100))),\(cents < 10 ? "0" : "")\(cents)"
  }

  /// A share in whole per cent, `20 %`.
  public static func percent(_ share: Share) -> String { "\(whole(share.percent))\(space)%" }

  /// A share in per cent with one decimal, `20,1 %`.
  public static func percentWithDecimal(_ share: Share) -> String { "\(tenths(share.permille))\(space)%" }

  /// What is told in place of a figure of people: `färre än 5`, `minst 27`, `minst 87 %`, or a dash. A share is
  /// rounded down, for it is the least that it can be.
  public static func withheld(_ withheld: Figure.Withheld) -> String {
    switch withheld {
    case .count(.exact(let count)): whole(Int64(count))
    case .count(.fewer(let threshold)): "färre än\(space)\(whole(Int64(threshold)))"
    case .count(.atLeast(let least)): "minst\(space)\(whole(Int64(least)))"
    case .share(let least?):
      "minst\(space)\(whole(least.numerator * 100 / least.denominator))\(space)%"
    case .count(.withheld), .share(atLeast: nil), .amount: nothing
    }
  }

  /// A day, `31 december 2022`.
  public static func date(_ day: CalendarDate) -> String {
    "\(day.day)\(space)\(monthNames[day.month - 1]) \(day.year)"
  }

  /// A count in words from noll to tolv, in digits above; one is `ett`, or `en` before a word that asks for it.
  public static func words(_ count: Int64, oneIs one: String = "ett") -> String {
    guard (0...12).contains(count) else { return whole(count) }
    return count == 1 ? one : countNames[Int(count)]
  }

  private static let countNames = [
    "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
  ]

  /// The months, in order.
  public static let monthNames = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
  ]
}
