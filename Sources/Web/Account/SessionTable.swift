import Press
import Store

/// The browsers that somebody is signed in with, each with a button that ends it.
struct SessionTable {
  struct Row {
    let digest: String
    let browser: String
    let remote: String
    let startedAt: String
    let seenAt: String
    /// Whether it is the one that looks at the page.
    let isThis: Bool

    init(_ session: Session, this: Session?) {
      digest = session.digest
      // A session of an older office has the whole name in it.
      browser = session.agent.utf8.contains(UInt8(ascii: "/")) ? BrowserName.words(session.agent) : session.agent
      remote = session.remote
      startedAt = SwedishTime.text(session.startedAt)
      seenAt = SwedishTime.text(session.lastSeenAt)
      isThis = session.digest == this?.digest
    }
  }

  let visitor: Visitor
  let caption: String
  let rows: [Row]
  /// Where the button of a row leads.
  let path: (String) -> String

  var html: HTML {
    guard !rows.isEmpty else { return tag("p", [.class("empty")], .text("Ingen är inloggad just nu.")) }
    let heads = ["Webbläsare", "Från adress", "Inloggad", "Senast sedd", ""].map { words in
      tag("th", [.scope(.column)], words.isEmpty ? tag("span", [.class("unseen")], .text("Avsluta")) : .text(words))
    }
    return tag(
      "table", [.class("list cards-on-phone")],
      tag("caption", [.class("unseen")], .text(caption)), tag("thead", tag("tr", each: heads)),
      tag("tbody", each: rows.map(row)))
  }

  private func row(_ row: Row) -> HTML {
    let end = FormPart.form(
      to: path(row.digest), visitor,
      each: [
        tag(
          "button", [.class("plain"), .other("type", "submit")], .text("Avsluta"),
          tag("span", [.class("unseen")], .text(" inloggningen i \(row.browser), \(row.startedAt)")))
      ])
    return tag(
      "tr",
      tag(
        "th", [.scope(.row)], .text(row.browser),
        row.isThis ? .text(" ") + tag("span", [.class("badge good")], .text("den här")) : .empty),
      cell("Från adress", row.remote), cell("Inloggad", row.startedAt), cell("Senast sedd", row.seenAt), tag("td", end))
  }

  private func cell(_ label: String, _ words: String) -> HTML {
    tag("td", [.other("data-label", label)], .text(words))
  }
}
