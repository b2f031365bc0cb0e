import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The received invoices, what each waits for, and the way to receive one more.
enum ListSupplierInvoices {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  static func page(_ asked: Asked, faults: [FieldFault], remarks: [Diagnostic] = []) throws -> Page {
    let all = try asked.store.receivedInvoices()
    let open = all.filter { !$0.state.isDone }
    let done = all.filter(\.state.isDone)
    return Page(
      title: "Leverantörsfakturor", section: .suppliers, print: Page.PrintHead(period: asked.today.text), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            open.isEmpty
              ? "Ingen faktura väntar på något."
              : "\(Words.count(open.count, "faktura väntar", "fakturor väntar")), tillsammans "
                + "\(Numerals.ore(open.map(\.invoice.payable).sum())).")),
        remarks.isEmpty ? .empty : BankRemarks.html(remarks),
        open.isEmpty ? .empty : tag("h2", .text("Att göra")) + table("Fakturor att göra något med", open, asked),
        Access.bookkeepers.admits(asked.user) ? form(asked, faults) : .empty,
        done.isEmpty
          ? .empty : tag("h2", .text("Betalda och avvisade")) + table("Fakturor som är klara", done, asked),
      ]))
  }

  private static func table(_ caption: String, _ invoices: [KeptInvoice], _ asked: Asked) -> HTML {
    let rows = invoices.map { kept -> [HTML] in
      let path = Addresses.supplierInvoice.path(kept.id.rawValue)
      let isLate = !kept.state.isDone && kept.invoice.due.map { $0 < asked.today } ?? false
      return [
        MoneyPart.link("\(kept.invoice.supplier) \(kept.invoice.number)", path), .text(kept.invoice.issued.text),
        .text(kept.invoice.due?.text ?? "")
          + (isLate ? .raw(" ") + tag("span", [.class("badge alarm")], .text("Förfallen")) : .empty),
        MoneyPart.amount(kept.invoice.payable, path: path), badge(kept.state),
      ]
    }
    return MoneyPart.table(
      caption,
      [
        MoneyPart.Column("Faktura"), MoneyPart.Column("Fakturadag"), MoneyPart.Column("Förfaller"),
        MoneyPart.Column("Att betala", isNumber: true), MoneyPart.Column("Läge"),
      ], rows: rows)
  }

  static func badge(_ state: InvoiceState) -> HTML {
    let (words, name): (String, StaticString) =
      switch state {
      case .received: ("Att mottagningsattestera", "badge warn")
      case .acknowledged: ("Att beslutsattestera", "badge warn")
      case .approved: ("Att bokföra", "badge warn")
      case .booked: ("Att betala", "badge warn")
      case .paid: ("Betald", "badge good")
      case .refused: ("Avvisad", "badge alarm")
      }
    return tag("span", [.class(name)], .text(words))
  }

  private static func form(_ asked: Asked, _ faults: [FieldFault]) -> HTML {
    tag(
      "section", [.labelled(by: "ta-emot"), .other("data-drop", "")],
      tag("h2", [.id("ta-emot")], .text("Ta emot en e-faktura")),
      tag(
        "p", [.class("hint")],
        .text(
          "Filen ska vara i Peppol BIS Billing 3 (XML), så som den kommer från er meddelandetjänst. Den sparas byte för byte. "
            + "En PDF är ingen e-faktura.")),
      FormPart.form(
        to: Addresses.supplierInvoices.path(), asked.visitor, hasFiles: true,
        each: [
          FormPart.field(
            FormPart.Field(name: "fil", label: "E-fakturan", type: "file", isRequired: true), faults: faults),
          FormPart.button("Ta emot"),
        ]))
  }
}

/// Takes an e-invoice into the book: its bytes as a document, and what it says as a fact.
enum ReceiveInvoice {
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    var reading = FormReading(asked.form)
    let file = asked.form.files.first { $0.field == "fil" && !$0.bytes.isEmpty }
    if let file {
      if file.bytes.count > EInvoiceFile.byteCountMax {
        reading.add(
          "Filen är \(FileSize.words(file.bytes.count)), och högst \(FileSize.words(EInvoiceFile.byteCountMax)) tas emot. Be "
            + "leverantören om en faktura med mindre bilagor.", at: "fil")
      }
      if !PersonalNumber.find(in: file.name).isEmpty || file.name.utf8.count > 200 || file.name.hasUnseenScalars {
        reading.add("Filens namn är för långt eller innehåller något som inte får sparas. Döp om filen.", at: "fil")
      } else {
        for words in file.dangers() { reading.add(words, at: "fil") }
      }
    } else {
      reading.add("Ingen fil är vald. Välj e-fakturan och försök igen.", at: "fil")
    }
    guard let file, !reading.hasFaults else { return try again(asked, reading.faults) }
    let read = try await LongWork.run { EInvoiceFile.read(file.bytes, named: file.name) }
    guard let found = read.value else {
      let fault = FieldFault(field: "fil", message: "Filen togs inte emot som e-faktura. Inget är sparat; se Om filen.")
      return try again(asked, [fault], remarks: read.diagnostics)
    }
    do {
      let id = try asked.store.together(by: asked.actor, at: asked.now) { writing in
        let document = try writing.attach(
          file.bytes, name: file.name.isEmpty ? "e-faktura.xml" : file.name, mediaType: "application/xml")
        return try writing.receive(SupplierInvoice(found.invoice), document: document)
      }
      return .see(
        Addresses.supplierInvoice.path(id.rawValue), notice: "Fakturan från \(found.invoice.seller.name) är mottagen.")
    } catch {
      return try again(asked, [try MoneyFault.of(error)])
    }
  }

  private static func again(_ asked: Asked, _ faults: [FieldFault], remarks: [Diagnostic] = []) throws -> Answer {
    .page(try ListSupplierInvoices.page(asked, faults: faults, remarks: remarks), status: .unprocessableContent)
  }
}

extension SupplierInvoice {
  /// What the book keeps of an e-invoice beside its file. No text is longer than the book's own lists can show.
  init(_ invoice: EInvoice) {
    func short(_ text: String) -> String { String(text.prefix(200)) }
    let payment = invoice.payments.first { !$0.account.isEmpty }
    let place =
      switch payment?.branch {
      case EInvoice.Payment.bankgiro: "Bankgiro "
      case EInvoice.Payment.plusgiro: "Plusgiro "
      default: ""
      }
    let legal = invoice.seller.legalID?.value ?? invoice.seller.endpoint?.value ?? ""
    self.init(
      kind: invoice.kind == .creditNote ? .creditNote : .invoice, number: short(invoice.number),
      supplier: short(invoice.seller.name),
      // A number that was masked says nothing of who it is.
      supplierID: legal.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 } ? legal : "",
      issued: invoice.issued, due: invoice.due, withoutTax: invoice.totals.withoutTax, tax: invoice.taxTotal,
      rounding: invoice.totals.rounding ?? .zero, prepaid: invoice.totals.prepaid ?? .zero,
      account: payment.map { short(place + $0.account) } ?? "", reference: short(payment?.reference ?? ""))
  }
}
