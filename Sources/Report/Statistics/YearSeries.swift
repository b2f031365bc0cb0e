import Association
import Statements

/// The same counted year by year, the oldest first, with the years in which it began to be counted in another way.
public struct YearSeries: Hashable, Sendable {
  /// What one row is in each year.
  public struct Line: Hashable, Sendable {
    /// A short name.
    public let id: String
    /// What is counted.
    public let title: String
    /// In each of the series' years; nil in one that has no such row.
    public let points: [Statistics.BySex?]
    /// Of how many, where the points are shares; else nothing.
    public let bases: [Statistics.BySex?]
  }

  /// A year from which it is counted in another way, and how.
  public struct Break: Hashable, Sendable {
    /// The first year of the new way.
    public let year: Int
    /// What changed, in a sentence.
    public let reason: String
  }

  /// A short name: `alder`, `enkat-avslut`, `mal-steg`.
  public let id: String
  /// The heading.
  public let title: String
  /// The insats, or empty.
  public let insatsID: String
  /// The years, the oldest first.
  public let years: [Int]
  /// The rows.
  public let lines: [Line]
  /// The breaks, the oldest first. Years on either side of one are not to be compared.
  public let breaks: [Break]
  /// Whether the points are shares.
  public let isOfShares: Bool
}

extension Association {
  /// What stands year by year: the tables of all insatser, the flows of each, goals, surveys. A series of one year is none.
  func yearSeries(year: Int, years: [Int], _ protection: CountProtection) -> [YearSeries] {
    guard !years.isEmpty else { return [] }
    let all = years + [year]
    var tables: [String: [Int: CountTable]] = [:]
    for table in countTables where table.standsBesideYears {
      if tables[table.seriesName]?[table.year] == nil { tables[table.seriesName, default: [:]][table.year] = table }
    }
    let own = countTables.filter { $0.year == year && $0.standsBesideYears }
    let ofAll = own.filter(\.insatsID.isEmpty).compactMap { table in
      series(table, all.compactMap { tables[table.seriesName]?[$0] }, protection)
    }
    let flows = own.filter { !$0.insatsID.isEmpty }
    let ofFlows = [("ingående", "Ingående"), ("nya", "Nya"), ("avslutade", "Avslutade"), ("pågående", "Pågående")]
      .compactMap { flowSeries(row: $0.0, title: "\($0.1) deltagare per insats", flows, tables, all, protection) }
    let ofGoals = goals.filter { $0.year == year && $0.kind != .financial }.compactMap { goal in
      goalSeries(goal, all, protection)
    }
    let ofSurveys = surveys.filter { $0.year == year }.compactMap { surveySeries($0, all, protection) }
    return ofAll + ofFlows + ofGoals + ofSurveys
  }

  /// A table of all insatser.
  private func series(_ table: CountTable, _ tables: [CountTable], _ protection: CountProtection) -> YearSeries? {
    guard tables.count > 1 else { return nil }
    var rows: [(id: String, title: String)] = []
    for row in tables.reversed().flatMap(\.rows) where !rows.contains(where: { $0.id == row.id }) {
      rows.append((row.id, row.title))
    }
    let figures = tables.map { $0.rowFigures(protection) }
    var lines = rows.map { row in
      YearSeries.Line(
        id: row.id, title: row.title,
        points: figures.map { figures in
          figures.first { $0.row.id == row.id }.map { Statistics.BySex($0.figures) }
        }, bases: [])
    }
    if table.kind == .parts {
      lines.append(
        YearSeries.Line(
          id: "summa", title: "Summa", points: tables.map { $0.sumFigures(protection).map { Statistics.BySex($0) } },
          bases: []))
    }
    var breaks: [YearSeries.Break] = []
    for (earlier, later) in zip(tables, tables.dropFirst()) {
      if Set(earlier.rows.map(\.id)) != Set(later.rows.map(\.id)) {
        breaks.append(YearSeries.Break(year: later.year, reason: "Indelningen är en annan från och med \(later.year)."))
      } else if earlier.remark != later.remark, !later.remark.isEmpty {
        breaks.append(YearSeries.Break(year: later.year, reason: "\(later.year): \(later.remark)"))
      }
    }
    return YearSeries(
      id: table.id, title: "\(table.title), år för år", insatsID: "", years: tables.map(\.year), lines: lines,
      breaks: breaks, isOfShares: false)
  }

