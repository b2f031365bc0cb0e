import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct PracticeTests {
  /// Whether the session of that guest practises, as the book says.
  private func practises(_ guest: Guest, in kit: OfficeKit) throws -> Bool {
    try kit.store.session(Secret.digest(of: guest.token), at: kit.clock.now)?.session.isPractising ?? false
  }

  private func record(in store: Store, text: String) throws {
    let day = try #require(CalendarDate("2022-05-05"))
    let rows = [("5010", 100 as Int64), ("1930", -100)].map {
      Voucher.Row(account: AccountNumber($0.0), amount: Money(kronor: $0.1))
    }
    let voucher = try Voucher(
      Voucher.Draft(series: "Z", date: day, text: text, counterparty: "Hyresvärden", rows: rows))
    try store.record(voucher, by: Actor(name: "Testet"), at: Moment(secondsSince1970: 1_771_146_100))
  }

  @Test func `a practice association is made, entered, marked on every page, and left`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let before = try await guest.get("/ovning")
      let entered = try await guest.post("/ovning")
      let inside = try await guest.get("/rakenskapsar")
      let left = try await guest.practising.post("/ovning/lamna")
      let outside = try await guest.get("/rakenskapsar")

      #expect(before.status == .ok && before.body.contains("Gör ett övningsförbund"))
      #expect(entered.status == .seeOther && entered.location == "/")
      #expect(inside.body.contains("Övningsförbund.") && inside.body.contains("Lämna övningen"))
      #expect(left.status == .seeOther)
      #expect(!outside.body.contains("Övningsförbund."))
      #expect(try !practises(guest, in: kit))
    }

    let practice = try #require(kit.office.practice.store())
    #expect(try practice.isPractice())
    #expect(try !kit.store.isPractice())
    #expect(try practice.verify().findings == [])
    #expect(try practice.users().map(\.id) == kit.store.users().map(\.id))
  }

  @Test func `what is done in practice is not done in the association's own book`() async throws {
    let kit = try OfficeKit()
    let hash = try kit.store.lastHash()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/ovning")
      let closed = try await guest.practising.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])
      #expect(closed.status == .seeOther)
    }

    #expect(try kit.store.lastHash() == hash)
    #expect(try kit.office.practice.store()?.closedMonths().count == 1)
  }

  @Test func `a page of the one book is never sent to the other`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/ovning")
      let own = try await guest.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])
      _ = try await guest.practising.post("/ovning/lamna")
      let practice = try await guest.practising.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])

      #expect(own.status == .forbidden && own.body.contains("bytt mellan övning och det riktiga förbundet"))
      #expect(practice.status == .forbidden)
    }

    #expect(try kit.store.closedMonths().isEmpty)
    #expect(try kit.office.practice.store()?.closedMonths().isEmpty == true)
  }

  @Test func `the practice association is removed after a confirmation, and everybody in it is sent home`() async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      try await kit.visit(as: .viewer) { viewer in
        _ = try await director.post("/ovning")
        _ = try await viewer.post("/ovning")
        let unconfirmed = try await director.practising.post("/ovning/kassering")
        let removed = try await director.practising.post("/ovning/kassering", [("bekrafta", "ja")])
        let stale = try await viewer.practising.post("/ovning/lamna")
        let home = try await viewer.get("/rakenskapsar")
        let again = try await director.post("/ovning/kassering", [("bekrafta", "ja")])

        #expect(unconfirmed.status == .unprocessableContent)
        #expect(removed.status == .seeOther && removed.notice.contains("borttaget"))
        #expect(stale.status == .forbidden)
        #expect(home.status == .ok && !home.body.contains("Övningsförbund."))
        #expect(again.notice == "Övningsförbundet var redan borttaget.")
        #expect(try !practises(viewer, in: kit) && !practises(director, in: kit))
      }
    }

    for suffix in ["", "-wal", "-shm", ".ny"] {
      #expect(!FileManager.default.fileExists(atPath: kit.office.practice.path + suffix), "\(suffix)")
    }
  }

  @Test func `a form of a practice book that is gone reaches no book, though the session has not been told`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/ovning")
      #expect(kit.office.practice.remove())
      let reply = try await guest.practising.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])

      #expect(reply.status == .forbidden)
    }

    #expect(try kit.store.closedMonths().isEmpty)
  }

  @Test func `many who begin at the same time make one practice book`() async throws {
    let kit = try OfficeKit()
    let practice = kit.office.practice

    let hashes = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try await LongWork.run {
            try practice.make(by: Actor(name: "Testet"), at: Moment(secondsSince1970: 1_771_146_000)).lastHash()
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(Set(hashes).count == 1)
  }

  @Test func `somebody may write in the practice book while another removes it`() async throws {
    let kit = try OfficeKit()
    let practice = kit.office.practice
    let store = try practice.make(by: Actor(name: "Testet"), at: kit.clock.now)

    #expect(practice.remove())
    try record(in: store, text: "Skriven i en bok som är på väg bort")
    let next = try practice.make(by: Actor(name: "Testet"), at: kit.clock.now)

    #expect(try next.verify().findings == [])
    let year = try #require(FiscalYear(calendarYear: 2022))
    #expect(try next.voucher(Voucher.Number(series: "Z", number: 1), in: year) == nil)
  }

  @Test func `a file that is no practice book is neither entered nor removed`() async throws {
    let kit = try OfficeKit()
    let path = kit.office.practice.path
    try FileManager.default.copyItem(atPath: kit.store.path, toPath: path)

    try await kit.visit(as: .director) { guest in
      let entered = try await guest.post("/ovning")
      let removed = try await guest.post("/ovning/kassering", [("bekrafta", "ja")])

      #expect(entered.status != .seeOther)
      #expect(removed.notice.contains("redan borttaget"))
    }
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `an office that shows a practice book is marked, without a way to leave it`() async throws {
    let kit = try OfficeKit()
    try kit.store.markPractice(by: Actor(name: "Testet"), at: kit.clock.now)

    try await kit.visit(as: .director) { guest in
      let page = try await guest.get("/ovning")
      let entered = try await guest.post("/ovning")

      #expect(page.body.contains("Övningsförbund.") && !page.body.contains("Lämna övningen"))
      #expect(page.body.contains("visar redan ett övningsförbund"))
      #expect(entered.location == "/ovning")
    }
    #expect(!FileManager.default.fileExists(atPath: kit.office.practice.path))
  }

  @Test func `only the director and the bookkeeper remove the practice association, and nobody enters signed out`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .performer) { guest in
      let entered = try await guest.post("/ovning")
      let removed = try await guest.practising.post("/ovning/kassering", [("bekrafta", "ja")])
      let page = try await guest.get("/ovning")

      #expect(entered.status == .seeOther)
      #expect(removed.status == .forbidden)
      #expect(!page.body.contains("Ja, ta bort"))
    }
    let stranger = try await kit.visit(as: nil) { try await $0.post("/ovning") }
    #expect(stranger.location == "/logga-in")
  }

  @Test func `in practice it is the day that it is, of the year after the example's, and the yellow bar says so`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      #expect(try await !guest.get("/").body.contains("2023-02-15"))
      _ = try await guest.post("/ovning")
      let inside = try await guest.practising.get("/")
      #expect(inside.body.contains("I dag är det 2023-02-15 här."))
      kit.clock.set(day: try #require(CalendarDate("2028-02-29")))
      #expect(try await guest.practising.get("/").body.contains("I dag är det 2023-02-28 här."))
    }
  }
}
