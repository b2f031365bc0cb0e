public import Association
public import Ledger

/// One of the years that a budget plans: what it comes to, and how equity stands against its cap then.
public struct BudgetPlan: Hashable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The sums of the groups as they are written: income and costs positive, financial items with their sign.
  public let sums: [Budget.Line.Group: Money]
  /// Income less costs; positive for a surplus.
  public let result: Money
  /// Equity expected when the year begins.
  public let opening: Money
  /// Equity expected when it ends: as the board has stated it, else opening plus result.
  public let closing: Money
  /// Opening plus result.
  public let reckonedClosing: Money
  /// What the cap is reckoned on: the year's income or contributions, by the association's choice.
  public let capBase: Money
  /// The most that equity should be; nil where there is no income to reckon it on.
  public let cap: Money?

  /// All income.
  public var income: Money { (sums[.contributions] ?? .zero) + (sums[.otherIncome] ?? .zero) }
  /// All costs, positive.
  public var costs: Money { (sums[.commonCosts] ?? .zero) + (sums[.insatsCosts] ?? .zero) }
  /// Whether the board has stated a closing equity that does not follow from the lines.
  public var isStated: Bool { closing != reckonedClosing }
  /// How much equity is over its cap when the year ends; nought if it is not.
  public var overCap: Money { cap.map { max(closing - $0, .zero) } ?? .zero }
  /// How much equity is over its cap when the year begins; nought if it is not.
  public var openingOverCap: Money { cap.map { max(opening - $0, .zero) } ?? .zero }
}

extension Budget {
  /// The years that it plans, each with its sums, its equity and the cap.
  public func plan(settings: Settings) -> [BudgetPlan] {
    (0..<plannedYearCount).map { offset in
      var sums: [Line.Group: Money] = [:]
      for line in lines where offset < line.amounts.count {
        sums[line.group, default: .zero] += line.amounts[offset]
      }
      let contributions = sums[.contributions] ?? .zero
      let base = settings.capBase == .income ? contributions + (sums[.otherIncome] ?? .zero) : contributions
      let opening = openingEquity(yearOffset: offset)
      return BudgetPlan(
        year: year + offset, sums: sums, result: result(yearOffset: offset), opening: opening,
        closing: closingEquity(yearOffset: offset), reckonedClosing: opening + result(yearOffset: offset),
        capBase: base, cap: base > .zero ? equityCapAmount(base: base, settings: settings) : nil)
    }
  }
}

/// A budget that says what a year came to, so that the next can be begun with it: contributions member by member,
/// insatser receiver by receiver, other costs account by account. Its result is the year's.
public func budgetOfOutcome(
  _ books: Books, mapping: Mapping, association: Association, year: Int, expectedOpeningEquity: Money
) -> Budget {
  let sorted = SortedBooks(books, mapping: mapping)
  var sums: [OutcomeKey: Money] = [:]
  for line in mapping.incomeLines {
    for balance in sorted.of(line.id) where balance.change != .zero {
      let key: OutcomeKey
      if mapping.contributions.counts(balance) {
        key = .contribution(balance.objects[.party] ?? "")
      } else if mapping.insatsCosts.counts(balance) {
        key = .insats(balance.objects[.insats] ?? "", balance.objects[.party] ?? "")
      } else {
        key = .account(OutcomeKey.group(ofLine: line.id), balance.account)
      }
      sums[key, default: .zero] += key.group.isCost ? balance.change : -balance.change
    }
  }
  var taken: Set<String> = []
  let lines = sums.sorted { OutcomeKey.isBefore($0.key, $1.key, association) }.map { key, sum -> Budget.Line in
    let title = key.title(association, books)
    let id = Budget.lineID(for: title, among: taken)
    taken.insert(id)
    let member = association.members.contains { $0.id == key.memberID } ? key.memberID : ""
    let insats = association.insatser.contains { $0.id == key.insatsID } ? key.insatsID : ""
    return Budget.Line(
      id: id, title: title, group: key.group, memberID: member, insatsID: insats,
      amounts: Array(repeating: sum, count: Budget.yearCount))
  }
  return Budget(year: year, lines: lines, expectedOpeningEquity: expectedOpeningEquity)
}

/// What becomes a line of its own.
private enum OutcomeKey: Hashable {
  case contribution(String)
  case insats(String, String)
  case account(Budget.Line.Group, AccountNumber)

  var group: Budget.Line.Group {
    switch self {
    case .contribution: .contributions
    case .insats: .insatsCosts
    case .account(let group, _): group
    }
  }

  var memberID: String {
    switch self {
    case .contribution(let member): member
    case .insats(_, let member): member
    case .account: ""
    }
  }

  var insatsID: String { if case .insats(let insats, _) = self { insats } else { "" } }

  static func group(ofLine id: String) -> Budget.Line.Group {
    switch id {
    case "verksamhetens-intakter", "skatteintakter", "generella-statsbidrag": .otherIncome
    case "finansiella-intakter", "finansiella-kostnader", "extraordinara-poster": .financial
    default: .commonCosts
    }
  }

  func title(_ association: Association, _ books: Books) -> String {
    func member(_ id: String) -> String { association.members.first { $0.id == id }?.name ?? id }
    switch self {
    case .contribution(let id): return id.isEmpty ? "Medlemsavgifter utan medlem" : "Medlemsavgift \(member(id))"
    case .insats(let id, let receiver):
      let name = association.insatser.first { $0.id == id }?.name ?? id
      let title = name.isEmpty ? "Insatser utan namn" : name
      return receiver.isEmpty ? title : "\(title), \(member(receiver))"
    case .account(_, let number): return books.name(of: number)
    }
  }

  /// In the order of the appendix: members and insatser as the association lists them, accounts by number.
  static func isBefore(_ left: OutcomeKey, _ right: OutcomeKey, _ association: Association) -> Bool {
    let groups = Budget.Line.Group.inOrder
    func place(_ key: OutcomeKey) -> [Int] {
      func index(_ id: String, _ ids: [String]) -> Int { ids.firstIndex(of: id) ?? ids.count }
      return [
        groups.firstIndex(of: key.group) ?? groups.count, index(key.insatsID, association.insatser.map(\.id)),
        index(key.memberID, association.members.map(\.id)),
      ]
    }
    let (first, second) = (place(left), place(right))
    if first != second { return first.lexicographicallyPrecedes(second) }
    return left.text < right.text
  }

  private var text: String {
    switch self {
    case .contribution(let id): id
    case .insats(let id, let receiver): "\(id) \(receiver)"
    case .account(_, let number): number.text
    }
  }
}
