import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

/// A year's statistics of an association's facts.
struct StatisticsTests {
  private func year(_ number: Int = 2022) throws -> FiscalYear { try #require(FiscalYear(calendarYear: number)) }

  private func statistics(
    _ year: Int = 2022, earlier: [CountRelease] = [], _ change: (inout Association) -> Void
  ) throws -> Statistics {
    var association = Association(name: "Prov", organisationNumber: "222000-0000")
    association.insatser = ["A", "B"].map { Insats(id: $0, name: "Insats \($0)", kind: .individual, ownerID: "") }
    change(&association)
    return Statistics(of: association, year: try self.year(year), earlier: earlier)
  }

  private static func flow(_ insats: String, _ year: Int, new: Tally, finished: Tally = Tally(women: 6, men: 6))
    -> CountTable
  {
    let carried = Tally(women: 20, men: 20)
    let ongoing = Tally(
      women: carried.women + new.women - finished.women, men: carried.men + new.men - finished.men)
    return CountTable(
      id: "flode-\(insats)", year: year, title: "Deltagare i \(insats)", kind: .flow, rowHeading: "Deltagare",
      insatsID: insats,
      rows: [
        .init(id: "ingående", title: "Ingående", tally: carried), .init(id: "nya", title: "Nya", tally: new),
        .init(id: "avslutade", title: "Avslutade", tally: finished),
        .init(id: "pågående", title: "Pågående", tally: ongoing),
      ])
  }

  private static func ages(_ year: Int, _ ids: [String] = ["15-29", "30-44", "45-59"], small: Int = 3) -> CountTable {
    CountTable(
      id: "alder", year: year, title: "Ålder", kind: .parts, rowHeading: "Ålder",
      rows: ids.enumerated().map { index, id in
        .init(
          id: id, title: id, tally: Tally(women: 20 + index, men: index == 2 ? small : 20 + 2 * index))
      })
  }

  @Test func `a row has its part of the sum, sex by sex, and nothing small is told`() throws {
    let statistics = try statistics { $0.countTables = [StatisticsTests.ages(2022)] }
    let table = try #require(statistics.tables.first)

    #expect(table.subject == .ground(.age))
    #expect(table.sum?.counts.total?.count == 108)
    #expect(table.rows[0].shares.total?.share == Share(40, of: 108))
    #expect(table.rows[2].counts.men?.withheld == .count(.fewer(than: 5)))
    #expect(table.rows[2].shares.men?.withheld == .share(atLeast: nil))
    let printed = statistics.document.tables.flatMap(\.rows).flatMap(\.cells).compactMap(\.figure)
    #expect(printed.allSatisfy { !(1..<5).contains($0.count ?? 0) })
    for figure in printed {
      #expect(figure.share.map { $0.denominator >= 5 && !(1..<5).contains($0.numerator) } ?? true)
    }
  }

  @Test func `what a table counts by is told by its name or its heading`() {
    func subject(_ id: String, _ heading: String, _ kind: CountTable.Kind = .parts) -> String {
      Statistics.Subject(CountTable(id: id, year: 2022, title: "", kind: kind, rowHeading: heading, rows: [])).id
    }
    #expect(subject("SAMSA-ålder", "") == "alder")
    #expect(subject("avslut", "") == "avslutsorsak")
    #expect(subject("x", "Kommun") == "kommun")
    #expect(subject("x", "Tid med offentlig försörjning") == "forsorjningstid")
    #expect(subject("x", "Deltagare", .flow) == "flode")
    #expect(subject("kontakter", "Möten") == "ovrigt")
  }

  @Test func `years stand beside one another, and a new division is a break`() throws {
    let statistics = try statistics { association in
      association.countTables = [
        StatisticsTests.ages(2020, ["ung", "30-44", "45-59"]), StatisticsTests.ages(2021), StatisticsTests.ages(2022),
      ]
    }
    let series = try #require(statistics.series.first)

    #expect(series.years == [2020, 2021, 2022])
    #expect(series.breaks.map(\.year) == [2021])
    #expect(series.table.remark.contains("Indelningen är en annan från och med 2021."))
    #expect(series.table.figure("summa.alla", "2020")?.count == 108)
    #expect(series.lines.first { $0.id == "ung" }?.points.map { $0?.total?.count } == [40, nil, nil])
    #expect(series.diagram?.categories == ["2020", "2021", "2022"])
  }

  @Test func `the flows of each insats stand year by year`() throws {
    let statistics = try statistics { association in
      association.countTables = (2020...2022).flatMap { year in
        ["A", "B"].map { StatisticsTests.flow($0, year, new: Tally(women: year - 2010, men: 12)) }
      }
    }
    let series = try #require(statistics.series.first { $0.id == "nya-per-insats" })

    #expect(series.lines.map(\.title) == ["Insats A", "Insats B"])
    #expect(series.lines[1].points.map { $0?.women?.count } == [10, 11, 12])
    #expect(statistics.series.map(\.id).contains("pågående-per-insats"))
  }

  @Test func `answers on another scale are never set beside these`() throws {
    func survey(_ year: Int, _ scale: [String]) -> Survey {
      Survey(
        id: "avslut", year: year, title: "Avslut", scale: scale, positiveFrom: 2, population: "", asked: 40,
        answered: 30,
        questions: [
          .init(
            id: "stod", text: "Stöd?", positive: Tally(women: 10, men: 8), answered: Tally(women: 18, men: 12))
        ])
    }
    let statistics = try statistics { association in
      association.surveys = [
        survey(2020, ["nej", "ja"]), survey(2021, ["nej", "lite", "ja"]), survey(2022, ["nej", "lite", "ja"]),
      ]
    }
    let series = try #require(statistics.series.first)

    #expect(series.years == [2021, 2022])
    #expect(series.breaks.map(\.year) == [2021])
    // What is not printed is not said to have left the book either.
    #expect(!statistics.protection.release.entries.contains { $0.cell.name.contains("/2020/") })
  }

  @Test func `a goal with another definition begins a series of its own`() throws {
    func goal(_ year: Int, _ definition: String) -> Goal {
      Goal(
        id: "steg", year: year, kind: .individual, title: "Steg", text: "", definition: definition,
        rule: .shareAtLeast(permille: 600),
        outcomes: [.init(met: Tally(women: 20, men: 12), base: Tally(women: 40, men: 24))])
    }
    let statistics = try statistics {
      $0.goals = [goal(2020, "arbete"), goal(2021, "steg"), goal(2022, "steg")]
    }
    let series = try #require(statistics.series.first)

    #expect(series.years == [2021, 2022] && series.isOfShares)
    #expect(series.table.remark.contains("Målet räknas på ett annat sätt från och med 2021."))
    #expect(series.table.figure("1.av-kvinnor", "2021")?.count == 40)
  }

  @Test func `what has left says the same the second time, and later nothing more`() throws {
    let change: (inout Association) -> Void = { association in
      association.countTables = [StatisticsTests.ages(2021), StatisticsTests.ages(2022)]
    }
    let first = try statistics(2022, change)
    #expect(first.protection.release.hasNews)
    let again = try statistics(2022, earlier: [first.protection.release], change)

    #expect(again.tables == first.tables && again.series == first.series)
    #expect(!again.protection.release.hasNews)
  }

  @Test func `the report and the statistics tell the same counts`() throws {
    let source = AnnualReport.Source.example
    let report = AnnualReport.assembled(from: source)
    let statistics = Statistics(
      of: source.association, year: source.books.year,
      cost: costPerParticipant(
        source.books, previous: source.previousBooks, mapping: source.mapping, association: source.association),
      earlier: [try #require(report.protection).release])

    #expect(!statistics.tables.isEmpty && !statistics.surveys.isEmpty && !statistics.goals.isEmpty)
    for table in statistics.tables {
      let printed = try #require(report.table("antal-\(table.id)"))
      for row in table.rows {
        #expect(printed.figure(row.id, "totalt")?.value == row.counts.total?.value, "\(table.id) \(row.id)")
      }
    }
    #expect(statistics.cost?.rows == report.table("kostnad-per-deltagare")?.rows)
    // The release of the report was known: the statistics of the same year add the years beside it at most.
    #expect(!statistics.protection.release.entries.contains { $0.cell.name.contains("/2022/") })
  }

  @Test func `a year without anything says so`() throws {
    let statistics = try statistics { _ in }

    #expect(statistics.isEmpty)
    #expect(statistics.document.chapters.map(\.title) == ["Om statistiken"])
    #expect(statistics.document.heading == "Statistik 2022")
  }
}
