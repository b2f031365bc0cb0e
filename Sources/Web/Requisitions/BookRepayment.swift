import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// Money that a party has paid back of a year's frame: what has come, and a form that books it.
enum BookRepayment {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard try asked.fiscalYear(number) != nil else {
      return try ListRequest.noYear(asked, title: "Återbetalningar", section: .requisitions)
    }
    return .page(try page(asked, number))
  }

  static func save(_ asked: Asked, _ number: Int) throws -> Answer {
    guard try asked.fiscalYear(number) != nil else { return .notFound }
    let ground = try RequisitionGround(asked)
    var reading = FormReading(asked.form)
    let place = ground.place(asked.form.choice("insats"), number)
    if place == nil { reading.add("Insatsen och parten är inte valda. Välj i listan.", at: "insats") }
    let amount = reading.amount("belopp", "Beloppet")
    let day = reading.date("dag", "Dagen", year: asked.today.year)
    let reason = reading.text("skal", "Skälet", isRequired: true)
    guard let place, let amount, let day, !reading.hasFaults else {
      return .page(try page(asked, number, faults: reading.faults), status: .unprocessableContent)
    }
    do {
      let posted = try asked.store.together(by: asked.actor, at: asked.now) {
        try $0.repay(
          amount, from: place.receiverID, insats: place.insatsID, ofYear: number, because: reason, on: day,
          series: ground.series)
      }
      return .see(Addresses.repayments.path(number), notice: "Återbetalningen är bokförd som \(posted.number.text).")
    } catch let refusal as RequisitionRefusal {
      return .page(
        try page(asked, number, faults: [FieldFault(field: "belopp", message: Words.sentence(refusal))]),
        status: .unprocessableContent)
    } catch let refusal as Store.Refusal where Words.failure(for: refusal)?.kind == .input {
      return .page(
        try page(asked, number, faults: [FieldFault(field: "dag", message: Words.sentence(refusal))]),
        status: .unprocessableContent)
    }
  }

  private static func page(_ asked: Asked, _ number: Int, faults: [FieldFault] = []) throws -> Page {
    let ground = try RequisitionGround(asked)
    let kept = try asked.store.repayments(ofYear: number)
    return Page(
      title: "Återbetalningar \(number)", section: .requisitions,
      trail: [Page.Link("Rekvisitioner", Addresses.requisitions.path())], print: Page.PrintHead(period: "\(number)"),
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p",
          .text(
            "Pengar som en part har lämnat tillbaka av sin ram för \(number). De minskar kostnaden det år de kommer in."
          )),
        kept.isEmpty
          ? tag("p", [.class("empty")], .text("Inget är återbetalt av ramarna för \(number).")) : table(kept, ground),
        Access.bookkeepers.admits(asked.user) ? try form(ground, number, faults) : .empty,
      ]))
  }

  private static func table(_ kept: [KeptRepayment], _ ground: RequisitionGround) -> HTML {
    let rows = kept.map { one in
      tag(
        "tr", tag("th", [.scope(.row)], .text(ground.title(one.insatsID, one.receiverID))),
        MoneyPart.cell("Dag", .text(one.day.text)),
        MoneyPart.amount(
          "Belopp", one.amount, path: Addresses.voucher.path(VoucherPlace(one.voucher.number, in: one.voucher.year))),
        MoneyPart.cell("Varför", .text(one.reason)),
        MoneyPart.cell("Verifikation", RequisitionPart.voucher(one.voucher, opens: true)))
    }
    return tag(
      "table", [.class("list cards-on-phone")], tag("caption", [.class("unseen")], .text("Återbetalningar")),
      MoneyPart.head([
        ("Insats", false), ("Dag", false), ("Belopp", true), ("Varför", false), ("Verifikation", false),
      ]), tag("tbody", each: rows))
  }

  private static func form(_ ground: RequisitionGround, _ number: Int, _ faults: [FieldFault]) throws -> HTML {
    let asked = ground.asked
    let typed = asked.form
    let places = ground.places(number)
    guard !places.isEmpty else { return .empty }
    let day = typed.choice("dag").isEmpty ? try ground.paymentDay().text : typed.choice("dag")
    return tag("h2", .text("Bokför en återbetalning"))
      + FormPart.form(
        to: Addresses.repayments.path(number), asked.visitor,
        each: [
          FormPart.select("insats", "Insats och part", options: places, chosen: typed.choice("insats"), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "belopp", label: "Belopp, i kronor", value: typed.choice("belopp"), inputMode: "decimal"),
            faults: faults),
          FormPart.field(FormPart.Field(name: "dag", label: "Dag då pengarna kom", value: day), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "skal", label: "Varför", value: typed.choice("skal"),
              hint: "Till exempel: Vakant tjänst i november."),
            faults: faults), FormPart.button("Bokför återbetalningen"),
        ])
  }
}
