public import Ledger

/// The delegationsordning: which groups of matters the board has let somebody decide (lag 2003:1210 10 §, KL 6:37–38).
public struct DelegationOrder: Hashable, Sendable {
  /// A point of the order.
  public struct Point: Hashable, Sendable {
    /// Its number as it is cited, `3.2`.
    public var number: String
    /// What may be decided.
    public var matter: String
    /// By which function.
    public var delegate: String
    /// Up to how much; nil where it is not a matter of money or there is no limit.
    public var limit: Money?
    /// Conditions.
    public var conditions: String

    /// A point.
    public init(number: String, matter: String, delegate: String, limit: Money? = nil, conditions: String = "") {
      self.number = number
      self.matter = matter
      self.delegate = delegate
      self.limit = limit
      self.conditions = conditions
    }
  }

  /// The points, in the order's own order.
  public let points: [Point]

  /// An order: every point says what and by whom, has a number of its own, and delegates nothing that is the board's alone.
  public init(_ points: [Point]) throws(OrderRefusal) {
    guard !points.isEmpty else { throw .empty }
    for (index, point) in points.enumerated() {
      guard point.number.hasWords, point.matter.hasWords, point.delegate.hasWords else {
        throw .pointIncomplete(index + 1)
      }
      if let limit = point.limit, limit <= .zero { throw .limitNotPositive(index + 1) }
      if let same = points[..<index].firstIndex(where: { $0.number == point.number }) {
        throw .pointTwice(same + 1, index + 1)
      }
      if let word = DelegationOrder.undelegable(in: point.matter) {
        throw .undelegable(point.number, word: word)
      }
      if DelegationOrder.isAppeal(point.matter) { throw .appealDelegated(point.number) }
    }
    self.points = points
  }

  /// What the board may let nobody else decide: matters of the goals, direction, scope or quality of the work (10 §).
  private static let reserved: [String: [String]] = [
    "mål": ["mål", "måls", "målen", "målens", "målet", "målets", "verksamhetsmål", "verksamhetsmålen"],
    "inriktning": ["inriktning", "inriktningen", "inriktningens", "inriktningar", "verksamhetsinriktning"],
    "omfattning": ["omfattning", "omfattningen", "omfattningens"],
    "kvalitet": ["kvalitet", "kvalitets", "kvaliteten", "kvalitetens"],
  ]

  /// The word in a matter that names what may not be delegated; nil where none does. ”I mål och ärenden” is of courts, and
  /// ”i den omfattning” of how much.
  static func undelegable(in matter: String) -> String? {
    let words = DelegationOrder.words(of: matter)
    for (index, word) in words.enumerated() {
      guard
        let found = ["mål", "inriktning", "omfattning", "kvalitet"].first(where: {
          reserved[$0]?.contains(word) ?? false
        })
      else { continue }
      let before = index > 0 ? words[index - 1] : ""
      let twoBefore = index > 1 ? words[index - 2] : ""
      if found == "mål",
        before == "i" || (index + 2 < words.count && words[index + 1] == "och" && words[index + 2] == "ärenden")
      {
        continue
      }
      if found == "omfattning", before == "den", twoBefore == "i" { continue }
      return found
    }
    return nil
  }

  private static func isAppeal(_ matter: String) -> Bool {
    let words = words(of: matter)
    return words.contains { $0.hasPrefix("yttrande") || $0 == "yttra" || $0.hasPrefix("framställning") }
      && words.contains { $0.hasPrefix("överklag") }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }

  /// The number of the point that a decision names in place of the board's paragraph: `3.2` of `delegation 3.2` and
  /// `Delegationsordningen punkt 3.2`; nil for a paragraph of the board.
  public static func number(in paragraph: String) -> String? {
    let words = paragraph.split(separator: " ").map { String($0) }
    guard words.contains(where: { $0.lowercased().hasPrefix("delegation") }), let last = words.last,
      !last.lowercased().hasPrefix("delegation")
    else { return nil }
    return last
  }

  /// How a decision by a point is cited.
  public static func citation(of number: String) -> String { "delegation \(number)" }
}

extension OrderVersion<DelegationOrder> {
  /// The point by which an amount is decided; refused where there is none, or where it is for less.
  public func point(_ number: String, for amount: Money) throws(OrderRefusal) -> DelegationOrder.Point {
    guard let point = content.points.first(where: { $0.number == number }) else { throw .pointUnknown(number, name) }
    if let limit = point.limit, limit < amount { throw .overDelegation(number, name, limit: limit, amount: amount) }
    return point
  }
}
