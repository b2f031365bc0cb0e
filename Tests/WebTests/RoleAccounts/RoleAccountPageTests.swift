import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

@Suite struct RoleAccountPageTests {
  @Test func `the director gives a role another account, and only that is a fact`() async throws {
    let kit = try OfficeKit()
    let standard = try kit.store.association().chart
    var fields = AccountRole.allCases.map { ($0.rawValue, $0.usualNumber(in: standard).text) }
    fields[0].1 = "1975"

    let (page, saved) = try await kit.visit(as: .director) { [fields] guest in
      (try await guest.get("/konton/roller"), try await guest.post("/konton/roller", fields))
    }

    #expect(page.body.contains("Konto för Skulder samverkansinsatser"))
    #expect(saved.status == .seeOther)
    #expect(try kit.store.association().roleAccounts == [RoleAccount(role: .bank, number: AccountNumber("1975"))])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `an account of the wrong kind or no account at all is refused at its field`() async throws {
    let kit = try OfficeKit()
    let standard = try kit.store.association().chart
    var fields = AccountRole.allCases.map { ($0.rawValue, $0.usualNumber(in: standard).text) }
    fields[0].1 = "5010"
    fields[1].1 = "skatt"
    fields[2].1 = ""

    let reply = try await kit.visit(as: .director) { [fields] in try await $0.post("/konton/roller", fields) }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Kontot för Bankkonto är 5010, som är ett resultatkonto"))
    #expect(reply.body.contains("Kontot för Skattekonto är ”skatt”"))
    #expect(reply.body.contains("Kontot för Kundfordringar (medlemmarnas) saknas"))
    #expect(try kit.store.association().roleAccounts == [])
  }
}
