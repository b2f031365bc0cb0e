import Association
import HTTPTypes
import Ledger
import Report
import Store
import Testing

@testable import Web

struct FindingsTests {
  static let path = Addresses.findings.path(2022)

  @Test func `a finding is answered with a reason, which is kept with the year`() async throws {
    let kit = try OfficeKit()
    try kit.write("Till 4 711 mottagare betalades stöd.", in: "handelser")
    let year = try #require(try kit.store.fiscalYears().last)
    let found = try await kit.office.shelf.workbench(of: kit.store, year: year).report.findings
    let finding = try #require(found.first { $0.code == "siffra-i-text" && $0.place.hasPrefix("text/handelser") })

    let reply = try await kit.visit(as: .director) {
      try await $0.post(
        Self.path,
        [
          ("kod", finding.code), ("plats", finding.place), ("skal", "Talet är ur tidningen."),
          ("tillbaka", "kapitel:handelser"),
        ])
    }

    #expect(reply.headers[.location]?.hasPrefix(OfficeKit.chapter) == true)
    let answer = try kit.store.association().findingAnswers.last
    #expect(answer?.reason == "Talet är ur tidningen.")
    #expect(answer?.by == "förbundschef")
    let page = try await kit.visit(as: .viewer) { try await $0.get(OfficeKit.chapter) }
    #expect(page.body.contains("Talet är ur tidningen."))
    #expect(page.body.contains("Besvarad"))
  }

  @Test func `an answer without a reason is asked for one, and the finding stands`() async throws {
    let kit = try OfficeKit()
    try kit.write("Till 4 711 mottagare betalades stöd.", in: "handelser")
    let year = try #require(try kit.store.fiscalYears().last)
    let found = try await kit.office.shelf.workbench(of: kit.store, year: year).report.findings
    let finding = try #require(found.first { $0.code == "siffra-i-text" && $0.answer == nil })
    let count = try kit.store.association().findingAnswers.count

    let reply = try await kit.visit(as: .director) {
      try await $0.post(Self.path, [("kod", finding.code), ("plats", finding.place), ("skal", "  ")])
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Skälet saknas"))
    #expect(try kit.store.association().findingAnswers.count == count)
  }

  @Test func `an answer is taken back`() async throws {
    let kit = try OfficeKit()
    let year = try #require(try kit.store.fiscalYears().last)
    let found = try await kit.office.shelf.workbench(of: kit.store, year: year).report.findings
    let finding = try #require(found.first { $0.answer != nil })

    _ = try await kit.visit(as: .director) {
      try await $0.post(Self.path, [("kod", finding.code), ("plats", finding.place), ("ta-tillbaka", "ja")])
    }

    let after = try await kit.office.shelf.workbench(of: kit.store, year: year).report.findings
    #expect(after.first { $0.code == finding.code && $0.place == finding.place }?.answer == nil)
  }

  @Test func `the list is narrowed by how grave they are and whether they are answered`() async throws {
    let kit = try OfficeKit()

    let answered = try await kit.visit(as: .viewer) {
      try await $0.get(Addresses.findings.path(2022, query: [("svar", "besvarade")]))
    }
    let errors = try await kit.visit(as: .viewer) {
      try await $0.get(Addresses.findings.path(2022, query: [("allvar", "fel")]))
    }

    #expect(answered.body.contains("Besvarad av förbundschef"))
    #expect(errors.body.contains("Inga anmärkningar att visa här."))
  }

  @Test func `an auditor answers no finding`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) {
      try await $0.post(Self.path, [("kod", "x"), ("plats", "y"), ("skal", "z")])
    }

    #expect(reply.status == .forbidden)
  }
}
