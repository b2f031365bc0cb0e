/// A percentage as somebody has printed it, with the decimals it was printed with: `81,4 %`.
///
/// Whether it can be at all is asked by the number it is of: of 31 answers 30 are 97 per cent and 31 are 100, and no
/// number of them is 98.
public struct PrintedPercent: Hashable, Sendable {
  /// The percentage in thousandths of a per cent.
  public let thousandths: Int64
  /// How many decimals were printed, 0 to 3.
  public let decimals: Int

  /// A percentage of so many thousandths, printed with so many decimals.
  public init(thousandths: Int64, decimals: Int = 0) {
    self.thousandths = thousandths
    self.decimals = min(max(decimals, 0), 3)
  }

  /// `81,4`, `81.4 %` or `81`: from 0 to 100, with at most three decimals; else nil.
  public init?(_ text: some StringProtocol) {
    // The sign and the blank before it, of which a hard one is two bytes.
    let blanks: Set<UInt8> = [0x20, 0xC2, 0xA0]
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
    let parts = bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    guard (1...2).contains(parts.count), (1...3).contains(parts[0].count), parts.count == 1 || !parts[1].isEmpty,
      parts.count == 1 || parts[1].count <= 3, parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    func number(_ digits: some Sequence<UInt8>) -> Int64 { digits.reduce(0) { $0 * 10 + Int64($1 - 48) } }
    var thousandths = number(parts[0]) * 1000
    if parts.count == 2 { thousandths += number(parts[1]) * PrintedPercent.unit(parts[1].count) }
    guard thousandths <= 100_000 else { return nil }
    self.init(thousandths: thousandths, decimals: parts.count == 2 ? parts[1].count : 0)
  }

  /// The printed form, `81,4`, without the sign.
  public var text: String {
    let whole = "\(thousandths / 1000)"
    guard decimals > 0 else { return whole }
    let digits = "\(1000 + thousandths % 1000)".dropFirst()
    return "\(whole),\(digits.prefix(decimals))"
  }

  /// One step of the last of so many decimals, in thousandths.
  private static func unit(_ decimals: Int) -> Int64 { [1000, 100, 10, 1][min(max(decimals, 0), 3)] }

  /// Half of the last printed place: how far it may be from what it was rounded from. Of three decimals a whole one.
  private var halfStep: Int64 { decimals == 3 ? 1 : PrintedPercent.unit(decimals) / 2 }

  /// The share of the whole in thousandths of a per cent, rounded; zero of nothing.
  public static func thousandths(_ part: Int64, of whole: Int64) -> Int64 {
    whole == 0 ? 0 : (part * 200_000 + whole) / (2 * whole)
  }

  /// The share as it would be printed with so many decimals.
  public init(_ part: Int64, of whole: Int64, decimals: Int) {
    let unit = PrintedPercent.unit(decimals)
    let exact = PrintedPercent.thousandths(part, of: whole)
    self.init(thousandths: (exact + unit / 2) / unit * unit, decimals: decimals)
  }

  /// Whether it may be that share, rounded either way where it lies midway.
  public func mayBe(_ part: Int64, of whole: Int64) -> Bool {
    abs(thousandths - PrintedPercent.thousandths(part, of: whole)) <= halfStep + 1
  }

  /// How many of the whole it may be; nil where no number of them is printed so.
  public func parts(of whole: Int64) -> ClosedRange<Int64>? {
    guard whole > 0, whole <= 1 << 40 else { return nil }
    let least = max(0, (thousandths - halfStep - 2) * whole / 100_000 - 1)
    let most = min(whole, (thousandths + halfStep + 2) * whole / 100_000 + 1)
    guard least <= most else { return nil }
    var first = least
    while first <= most, !mayBe(first, of: whole) { first += 1 }
    var last = most
    while last > first, !mayBe(last, of: whole) { last -= 1 }
    return first <= most ? first...last : nil
  }

  /// The shares of the whole that lie nearest it, below and above: how many, and how they are printed.
  public func nearest(of whole: Int64) -> [(part: Int64, percent: PrintedPercent)] {
    guard whole > 0 else { return [] }
    let below = min(thousandths * whole / 100_000, whole)
    return (below...min(below + 1, whole)).map { ($0, PrintedPercent($0, of: whole, decimals: decimals)) }
  }
}

/// Whether percentages of women, of men and of all, as somebody has printed them, can be: one by one, and together, for
/// whole numbers of women and men must make a whole number of all.
public enum PrintedShares {
  /// Of whom.
  public enum Group: String, CaseIterable, Sendable {
    /// Alla.
    case all = "alla"
    /// Kvinnor.
    case women = "kvinnor"
    /// Män.
    case men = "män"
  }

