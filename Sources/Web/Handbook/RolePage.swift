import HTTPTypes
import Press
import Store

/// The handbook's page of roles: what each is for and which address it reaches, from the table of doors itself.
enum RolePage {
  static var page: Page {
    let roles = Role.allCases.map { tag("li", tag("strong", .text($0.words)), .text(": \($0.meaning)")) }
    return Page(
      title: "Roller", section: .handbook, trail: [Page.Link("Handboken", Addresses.handbookPage.path(Handbook.first))],
      isWide: true,
      main: .joined([
        tag("ul", each: roles),
        tag(
          "p",
          .text(
            "Tabellen nedan visar vilken sida varje roll når. En utförare ser dessutom bara sina egna insatser, och en "
              + "revisor ändrar inget: det revisorn gör är att fråga, kommentera och sköta sitt eget konto.")),
        ListPart.scroll("Vilken roll som når vilken sida", table),
      ]))
  }

  private static var table: HTML {
    let heads = ["Sida", ""] + Role.allCases.map(\.words) + ["Utan inloggning"]
    return tag(
      "table", [.class("list")],
      tag("caption", .text("”Läser” är att sidan visas, ”gör” att det som sidans formulär gör får göras.")),
      tag("thead", tag("tr", each: heads.map { tag("th", [.scope(.column)], .text($0.isEmpty ? "Hur" : $0)) })),
      tag("tbody", each: Door.all.map(row)))
  }

  private static func row(_ door: Door) -> HTML {
    let marks = Role.allCases.map { door.access.admits($0) } + [door.access == .everybody]
    return tag(
      "tr", tag("th", [.scope(.row)], tag("code", .text(door.pattern))),
      tag("td", .text(door.method == .get ? "läser" : "gör")),
      .joined(marks.map { tag("td", .text($0 ? "ja" : "–")) }))
  }
}