  /// One row of the flows of all insatser, a line per insats.
  private func flowSeries(
    row id: String, title: String, _ flows: [CountTable], _ tables: [String: [Int: CountTable]], _ years: [Int],
    _ protection: CountProtection
  ) -> YearSeries? {
    let lines = flows.compactMap { flow -> YearSeries.Line? in
      let points = years.map { year in
        tables[flow.seriesName]?[year].flatMap { table in
          table.rows.first { $0.id == id }.map { row in
            Statistics.BySex(
              TallyFigures(
                row.tally, "\(table.title): \(row.title)", in: table.source, as: table.cells(of: row), protection))
          }
        }
      }
      guard points.count(where: { $0 != nil }) > 0 else { return nil }
      return YearSeries.Line(
        id: flow.insatsID, title: insatser.first { $0.id == flow.insatsID }?.name ?? flow.insatsID, points: points,
        bases: [])
    }
    guard lines.contains(where: { $0.points.count { $0 != nil } > 1 }) else { return nil }
    return YearSeries(
      id: "\(id)-per-insats", title: "\(title), år för år", insatsID: "", years: years, lines: lines, breaks: [],
      isOfShares: false)
  }

  /// A goal's outcomes, as long as it has been the same goal.
  private func goalSeries(_ goal: Goal, _ years: [Int], _ protection: CountProtection) -> YearSeries? {
    let (same, breaks) = sameGoals(goal, years)
    guard same.count > 1 || !breaks.isEmpty else { return nil }
    let outcomes = same.map { Statistics.GoalResult($0, protection).outcomes }
    let hasBase = goal.outcomes.contains { $0.base != nil }
    let lines = goal.outcomes.indices.map { index in
      YearSeries.Line(
        id: "\(index + 1)", title: goal.outcomes[index].title.isEmpty ? goal.title : goal.outcomes[index].title,
        points: outcomes.map { hasBase ? $0[index].shares : $0[index].part },
        bases: hasBase ? outcomes.map { $0[index].whole } : [])
    }
    return YearSeries(
      id: "mal-\(goal.id)", title: "\(goal.title), år för år", insatsID: goal.insatsID, years: same.map(\.year),
      lines: lines, breaks: breaks, isOfShares: hasBase)
  }

  /// A survey's questions, as long as they have been answered on the same scale.
  private func surveySeries(_ survey: Survey, _ years: [Int], _ protection: CountProtection) -> YearSeries? {
    let (same, breaks) = sameSurveys(survey, years)
    guard same.count > 1 || !breaks.isEmpty else { return nil }
    let results = same.map { Statistics.SurveyResult($0, protection) }
    let lines = survey.questions.map { question in
      // A question in other words is another question.
      let points = results.map { $0.questions.first { $0.id == question.id && $0.title == question.text } }
      return YearSeries.Line(
        id: question.id, title: question.text, points: points.map { $0?.shares }, bases: points.map { $0?.whole })
    }
    return YearSeries(
      id: "enkat-\(survey.id)", title: "\(survey.title), år för år", insatsID: survey.insatsID,
      years: same.map(\.year), lines: lines, breaks: breaks, isOfShares: true)
  }

  /// The goal in the years up to its own, as far back as its definition is the same: where that changes a new series
  /// begins.
  func sameGoals(_ goal: Goal, _ years: [Int]) -> ([Goal], breaks: [YearSeries.Break]) {
    var same = [goal]
    for year in years.filter({ $0 < goal.year }).reversed() {
      guard let earlier = goals.first(where: { $0.id == goal.id && $0.year == year }) else { continue }
      guard earlier.definition == same[0].definition, earlier.outcomes.map(\.title) == same[0].outcomes.map(\.title)
      else {
        let reason = "Målet räknas på ett annat sätt från och med \(same[0].year). Tidigare år visas inte här."
        return (same, [YearSeries.Break(year: same[0].year, reason: reason)])
      }
      same.insert(earlier, at: 0)
    }
    return (same, [])
  }

  /// The survey in the years up to its own, as far back as it has the same scale and the same cut: answers on others are
  /// never set beside these.
  func sameSurveys(_ survey: Survey, _ years: [Int]) -> ([Survey], breaks: [YearSeries.Break]) {
    var same = [survey]
    for year in years.filter({ $0 < survey.year }).reversed() {
      guard let earlier = surveys.first(where: { $0.id == survey.id && $0.year == year }) else { continue }
      guard earlier.scale == same[0].scale, earlier.positiveFrom == same[0].positiveFrom else {
        let reason =
          "Skalan, eller vad som räknas som positivt, är en annan från och med \(same[0].year). Svaren från tidigare år "
          + "visas inte här."
        return (same, [YearSeries.Break(year: same[0].year, reason: reason)])
      }
      same.insert(earlier, at: 0)
    }
    return (same, [])
  }
}
