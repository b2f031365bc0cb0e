import Association
import Ledger
public import Report
import Statements

/// A year's statistics as data. The form is described by `docs/reference/statistics.schema.json`.
public enum StatisticsPress {
  /// The version of the form. A member added does not change it; one removed or changed does.
  static let version: Int64 = 1

  /// The statistics as JSON. The same statistics give the same bytes.
  public static func json(of statistics: Statistics) -> [UInt8] { StatisticsJSON(statistics: statistics).json.text }

  /// The statistics as CSV, a count a line: what is withheld has words where others have a number.
  public static func csv(of statistics: Statistics) -> [UInt8] {
    let names = Dictionary(statistics.insatser.map { ($0.id, $0.name) }) { first, _ in first }
    var lines = [["Tabell", "Insats", "Grund", "Rad", "Kön", "Antal", "Andel i procent", "Av"]]
    func add(
      _ table: String, _ insats: String, _ ground: String, _ row: String, _ counts: Statistics.BySex,
      _ shares: Statistics.BySex, _ bases: Statistics.BySex?
    ) {
      let sexes: [(String, KeyPath<Statistics.BySex, Figure?>)] = [
        ("kvinnor", \.women), ("män", \.men), ("uppgift saknas", \.notStated), ("alla", \.total),
      ]
      for (name, path) in sexes {
        guard let count = counts[keyPath: path] else { continue }
        let share = shares[keyPath: path]
        lines.append([
          table, names[insats] ?? insats, ground, row, name, plain(count.printed),
          share.map { $0.share.map { decimal($0.permille) } ?? plain($0.printed) } ?? "",
          share == nil ? "" : bases?[keyPath: path].map { plain($0.printed) } ?? "",
        ])
      }
    }
    for table in statistics.tables {
      for row in table.rows + (table.sum.map { [$0] } ?? []) {
        add(table.title, table.insatsID, table.subject.title, row.title, row.counts, row.shares, table.sum?.counts)
      }
    }
    for goal in statistics.goals {
      for outcome in goal.outcomes {
        add(goal.title, goal.insatsID, "Mål", outcome.title, outcome.part, outcome.shares, outcome.whole)
      }
    }
    for survey in statistics.surveys {
      for question in survey.questions {
        add(survey.title, survey.insatsID, "Enkät", question.title, question.part, question.shares, question.whole)
      }
    }
    return CSVPress.csv(of: lines)
  }

  private static func plain(_ printed: String) -> String {
    String(String.UnicodeScalarView(printed.unicodeScalars.map { $0 == "\u{00A0}" ? " " : $0 }))
  }

  /// Per mille as per cent with a decimal comma.
  private static func decimal(_ permille: Int64) -> String {
    "\(permille < 0 ? "-" : "")\(permille.magnitude / 10),\(permille.magnitude % 10)"
  }
}

/// Writes the statistics.
private struct StatisticsJSON {
  let statistics: Statistics

  var json: JSON {
    .members([
      "format": .string("finsam-statistics"), "version": .number(StatisticsPress.version),
      "association": .members([
        "name": .string(statistics.associationName), "organisationNumber": .string(statistics.organisationNumber),
      ]),
      "year": .number(Int64(statistics.year)), "threshold": .number(Int64(statistics.threshold)),
      "insatser": .array(
        statistics.insatser.map {
          .members(["id": .string($0.id), "name": .string($0.name), "kind": .string($0.kind.rawValue)])
        }),
      "tables": .array(statistics.tables.map(json)), "goals": .array(statistics.goals.map(json)),
      "surveys": .array(statistics.surveys.map(json)), "activities": .array(activities),
      "costPerParticipant": .array(costs), "years": .array(statistics.series.map(json)),
      "womenAndMen": .array(statistics.comparisons.map(json)),
    ])
  }

  private func json(of table: Statistics.Counted) -> JSON {
    .members([
      "id": .string(table.id), "title": .string(table.title), "subject": .string(table.subject.id),
      "kind": .string(table.kind.rawValue), "insats": .words(table.insatsID),
      "rows": .array(table.rows.map(json)), "sum": table.sum.map(json), "remark": .words(table.remark),
    ])
  }

  private func json(of row: Statistics.Row) -> JSON {
    .members([
      "id": .string(row.id), "title": .string(row.title), "counts": json(of: row.counts),
      "shares": row.shares.isEmpty ? nil : json(of: row.shares),
      "shareOfWomen": row.shareOfWomen.map(json),
    ])
  }

