import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct CopyTextsTests {
  static let path = Addresses.lastYearsTexts.path(2022)

  private func kit() throws -> OfficeKit {
    let kit = try OfficeKit()
    try kit.write(
      "Visionen 2021, 4 711 mottagare, {{arets-resultat}} och {{finns-inte-i-ar}}.", in: "avvikelser", year: 2021)
    try kit.write("Fjolårets händelser.", in: "handelser", year: 2021)
    return kit
  }

  @Test func `last year's texts are listed with what must be looked at in them`() async throws {
    let kit = try kit()

    let reply = try await kit.visit(as: .director) { try await $0.get(Self.path) }

    #expect(reply.body.contains("Skrivet för hand, se över: 4 711."))
    #expect(reply.body.contains("{{finns-inte-i-ar}}"))
    #expect(reply.body.contains("Har redan en text 2022"))
  }

  @Test func `the chosen texts are copied in one act, and none is written over`() async throws {
    let kit = try kit()
    let before = try kit.text(of: "handelser")
    let lines = try kit.store.history().count

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post(Self.path, [("kapitel", "avvikelser"), ("kapitel", "handelser")])
    }

    #expect(reply.status == .seeOther)
    #expect(try kit.text(of: "avvikelser").hasPrefix("Visionen 2021"))
    #expect(try kit.text(of: "handelser") == before)
    #expect(try kit.store.history().count == lines + 1)
  }

  @Test func `nothing chosen is told`() async throws {
    let kit = try kit()

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.path) }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Inget kapitel är valt"))
  }

  @Test func `a year without texts before it says what to do instead`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get(Self.path) }

    #expect(reply.body.contains("har inga egna texter i boken"))
  }

  @Test func `an auditor copies nothing`() async throws {
    let kit = try kit()

    let reply = try await kit.visit(as: .auditor) { try await $0.post(Self.path, [("kapitel", "avvikelser")]) }

    #expect(reply.status == .forbidden)
  }
}
