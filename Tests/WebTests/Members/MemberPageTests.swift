import Association
import Exchange
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Members and contributions through the office's doors, from key to paid invoice.
struct MemberPageTests {
  /// The example with a year to invoice in, and what invoices need.
  private func kit(hasBilling: Bool = true) throws -> OfficeKit {
    let kit = try OfficeKit()
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      if !hasBilling { return }
      var association = try writing.association()
      association.memberBilling = association.members.map {
        MemberBilling(
          memberID: $0.id, organisationNumber: "202100-5521", street: "Box 1", postalCode: "371 00", city: "Orten",
          buyerReference: "REF")
      }
      var own = OwnBilling()
      own.bankgiro = "123-4567"
      association.ownBilling = own
      try writing.record(association)
    }
    return kit
  }

  private static let fixing = [
    ("fran", "stat"), ("belopp", "6 940 000"), ("rater", "4"), ("beslutsdag", "2021-11-19"), ("paragraf", "§ 45"),
  ]

  @Test func `the members stand with kind, and lead to the call and the keys`() async throws {
    let kit = try kit()
    let page = try await kit.visit(as: .viewer) { try await $0.get("/medlemmar/2022") }
    #expect(page.status == .ok)
    #expect(page.body.contains("Karlskrona kommun") && page.body.contains("Region Blekinge"))
    #expect(page.body.contains("/medlemsbidrag/2022") && !page.body.contains("Lägg till medlem"))
  }

  @Test func `a member is added and leaves on a day, and is never removed`() async throws {
    let kit = try kit()
    try await kit.visit(as: .bookkeeper) { guest in
      let faulty = try await guest.post(
        "/ny-medlem",
        [
          ("id", "ny kommun"), ("namn", ""), ("slag", "by"), ("fran", "2022-05-05"), ("till", "2022-01-01"),
          ("orgnr", "1"),
        ])
      let added = try await guest.post(
        "/ny-medlem", [("id", "NY"), ("namn", "Nya kommun"), ("slag", "kommun"), ("fran", "2022-01-01")])
      let twice = try await guest.post("/ny-medlem", [("id", "NY"), ("namn", "Nya kommun"), ("slag", "kommun")])
      let left = try await guest.post(
        "/medlem/KARLSKRONA", [("namn", "Karlskrona kommun"), ("slag", "kommun"), ("till", "2022-06-30")])
      let page = try await guest.get("/medlemmar/2022")

      #expect(faulty.status == .unprocessableContent)
      for words in ["Kortnamnet är", "Namnet saknas", "Slaget saknas", "Medlemmen lämnade", "Organisationsnumret är"] {
        #expect(faulty.body.contains(words), "\(words)")
      }
      #expect(added.location == "/medlem/NY" && left.status == .seeOther)
      #expect(twice.body.contains("Det finns redan en medlem"))
      #expect(page.body.contains("Nya kommun är medlem 2022 men har ingen del i nyckeln"))
      #expect(page.body.contains("Karlskrona kommun lämnade 2022-06-30, men nyckeln"))
    }
    #expect(try kit.store.association().members.count == 9)
  }

  @Test func `a key is made by agreed parts, by inhabitants, and without a region`() async throws {
    let kit = try kit()
    let names = ["KARLSKRONA", "KARLSHAMN", "RONNEBY", "SOLVESBORG", "OLOFSTROM"]
    let people = ["66 262", "32 192", "29 247", "17 400", "13 000"]
    let common = [("staten", "FK"), ("vikt-REG", "1"), ("enhet", "100000"), ("avrundning", "")]
    try await kit.visit(as: .director) { guest in
      let made = try await guest.post(
        "/ny-fordelningsnyckel",
        common + [("fran", "2024-01-01"), ("delning", "invanare"), ("invanarar", "2023"), ("kalla", "SCB")]
          + zip(names, people).map { ("vikt-\($0)", $1) })
      let without = try await guest.post(
        "/ny-fordelningsnyckel",
        [("staten", "FK"), ("fran", "2025-01-01"), ("delning", "delar"), ("enhet", "100"), ("vikt-KARLSKRONA", "1")])
      let page = try await guest.get("/fordelningsnycklar/2024-01-01")
      let list = try await guest.get("/fordelningsnycklar")
      let faulty = try await guest.post(
        "/ny-fordelningsnyckel",
        common + [("fran", "2024-01-01"), ("delning", "invanare"), ("vikt-KARLSKRONA", "många")])

      #expect(made.location == "/fordelningsnycklar/2024-01-01" && without.status == .seeOther)
      #expect(page.body.contains("66262") && page.body.contains("räknade 2023 (SCB)"))
      #expect(page.body.contains("Ingen bär avrundningen"))
      #expect(list.body.contains("invånare 2023"))
      #expect(faulty.status == .unprocessableContent)
      for words in ["Det finns redan", "Antalet invånare för Karlskrona", "Året som invånarna", "Källan saknas"] {
        #expect(faulty.body.contains(words) || words == "Det finns redan", "\(words)")
      }
    }
    let keys = try kit.store.association().contributionKeys
    let population = try #require(keys.first { $0.validFrom.text == "2024-01-01" }?.population)
    #expect(population.counts.map(\.inhabitants) == [66_262, 32_192, 29_247, 17_400, 13_000])
    #expect(keys.first { $0.validFrom.text == "2025-01-01" }?.parts.last?.denominator == 2)
    #expect(!keys.contains { !$0.isWhole })
  }

  @Test func `the call is shown before it is fixed, to the krona of Blekinge 2022`() async throws {
    let kit = try kit()
    try await kit.visit(as: .bookkeeper) { guest in
      let shown = try await guest.get("/medlemsbidrag/2022?fran=stat&belopp=6940000")
      for amount in ["6 940 000,00", "3 470 000,00", "1 388 000,00", "694 000,00", "347 000,00", "13 880 000,00"] {
        #expect(shown.body.contains(amount.replacing(" ", with: "\u{A0}")), "\(amount)")
      }
      #expect(shown.body.contains("Det stämmer på öret.") && shown.body.contains("inte fastställda"))
      #expect(try kit.store.fixedCall(of: 2022) == nil)
      let faulty = try await guest.get("/medlemsbidrag/2022?fran=stat&belopp=mycket")
      #expect(faulty.status == .unprocessableContent && faulty.body.contains("”mycket”"))
      let fixed = try await guest.post("/medlemsbidrag/2022", MemberPageTests.fixing)
      #expect(fixed.location == "/medlemsbidrag/2022")
    }
    let call = try #require(try kit.store.fixedCall(of: 2022))
    #expect(call.call.total == Money(kronor: 13_880_000) && call.decision.paragraph == "§ 45")
    #expect(call.by == "Test bookkeeper" && call.instalmentCount == 4)
  }

  @Test func `every member's invoice of a quarter is issued, booked, and passes every rule`() async throws {
    let kit = try kit()
    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post("/medlemsbidrag/2022", MemberPageTests.fixing)
      let run = try await guest.post(
        "/medlemsbidrag/2022/fakturor", [("rat", "1"), ("fakturadag", "2022-01-03"), ("forfallodag", "2022-02-02")])
      let again = try await guest.post(
        "/medlemsbidrag/2022/fakturor", [("rat", "1"), ("fakturadag", "2022-01-03"), ("forfallodag", "2022-02-02")])
      let page = try await guest.get("/medlemsbidrag/2022")

      #expect(run.notice.contains("7 fakturor är utfärdade och bokförda."))
      #expect(again.notice.contains("Alla har redan fått sina fakturor"))
      #expect(page.body.contains("förfallen sedan") && page.body.contains("Utfärda 7 fakturor"))
    }
    let invoices = try kit.store.memberInvoices(of: 2022)
    let association = try kit.store.association()
    #expect(invoices.map(\.draft.amount).sum() == Money(kronor: 3_470_000))
    for invoice in invoices {
      let document = EInvoice(invoice, crediting: nil, from: association)
      let xml = try #require(invoice.documents.first { $0.kind == .xml })
      #expect(EInvoiceRules.findings(in: document.ubl) == [])
      #expect(try kit.store.attachment(xml.sha256)?.bytes == document.xml)
    }
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what an invoice lacks is said for each member, and nothing is issued`() async throws {
    let kit = try kit(hasBilling: false)
    let reply = try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post("/medlemsbidrag/2022", MemberPageTests.fixing)
      return try await guest.post(
        "/medlemsbidrag/2022/fakturor", [("rat", "1"), ("fakturadag", "2022-01-03"), ("forfallodag", "2022-02-02")])
    }
    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Fakturan till Försäkringskassan: Köparens elektroniska adress saknas"))
    #expect(reply.body.contains("bankgiro, plusgiro eller IBAN saknas"))
    #expect(try kit.store.memberInvoices(of: 2022).isEmpty)
  }

  @Test func `an invoice is paid in part, credited, and paid back, all in the open`() async throws {
    let kit = try kit()
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/medlemsbidrag/2022", MemberPageTests.fixing)
      _ = try await guest.post(
        "/medlemsbidrag/2022/fakturor", [("rat", "1"), ("fakturadag", "2022-01-03"), ("forfallodag", "2022-02-02")])
      let paid = try await guest.post(
        "/medlemsfakturor/1/betalningar", [("dag", "2022-01-20"), ("belopp", "1 000 000")])
      let tooMuch = try await guest.post(
        "/medlemsfakturor/1/betalningar", [("dag", "2022-01-21"), ("belopp", "1 000 000")])
      let without = try await guest.post("/medlemsfakturor/1/kreditering", [("skal", ""), ("kreditdag", "2022-02-10")])
      let credited = try await guest.post(
        "/medlemsfakturor/1/kreditering", [("skal", "Fel belopp"), ("kreditdag", "2022-02-10")])
      let page = try await guest.get("/medlemsfakturor/1")
      let back = try await guest.post(
        "/medlemsfakturor/1/betalningar", [("dag", "2022-02-11"), ("belopp", "1 000 000")])
      let xml = try await guest.get("/medlemsfakturor/8/filer/xml")

      #expect(paid.notice == "Betalningen är avprickad.")
      #expect(tooMuch.status == .unprocessableContent && tooMuch.body.contains("återstår av faktura 1"))
      #expect(without.body.contains("Skälet saknas"))
      #expect(credited.location == "/medlemsfakturor/8")
      #expect(page.body.contains("att betala tillbaka 1\u{A0}000\u{A0}000,00"))
      #expect(back.status == .seeOther)
      #expect(xml.body.contains("<CreditNote") && xml.body.contains("Fel belopp"))
    }
    #expect(try kit.store.memberInvoice(1)?.left == .zero)
    // The member can be invoiced anew for the quarter.
    #expect(try kit.store.memberInvoices(of: 2022).filter(\.stands).count == 6)
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `invoices of a year to come are prepaid, and become its income at the turn of the year`() async throws {
    let kit = try kit()
    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post(
        "/medlemsbidrag/2023", MemberPageTests.fixing.map { $0.0 == "rater" ? ("rater", "1") : $0 })
      _ = try await guest.post(
        "/medlemsbidrag/2023/fakturor", [("rat", "1"), ("fakturadag", "2022-12-15"), ("forfallodag", "2023-01-14")])
      let page = try await guest.get("/medlemsbidrag/2023")
      let early = try await guest.post("/medlemsbidrag/2023/periodisering")
      _ = try await guest.post("/rakenskapsar", [("ar", "2023")])
      let done = try await guest.post("/medlemsbidrag/2023/periodisering")

      #expect(page.body.contains("13\u{A0}880\u{A0}000,00\u{A0}kr är fakturerat i förväg"))
      #expect(early.status == .unprocessableContent && early.body.contains("utanför bokens räkenskapsår"))
      #expect(done.status == .seeOther)
    }
    let invoices = try kit.store.memberInvoices(of: 2023)
    #expect(invoices.count == 7 && invoices.allSatisfy { $0.accrual?.year == 2023 })
    let year = try #require(FiscalYear(calendarYear: 2022))
    let books = try kit.store.books(of: year)
    #expect(books.balances.filter { $0.account.text == "2972" }.map(\.closing).sum() == Money(kronor: -13_880_000))
  }

  @Test func `only those who keep the books may change anything`() async throws {
    let kit = try kit()
    let replies = try await kit.visit(as: .auditor) { guest in
      [
        try await guest.post("/ny-medlem", [("id", "X")]), try await guest.post("/medlemsbidrag/2022", []),
        try await guest.post("/faktureringsuppgifter", []),
      ]
    }
    #expect(replies.allSatisfy { $0.status == .forbidden })
  }

  @Test func `what the association says of itself is read, with every fault told`() async throws {
    let kit = try kit(hasBilling: false)
    try await kit.visit(as: .director) { guest in
      let faulty = try await guest.post(
        "/faktureringsuppgifter", [("bankgiro", "12"), ("dagar", "lång tid"), ("forsta", "0")])
      let saved = try await guest.post(
        "/faktureringsuppgifter",
        [("bankgiro", "123-4567"), ("dagar", "30"), ("forsta", "2026001"), ("kontakt", "Kansliet")])
      #expect(faulty.body.contains("Bankgirot är ”12”") && faulty.body.contains("Betalningstiden"))
      #expect(faulty.body.contains("Det första fakturanumret"))
      #expect(saved.status == .seeOther)
    }
    #expect(try kit.store.association().ownBilling?.firstInvoiceNumber == 2_026_001)
  }
}
