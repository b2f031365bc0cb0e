import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct TemplateTests {
  @Test func `a template is made of a draft, named, and gives drafts dated on the last open day`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let made = try await guest.post("/mallar", [("utkast", "\(id)")])
      let page = try await guest.get(made.location)
      #expect(page.body.contains("Mall: Hyra december"))
      #expect(!page.body.contains("name=\"datum\""))

      let saved = try await guest.post(
        made.location, Entry.with(Entry.rent, ("namn", "Månadens hyra"), ("text", "Hyra"), ("version", "1")))
      #expect(saved.status == .seeOther)
      #expect(try await guest.get("/mallar").body.contains("Månadens hyra"))
      #expect(try await guest.get("/ny-verifikation").body.contains("Månadens hyra"))

      let draft = try await guest.post("\(made.location)/utkast")
      let shown = try await guest.get(draft.location)
      #expect(shown.body.contains("value=\"2022-12-31\""))
      #expect(shown.body.contains("value=\"4000+500,50\""))
    }
    #expect(try kit.store.sketches(.template).count == 1)
    #expect(try kit.store.sketches(.draft).count == 2)
  }

  @Test func `a template is made of a voucher in the book, with its rows, insatser and parties`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      let made = try await guest.post("/mallar", [("verifikation", "2022/A-2")])
      let page = try await guest.get(made.location)
      #expect(page.body.contains("value=\"2995\""))
      #expect(page.body.contains("value=\"SIRI\""))
      #expect(page.body.contains("4\u{A0}734\u{A0}426,00"))
    }
  }

  @Test func `a template without a name is told so, and keeps what was typed`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let made = try await guest.post("/mallar", [("verifikation", "2022/A-3")])
      let reply = try await guest.post(
        made.location, Entry.with(Entry.rent, ("namn", ""), ("text", "Min text"), ("version", "1")))
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("Mallens namn saknas"))
      #expect(reply.body.contains("Min text"))
    }
  }

  @Test func `of two who change a template, the later is shown both`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let made = try await guest.post("/mallar", [("verifikation", "2022/A-3")])
      let fields = Entry.with(Entry.rent, ("namn", "Hyra"), ("version", "1"))
      #expect(try await guest.post(made.location, fields).status == .seeOther)
      let late = try await guest.post(made.location, Entry.with(fields, ("namn", "Lokal")))
      #expect(late.status == .conflict)
      #expect(late.body.contains("<td data-label=\"Ditt\">Lokal</td>"))
      #expect(late.body.contains("name=\"version\" value=\"2\""))
    }
  }

  @Test func `a template is thrown away once one has said so`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let made = try await guest.post("/mallar", [("verifikation", "2022/A-3")])
      #expect(try await guest.get("\(made.location)/kassering").body.contains("Kasta mallen?"))
      #expect(try await guest.post("\(made.location)/kassering").location == "/mallar")
      #expect(try await guest.get(made.location).status == .notFound)
      #expect(try await guest.post("/mallar", [("utkast", "999")]).status == .notFound)
      #expect(try await guest.post("/mallar", [("verifikation", "2022/A-99999")]).status == .notFound)
      #expect(try await guest.post("/mallar/999/utkast").status == .notFound)
    }
  }
}
