import Association
import Report
import Statements
import TestKit
import Testing

/// Obstacles in the annual report: a table, a diagram and named figures where there are any, and nothing where there are
/// none.
struct ObstacleTableTests {
  private func report(_ years: [ObstacleYear]) -> AnnualReport {
    var source = AnnualReport.Source.example
    source.association.obstacleYears = years
    return AnnualReport.assembled(from: source)
  }

  private func told(_ year: Int) -> ObstacleYear {
    var told = ObstacleYear(year: year)
    told.reported = 9
    told[.frontLine].arrived = 9
    told[.frontLine].solved = 4
    told[.frontLine].passedUp = 3
    told[.frontLine].waiting = 2
    told[.localGroup].arrived = 3
    told[.localGroup].declined = 1
    told[.localGroup].waiting = 2
    return told
  }

  @Test func `a year's obstacles are told level by level, in a table, a diagram and figures for the texts`() throws {
    let report = report([told(2022)])

    let table = try #require(report.table("hinder"))
    #expect(table.rows.map(\.title) == ["Frontlinjen", "Lokal samverkansgrupp"])
    #expect(table.figure("niva-1", "losta")?.count == 4 && table.figure("niva-2", "vantar")?.count == 2)
    let diagrams = report.chapters.flatMap(\.blocks).compactMap { block in
      if case .diagram(let diagram) = block { diagram } else { nil }
    }
    let diagram = try #require(diagrams.first { $0.id == "hinder-i-hissen" })
    #expect(diagram.categories == ["Frontlinjen", "Lokal samverkansgrupp"] && diagram.series.count == 4)
    #expect(report.chapters.first { $0.id == "uppfoljning-struktur" } != nil)
    let names = ["hinder.rapporterade", "hinder.besvarade", "hinder.losta", "hinder.vantar", "hinder.lsg.avslagna"]
    #expect(names.map { report.figures[$0]?.figure.count } == [9, 8, 4, 4, 1])
    #expect(report.gaps == [])
  }

  @Test func `a year after in which nothing has happened tells what waits, and none before it tells anything`() {
    #expect(report([told(2021)]).table("hinder")?.figure("niva-1", "vantar")?.count == 2)
    #expect(report([told(2021)]).table("hinder")?.figure("niva-1", "losta")?.count == 0)
    #expect(report([told(2023)]).table("hinder") == nil)
    #expect(report([]).table("hinder") == nil)
    #expect(report([]).figures["hinder.losta"] == nil)
  }
}
