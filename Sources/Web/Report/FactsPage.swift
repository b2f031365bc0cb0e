import Press

/// The facts of the report as a form; for those who only read, as a list.
struct FactsPage {
  let asked: Asked
  let year: Int
  let form: FactsForm
  /// What another has saved meanwhile; nil where nobody has.
  var stored: FactsForm?

  private var canWrite: Bool { Access.bookkeepers.admits(asked.user) }

  func page() -> Page {
    Page(
      title: "Uppgifter om årsredovisningen \(year)", section: .report, trail: ReportWords.trail(year),
      main: canWrite
        ? FormPart.summary(of: form.faults) + conflict() + tag("div", [.class("facts-form")], editor()) : list(form))
  }

  private func conflict() -> HTML {
    guard let stored else { return .empty }
    return tag(
      "section", [.class("faults"), .role("alert"), .tabIndex(-1), .id("fel")],
      tag("h2", .text("Någon har ändrat uppgifterna medan du skrev")),
      tag("p", .text("Det du skrev står kvar nedan och är inte sparat. Så här är det sparat nu:")), list(stored),
      tag("p", .text("Ändra det som behövs och spara igen, så gäller ditt.")))
  }

  private func list(_ form: FactsForm) -> HTML {
    func fact(_ title: String, _ value: String) -> HTML {
      tag("div", tag("dt", .text(title)), tag("dd", .text(value.isEmpty ? "–" : value)))
    }
    func names(_ rows: [FactsForm.Signatory]) -> String {
      rows.map { row in
        let name = [row.function, row.name].filter { !$0.isEmpty }.joined(separator: " ")
        return row.appointedBy.isEmpty ? name : "\(name), utsedd av \(row.appointedBy)"
      }.joined(separator: "; ")
    }
    return tag(
      "dl", [.class("facts")], fact("Beslutad av styrelsen", form.decidedOn), fact("Paragraf", form.paragraph),
      fact("Diarienummer", form.diaryNumber), fact("Underskriven", form.signedOn),
      fact("Skriver under", names(form.signatories)), fact("Revisorer", names(form.auditors)))
  }

  private func editor() -> HTML {
    FormPart.form(
      to: Addresses.reportFacts.path(year), asked.visitor,
      each: [
        FormPart.hidden("avtryck", form.digest),
        tag(
          "fieldset", tag("legend", .text("Beslutet")),
          FormPart.field(
            FormPart.Field(
              name: "beslutsdag", label: "Beslutad av styrelsen", value: form.decidedOn,
              hint: "Dagen, till exempel \(year + 1)-03-17. Tom tills styrelsen har beslutat.",
              others: [DecisionChoice.days]), faults: form.faults),
          FormPart.field(
            FormPart.Field(
              name: "paragraf", label: "Paragraf", value: form.paragraph, hint: "Till exempel § 12.",
              others: [DecisionChoice.paragraphs]), faults: form.faults), DecisionChoice.lists(asked),
          FormPart.field(
            FormPart.Field(name: "diarienummer", label: "Diarienummer", value: form.diaryNumber), faults: form.faults),
          FormPart.field(
            FormPart.Field(
              name: "underskriven", label: "Underskriven", value: form.signedOn,
              hint: "Dagen då styrelsen skrev under. Tom tills det är gjort."), faults: form.faults)),
        rows(
          "ledamot", "Skriver under för styrelsen",
          hint: "Tomt betyder: de som sitter i styrelsen när året slutar.", form.signatories, hasAppointed: false),
        rows(
          "revisor", "Revisorer", hint: "En för varje part som utser en revisor.", form.auditors, hasAppointed: true),
        FormPart.button("Spara uppgifterna"),
      ])
  }

  /// The rows that are there, and some empty ones: no script is needed to add one.
  private func rows(
    _ field: String, _ title: String, hint: String, _ rows: [FactsForm.Signatory], hasAppointed: Bool
  ) -> HTML {
    let all = rows + Array(repeating: FactsForm.Signatory(), count: 3)
    func heading(_ words: String) -> HTML { tag("th", [.scope(.column)], .text(words)) }
    func cell(_ name: String, _ words: String, _ value: String, _ number: Int) -> HTML {
      let id = "\(field)-\(name)-\(number)"
      let fault = form.faults.first { $0.field == id }
      return tag(
        "td",
        fault.map { tag("p", [.class("fault"), .id(id + "-fel")], .text($0.message)) } ?? .empty,
        voidTag(
          "input",
          [
            .id(id), .other("name", "\(field)-\(name)"), .other("type", "text"), .other("value", value),
            .label("\(words), rad \(number)"), .other("autocomplete", "off"),
          ]
            + (fault == nil ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", id + "-fel")])))
    }
    let items = all.enumerated().map { index, row in
      tag(
        "tr", cell("funktion", "Funktion", row.function, index + 1), cell("namn", "Namn", row.name, index + 1),
        hasAppointed ? cell("utsedd", "Utsedd av", row.appointedBy, index + 1) : .empty)
    }
    return tag(
      "fieldset", tag("legend", .text(title)), tag("p", [.class("hint")], .text(hint)),
      tag(
        "table", [.class("entry")], tag("caption", [.class("unseen")], .text(title)),
        tag(
          "thead",
          tag("tr", heading("Funktion"), heading("Namn"), hasAppointed ? heading("Utsedd av") : .empty)),
        tag("tbody", each: items)))
  }
}
