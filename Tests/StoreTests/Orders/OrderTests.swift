import Association
import Ledger
import TestKit
import Testing

@testable import Store

/// What the book takes of attests, grants, controls and destructions when orders hold, and what the database refuses.
@Suite struct OrderTests {
  private struct Office {
    let book: Book
    /// The bookkeeper, the director and a board member.
    let users: [ID<User>]
  }

  /// A book with an insats, a year, three users and, where it is given, an attest order that holds.
  private func office(_ order: AttestOrder?) throws -> Office {
    var association = Association.example
    association.members = [Member(id: "FK", name: "Försäkringskassan", kind: .state)]
    association.insatser = [Insats(id: "SIRI", name: "Siri", kind: .structural, ownerID: "FK")]
    association.frames = [Frame(insatsID: "SIRI", receiverID: "FK", year: 2023, granted: Money(kronor: 10_000))]
    let book = try Book(association) { try $0.openFiscalYear(try year(2023)) }
    let users = try [("Ekonomen", Role.bookkeeper), ("Chefen", .director), ("Ledamoten", .boardMember)].map {
      name, role in
      try book.store.record(
        user: nil, name: name, mail: "\(role.rawValue)@example.se", role: role, insatser: [], isActive: true,
        by: .tester, at: .now2
      ).id
    }
    if let order {
      _ = try book.store.together(by: .tester, at: .now2) {
        try $0.decide(order, on: try day("2023-01-01"), paragraph: "§ 4", validFrom: try day("2023-01-01"))
      }
    }
    return Office(book: book, users: users)
  }

  private func usual(_ limit: Int64) throws -> AttestOrder {
    try AttestOrder([
      AttestOrder.Point(.reception, by: .role(.bookkeeper), upTo: nil),
      AttestOrder.Point(.reception, by: .role(.director), upTo: nil),
      AttestOrder.Point(.decision, by: .role(.bookkeeper), upTo: Money(kronor: limit)),
      AttestOrder.Point(.decision, by: .role(.director), upTo: nil),
    ])
  }

  private func receive(_ office: Office, _ kronor: Int64, number: String = "17") throws -> ID<SupplierInvoice> {
    try office.book.store.together(by: .tester, at: .now2) { writing in
      let document = try writing.attach(Array("<Invoice/>\(number)".utf8), name: "f.xml", mediaType: "application/xml")
      return try writing.receive(
        SupplierInvoice(
          kind: .invoice, number: number, supplier: "Hotellet", supplierID: "", issued: try day("2023-03-03"),
          due: nil, withoutTax: Money(kronor: kronor), tax: .zero), document: document)
    }
  }

  private func take(
    _ deed: InvoiceStep.Deed, _ office: Office, _ invoice: ID<SupplierInvoice>, _ user: Int
  ) throws {
    try office.book.store.together(by: .tester, at: .now2) { try $0.take(deed, with: invoice, as: office.users[user]) }
  }

  private func refused(_ body: () throws -> Void) throws -> OrderRefusal? {
    do {
      try body()
      return nil
    } catch let refusal as OrderRefusal {
      return refusal
    }
  }

