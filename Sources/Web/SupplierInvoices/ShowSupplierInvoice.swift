import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// One received invoice: what it says, what is worth knowing of it, what has been done, and what is next.
enum ShowSupplierInvoice {
  static func show(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let page = try await page(asked, id, faults: []) else { return .notFound }
    return .page(page)
  }

  static func page(_ asked: Asked, _ id: Int64, faults: [FieldFault]) async throws -> Page? {
    let all = try asked.store.receivedInvoices()
    guard let kept = all.first(where: { $0.id.rawValue == id }) else { return nil }
    let store = asked.store
    let file = try await LongWork.run {
      try store.attachment(kept.document).flatMap { EInvoiceFile.read($0.bytes, named: $0.name).value }
    }
    let association = try store.association()
    let checks = InvoiceChecks(kept, file: file, others: all, association: association)
    let view = SupplierInvoicePage(
      asked: asked, kept: kept, file: file, checks: checks, association: association, users: try store.users(),
      faults: faults)
    return try view.page()
  }
}

/// The page of one received invoice.
struct SupplierInvoicePage {
  let asked: Asked
  let kept: KeptInvoice
  let file: EInvoiceFile?
  let checks: InvoiceChecks
  let association: Association
  let users: [User]
  let faults: [FieldFault]

  private var invoice: SupplierInvoice { kept.invoice }

  func page() throws -> Page {
    let kind = invoice.kind == .invoice ? "Faktura" : "Kreditfaktura"
    return Page(
      title: "\(kind) \(invoice.number) från \(invoice.supplier)", section: .suppliers,
      trail: [Page.Link("Leverantörsfakturor", Addresses.supplierInvoices.path())],
      print: Page.PrintHead(period: invoice.issued.text), isWide: true,
      main: .joined([
        FormPart.summary(of: faults), summary(), warnings(), try next(), try steps(), try said(),
      ]))
  }

  private func summary() -> HTML {
    MoneyPart.facts([
      ("Läge", ListSupplierInvoices.badge(kept.state)), ("Att betala", .text(Numerals.ore(invoice.payable))),
      ("Utan moms", .text(Numerals.ore(invoice.withoutTax))), ("Moms", .text(Numerals.ore(invoice.tax))),
      ("Öresutjämning", invoice.rounding == .zero ? .empty : .text(Numerals.ore(invoice.rounding))),
      ("Redan betalt", invoice.prepaid == .zero ? .empty : .text(Numerals.ore(invoice.prepaid))),
      ("Fakturadag", .text(invoice.issued.text)), ("Förfaller", .text(invoice.due?.text ?? "")),
      ("Betalas till", .text(invoice.account)), ("Betalningsreferens", .text(invoice.reference)),
      ("Filen", MoneyPart.link("XML som den kom", Addresses.document.path(kept.document))),
    ])
  }

  private func warnings() -> HTML {
    let items = checks.all.map { check in
      let (words, name): (String, StaticString) =
        switch check.weight {
        case .good: ("Bra", "badge good")
        case .warning: ("Titta", "badge warn")
        case .alarm: ("Fel", "badge alarm")
        }
      return tag("li", tag("span", [.class(name)], .text(words)), .raw(" "), .text(check.words))
    }
    return tag(
      "section", [.labelled(by: "kontroller")], tag("h2", [.id("kontroller")], .text("Kontroller")),
      tag("ul", each: items))
  }

  // What has been done.

  private func steps() throws -> HTML {
    var items = [tag("li", .text("Mottagen \(SwedishTime.text(kept.at)) av \(kept.by)"))]
    let grounds = try asked.store.attestGrounds(ofInvoice: kept.id)
    for (place, step) in kept.steps.enumerated() {
      let when = "\(SwedishTime.text(step.at)) av \(step.by)"
      let words: String
      var link = HTML.empty
      switch step.deed {
      case .acknowledged(let concerned):
        let name = concerned.flatMap { id in users.first { $0.id.rawValue == id }?.name }
        words = "Mottagningsattesterad \(when)" + (name.map { "; gäller \($0)s egna kostnader" } ?? "")
      case .approved: words = "Beslutsattesterad \(when)"
      case .approvedByChair(let note): words = "Beslutsattesterad av ordföranden: \(note). Antecknat \(when)"
      case .refused(let reason): words = "Avvisad \(when). Skäl: \(reason)"
      case .booked(let voucher):
        words = "Bokförd \(when): "
        link = self.link(voucher)
      case .paid(let voucher):
        words = "Betald, sparat \(when): "
        link = self.link(voucher)
      }
      let ground = grounds[place].map { ", enligt attestordningen version \($0.version)" } ?? ""
      items.append(tag("li", .text(words + ground), link))
    }
    return tag("h2", .text("Vad som har gjorts")) + tag("ul", [.class("log")], each: items)
  }

