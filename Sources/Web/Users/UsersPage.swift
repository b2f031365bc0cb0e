import Press

/// The list of users.
struct UsersPage {
  struct Row {
    let id: Int64
    let name: String
    let mail: String
    let role: String
    let seen: String
    let hasSecondFactor: Bool
    let isActive: Bool
    /// Whether they have been invited and have not chosen a password yet.
    let isInvited: Bool
  }

  let rows: [Row]
  let mayInvite: Bool
  let day: String

  var page: Page {
    Page(
      title: "Användare", section: .users, print: Page.PrintHead(period: day, unit: ""),
      main: .joined([
        mayInvite
          ? tag(
            "div", [.class("toolbar")],
            tag("a", [.class("button primary"), .href(.path(Addresses.newUser.path()))], .text("Bjud in någon")))
          : .empty,
        table,
      ]))
  }

  private var table: HTML {
    let heads = ["Namn", "Roll", "E-postadress", "Senaste inloggning", "Tvåfaktor"].map {
      tag("th", [.scope(.column)], .text($0))
    }
    return tag(
      "table", [.class("list cards-on-phone")], tag("caption", [.class("unseen")], .text("Användare")),
      tag("thead", tag("tr", each: heads)), tag("tbody", each: rows.map(row)))
  }

  private func row(_ row: Row) -> HTML {
    tag(
      "tr",
      tag(
        "th", [.scope(.row)], tag("a", [.href(.path(Addresses.user.path(row.id)))], .text(row.name)),
        row.isActive ? .empty : .text(" ") + tag("span", [.class("badge")], .text("avstängd")),
        row.isInvited ? .text(" ") + tag("span", [.class("badge warn")], .text("inbjuden")) : .empty),
      cell("Roll", .text(row.role)), cell("E-postadress", .text(row.mail)),
      cell("Senaste inloggning", .text(row.seen)),
      cell("Tvåfaktor", row.hasSecondFactor ? tag("span", [.class("badge good")], .text("på")) : .text("av")))
  }

  private func cell(_ label: String, _ content: HTML) -> HTML { tag("td", [.other("data-label", label)], content) }
}
