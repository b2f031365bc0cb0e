import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// Årsbesked: what a performer says that the whole year cost, from which the year's debts are accrued.
enum StateFinalCost {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard try asked.fiscalYear(number) != nil else {
      return try ListRequest.noYear(asked, title: "Årsbesked", section: .requisitions)
    }
    return .page(try page(asked, number))
  }

  static func save(_ asked: Asked, _ number: Int) throws -> Answer {
    guard try asked.fiscalYear(number) != nil else { return .notFound }
    let ground = try RequisitionGround(asked)
    let insatsID = asked.form.choice("insats").split(separator: "/").first.map { String($0) } ?? ""
    guard insatsID.isEmpty || ground.maySee(insatsID) else { return .forbidden }
    var reading = FormReading(asked.form)
    let place = ground.place(asked.form.choice("insats"), number)
    if place == nil { reading.add("Insatsen är inte vald. Välj i listan.", at: "insats") }
    let amount = reading.amount("belopp", "Beloppet")
    let note = reading.text("meddelande", "Meddelandet", byteCountMax: 1000)
    guard let place, let amount, !reading.hasFaults else {
      return .page(try page(asked, number, faults: reading.faults), status: .unprocessableContent)
    }
    let cost = FinalCost(
      year: number, insatsID: place.insatsID, receiverID: place.receiverID, amount: amount, note: note)
    try asked.store.together(by: asked.actor, at: asked.now) { try $0.state(cost) }
    return .see(
      Addresses.finalCosts.path(number),
      notice: "Årsbeskedet för \(ground.title(place.insatsID, place.receiverID)) är sparat.")
  }

  private static func page(_ asked: Asked, _ number: Int, faults: [FieldFault] = []) throws -> Page {
    let ground = try RequisitionGround(asked)
    let ledger = try ground.ledger(number)
    let said = try asked.store.finalCosts(ofYear: number).filter { ground.maySee($0.insatsID) }
    let places = ground.places(number)
    return Page(
      title: "Årsbesked \(number)", section: .requisitions,
      trail: [Page.Link("Rekvisitioner", Addresses.requisitions.path())], print: Page.PrintHead(period: "\(number)"),
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p",
          .text(
            "Säg vad hela \(number) kostade, också det som inte är begärt än. Det som återstår blir en skuld vid årets slut, "
              + "och resten av ramen går tillbaka till förbundet.")),
        said.isEmpty ? .empty : table(said, ledger, ground),
        places.isEmpty
          ? tag("p", [.class("empty")], .text("Ingen insats har en ram för \(number)."))
          : form(ground, number, places, faults),
      ]))
  }

  private static func table(_ said: [FinalCost], _ ledger: FrameLedger, _ ground: RequisitionGround) -> HTML {
    let rows = said.map { cost in
      let booked = ledger.booked[AccrualPlan.Place(insatsID: cost.insatsID, receiverID: cost.receiverID)] ?? .zero
      return tag(
        "tr", tag("th", [.scope(.row)], .text(ground.title(cost.insatsID, cost.receiverID))),
        MoneyPart.amount("Hela året", cost.amount),
        MoneyPart.amount(
          "Bokfört", booked,
          path: ListLink.object(cost.year, ObjectReference(dimension: .insats, object: cost.insatsID))),
        MoneyPart.amount("Återstår", cost.amount - booked), MoneyPart.cell("Meddelande", .text(cost.note)))
    }
    return tag(
      "table", [.class("list cards-on-phone")], tag("caption", [.class("unseen")], .text("Lämnade årsbesked")),
      MoneyPart.head([
        ("Insats", false), ("Hela året", true), ("Bokfört", true), ("Återstår", true), ("Meddelande", false),
      ]), tag("tbody", each: rows))
  }

  private static func form(
    _ ground: RequisitionGround, _ number: Int, _ places: [(value: String, words: String)], _ faults: [FieldFault]
  ) -> HTML {
    let typed = ground.asked.form
    return FormPart.form(
      to: Addresses.finalCosts.path(number), ground.asked.visitor,
      each: [
        FormPart.select("insats", "Insats", options: places, chosen: typed.choice("insats"), faults: faults),
        FormPart.field(
          FormPart.Field(
            name: "belopp", label: "Hela årets kostnad, i kronor", value: typed.choice("belopp"), inputMode: "decimal"),
          faults: faults),
        FormPart.field(
          FormPart.Field(
            name: "meddelande", label: "Meddelande", value: typed.choice("meddelande"), hint: "Behövs inte."),
          faults: faults), FormPart.button("Lämna årsbeskedet"),
      ])
  }
}
