import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct YearTests {
  private let year = FiscalYear(calendarYear: 2022)

  private func month(_ number: Int) throws -> Month { try #require(Month(year: 2022, month: number)) }

  @Test func `the years are listed with how each stands`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get("/rakenskapsar") }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("/rakenskapsar/2022") && reply.body.contains("Öppet"))
    #expect(reply.body.contains("0 av 12"))
    // A viewer is shown no button that is not theirs.
    #expect(!reply.body.contains("Öppna räkenskapsåret"))
  }

  @Test func `a year shows its months, how many vouchers each has, and who closed it when`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let closed = try await guest.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])
      let page = try await guest.get("/rakenskapsar/2022")

      #expect(closed.location == "/rakenskapsar/2022" && closed.notice == "Mars 2022 är stängd.")
      #expect(page.body.contains("Stängd 2026-02-15 kl. 10.00 av Test bookkeeper"))
      #expect(page.body.contains("Stäng april 2022") && page.body.contains("Öppna mars 2022"))
    }
    #expect(try kit.store.closedMonths() == [try month(3)])
  }

  @Test func `all open months up to one are closed in one act of all or none`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/rakenskapsar/2022/manader/2/las", [("gor", "stang")])
      let reply = try await guest.post("/rakenskapsar/2022/las", [("gor", "manader"), ("till", "4")])
      let again = try await guest.post("/rakenskapsar/2022/las", [("gor", "manader"), ("till", "4")])

      #expect(reply.notice == "Januari 2022 till och med april 2022 är stängda.")
      #expect(again.notice == "Månaderna var redan stängda.")
    }
    #expect(try kit.store.closedMonths() == [1, 2, 3, 4].map(month))
  }

  @Test func `a month is opened again only with a reason, which is kept`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])
      let without = try await guest.post("/rakenskapsar/2022/manader/3/las", [("gor", "oppna"), ("skal-3", " ")])
      let personal = try await guest.post(
        "/rakenskapsar/2022/manader/3/las", [("gor", "oppna"), ("skal-3", "Glömt 19121212-1212")])
      let reply = try await guest.post(
        "/rakenskapsar/2022/manader/3/las", [("gor", "oppna"), ("skal-3", "Hyran var glömd")])
      let page = try await guest.get("/rakenskapsar/2022")

      #expect(without.status == .unprocessableContent && without.body.contains("Skälet saknas"))
      #expect(without.body.contains("id=\"skal-3-fel\""))
      #expect(personal.status == .unprocessableContent && personal.body.contains("personnummer"))
      #expect(reply.notice == "Mars 2022 är öppen igen.")
      #expect(page.body.contains("Skäl: Hyran var glömd"))
    }
    #expect(try kit.store.closedMonths().isEmpty)
  }

  @Test func `two who do the same to a month are both told how it stands`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])
      let closed = try await guest.post("/rakenskapsar/2022/manader/3/las", [("gor", "stang")])
      let opened = try await guest.post("/rakenskapsar/2022/manader/4/las", [("gor", "oppna"), ("skal-4", "Fel")])

      #expect(closed.notice == "Mars 2022 var redan stängd.")
      #expect(opened.notice == "April 2022 var redan öppen.")
    }
  }

  @Test func `a year is closed without being ended, and opened again with a reason`() async throws {
    let kit = try OfficeKit()
    let year = try #require(year)

    try await kit.visit(as: .director) { guest in
      let closed = try await guest.post("/rakenskapsar/2022/las", [("gor", "stang")])
      let page = try await guest.get("/rakenskapsar/2022")
      #expect(closed.notice == "Räkenskapsåret 2022 är stängt.")
      #expect(page.body.contains("Öppna året igen") && !page.body.contains("Stäng mars 2022"))
      #expect(try kit.store.isClosed(year))

      let without = try await guest.post("/rakenskapsar/2022/las", [("gor", "oppna")])
      let opened = try await guest.post(
        "/rakenskapsar/2022/las", [("gor", "oppna"), ("skal-aret", "Revisorns rättelse")])
      #expect(without.status == .unprocessableContent && without.body.contains("skal-aret-fel"))
      #expect(opened.notice == "Räkenskapsåret 2022 är öppet igen.")
    }
    #expect(try !kit.store.isClosed(year))
  }

  @Test func `the next year is opened by a button, and twice is once`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.post("/rakenskapsar", [("ar", "2023")])
      let again = try await guest.post("/rakenskapsar", [("ar", "2023")])

      #expect(reply.location == "/rakenskapsar/2023" && reply.notice.contains("är öppnat"))
      #expect(again.notice == "Räkenskapsåret 2023 finns redan.")
    }
    #expect(try kit.store.fiscalYears().map(\.number).contains(2023))
  }

  @Test(arguments: ["", "nästa", "20", "99999"])
  func `a year that is none is told so, with what was typed`(typed: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.post("/rakenskapsar", [("ar", typed)]) }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Kalenderår"))
  }

  @Test(arguments: ["/rakenskapsar/1999", "/rakenskapsar/1999/bokslut"])
  func `a year that the book does not have is not found`(path: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get(path) }

    #expect(reply.status == .notFound)
  }

  @Test func `who only reads changes no lock, and a stranger is sent to sign in`() async throws {
    let kit = try OfficeKit()
    let acts = [
      "/rakenskapsar", "/rakenskapsar/2022/las", "/rakenskapsar/2022/manader/3/las", "/rakenskapsar/2022/bokslut",
    ]

    for role in [Role.boardMember, .auditor, .viewer, .performer] {
      for path in acts {
        let reply = try await kit.visit(as: role) { try await $0.post(path, [("gor", "stang"), ("ar", "2023")]) }
        #expect(reply.status == .forbidden, "\(role) \(path)")
      }
    }
    let stranger = try await kit.visit(as: nil) { try await $0.post("/rakenskapsar/2022/las", [("gor", "stang")]) }
    #expect(stranger.location == "/logga-in")
    #expect(try kit.store.closedMonths().isEmpty)
  }

  @Test(arguments: [(Role.viewer, false), (.boardMember, false), (.auditor, true), (.bookkeeper, true)])
  func `a month's drafts are a link for those who may follow it`(role: Role, isShown: Bool) async throws {
    let kit = try OfficeKit()
    _ = try kit.store.keep(
      Sketch(kind: .draft, date: "2022-12-05", text: "Hyra"), by: Actor(name: "Ekonomen"), at: kit.clock.now)

    try await kit.visit(as: role) { guest in
      let year = try await guest.get("/rakenskapsar/2022")
      let drafts = try await guest.get("/utkast")
      #expect(year.body.contains("1 utkast") == isShown)
      #expect(drafts.status == (isShown ? .ok : .forbidden))
    }
  }
}
