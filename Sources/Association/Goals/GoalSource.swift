extension Goal {
  /// From which counts of the year an outcome is reckoned. An outcome that has one cannot be typed as well.
  public enum Source: Hashable, Sendable {
    /// Of the year's finished, those who ended for one of the reasons: the definition of a step (domain 8.1).
    case exits(Set<ExitReason>)
    /// Of those who answered the question, those who answered positively.
    case answers(survey: String, question: String)
    /// A row of a table of counts, or its sum where that is called `summa`; of another row of it, of its sum, or of nothing.
    case row(table: String, row: String, of: String)

    /// What the sum of a table's rows is called.
    public static let sum = "summa"
  }
}

extension Association {
  /// The association with the outcomes of its goals reckoned from the counts that they are of. Where those are not
  /// there, nothing is counted. The same association again gives the same.
  public var measured: Association {
    var association = self
    association.goals = goals.map(measuring)
    return association
  }

  /// The goal with those of its outcomes reckoned that are.
  public func measuring(_ goal: Goal) -> Goal {
    var measured = goal
    for index in goal.outcomes.indices {
      guard let source = goal.outcomes[index].source else { continue }
      let found = measure(source, of: goal)
      measured.outcomes[index].met = found?.met
      measured.outcomes[index].base = found?.base
    }
    return measured
  }

  private func measure(_ source: Goal.Source, of goal: Goal) -> (met: Tally, base: Tally?)? {
    switch source {
    case .exits(let reasons):
      let rows = exitTables(of: goal).flatMap(\.rows)
      guard !rows.isEmpty else { return nil }
      let met = rows.filter { ExitReason(rawValue: $0.id).map(reasons.contains) ?? false }
      return (met.map(\.tally).sum, rows.map(\.tally).sum)
    case .answers(let survey, let question):
      let found = surveys.first { $0.year == goal.year && $0.id == survey }?.questions.first { $0.id == question }
      return found.map { ($0.positive, $0.answered) }
    case .row(let table, let row, let base):
      guard let table = countTables.first(where: { $0.year == goal.year && $0.id == table }),
        let met = row == Goal.Source.sum ? table.sum : table.rows.first(where: { $0.id == row })?.tally
      else { return nil }
      if base.isEmpty { return (met, nil) }
      if base == Goal.Source.sum { return (met, table.sum) }
      return table.rows.first { $0.id == base }.map { (met, $0.tally) }
    }
  }

  /// The tables of why the year's finished ended, of the goal's insats or of all: that of all insatser where there is
  /// one, else those of each.
  func exitTables(of goal: Goal) -> [CountTable] {
    let tables = countTables.filter { $0.year == goal.year && $0.isOfExits }
    let own = tables.filter { $0.insatsID == goal.insatsID }
    return own.isEmpty && goal.insatsID.isEmpty ? tables : Array(own.prefix(1))
  }
}

extension CountTable {
  /// Whether the table divides the finished by why they ended: its rows are exit reasons, by their ids, and those of whom
  /// it is not known.
  public var isOfExits: Bool {
    let reasons = rows.filter { $0.id != "utanför" }
    return kind == .parts && !reasons.isEmpty && reasons.allSatisfy { ExitReason(rawValue: $0.id) != nil }
  }
}

extension [Tally] {
  /// The sum, sex by sex.
  var sum: Tally { reduce(Tally(women: 0, men: 0), +) }
}
