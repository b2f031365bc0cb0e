import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct WheelTests {
  private func fact(_ id: String, _ year: Int = 2026, in kit: OfficeKit) throws -> DeadlineFact? {
    try kit.store.association().deadlineFacts.first { $0.id == id && $0.year == year }
  }

  @Test func `the wheel lists a year's deadlines by day, with law and state`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get("/arshjul/2026") }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("2026-03-31") && reply.body.contains("Lag 2003:1210, 24 §"))
    #expect(reply.body.contains("Styrelsen beslutar budgeten för 2027"))
    #expect(reply.body.contains("aria-hidden=\"true\""))
    #expect(!reply.body.contains("Lägg till en punkt"))
  }

  @Test func `a deadline says what counts as done, and is marked as done with a day and a note`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let page = try await guest.get("/arshjul/2025/momsuppgift")
      #expect(page.body.contains("sätts ersättningen till noll kronor") && page.body.contains("value=\"2026-02-15\""))

      let saved = try await guest.post(
        "/arshjul/2025/momsuppgift",
        [("gor", "klar"), ("gjord", "2025-06-12"), ("gjord-anteckning", "Kvittens i diariet")])
      let after = try await guest.get("/arshjul/2025/momsuppgift")

      #expect(saved.location == "/arshjul/2025")
      #expect(saved.notice == "”Lämna årsuppgiften om kommunmoms för 2024” är markerat som gjort.")
      #expect(after.body.contains("Gjord 2025-06-12") && after.body.contains("Kvittens i diariet"))
      #expect(after.body.contains("Ta bort markeringen"))

      _ = try await guest.post("/arshjul/2025/momsuppgift", [("gor", "angra")])
      #expect(try fact("momsuppgift", 2025, in: kit)?.doneOn == nil)
    }
    #expect(try kit.store.history().last?.actor.name == "Test bookkeeper")
  }

  @Test func `a day is moved by a decision, and taken back`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post(
        "/arshjul/2026/budget", [("gor", "flytta"), ("dag", "2026-11-13"), ("dag-anteckning", "Styrelsen § 8")])
      let moved = try await guest.get("/arshjul/2026/budget")
      #expect(moved.body.contains("2026-11-13") && moved.body.contains("Bestämt: Styrelsen § 8"))

      let back = try await guest.post("/arshjul/2026/budget", [("gor", "ta-bort")])
      #expect(back.notice.contains("har sin vanliga dag igen"))
    }
    #expect(try fact("budget", in: kit) == nil)
  }

  @Test func `an own deadline and a half-year report are put in the wheel`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let own = try await guest.post(
        "/arshjul/2026", [("punkt", ""), ("rubrik", "Lägesrapporter från utförarna"), ("dag", "2026-05-15")])
      _ = try await guest.post("/arshjul/2026", [("punkt", "delarsrapport"), ("rubrik", ""), ("dag", "2026-09-18")])
      let twice = try await guest.post(
        "/arshjul/2026", [("punkt", ""), ("rubrik", "Lägesrapporter från utförarna"), ("dag", "2026-10-15")])
      let page = try await guest.get("/arshjul/2026")

      #expect(own.status == .seeOther && twice.status == .seeOther)
      #expect(page.body.contains("/arshjul/2026/lagesrapporter-fran-utforarna"))
      #expect(page.body.contains("/arshjul/2026/lagesrapporter-fran-utforarna-2"))
      #expect(page.body.contains("Delårsrapport för 2026"))

      let removed = try await guest.post("/arshjul/2026/lagesrapporter-fran-utforarna", [("gor", "ta-bort")])
      #expect(removed.notice.contains("är borttaget ur årshjulet"))
      #expect(try fact("lagesrapporter-fran-utforarna", in: kit) == nil)
    }
  }

  @Test(arguments: [
    ([("punkt", ""), ("rubrik", ""), ("dag", "2026-05-15")], "rubrik-fel"),
    ([("punkt", ""), ("rubrik", "Något"), ("dag", "i maj")], "dag-fel"),
    ([("punkt", ""), ("rubrik", "Något"), ("dag", "2027-05-15")], "ligger inte i 2026"),
    ([("punkt", ""), ("rubrik", "Ring 19121212-1212"), ("dag", "2026-05-15")], "personnummer"),
  ])
  func `what is wrong is told at its field, and what was typed stands`(
    fields: [(String, String)], words: String
  ) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.post("/arshjul/2026", fields) }

    #expect(reply.status == .unprocessableContent && reply.body.contains(words))
    #expect(reply.body.contains("value=\"\(fields[2].1)\""))
  }

  @Test func `nothing is done on a day that has not been`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post("/arshjul/2026/momsuppgift", [("gor", "klar"), ("gjord", "2026-06-12")])
    }

    #expect(reply.status == .unprocessableContent && reply.body.contains("har inte varit än"))
  }

  @Test(arguments: ["/arshjul/1999", "/arshjul/2026/finns-inte", "/arshjul/1999/budget"])
  func `a wheel or a deadline that is none is not found`(path: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get(path) }

    #expect(reply.status == .notFound)
  }

  @Test func `only who keeps the books changes the wheel`() async throws {
    let kit = try OfficeKit()

    for role in [Role.auditor, .boardMember, .viewer, .performer] {
      let reply = try await kit.visit(as: role) {
        try await $0.post("/arshjul/2026/budget", [("gor", "klar"), ("gjord", "2026-01-01")])
      }
      #expect(reply.status == .forbidden)
    }
    let performer = try await kit.visit(as: .performer) { try await $0.get("/arshjul/2026") }
    #expect(performer.status == .forbidden)
  }
}
