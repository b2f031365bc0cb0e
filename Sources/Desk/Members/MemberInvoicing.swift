package import Association
package import Exchange
package import Ledger
package import Press
import Report
package import Store

/// From a fixed call to issued invoices, and from an issued invoice to its PDF: what the office does, and a command would.
package enum MemberInvoicing {
  /// What is to be invoiced of an instalment: those who have not been invoiced for it.
  package static func drafts(
    of call: FixedCall, instalment: Instalment, issued: CalendarDate, due: CalendarDate, standing: [MemberInvoice]
  ) -> [MemberInvoice.Draft] {
    let invoiced = Set(
      standing.filter { $0.stands && $0.draft.instalment.number == instalment.number }.map(\.draft.memberID))
    return call.call.shares.compactMap { share in
      let amount = instalment.amount(of: share.amount)
      guard amount > .zero, !invoiced.contains(share.memberID) else { return nil }
      return MemberInvoice.Draft(
        memberID: share.memberID, callID: call.id, year: call.year, instalment: instalment, issued: issued, due: due,
        amount: amount)
    }
  }

  /// What would make the network refuse the e-invoice to a member, and what would hinder its being paid.
  package static func faults(of draft: MemberInvoice.Draft, association: Association) -> [String] {
    let invoice = EInvoice(draft, number: 1, from: association)
    var faults: [String] = []
    if invoice.payments.isEmpty { faults.append("Förbundets bankgiro, plusgiro eller IBAN saknas.") }
    guard association.billing(of: draft.memberID).channel == .peppol else { return faults }
    for finding in EInvoiceRules.findings(in: invoice.ubl) where finding.isFatal {
      let words = "\(finding.message) [\(finding.code)]"
      if !faults.contains(words) { faults.append(words) }
    }
    return faults
  }

  /// Issues the invoices, in order, within one transaction; gives their numbers.
  package static func issue(
    _ drafts: [MemberInvoice.Draft], year: FiscalYear, series: String, by actor: Actor, on today: CalendarDate,
    in writing: Store.Writing
  ) throws -> [Int64] {
    let association = try writing.association()
    var numbers: [Int64] = []
    for draft in drafts {
      let number = try writing.nextInvoiceNumber()
      let isPrepaid = draft.issued < year.first
      let voucher = try association.voucher(
        of: draft, number: number, isPrepaid: isPrepaid, series: series, by: actor.name, on: today)
      let isElectronic = association.billing(of: draft.memberID).channel == .peppol
      try writing.issue(
        draft, number: number, voucher: voucher, isPrepaid: isPrepaid,
        naming: association.invoiceAccounts([draft.memberID]),
        xml: isElectronic ? EInvoice(draft, number: number, from: association).xml : nil)
      numbers.append(number)
    }
    return numbers
  }

  /// Issues the credit invoice that takes back an invoice; gives its number.
  package static func credit(
    _ invoice: MemberInvoice, because reason: String, on day: CalendarDate, series: String, by actor: Actor,
    today: CalendarDate, in writing: Store.Writing
  ) throws -> Int64 {
    let association = try writing.association()
    let number = try writing.nextInvoiceNumber()
    let voucher = try association.creditVoucher(
      of: invoice, number: number, on: day, series: series, by: actor.name, compiled: today)
    let isElectronic = invoice.documents.contains { $0.kind == .xml }
    let credit = EInvoice(crediting: invoice, number: number, on: day, because: reason, from: association)
    try writing.credit(
      invoice.number, by: number, because: reason, on: day, voucher: voucher,
      naming: association.invoiceAccounts([invoice.draft.memberID]), xml: isElectronic ? credit.xml : nil)
    return number
  }

  /// The invoice as an accessible PDF, with the e-invoice inside where there is one. By what was said when it was
  /// issued, so that it is the same whenever it is made.
  package static func pdf(of number: Int64, store: Store, press: PDFPress) throws -> [UInt8] {
    guard let invoice = try store.memberInvoice(number),
      let association = try store.association(asOf: invoice.sequence)
    else { throw MemberInvoiceRefusal.unknown(number: number) }
    var original: MemberInvoice?
    if case .credit(let other, _) = invoice.kind { original = try store.memberInvoice(other) }
    let sheet = InvoiceSheet(EInvoice(invoice, crediting: original, from: association))
    var attachments: [PDFAttachment] = []
    if let document = invoice.documents.first(where: { $0.kind == .xml }),
      let xml = try store.attachment(document.sha256)
    {
      attachments.append(
        PDFAttachment(
          name: xml.name, mediaType: xml.mediaType, description: "Fakturan som e-faktura (Peppol BIS Billing 3)",
          relationship: .alternative, bytes: xml.bytes))
    }
    return try press.pdf(of: sheet, attachments: attachments)
  }
}