  private func link(_ voucher: ID<Voucher>) -> HTML {
    // A voucher of ours has a place; one that cannot be read says so on its own page.
    guard let place = (try? asked.store.voucherPlace(voucher)) ?? nil else { return .empty }
    return MoneyPart.link(
      place.number.text, Addresses.voucher.path(VoucherPlace(year: place.year.number, number: place.number)))
  }

  // What is next.

  private func next() throws -> HTML {
    let path = Addresses.supplierInvoiceAttest.path(kept.id.rawValue)
    let mayKeep = Access.bookkeepers.admits(asked.user)
    switch kept.state {
    case .received:
      let right = try AttestRight(asked, .reception, of: kept)
      guard right.isNamed ?? mayKeep else {
        return right.html
          + waiting(
            right.words.isEmpty
              ? "Fakturan väntar på mottagningsattest av kansliet."
              : "Fakturan väntar på mottagningsattest av någon som attestordningen nämner.")
      }
      return section("mottagning", "Mottagningsattest", [right.html, acknowledging(path)]) + refusing(path)
    case .acknowledged:
      let right = try AttestRight(asked, .decision, of: kept)
      guard (right.isNamed ?? Access.approvers.admits(asked.user)) || mayKeep else {
        return right.html
          + waiting(
            right.words.isEmpty
              ? "Fakturan väntar på beslutsattest av förbundschefen eller styrelsen."
              : "Fakturan väntar på beslutsattest av någon som attestordningen nämner.")
      }
      return section("beslut", "Beslutsattest", [right.html] + approving(path, right)) + refusing(path)
    case .approved:
      guard mayKeep else { return waiting("Fakturan väntar på att bokföras.") }
      return section("bokfor", "Bokför", [try booking()]) + refusing(path)
    case .booked:
      guard mayKeep else { return waiting("Fakturan väntar på att betalas.") }
      return section("betala", "Betalning", [try paying()])
    case .paid, .refused: return .empty
    }
  }

  private func waiting(_ words: String) -> HTML { tag("p", [.class("hint")], .text(words)) }

  private func section(_ id: String, _ title: String, _ children: [HTML]) -> HTML {
    tag("section", [.labelled(by: id)], each: [tag("h2", [.id(id)], .text(title))] + children)
  }

  private func acknowledging(_ path: String) -> HTML {
    let own = users.filter { $0.isActive && $0.role != .performer && $0.role != .auditor }
    return tag(
      "p", [.class("hint")],
      .text("Attesten säger att varan eller tjänsten är mottagen, som beställd och till rätt pris.")
    )
      + FormPart.form(
        to: path, asked.visitor,
        each: [
          FormPart.select(
            "galler", "Är det någons egna kostnader?",
            options: [(value: "", words: "Nej")]
              + own.map { (value: "\($0.id.rawValue)", words: "Ja, \($0.name)s") },
            chosen: asked.form.choice("galler"),
            hint: "Resor, representation och liknande. Ingen attesterar sina egna.",
            faults: faults),
          FormPart.button("Mottagningsattestera", name: "gor", value: "mottagning"),
        ])
  }

