import Association
import GRDB
import Ledger
import Testing

@testable import Store

/// Calls, invoices, payments and credit invoices in a real book.
struct MemberInvoiceTests {
  /// A book with two members, a fixed call of half-years and an invoice to each for the first.
  private func book() throws -> Book {
    var association = Association.example
    association.members = [
      Member(id: "FK", name: "Försäkringskassan", kind: .state),
      Member(id: "KA", name: "Kommunen", kind: .municipality),
    ]
    var own = OwnBilling()
    own.firstInvoiceNumber = 101
    association.ownBilling = own
    let book = try Book(association) { writing in
      try writing.openFiscalYear(try year(2025))
      try writing.openFiscalYear(try year(2026))
    }
    try book.store.together(by: .tester, at: .now2) { writing in
      _ = try writing.fix(try self.call(), year: 2026, decision: Decision(paragraph: "§ 1"), instalmentCount: 2)
      for id in ["FK", "KA"] { try self.issue(id, in: writing) }
    }
    return book
  }

  private func call() throws -> ContributionCall {
    ContributionCall(
      total: Money(kronor: 3000),
      shares: [
        .init(memberID: "FK", amount: Money(kronor: 2000)), .init(memberID: "KA", amount: Money(kronor: 1000)),
      ])
  }

  private func issue(
    _ id: String, issued: String = "2025-12-01", instalment number: Int = 1, in writing: Store.Writing
  ) throws {
    let call = try #require(try writing.fixedCall(of: 2026))
    let instalment = Instalment.all(of: try year(2026), count: 2)[number - 1]
    let draft = MemberInvoice.Draft(
      memberID: id, callID: call.id, year: 2026, instalment: instalment, issued: try day(issued),
      due: try day("2025-12-31"), amount: instalment.amount(of: call.call.amount(of: id)))
    let association = try writing.association()
    let invoice = try writing.nextInvoiceNumber()
    let isPrepaid = try draft.issued < year(2026).first
    try writing.issue(
      draft, number: invoice,
      voucher: try association.voucher(
        of: draft, number: invoice, isPrepaid: isPrepaid, series: "A", by: "förbundschef", on: draft.issued),
      isPrepaid: isPrepaid, naming: association.invoiceAccounts([id]), xml: Array("<Invoice>\(invoice)</Invoice>".utf8))
  }

  private func pay(_ number: Int64, _ kronor: Int64, on date: String = "2025-12-20", _ book: Book) throws {
    try book.store.together(by: .tester, at: .now2) { writing in
      let invoice = try #require(try writing.memberInvoice(number))
      let association = try writing.association()
      let voucher = try association.paymentVoucher(
        of: invoice, amount: Money(kronor: kronor), on: try day(date), series: "A", by: "", compiled: try day(date))
      try writing.pay(number, amount: Money(kronor: kronor), voucher: voucher, naming: [])
    }
  }