  private func json(of proportion: Statistics.Proportion) -> JSON {
    .members([
      "id": .string(proportion.id), "title": .string(proportion.title), "part": json(of: proportion.part),
      "whole": proportion.whole.isEmpty ? nil : json(of: proportion.whole),
      "shares": proportion.shares.isEmpty ? nil : json(of: proportion.shares),
    ])
  }

  private func json(of goal: Statistics.GoalResult) -> JSON {
    let verdicts: [GoalVerdict: String] = [
      .met: "met", .missed: "missed", .notJudged: "notJudged", .lacksFigures: "lacksFigures", .withheld: "withheld",
    ]
    return .members([
      "id": .string(goal.id), "title": .string(goal.title), "text": .words(goal.text),
      "definition": .words(goal.definition), "insats": .words(goal.insatsID),
      "verdict": verdicts[goal.verdict].map { .string($0) }, "outcomes": .array(goal.outcomes.map(json)),
    ])
  }

  private func json(of survey: Statistics.SurveyResult) -> JSON {
    .members([
      "id": .string(survey.id), "title": .string(survey.title), "population": .words(survey.population),
      "insats": .words(survey.insatsID), "scale": .array(survey.scale.map { .string($0) }),
      "positiveFrom": .number(Int64(survey.positiveFrom)), "asked": json(of: survey.asked),
      "answered": json(of: survey.answered), "rate": survey.rate.map(json),
      "questions": .array(survey.questions.map(json)),
    ])
  }

  private var activities: [JSON] {
    guard let table = statistics.activities else { return [] }
    return table.rows.map { row in
      func words(_ id: String) -> JSON? {
        guard let index = table.columns.firstIndex(where: { $0.id == id }), case .text(let words) = row.cells[index]
        else { return nil }
        return .words(words)
      }
      return .members([
        "title": .string(row.title), "participants": table.figure(row.id, "deltagare").map(json),
        "goal": words("mal"), "result": words("resultat"), "verdict": words("bedomning"),
      ])
    }
  }

  private var costs: [JSON] {
    guard let table = statistics.cost else { return [] }
    return table.rows.map { row in
      .members([
        "insats": .string(row.id), "costOre": table.figure(row.id, "cost")?.amount.map { .number($0.ore) },
        "participants": table.figure(row.id, "participants").map(json),
        "perParticipant": table.figure(row.id, "per-participant").map(json),
      ])
    }
  }

  private func json(of series: YearSeries) -> JSON {
    .members([
      "id": .string(series.id), "title": .string(series.title), "insats": .words(series.insatsID),
      "years": .array(series.years.map { .number(Int64($0)) }),
      "lines": .array(
        series.lines.map { line in
          .members([
            "id": .string(line.id), "title": .string(line.title),
            "points": .array(line.points.map { $0.map(json) ?? .null }),
            "bases": .list(line.bases.map { $0.map(json) ?? .null }),
          ])
        }),
      "breaks": .array(
        series.breaks.map { .members(["year": .number(Int64($0.year)), "reason": .string($0.reason)]) }),
    ])
  }

  private func json(of comparison: SexComparison) -> JSON {
    .members([
      "place": .string(comparison.place), "title": .string(comparison.title), "women": json(of: comparison.women),
      "men": json(of: comparison.men), "differencePermille": .number(comparison.differencePermille),
      "lowPermille": .number(comparison.range.lowerBound), "highPermille": .number(comparison.range.upperBound),
      "verdict": .string(comparison.verdict.rawValue), "sentence": .string(comparison.sentence),
    ])
  }

  private func json(of figures: Statistics.BySex) -> JSON {
    .members([
      "women": figures.women.map(json), "men": figures.men.map(json), "notStated": figures.notStated.map(json),
      "total": figures.total.map(json),
    ])
  }

  /// A figure of people, or what is told in its place.
  private func json(of figure: Figure) -> JSON {
    switch figure.value {
    case .count(let count): .members(["kind": .string("count"), "value": .number(count)])
    case .share(let share): json(of: share, kind: "share")
    case .amount(let amount): .members(["kind": .string("amount"), "ore": .number(amount.ore)])
    case .withheld(.count(.fewer(let threshold))):
      .members(["kind": .string("fewerThan"), "k": .number(Int64(threshold))])
    case .withheld(.count(.atLeast(let least))):
      .members(["kind": .string("atLeast"), "value": .number(Int64(least))])
    case .withheld(.share(let least?)): json(of: least, kind: "shareAtLeast")
    case .withheld, .date, .quoted: .members(["kind": .string("withheld")])
    }
  }

  private func json(of share: Share, kind: String) -> JSON {
    .members([
      "kind": .string(kind), "numerator": .number(share.numerator), "denominator": .number(share.denominator),
      "permille": .number(share.permille),
    ])
  }
}
