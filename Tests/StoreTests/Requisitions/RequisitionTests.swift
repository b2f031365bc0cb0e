import Association
import GRDB
import Ledger
import Testing

@testable import Store

/// What a book takes of requisitions, and what the database itself refuses of them.
@Suite struct RequisitionTests {
  private static let costs = [Selection(accounts: [4000...4999])]
  private static let keeper = Actor(name: "ekonomen")

  /// An association with one insats of a hundred kronor, and its year open.
  private func book() throws -> Book {
    var association = Association.example
    association.members = [Member(id: "FK", name: "Försäkringskassan", kind: .state)]
    association.insatser = [Insats(id: "SIRI", name: "Siri", kind: .structural, ownerID: "FK")]
    association.frames = [Frame(insatsID: "SIRI", receiverID: "FK", year: 2024, granted: Money(kronor: 100))]
    return try Book(association) { try $0.openFiscalYear(try year(2024)) }
  }

  private func draft(_ kronor: Int64, reason: String = "") throws -> Requisition.Draft {
    Requisition.Draft(
      year: 2024, insatsID: "SIRI", receiverID: "FK", firstMonth: try month(2024, 1), lastMonth: try month(2024, 3),
      amount: Money(kronor: kronor), costs: CostReport([.init(kind: .staff, amount: Money(kronor: kronor))]),
      overReason: reason)
  }

  private func refusal(_ book: Book, by actor: Actor = keeper, _ body: (Store.Writing) throws -> Void) throws
    -> RequisitionRefusal?
  {
    do {
      try book.store.together(by: actor, at: .now2, body)
      return nil
    } catch let refusal as RequisitionRefusal {
      return refusal
    }
  }

  private func booking(_ day: String, reason: String = "") throws -> Store.Writing.Booking {
    Store.Writing.Booking(on: try StoreTests.day(day), series: "A", costs: RequisitionTests.costs, overReason: reason)
  }

  /// A requisition of sixty kronor, by the one who tests.
  private func asked(_ book: Book) throws -> ID<Requisition> {
    try book.store.together(by: .tester, at: .now1) { try $0.request(try draft(60), costs: RequisitionTests.costs) }
  }

