public import Ledger

extension Budget {
  /// How many years a budget spans: its own and two plan years (KL 11:6).
  public static let yearCount = 3
  /// The most lines that a budget has: several for each insats of the largest association, and room to spare.
  public static let lineCountMax = 400

  /// What of an earlier budget a new one begins with.
  public enum Copying: Hashable, Sendable {
    /// The amounts as they stand, year by year.
    case amounts
    /// The plan: what was planned for the new year becomes its budget, and the last plan year is repeated.
    case plan
  }

  /// A budget of another year with this one's lines. Opening equity is to be said by whoever begins it; closing equity
  /// follows from the lines.
  public func copied(to year: Int, _ copying: Copying, expectedOpeningEquity: Money) -> Budget {
    let first = copying == .plan ? min(max(year - self.year, 0), Budget.yearCount - 1) : 0
    let lines = lines.map { line in
      var line = line
      let last = line.amounts.last ?? .zero
      line.amounts = (0..<Budget.yearCount).map { offset in
        first + offset < line.amounts.count ? line.amounts[first + offset] : last
      }
      return line
    }
    return Budget(year: year, lines: lines, expectedOpeningEquity: expectedOpeningEquity)
  }

  /// The budget with an amount for each of its three years on every line, nought where none is said.
  public var filled: Budget {
    var budget = self
    for index in budget.lines.indices {
      let amounts = budget.lines[index].amounts
      budget.lines[index].amounts = (0..<Budget.yearCount).map { $0 < amounts.count ? amounts[$0] : .zero }
    }
    budget.statedClosingEquity = Array(statedClosingEquity.prefix(Budget.yearCount))
    return budget
  }

  /// The names that sums of the appendix have, which no line may have.
  public static let sumIDs: Set<String> = [
    "medlemsintakter", "ovriga-intakter", "gemensamma-kostnader", "medlemskostnader", "finansiella-poster",
    "summa-kostnader", "resultat", "ingaende-eget-kapital", "utgaende-eget-kapital",
  ]

  /// A short name that no line or sum has, made of a title: `personal-och-lokal`, `personal-och-lokal-2`.
  public static func lineID(for title: String, among taken: Set<String>) -> String {
    var bytes: [UInt8] = []
    for scalar in title.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "å", "ä", "á", "à": bytes.append(UInt8(ascii: "a"))
      case "ö", "ó", "ø": bytes.append(UInt8(ascii: "o"))
      case "é", "è", "ë": bytes.append(UInt8(ascii: "e"))
      case "ü": bytes.append(UInt8(ascii: "u"))
      default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    bytes = Array(bytes.prefix(40))
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    var stem = bytes.isEmpty ? "rad" : String(decoding: bytes, as: UTF8.self)
    if stem.hasPrefix("rubrik-") { stem = "rad-" + stem }
    let isTaken: (String) -> Bool = { taken.contains($0) || sumIDs.contains($0) }
    if !isTaken(stem) { return stem }
    var number = 2
    while isTaken("\(stem)-\(number)") { number += 1 }
    return "\(stem)-\(number)"
  }
}
