import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// One invoice to a member: what it says, how it stands, its documents, and what can be done.
enum ShowMemberInvoice {
  static func show(_ asked: Asked, _ number: Int64) throws -> Answer {
    guard let invoice = try asked.store.memberInvoice(number) else { return .notFound }
    return try page(asked, invoice, faults: [])
  }

  static func page(_ asked: Asked, _ invoice: MemberInvoice, faults: [FieldFault]) throws -> Answer {
    let page = MemberInvoicePage(
      asked: asked, invoice: invoice, association: try asked.store.association(),
      possible: try asked.store.possiblePayments(of: invoice.draft.memberID), faults: faults)
    return .page(page.page, status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// A document as it was kept when it was issued.
  static func file(_ asked: Asked, _ place: Pair<Int64, String>) async throws -> Answer {
    guard let invoice = try asked.store.memberInvoice(place.first),
      let document = invoice.documents.first(where: { $0.kind.rawValue == place.second }),
      let kept = try asked.store.attachment(document.sha256)
    else { return .notFound }
    return .file(
      FileAnswer(
        bytes: kept.bytes, name: kept.name, mediaType: kept.mediaType, isShown: document.kind == .pdf))
  }

  /// Makes the PDF where it could not be made when the invoice was issued.
  static func makePDF(_ asked: Asked, _ number: Int64) async throws -> Answer {
    guard let invoice = try asked.store.memberInvoice(number) else { return .notFound }
    let words = await InvoicePDFs.keep([number], asked)
    if words.isEmpty { return .see(Addresses.memberInvoice.path(number), notice: "PDF-filen är gjord och sparad.") }
    return try page(asked, invoice, faults: [FieldFault(field: "", message: words)])
  }
}

/// Books a payment, or matches one that is booked.
enum PayMemberInvoice {
  static func save(_ asked: Asked, _ number: Int64) throws -> Answer {
    guard let invoice = try asked.store.memberInvoice(number) else { return .notFound }
    var reading = FormReading(asked.form)
    let matched = asked.form.choice("verifikation")
    let typed = TypedContribution.read(&reading, "belopp", "Beloppet")
    let day = matched.isEmpty ? reading.date("dag", "Dagen då pengarna kom") : nil
    if let day, day > asked.today {
      reading.add("Dagen \(day.text) har inte varit än. Bokför betalningen när pengarna har kommit.", at: "dag")
    }
    guard let typed, !reading.hasFaults else {
      return try ShowMemberInvoice.page(asked, invoice, faults: reading.faults)
    }
    let amount = invoice.left < .zero ? -typed : typed
    do {
      if let day {
        let series = try VoucherSeries.of(day, asked)
        try asked.store.together(by: asked.actor, at: asked.now) { writing in
          let association = try writing.association()
          let voucher = try association.paymentVoucher(
            of: invoice, amount: amount, on: day, series: series, by: asked.actor.name, compiled: asked.today)
          try writing.pay(
            number, amount: amount, voucher: voucher,
            naming: association.invoiceAccounts([invoice.draft.memberID]))
        }
      } else {
        let possible = try asked.store.possiblePayments(of: invoice.draft.memberID)
        guard let place = possible.first(where: { MemberWords.voucherPath($0.voucher) == matched })?.voucher else {
          return try ShowMemberInvoice.page(
            asked, invoice,
            faults: [
              FieldFault(field: "verifikation", message: "Verifikationen går inte att pricka av. Välj en i listan.")
            ])
        }
        try asked.store.together(by: asked.actor, at: asked.now) { try $0.match(number, amount: amount, with: place) }
      }
    } catch {
      guard let failure = Words.failure(for: error), failure.kind == .input else { throw error }
      return try ShowMemberInvoice.page(asked, invoice, faults: [FieldFault(field: "belopp", message: failure.message)])
    }
    return .see(Addresses.memberInvoice.path(number), notice: "Betalningen är avprickad.")
  }
}

/// Takes back the whole of an invoice by a credit invoice.
enum CreditMemberInvoice {
  static func save(_ asked: Asked, _ number: Int64) async throws -> Answer {
    guard let invoice = try asked.store.memberInvoice(number) else { return .notFound }
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: true, byteCountMax: 300)
    let day = reading.date("kreditdag", "Kreditfakturans dag")
    guard let day, !reading.hasFaults else { return try ShowMemberInvoice.page(asked, invoice, faults: reading.faults) }
    let credit: Int64
    do {
      let series = try VoucherSeries.of(day, asked)
      credit = try asked.store.together(by: asked.actor, at: asked.now) { writing in
        try MemberInvoicing.credit(
          invoice, because: reason, on: day, series: series, by: asked.actor, today: asked.today, in: writing)
      }
    } catch {
      guard let failure = Words.failure(for: error), failure.kind == .input else { throw error }
      return try ShowMemberInvoice.page(asked, invoice, faults: [FieldFault(field: "skal", message: failure.message)])
    }
    let words = await InvoicePDFs.keep([credit], asked)
    return .see(
      Addresses.memberInvoice.path(credit), notice: "Faktura \(number) är krediterad med \(credit). \(words)")
  }
}

/// The page of an invoice.
struct MemberInvoicePage {
  let asked: Asked
  let invoice: MemberInvoice
  let association: Association
  let possible: [PossiblePayment]
  let faults: [FieldFault]

