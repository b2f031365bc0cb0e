import Ledger
public import Statements

/// In what form a named figure is printed inside a sentence: `{{eget-kapital|tkr,belopp}}`.
public struct FigureForm: Hashable, Sendable {
  /// The forms that a text can ask for.
  public enum Unit: String, CaseIterable, Sendable {
    /// Whole kronor.
    case kronor = "kr"
    /// Thousands of kronor.
    case thousands = "tkr"
    /// Millions of kronor with one decimal.
    case millions = "mnkr"
    /// Whole per cent.
    case percent = "procent"
    /// Per cent with one decimal.
    case percentWithDecimal = "procent1"
    /// Digits.
    case count = "antal"
    /// Words up to tolv.
    case words = "ord"
  }

  /// The unit; nil for the figure's usual one.
  public var unit: Unit?
  /// Whether the sign is left out, as in `ett underskott på 2 423 tkr`.
  public var isMagnitude: Bool
  /// Whether the word for one is `en`, as in `en ledamot`.
  public var oneIsCommonGender: Bool

  /// The usual form of any figure.
  public static let usual = FigureForm()

  /// A form.
  public init(unit: Unit? = nil, isMagnitude: Bool = false, oneIsCommonGender: Bool = false) {
    self.unit = unit
    self.isMagnitude = isMagnitude
    self.oneIsCommonGender = oneIsCommonGender
  }

  /// Reads `tkr`, `belopp` or `tkr,belopp`; `ord,en` writes one as `en`. Nil where a word is no form.
  public init?(_ text: some StringProtocol) {
    self.init()
    for word in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      switch String(decoding: word, as: UTF8.self).trimmedOfSpaces {
      case "belopp": isMagnitude = true
      case "en": oneIsCommonGender = true
      case let word:
        guard let unit = Unit(rawValue: word), self.unit == nil else { return nil }
        self.unit = unit
      }
    }
  }

  /// The figure in this form, unit included; nil where the form does not fit, as per cent of an amount does not.
  ///
  /// `printedThousands` is the whole number a table in thousands prints for the figure: then the sentence says the
  /// same as the table, which the exact amount rounded alone may not.
  public func text(of figure: Figure, printedThousands: Int64? = nil) -> String? {
    switch (figure.value, unit) {
    case (.amount(let amount), nil), (.amount(let amount), .kronor):
      return Numerals.kronor(units: signed(figure.printedUnits ?? amount.rounded(toUnitsOf: 100)))
    case (.amount(let amount), .thousands):
      return Numerals.thousands(units: signed(printedThousands ?? amount.rounded(toUnitsOf: 100_000)))
    case (.amount(let amount), .millions): return Numerals.millions(isMagnitude ? amount.magnitude : amount)
    case (.count(let count), nil), (.count(let count), .count): return Numerals.whole(signed(count))
    case (.count(let count), .words): return Numerals.words(signed(count), oneIs: oneIsCommonGender ? "en" : "ett")
    case (.share(let share), nil), (.share(let share), .percent): return Numerals.percent(signed(share))
    case (.share(let share), .percentWithDecimal): return Numerals.percentWithDecimal(signed(share))
    case (.date(let day), nil): return Numerals.date(day)
    case (.quoted(let text), nil): return text
    case (.withheld(let withheld), _): return words(of: withheld)
    default: return nil
    }
  }

  /// What a sentence says in place of a figure that is withheld; nil where the form does not fit what it would be.
  private func words(of withheld: Figure.Withheld) -> String? {
    let (units, nothing): (Set<Unit?>, String) =
      switch withheld {
      case .count: ([nil, .count, .words], "ett ej visat antal")
      case .share: ([nil, .percent, .percentWithDecimal], "en ej visad andel")
      case .amount: ([nil, .kronor, .thousands, .millions], "ett ej visat belopp")
      }
    guard units.contains(unit) else { return nil }
    let told = Numerals.withheld(withheld)
    return told == Numerals.nothing ? nothing : told
  }

  private func signed(_ number: Int64) -> Int64 { isMagnitude ? abs(number) : number }

  private func signed(_ share: Share) -> Share {
    guard isMagnitude, share.numerator < 0 else { return share }
    return Share(-share.numerator, of: share.denominator) ?? share
  }
}

extension String {
  /// The text without spaces and tabs, ordinary or no-break, at its ends.
  var trimmedOfSpaces: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\u{00A0}" }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
