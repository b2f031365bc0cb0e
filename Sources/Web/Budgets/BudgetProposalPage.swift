import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The page of a version of a budget: its grid, its steps, what was done with it.
struct BudgetProposalPage {
  let desk: BudgetDesk
  let recorded: RecordedBudget
  let form: BudgetForm
  /// What is wrong with the step that was to be taken.
  let stepFaults: [FieldFault]
  /// What should be known before the decision is noted.
  let warnings: [BudgetWarning]
  let reading: BudgetFileReading?
  let beside: YearForecast?

  private var proposal: BudgetProposal { recorded.version.proposal }
  private var place: Pair<Int, Int64> { Pair(desk.year, recorded.id.rawValue) }
  private var isOpen: Bool { if case .proposal = recorded.version { true } else { false } }
  private var mayWrite: Bool { desk.mayWrite && isOpen }

  func page() -> Page {
    let title =
      proposal.version > 1
      ? "Förslag till budget \(desk.year), version \(proposal.version)" : "Förslag till budget \(desk.year)"
    return Page(
      title: title, section: .budget, trail: desk.trail,
      print: Page.PrintHead(period: "\(desk.year)–\(desk.year + Budget.yearCount - 1)", unit: "Belopp i hela kronor"),
      isWide: true, scripts: mayWrite ? ["lists.js", "budget.js"] : ["lists.js"],
      main: .joined([
        FormPart.summary(of: form.faults + stepFaults), warningPart(), lead(), readingPart(),
        mayWrite ? grid() : table(),
        BudgetFiles.links(desk.year, "forslag-\(recorded.id.rawValue)"), mayWrite ? filePart() : .empty,
        beside.map { BudgetBesidePart(desk: desk, forecast: $0, budget: shown).html() } ?? .empty,
        BudgetCalendarPart(desk: desk, proposal: proposal).html(), mayWrite ? steps() : .empty, taken(),
      ]))
  }

  /// What is in the grid, kept or not.
  private var shown: Budget { mayWrite ? form.budget : proposal.content }

  private func lead() -> HTML {
    let origin = proposal.origin.isEmpty ? "" : " Det började med: \(proposal.origin)."
    let words: String
    switch recorded.version {
    case .proposal:
      words =
        "Ett förslag, sparat \(proposal.revision == 1 ? "en gång" : "\(proposal.revision) gånger").\(origin) Det skrivs inte ut i "
        + "årsredovisningen förrän styrelsen har beslutat det."
    case .decided(let decided):
      return tag(
        "p", [.class("lead")], .text("Beslutad av styrelsen "),
        DecisionLink(desk.asked).html(decided.decision), .text(". En beslutad version ändras aldrig.\(origin)"))
        + (noteOfDecision.isEmpty ? .empty : tag("p", .text("Noterat vid beslutet: \(noteOfDecision)")))
    case .discarded(let discarded): words = "Förslaget är kasserat: \(discarded.reason)"
    }
    return tag("p", [.class("lead")], .text(words))
      + (noteOfDecision.isEmpty ? .empty : tag("p", .text("Noterat vid beslutet: \(noteOfDecision)")))
  }

  private var noteOfDecision: String {
    if case .decided(let decided) = recorded.version { decided.note } else { "" }
  }

  private func warningPart() -> HTML {
    guard !warnings.isEmpty else { return .empty }
    return tag(
      "div", [.class("faults"), .role("alert"), .tabIndex(-1), .id("fel")],
      tag("h2", .text("Läs det här innan beslutet noteras")),
      tag("ul", each: warnings.map { tag("li", .text(Words.sentence($0))) }),
      tag("p", tag("a", [.href(.fragment("beslut"))], .text("Gå till beslutet och bekräfta, eller rätta först."))))
  }

  // What a file said.

