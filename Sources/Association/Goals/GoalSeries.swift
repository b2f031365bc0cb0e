/// An outcome of a goal over years, oldest first, with a break wherever what is counted is no longer the same: what
/// stands on either side of a break is not compared.
public struct GoalSeries: Hashable, Sendable {
  /// A year of the series.
  public struct Point: Hashable, Sendable {
    /// The calendar year.
    public var year: Int
    /// The goal as it was that year, measured; nil for a year that is quoted.
    public var goal: Goal?
    /// What is quoted of a year that is not in the book.
    public var quoted: QuotedShare?
    /// Why it is not compared with the year before; nil where it is.
    public var breakReason: String?
    /// What others had that year.
    public var comparisons: [QuotedShare]
  }

  /// The goal's short name.
  public var goalID: String
  /// Which of its outcomes, from 0.
  public var index: Int
  /// The years, oldest first.
  public var points: [Point]

  /// Whether there is more to say than the year's own outcome.
  public var hasMore: Bool { points.count > 1 || points.contains { !$0.comparisons.isEmpty } }
}

extension Association {
  /// The series of each outcome of a goal up to its year, as far back as the overview of the years goes. Call it on a
  /// measured association.
  public func series(of goal: Goal) -> [GoalSeries] {
    let first = goal.year - max(settings.overviewYearCount, 2) + 1
    let own = goals.filter { $0.id == goal.id && ($0.year == goal.year || (first..<goal.year).contains($0.year)) }
      .sorted { $0.year < $1.year }
    return goal.outcomes.indices.map { index in
      let quotes = quotedShares.filter { $0.goalID == goal.id && $0.outcome == index + 1 }
      var points = own.filter { $0.outcomes.indices.contains(index) }.map { goal in
        GoalSeries.Point(year: goal.year, goal: goal, comparisons: [])
      }
      for quote in quotes where quote.kind == .history && (first...goal.year).contains(quote.year) {
        guard !points.contains(where: { $0.year == quote.year }) else { continue }
        points.append(GoalSeries.Point(year: quote.year, quoted: quote, comparisons: []))
      }
      points.sort { $0.year < $1.year }
      for place in points.indices {
        points[place].comparisons = quotes.filter { $0.kind == .comparison && $0.year == points[place].year }
        guard let goal = points[place].goal else { continue }
        // A year that is quoted is one's own word that it was the same.
        let before = place > 0 ? points[place - 1].goal : nil
        if place > 0, !goal.breakReason.isEmpty {
          points[place].breakReason = goal.breakReason
        } else if let before, !isSame(goal, before, outcome: index) {
          points[place].breakReason = "Det som räknas är inte detsamma som året före."
        }
      }
      return GoalSeries(goalID: goal.id, index: index, points: points)
    }
  }

  /// Whether an outcome counts the same in two years.
  private func isSame(_ goal: Goal, _ before: Goal, outcome index: Int) -> Bool {
    guard goal.definition == before.definition, goal.insatsID == before.insatsID,
      goal.outcomes[index].title == before.outcomes[index].title
    else { return false }
    switch (goal.outcomes[index].source, before.outcomes[index].source) {
    case (.exits(let left)?, .exits(let right)?): return left == right
    case (.answers(let left, let question)?, .answers(let right, let other)?):
      func scale(_ id: String, _ year: Int) -> (steps: [String], cut: Int)? {
        surveys.first { $0.id == id && $0.year == year }.map { ($0.scale, $0.positiveFrom) }
      }
      let (now, then) = (scale(left, goal.year), scale(right, before.year))
      return question == other && now?.steps == then?.steps && now?.cut == then?.cut
    case (.row(_, let left, let whole)?, .row(_, let right, let other)?): return left == right && whole == other
    case (nil, _), (_, nil): return true
    default: return false
    }
  }

  /// Whether the definition of a goal, compared with the year before's of the same name, has changed.
  public func hasNewDefinition(_ goal: Goal) -> Bool {
    guard let before = goals.filter({ $0.id == goal.id && $0.year < goal.year }).max(by: { $0.year < $1.year }) else {
      return false
    }
    let both = goal.outcomes.indices.filter { before.outcomes.indices.contains($0) }
    return both.contains { !isSame(goal, before, outcome: $0) }
  }
}
