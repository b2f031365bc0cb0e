import Association
import Ledger
import Press
import Store

/// What a new book shows: how one gets going, step by step, and the way to practise first.
enum FirstSteps {
  static func page(_ asked: Asked) throws -> Page {
    let users = try asked.office.store.users().count { $0.isActive }
    let association = try asked.store.association()
    var steps: [(title: String, words: String, path: String, isDone: Bool, access: Access)] = []
    steps.append(
      (
        "Läs in bokföringen",
        "En SIE-fil från det program som förbundet har haft. Året öppnas av filen, och du ser allt "
          + "innan något sparas.", Addresses.imports.path(), false, .insiders
      ))
    steps.append(
      (
        "Eller öppna ett tomt räkenskapsår", "Om ni börjar bokföra här.", Addresses.years.path(), false, .readers
      ))
    steps.append(
      (
        "Lägg in förbundets uppgifter",
        "Börja med medlemmarna. Insatser, budget och mål läggs in på sina egna sidor. Finns allt i en förbundsmapp läses den "
          + "i stället in i terminalen med finsam import.",
        Addresses.members.path(asked.today.year), !association.members.isEmpty, .readers
      ))
    steps.append(
      (
        "Ta in siffror ur förra årets årsredovisning",
        "Läs in den under Granska en årsredovisning. Du väljer vad av det lästa som ska stå i boken: tidigare års siffror, "
          + "medlemmar, insatser och ramar.", Addresses.reviews.path(), !association.history.isEmpty, .readers
      ))
    steps.append(
      (
        "Bjud in dem som ska arbeta här", "Ekonom, styrelse och revisorer får var sin inloggning.",
        Addresses.users.path(), users > 1, .insiders
      ))
    steps.append(
      (
        "Gå rundvandringen",
        "Hur förbundet står, vad som ska göras, vad som är beslutat och vem som är vem. Den fylls på i takt med boken.",
        Addresses.walk.path(), false, .insiders
      ))
    let items = steps.map { step in
      let title =
        step.access.admits(asked.user) ? tag("a", [.href(.path(step.path))], .text(step.title)) : .text(step.title)
      return tag(
        "li",
        tag(
          "p", [.class("what")], title,
          step.isDone ? tag("span", [.class("badge good")], .text("Klart")) : .empty),
        tag("p", [.class("quiet")], .text(step.words)))
    }
    return Page(
      title: StartPage.title, section: .start,
      main: .joined([
        tag("p", [.class("lead")], .text("Boken är ny och har inget räkenskapsår än. Så här kommer du i gång.")),
        tag("ol", [.class("tasks first-steps")], each: items),
        tag("h2", .text("Pröva först")),
        tag(
          "p",
          .text(
            "I övningsförbundet finns ett helt år med bokföring och en färdig årsredovisning. Inget du gör där rör ditt eget "
              + "förbund.")),
        tag(
          "p", tag("a", [.class("button"), .href(.path(Addresses.practice.path()))], .text("Till övningsförbundet"))),
      ]))
  }
}
