import Association
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct StartTests {
  private let actor = Actor(name: "Testet")

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// An office whose association has said nothing of deadlines and reports but this.
  private func kit(_ change: (inout Association) -> Void) throws -> OfficeKit {
    let kit = try OfficeKit()
    var association = try kit.store.association()
    change(&association)
    try kit.store.record(association, by: actor, at: kit.clock.now)
    return kit
  }

  @Test func `the start page says what is late first, in words, with a link to where it is done`() async throws {
    let kit = try kit { association in
      association.reports.removeAll()
      association.history.removeAll()
    }
    kit.clock.set(day: try day("2026-03-10"))

    let reply = try await kit.visit(as: .director) { try await $0.get("/") }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("Vad behöver jag göra nu?"))
    let late = try #require(reply.body.range(of: "Försenat ("))
    let soon = try #require(reply.body.range(of: "Snart ("))
    #expect(late.lowerBound < soon.lowerBound)
    // The report of 2022 should have been drawn up by 31 March 2023, and the one of 2025 is to be by 31 March 2026.
    #expect(reply.body.contains("Upprätta årsredovisningen för 2022") && reply.body.contains("2023-03-31"))
    #expect(reply.body.contains("href=\"/rapport/2022\""))
    #expect(reply.body.contains("Om 21 dagar"))
    // The book has nothing of 2024: what should have been done for it is not late here.
    #expect(!reply.body.contains("Lämna årsuppgiften om kommunmoms för 2024"))
    // The report of 2025 is soon, and the book has no such year: it leads to the deadline and not to another report.
    #expect(reply.body.contains("href=\"/arshjul/2026/arsredovisning\""))
    #expect(!reply.body.contains("href=\"/rapport/2025"))
  }

  @Test func `nothing is late where all is done`() async throws {
    let kit = try kit { association in
      association.deadlineFacts = [2021, 2022, 2023, 2024, 2025, 2026].flatMap { year in
        Duty.allCases.map { DeadlineFact(year: year, id: $0.rawValue, doneOn: CalendarDate("2026-01-01")) }
      }
    }

    let reply = try await kit.visit(as: .director) { try await $0.get("/") }

    #expect(reply.body.contains("Inget är försenat.") && !reply.body.contains("Försenat ("))
  }

  @Test func `the page shows how far the report is, and result, cash and equity against the cap`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .boardMember) { try await $0.get("/") }

    #expect(reply.body.contains("delar klara") && reply.body.contains("<progress"))
    #expect(reply.body.contains("Underskott") && !reply.body.contains("−2\u{A0}422"))
    #expect(reply.body.contains("2\u{A0}422\u{A0}563\u{A0}kr") && reply.body.contains("1\u{A0}611\u{A0}554\u{A0}kr"))
    // Domain 3: 20 % of 7 million and 15 % of what is above.
    #expect(reply.body.contains("2\u{A0}432\u{A0}000\u{A0}kr"))
    #expect(reply.body.contains("20\u{A0}% av 7\u{A0}000\u{A0}000\u{A0}kr och 15\u{A0}% av"))
    #expect(reply.body.contains("under taket"))
    #expect(reply.body.contains("/rapport/2022/siffror/eget-kapital-tak"))
    // Who has done what is for insiders.
    #expect(!reply.body.contains("Senast hände"))
  }

  @Test func `drafts and what last happened stand there for those who keep the books`() async throws {
    let kit = try OfficeKit()
    _ = try kit.store.keep(
      Sketch(kind: .draft, date: "2022-12-05", text: "Hyra december"), by: Actor(name: "Ekonomen"), at: kit.clock.now)
    try kit.store.close(try #require(Month(year: 2022, month: 1)), by: Actor(name: "Chefen"), at: kit.clock.now)

    let bookkeeper = try await kit.visit(as: .bookkeeper) { try await $0.get("/") }
    let auditor = try await kit.visit(as: .auditor) { try await $0.get("/") }

    #expect(bookkeeper.body.contains("Hyra december") && bookkeeper.body.contains("Ekonomen"))
    #expect(bookkeeper.body.contains("Stängde januari 2022"))
    #expect(auditor.body.contains("Stängde januari 2022") && !auditor.body.contains("Hyra december"))
  }

  @Test func `a comment stands there for whom it is for until it has ended`() async throws {
    let kit = try OfficeKit()
    let director = try #require(kit.users[.director])
    let place = "rapport/2022/kapitel/handelser"
    let id = try kit.store.comment(
      "Stämmer det här?", at: place, to: director.id, by: Actor(name: "Revisorn"), at: kit.clock.now)

    try await kit.visit(as: .director) { guest in
      let open = try await guest.get("/")
      #expect(open.body.contains("Stämmer det här?") && open.body.contains("/rapport/2022/kapitel/handelser"))
      try kit.store.end(id, as: .resolved, text: "", by: Actor(name: "Chefen"), at: kit.clock.now)
      let ended = try await guest.get("/")
      #expect(!ended.body.contains("Stämmer det här?"))
    }
    let other = try await kit.visit(as: .bookkeeper) { try await $0.get("/") }
    #expect(!other.body.contains("Stämmer det här?"))
  }

  @Test func `a performer sees own insatser with what is granted, drawn and left, and nothing else`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .performer) { try await $0.get("/") }

    #expect(reply.status == .ok && reply.body.contains("Dina insatser"))
    #expect(reply.body.contains("/insatser/2022/SAMSA") && reply.body.contains("Beviljat"))
    #expect(!reply.body.contains("Försenat") && !reply.body.contains("Rekommenderat tak"))
    #expect(!reply.body.contains("/insatser/2022/SIRI"))
  }

  @Test func `a new book without a year begins with steps and the way to practise`() async throws {
    let kit = try OfficeKit(.new)

    let reply = try await kit.visit(as: .director) { try await $0.get("/") }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("href=\"/inlasningar\"") || reply.body.contains("Läs in bokföringen"))
    #expect(reply.body.contains("href=\"/ovning\"") && reply.body.contains("href=\"/anvandare\""))
    #expect(!reply.body.contains("Försenat"))
  }

  @Test func `the first steps lead to where members are put in and last year's report is read`() async throws {
    try await OfficeKit(.new).visit(as: .director) { guest in
      let page = try await guest.get("/")
      for path in ["/medlemmar/2026", "/granska"] {
        #expect(page.body.contains("<p class=\"what\"><a href=\"\(path)\""), "\(path)")
        #expect(try await guest.get(path).status == .ok)
      }
      #expect(try await guest.get("/leveranser/ny").body.contains("href=\"/insatser/ny\""))
    }
  }

  @Test func `whoever is not signed in is sent to sign in`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: nil) { try await $0.get("/") }

    #expect(reply.location == "/logga-in")
  }

  @Test func `every task leads to a page that is there`() async throws {
    let kit = try kit { association in
      association.reports.removeAll()
      association.history.removeAll()
    }
    for day in ["2023-02-10", "2023-06-10", "2024-05-10", "2026-03-10"] {
      kit.clock.set(day: try self.day(day))
      try await kit.visit(as: .director) { guest in
        let page = try await guest.get("/")
        let links = page.body.matches(of: /<p class="what"><a href="([^"]+)"/).map { String($0.1) }
        #expect(!links.isEmpty)
        for link in links { #expect(try await guest.get(link).status == .ok, "\(day) \(link)") }
      }
    }
  }

  @Test func `what is more than a year late is folded, and a day that is only the usual one is not called late`()
    async throws
  {
    let kit = try kit { association in
      association.reports.removeAll()
      association.history.removeAll()
    }
    kit.clock.set(day: try day("2024-02-10"))
    let near = try await kit.visit(as: .director) { try await $0.get("/") }
    kit.clock.set(day: try day("2025-02-10"))
    let far = try await kit.visit(as: .director) { try await $0.get("/") }

    #expect(near.body.contains("Dagen har passerat (") && near.body.contains("dagen är den brukliga"))
    #expect(near.body.contains("badge warn\">Passerat") && !near.body.contains("badge alarm\">Passerat"))
    let title = "Upprätta årsredovisningen för 2022"
    #expect(!near.part(after: "äldre</summary>", before: "</details>").contains(title))
    #expect(far.part(after: "äldre</summary>", before: "</details>").contains(title))
  }

  @Test func `what is asked of one and what one has begun stand before what is late`() async throws {
    let kit = try kit { association in
      association.reports.removeAll()
      association.history.removeAll()
    }
    let director = try #require(kit.users[.director])
    _ = try kit.store.comment(
      "Stämmer det här?", at: "rapport/2022/kapitel/handelser", to: director.id, by: Actor(name: "Revisorn"),
      at: kit.clock.now)
    for (text, name) in [("Egen hyra", director.name), ("Andras hyra", "Ekonomen")] {
      _ = try kit.store.keep(
        Sketch(kind: .draft, date: "2022-12-05", text: text), by: Actor(name: name), at: kit.clock.now)
    }

    let reply = try await kit.visit(as: .director) { try await $0.get("/") }

    let places = try ["Stämmer det här?", "Egen hyra", "Försenat (", "Andras hyra"].map { words in
      try #require(reply.body.range(of: words)?.lowerBound, "\(words)")
    }
    #expect(places == places.sorted())
  }

  @Test(arguments: [Role.boardMember, .auditor, .viewer])
  func `those who only read are shown what is going on, with the report first`(role: Role) async throws {
    let kit = try kit { association in
      association.reports.removeAll()
      association.history.removeAll()
    }

    let reply = try await kit.visit(as: role) { try await $0.get("/") }

    #expect(reply.body.contains("På gång i förbundet") && !reply.body.contains("Vad behöver jag göra nu?"))
    let report = try #require(reply.body.range(of: "<progress"))
    let late = try #require(reply.body.range(of: "Försenat ("))
    #expect(report.lowerBound < late.lowerBound)
    #expect(!reply.body.contains("/rakenskapsar/2022/bokslut\""))
  }

  @Test func `the cap of a year without contributions is not known yet, and nothing is above it`() async throws {
    let kit = try kit { $0.settings.capBase = .contributions }
    try kit.store.openFiscalYear(try #require(FiscalYear(calendarYear: 2026)), by: actor, at: kit.clock.now)

    let reply = try await kit.visit(as: .director) { try await $0.get("/") }

    #expect(reply.body.contains("Taket kan inte räknas ut än: inga medlemsbidrag är bokförda."))
    #expect(!reply.body.contains("över taket") && !reply.body.contains("Rekommenderat tak"))
  }
}
