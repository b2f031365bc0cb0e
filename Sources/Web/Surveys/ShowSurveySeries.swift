import Association
import Ledger
import Press
import Report
import Statements
import Store

/// Each question over the years: what can be compared stands together, and where it cannot it is said why.
enum ShowSurveySeries {
  static func show(_ asked: Asked, _: Nothing) async throws -> Answer {
    let association = try asked.store.association()
    var protections: [Int: CountProtection] = [:]
    for year in Set(association.surveys.map(\.year)) {
      protections[year] = try await ShowSurvey.protection(asked, year, association)
    }
    let groups = Dictionary(grouping: association.surveySeries) { [$0.insatsID, $0.surveyID] }
    let order = association.surveySeries.map { [$0.insatsID, $0.surveyID] }.reduce(into: [[String]]()) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }
    let parts = order.map { key -> HTML in
      let series = groups[key] ?? []
      let title = series.last?.points.last?.survey.title ?? key[1]
      return tag("h2", .text("\(title), \(SurveyPart.insats(key[0], association))"))
        + .joined(series.map { one($0, protections) })
    }
    return .page(
      Page(
        title: "Enkäter över år", section: .surveys, trail: SurveyPart.trail(), isWide: true,
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "Andelen positiva svar år för år, med antalet svar. Ändras frågan, skalan eller vad som räknas som positivt bryts "
                + "serien, för då går åren inte att jämföra.")),
          parts.isEmpty ? tag("p", [.class("empty")], .text("Ingen enkät har något resultat än.")) : .joined(parts),
        ])))
  }

  private static func one(_ series: SurveySeries, _ protections: [Int: CountProtection]) -> HTML {
    .joined(
      series.segments.map { segment in
        .joined([
          segment.breaks.isEmpty
            ? .empty
            : tag(
              "p", [.class("warning")],
              .text(
                "Serien bryts \(segment.points[0].survey.year). " + segment.breaks.map(words).joined(separator: " "))),
          MoneyPart.table(
            segment.points[0].question.text,
            [MoneyPart.Column("År")]
              + ["Positiva", "Svar", "Kvinnor, positiva", "Kvinnor, svar", "Män, positiva", "Män, svar"].map {
                MoneyPart.Column($0, isNumber: true)
              },
            rows: segment.points.map { row($0, protections) }),
        ])
      }
    ).inSection(series.segments.last?.points.last?.question.text ?? "")
  }

  private static func row(_ point: SurveySeries.Point, _ protections: [Int: CountProtection]) -> [HTML] {
    guard let protection = protections[point.survey.year] else { return [.text("\(point.survey.year)")] }
    var survey = point.survey
    survey.questions = [point.question]
    let table = survey.table(protection)
    let cells = (table.rows.first?.cells ?? []).enumerated().map { table.printed($0.element, column: $0.offset) }
    // All, women, men: answers and the share of them; a survey that is not told by sex has the first pair alone.
    let printed = stride(from: 0, to: cells.count - 1, by: 2).flatMap { [cells[$0 + 1], cells[$0]] }
    return [.text("\(point.survey.year)")] + printed.map { .text($0) }
      + Array(repeating: .text("–"), count: max(0, 6 - printed.count))
  }

  private static func words(_ reason: SurveySeries.Break) -> String {
    switch reason {
    case .wording(let before, let after): "Frågan är ändrad från ”\(before)” till ”\(after)”."
    case .scale(let before, let after):
      "Skalan är ändrad från \(before.joined(separator: ", ")) till \(after.joined(separator: ", "))."
    case .cut(let before, let after): "Positivt räknas från steg \(after) i stället för \(before)."
    }
  }
}

extension HTML {
  /// Under a heading of its own.
  fileprivate func inSection(_ title: String) -> HTML { tag("h3", .text(title)) + self }
}