  private func readingPart() -> HTML {
    guard let reading else { return .empty }
    let remarks = reading.diagnostics.map { diagnostic in
      tag(
        "li",
        tag(
          "span", [.class(diagnostic.severity == .error ? "badge alarm" : "badge")],
          .text(diagnostic.severity == .error ? "fel" : "upplysning")), .raw(" "), .text(diagnostic.message))
    }
    let head =
      reading.hasErrors
      ? "Filen \(reading.name) är inte inläst: något behöver rättas i den. Förslaget nedan är som förut."
      : reading.changes.isEmpty
        ? "Filen \(reading.name) säger detsamma som förslaget."
        : "Filen \(reading.name) är läst och står i rutnätet nedan. Ingenting är sparat än: tryck på Spara när den är rätt."
    return tag(
      "section", [.class(reading.hasErrors ? "faults" : "good-news"), .role("status"), .tabIndex(-1), .id("inlast")],
      tag("h2", .text(head)), remarks.isEmpty ? .empty : tag("ul", each: remarks),
      reading.changes.isEmpty
        ? .empty
        : tag(
          "details", [.other("open", "")], tag("summary", .text("Vad filen ändrar")),
          tag("ul", each: reading.changes.map { tag("li", .text($0)) })))
  }

  private func filePart() -> HTML {
    tag(
      "details", stepFaults.contains { $0.field == ReadBudgetFile.fileName } ? [.other("open", "")] : [],
      tag("summary", .text("Läs in raderna ur en fil")),
      tag(
        "p",
        .text(
          "Hämta förslaget som Excel, ändra i filen och läs in den här. Innan något sparas visas vad filen ändrar. Formler läses "
            + "med sitt senast räknade värde.")),
      FormPart.form(
        to: Addresses.budgetReading.path(place), desk.asked.visitor, hasFiles: true,
        each: [
          FormPart.field(
            FormPart.Field(
              name: ReadBudgetFile.fileName, label: "Fil", hint: "En CSV-fil eller ett kalkylblad (.xlsx).",
              type: "file",
              others: [.other("accept", ".csv,.xlsx,text/csv")]), faults: stepFaults),
          FormPart.button("Läs filen", kind: "secondary"),
        ]))
  }

  // The grid, or the table.

  private func grid() -> HTML {
    let plan = form.budget.plan(settings: desk.association.settings)
    return FormPart.form(
      to: Addresses.budgetProposal.path(place), desk.asked.visitor, id: "budgetforslag",
      each: [
        FormPart.hidden(BudgetForm.Name.revision, "\(form.revision)"),
        // The first button of a form is what Enter presses.
        tag(
          "button",
          [
            .class("unseen"), .other("type", "submit"), .other("name", BudgetForm.Name.act), .other("value", "rakna"),
            .tabIndex(-1), .other("aria-hidden", "true"),
          ], .text("Räkna")),
        BudgetGridPart(desk: desk, form: form, plan: plan, beside: beside).html(),
        tag("div", [.id("omdomen")], BudgetWords.judgements(form.budget.lines.isEmpty ? [] : plan)),
        tag(
          "p", [.class("toolbar")], FormPart.button("Spara", name: BudgetForm.Name.act, value: "spara"),
          FormPart.button("Räkna om utan att spara", name: BudgetForm.Name.act, value: "rakna", kind: "secondary")),
      ])
  }

  private func table() -> HTML {
    let links = BudgetLinks(budget: shown, isStanding: false, years: Set(desk.years.map(\.number)))
    return TablePart(budgetAppendix(shown), link: links.link).html()
      + BudgetWords.judgements(shown.plan(settings: desk.association.settings))
  }

  // The steps.

  private typealias Name = TakeBudgetStep.Name

  private func value(_ name: String, _ known: String = "") -> String {
    let typed = desk.asked.form.choice(name)
    return typed.isEmpty ? known : typed
  }

  private func step(_ id: String, _ title: String, _ button: String, isOpen: Bool, each fields: [HTML]) -> HTML {
    let isAsked = desk.asked.form.choice(Name.step) == id
    return tag(
      "details", [.id(id)] + (isOpen || isAsked ? [.other("open", "")] : []), tag("summary", .text(title)),
      FormPart.form(
        to: Addresses.budgetSteps.path(place), desk.asked.visitor,
        each: fields + [FormPart.button(button, name: Name.step, value: id, kind: "secondary")]))
  }

  private func field(
    _ name: String, _ label: String, _ value: String, hint: String = "", others: [Attribute] = []
  ) -> HTML {
    FormPart.field(
      FormPart.Field(name: name, label: label, value: value, hint: hint, others: others), faults: stepFaults)
  }

