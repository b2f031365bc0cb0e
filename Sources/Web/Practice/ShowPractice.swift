import HTTPTypes
import Press
import Store

/// What the practice association is, and the ways in, out and away.
enum ShowPractice {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked)) }

  static func page(_ asked: Asked, faults: [FieldFault] = []) throws -> Page {
    Page(
      title: "Övningsförbundet", section: .practice,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Ett påhittat förbund med ett helt år: bokföring, insatser, texter och årsredovisning. Pröva allt; inget du "
              + "gör där rör ditt eget förbund.")),
        try asked.office.store.isPractice() ? ownIsPractice : ways(asked),
      ]))
  }

  private static let ownIsPractice = tag(
    "p", .raw("Det här kontoret visar redan ett övningsförbund, så det finns inget annat att gå in i."))

  private static func ways(_ asked: Asked) -> HTML {
    let isThere = asked.office.practice.store() != nil
    let enter = FormPart.form(
      to: Addresses.practice.path(), asked.visitor,
      each: [FormPart.button(isThere ? "Gå till övningsförbundet" : "Gör ett övningsförbund och gå dit")])
    let leave = FormPart.form(
      to: Addresses.practiceLeaving.path(), asked.visitor, each: [FormPart.button("Lämna övningen")])
    return .joined([
      tag(
        "p",
        .text(
          asked.visitor.isPractising
            ? "Du är i övningsförbundet nu." : isThere ? "Övningsförbundet finns. Alla som övar gör det i samma." : "")),
      tag("div", [.class("toolbar")], asked.visitor.isPractising ? leave : enter),
      isThere ? removal(asked) : .empty,
    ])
  }

  private static func removal(_ asked: Asked) -> HTML {
    guard Access.bookkeepers.admits(asked.user) else {
      return tag("p", [.class("hint")], .text("Förbundschefen eller ekonomen kan ta bort övningsförbundet."))
    }
    return tag(
      "details", tag("summary", .text("Ta bort övningsförbundet")),
      tag(
        "p",
        .text(
          "Allt som har övats försvinner, för alla. Den som övar just nu kommer tillbaka till det egna förbundet. Ett nytt "
            + "övningsförbund kan göras när som helst.")),
      FormPart.form(
        to: Addresses.practiceRemoval.path(), asked.visitor,
        each: [FormPart.button("Ja, ta bort övningsförbundet", name: "bekrafta", value: "ja", kind: "danger")]))
  }
}
