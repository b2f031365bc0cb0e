import Association
import Desk
import HTTPTypes
import Ledger
import Report
import Statements
import Store
import Testing

@testable import Web

struct ObjectListTests {
  @Test func `each insats stands with its cost, its frame, what is drawn and what is left`() async throws {
    let kit = try OfficeKit()
    let (_, uses) = try frames(kit)
    let samsa = try #require(uses.whole(ofInsats: "SAMSA"))

    let reply = try await kit.visit(as: .boardMember) { try await $0.get("/insatser/2022") }

    #expect(samsa.granted == Money(kronor: 2_676_885))
    #expect(reply.body.contains("href=\"/insatser/2022/SAMSA\">Samsa - Samsyn och agera</a>"))
    #expect(
      reply.body.contains(
        "<td class=\"number\">2\u{A0}676\u{A0}885,00</td><td class=\"number\">2\u{A0}187\u{A0}715,00</td>"))
    #expect(samsa.outcome == Money(kronor: 2_187_715))
  }

  @Test func `what is drawn is what the report's note of insatser says`() throws {
    let kit = try OfficeKit()
    let (books, uses) = try frames(kit)
    let association = try kit.store.association()
    let note = try #require(
      insatsNote(
        books, previous: nil, mapping: try ReportMaking.mapping(of: association), association: association))

    #expect(note.figure("summa", "outcome")?.amount == uses.outcome)
    #expect(note.figure("summa", "granted")?.amount == uses.lines.compactMap(\.granted).sum())
  }

  @Test func `the year added month by month is the year`() async throws {
    let kit = try OfficeKit()
    let whole = try ObjectResult.all(try request(kit, []), .insats)
    var sums: [String: Money] = [:]
    for month in 1...12 {
      let name = "2022-\(month < 10 ? "0" : "")\(month)"
      for result in try ObjectResult.all(try request(kit, [("fran", name), ("till", name)]), .insats) {
        sums[result.reference.object, default: .zero] += result.net
      }
    }

    #expect(!whole.isEmpty)
    for result in whole { #expect(result.net == sums[result.reference.object], "\(result.name)") }
  }

  @Test func `other dimensions are a link away, without frames`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      #expect(try await guest.get("/insatser/2022").body.contains("href=\"/insatser/2022?dimension=21\">Part</a>"))
      let parties = try await guest.get("/insatser/2022?dimension=21")
      #expect(parties.body.contains("href=\"/insatser/2022/21%3AFK\">"))
      #expect(!parties.body.contains("Ram 2022"))
      #expect(parties.body.contains("<input type=\"hidden\" name=\"dimension\" value=\"21\">"))
      #expect(try await guest.get("/insatser/2022?dimension=99").status == .notFound)
      #expect(try await guest.get("/insatser/2022/21%3AFK").body.contains("Försäkringskassan"))
    }
  }

  @Test func `an insats has its facts, its accounts and its rows, each a link down`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/insatser/2022/SAMSA") }

    #expect(reply.body.contains("<dt>Ägare</dt><dd>Ronneby kommun</dd>"))
    #expect(reply.body.contains("<dt>Kvar</dt><dd>489\u{A0}170,00\u{A0}kr</dd>"))
    #expect(reply.body.contains("href=\"/huvudbok/2022?konto=4010&amp;objekt=20%3ASAMSA&amp;slag=debet\""))
    #expect(reply.body.contains("href=\"/verifikationer/2022/A-24\""))
    #expect(reply.body.numberOf("<tr><th scope=\"row\" class=\"date\"><a") == 6)
  }

  @Test func `an insats of another period keeps its own address`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/insatser/2022/SAMSA?fran=2022-12&till=x") }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("action=\"/insatser/2022/SAMSA\""))
    #expect(reply.body.contains("href=\"/insatser/2022/SAMSA?fran=2022-01-01&amp;till=2022-03-31\""))
  }

  @Test func `an insats that is not there does not exist`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/insatser/2022/OKAND") }

    #expect(reply.status == .notFound)
  }

  @Test func `a performer sees their own insatser and no other, and no voucher`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .performer) { guest in
      let list = try await guest.get("/insatser/2022")
      #expect(list.status == .ok)
      #expect(list.body.contains("href=\"/insatser/2022/SAMSA\""))
      #expect(!list.body.contains("SIRI") && !list.body.contains("ARIS"))
      let file = try await guest.get("/insatser/2022?form=csv")
      #expect(!file.body.contains("SIRI"))
      #expect(try await guest.get("/insatser/2022?dimension=21").status == .forbidden)

      let own = try await guest.get("/insatser/2022/SAMSA")
      #expect(own.status == .ok)
      #expect(!own.body.contains("href=\"/verifikationer/") && !own.body.contains("href=\"/huvudbok/"))
      #expect(own.body.contains("A 24"))
      for other in ["/insatser/2022/SIRI", "/insatser/2022/21%3ARONNEBY", "/insatser/2022/OKAND"] {
        #expect(try await guest.get(other).status == .forbidden)
      }
    }
  }

  private func frames(_ kit: OfficeKit) throws -> (Books, FollowUp) {
    let books = try kit.store.books(of: try #require(FiscalYear(calendarYear: 2022)))
    let association = try kit.store.association()
    return (
      books, FollowUp(books, mapping: try ReportMaking.mapping(of: association), association: association)
    )
  }

  private func request(_ kit: OfficeKit, _ query: [(String, String)]) throws -> ListRequest {
    let visitor = Visitor(token: "", session: nil, user: kit.users[.director], practice: nil, formToken: "")
    let asked = Asked(
      office: kit.office, store: kit.store, visitor: visitor, path: "/insatser/2022",
      query: Form(fields: query.map { (name: $0.0, value: $0.1) }), form: Form(), isScript: false, remote: "",
      agent: "", notice: "")
    return try #require(try ListRequest(asked, 2022, Addresses.objects))
  }
}