  private var draft: MemberInvoice.Draft { invoice.draft }
  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }
  private var path: String { Addresses.memberInvoice.path(invoice.number) }

  var page: Page {
    let isCredit = if case .credit = invoice.kind { true } else { false }
    return Page(
      title: "\(isCredit ? "Kreditfaktura" : "Faktura") \(invoice.number)", section: .members,
      trail: MemberWords.trail(
        draft.year, Page.Link("Medlemsbidrag \(draft.year)", Addresses.contributionCall.path(draft.year))),
      main: .joined([
        FormPart.summary(of: faults), facts, documents, payments, mayWrite && invoice.left != .zero ? paying : .empty,
        mayWrite && invoice.stands ? crediting : .empty,
      ]))
  }

  private var facts: HTML {
    var pairs: [(String, HTML)] = [
      ("Läge", MemberWords.state(invoice.state(on: asked.today))),
      (
        "Till",
        tag(
          "a", [.href(.path(Addresses.member.path(draft.memberID)))],
          .text(MemberWords.name(draft.memberID, in: association)))
      ),
      ("Avser", .text("Medlemsbidrag \(draft.year). \(MemberWords.instalment(draft.instalment))")),
      ("Belopp", voucher(Numerals.ore(draft.amount), invoice.voucher)),
      ("Fakturadag", .text(draft.issued.text)), ("Förfallodag", .text(draft.due.text)),
      ("Betalningsreferens", .text(MemberInvoice.reference(of: invoice.number))),
      ("Verifikation", voucher(invoice.voucher.number.text, invoice.voucher)),
      ("Återstår", .text(Numerals.ore(invoice.left))), ("Utfärdad av", .text(invoice.by)),
    ]
    if invoice.isPrepaid {
      pairs.append(
        (
          "Periodisering",
          invoice.accrual.map { voucher("intäkt med \($0.number.text)", $0) } ?? .text("förutbetald intäkt")
        ))
    }
    if let credit = invoice.creditedBy { pairs.append(("Krediterad med", link(credit))) }
    if case .credit(let other, let reason) = invoice.kind {
      pairs += [("Krediterar", link(other)), ("Skäl", .text(reason))]
    }
    return tag("dl", [.class("facts")], each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  private func link(_ number: Int64) -> HTML {
    tag("a", [.href(.path(Addresses.memberInvoice.path(number)))], .text("Faktura \(number)"))
  }

  private func voucher(_ words: String, _ place: InvoiceVoucher) -> HTML {
    tag("a", [.href(.path(MemberWords.voucherPath(place)))], .text(words))
  }

  private var documents: HTML {
    let links = invoice.documents.map { document in
      tag(
        "a",
        [
          .class("button"),
          .href(.path(Addresses.memberInvoiceFile.path(Pair(invoice.number, document.kind.rawValue)))),
        ],
        .text(document.kind == .pdf ? "Fakturan som PDF" : "E-fakturan (Peppol BIS Billing 3)"))
    }
    let hasPDF = invoice.documents.contains { $0.kind == .pdf }
    return tag("h2", .text("Dokument"))
      + (links.isEmpty ? .empty : tag("p", [.class("toolbar")], .joined(links)))
      + tag("p", [.class("hint")], .text("Filerna sparas byte för byte som de utfärdades."))
      + (hasPDF || !mayWrite
        ? .empty
        : FormPart.form(
          to: Addresses.memberInvoicePDF.path(invoice.number), asked.visitor,
          each: [FormPart.button("Gör PDF", kind: "secondary")]))
  }

  private var payments: HTML {
    guard !invoice.payments.isEmpty else { return .empty }
    let rows = invoice.payments.map { payment in
      tag(
        "tr", tag("th", [.scope(.row)], .text(payment.paidOn.text)),
        MoneyPart.amount("Belopp", payment.amount, path: MemberWords.voucherPath(payment.voucher)),
        MoneyPart.cell("Verifikation", voucher(payment.voucher.number.text, payment.voucher)))
    }
    return tag("h2", .text("Betalningar"))
      + MemberTable.table("Betalningar", [("Dag", false), ("Belopp", true), ("Verifikation", false)], rows: rows)
  }

  private var paying: HTML {
    let left = invoice.left.magnitude
    func amount(_ id: Money) -> HTML {
      FormPart.field(
        FormPart.Field(
          name: "belopp", label: "Belopp, kronor",
          value: asked.form.has("belopp") ? asked.form.choice("belopp") : Numerals.bareOre(id), inputMode: "decimal"),
        faults: faults)
    }
    let isBack = invoice.left < .zero
    let entry = FormPart.form(
      to: Addresses.memberInvoicePayments.path(invoice.number), asked.visitor,
      each: [
        FormPart.field(
          FormPart.Field(
            name: "dag", label: isBack ? "Dag då pengarna betalades tillbaka" : "Dag då pengarna kom",
            value: asked.form.has("dag") ? asked.form.choice("dag") : asked.today.text), faults: faults),
        amount(left), FormPart.button(isBack ? "Bokför återbetalningen" : "Bokför betalningen"),
      ])
    return tag("h2", .text(isBack ? "Betala tillbaka" : "Betalning")) + (isBack ? .empty : matching) + entry
  }

  /// Vouchers that credit the receivable already, each with a button of its own; the one of the right amount first.
  private var matching: HTML {
    guard !possible.isEmpty else { return .empty }
    let sorted = possible.filter { $0.free == invoice.left } + possible.filter { $0.free != invoice.left }
    let items = sorted.prefix(10).map { payment in
      let amount = min(payment.free, invoice.left)
      return tag(
        "li",
        tag(
          "p", voucher("\(payment.voucher.number.text), \(payment.date.text)", payment.voucher),
          .text(" \(payment.text). \(Numerals.ore(payment.free)) är inte avprickat.")),
        FormPart.form(
          to: Addresses.memberInvoicePayments.path(invoice.number), asked.visitor,
          each: [
            FormPart.hidden("verifikation", MemberWords.voucherPath(payment.voucher)),
            FormPart.hidden("belopp", Numerals.bareOre(amount)),
            FormPart.button("Pricka av \(Numerals.ore(amount))", kind: "secondary"),
          ]))
    }
    return tag("p", .text("Det här är bokfört på medlemmens kundfordran och inte avprickat:"))
      + tag("ul", [.class("tasks")], each: items)
      + tag("p", .text("Är betalningen inte bokförd än, bokför den här:"))
  }

  private var crediting: HTML {
    tag(
      "details", tag("summary", .text("Kreditera fakturan")),
      tag(
        "p",
        .text(
          "En utfärdad faktura ändras eller tas inte bort. En kreditfaktura tar tillbaka hela beloppet och bokförs; sedan kan "
            + "medlemmen faktureras på nytt.")),
      FormPart.form(
        to: Addresses.memberInvoiceCredit.path(invoice.number), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "skal", label: "Varför", value: asked.form.choice("skal"), hint: "Står på kreditfakturan"),
            faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "kreditdag", label: "Kreditfakturans dag",
              value: asked.form.has("kreditdag") ? asked.form.choice("kreditdag") : asked.today.text), faults: faults),
          FormPart.button("Kreditera hela fakturan", kind: "danger"),
        ]))
  }
}