  /// Why the percentages cannot be.
  public enum Impossible: Error, Hashable, Sendable {
    /// No number of so many gives the percentage.
    case alone(Group, PrintedPercent, of: Int64)
    /// Each may be, but the women and the men that give theirs never make the number of all that gives that of all.
    case together(nearest: [PrintedPercent])
    /// What is said of all lies outside what is said of women and of men.
    case outside
  }

  /// Passes percentages that may be; else says why not. `base` is how many they are of in all and `bySex` how many women
  /// and men, each nil where it is not said; those of whom sex is not stated are the rest of all.
  public static func examine(
    all: PrintedPercent, women: PrintedPercent? = nil, men: PrintedPercent? = nil, base: Int64? = nil,
    bySex: (women: Int64, men: Int64)? = nil
  ) throws(Impossible) {
    let groups: [(Group, PrintedPercent?, Int64?)] = [
      (.all, all, base), (.women, women, bySex?.women), (.men, men, bySex?.men),
    ]
    for (group, percent, base) in groups {
      // Of nobody there is no share: nothing can be tested.
      guard let percent, let base, base > 0 else { continue }
      guard percent.parts(of: base) != nil else { throw .alone(group, percent, of: base) }
    }
    guard let women, let men else { return }
    let slack = [all, women, men].map { $0.decimals == 0 ? Int64(501) : 51 }.reduce(0, +)
    let range = min(women.thousandths, men.thousandths)...max(women.thousandths, men.thousandths)
    if let bySex, bySex.women > 0, bySex.men > 0 {
      try examineTogether(all, women, men, bySex, base ?? bySex.women + bySex.men)
    } else if let base, base > 1, base <= searchedBaseMax {
      try examineSplits(all, women, men, base)
    } else if all.thousandths < range.lowerBound - slack || all.thousandths > range.upperBound + slack {
      throw .outside
    }
  }

  /// The largest number of all whose every split in women and men is tried: beyond it every whole per cent is possible.
  private static let searchedBaseMax: Int64 = 5000

  private static func examineTogether(
    _ all: PrintedPercent, _ women: PrintedPercent, _ men: PrintedPercent, _ bySex: (women: Int64, men: Int64),
    _ base: Int64
  ) throws(Impossible) {
    guard let ofWomen = women.parts(of: bySex.women), let ofMen = men.parts(of: bySex.men) else { return }
    let rest = max(0, base - bySex.women - bySex.men)
    let least = ofWomen.lowerBound + ofMen.lowerBound
    let most = ofWomen.upperBound + ofMen.upperBound + rest
    guard let ofAll = all.parts(of: base), ofAll.overlaps(least...most) else {
      let nearest = [least, most].map { PrintedPercent($0, of: base, decimals: all.decimals) }
      throw .together(nearest: nearest[0] == nearest[1] ? [nearest[0]] : nearest)
    }
  }

  private static func examineSplits(
    _ all: PrintedPercent, _ women: PrintedPercent, _ men: PrintedPercent, _ base: Int64
  ) throws(Impossible) {
    guard let ofAll = all.parts(of: base) else { return }
    for count in 1..<base {
      guard let ofWomen = women.parts(of: count), let ofMen = men.parts(of: base - count) else { continue }
      let sums = ofWomen.lowerBound + ofMen.lowerBound...ofWomen.upperBound + ofMen.upperBound
      if sums.overlaps(ofAll) { return }
    }
    throw .together(nearest: [])
  }
}

extension PrintedShares.Impossible {
  /// What is, what was expected, what to do.
  public var words: String {
    switch self {
    case .alone(let group, let percent, let base):
      let whose = group == .all ? "" : " för \(group.rawValue)"
      let near = percent.nearest(of: base).map { "\($0.part) av \(base) är \($0.percent.text) %" }
      return
        "\(percent.text) %\(whose) kan inte uppstå ur \(base) svar: \(near.joined(separator: ", ")). Rätta procenttalet "
        + "eller antalet."
    case .together(let nearest):
      let near = nearest.map { "\($0.text) %" }.joined(separator: " eller ")
      return "Andelarna för kvinnor och män ger aldrig den för alla"
        + (near.isEmpty ? " ur så många svar" : ": av dem blir den \(near)") + ". Rätta andelarna, eller skriv hur "
        + "många kvinnor och män det gäller."
    case .outside:
      return "Andelen för alla måste ligga mellan den för kvinnor och den för män. Rätta andelarna."
    }
  }
}
