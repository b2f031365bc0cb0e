import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A year's internal control: the plan that the board decided with what each control has shown, and the proposal that is
/// being written.
enum ShowInternalControl {
  static func show(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    return .page(try page(asked, year))
  }

  static func page(
    _ asked: Asked, _ year: Int, new form: ControlForm = ControlForm(), deciding faults: [FieldFault] = []
  ) throws -> Page {
    let controls = try asked.store.controlYear(year)
    let years = Set(try asked.store.controlYears()).union(try asked.store.fiscalYears().map(\.number))
      .union([year, year + 1])
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return Page(
      title: "Intern kontroll \(year)", section: .internalControl, print: Page.PrintHead(period: "\(year)"),
      isWide: true,
      main: .joined([
        FormPart.summary(of: form.faults + faults),
        FollowUpPart.years(Array(years), year) { Addresses.internalControl.path($0) },
        standing(asked, controls), try proposal(asked, controls, faults),
        mayWrite
          ? tag(
            "section", [.labelled(by: "ny")], tag("h2", [.id("ny")], .text("Ny kontroll i förslaget")),
            FormPart.form(
              to: Addresses.internalControl.path(year), asked.visitor,
              each: form.fields() + [FormPart.button("Spara kontrollen")])) : .empty,
        tag(
          "p", [.class("hint")],
          MoneyPart.link("Handboken om intern kontroll", Addresses.handbookPage.path("intern-kontroll.md"))),
      ]))
  }

  // The plan that holds.

  private static func standing(_ asked: Asked, _ controls: ControlYear) -> HTML {
    guard let plan = controls.standing, let decided = plan.decided else {
      return tag(
        "p", [.class("lead")],
        .text(
          "Ingen plan för intern kontroll är beslutad för \(controls.year). Styrelsen beslutar planen före det år den gäller."
        ))
    }
    let rows = plan.controls.sorted { ($1.value, $0.number) < ($0.value, $1.number) }.map { control -> [HTML] in
      [
        MoneyPart.link(control.risk, Addresses.control.path(Pair(controls.year, control.number))),
        .text("\(control.value)"), .text(control.measure), .text(control.frequency), .text(control.responsible),
        .text(control.due.text), badge(controls.state(of: control, on: asked.today)),
      ]
    }
    return tag("h2", .text("Beslutad plan"))
      + tag(
        "p", [.class("lead")],
        .text("Beslutad \(decided.day.text) \(decided.paragraph)."),
        decided.isLate
          ? .text(" ") + tag("span", [.class("badge warn")], .text("Beslutad efter årets början"))
            + .text(" \(decided.lateReason)") : .empty)
      + MoneyPart.table(
        "Beslutad plan för intern kontroll \(controls.year)", columns + [MoneyPart.Column("Läge")], rows: rows)
  }

  private static let columns = [
    MoneyPart.Column("Risk"), MoneyPart.Column("Riskvärde", isNumber: true), MoneyPart.Column("Kontroll"),
    MoneyPart.Column("Hur ofta"), MoneyPart.Column("Ansvarig"), MoneyPart.Column("Senast"),
  ]

  static func badge(_ state: ControlYear.State) -> HTML {
    let (words, name): (String, StaticString) =
      switch state {
      case .planned: ("Planerad", "badge")
      case .overdue(let days): ("Försenad \(Words.count(days, "dag", "dagar"))", "badge alarm")
      case .clean(let result): ("Utan avvikelse \(result.day.text)", "badge good")
      case .deviating(let result): ("Avvikelse \(result.day.text)", "badge warn")
      }
    return tag("span", [.class(name)], .text(words))
  }

  // The proposal.

  private static func proposal(_ asked: Asked, _ controls: ControlYear, _ faults: [FieldFault]) throws -> HTML {
    let mayWrite = Access.bookkeepers.admits(asked.user)
    guard let proposal = controls.proposal else {
      let last = try asked.store.controlYear(controls.year - 1)
      guard mayWrite, controls.plans.isEmpty, last.standing ?? last.proposal != nil else { return .empty }
      return tag("h2", .text("Börja med förra årets"))
        + FormPart.form(
          to: Addresses.internalControlCopy.path(controls.year), asked.visitor,
          each: [FormPart.button("Hämta kontrollerna från \(controls.year - 1)", kind: "secondary")])
    }
    let rows = proposal.controls.map { control -> [HTML] in
      [
        MoneyPart.link(control.risk, Addresses.control.path(Pair(controls.year, control.number))),
        .text("\(control.value)"), .text(control.measure), .text(control.frequency), .text(control.responsible),
        .text(control.due.text),
      ]
    }
    return tag("h2", .text(controls.standing == nil ? "Förslag" : "Förslag till ändrad plan"))
      + MoneyPart.table("Förslag till plan för intern kontroll \(controls.year)", columns, rows: rows)
      + (Access.director.admits(asked.user) && !proposal.controls.isEmpty
        ? deciding(asked, controls.year, faults)
        : tag("p", [.class("hint")], .text("Förbundschefen för in styrelsens beslut.")))
  }

  private static func deciding(_ asked: Asked, _ year: Int, _ faults: [FieldFault]) -> HTML {
    let isLate = asked.today.year >= year || faults.contains { $0.field == "sent" }
    return tag(
      "section", [.labelled(by: "beslut")], tag("h3", [.id("beslut")], .text("Styrelsens beslut")),
      FormPart.form(
        to: Addresses.internalControlDecision.path(year), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "dag", label: "Beslutsdag", value: asked.form.choice("dag"), hint: "Före den 1 januari \(year)"),
            faults: faults),
          FormPart.field(
            FormPart.Field(name: "paragraf", label: "Paragraf", value: asked.form.choice("paragraf"), hint: "§ 45"),
            faults: faults),
          isLate
            ? FormPart.field(
              FormPart.Field(
                name: "sent", label: "Varför beslutades den efter årets början?", value: asked.form.choice("sent"),
                hint: "Bara om beslutet togs efter den 1 januari \(year). Skälet trycks i årsredovisningen."),
              faults: faults) : .empty,
          FormPart.button("För in beslutet"),
        ]))
  }
}

/// Records the board's decision on the year's plan.
enum DecideInternalControl {
  static func save(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("dag", "Beslutsdagen", year: year - 1)
    let paragraph = reading.text("paragraf", "Paragrafen", isRequired: true, byteCountMax: 60)
    try DecisionChoice.check(&reading, asked, day, paragraph, at: "paragraf")
    let reason = reading.text("sent", "Skälet", byteCountMax: 500)
    var faults = reading.faults
    if let day, faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.decideControls(for: year, on: day, paragraph: paragraph, lateReason: reason)
        }
        return .see(
          Addresses.internalControl.path(year),
          notice: "Planen för \(year) är beslutad" + (day.year < year ? "." : ", efter årets början."))
      } catch let refusal as ControlRefusal {
        var field = ""
        if case .decidedLate = refusal { field = "sent" }
        faults = [FieldFault(field: field, message: Words.sentence(refusal))]
      }
    }
    return .page(
      try ShowInternalControl.page(asked, year, deciding: faults), status: .unprocessableContent)
  }
}
