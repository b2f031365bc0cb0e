import Association
import Ledger
import Press
import Report
import Statements

/// A goal: how it stands now, and the form it is changed in.
struct GoalPage {
  let asked: Asked
  let year: Int
  /// The goal as it is stored, or as it would be with what is typed; nil for a new one that says nothing yet.
  let goal: Goal?
  /// Whether it is in the book.
  let isStored: Bool
  let form: GoalForm
  let catalogue: FigureCatalogue?
  /// The association, its goals measured.
  let association: Association
  /// What is wrong with a percentage that was to stand beside the goal.
  var quoteFaults: [FieldFault] = []
  /// Whether what is shown is what is typed and not kept.
  var isTried = false

  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }
  private var path: String {
    goal.flatMap { isStored ? Addresses.goal.path(Pair(year, $0.id)) : nil } ?? Addresses.newGoal.path(year)
  }

  func page() -> Page {
    Page(
      title: isStored ? goal?.title ?? "Mål" : "Nytt mål \(year)", section: .goals,
      trail: [Page.Link("Mål \(year)", Addresses.goals.path(year))],
      main: .joined([
        FormPart.summary(of: form.faults + quoteFaults), goal.map(standing) ?? .empty, mayWrite ? editor() : .empty,
        goal.map { isStored && !$0.outcomes.isEmpty ? quotes($0) : .empty } ?? .empty,
        mayWrite && isStored ? removal() : .empty,
      ]))
  }

  private func standing(_ goal: Goal) -> HTML {
    let goal = association.measuring(goal)
    let verdict = goal.verdict(
      figures: catalogue ?? FigureCatalogue(), fewest: association.settings.smallCountBelow)
    return tag(
      "section", [.class("standing")],
      isTried
        ? tag("p", [.class("warning")], .text("Så här går det med det du har skrivit. Ingenting är sparat än."))
        : .empty,
      tag("p", [.class("lead")], .text(goal.text)),
      tag("p", GoalWords.verdict(verdict), .raw(" "), GoalWords.rule(goal.rule, year: year, catalogue)),
      goal.definition.isEmpty ? .empty : tag("p", .text("Vad som räknas: \(goal.definition)")),
      goal.outcomes.isEmpty ? .empty : tag("ul", each: GoalWords.outcomes(goal).map { tag("li", .text($0)) }),
      series(goal),
      catalogue == nil
        ? .empty
        : tag("p", tag("a", [.href(.path(Addresses.report.path(year)))], .text("Så står det i årsredovisningen"))))
  }

  /// The years of the goal, with what breaks them: working material, so the counts stand as they are.
  private func series(_ goal: Goal) -> HTML {
    let lines = association.series(of: goal).filter(\.hasMore).flatMap { series -> [HTML] in
      series.points.flatMap { point -> [HTML] in
        let broken = point.breakReason.map {
          tag("li", tag("strong", .text("Serien bryts \(point.year): ")), .text($0))
        }
        let own = point.goal.map { goal in
          tag("li", .text("\(point.year): \(GoalWords.outcomes(goal)[series.index])"))
        }
        let quotes = (point.quoted.map { [$0] } ?? []) + point.comparisons
        return [broken, own].compactMap(\.self)
          + quotes.map { tag("li", .text("\($0.title) \($0.year): \($0.all.text) % (\($0.source))")) }
      }
    }
    let asks = isStored && goal.breakReason.isEmpty && association.hasNewDefinition(goal)
    return (lines.isEmpty ? .empty : tag("h2", .text("Över åren")) + tag("ul", each: lines))
      + (asks
        ? tag(
          "p", [.class("warning")],
          .text(
            "Det som räknas är inte detsamma som året före, så serien bryts. Skriv varför under Varför serien bryts."))
        : .empty)
  }

  private func quotes(_ goal: Goal) -> HTML {
    QuoteForm.html(asked, goal, association, faults: quoteFaults)
  }

  private typealias Name = GoalForm.Name

  private func editor() -> HTML {
    FormPart.form(
      to: path, asked.visitor,
      each: [
        FormPart.hidden(Name.digest, form.digest),
        FormPart.select(
          Name.kind, "Slag", options: GoalWords.kinds.map { (value: $0.kind.rawValue, words: $0.one) },
          chosen: form.kind,
          faults: form.faults),
        FormPart.field(
          FormPart.Field(name: Name.title, label: "Rubrik", value: form.title, hint: "Till exempel Finansiellt mål 1."),
          faults: form.faults),
        FormPart.area(Name.text, "Målet", value: form.text, rows: 2, faults: form.faults),
        FormPart.area(
          Name.definition, "Vad som räknas", value: form.definition, hint: "Kan lämnas tomt.", rows: 2,
          faults: form.faults),
        rule(), outcomes(),
        FormPart.area(
          Name.breakReason, "Varför serien bryts", value: form.breakReason,
          hint: "När det som räknas inte längre är detsamma som året före. Står i tabellen och diagrammet över åren.",
          rows: 2, faults: form.faults),
        FormPart.area(
          Name.comment, "Kommentar", value: form.comment,
          hint: "Står efter bedömningen i årsredovisningen. Siffror nämns vid namn: {{eget-kapital|tkr}}.", rows: 4,
          faults: form.faults),
        tag(
          "p", [.class("toolbar")], FormPart.button("Spara målet", name: "gor", value: "spara"),
          FormPart.button("Pröva regeln", name: "gor", value: "prova", kind: "secondary")),
      ])
  }

  private func rule() -> HTML {
    tag(
      "fieldset", tag("legend", .text("När målet är uppnått")),
      FormPart.select(Name.rule, "Regel", options: GoalForm.rules, chosen: form.rule, faults: form.faults),
      FormPart.field(
        FormPart.Field(
          name: Name.figure, label: "Siffran", value: form.figure,
          hint: "För en regel med siffror: vilken siffra det gäller.",
          others: [.other("list", "siffror")]), faults: form.faults),
      FormPart.field(
        FormPart.Field(
          name: Name.limit, label: "Gränsen", value: form.limit,
          hint: "Den siffra den jämförs med, till exempel eget-kapital-tak.",
          others: [.other("list", "siffror")]), faults: form.faults),
      FormPart.field(
        FormPart.Field(
          name: Name.number, label: "Nivån", value: form.number,
          hint: "För en andel eller ett antal, till exempel 60 %."),
        faults: form.faults),
      FormPart.select(
        Name.judged, "Styrelsens bedömning",
        options: [("", "Inte bedömt"), ("ja", "Uppnått"), ("nej", "Inte uppnått")], chosen: form.judged,
        hint: "Bara när styrelsen bedömer.", faults: form.faults),
      tag(
        "datalist", [.id("siffror")],
        each: (catalogue?.figures ?? [:]).sorted { $0.key < $1.key }.map { name, named in
          tag("option", [.other("value", name)], .text("\(named.title): \(catalogue?.text(of: name) ?? "")"))
        }))
  }

  /// The outcomes and one that is empty.
  private func outcomes() -> HTML {
    let options = OutcomeForm.options(association, year: year)
    let shown = (form.outcomes + [OutcomeForm()]).prefix(OutcomeForm.countMax)
    let isOpen = goal.map { $0.kind != .financial } ?? false
    return tag(
      "details", isOpen ? [.other("open", "")] : [], tag("summary", .text("Utfall")),
      tag(
        "p", [.class("hint")],
        .text("Andelen räknas av programmet ur antal; en andel kan inte skrivas. Ett utfall som lämnas tomt tas bort.")),
      .joined(
        shown.enumerated().map { $1.fields(number: $0 + 1, options, faults: form.faults) }))
  }

  private func removal() -> HTML {
    guard let goal else { return .empty }
    return tag(
      "details", tag("summary", .text("Ta bort målet")),
      tag("p", .text("Målet försvinner ur årsredovisningen för \(year). Historiken har kvar det.")),
      FormPart.form(
        to: Addresses.goalRemoval.path(Pair(year, goal.id)), asked.visitor,
        each: [FormPart.button("Ta bort \(goal.title)", kind: "secondary")]))
  }
}
