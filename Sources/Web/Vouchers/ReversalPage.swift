import Ledger
import Press
import Report
import Store

/// What a correction will do, in words, and the form for it.
struct ReversalPage {
  let place: VoucherPlace
  let year: FiscalYear
  let posted: PostedVoucher
  let days: OpenDays
  let documents: [VoucherDocument]
  var faults: [FieldFault] = []
  /// The reason and the day as they were typed.
  var typed: (reason: String, date: String)
  private let surroundings: VoucherSurroundings
  private let visitor: Visitor

  init?(_ asked: Asked, _ place: VoucherPlace) throws {
    guard let found = try place.find(in: asked.store),
      let surroundings = try asked.store.surroundings(of: place.number, in: found.year)
    else { return nil }
    self.place = place
    year = found.year
    posted = found.posted
    days = try OpenDays(asked.store)
    documents = try asked.store.documents(of: place.number, in: found.year)
    self.surroundings = surroundings
    visitor = asked.visitor
    let date = found.posted.voucher.date
    // The same day if it is open, else the first open day after it, else the last before.
    let day = days.first(from: date) ?? days.last(through: date)
    typed = ("", day?.text ?? "")
  }

  /// Why it cannot be corrected this way, and what can be done instead.
  var refusal: String? {
    if let reversal = surroundings.reversedBy.map({ VoucherPlace($0) }) {
      return "\(place.words) är redan rättad, av \(reversal.words). Är rättelsen fel, rätta \(reversal.words)."
    }
    if posted.voucher.source == .yearEnd {
      return "\(place.words) är bokslutets egen verifikation och kan inte vändas för sig: bokslutet har stängt året "
        + "och öppnat nästa med dess resultat. Rätta i det nya året, med en ny verifikation mot eget kapital."
    }
    if posted.voucher.rows.isEmpty {
      return "\(place.words) har inga rader, så det finns inget att vända."
    }
    return nil
  }

  var page: Page {
    Page(
      title: "Rätta verifikation \(place.number.text)", section: .vouchers,
      trail: [
        Page.Link("Verifikationer \(place.year)", Addresses.vouchers.path(place.year)),
        Page.Link(place.number.text, Addresses.voucher.path(place)),
      ],
      main: .joined([FormPart.summary(of: faults), tag("p", [.class("lead")], .text(posted.voucher.text)), body()]))
  }

  private func body() -> HTML {
    if let refusal {
      let reversal = surroundings.reversedBy.map { VoucherPlace($0) }
      return tag(
        "div", [.class("warning"), .role("alert")], tag("p", .text(refusal)),
        tag(
          "p",
          tag(
            "a", [.href(.path(Addresses.voucher.path(reversal ?? place)))],
            .text("Visa \((reversal ?? place).words)"))))
    }
    return .joined([tag("h2", .text("Det här händer")), tag("ul", each: what().map { tag("li", .text($0)) }), form()])
  }

  private func what() -> [String] {
    var lines = [
      "\(place.words) ändras inte och tas inte bort. Den visar från och med nu att den är rättad.",
      "En ny verifikation i serie \(place.number.series) får samma rader på andra sidan, så att de två tar ut varandra: "
        + "\(Numerals.ore(amount)).",
      "Du står som den som rättade, med dagens datum och skälet nedan.",
      "”Vänd och gör en ny” öppnar dessutom ett utkast med de gamla raderna. När det bokförs står det att det ersätter "
        + "\(place.number.text).",
    ]
    if let obstacle = days.obstacle(on: posted.voucher.date) {
      lines.append("Rättelsen kan inte ha samma dag som originalet. \(obstacle)")
    }
    let others = posted.voucher.rows.contains { row in
      row.objects.objects.contains { $0.dimension != .insats && $0.dimension != .party }
    }
    if others {
      lines.append(
        "Raderna har fler objekt än insats och part. Vändningen tar med dem; utkastet har inga fält för dem.")
    }
    return lines
  }

  private var amount: Money { posted.voucher.rows.filter { $0.amount > .zero }.map(\.amount).sum() }

  private func form() -> HTML {
    let isShort = posted.voucher.rows.count <= VoucherForm.rowCountMax
    return FormPart.form(
      to: Addresses.voucherReversal.path(place), visitor, id: "rattelse",
      each: [
        FormPart.field(
          FormPart.Field(
            name: "skal", label: "Skäl", value: typed.reason, hint: "Till exempel: fel konto, hyran hör till 5010.",
            isRequired: true), faults: faults),
        FormPart.field(
          FormPart.Field(
            name: "datum", label: "Rättelsens datum", value: typed.date,
            hint: "En dag i en öppen månad, som 2025-03-31.",
            isRequired: true, inputMode: "numeric"), faults: faults),
        tag(
          "div", [.class("toolbar")],
          FormPart.button("Vänd", name: "gor", value: "vand"),
          isShort
            ? FormPart.button("Vänd och gör en ny", name: "gor", value: "vand-och-ny", kind: "secondary") : .empty,
          tag("a", [.href(.path(Addresses.voucher.path(place)))], .text("Avbryt"))),
      ])
  }
}
