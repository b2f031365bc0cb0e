import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// The new director's walk, made of the example's book.
@Suite struct WalkTests {
  @Test func `the walk tells the figures, what is due, what was decided, who is who and how the report ended`()
    async throws
  {
    let kit = try OfficeKit()
    var association = try kit.store.association()
    association.reports.removeAll { $0.year != 2022 }
    association.history.removeAll()
    try kit.store.record(association, by: Actor(name: "Testet"), at: kit.clock.now)
    _ = try kit.store.keep(
      Sketch(kind: .draft, date: "2022-12-05", text: "Hyra december"), by: Actor(name: "Ekonomen"), at: kit.clock.now)

    let page = try await kit.visit(as: .director) { try await $0.get("/rundvandring") }

    #expect(page.status == .ok)
    for words in [
      "Rundvandring", "i siffror", "De närmaste tre månaderna", "Försenat", "Beslutat på sistone", "Oavslutat",
      "Vem är vem", "Insatser och avtal 2022", "Hur årsredovisningen 2022 slutade", "Styrdokument", "Var saker finns",
      // Of the book: equity, a frame, a decision, a draft that is not ended, a user.
      "1\u{A0}611\u{A0}554\u{A0}kr", "Ronneby", "§", "Påbörjade verifikationer", "Test auditor",
      "Upprätta årsredovisningen för 2025",
    ] { #expect(page.body.contains(words), "\(words)") }
  }

  @Test func `every figure and every name in it leads to a page that is there`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      let page = try await guest.get("/rundvandring")
      let main = page.part(after: "<main", before: "</main>")
      let links = Set(main.matches(of: /href="(\/[^"#]*)"/).map { String($0.1.split(separator: "?")[0]) })
      #expect(links.count > 40)
      for link in links.sorted() {
        var reply = try await guest.get(link)
        // A register leads on to this year's.
        if reply.status == .seeOther { reply = try await guest.get(reply.location) }
        #expect(reply.status == .ok, "\(link)")
      }
    }
  }

  @Test(arguments: [Role.performer, .viewer, .boardMember])
  func `it is for those who run the office or audit it`(role: Role) async throws {
    let kit = try OfficeKit()
    let reply = try await kit.visit(as: role) { try await $0.get("/rundvandring") }
    #expect(reply.status == .forbidden)
  }

  @Test func `of obstacles, those that wait are unfinished, and an answer that another has to read is not`()
    async throws
  {
    let kit = try OfficeKit()
    _ = try ObstaclePageTests.links(kit)
    try await kit.visit(as: .director) { guest in
      let page = try await guest.get("/rundvandring").body
      let part = try #require(page.split(separator: "Vad som är påbörjat och inte avslutat").last)
      #expect(part.contains("Hinder 1 väntar på svar"))
      #expect(!page.contains("som du rapporterade"))
    }
  }

  @Test func `a new book has a walk too, and says what it does not know`() async throws {
    let kit = try OfficeKit(.new)
    try await kit.visit(as: .director) { guest in
      let page = try await guest.get("/rundvandring")
      #expect(page.status == .ok && page.body.contains("Boken har inga beslut än."))
      #expect(try await guest.get("/").body.contains("href=\"/rundvandring\""))
    }
  }
}
