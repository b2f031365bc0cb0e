import Ledger

extension Association {
  /// Consultation cases and referrals of a year as tables of counts: by team and by reason, by municipality and by
  /// sender, each where it is told. Sex is not told of cases.
  public func caseTables(year: Int) -> [CountTable] {
    let divisions: [(kind: CaseCount.Kind, name: KeyPath<CaseCount, String>, id: String, title: String, head: String)] =
      [
        (.consultation, \.place, "konsultationer", "Konsultationsärenden", "Team"),
        (.consultation, \.ground, "konsultationer-skal", "Konsultationsärenden efter skäl", "Skäl"),
        (.referral, \.place, "remisser-kommun", "Remisser efter kommun", "Kommun"),
        (.referral, \.ground, "remisser-avsandare", "Remisser efter avsändare", "Avsändare"),
      ]
    return divisions.compactMap { division in
      let cases = caseCounts.filter {
        $0.year == year && $0.kind == division.kind && !$0[keyPath: division.name].isEmpty
      }.map(withGroupsTitle)
      var names: [String] = []
      for name in cases.map({ $0[keyPath: division.name] }) where !names.contains(name) { names.append(name) }
      guard !names.isEmpty else { return nil }
      var ids: Set<String> = []
      return CountTable(
        id: division.id, year: year, title: division.title, kind: .parts, rowHeading: division.head,
        rows: names.map { name in
          let id = Budget.lineID(for: name, among: ids)
          ids.insert(id)
          let count = cases.filter { $0[keyPath: division.name] == name }.reduce(0) { $0 + $1.count }
          return CountTable.Row(id: id, title: name, tally: Tally(women: 0, men: 0, notStated: count))
        })
    }
  }

  /// The cases with their team called what the group is called now, where it is one of the association's.
  private func withGroupsTitle(_ cases: CaseCount) -> CaseCount {
    guard let group = groups.first(where: { $0.id == cases.groupID }) else { return cases }
    var cases = cases
    cases.place = group.title
    return cases
  }

  /// How many were asked the questions on violence in a year and answered, insats by insats, in the insatser's order.
  public func screeningSums(year: Int) -> [ScreeningSum] {
    let told = screenings.filter { $0.year == year }
    var ids: [String] = insatser.map(\.id).filter { id in told.contains { $0.insatsID == id } }
    for row in told where !ids.contains(row.insatsID) { ids.append(row.insatsID) }
    return ids.map { id in
      let rows = told.filter { $0.insatsID == id }
      return ScreeningSum(
        insatsID: id, title: insatser.first { $0.id == id }?.name ?? id, year: year, asked: rows.map(\.asked).sum,
        answered: rows.map(\.answered).sum)
    }
  }
}

/// A year's violence screening of an insats.
public struct ScreeningSum: Hashable, Sendable {
  /// Which insats.
  public let insatsID: String
  /// Its name.
  public let title: String
  /// The calendar year.
  public let year: Int
  /// Tillfrågade.
  public let asked: Tally
  /// Svarat.
  public let answered: Tally

  /// The cells of those who answered, those who did not and all who were asked.
  public var cells: PartCells {
    PartCells("screening/\(insatsID)/\(year)", part: "svarat", rest: "ej-svarat", whole: "tillfragade")
  }

  /// The cells of all insatser of a year together.
  public static func totals(year: Int) -> PartCells {
    PartCells("screening/alla/\(year)", part: "svarat", rest: "ej-svarat", whole: "tillfragade")
  }
}

extension Progression {
  private var name: String {
    "progression/\(insatsID)/\(instrument)/\(indicator)/\(period.lowerBound.text)–\(period.upperBound.text)"
  }

  /// The cells of those who got better, who stayed and who got worse, and of all who were measured.
  public var cells: (better: TallyCells, same: TallyCells, worse: TallyCells, measured: TallyCells) {
    (
      TallyCells("\(name)/battre"), TallyCells("\(name)/oforandrat"), TallyCells("\(name)/samre"),
      TallyCells("\(name)/matta")
    )
  }
}
