import Association
import Ledger
import Press
import Report
import Store

/// The surveys, with who was asked, how many answered and where they stand.
enum ListSurveys {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let (surveys, association) = (try asked.store.surveyCases(), try asked.store.association())
    let rows = surveys.map { survey -> [HTML] in
      let draft = survey.round.draft
      return [
        MoneyPart.link(draft.title, Addresses.survey.path(survey.id.rawValue)), .text("\(draft.year)"),
        .text(SurveyPart.words(survey.round.instrument.respondents)),
        .text(SurveyPart.insats(draft.insatsID, association)), .text(SurveyPart.answers(survey, asked)),
        state(survey, on: asked.today),
      ]
    }
    let tools = tag(
      "p", [.class("toolbar")],
      Access.bookkeepers.admits(asked.user)
        ? tag("a", [.class("button primary"), .href(.path(Addresses.newSurvey.path()))], .text("Ny enkät")) : .empty,
      MoneyPart.link("Formulär", Addresses.instruments.path()),
      MoneyPart.link("Jämför över år", Addresses.surveySeries.path()))
    return .page(
      Page(
        title: "Enkäter", section: .surveys, isWide: true,
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "Enkäterna är anonyma: svaren räknas var för sig och går inte att knyta till någon. Resultatet syns när "
                + "enkäten är stängd, om tillräckligt många har svarat.")),
          tools,
          surveys.isEmpty
            ? tag("p", [.class("empty")], .text("Ingen enkät är öppnad än."))
            : MoneyPart.table(
              "Enkäter",
              ["Enkät", "År", "Vilka", "Insats", "Svar", "Läge"].map { MoneyPart.Column($0) }, rows: rows),
          tag(
            "p", [.class("hint")], .text("Läs mer i "),
            MoneyPart.link("handboken om enkäter", Addresses.handbookPage.path("enkater.md")), .text(".")),
        ])))
  }

  static func state(_ survey: SurveyCase, on today: CalendarDate) -> HTML {
    let draft = survey.round.draft
    if survey.outcome != nil { return tag("span", [.class("badge good")], .text("Stängd")) }
    if today < draft.opens { return tag("span", [.class("badge")], .text("Öppnar \(draft.opens.text)")) }
    if today <= draft.closes { return tag("span", [.class("badge warn")], .text("Öppen till \(draft.closes.text)")) }
    return tag("span", [.class("badge alarm")], .text("Ska stängas"))
  }
}
