import Association
import Ledger
import TestKit
import Testing

@testable import Report

/// Findings gathered, answered and put in order.
struct CheckedReportTests {
  private func draft() -> AnnualReport {
    var report = AnnualReport.sound
    report.facts.decision.date = report.year.first
    report.facts.signedOn = CalendarDate("2023-03-15")
    return report
  }

  @Test func `an error makes the report a draft, and an answer with a reason makes it complete`() throws {
    var report = draft()

    #expect(report.checked().status == .draft)

    let day = try #require(CalendarDate("2023-03-20"))
    report.source?.association.findingAnswers = [
      FindingAnswer(
        year: 2022, code: "datum-fore-arets-slut", place: "fakta/beslut", reason: "Skrivfel i protokollet.",
        by: "förbundschef", on: day)
    ]
    let checked = report.checked()

    #expect(checked.findings.map(\.answer?.reason) == ["Skrivfel i protokollet."])
    #expect(checked.status == .complete)
  }

  @Test(arguments: [
    (2021, "datum-fore-arets-slut", "fakta/beslut", "Skäl."), (2022, "sma-tal", "fakta/beslut", "Skäl."),
    (2022, "datum-fore-arets-slut", "fakta/underskrift", "Skäl."), (2022, "datum-fore-arets-slut", "fakta/beslut", " "),
  ])
  func `an answer for another year, check or place, or without reason, answers nothing`(
    year: Int, code: String, place: String, reason: String
  ) throws {
    var report = draft()
    let day = try #require(CalendarDate("2023-03-20"))
    report.source?.association.findingAnswers = [
      FindingAnswer(year: year, code: code, place: place, reason: reason, by: "förbundschef", on: day)
    ]

    #expect(report.checked().status == .draft)
  }

  @Test func `findings come in the order of the chapters, the report's own first and the books' last`() throws {
    var report = draft()
    report.type("Ärendet gällde 811228-9874.")
    report.alterTable("kassaflode") { $0.add(50_000, to: "arets-resultat") }
    report.alterTable("resultatrakning") { $0.add(50_000, to: "verksamhetens-resultat") }
    report.alterBooks { $0.balances[0].debit += Money(kronor: 1) }

    let places = report.checked().findings.map(\.place)

    let text = try #require(places.firstIndex { $0.has("text/") })
    let income = try #require(places.firstIndex { $0.has("resultatrakning/verksamhetens-resultat") })
    let cash = try #require(places.firstIndex { $0.has("kassaflode/arets-resultat") })
    #expect(places.first == "fakta/beslut")
    #expect(text < income)
    #expect(income < cash)
    #expect(places.last == "bokforing/aret")
  }

  @Test func `checking twice gives the same findings`() throws {
    let once = draft().checked()

    #expect(once.checked() == once)
  }

  @Test func `a newcomer's report without a fact is checked, and says what is missing`() {
    let findings = AnnualReport.assembled(from: .newcomer).checked().findings

    #expect(findings.contains { $0.code == "insats-saknas-i-registret" })
    #expect(findings.contains { $0.code == "budget-saknas" })
    #expect(findings.contains { $0.code == "underskrift-saknas" })
  }
}
