import Ledger
import Statements

/// A number that somebody has typed in running text: an amount, a percentage or a count. Years, dates, paragraphs of
/// law, ages, numbers of things (`not 3`) and the like are not.
struct TypedNumber {
  enum Unit {
    case kronor
    case thousands
    case millions
    case percent
    case none
  }

  /// The digits without the comma: 72,5 is 725 with one decimal.
  let digits: Int64
  /// How many of them stand after the comma.
  let decimals: Int
  /// What it counts.
  let unit: Unit
  /// The number and its unit, as typed.
  let text: String
  /// The word that follows, in small letters; empty where the unit followed or nothing.
  let noun: String
  /// The sentence it stands in, shared by all of its numbers.
  let sentence: TypedSentence

  /// The most numbers that are taken up of one passage, and of one chapter. Nobody writes as many by hand; a text of
  /// nothing else would be checked, and its findings told, for minutes.
  static let passageCountMax = 500
  static let chapterCountMax = 1000

  /// Whether the number is an amount of money.
  var isAmount: Bool { unit == .kronor || unit == .thousands || unit == .millions }

  /// How many öre its last digit is worth, for an amount.
  var oreEach: Int64 {
    let whole: Int64 =
      switch unit {
      case .kronor: 100
      case .thousands: 100_000
      case .millions: 100_000_000
      case .percent, .none: 1
      }
    return (0..<decimals).reduce(whole) { size, _ in max(1, size / 10) }
  }

  /// The amount in öre, without sign.
  var ore: Int64 {
    let (ore, overflow) = digits.multipliedReportingOverflow(by: oreEach)
    return overflow ? Int64.max : ore
  }

  /// Whether the figure, printed with as many digits, gives this number. `slack` is how many units of the last digit
  /// they may differ by.
  func matches(_ figure: Figure, slack: Int64 = 0) -> Bool {
    func isNear(_ number: Int64) -> Bool { abs(abs(number) - digits) <= slack }
    switch (unit, figure.value) {
    case (.kronor, .amount(let amount)), (.thousands, .amount(let amount)), (.millions, .amount(let amount)):
      if unit == .kronor, decimals == 0, let units = figure.printedUnits, isNear(units) { return true }
      return isNear(amount.rounded(toUnitsOf: oreEach))
    case (.percent, .share(let share)):
      return decimals == 0 ? isNear(share.percent) : decimals == 1 && isNear(share.permille)
    case (.none, .count(let count)): return decimals == 0 && isNear(count)
    case (.none, .share(let share)):
      return decimals == 0 && (isNear(share.numerator) || isNear(share.denominator))
    default: return false
    }
  }
}

extension String {
  /// The numbers typed in the text, in order; of a text with very many, the first.
  var typedNumbers: [TypedNumber] {
    var scanner = NumberScanner(scalars: Array(unicodeScalars))
    return scanner.numbers()
  }
}

extension AnnualReport {
  /// The passages in which numbers are typed, in order of print, with those numbers; of a chapter with very many, the
  /// first.
  var typedPassages: [(passage: Passage, numbers: [TypedNumber])] {
    var left: [String: Int] = [:]
    return passages.compactMap { passage in
      let most = left[passage.chapterID, default: TypedNumber.chapterCountMax]
      guard most > 0 else { return nil }
      let numbers = Array(passage.typed.typedNumbers.prefix(most))
      guard !numbers.isEmpty else { return nil }
      left[passage.chapterID] = most - numbers.count
      return (passage, numbers)
    }
  }
}

/// Walks through a text and takes up its numbers.
private struct NumberScanner {
  let scalars: [Unicode.Scalar]
  var index = 0
  /// The bounds of the sentence that was read last, and of the part of it that its numbers share.
  private var bounds = 0..<0
  private var shared: (bounds: Range<Int>, sentence: TypedSentence)?

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func numbers() -> [TypedNumber] {
    var numbers: [TypedNumber] = []
    while index < scalars.count, numbers.count < TypedNumber.passageCountMax {
      guard scalars[index].isDigit else {
        index += 1
        continue
      }
      if let number = number() { numbers.append(number) }
    }
    return numbers
  }