  private func invoiceRefusal(_ body: () throws -> Void) -> MemberInvoiceRefusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? MemberInvoiceRefusal
    }
  }

  @Test func `invoices are numbered without gaps from the first that was chosen, booked and kept`() throws {
    let book = try book()
    let invoices = try book.store.memberInvoices(of: 2026)

    #expect(invoices.map(\.number) == [101, 102])
    #expect(invoices.map(\.draft.amount) == [Money(kronor: 1000), Money(kronor: 500)])
    #expect(invoices.allSatisfy { $0.isPrepaid && $0.stands && $0.left == $0.draft.amount })
    let kept = try #require(invoices[0].documents.first)
    #expect(try book.store.attachment(kept.sha256)?.bytes == Array("<Invoice>101</Invoice>".utf8))
    let posted = try #require(try book.store.voucher(invoices[0].voucher.number, in: try year(2025)))
    #expect(posted.voucher.rows.map(\.account.text) == ["1510", "2972"])
    #expect(posted.voucher.rows.allSatisfy { $0.objects[.party] == "FK" })
    #expect(try book.store.verify().findings == [])
  }

  @Test func `nobody is invoiced twice for the same, and a call with invoices is not changed`() throws {
    let book = try book()
    let twice = invoiceRefusal { try book.store.together(by: .tester, at: .now2) { try issue("FK", in: $0) } }
    let again = invoiceRefusal {
      try book.store.together(by: .tester, at: .now2) {
        _ = try $0.fix(try self.call(), year: 2026, decision: Decision(), instalmentCount: 1)
      }
    }
    #expect(twice == .alreadyInvoiced(member: "FK", number: 101))
    #expect(again == .callInvoiced(year: 2026, count: 2))
    #expect(try book.store.memberInvoices(of: 2026).count == 2)
    #expect(try book.store.fixedCall(of: 2026)?.instalmentCount == 2)
  }

  @Test func `a payment is booked and matched, and never more than is left`() throws {
    let book = try book()
    try pay(101, 400, book)
    let tooMuch = invoiceRefusal { try pay(101, 601, book) }
    try pay(101, 600, book)
    let invoice = try #require(try book.store.memberInvoice(101))

    #expect(tooMuch == .paysTooMuch(number: 101, left: Money(kronor: 600), amount: Money(kronor: 601)))
    #expect(invoice.left == .zero && invoice.payments.count == 2)
    #expect(try book.store.unsettledInvoices().map(\.number) == [102])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a payment whose voucher is reversed no longer counts`() throws {
    let book = try book()
    try pay(101, 1000, book)
    let payment = try #require(try book.store.memberInvoice(101)?.payments.first)
    try book.store.reverse(
      payment.voucher.number, in: try year(2025), on: try day("2025-12-30"), because: "Fel", by: .tester, at: .now2)
    #expect(try book.store.memberInvoice(101)?.left == Money(kronor: 1000))
    #expect(try book.store.possiblePayments(of: "FK") == [])
  }

  @Test func `a voucher that credits the receivable can be matched, for as much as it has`() throws {
    let book = try book()
    let party = ObjectSet([ObjectReference(dimension: .party, object: "FK")])
    let posted = try book.store.record(
      try Voucher(
        Voucher.Draft(
          series: "A", date: try day("2025-12-28"), text: "Inbetalning", counterparty: "FK",
          rows: [
            Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: 700)),
            Voucher.Row(account: AccountNumber("1510"), amount: Money(kronor: -700), objects: party),
          ])), by: .tester, at: .now2)
    let place = InvoiceVoucher(year: 2025, number: posted.number)
    #expect(try book.store.possiblePayments(of: "FK").map(\.free) == [Money(kronor: 700)])
    #expect(try book.store.possiblePayments(of: "KA") == [])

    let tooMuch = invoiceRefusal {
      try book.store.together(by: .tester, at: .now2) { try $0.match(101, amount: Money(kronor: 800), with: place) }
    }
    try book.store.together(by: .tester, at: .now2) { try $0.match(101, amount: Money(kronor: 700), with: place) }

    #expect(tooMuch == .notAPayment(place, free: Money(kronor: 700)))
    #expect(try book.store.memberInvoice(101)?.left == Money(kronor: 300))
    #expect(try book.store.possiblePayments(of: "FK") == [])
  }

  @Test func `a credit invoice takes back the whole, and the member can be invoiced anew`() throws {
    let book = try book()
    try pay(102, 500, book)
    func credit(_ number: Int64) throws {
      try book.store.together(by: .tester, at: .now2) { writing in
        let invoice = try #require(try writing.memberInvoice(number))
        let next = try writing.nextInvoiceNumber()
        let date = try day("2025-12-29")
        try writing.credit(
          number, by: next, because: "Fel belopp", on: date,
          voucher: try writing.association().creditVoucher(
            of: invoice, number: next, on: date, series: "A", by: "", compiled: date), naming: [], xml: nil)
      }
    }
    try credit(102)
    let twice = invoiceRefusal { try credit(102) }
    let credits = invoiceRefusal { try credit(103) }
    try book.store.together(by: .tester, at: .now2) { try issue("KA", in: $0) }
    let old = try #require(try book.store.memberInvoice(102))
    let made = try #require(try book.store.memberInvoice(103))

    #expect(old.creditedBy == 103)
    #expect(old.state(on: try day("2026-01-01")) == .toPayBack(Money(kronor: 500)))
    #expect(made.kind == .credit(of: 102, because: "Fel belopp") && made.left == .zero)
    #expect(twice == .cannotCredit(number: 102) && credits == .cannotCredit(number: 103))
    #expect(try book.store.memberInvoice(104)?.stands == true)
    try pay(102, -500, book)
    #expect(try book.store.memberInvoice(102)?.state(on: try day("2026-01-01")) == .credited)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `at the turn of the year what was prepaid becomes income once`() throws {
    let book = try book()
    func accrue() throws {
      try book.store.together(by: .tester, at: .now2) { writing in
        let waiting = try writing.memberInvoices(of: 2026).filter(\.waitsForItsYear)
        let association = try writing.association()
        let voucher = try association.accrualVoucher(
          of: waiting.isEmpty ? try writing.memberInvoices(of: 2026) : waiting, year: try year(2026), series: "A",
          by: "", compiled: try day("2026-01-02"))
        try writing.accrue(
          waiting, year: 2026, voucher: voucher, naming: association.invoiceAccounts(["FK", "KA"]))
      }
    }
    try accrue()
    #expect(invoiceRefusal { try accrue() } == .nothingToAccrue(year: 2026))
    let invoice = try #require(try book.store.memberInvoice(101))
    #expect(invoice.accrual?.year == 2026 && !invoice.waitsForItsYear)
    let books = try book.store.books(of: try year(2026))
    func change(_ account: String) -> Money {
      books.balances.filter { $0.account.text == account }.map(\.change).sum()
    }
    #expect(change("2972") == Money(kronor: 1500))
    #expect(change("3981") == Money(kronor: -1000) && change("3983") == Money(kronor: -500))
  }

  static let attacks: [(sql: String, message: String)] = [
    (insert("105, NULL, '', 1, 'FK', 2026, 2, 2"), "no gaps"),
    (insert("103, NULL, '', 1, 'FK', 2026, 1, 2"), "has been invoiced"),
    (insert("103, 101, '', 1, 'KA', 2026, 1, 2"), "takes back the whole"),
    (insert("103, NULL, '', 1, 'FK', 2026, 3, 2"), "CHECK"),
  ]

  private static func insert(_ head: String) -> String {
    """
    INSERT INTO member_invoice VALUES (\(head), 20260101, 20260630, 20251201, 20251231, 100000, 0, 1,
      (SELECT MAX(sequence) FROM history))
    """
  }

  @Test(arguments: attacks)
  func `the database itself refuses what our code should have refused`(sql: String, message: String) throws {
    let book = try book()
    #expect {
      try book.attack(sql)
    } throws: {
      "\($0)".contains(message) || "\($0)".contains("sealed")
    }
  }

  @Test func `the seventh migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0007.sql)
    #expect(digest.hash == "08b8bdb5627b221aeef88937f54ca4266036bf55433f8282ca85a800f511d4ec")
  }
}
