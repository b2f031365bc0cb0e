import Counter
import Press

/// The frame of the counter's pages: the same look as the office's, with its own menu and nothing of any association.
struct CounterShell {
  let page: Page
  /// Nil where nothing is known of who asks.
  let asked: CounterAsked?

  private var isOpen: Bool { asked?.opened != nil }

  func html() -> HTML {
    .joined([.raw("<!DOCTYPE html>\n"), tag("html", [.lang("sv")], head(), body()), .raw("\n")])
  }

  private func head() -> HTML {
    tag(
      "head", voidTag("meta", [.other("charset", "utf-8")]),
      voidTag("meta", [.other("name", "viewport"), .other("content", "width=device-width, initial-scale=1")]),
      voidTag("meta", [.other("name", "color-scheme"), .other("content", "light dark")]),
      tag("title", .text("\(page.title) – räknelista")),
      voidTag("link", [.other("rel", "icon"), .href(.path(Asset.path("finsam.svg")))]),
      voidTag("link", [.other("rel", "stylesheet"), .href(.path(Asset.path("finsam.css")))]),
      tag("script", [.other("type", "module"), .other("src", Asset.path("office.js"))]))
  }

  private func body() -> HTML {
    tag(
      "body", tag("a", [.class("skip"), .href(.fragment("innehall"))], .text("Till innehållet")), banner(),
      tag(
        "div", [.class("frame")], menu(),
        tag(
          "main", [.id("innehall"), .tabIndex(-1)], trail(), tag("h1", .text(page.title)), notice(), page.main)))
  }

  private func banner() -> HTML {
    let lock =
      asked.map { asked in
        tag(
          "div", [.class("own")],
          FormPart.form(
            to: CounterAddresses.lock.path(), asked.visitor,
            each: [tag("button", [.class("plain"), .other("type", "submit")], .text("Lås listan"))]))
      } ?? .empty
    return tag(
      "header", [.class("banner")],
      tag(
        "a", [.class("brand"), .href(.path(CounterAddresses.list.path()))],
        tag("span", [.class("mark")], .text("finsam")),
        tag(
          "span", [.class("association")], .text(isOpen ? "Räknelista: \(asked?.setup.insatsName ?? "")" : "Räknelista")
        )),
      isOpen ? tag("a", [.class("menu-link"), .href(.fragment("meny"))], .text("Meny")) : .empty, isOpen ? lock : .empty
    )
  }

  private func menu() -> HTML {
    guard let asked, isOpen else { return .empty }
    let setup = asked.setup
    var entries: [(words: String, path: String)] = []
    if setup.isFollowed {
      entries.append(("Pågående", CounterAddresses.list.path()))
      entries.append(("Avslutade och radering", CounterAddresses.finished.path()))
    }
    if setup.countsAdvice || setup.countsVolume {
      entries.append((CounterWords.extras(setup), CounterAddresses.extras.path()))
    }
    entries += [
      ("Leverera", CounterAddresses.delivery.path()), ("Val i listan", CounterAddresses.choices.path()),
      ("Inställningar", CounterAddresses.settings.path()), ("Så fungerar listan", CounterAddresses.help.path()),
    ]
    let items = entries.map { entry in
      tag(
        "li",
        tag(
          "a",
          [.href(.path(entry.path))] + (entry.path == asked.path ? [.other("aria-current", "page")] : []),
          .text(entry.words)))
    }
    let new =
      setup.isFollowed
      ? tag("a", [.class("act"), .href(.path(CounterAddresses.newEntry.path()))], .text("Ny deltagare")) : .empty
    return tag(
      "nav", [.class("menu"), .id("meny"), .label("Räknelistan")],
      tag("a", [.class("close button"), .href(.fragment("innehall"))], .text("Stäng menyn")), new,
      tag("ul", each: items))
  }

  private func trail() -> HTML {
    guard !page.trail.isEmpty else { return .empty }
    return tag(
      "nav", [.class("trail"), .label("Var du är")],
      tag("ol", each: page.trail.map { tag("li", tag("a", [.href(.path($0.path))], .text($0.words))) }))
  }

  private func notice() -> HTML {
    guard let words = asked?.notice, !words.isEmpty else { return .empty }
    return tag("p", [.class("notice"), .role("status")], .text(words))
  }
}