  /// Takes up the cluster of digits that begins here, and its unit. Nil for what is no quantity.
  private mutating func number() -> TypedNumber? {
    let start = index
    var digits: [Unicode.Scalar] = []
    var decimals = 0
    var isQuantity = isBorder(before: start)
    var isGrouped = false
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isDigit {
        digits.append(scalar)
        if decimals > 0 { decimals += 1 }
      } else if scalar.isSpace, scalar != "\n", decimals == 0, isGroup(at: index + 1) {
        isGrouped = true
      } else if scalar == ",", decimals == 0, isDigit(at: index + 1) {
        decimals = 1
      } else if Self.joints.contains(scalar), isDigit(at: index + 1) {
        isQuantity = false
      } else {
        break
      }
      index += 1
    }
    if index < scalars.count, scalars[index].isWordPart || scalars[index] == "_" { isQuantity = false }
    decimals = max(0, decimals - 1)
    let end = index
    guard isQuantity, digits.count <= 15, let size = Int64(String(String.UnicodeScalarView(digits))) else { return nil }
    let (unit, word, unitEnd) = unit(from: end)
    guard let unit, isCounted(unit, start: start, size: size, isGrouped: isGrouped, next: word) else { return nil }
    index = unitEnd
    return TypedNumber(
      digits: size, decimals: decimals, unit: unit,
      text: String(String.UnicodeScalarView(scalars[start..<unitEnd])), noun: unit == .none ? word : "",
      sentence: sentence(around: start))
  }

  private static let joints: Set<Unicode.Scalar> = [":", "/", "-", "\u{2013}", "."]

  private func isDigit(at index: Int) -> Bool { index < scalars.count && scalars[index].isDigit }

  /// Three digits and then no fourth: the next group of a number written with spaces.
  private func isGroup(at index: Int) -> Bool {
    (0..<3).allSatisfy { isDigit(at: index + $0) } && !isDigit(at: index + 3)
  }

  /// What stands right before must not make the number part of something else: `R15`, `COVID-19`, a link.
  private func isBorder(before start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = scalars[start - 1]
    if before.isWordPart || "§/@._#=?&:\u{FFFC}".unicodeScalars.contains(before) { return false }
    guard before == "-" || before == "\u{2013}" else { return true }
    return start < 2 || scalars[start - 2].isSpace
  }

  /// The unit that follows, or the word; nil for what makes the number something else than a quantity.
  private func unit(from end: Int) -> (TypedNumber.Unit?, String, Int) {
    var next = end
    while next < scalars.count, scalars[next].isSpace { next += 1 }
    guard next < scalars.count else { return (TypedNumber.Unit.none, "", end) }
    if scalars[next] == "%" { return (.percent, "", next + 1) }
    if scalars[next] == "§" { return (nil, "", end) }
    var stop = next
    while stop < scalars.count, scalars[stop].isWordPart { stop += 1 }
    let word = String(String.UnicodeScalarView(scalars[next..<stop])).lowercased()
    switch word {
    case "kr", "kronor", "sek": return (.kronor, "", stop)
    case "tkr", "ksek": return (.thousands, "", stop)
    case "mnkr", "mkr", "msek", "miljoner", "miljon", "milj": return (.millions, "", stop)
    case "procent": return (.percent, "", stop)
    case let word where Self.notQuantities.contains(word): return (nil, word, end)
    default: return (TypedNumber.Unit.none, word, end)
    }
  }

  private static let notQuantities = Set(
    ["kap", "kapitlet", "procentenhet", "procentenheter", "år", "års", "årig", "åriga", "åring", "åringar"]
      + Numerals.monthNames)

  /// A number without unit may be the number of something, a year or an address.
  private func isCounted(_ unit: TypedNumber.Unit, start: Int, size: Int64, isGrouped: Bool, next: String) -> Bool {
    guard unit == .none else { return true }
    if !isGrouped, (1900...2199).contains(size) { return false }
    var stop = start
    while stop > 0, !scalars[stop - 1].isWordPart {
      guard scalars[stop - 1].isSpace || scalars[stop - 1] == "." else { return scalars[stop - 1] != "§" }
      stop -= 1
    }
    var first = stop
    while first > 0, scalars[first - 1].isWordPart { first -= 1 }
    let word = String(String.UnicodeScalarView(scalars[first..<stop])).lowercased()
    return !Self.numberedThings.contains(word) && !word.ends(in: "mål") && !word.ends(in: "gatan")
      && !word.ends(in: "vägen")
  }

  private static let numberedThings: Set<String> = [
    "lag", "lagen", "not", "noten", "tabell", "diagram", "sida", "sid", "sidan", "bilaga", "kapitel", "kap", "punkt",
    "nr", "nummer", "steg", "dnr", "agenda", "kvartal", "vecka", "paragraf", "artikel", "version", "år", "nivå", "kl",
    "rekommendation", "konto", "box", "mål",
  ]

  /// The sentence that the number stands in; of a long one, at least the 400 signs on either side.
  private mutating func sentence(around place: Int) -> TypedSentence {
    if !bounds.contains(place) { bounds = sentenceBounds(around: place) }
    let width = 400
    let block = (place - bounds.lowerBound) / width
    let first = bounds.lowerBound + max(0, block - 1) * width
    let part = first..<min(bounds.upperBound, bounds.lowerBound + (block + 2) * width)
    if let shared, shared.bounds == part { return shared.sentence }
    let sentence = TypedSentence(String(String.UnicodeScalarView(scalars[part])))
    shared = (part, sentence)
    return sentence
  }

  /// Numbers come in order, so that no sign is passed more than a few times.
  private func sentenceBounds(around place: Int) -> Range<Int> {
    func isStop(_ index: Int) -> Bool {
      let scalar = scalars[index]
      guard scalar == "." || scalar == "!" || scalar == "?" else { return scalar == "\n" }
      return index + 1 == scalars.count || scalars[index + 1].isSpace
    }
    var first = place
    while first > bounds.upperBound, !isStop(first - 1) { first -= 1 }
    var last = place
    while last < scalars.count, !isStop(last) { last += 1 }
    return first..<last
  }
}
