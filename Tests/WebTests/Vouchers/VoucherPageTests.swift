import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct VoucherPageTests {
  @Test func `a voucher shows all that LKBR 3-9 asks for, and who recorded it`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let place = try await Entry.post(guest)
      let page = try await guest.get(Addresses.voucher.path(place))
      let line = try #require(try kit.store.historyLine(of: place.number, in: OfficeKit.year2022))
      for words in [
        "2022-12-15", "Hyra december", "Fastighetsbolaget", "4\u{A0}500,50\u{A0}kr", "2026-02-15 av Test bookkeeper",
        "Registrerad 2026-02-15 kl. 10.00 av Test bookkeeper", "href=\"/historik/\(line.sequence)\"", "Bokförd här.",
        "href=\"/huvudbok/2022?konto=5010&amp;fran=2022-12-01&amp;till=2022-12-31\"", "lokalen",
      ] {
        #expect(page.body.contains(words), "\(words)")
      }
    }
  }

  @Test func `an imported voucher says which file it came from, and its neighbours are a step away`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .viewer) { guest in
      let page = try await guest.get("/verifikationer/2022/A-3")
      #expect(page.body.contains("filen 2022.se"))
      #expect(!page.body.contains("href=\"/inlasningar/"))
      #expect(page.body.contains("href=\"/verifikationer/2022/A-2\""))
      #expect(page.body.contains("href=\"/verifikationer/2022/A-4\""))
      #expect(!page.body.contains("Rätta verifikationen"))
      #expect(!page.body.contains("Spara underlag"))
      #expect(!page.body.contains("name=\"kommentar\""))
    }
    try await kit.visit(as: .auditor) { guest async throws in
      #expect(try await guest.get("/verifikationer/2022/A-3").body.contains("href=\"/inlasningar/"))
    }
  }

  @Test func `each row leads to its account's ledger and its insats, by name`() async throws {
    let kit = try OfficeKit()

    let page = try await kit.visit(as: .boardMember) { try await $0.get("/verifikationer/2022/A-2") }

    #expect(page.body.contains("2995 Skulder samverkansinsatser"))
    #expect(page.body.contains("href=\"/insatser/2022/SIRI\""))
    #expect(page.body.contains("Arbetsförmedlingen"))
  }

  @Test(arguments: [
    "/verifikationer/2022/A-99999", "/verifikationer/1999/A-1", "/verifikationer/2022/A", "/verifikationer/2022/Q-1",
  ])
  func `a voucher that does not exist is not found`(path: String) async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest async throws in
      #expect(try await guest.get(path).status == .notFound)
      #expect(try await guest.get(path + "/rattelse").status == .notFound)
      #expect(try await guest.post(path + "/rattelse").status == .notFound)
      #expect(try await guest.post(path + "/kommentarer").status == .notFound)
      #expect(try await guest.post(path + "/underlag").status == .notFound)
    }
  }

  @Test func `performers do not see vouchers, and strangers are sent to sign in`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .performer) { guest async throws in
      #expect(try await guest.get("/verifikationer/2022/A-3").status == .forbidden)
    }
    try await kit.visit(as: nil) { guest async throws in
      #expect(try await guest.get("/verifikationer/2022/A-3").location == "/logga-in")
    }
  }

  @Test func `an auditor asks a question at a voucher, to somebody, and all readers see it`() async throws {
    let kit = try OfficeKit()
    let director = try #require(kit.users[.director])

    try await kit.visit(as: .auditor) { guest in
      let reply = try await guest.post(
        "/verifikationer/2022/A-3/kommentarer",
        [("kommentar", "Var är avtalet?\nJag hittar det inte."), ("till", "\(director.id.rawValue)")])
      #expect(reply.status == .seeOther)
      let empty = try await guest.post("/verifikationer/2022/A-3/kommentarer", [("kommentar", " ")])
      #expect(empty.status == .unprocessableContent)
      #expect(empty.body.contains("Kommentaren saknas"))
      let other = try await guest.post(
        "/verifikationer/2022/A-3/kommentarer", [("kommentar", "Och kvittot?"), ("till", "999")])
      #expect(other.status == .unprocessableContent)
      #expect(other.body.contains("Och kvittot?"))
    }
    try await kit.visit(as: .viewer) { guest in
      let page = try await guest.get("/verifikationer/2022/A-3")
      #expect(page.body.contains("Var är avtalet?"))
      #expect(page.body.contains("<strong>Test auditor</strong> 2026-02-15"))
      #expect(page.body.contains(" till Test director"))
      let reply = try await guest.post("/verifikationer/2022/A-3/kommentarer", [("kommentar", "Jag med")])
      #expect(reply.status == .forbidden)
    }
  }
}
