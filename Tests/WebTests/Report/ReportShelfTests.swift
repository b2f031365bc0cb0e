import Ledger
import Report
import Store
import Testing

@testable import Web

struct ReportShelfTests {
  @Test func `a report is assembled once as long as nothing is recorded, and anew when something is`() async throws {
    let kit = try OfficeKit()
    let year = try #require(try kit.store.fiscalYears().last)
    let before = try await kit.office.shelf.workbench(of: kit.store, year: year)

    try kit.write("Nytt stycke om året.", in: "handelser")
    let after = try await kit.office.shelf.workbench(of: kit.store, year: year)

    #expect(before.text(of: "handelser") != after.text(of: "handelser"))
    #expect(after.text(of: "handelser") == "Nytt stycke om året.")
  }

  @Test func `several visitors share one assembly and see the same report`() async throws {
    let kit = try OfficeKit()
    let year = try #require(try kit.store.fiscalYears().last)

    let reports = try await withThrowingTaskGroup(of: AnnualReport.self) { group in
      for _ in 0..<4 { group.addTask { try await kit.office.shelf.workbench(of: kit.store, year: year).report } }
      return try await group.reduce(into: [AnnualReport]()) { $0.append($1) }
    }

    #expect(reports.count == 4)
    #expect(reports.allSatisfy { $0 == reports[0] })
  }
}
