import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// Decisions taken on the board's behalf: recorded as they are taken, reported to the next meeting.
enum ListDelegatedDecisions {
  private enum Name {
    static let day = "dag"
    static let by = "av"
    static let ground = "grund"
    static let words = "beslut"
  }

  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let day = reading.date(Name.day, "Dagen", year: asked.today.year)
    let by = reading.text(Name.by, "Vem som beslutade", isRequired: true, byteCountMax: 120)
    let ground = reading.text(Name.ground, "Punkten i delegationsordningen", isRequired: true, byteCountMax: 200)
    let words = reading.text(Name.words, "Beslutet", isRequired: true, isLong: true, byteCountMax: 4000)
    var faults = reading.faults
    if let day, faults.isEmpty {
      do {
        let decision = try DelegatedDecision(day: day, by: by, ground: ground, words: words)
        try asked.store.together(by: asked.actor, at: asked.now) { _ = try $0.record(decision) }
        return .see(
          Addresses.delegatedDecisions.path(), notice: "Delegationsbeslutet är infört och anmäls på nästa möte.")
      } catch let refusal as MeetingRefusal {
        faults = [try BoardDesk(asked).fault(refusal, nil, at: Name.day)]
      }
    }
    return .page(try page(asked, faults: faults), status: .unprocessableContent)
  }

  private static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let desk = try BoardDesk(asked)
    let link = DecisionLink(desk.record)
    let kept = try asked.store.delegatedDecisions()
    let form = asked.form
    let rows = kept.reversed().map { each -> [HTML] in
      [
        .text(each.decision.day.text), .text(each.decision.by), .text(each.decision.ground), .text(each.decision.words),
        each.reported.map { link.html($0, "Anmält \($0.words)") }
          ?? tag("span", [.class("badge warn")], .text("Anmäls på nästa möte")),
      ]
    }
    return Page(
      title: "Delegationsbeslut", section: .board, trail: [BoardDesk.trail], isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Beslut som fattats på styrelsens vägnar ska anmälas till styrelsen (lag 2003:1210 § 10). De som väntar står under "
              + "punkten om delegationsbeslut på nästa möte, och är anmälda när den har fått sin paragraf.")),
        rows.isEmpty
          ? tag("p", [.class("empty")], .text("Inga delegationsbeslut är införda."))
          : MoneyPart.table(
            "Delegationsbeslut",
            [
              MoneyPart.Column("Dag"), MoneyPart.Column("Av"), MoneyPart.Column("Enligt"), MoneyPart.Column("Beslut"),
              MoneyPart.Column("Anmält"),
            ], rows: rows),
        desk.mayWrite
          ? tag(
            "section", [.labelled(by: "nytt")], tag("h2", [.id("nytt")], .text("Nytt delegationsbeslut")),
            FormPart.form(
              to: Addresses.delegatedDecisions.path(), asked.visitor,
              each: [
                FormPart.field(
                  FormPart.Field(
                    name: Name.day, label: "Dag", value: form.has(Name.day) ? form.choice(Name.day) : asked.today.text),
                  faults: faults),
                FormPart.field(
                  FormPart.Field(
                    name: Name.by, label: "Vem som beslutade", value: form.choice(Name.by),
                    hint: "Funktion, till exempel Förbundschef."), faults: faults),
                FormPart.field(
                  FormPart.Field(
                    name: Name.ground, label: "Punkt i delegationsordningen", value: form.choice(Name.ground),
                    hint: "Till exempel 2.3"), faults: faults),
                FormPart.area(Name.words, "Beslut", value: form.choice(Name.words), rows: 3, faults: faults),
                FormPart.button("För in"),
              ])) : .empty,
      ]))
  }
}