  private func approving(_ path: String, _ right: AttestRight) -> [HTML] {
    let approve =
      (right.isNamed ?? Access.approvers.admits(asked.user))
      ? FormPart.form(
        to: path, asked.visitor, each: [FormPart.button("Beslutsattestera", name: "gor", value: "beslut")]) : .empty
    let chair =
      Access.bookkeepers.admits(asked.user)
      ? tag(
        "details", tag("summary", .text("Ordföranden har attesterat utanför kontoret")),
        tag(
          "p", [.class("hint")],
          .text(
            "Bara när ingen annan i kontoret kan beslutsattestera. Lägg den undertecknade attesten som underlag till verifikationen."
          )),
        FormPart.form(
          to: path, asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "not", label: "Var attesten finns", value: asked.form.choice("not"),
                hint: "Till exempel: undertecknad faktura 2025-03-12, pärm A"), faults: faults),
            FormPart.button("Anteckna ordförandens attest", name: "gor", value: "ordforande", kind: "secondary"),
          ])) : .empty
    return [
      tag("p", [.class("hint")], .text("Attesten säger att fakturan ska betalas. Den ges av en annan än den första.")),
      approve, chair,
    ]
  }

  private func refusing(_ path: String) -> HTML {
    tag(
      "details", tag("summary", .text("Avvisa fakturan")),
      FormPart.form(
        to: path, asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "skal", label: "Varför", value: asked.form.choice("skal"),
              hint: "Skälet sparas. Säg också till leverantören."), faults: faults),
          FormPart.button("Avvisa", name: "gor", value: "avvisa", kind: "secondary"),
        ]))
  }

  /// So many rows the cost can be divided on.
  static let rowCount = 4

  private func booking() throws -> HTML {
    let form = asked.form
    func value(_ field: String, _ usual: String) -> String { form.has(field) ? form.choice(field) : usual }
    let day = try OpenDays(asked.store).isOpen(invoice.issued) ? invoice.issued : asked.today
    let wrongly = checks.member != nil && invoice.tax != .zero
    let accounts = [AccountRole.vatReceivable, .wronglyChargedVAT].map { role in
      (value: role.rawValue, words: "\(association.accountNumber(for: role).text) \(role.title)")
    }
    let rows = (1...SupplierInvoicePage.rowCount).map { number -> [HTML] in
      func input(_ name: StaticString, _ label: String, _ usual: String) -> HTML {
        let typed = form.choices("\(name)")
        let isFaulty = faults.contains { $0.field == "\(name)-\(number)" }
        return voidTag(
          "input",
          [
            .id("\(name)-\(number)"), .other("name", "\(name)"), .other("type", "text"), .other("autocomplete", "off"),
            .other("value", number <= typed.count ? typed[number - 1] : usual), .other("size", "14"),
            .label("\(label) på rad \(number)"),
          ] + (isFaulty ? [.other("aria-invalid", "true"), .other("aria-describedby", "fel")] : []))
      }
      return [
        input("konto", "Konto", ""), input("insats", "Insats", ""),
        input("part", "Part", number == 1 ? checks.member?.id ?? "" : ""), input("radtext", "Text", ""),
        input("belopp", "Belopp", number == 1 ? AmountText.field(invoice.withoutTax) : ""),
      ]
    }
    return FormPart.form(
      to: Addresses.supplierInvoiceBooking.path(kept.id.rawValue), asked.visitor,
      each: [
        FormPart.field(FormPart.Field(name: "datum", label: "Datum", value: value("datum", day.text)), faults: faults),
        MoneyPart.table(
          "Kostnaden utan moms, rad för rad",
          [
            MoneyPart.Column("Konto"), MoneyPart.Column("Insats"), MoneyPart.Column("Part"), MoneyPart.Column("Text"),
            MoneyPart.Column("Belopp", isNumber: true),
          ], rows: rows),
        invoice.tax == .zero
          ? .empty
          : FormPart.select(
            "moms", "Momsen, \(Numerals.ore(invoice.tax)), bokförs på", options: accounts,
            chosen: value("moms", (wrongly ? AccountRole.wronglyChargedVAT : .vatReceivable).rawValue),
            hint: wrongly ? "Parten ska betala tillbaka momsen." : "", faults: faults),
        tag(
          "p", [.class("hint")],
          .text("Resten bokförs som leverantörsskuld. Fakturans XML läggs som underlag till verifikationen.")),
        FormPart.button("Bokför"),
      ])
  }

  private func paying() throws -> HTML {
    let form = asked.form
    let settled = try PaySupplierInvoice.settlements(kept, asked).map { row in
      (
        value: "\(row.place.voucher.rawValue)",
        words: "\(row.number.text) \(row.date.text) \(row.text): \(Numerals.ore(row.amount))"
      )
    }
    return FormPart.form(
      to: Addresses.supplierInvoicePayment.path(kept.id.rawValue), asked.visitor,
      each: [
        FormPart.select(
          "bokford", "Verifikation",
          options: [(value: "", words: "Bokför betalningen från bankkontot")] + settled, chosen: form.choice("bokford"),
          hint: "Välj den som redan är bokförd, till exempel från kontoutdraget", faults: faults),
        FormPart.field(
          FormPart.Field(
            name: "betald", label: "Betald den",
            value: form.has("betald") ? form.choice("betald") : asked.today.text), faults: faults),
        FormPart.button("Spara betalningen"),
      ])
  }

  // What the invoice says.

  private func said() throws -> HTML {
    guard let invoice = file?.invoice else { return .empty }
    func party(_ party: EInvoice.Party) -> HTML {
      let address = [
        party.address.street, party.address.additional,
        [party.address.postalCode, party.address.city].filter { !$0.isEmpty }.joined(separator: " "),
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      let lines = [
        party.name, address, party.legalID.map { "Org.nr \($0.value)" } ?? "", party.vatID, party.taxRegistration,
        [party.contactName, party.contactPhone, party.contactMail].filter { !$0.isEmpty }.joined(separator: ", "),
      ].filter { !$0.isEmpty }
      return .joined(lines.map { .text($0) }, separator: voidTag("br"))
    }
    func days(_ period: EInvoice.Period?) -> String {
      guard let period else { return "" }
      return [period.first?.text, period.last?.text].compactMap(\.self).joined(separator: "–")
    }
    let facts = MoneyPart.facts([
      ("Säljare", party(invoice.seller)), ("Köpare", party(invoice.buyer)),
      ("Er referens", .text(invoice.buyerReference)), ("Order", .text(invoice.orderReference)),
      ("Period", .text(days(invoice.period))),
      (
        "Gäller faktura",
        .text(invoice.preceding.map { "\($0.number) \($0.issued?.text ?? "")" }.joined(separator: ", "))
      ), ("Meddelande", .text(invoice.note)), ("Betalningsvillkor", .text(invoice.paymentTerms)),
      (
        "Bilagor i filen",
        .text(invoice.documents.map { $0.fileName.isEmpty ? $0.id : $0.fileName }.joined(separator: ", "))
      ),
    ])
    let lines = invoice.lines.map { line -> [HTML] in
      [
        .text(line.id),
        .text([line.name, line.description, days(line.period)].filter { !$0.isEmpty }.joined(separator: ". ")),
        .text(SupplierInvoicePage.number(line.quantity)), .text(SupplierInvoicePage.number(line.price)),
        .text(line.category.percent.map { "\(SupplierInvoicePage.number($0))\u{A0}%" } ?? line.category.code),
        MoneyPart.amount(line.amount),
      ]
    }
    let adjustments = invoice.adjustments.map { adjustment -> [HTML] in
      [
        .text(adjustment.isCharge ? "Avgift" : "Avdrag"), .text(adjustment.reason), .empty, .empty, .empty,
        MoneyPart.amount(adjustment.isCharge ? adjustment.amount : -adjustment.amount),
      ]
    }
    let taxes = invoice.taxes.map { tax -> [HTML] in
      [
        .text(tax.category.percent.map { "\(SupplierInvoicePage.number($0))\u{A0}%" } ?? "Ingen moms"),
        .text(tax.exemptionReason), MoneyPart.amount(tax.taxable), MoneyPart.amount(tax.amount),
      ]
    }
    return tag("h2", .text("Fakturan")) + facts
      + MoneyPart.table(
        "Fakturans rader",
        [
          MoneyPart.Column("Rad"), MoneyPart.Column("Vad"), MoneyPart.Column("Antal", isNumber: true),
          MoneyPart.Column("Pris", isNumber: true), MoneyPart.Column("Moms", isNumber: true),
          MoneyPart.Column("Belopp", isNumber: true),
        ], rows: lines + adjustments,
        sums: [.text("Utan moms"), .empty, .empty, .empty, .empty, MoneyPart.amount(invoice.totals.withoutTax)])
      + (taxes.isEmpty
        ? .empty
        : MoneyPart.table(
          "Fakturans moms",
          [
            MoneyPart.Column("Momssats"), MoneyPart.Column("Skäl"), MoneyPart.Column("På", isNumber: true),
            MoneyPart.Column("Moms", isNumber: true),
          ], rows: taxes))
  }

  /// A number of an e-invoice with a Swedish decimal mark.
  private static func number(_ number: ExactNumber) -> String {
    String(decoding: number.text.utf8.map { $0 == 46 ? 44 : $0 }, as: UTF8.self)
  }
}
