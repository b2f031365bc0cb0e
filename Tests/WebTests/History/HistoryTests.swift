import Association
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct HistoryTests {
  private let actor = Actor(name: "Chefen")

  private func year() throws -> FiscalYear { try #require(FiscalYear(calendarYear: 2022)) }

  private func recordVoucher(in kit: OfficeKit) throws -> PostedVoucher {
    let day = try #require(CalendarDate("2022-05-05"))
    let rows = [("5010", 100 as Int64), ("1930", -100)].map {
      Voucher.Row(account: AccountNumber($0.0), amount: Money(kronor: $0.1))
    }
    let voucher = try Voucher(
      Voucher.Draft(series: "Z", date: day, text: "Hyra", counterparty: "Hyresvärden", rows: rows))
    return try kit.store.record(voucher, by: actor, at: kit.clock.now)
  }

  private func writeText(_ markdown: String, in kit: OfficeKit) throws {
    var association = try kit.store.association()
    association.texts.removeAll { $0.year == 2022 && $0.chapterID == "handelser" }
    association.texts.append(ReportText(year: 2022, chapterID: "handelser", markdown: markdown))
    try kit.store.record(association, by: actor, at: kit.clock.now)
  }

  private func last(_ kit: OfficeKit) throws -> HistoryLine { try #require(try kit.store.history().last) }

  @Test func `the history tells who did what when, the latest first`() async throws {
    let kit = try OfficeKit()
    _ = try recordVoucher(in: kit)
    try kit.store.close(try #require(Month(year: 2022, month: 3)), by: actor, at: kit.clock.now)

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/historik") }

    #expect(reply.status == .ok)
    let closed = try #require(reply.body.range(of: "Stängde mars 2022"))
    let posted = try #require(reply.body.range(of: "Bokförde verifikation Z 1"))
    #expect(closed.lowerBound < posted.lowerBound)
    #expect(reply.body.contains("2026-02-15 kl. 10.00") && reply.body.contains("Chefen"))
    #expect(reply.body.contains("href=\"/historik/\(try last(kit).sequence)\""))
  }

  @Test func `the history is narrowed by act, person and words`() async throws {
    let kit = try OfficeKit()
    _ = try recordVoucher(in: kit)
    try kit.store.close(try #require(Month(year: 2022, month: 3)), by: Actor(name: "Ekonomen"), at: kit.clock.now)

    try await kit.visit(as: .director) { guest in
      let periods = try await guest.get("/historik?slag=perioder")
      let person = try await guest.get("/historik?vem=Chefen")
      let words = try await guest.get("/historik?text=2022-03")
      let none = try await guest.get("/historik?text=finns%20inte")

      #expect(periods.body.contains("Stängde mars 2022") && !periods.body.contains("Bokförde verifikation Z 1"))
      #expect(person.body.contains("Bokförde verifikation Z 1") && !person.body.contains("Stängde mars 2022"))
      #expect(person.body.contains("<option value=\"Chefen\" selected"))
      #expect(words.body.contains("Stängde mars 2022") && !words.body.contains("Bokförde"))
      #expect(none.body.contains("Inget i historiken stämmer med urvalet."))
    }
  }

  @Test func `a long history is shown page by page`() async throws {
    let kit = try OfficeKit()
    let month = try #require(Month(year: 2022, month: 3))
    try kit.store.together(by: actor, at: kit.clock.now) { writing in
      for _ in 0..<60 {
        try writing.close(month)
        try writing.reopen(month, because: "Prov")
      }
    }

    try await kit.visit(as: .director) { guest in
      let first = try await guest.get("/historik?slag=perioder")
      let second = try await guest.get("/historik?slag=perioder&sida=2")
      let after = try await guest.get("/historik?slag=perioder&sida=99")

      #expect(first.body.contains("sida=2") && first.body.contains("Sida 2 av 2"))
      #expect(second.body.contains("Öppnade mars 2022 igen"))
      #expect(after.status == .ok)
    }
  }

  @Test func `a line opens the voucher it recorded, and its hashes`() async throws {
    let kit = try OfficeKit()
    let posted = try recordVoucher(in: kit)
    let line = try last(kit)

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/historik/\(line.sequence)") }

    #expect(reply.body.contains("/verifikationer/2022/Z-\(posted.number.number)"))
    #expect(
      reply.body.contains(line.hash) && reply.body.contains(line.previousHash) && reply.body.contains(line.digest))
    #expect(reply.body.contains("href=\"/historik/\(line.sequence - 1)\""))
    #expect(!reply.body.contains("Raden efter"))
  }

  @Test func `a line that edits a text shows what went and what came, line by line`() async throws {
    let kit = try OfficeKit()
    try writeText("Rad ett.\n\nRad två.\n\nRad tre.", in: kit)
    try writeText("Rad ett.\n\nRad två och en halv.\n\nRad tre.", in: kit)
    let line = try last(kit)

    let reply = try await kit.visit(as: .director) { try await $0.get("/historik/\(line.sequence)") }

    #expect(reply.body.contains("Ändrade rapportens texter"))
    #expect(reply.body.contains("texter/2022/handelser.md"))
    #expect(reply.body.contains("<del>Rad två.</del>") && reply.body.contains("<ins>Rad två och en halv.</ins>"))
    #expect(!reply.body.contains("budget/2022.yaml"))
  }

  @Test func `a line that imports shows what came and leads to its receipt`() async throws {
    let kit = try OfficeKit()
    let receipt = try #require(try kit.store.imports().first)

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.get("/historik/\(receipt.sequence)") }

    #expect(reply.body.contains("Läste in filen \(receipt.name)"))
    #expect(reply.body.contains("href=\"/inlasningar/\(receipt.sequence)\""))
  }

  @Test func `a line about a user shows what changed, and a reopened month why`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])
    try kit.store.record(
      user: viewer.id, name: viewer.name, mail: viewer.mail, role: .auditor, insatser: [], isActive: true, by: actor,
      at: kit.clock.now)
    let changed = try last(kit)
    let month = try #require(Month(year: 2022, month: 3))
    try kit.store.close(month, by: actor, at: kit.clock.now)
    try kit.store.reopen(month, because: "Hyran var glömd", by: actor, at: kit.clock.now)
    let reopened = try last(kit)

    try await kit.visit(as: .director) { guest in
      let user = try await guest.get("/historik/\(changed.sequence)")
      let lock = try await guest.get("/historik/\(reopened.sequence)")

      #expect(user.body.contains("<del>Läsare</del>") && user.body.contains("<ins>Revisor</ins>"))
      #expect(lock.body.contains("Öppnade mars 2022 igen") && lock.body.contains("Hyran var glömd"))
    }
  }

  @Test func `each thing has its own history`() async throws {
    let kit = try OfficeKit()
    let posted = try recordVoucher(in: kit)
    try kit.store.reverse(
      posted.number, in: try year(), on: try #require(CalendarDate("2022-06-01")), because: "Fel belopp", by: actor,
      at: kit.clock.now)
    try writeText("En text.", in: kit)
    let month = try #require(Month(year: 2022, month: 3))
    try kit.store.close(month, by: actor, at: kit.clock.now)
    let director = try #require(kit.users[.director])

    try await kit.visit(as: .auditor) { guest in
      let voucher = try await guest.get(
        HistoryLink.voucher(VoucherPlace(year: 2022, number: posted.number)))
      let chapter = try await guest.get(HistoryLink.chapter("handelser", year: 2022))
      let lock = try await guest.get(HistoryLink.month(month))
      let year = try await guest.get(HistoryLink.year(2022))
      let user = try await guest.get(HistoryLink.user(director.id))

      #expect(voucher.body.contains("Bokförde verifikation Z 1") && voucher.body.contains("Rättade verifikation Z 1"))
      #expect(!voucher.body.contains("Stängde mars 2022"))
      #expect(chapter.body.contains("Ändrade rapportens texter"))
      #expect(lock.body.contains("Stängde mars 2022") && !lock.body.contains("Bokförde"))
      #expect(year.body.contains("Stängde mars 2022"))
      #expect(user.body.contains("Lade till användaren Test director"))
    }
  }

  @Test(arguments: [
    "/historik/99999", "/historik/noll", "/historik?sak=finns-inte", "/historik?sak=verifikation/1999/A-1",
    "/historik?sak=rapport/x/kapitel/y",
  ])
  func `what has no history is not found`(path: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get(path) }

    #expect(reply.status == .notFound)
  }

  @Test func `the whole history is saved as a file with its hashes`() async throws {
    let kit = try OfficeKit()
    let history = try kit.store.history()

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/historik/fil") }

    #expect(reply.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(reply.headers[.contentDisposition]?.contains("historik-222000-2451-2026-02-15.csv") == true)
    #expect(history.allSatisfy { reply.body.contains($0.hash) && reply.body.contains($0.digest) })
    #expect(reply.body.split(separator: "\r\n").count == history.count + 1)
  }

  @Test func `the book is reckoned again, and the words say that it is whole`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.post("/historik/kontroll") }

    #expect(reply.status == .ok && reply.body.contains("Boken stämmer"))
    #expect(reply.body.contains(try kit.store.lastHash()))
  }

  @Test func `who is no insider sees no history, and a stranger is sent to sign in`() async throws {
    let kit = try OfficeKit()

    for role in [Role.boardMember, .viewer, .performer] {
      for path in ["/historik", "/historik/1", "/historik/fil"] {
        let reply = try await kit.visit(as: role) { try await $0.get(path) }
        #expect(reply.status == .forbidden, "\(role) \(path)")
      }
    }
    let stranger = try await kit.visit(as: nil) { try await $0.get("/historik") }
    #expect(stranger.location == "/logga-in")
  }

  @Test func `every act and every table of the association has words`() throws {
    let kit = try OfficeKit()
    // The first line of a book writes every table.
    let tables = try #require(try kit.store.editedTables(from: 1, through: 1)[1])

    #expect(tables.allSatisfy { HistoryWords.tableNames[$0] != nil })
    #expect(HistoryWords.sentence(.association, "", tables: ["budget_line", "goal"]) == "Ändrade budgeten och målen")
    for act in HistoryLine.Act.allCases {
      let words = HistoryWords.sentence(act, "2025-03")
      #expect(words.first?.isUppercase == true, "\(act)")
      #expect(
        HistoryRequest.Group.allCases.contains { $0.acts.contains(act) }, "\(act) is found by no choice in the filter")
    }
  }
}
