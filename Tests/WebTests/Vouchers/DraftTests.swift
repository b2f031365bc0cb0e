import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct DraftTests {
  @Test func `the list says of each draft who changed it, when, and what is missing`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) { guest async throws in
      #expect(try await guest.get("/utkast").body.contains("Inga utkast."))
      _ = try await Entry.draft(guest)
      _ = try await Entry.draft(guest, Entry.fields(text: "Halv", rows: [["5010", "", "", "12", "", ""]]))
      for (field, value) in [("motpart", ""), ("datum", "i går"), ("datum", "2019-01-01"), ("text", "")] {
        _ = try await Entry.draft(guest, Entry.with(Entry.rent, (field, value)))
      }
      return try await guest.get("/utkast")
    }

    for words in ["Motpart saknas", "Datumet går inte att läsa", "Datumet ligger utanför åren", "Text saknas"] {
      #expect(reply.body.contains("badge warn\">\(words)<"), "\(words)")
    }
    #expect(reply.body.contains("2026-02-15 kl. 10.00</span> av Test bookkeeper"))
    #expect(reply.body.contains("I balans"))
    #expect(reply.body.contains("Skiljer 12,00\u{A0}kr"))
  }

  @Test func `a draft is changed and saved again`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let reply = try await guest.post(
        "/utkast/\(id)", Entry.with(Entry.rent, ("text", "Hyra och el"), ("version", "1")))
      #expect(reply.status == .seeOther)
      let page = try await guest.get("/utkast/\(id)")
      #expect(page.body.contains("Hyra och el"))
    }
  }

  @Test func `a form that does not say what it was made over saves nothing over a draft`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let before = try kit.store.sketches(.draft).map(\.sketch)
      for version in [[], [("version", "")], [("version", "9223372036854775807")]] {
        let reply = try await guest.post("/utkast/\(id)", Entry.with(Entry.rent, ("text", "Ny text")) + version)
        #expect(reply.status == .conflict)
        #expect(reply.body.contains("Ny text"))
      }
      #expect(try kit.store.sketches(.draft).map(\.sketch) == before)
    }
  }

  @Test func `more rows are given on a draft, which is saved at the same time`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let reply = try await guest.post(
        "/utkast/\(id)", Entry.with(Entry.rent, ("text", "Ny text"), ("version", "1"), ("gor", "fler-rader")))
      #expect(reply.status == .ok)
      #expect(reply.body.contains("id=\"konto-9\""))
      #expect(reply.body.contains("name=\"version\" value=\"2\""))
      #expect(try await guest.get("/utkast/\(id)").body.contains("Ny text"))
    }
  }

  @Test func `a draft is recorded as it stands on the screen, and is gone`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let reply = try await guest.post(
        "/utkast/\(id)/bokforing", Entry.with(Entry.rent, ("text", "Ändrad i sista stund"), ("version", "1")))
      let place = try #require(Addresses.voucher.read(reply.location))
      #expect(try place.find(in: kit.store)?.posted.voucher.text == "Ändrad i sista stund")
      #expect(try kit.store.sketches(.draft).isEmpty)
    }
  }

  @Test func `a draft whose button is pressed twice is recorded once, and the second press leads to the voucher`()
    async throws
  {
    let kit = try OfficeKit()
    let before = try kit.voucherCount()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let fields = Entry.with(Entry.rent, ("version", "1"))
      let first = try await guest.post("/utkast/\(id)/bokforing", fields)
      let second = try await guest.post("/utkast/\(id)/bokforing", fields)
      #expect(second.status == .seeOther)
      #expect(second.location == first.location)
      #expect(try await guest.get("/utkast/\(id)").location == first.location)
    }
    #expect(try kit.voucherCount() == before + 1)
  }

  @Test func `a draft that cannot be recorded is shown with every fault, and stays`() async throws {
    let kit = try OfficeKit()
    let december = try #require(Month(year: 2022, month: 12))

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      try kit.store.close(december, by: Actor(name: "Testet"), at: kit.clock.now)
      let reply = try await guest.post("/utkast/\(id)/bokforing", Entry.with(Entry.rent, ("version", "1")))
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("December 2022 är stängd"))
      #expect(reply.body.contains("Närmaste öppna dag är 2022-11-30."))
      #expect(try kit.store.sketches(.draft).count == 1)
    }
  }

  @Test func `of two who change a draft, the later is shown both versions and chooses`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      try await kit.visit(as: .director) { other in
        let reply = try await other.post(
          "/utkast/\(id)", Entry.with(Entry.rent, ("text", "Chefens text"), ("version", "1")))
        #expect(reply.status == .seeOther)
      }
      let mine = Entry.with(Entry.rent, ("text", "Ekonomens text"), ("version", "1"))
      let reply = try await guest.post("/utkast/\(id)", mine)
      #expect(reply.status == .conflict)
      #expect(reply.body.contains("Test director sparade utkastet"))
      #expect(reply.part(after: "<td data-label=\"Ditt\">", before: "</td>") == "Ekonomens text")
      #expect(reply.body.contains("<td data-label=\"Sparat av Test director\">Chefens text</td>"))
      #expect(reply.body.contains("name=\"version\" value=\"2\""))
      #expect(try await guest.get("/utkast/\(id)").body.contains("Chefens text"))

      let recorded = try await guest.post("/utkast/\(id)/bokforing", mine)
      #expect(recorded.status == .conflict)

      let again = try await guest.post("/utkast/\(id)", Entry.with(mine, ("version", "2")))
      #expect(again.status == .seeOther)
      #expect(try await guest.get("/utkast/\(id)").body.contains("Ekonomens text"))
    }
  }

  @Test func `what was typed on a draft that somebody has thrown away is shown as a new one`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      _ = try await guest.post("/utkast/\(id)/kassering")
      let reply = try await guest.post(
        "/utkast/\(id)", Entry.with(Entry.rent, ("text", "Inte förlorad"), ("version", "1")))
      #expect(reply.status == .conflict)
      #expect(reply.body.contains("Inte förlorad"))
      #expect(reply.body.contains("action=\"/ny-verifikation\""))
    }
  }

  @Test func `a draft is thrown away once one has said so`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let question = try await guest.get("/utkast/\(id)/kassering")
      #expect(question.body.contains("Kasta utkastet?"))
      #expect(question.body.contains("Hyra december"))
      let reply = try await guest.post("/utkast/\(id)/kassering")
      #expect(reply.location == "/utkast")
      #expect(try await guest.get("/utkast/\(id)").status == .notFound)
    }
  }

  @Test func `an auditor reads the drafts and changes none`() async throws {
    let kit = try OfficeKit()
    let id = try await kit.visit(as: .bookkeeper) { try await Entry.draft($0) }

    try await kit.visit(as: .auditor) { guest in
      let page = try await guest.get("/utkast/\(id)")
      #expect(page.status == .ok)
      #expect(page.body.contains("4\u{A0}500,50"))
      #expect(!page.body.contains("name=\"konto\""))
      #expect(try await guest.post("/utkast/\(id)", Entry.rent).status == .forbidden)
      #expect(try await guest.post("/utkast/\(id)/bokforing", Entry.rent).status == .forbidden)
      #expect(try await guest.post("/utkast/\(id)/kassering").status == .forbidden)
    }
    try await kit.visit(as: .viewer) { guest async throws in
      #expect(try await guest.get("/utkast").status == .forbidden)
    }
    try await kit.visit(as: nil) { guest async throws in
      #expect(try await guest.get("/utkast/\(id)").location == "/logga-in")
    }
  }

  @Test func `a draft that does not exist is not found, and a template is no draft`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest async throws in
      #expect(try await guest.get("/utkast/999").status == .notFound)
      let id = try await Entry.draft(guest)
      let template = try await guest.post("/mallar", [("utkast", "\(id)")])
      let number = try #require(Addresses.template.read(template.location))
      #expect(try await guest.get("/utkast/\(number)").status == .notFound)
      #expect(try await guest.get("/mallar/\(id)").status == .notFound)
    }
  }
}
