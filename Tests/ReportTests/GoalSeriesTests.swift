import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

/// Goals over years, and what is counted beside participants, in the report.
struct GoalSeriesTests {
  private func report(_ change: (inout Association) -> Void) -> AnnualReport {
    var source = AnnualReport.Source.example
    change(&source.association)
    return AnnualReport.assembled(from: source)
  }

  private static func year(_ number: Int, _ met: Tally, of base: Tally, breakReason: String = "") -> Goal {
    Goal(
      id: "arbete", year: number, kind: .individual, title: "Deltagarmål 1", text: "60 procent.",
      definition: breakReason.isEmpty ? "Arbete eller studier." : "Ett steg.", rule: .shareAtLeast(permille: 600),
      outcomes: [Goal.Outcome(met: met, base: base)], breakReason: breakReason)
  }

  private func blocks(_ report: AnnualReport) -> [Diagram] {
    report.chapters.flatMap(\.blocks).compactMap { if case .diagram(let diagram) = $0 { diagram } else { nil } }
  }

  @Test func `a series stands in table and diagram, broken with its reason where the definition changed`() throws {
    let reason = "Målet om arbete och studier ersattes av ett om steg."
    let riket = try QuotedShare(
      goalID: "arbete", year: 2022, kind: .comparison, title: "Riket", all: try #require(PrintedPercent("62")),
      women: PrintedPercent("61"), men: PrintedPercent("64"), source: "Nätverket")
    let report = report { association in
      association.goals.removeAll { $0.id == "arbete" }
      association.goals += [
        Self.year(2020, Tally(women: 18, men: 20), of: Tally(women: 40, men: 41)),
        Self.year(2021, Tally(women: 20, men: 21), of: Tally(women: 42, men: 43)),
        Self.year(2022, Tally(women: 30, men: 31), of: Tally(women: 44, men: 45), breakReason: reason),
      ]
      association.quotedShares = [riket]
    }
    let table = try #require(report.table("malserie-arbete"))
    #expect(
      table.rows.map(\.title) == ["2020", "2021", "Serien bryts 2022: \(reason)", "2022", "2022, Riket"])
    #expect(table.rows[2].role == .heading)
    #expect(table.figure("ar-2021", "alla")?.share == Share(41, of: 85))
    #expect(table.rows[4].cells.first == .text("62\u{A0}%") && table.rows[4].cells.last == .text("Nätverket"))
    let diagram = try #require(blocks(report).first { $0.id == "malserie-arbete" })
    #expect(diagram.title.hasSuffix("Serien bryts 2022: \(reason)") && diagram.form == .lines)
    #expect(diagram.series.map(\.title) == ["Före 2022", "Från 2022", "Riket"])
    #expect(diagram.series[0].values.map { $0 != nil } == [true, true, false])
    #expect(diagram.series[1].values.map { $0 != nil } == [false, false, true])
    let words = report.chapters.flatMap(\.blocks).map { "\($0)" }.joined()
    #expect(words.contains("Riket 62") && words.contains("Brott i serien"))
  }

  @Test func `a goal that is reckoned from exit reasons says which, and is judged by its own rule`() throws {
    let report = report { association in
      association.countTables.append(
        CountTable(
          id: "avslut", year: 2022, title: "Avslutade", kind: .parts, rowHeading: "Orsak",
          rows: [
            .init(id: "arbete", title: "Arbete", tally: Tally(women: 24, men: 12)),
            .init(id: "arbetssökande", title: "Aktivt arbetssökande", tally: Tally(women: 41, men: 20)),
            .init(id: "sjukdom", title: "Sjukdom", tally: Tally(women: 33, men: 6)),
          ]))
      association.goals = [
        Goal(
          id: "steg", year: 2022, kind: .individual, title: "Deltagarmål 1", text: "60 procent tar ett steg.",
          rule: .shareAtLeast(permille: 600), outcomes: [.init(source: .exits([.work, .jobSeeking]))])
      ]
    }
    #expect(report.figures["mal.steg.andel"]?.figure.share == Share(97, of: 136))
    #expect(report.table("maluppfyllelse")?.row("steg")?.cells.last == .text(GoalVerdict.met.rawValue))
    let words = report.chapters.flatMap(\.blocks).map { "\($0)" }.joined()
    #expect(words.contains("aktivt arbetssökande"))
  }

  @Test func `of a handful nothing is said`() throws {
    let report = report { association in
      association.goals = [Self.year(2022, Tally(women: 2, men: 1), of: Tally(women: 3, men: 1))]
    }
    #expect(report.table("maluppfyllelse")?.row("arbete")?.cells.last == .text(GoalVerdict.tooFew.rawValue))
  }

  @Test func `progression, cases and screening stand in tables of their own, small counts not`() throws {
    let year = ExampleYears.whole
    let report = report { association in
      association.progressions = [("Hälsa", 12, 6, 5, 3, 3, 3), ("Vardag", 9, 9, 6, 2, 7, 3)].map {
        Progression(
          insatsID: "BRON", period: year, instrument: "SKAPA", indicator: $0.0, better: Tally(women: $0.1, men: $0.2),
          same: Tally(women: $0.3, men: $0.4), worse: Tally(women: $0.5, men: $0.6))
      }
      association.caseCounts = [("Norrby", 40), ("Söderby", 18), ("Byn", 12)].map {
        CaseCount(kind: .consultation, period: year, place: $0.0, count: $0.1)
      }
      association.screenings = [
        ScreeningCount(
          insatsID: "BRON", period: year, asked: Tally(women: 41, men: 31), answered: Tally(women: 30, men: 20))
      ]
    }
    let cases = try #require(report.table("antal-konsultationer"))
    #expect(cases.columns.map(\.title) == ["Antal"])
    #expect(cases.rows.map { $0.cells.first?.figure?.count } == [40, 18, 12, 70])
    #expect(report.figures["antal.konsultationer.norrby"]?.figure.count == 40)
    let progression = try #require(report.table("progression-BRON"))
    #expect(progression.rows.map(\.title) == ["Hälsa", "Vardag"])
    let small = progression.rows.flatMap(\.cells).compactMap(\.figure?.count).filter { (1..<5).contains($0) }
    #expect(small == [])
    let screening = try #require(report.table("antal-valdsscreening"))
    #expect(screening.figure("BRON", "andel")?.share == Share(50, of: 72))
  }

  @Test func `activities say kind and day where they are told`() throws {
    let plain = report { $0.activities = [Activity(year: 2022, title: "Konferens", participants: 66)] }
    #expect(plain.table("aktiviteter")?.columns.map(\.title) == ["Deltagare", "Mål", "Resultat", "Bedömning"])
    // Where nobody is counted there is no column; where somebody is, those who are not say so, and no dash hides them.
    let uncounted = Activity(year: 2022, title: "Nätverk", goal: "Utbyte")
    let silent = report { $0.activities = [uncounted] }
    #expect(silent.table("aktiviteter")?.columns.map(\.title) == ["Mål", "Resultat", "Bedömning"])
    let mixed = report { $0.activities = [Activity(year: 2022, title: "Konferens", participants: 66), uncounted] }
    #expect(mixed.table("aktiviteter")?.rows.last?.cells.first == .text("inte räknat"))
    let dated = report {
      $0.activities = [
        Activity(year: 2022, title: "Besök", participants: 30, kind: "Besök", day: ExampleYears.whole.lowerBound),
        Activity(year: 2022, title: "Besök", participants: 40, kind: "Besök", day: ExampleYears.whole.upperBound),
      ]
    }
    #expect(
      dated.table("aktiviteter")?.columns.map(\.title) == [
        "Typ", "Dag", "Deltagare", "Mål", "Resultat", "Bedömning",
      ])
    // On two days it is not the same thing twice.
    #expect(dated.checked().findings.filter { $0.code == "dubblerad-aktivitet" } == [])
  }
}

private enum ExampleYears {
  static let whole: ClosedRange<CalendarDate> = {
    guard let first = CalendarDate(yyyymmdd: 20_220_101), let last = CalendarDate(yyyymmdd: 20_221_231) else {
      preconditionFailure("The year 2022 has a first and a last day.")
    }
    return first...last
  }()
}