  @Test func `an invoice is attested within the order alone, and the book says by which version`() throws {
    let office = try office(try usual(100))
    let name = try #require(try office.book.store.attestOrders().first?.name)
    let invoice = try receive(office, 101)
    #expect(
      try refused { try take(.acknowledged(concerns: nil), office, invoice, 2) }
        == .mayNotAttest(.reception, name))
    try take(.acknowledged(concerns: nil), office, invoice, 1)
    #expect(
      try refused { try take(.approved, office, invoice, 0) }
        == .overLimit(.decision, name, limit: Money(kronor: 100), amount: Money(kronor: 101)))
    // The director has given the first attest, so nobody else may give the second but within the order.
    #expect(try refusal { try take(.approved, office, invoice, 1) } == .invoice(.sameUser))
    let small = try receive(office, 100, number: "18")
    try take(.acknowledged(concerns: nil), office, small, 1)
    try take(.approved, office, small, 0)
    #expect(try office.book.store.attestGrounds(ofInvoice: small) == [0: name, 1: name])
    #expect(try office.book.store.verify().findings == [])
  }

  @Test func `what the invoice is of is tried when it is booked`() throws {
    let order = try AttestOrder([
      AttestOrder.Point(.reception, by: .role(.bookkeeper), upTo: nil),
      AttestOrder.Point(.decision, of: .accounts(5000...5999), by: .role(.director), upTo: nil),
    ])
    let office = try office(order)
    let invoice = try receive(office, 100)
    try take(.acknowledged(concerns: nil), office, invoice, 0)
    try take(.approved, office, invoice, 1)
    func book(_ account: String) throws {
      let voucher = try voucher("2023-03-03", 100, debit: account, credit: "2440")
      _ = try office.book.store.together(by: .tester, at: .now2) {
        try $0.book(invoice, as: voucher, by: office.users[0])
      }
    }
    let name = try #require(try office.book.store.attestOrders().first?.name)
    #expect(
      try refused { try book("6110") }
        == .otherCosts(.decision, name, CostKind(account: AccountNumber("6110"), insatsID: nil)))
    try book("5010")
  }

  @Test func `random orders and invoices: never above the limit, never one person twice`() throws {
    var random = SeededGenerator(seed: 77)
    var (accepted, refused) = (0, 0)
    for _ in 0..<12 {
      let roles: [AttestOrder.Role] = [.bookkeeper, .director, .boardMember]
      var points: [AttestOrder.Point] = []
      for attest in [Attest.reception, .decision] {
        for role in roles where points.last?.attest != attest || Bool.random(using: &random) {
          let limit = Bool.random(using: &random) ? Money(kronor: Int64.random(in: 1...200, using: &random)) : nil
          points.append(AttestOrder.Point(attest, by: .role(role), upTo: limit))
        }
      }
      let office = try office(try AttestOrder(points))
      for number in 0..<8 {
        let kronor = Int64.random(in: 1...250, using: &random)
        let invoice = try receive(office, kronor, number: "\(number)")
        for deed in [InvoiceStep.Deed.acknowledged(concerns: nil), .approved] {
          for _ in 0..<2 {
            // What is refused leaves nothing: that is what is asked of the book below.
            try? take(deed, office, invoice, Int.random(in: 0..<3, using: &random))
          }
        }
        let kept = try #require(try office.book.store.receivedInvoice(invoice))
        #expect(Set(kept.steps.map(\.user)).count == kept.steps.count)
        for step in kept.steps {
          let attest: Attest = if case .approved = step.deed { .decision } else { .reception }
          let role = roles[Int(try #require(office.users.firstIndex { $0.rawValue == step.user }))]
          let isWithin = points.contains {
            $0.attest == attest && $0.giver == .role(role)
              && ($0.limit ?? Money(kronor: kronor)) >= Money(kronor: kronor)
          }
          #expect(isWithin, "\(points) \(kronor) \(step)")
        }
        if kept.state.words == "beslutsattesterad" { accepted += 1 } else { refused += 1 }
      }
      #expect(try office.book.store.verify().findings == [])
    }
    #expect(accepted > 5 && refused > 5)
  }

  @Test func `the database itself asks an attest for its point, and a point for its limit`() throws {
    let office = try office(try usual(100))
    let invoice = try receive(office, 101)
    try take(.acknowledged(concerns: nil), office, invoice, 1)
    let line = "INSERT INTO history SELECT MAX(sequence) + 1, 1700000060, 'x', 'x', 'x', 1 FROM history;"
    let now = "(SELECT MAX(sequence) FROM history)"
    for (sql, message) in [
      (line + "INSERT INTO invoice_step VALUES (9, 1, 'approved', 1, NULL, '', NULL, \(now));", "by a point"),
      (line + "INSERT INTO attest_ground VALUES (9, 9, NULL, 1, 2, 10100, \(now));", "more than the order"),
      // A point for a lesser amount than the invoice's.
      (
        line + "INSERT INTO attest_ground VALUES (9, 9, NULL, 1, 2, 10000, \(now));"
          + "INSERT INTO invoice_step VALUES (9, 1, 'approved', 1, NULL, '', NULL, \(now));", "by a point"
      ),
      // The director's point, by the bookkeeper.
      (
        line + "INSERT INTO attest_ground VALUES (9, 9, NULL, 1, 3, 10100, \(now));"
          + "INSERT INTO invoice_step VALUES (9, 1, 'approved', 1, NULL, '', NULL, \(now));", "by a point"
      ),
      (
        line
          + "INSERT INTO attest_point VALUES (1, 9, 'beslut', NULL, NULL, NULL, 'director', NULL, NULL, '', \(now));",
        "nothing added"
      ),
      (line + "INSERT INTO order_version VALUES (9, 'attest', 3, 20240101, '§', 20240101, \(now));", "follows"),
      (line + "INSERT INTO order_version VALUES (9, 'attest', 2, 20220101, '§', 20220101, \(now));", "follows"),
      (line + "INSERT INTO control_plan VALUES (9, 2024, 20240101, '§', '', \(now));", "CHECK"),
      (line + "INSERT INTO control_result VALUES (9, 2024, 1, 20240101, 0, '', '', \(now));", "was decided"),
    ] {
      let error = #expect(throws: (any Error).self, "\(sql)") { try office.book.attack(sql) }
      #expect("\(String(describing: error))".contains(message), "\(sql): \(String(describing: error))")
    }
    #expect(try office.book.store.verify().findings == [])
  }

  @Test func `a requisition is attested and paid by the order, and nobody in it attests nothing`() throws {
    let order = try AttestOrder([
      AttestOrder.Point(.reception, by: .role(.bookkeeper), upTo: nil),
      AttestOrder.Point(.decision, of: .insats("SIRI"), by: .role(.bookkeeper), upTo: Money(kronor: 50)),
      AttestOrder.Point(.decision, of: .insats("SIRI"), by: .role(.director), upTo: nil),
      AttestOrder.Point(.payment, by: .role(.bookkeeper), upTo: nil),
    ])
    let office = try office(order)
    let store = office.book.store
    let costs = [Selection(accounts: [4000...4999])]
    let draft = Requisition.Draft(
      year: 2023, insatsID: "SIRI", receiverID: "FK", firstMonth: try month(2023, 1), lastMonth: try month(2023, 3),
      amount: Money(kronor: 60), costs: CostReport([.init(kind: .staff, amount: Money(kronor: 60))]))
    let id = try store.together(by: .tester, at: .now1) { try $0.request(draft, costs: costs) }
    let name = try #require(try store.attestOrders().first?.name)
    func attest(_ user: ID<User>?) throws {
      try store.together(by: Actor(name: "en annan"), at: .now2) { try $0.attest(id, as: user) }
    }
    #expect(try refused { try attest(nil) } == .nobodyNamed(name))
    #expect(
      try refused { try attest(office.users[0]) }
        == .overLimit(.decision, name, limit: Money(kronor: 50), amount: Money(kronor: 60)))
    #expect(try refused { try attest(office.users[2]) } == .mayNotAttest(.decision, name))
    try attest(office.users[1])
    try store.together(by: .tester, at: .now2) { writing in
      _ = try writing.book(id, Store.Writing.Booking(on: try day("2023-04-01"), series: "A", costs: costs))
    }
    func pay(_ user: Int) throws {
      _ = try store.together(by: .tester, at: .now2) {
        try $0.pay(id, on: try day("2023-04-02"), series: "A", as: office.users[user])
      }
    }
    #expect(try refused { try pay(1) } == .mayNotAttest(.payment, name))
    try pay(0)
    #expect(try store.requisition(id)?.state.place == .paid)
    #expect(try store.verify().findings == [])
  }

  @Test func `a grant by delegation is within its point, and the board can be told of it`() throws {
    let office = try office(nil)
    let store = office.book.store
    let order = try DelegationOrder([
      DelegationOrder.Point(
        number: "3.2", matter: "Bevilja förstudier", delegate: "Förbundschefen", limit: Money(kronor: 100))
    ])
    func grant(_ kronor: Int64, _ paragraph: String, year: Int = 2024) throws {
      _ = try store.together(by: .tester, at: .now2) {
        try $0.begin(
          .granted(
            GrantDecision(
              day: try day("2023-05-01"), paragraph: paragraph, insatsID: "SIRI",
              amounts: [GrantAmount(year: year, receiverID: "FK", amount: Money(kronor: kronor))])))
      }
    }
    // Without an order in the book, nothing is asked.
    try grant(500, "delegation 3.2")
    let name = try store.together(by: .tester, at: .now2) {
      try $0.decide(order, on: try day("2023-02-01"), paragraph: "§ 9", validFrom: try day("2023-02-01"))
    }
    #expect(
      try refused { try grant(101, "delegation 3.2") }
        == .overDelegation("3.2", name, limit: Money(kronor: 100), amount: Money(kronor: 101)))
    #expect(try refused { try grant(1, "delegation 4") } == .pointUnknown("4", name))
    try grant(100, "delegation 3.2", year: 2025)
    try grant(5000, "§ 12", year: 2026)
    let told = try store.grantDelegations(from: try day("2023-01-01"), through: try day("2023-12-31"))
    #expect(told.map(\.amount) == [Money(kronor: 100)] && told.first?.point.number == "3.2")
    #expect(told.first?.subject == "Siri" && told.first?.order == name)
    #expect(try store.verify().findings == [])
  }

  @Test func `a plan for internal control goes by proposal and decision to results, and nothing is changed`() throws {
    let book = try Book()
    let store = book.store
    func control(_ number: Int) throws -> Control {
      try Control(
        number: number, risk: "Risk \(number)", likelihood: 2, consequence: 4, measure: "Kontroll", frequency: "",
        responsible: "ekonomen", due: try day("2023-06-30"), year: 2023)
    }
    let result = try ControlResult(
      number: 1, day: try day("2023-06-01"), hasDeviation: false, words: "Bra", remedy: "", by: Actor.tester.name)
    func act(_ body: (Store.Writing) throws -> Void) throws -> ControlRefusal? {
      do {
        try store.together(by: .tester, at: .now2, body)
        return nil
      } catch let refusal as ControlRefusal {
        return refusal
      }
    }
    let early = try day("2022-11-18")
    #expect(
      try act { try $0.decideControls(for: 2023, on: early, paragraph: "§ 5", lateReason: "") }
        == .nothingProposed(year: 2023))
    #expect(try act { try $0.propose([try control(1), try control(2)], for: 2023) } == nil)
    #expect(try act { try $0.record(result, in: 2023) } == .notDecided(year: 2023))
    #expect(try act { try $0.decideControls(for: 2023, on: early, paragraph: "§ 5", lateReason: "") } == nil)
    #expect(try act { try $0.record(result, in: 2023) } == nil)
    #expect(try act { try $0.propose([try control(1)], for: 2023) } == nil)
    let late = try day("2023-09-01")
    #expect(
      try act { try $0.decideControls(for: 2023, on: late, paragraph: "§ 9", lateReason: "") }
        == .decidedLate(late, year: 2023))
    #expect(try act { try $0.decideControls(for: 2023, on: late, paragraph: "§ 9", lateReason: "Ny risk") } == nil)
    let known = try store.controlYear(2023)
    #expect(known.standing?.controls == [try control(1)] && known.proposal == nil)
    #expect(known.firstDecision?.day == early && known.results == [result] && known.nextNumber == 3)
    #expect(try store.controlYears() == [2023])
    #expect(try store.verify().findings == [])
  }

  @Test func `what is destroyed is after its time, by the plan that held`() throws {
    let book = try Book()
    let store = book.store
    let plan = try RetentionPlan([
      RetentionPlan.Kind(
        title: "Fakturor", place: "Pärm", keeping: .years(7), ground: "LKBR 3:13", isAccounting: true)
    ])
    func destroy(_ lastYear: Int) throws {
      try store.together(by: .tester, at: .now2) {
        try $0.destroyed(
          "Fakturor", lastYear: lastYear, words: "Pärm 1", decidedOn: try day("2023-02-01"), paragraph: "§ 3",
          day: try day("2023-03-01"), by: "chefen", method: "Förstörare")
      }
    }
    let decided = try day("2023-02-01")
    #expect(throws: RetentionRefusal.noPlan(on: decided)) { try destroy(2015) }
    _ = try store.together(by: .tester, at: .now2) {
      try $0.decide(plan, on: try day("2023-01-10"), paragraph: "§ 2", validFrom: try day("2023-01-10"))
    }
    #expect(throws: RetentionRefusal.accountingKept("Fakturor", lastYear: 2016, until: 2023)) { try destroy(2016) }
    try destroy(2015)
    #expect(try store.destructions().map(\.lastYear) == [2015])
    #expect(try store.retentionPlans().first?.content == plan)
    let attack = """
      INSERT INTO history SELECT MAX(sequence) + 1, 0, 'x', 'x', 'x', 1 FROM history;
      INSERT INTO destruction VALUES (9, 1, 0, 2016, '', 20230201, '§', 20230301, 'x', 'x',
        (SELECT MAX(sequence) FROM history));
      """
    let error = #expect(throws: (any Error).self) { try book.attack(attack) }
    #expect("\(String(describing: error))".contains("before its time"))
    #expect(try store.verify().findings == [])
  }
}