extension InvoiceSheet {
  /// An e-invoice as it is printed.
  package init(_ invoice: EInvoice) {
    let isCredit = invoice.kind == .creditNote
    var facts = [
      Fact(isCredit ? "Kreditfaktura" : "Faktura", invoice.number), Fact("Fakturadag", invoice.issued.text),
    ]
    if let due = invoice.due { facts.append(Fact("Förfallodag", due.text)) }
    if !invoice.buyerReference.isEmpty { facts.append(Fact("Er referens", invoice.buyerReference)) }
    if !invoice.seller.contactName.isEmpty { facts.append(Fact("Vår referens", invoice.seller.contactName)) }
    for earlier in invoice.preceding {
      facts.append(Fact("Rättar faktura", earlier.number + (earlier.issued.map { " av den \($0.text)" } ?? "")))
    }
    var payment: [Fact] = []
    for way in invoice.payments {
      switch way.branch {
      case EInvoice.Payment.bankgiro: payment.append(Fact("Bankgiro", InvoiceSheet.giro(way.account, tail: 4)))
      case EInvoice.Payment.plusgiro: payment.append(Fact("Plusgiro", InvoiceSheet.giro(way.account, tail: 1)))
      default: payment.append(Fact("IBAN", way.branch.isEmpty ? way.account : "\(way.account), BIC \(way.branch)"))
      }
    }
    if let reference = invoice.payments.first?.reference {
      payment.append(Fact("Betalningsreferens (OCR)", reference))
      payment.append(Fact("Villkor", invoice.paymentTerms))
    }
    let reason = invoice.taxes.first?.exemptionReason ?? ""
    let period = invoice.lines.first?.period
    self.init(
      title: "\(isCredit ? "Kreditfaktura" : "Faktura") \(invoice.number)", issued: invoice.issued,
      seller: InvoiceSheet.lines(of: invoice.seller), buyer: InvoiceSheet.lines(of: invoice.buyer), facts: facts,
      note: invoice.note.isEmpty ? "" : "Skäl: \(invoice.note)",
      lines: invoice.lines.map { line in
        let period = line.period ?? period
        return Line(
          name: line.name, period: "\(period?.first?.text ?? "")–\(period?.last?.text ?? "")",
          amount: Numerals.bareOre(line.amount))
      },
      sums: [
        Fact("Moms (\(reason.isEmpty ? "ingen" : "utanför moms"))", Numerals.bareOre(invoice.taxTotal)),
        Fact(isCredit ? "Att kreditera" : "Att betala", Numerals.bareOre(invoice.totals.payable)),
      ], payment: payment,
      foot: [invoice.seller.name, invoice.seller.contactMail, invoice.seller.contactPhone, reason]
        .filter { !$0.isEmpty }.joined(separator: " · "))
  }

  private static func lines(of party: EInvoice.Party) -> [String] {
    let address = party.address
    var lines = [party.name, address.street, "\(address.postalCode) \(address.city)"]
    if let id = party.legalID?.value {
      lines.append("Organisationsnummer \(id.utf8.count == 10 ? "\(id.prefix(6))-\(id.suffix(4))" : id)")
    }
    if !party.contactMail.isEmpty { lines.append(party.contactMail) }
    return lines.filter { $0.contains { $0 != " " } }
  }

  private static func giro(_ digits: String, tail: Int) -> String {
    digits.count > tail ? "\(digits.dropLast(tail))-\(digits.suffix(tail))" : digits
  }
}