  private func steps() -> HTML {
    let consulted = step(
      "samrad", "Notera samrådet med medlemmarna", "Notera samrådet", isOpen: proposal.consultedOn == nil,
      each: [
        field(Name.consulted, "Dagen för samrådet", value(Name.consulted, proposal.consultedOn?.text ?? "")),
        field(
          Name.consultedNote, "Anteckning", value(Name.consultedNote),
          hint: "Var protokollet finns, och vilka medlemmar som var med."),
      ])
    let announced = step(
      "kungorelse", "Notera att mötet är kungjort", "Notera kungörelsen", isOpen: false,
      each: [
        field(
          Name.announced, "Dagen för kungörelsen", value(Name.announced, proposal.meeting?.announcedOn.text ?? "")),
        field(Name.meeting, "Dagen för mötet", value(Name.meeting, proposal.meeting?.day.text ?? "")),
      ])
    let published = step(
      "utlagt", "Notera att förslaget ligger på webbplatsen", "Notera att det ligger ute", isOpen: false,
      each: [
        tag(
          "p",
          .text(
            "Hämta ”Sida att lägga ut” ovan. Den är en enda fil, tillgänglig för alla, med tabellen och förklaringarna."
          )),
        field(Name.published, "Sedan vilken dag", value(Name.published, proposal.publication?.on.text ?? "")),
        field(Name.address, "Var", value(Name.address, proposal.publication?.address ?? ""), hint: "Sidans adress."),
      ])
    let decided = step(
      "beslut", "Notera styrelsens beslut", "Notera beslutet", isOpen: !warnings.isEmpty,
      each: [
        tag(
          "p",
          .text(
            "Förslaget som det senast är sparat blir budgeten. En beslutad budget ändras aldrig; ändrar styrelsen sig görs en "
              + "ny version.")),
        field(Name.decided, "Dagen för beslutet", value(Name.decided), others: [DecisionChoice.days]),
        field(
          Name.paragraph, "Paragraf", value(Name.paragraph), hint: "Till exempel § 62.",
          others: [DecisionChoice.paragraphs]),
        DecisionChoice.lists(desk.asked),
        FormPart.area(
          Name.note, "Anteckning", value: value(Name.note),
          hint: "Planeras ett underskott: varför. Ändrade styrelsen förslaget: vad.", rows: 2, faults: stepFaults),
        warnings.isEmpty
          ? .empty
          : FormPart.box(
            Name.confirmed, "Jag har läst det som står överst, och beslutet ska noteras ändå", isTicked: false),
      ])
    let discarded = step(
      "kassera", "Kassera förslaget", "Kassera", isOpen: false,
      each: [field(Name.reason, "Varför", value(Name.reason))])
    return tag(
      "section", [.class("budget-steps"), .labelled(by: "steg-rubrik")],
      tag("h2", [.id("steg-rubrik")], .text("Notera ett steg")), consulted, announced, published, decided, discarded)
  }

  /// What was done, by whom and when.
  private func taken() -> HTML {
    let items = recorded.steps.map { taken in
      tag(
        "li",
        .text("\(BudgetProposalPage.words(taken)). \(taken.by), \(SwedishTime.text(taken.at))."))
    }
    return tag("h2", .text("Vad som är gjort")) + tag("ol", each: items)
  }

  private static func words(_ taken: BudgetStepTaken) -> String {
    switch taken.step {
    case .saved: return taken.revision == 1 ? "Förslaget påbörjades" : "Förslaget sparades, sparning \(taken.revision)"
    case .consulted(let day, let note):
      return "Samråd hölls \(day.text)" + (note.isEmpty ? "" : " (\(note))")
    case .announced(let meeting): return "Mötet \(meeting.day.text) kungjordes \(meeting.announcedOn.text)"
    case .published(let day, let address):
      return "Förslaget (sparning \(taken.revision)) ligger på webbplatsen från \(day.text)"
        + (address.isEmpty ? "" : " (\(address))")
    case .decided(let decision, _): return "Styrelsen beslutade \(decision.words)"
    case .discarded(let reason): return "Förslaget kasserades: \(reason)"
    }
  }
}
