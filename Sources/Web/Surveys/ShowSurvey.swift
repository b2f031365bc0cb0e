import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Statements
import Store

/// A survey: who is asked, how many have answered, what can be done with it, and its results when it is closed.
enum ShowSurvey {
  static func show(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let page = try await page(asked, id, faults: []) else { return .notFound }
    return .page(page)
  }

  static func page(_ asked: Asked, _ id: Int64, faults: [FieldFault]) async throws -> Page? {
    guard let survey = try asked.store.surveyCase(ID(rawValue: id)) else { return nil }
    let association = try asked.store.association()
    let (draft, instrument) = (survey.round.draft, survey.round.instrument)
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return Page(
      title: draft.title, section: .surveys, trail: SurveyPart.trail(),
      print: Page.PrintHead(period: "\(draft.year)", unit: "Antal svar"), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        MoneyPart.facts([
          ("Läge", ListSurveys.state(survey, on: asked.today)), ("Svar", .text(SurveyPart.answers(survey, asked))),
          ("Vilka", .text(SurveyPart.words(instrument.respondents))), ("Tillfrågade", .text(draft.population)),
          ("Insats", .text(SurveyPart.insats(draft.insatsID, association))),
          ("År", .text("\(draft.year)")), ("Svarsdagar", .text("\(draft.opens.text) till \(draft.closes.text)")),
          (
            "Formulär",
            MoneyPart.link("\(instrument.title), version \(survey.version)", try instrumentPath(survey, asked))
          ), ("Kortnamn", .text(draft.key)), ("Minsta gruppen", .text("\(draft.minimum) svar")),
        ]),
        survey.outcome == nil
          ? (mayWrite ? forms(asked, survey, faults) : waiting(survey)) : try await results(asked, survey, association),
      ]))
  }

  private static func instrumentPath(_ survey: SurveyCase, _ asked: Asked) throws -> String {
    let kept = try asked.store.surveyInstruments().first {
      $0.version == survey.version && $0.instrument.key == survey.round.instrument.key
    }
    return kept.map { Addresses.instrument.path($0.id.rawValue) } ?? Addresses.instruments.path()
  }

  private static func waiting(_ survey: SurveyCase) -> HTML {
    tag(
      "p", [.class("empty")],
      .text("Resultatet visas när enkäten är stängd, om minst \(survey.round.draft.minimum) har svarat."))
  }

  // What the office does while it is open.

  private static func forms(_ asked: Asked, _ survey: SurveyCase, _ faults: [FieldFault]) -> HTML {
    let id = survey.id.rawValue
    let left = survey.asked - survey.codes
    return .joined([
      tag(
        "p", [.class("hint")],
        .text("Inga svar visas förrän enkäten är stängd: annars skulle den som tittar före och efter ett svar se det.")),
      asked.visitor.isPractising
        ? tag("p", [.class("warning")], .text("I övningen går koderna inte att svara med. Pröva med svar på papper."))
        : .empty,
      tag(
        "section", [.labelled(by: "koder")], tag("h2", [.id("koder")], .text("Koder att svara med")),
        tag(
          "p",
          .text(
            survey.codes == 0
              ? "Inga koder är gjorda. Varje kod gäller för ett svar."
              : "\(survey.codes) koder är gjorda, för \(survey.asked) tillfrågade.")), unreachable(asked),
        left <= 0
          ? tag(
            "p", [.class("hint")],
            .text(
              "Alla koder är gjorda. Har ett blad kommit bort kan de som inte fick någon kod svara på papper; fler koder går "
                + "att göra om fler tillfrågas."))
          : .empty,
        left > 0
          ? FormPart.form(
            to: Addresses.surveyCodes.path(id), asked.visitor,
            each: [
              FormPart.field(
                FormPart.Field(
                  name: "antal", label: "Antal nya koder",
                  value: asked.form.has("antal")
                    ? asked.form.choice("antal") : "\(min(left, MakeSurveyCodes.countMax))",
                  hint: "Koderna visas en gång, på ett blad att skriva ut. De går inte att få fram igen.",
                  inputMode: "numeric"), faults: faults),
              FormPart.button("Gör koder"),
            ]) : .empty),
      tag(
        "section", [.labelled(by: "papper")], tag("h2", [.id("papper")], .text("Svar på papper")),
        tag(
          "p",
          tag(
            "a", [.class("button"), .href(.path(Addresses.surveyPaper.path(id)))], .text("Skriv in svar på papper")))),
      tag(
        "section", [.labelled(by: "andra")], tag("h2", [.id("andra")], .text("Antal tillfrågade")),
        FormPart.form(
          to: Addresses.surveyAsked.path(id), asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "tillfragade", label: "Tillfrågade",
                value: asked.form.has("tillfragade") ? asked.form.choice("tillfragade") : "\(survey.asked)",
                inputMode: "numeric"), faults: faults),
            FormPart.button("Spara antalet", kind: "secondary"),
          ])),
      tag(
        "section", [.labelled(by: "stang")], tag("h2", [.id("stang")], .text("Stäng enkäten")),
        tag(
          "p",
          .text(
            "Då slutar koderna gälla, och resultatet räknas in i årsredovisningen \(survey.round.draft.year) om minst "
              + "\(survey.round.draft.minimum) har svarat. En stängd enkät går inte att öppna igen.")),
        FormPart.form(
          to: Addresses.surveyClosing.path(id), asked.visitor,
          each: [
            FormPart.box("saker", "Ja, stäng enkäten för gott", isTicked: false),
            FormPart.button("Stäng enkäten", kind: "danger"),
          ])),
    ])
  }

  /// That nobody's telephone reaches the office, where it is only on this machine.
  private static func unreachable(_ asked: Asked) -> HTML {
    let address = asked.office.settings.publicAddress
    guard !asked.visitor.isPractising, !asked.office.settings.isSecure, OpenIDProvider.isGuarded(address) else {
      return .empty
    }
    return tag(
      "p", [.class("warning")],
      .text(
        "Kodernas länkar börjar med \(address), en adress som bara den här datorn når. För att någon ska kunna svara i sin "
          + "telefon behöver kontoret stå på en server med egen adress. Svar på papper går alltid."))
  }

  // What came of it.

  private static func results(_ asked: Asked, _ survey: SurveyCase, _ association: Association) async throws -> HTML {
    guard let outcome = survey.outcome, survey.isLargeEnough else {
      return tag(
        "p", [.class("empty")],
        .text(
          "Färre än \(survey.round.draft.minimum) svarade. Därför visas inget resultat, och det som skrevs i fritext är borttaget."
        ))
    }
    let protection = try await protection(asked, survey.round.draft.year, association)
    let surveys = survey.round.surveys(outcome)
    let texts = try asked.store.surveyTexts(survey.id)
    let waiting = texts.count { !$0.isReleased }
    return .joined([
      tag("h2", .text("Resultat")), .joined(surveys.map { TablePart($0.table(protection)).html() }),
      means(survey, outcome, surveys, protection),
      tag(
        "p", [.class("hint")],
        .text(
          "Tabellen står så i årsredovisningen \(survey.round.draft.year). Små antal är skyddade. Svar med länk: "
            + "\(outcome.byLink). Svar på papper: \(outcome.onPaper).")),
      texts.isEmpty && waiting == 0 ? .empty : tag("h2", .text("Med egna ord")),
      waiting > 0 && Access.bookkeepers.admits(asked.user)
        ? tag(
          "p",
          tag(
            "a", [.class("button"), .href(.path(Addresses.surveyTexts.path(survey.id.rawValue)))],
            .text(waiting == 1 ? "1 svar väntar på att läsas" : "\(waiting) svar väntar på att läsas")))
        : .empty,
      .joined(
        survey.round.instrument.questions.enumerated().map { index, question in
          let released = texts.filter { $0.question == index && $0.isReleased }
          guard !released.isEmpty else { return .empty }
          return tag("h3", .text(question.text)) + tag("ul", each: released.map { tag("li", .text($0.text)) })
        }),
    ])
  }

  /// How counts of people are printed: as the year's report does, where the book has the year.
  static func protection(_ asked: Asked, _ year: Int, _ association: Association) async throws -> CountProtection {
    if let protection = try await asked.workbench(year)?.report.protection { return protection }
    return CountProtection(association, year: year, earlier: try asked.store.countReleases())
  }

  /// The mean of scales from 1 to 7, where nothing of the answers has to be hidden.
  private static func means(
    _ survey: SurveyCase, _ outcome: SurveyOutcome, _ surveys: [Survey], _ protection: CountProtection
  ) -> HTML {
    var rows: [HTML] = []
    for (index, question) in survey.round.instrument.questions.enumerated() where question.scale.kind == .seven {
      guard let told = surveys.first(where: { $0.questions.contains { $0.id == question.id } }),
        let counted = told.questions.first(where: { $0.id == question.id }),
        let tenths = outcome.tallies.meanTenths(index), protection.mayShare(of: counted.answered.total)
      else { continue }
      let cells = told.cells(of: counted)
      guard protection.printed(counted.positive.total, cells.part.total).count != nil,
        protection.printed(counted.answered.total, cells.whole.total).count != nil
      else { continue }
      rows.append(
        tag("li", .text("\(question.text) Medelvärde \(tenths / 10),\(tenths % 10) (\(counted.answered.total) svar).")))
    }
    return rows.isEmpty ? .empty : tag("h3", .text("Medelvärden från 1 till 7")) + tag("ul", each: rows)
  }
}
