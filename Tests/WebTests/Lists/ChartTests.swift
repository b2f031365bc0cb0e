import Association
import Ledger
import Statements
import Store
import Testing

@testable import Web

struct ChartTests {
  @Test func `each account says what it holds and which line it goes to`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/kontoplan/2022") }

    #expect(reply.body.contains("<td>Företagskonto</td><td>Tillgång</td><td>Balansräkningen: Kassa och bank</td>"))
    #expect(
      reply.body.contains("<td>Lokalhyra</td><td>Kostnad</td><td>Resultaträkningen: Verksamhetens kostnader</td>"))
    #expect(reply.body.contains("För årets resultat till eget kapital, står i ingen rad"))
    #expect(reply.body.contains("href=\"/huvudbok/2022?konto=1930\">7\u{A0}935\u{A0}026,00</a>"))
  }

  @Test func `accounts are sought by number, name and line`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .auditor) { guest in
      let found = try await guest.get("/kontoplan/2022?namn=lokalhyra").body
      #expect(found.contains("1 konto."))
      #expect(try await guest.get("/kontoplan/2022?namn=kassa+och+bank").body.contains("1930"))
      #expect(try await guest.get("/kontoplan/2022?namn=cykel").body.contains("Inget konto har ”cykel” i sitt namn."))
    }
  }

  @Test func `an account that no line counts is told of`() {
    let mapping = Mapping.shipped(for: .bas)

    #expect(mapping.destination(of: AccountNumber("1930")) == .balance("Kassa och bank"))
    #expect(mapping.destination(of: AccountNumber("3985")) == .income("Verksamhetens intäkter"))
    #expect(mapping.destination(of: AccountNumber("8999")) == .transfer)
    #expect(mapping.destination(of: AccountNumber("9999")) == .none)
    #expect(mapping.destination(of: AccountNumber("bank")) == .none)
  }

  @Test func `an account whose rows go by object names each line`() {
    var mapping = Mapping.shipped(for: .bas)
    mapping.incomeLines.insert(
      Mapping.Line(
        id: "extraordinara-poster",
        counts: [
          Selection(accounts: [4000...4099], objects: [ObjectReference(dimension: .insats, object: "SIRI")])
        ]), at: 0)

    #expect(
      mapping.destination(of: AccountNumber("4010")) == .several(["Extraordinära poster", "Verksamhetens kostnader"]))
  }
}
