import Ledger
import Report
import Statements
import TestKit
import Testing

struct DiagramTests {
  private let diagrams = AnnualReport.example.chapters.flatMap(\.blocks).compactMap { block in
    if case .diagram(let diagram) = block { diagram } else { nil }
  }

  @Test func `the example shows result and equity, insatser, participants and the cap`() {
    #expect(
      diagrams.map(\.id) == [
        "resultat-och-eget-kapital", "insatser-ram-och-utfall", "deltagare-efter-kon", "eget-kapital-och-tak",
      ])
  }

  @Test func `every series has a value or a gap for each category`() {
    for diagram in diagrams {
      for series in diagram.series { #expect(series.values.count == diagram.categories.count, "\(diagram.id)") }
    }
  }

  @Test func `years run from the oldest to the newest and end with the year reported`() throws {
    let diagram = try #require(diagrams.first)

    #expect(diagram.categories == ["2018", "2019", "2020", "2021", "2022"])
    #expect(diagram.series.map { $0.values.last??.amount } == [Money(ore: -42_067_696), Money(ore: 99_955_837)])
  }

  @Test func `a newcomer has no diagram of a single number`() {
    let blocks = AnnualReport.assembled(from: .newcomer).chapters.flatMap(\.blocks)

    for case .diagram(let diagram) in blocks { #expect(diagram.categories.count > 1, "\(diagram.id)") }
  }
}
