import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct ForecastPageTests {
  @Test func `the page tells what the year comes to, and what it came to`() async throws {
    let kit = try OfficeKit()

    let may = try await kit.visit(as: .boardMember) { try await $0.get("/prognos/2022?manad=2022-05") }
    let end = try await kit.visit(as: .director) { try await $0.get("/prognos/2022") }

    #expect(may.status == .ok)
    #expect(may.body.contains("efter maj 2022"))
    #expect(may.body.contains("det rekommenderade taket 2\u{A0}432\u{A0}000\u{A0}kr"))
    // The published figures: equity, frames and what was drawn of them.
    #expect(end.body.contains("Eget kapital blir 1\u{A0}611\u{A0}554\u{A0}kr"))
    #expect(end.body.contains("14\u{A0}416\u{A0}961") && end.body.contains("13\u{A0}794\u{A0}665"))
    #expect(!may.body.contains("Spara prognosen") && end.body.contains("Spara prognosen"))
  }

  @Test func `what is tried is shown and not kept`() async throws {
    let kit = try OfficeKit()
    let before = try kit.store.lastHash()

    let reply = try await kit.visit(as: .viewer) {
      try await $0.get("/prognos/2022?manad=2022-05&prova-ARIS=-250000&prova-SAMSA=2*50000")
    }

    #expect(reply.body.contains("Med det du prövar ändras eget kapital med 150\u{A0}000\u{A0}kr"))
    #expect(try kit.store.lastHash() == before)
  }

  @Test func `what cannot be read is named and kept`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) {
      try await $0.get("/prognos/2022?manad=2023-05&prova-ARIS=mycket")
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Månaden är ”2023-05”") && reply.body.contains("Beloppet för ARIS är ”mycket”"))
    #expect(reply.body.contains("value=\"mycket\""))
  }

  @Test func `a performer says what the own insats will cost, and of no other`() async throws {
    let kit = try OfficeKit()
    let own = try #require(kit.users[.performer]?.insatser.first)
    let other = try #require(try kit.store.association().insatser.first { $0.id != own })

    try await kit.visit(as: .performer) { guest in
      let page = try await guest.get("/prognos/2022?manad=2022-05")
      #expect(page.body.contains("Din prognos"))
      #expect(!page.body.contains(other.name) && !page.body.contains("Eget kapital"))
      let saved = try await guest.post(
        "/prognos/2022",
        [("insats", "\(own)/"), ("efter", "2022-05"), ("belopp", "1 650 000"), ("skal", "En tjänst är vakant.")])
      let refused = try await guest.post(
        "/prognos/2022", [("insats", "\(other.id)/"), ("efter", "2022-05"), ("belopp", "1"), ("skal", "")])
      let faulty = try await guest.post(
        "/prognos/2022", [("insats", "\(own)/"), ("efter", "2022-05"), ("belopp", "-5"), ("skal", "811228-9874")])
      #expect(saved.status == .seeOther)
      #expect(refused.status == .forbidden)
      #expect(faulty.status == .unprocessableContent)
      #expect(faulty.body.contains("Beloppet är ”-5”") && faulty.body.contains("personnummer"))
    }

    let said = try #require(try kit.store.association().performerForecasts.first)
    #expect(said.insatsID == own && said.expected == Money(kronor: 1_650_000) && said.month.text == "2022-05")
    let shown = try await kit.visit(as: .director) { try await $0.get("/prognos/2022?manad=2022-05") }
    #expect(shown.body.contains("utförarens prognos") && shown.body.contains("En tjänst är vakant."))
    #expect(try kit.store.verify().findings == [])
  }
}