  @Test func `the accounts are those of the insats's kind and of the roles, with insats and party`() throws {
    let book = try book()
    let id = try asked(book)
    try book.store.together(by: RequisitionTests.keeper, at: .now2) { writing in
      try writing.attest(id)
      let cost = try writing.book(id, try booking("2024-04-01"))
      let paid = try writing.pay(id, on: try day("2024-04-02"), series: "A")
      #expect(cost.voucher.rows.map(\.account.text) == ["4020", "2440"])
      #expect(paid.voucher.rows.map(\.account.text) == ["2440", "1930"])
      #expect(cost.voucher.rows[0].objects == ObjectSet(insats: "SIRI", party: "FK"))
      #expect(cost.voucher.counterparty == "Försäkringskassan")
    }
    let present = try #require(try book.store.requisition(id))
    #expect(present.state.place == .paid)
    #expect(present.steps.compactMap(\.voucher?.number.number) == [1, 2])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `each step follows on where it is, and no other does`() throws {
    let book = try book()
    let id = try asked(book)

    #expect(try refusal(book) { try $0.book(id, try booking("2024-04-01")) } == .doesNotFollow(.requested))
    #expect(try refusal(book) { try $0.pay(id, on: try day("2024-04-01"), series: "A") } == .doesNotFollow(.requested))
    #expect(try refusal(book, by: .tester) { try $0.attest(id) } == .ownRequisition)
    #expect(try refusal(book) { try $0.sendBack(id, asking: " ") } == .reasonMissing)
    #expect(try refusal(book) { try $0.attest(ID(rawValue: 9)) } == .unknown)
    #expect(try refusal(book) { try $0.sendBack(id, asking: "Varför?") } == nil)
    #expect(try refusal(book) { try $0.attest(id) } == .doesNotFollow(.returned))
    #expect(
      try refusal(book, by: .tester) { try $0.request(again: id, try draft(50), costs: RequisitionTests.costs) } == nil)
    #expect(try refusal(book) { try $0.attest(id) } == nil)
    #expect(try refusal(book) { try $0.book(id, try booking("2024-04-01")) } == nil)
    #expect(try refusal(book) { try $0.withdraw(id, because: "Ångrat") } == .doesNotFollow(.booked))
    #expect(try #require(try book.store.requisition(id)).requisition.amount == Money(kronor: 50))
  }

  @Test func `more than is left is asked for with a reason alone, and booked so`() throws {
    let book = try book()
    let id = try asked(book)
    let costs = RequisitionTests.costs

    let over = RequisitionRefusal.overUnexplained(over: Money(kronor: 5), left: Money(kronor: 40))
    #expect(try refusal(book) { try $0.request(try draft(45), costs: costs) } == over)
    #expect(try refusal(book) { try $0.request(try draft(45, reason: "Fler deltagare"), costs: costs) } == nil)
    #expect(try book.store.requisitions().map(\.requisition.over) == [.zero, Money(kronor: 5)])
    #expect(try book.store.frameLedger(ofYear: 2024, costs: costs).saidOver.isEmpty)
    // What is booked by hand takes of the frame too: then the booking itself goes over, by more than has been said.
    try book.store.record(
      try voucher(
        "2024-02-01", 50, debit: "4020", objects: ObjectSet(insats: "SIRI", party: "FK")), by: .tester, at: .now2)
    try book.store.together(by: RequisitionTests.keeper, at: .now2) { try $0.attest(id) }
    #expect(
      try refusal(book) { try $0.book(id, try booking("2024-04-01")) }
        == .frameExceeded(over: Money(kronor: 10), year: 2024))
    #expect(try refusal(book) { try $0.book(id, try booking("2024-04-01", reason: "Styrelsen vet")) } == nil)
    #expect(
      try book.store.frameLedger(ofYear: 2024, costs: costs).saidOver[FrameKey(insatsID: "SIRI")] == Money(kronor: 10))
  }

  @Test func `a voucher that was wrong is corrected, and the step taken again`() throws {
    let book = try book()
    let id = try asked(book)
    try book.store.together(by: RequisitionTests.keeper, at: .now2) { writing in
      try writing.attest(id)
      let posted = try writing.book(id, try booking("2024-04-01"))
      try writing.reverse(posted.number, in: try year(2024), on: try day("2024-04-02"), because: "Fel dag")
    }
    #expect(try book.store.requisition(id)?.state.place == .attested)
    #expect(try refusal(book) { try $0.book(id, try booking("2024-03-31")) } == nil)
    #expect(try book.store.requisition(id)?.state.place == .booked)
    #expect(try book.store.requisition(id)?.steps.map(\.isReversed) == [false, false, true, false])
  }

  @Test func `a year's end accrues what is said and what waits, and says what goes back`() throws {
    let book = try book()
    let id = try asked(book)
    let end = try year(2024)
    let costs = RequisitionTests.costs

    let plan = try book.store.accrualPlan(ofYear: 2024, costs: costs)
    #expect(plan.total == Money(kronor: 60) && plan.rows.map(\.ground) == [.requisitions])
    #expect(plan.returns.map(\.returned) == [Money(kronor: 40)])
    try book.store.together(by: RequisitionTests.keeper, at: .now2) { writing in
      try writing.state(FinalCost(year: 2024, insatsID: "SIRI", receiverID: "FK", amount: Money(kronor: 75)))
      let posted = try writing.accrue(end, try booking("2024-12-31"))
      #expect(posted.voucher.rows.map(\.amount) == [Money(kronor: 75), Money(kronor: -75)])
      try writing.openFiscalYear(try year(2025))
      try writing.attest(id)
      // It comes next year: debt, and no cost.
      let booked = try writing.book(id, try booking("2025-01-15"))
      #expect(booked.voucher.rows.map(\.account.text) == ["2995", "2440"])
    }
    #expect(try refusal(book) { try $0.accrue(end, try booking("2024-12-31")) } == .nothingToAccrue)
    let place = AccrualPlan.Place(insatsID: "SIRI", receiverID: "FK")
    #expect(try book.store.frameLedger(ofYear: 2024, costs: costs).accrued == [place: Money(kronor: 15)])
    #expect(
      try refusal(book) {
        try $0.release(
          Money(kronor: 16), of: place, accruedFor: 2024, because: "Avropas inte", on: try day("2025-02-01"),
          series: "A")
      } == .accrualTooSmall(left: Money(kronor: 15)))
    let kept = try #require(try book.store.accruals(ofYear: 2024).first)
    #expect(kept.returns.map(\.returned) == [Money(kronor: 25)])
    #expect(try book.store.verify().findings == [])
  }

  private static let now = "(SELECT MAX(sequence) FROM history)"
  private static let line =
    "INSERT INTO history SELECT MAX(sequence) + 1, 0, 'förbundschef', 'x', 'x', 1 FROM history;"

  @Test(arguments: [
    ("INSERT INTO requisition_step VALUES (9, 1, 1, 'booked', '', 1, 0, \(now))", "does not follow"),
    ("INSERT INTO requisition_step VALUES (9, 1, 1, 'paid', '', 1, 0, \(now))", "does not follow"),
    ("INSERT INTO requisition_step VALUES (9, 1, 1, 'requested', '', NULL, 0, \(now))", "does not follow"),
    ("INSERT INTO requisition_step VALUES (9, 1, 2, 'attested', '', NULL, 0, \(now))", "last version"),
    ("INSERT INTO requisition_step VALUES (9, 1, 1, 'attested', '', NULL, 0, \(now))", "nobody attests"),
    ("INSERT INTO requisition_step VALUES (9, 1, 1, 'returned', ' ', NULL, 0, \(now))", "CHECK"),
    ("INSERT INTO requisition_step VALUES (9, 1, 1, 'withdrawn', 'x', 1, 0, \(now))", "of the amount"),
    (
      "INSERT INTO requisition_version VALUES (1, 3, 202401, 202401, 5, 0, '', 0, '', \(now))", "no gaps"
    ),
    ("INSERT INTO requisition_version VALUES (1, 2, 202401, 202401, 5, 0, '', 7, ' ', \(now))", "CHECK"),
    ("INSERT INTO requisition_cost VALUES (1, 1, 1, 'resor', 5, \(now))", "sealed"),
    (
      """
      INSERT INTO requisition VALUES (9, 2024, 'SIRI', 'FK', \(now));
      INSERT INTO requisition_version VALUES (9, 1, 202401, 202401, 5, 0, '', 0, '', \(now));
      INSERT INTO requisition_cost VALUES (9, 1, 0, 'resor', 4, \(now));
      INSERT INTO requisition_step VALUES (9, 9, 1, 'requested', '', NULL, 0, \(now));
      """, "adds up"
    ),
    ("INSERT INTO accrual_release VALUES (1, 2024, 'SIRI', 'FK', 5, 'x', 1, \(now))", "than is accrued"),
  ])
  func `what cannot have happened is refused by the database`(sql: String, message: String) throws {
    let book = try book()
    _ = try asked(book)
    try book.store.record(try voucher("2024-02-01"), by: .tester, at: .now2)

    let error = #expect(throws: DatabaseError.self, "\(sql)") { try book.attack(RequisitionTests.line + sql) }
    #expect(error?.message?.contains(message) == true, "\(sql): \(error?.message ?? "")")
  }
}
