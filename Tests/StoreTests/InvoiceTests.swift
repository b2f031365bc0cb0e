import Association
import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct InvoiceTests {
  /// A book with a received invoice, a bookkeeper and a director.
  private func book() throws -> (book: Book, users: [ID<User>], invoice: ID<SupplierInvoice>) {
    let book = try Book()
    let users = try [("Ekonomen", Role.bookkeeper), ("Chefen", .director)].map { name, role in
      try book.store.record(
        user: nil, name: name, mail: "\(role.rawValue)@example.se", role: role, insatser: [], isActive: true,
        by: .tester, at: .now2
      ).id
    }
    let invoice = try book.store.together(by: .tester, at: .now2) { writing in
      try writing.openFiscalYear(try year(2025))
      let document = try writing.attach(Array("<Invoice/>".utf8), name: "f.xml", mediaType: "application/xml")
      return try writing.receive(
        SupplierInvoice(
          kind: .invoice, number: "17", supplier: "Hotellet", supplierID: "5560000001", issued: try day("2025-03-03"),
          due: nil, withoutTax: Money(kronor: 80), tax: Money(kronor: 20)), document: document)
    }
    return (book, users, invoice)
  }

  private func take(_ deed: InvoiceStep.Deed, _ book: Book, _ invoice: ID<SupplierInvoice>, _ user: ID<User>) throws {
    try book.store.together(by: .tester, at: .now2) { try $0.take(deed, with: invoice, as: user) }
  }

  @Test func `each step is a fact, and one that does not follow leaves nothing`() throws {
    let (book, users, invoice) = try book()
    #expect(try refusal { try take(.approved, book, invoice, users[1]) } == .invoice(.notNow("mottagen")))
    try take(.acknowledged(concerns: nil), book, invoice, users[0])
    #expect(try refusal { try take(.approved, book, invoice, users[0]) } == .invoice(.sameUser))
    #expect(
      try refusal { try take(.approvedByChair(note: "Pärm A"), book, invoice, users[0]) } == .invoice(.othersCanApprove)
    )
    try take(.approved, book, invoice, users[1])
    let wrong = try voucher("2025-03-03", 90, credit: "2440")
    #expect(
      try refusal {
        try book.store.together(by: .tester, at: .now2) { _ = try $0.book(invoice, as: wrong, by: users[0]) }
      } == .invoice(.sumDiffers(booked: Money(kronor: 90), invoice: Money(kronor: 100))))
    #expect(try book.store.vouchers(of: try year(2025)).isEmpty)
    let right = try voucher("2025-03-03", 100, credit: "2440")
    _ = try book.store.together(by: .tester, at: .now2) { try $0.book(invoice, as: right, by: users[0]) }
    #expect(try book.store.receivedInvoice(invoice)?.steps.count == 3)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a director alone attests with the chair's word from outside`() throws {
    let (book, users, invoice) = try book()
    try book.store.record(
      user: users[0], name: "Ekonomen", mail: "bookkeeper@example.se", role: .bookkeeper, insatser: [], isActive: false,
      by: .tester, at: .now2)
    try take(.acknowledged(concerns: nil), book, invoice, users[1])
    try take(.approvedByChair(note: "Undertecknad faktura, pärm A"), book, invoice, users[1])
    #expect(try book.store.receivedInvoice(invoice)?.state.words == "beslutsattesterad")
  }

  @Test(arguments: [
    ("INSERT INTO invoice_step VALUES (9, 1, 'booked', 1, NULL, '', 1, 99)", "does not follow"),
    ("INSERT INTO invoice_step VALUES (9, 1, 'approved', 1, NULL, '', NULL, 99)", "two users"),
    ("DELETE FROM received_invoice", "never deleted"),
  ])
  func `the database itself refuses`(sql: String, message: String) throws {
    let (book, users, invoice) = try book()
    try take(.acknowledged(concerns: nil), book, invoice, users[0])
    let error = #expect(throws: (any Error).self) { try book.attack(sql) }
    #expect("\(String(describing: error))".contains(message), "\(String(describing: error))")
  }

  @Test func `fees are kept with their voucher, and what does not come to the lines is not`() throws {
    let book = try Book()
    try book.store.together(by: .tester, at: .now2) { try $0.openFiscalYear(try year(2025)) }
    let run = try FeeRun(
      paidOn: try day("2025-03-20"), text: "Arvoden",
      lines: [
        FeeRun.Line(function: "Ledamot", contributionClass: .full, permyriad: 3142, fee: Money(ore: 123_456))
      ])
    let entry = try Voucher(
      Voucher.Draft(
        series: "A", date: run.paidOn, text: run.text, counterparty: "Styrelsen",
        rows: run.rows(in: .example, from: .bank)))
    _ = try book.store.together(by: .tester, at: .now2) { try $0.pay(run, as: entry) }
    let kept = try #require(try book.store.feeRuns().first)
    #expect(kept.run == run && kept.contributions == Money(kronor: 387) && !kept.isUndone)
    #expect(try book.store.verify().findings == [])
  }
}
