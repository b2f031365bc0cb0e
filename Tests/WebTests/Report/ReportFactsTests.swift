import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct ReportFactsTests {
  static let path = Addresses.reportFacts.path(2022)

  private func form(_ kit: OfficeKit, _ change: [String: String] = [:]) throws -> [(String, String)] {
    let facts = try #require(try kit.store.association().reports.first { $0.year == 2022 })
    let plain = [
      "beslutsdag": "2023-03-17", "paragraf": "§ 12", "diarienummer": "FS 2023/4", "underskriven": "2023-03-17",
    ]
    .merging(change) { $1 }
    return plain.map { ($0.key, $0.value) } + [
      ("avtryck", FactsForm.digest(of: facts)), ("ledamot-funktion", "Ordförande"), ("ledamot-namn", ""),
      ("ledamot-funktion", "Ledamot"), ("ledamot-namn", ""), ("ledamot-funktion", ""), ("ledamot-namn", ""),
      ("revisor-funktion", "Revisor"), ("revisor-namn", ""), ("revisor-utsedd", "Region Blekinge"),
    ]
  }

  private func stored(_ kit: OfficeKit) throws -> ReportFacts? {
    try kit.store.association().reports.first { $0.year == 2022 }
  }

  @Test func `a director finishes the report's facts in the office`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.path, try self.form(kit)) }

    #expect(reply.status == .seeOther)
    let facts = try #require(try stored(kit))
    #expect(facts.diaryNumber == "FS 2023/4")
    #expect(facts.signatories.map(\.function) == ["Ordförande", "Ledamot"])
    #expect(facts.auditors.map(\.appointedBy) == ["Region Blekinge"])
    #expect(facts.decision.date?.text == "2023-03-17")
  }

  @Test func `a signature before the decision is told, and what was typed stands`() async throws {
    let kit = try OfficeKit()
    let before = try stored(kit)

    let reply = try await kit.visit(as: .director) {
      try await $0.post(Self.path, try self.form(kit, ["underskriven": "2023-03-01", "diarienummer": "Mitt nummer"]))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Underskriften kan inte komma före beslutet"))
    #expect(reply.body.contains("value=\"Mitt nummer\""))
    #expect(try stored(kit) == before)
  }

  @Test func `a day that is no day is told`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) {
      try await $0.post(Self.path, try self.form(kit, ["beslutsdag": "2023-02-30"]))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("2023-02-30"))
  }

  @Test func `what another has saved meanwhile is shown beside what was typed`() async throws {
    let kit = try OfficeKit()
    let form = try form(kit)
    var association = try kit.store.association()
    for index in association.reports.indices where association.reports[index].year == 2022 {
      association.reports[index].diaryNumber = "Den andras"
    }
    try kit.store.record(association, by: Actor(name: "Annan"), at: kit.clock.now)

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.path, form) }

    #expect(reply.status == .conflict)
    #expect(reply.body.contains("Den andras"))
    #expect(reply.body.contains("value=\"FS 2023/4\""))
    #expect(try stored(kit)?.diaryNumber == "Den andras")
  }

  @Test func `a reader sees the facts without a form`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get(Self.path) }

    #expect(reply.body.contains("§ 12"))
    #expect(!reply.body.contains("name=\"paragraf\""))
  }
}
