import Ledger
import Press
import Store

extension Page {
  /// The whole page: the shell around what is on it. `asked` is nil where the book may be what does not answer.
  func html(for asked: Asked?) -> HTML { Shell(page: self, asked: asked).html() }
}

/// The frame of every page: skip link, banner, menu, heading, notice; the same for all roles but for the menu.
private struct Shell {
  let page: Page
  let asked: Asked?
  /// The book's name, read once, for who is signed in.
  let association: (name: String, number: String)

  init(page: Page, asked: Asked?) {
    self.page = page
    self.asked = asked
    association = asked.flatMap { $0.visitor.user == nil ? nil : AssociationName.of($0.store) } ?? ("", "")
  }

  func html() -> HTML {
    .joined([
      .raw("<!DOCTYPE html>\n"),
      tag("html", [.lang("sv")], head(), body()),
      .raw("\n"),
    ])
  }

  private var visitor: Visitor? { asked?.visitor }
  private var user: User? { visitor?.user }

  private func head() -> HTML {
    let name = association.name
    return tag(
      "head",
      voidTag("meta", [.other("charset", "utf-8")]),
      voidTag("meta", [.other("name", "viewport"), .other("content", "width=device-width, initial-scale=1")]),
      voidTag("meta", [.other("name", "color-scheme"), .other("content", "light dark")]),
      tag("title", .text(page.title + (name.isEmpty ? "" : " – \(name)") + " – finsam")),
      voidTag("link", [.other("rel", "icon"), .href(.path(Asset.path("finsam.svg")))]),
      voidTag("link", [.other("rel", "stylesheet"), .href(.path(Asset.path("finsam.css")))]),
      refresh(), .joined((user == nil ? ["office.js"] : ["office.js", "search.js"] + page.scripts).map(script)))
  }

  /// With a script the page asks how far it has come, and is not read anew under whoever listens to it.
  private func refresh() -> HTML {
    guard let seconds = page.refreshSeconds else { return .empty }
    return tag(
      "noscript", voidTag("meta", [.other("http-equiv", "refresh"), .other("content", "\(seconds)")]))
  }

  private func script(_ name: StaticString) -> HTML {
    tag("script", [.other("type", "module"), .other("src", Asset.path("\(name)"))])
  }

  private func body() -> HTML {
    tag(
      "body", [.class(page.isWide ? "wide" : "")],
      tag("a", [.class("skip"), .href(.fragment("innehall"))], .text("Till innehållet")),
      banner(), practiceBanner(),
      tag(
        "div", [.class("frame")], menu(),
        tag(
          "main", [.id("innehall"), .tabIndex(-1)], printHead(), trail(),
          tag("h1", .text(page.title)), notice(), page.main)),
      searchDialog())
  }

  private func banner() -> HTML {
    let home = user == nil ? Addresses.signIn.path() : Addresses.start.path()
    return tag(
      "header", [.class("banner")],
      tag(
        "a", [.class("brand"), .href(.path(home))], tag("span", [.class("mark")], .text("finsam")),
        association.name.isEmpty ? .empty : tag("span", [.class("association")], .text(association.name))),
      user == nil ? .empty : tag("a", [.class("menu-link"), .href(.fragment("meny"))], .text("Meny")),
      user.map(own) ?? .empty)
  }

  private func own(_ user: User) -> HTML {
    tag(
      "div", [.class("own")],
      tag(
        "a", [.class("search-link"), .href(.path(Addresses.search.path())), .other("data-search", "")], .text("Sök"),
        tag("kbd", [.class("hint")], .text("Ctrl K"))),
      tag("a", [.href(.path(Addresses.account.path()))], .text(user.name)),
      tag(
        "form", [.other("method", "post"), .other("action", Addresses.signOut.path())], FormPart.token(visitor),
        tag("button", [.class("plain"), .other("type", "submit")], .text("Logga ut"))))
  }

  private func practiceBanner() -> HTML {
    guard let asked, let visitor, user != nil, PracticeMark.isPractice(asked.store) else { return .empty }
    let leaving = visitor.isPractising
    let buttons =
      leaving
      ? tag(
        "form", [.other("method", "post"), .other("action", Addresses.practiceLeaving.path())],
        FormPart.token(visitor), tag("button", [.other("type", "submit")], .text("Lämna övningen")))
        + tag("a", [.href(.path(Addresses.practice.path()))], .text("Ta bort övningsförbundet"))
      : .empty
    return tag(
      "aside", [.class("practice"), .label("Övning")],
      tag("strong", .text("Övningsförbund.")), .raw(" "),
      .text("Allt här är påhittat; inget du gör rör ett riktigt förbund. I dag är det \(asked.today.text) här."),
      buttons)
  }

  private func menu() -> HTML {
    guard let asked, let user else { return .empty }
    let groups = Menu.groups(for: user, year: WorkingYear.of(asked)).map { group in
      (group.title.isEmpty ? .empty : tag("h2", .text(group.title))) + tag("ul", each: group.entries.map(item))
    }
    let new =
      Access.bookkeepers.admits(user)
      ? tag("a", [.class("act"), .href(.path(Addresses.newVoucher.path()))], .text("Ny verifikation")) : .empty
    return tag(
      "nav", [.class("menu"), .id("meny"), .label("Kontoret")],
      tag("a", [.class("close button"), .href(.fragment("innehall"))], .text("Stäng menyn")), new, .joined(groups))
  }

  private func item(_ entry: Menu.Entry) -> HTML {
    tag(
      "li",
      tag(
        "a", [.href(.path(entry.path))] + (entry.section == page.section ? [.other("aria-current", "page")] : []),
        .text(entry.words)))
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

  private func printHead() -> HTML {
    guard let print = page.print else { return .empty }
    let (name, number) = association
    let day = asked?.today.text ?? ""
    return tag(
      "div", [.class("print-head")],
      tag("span", .text("\(name), org.nr \(number)")), tag("span", .text("Period: \(print.period)")),
      tag("span", .text(print.unit)), tag("span", .text("Utskriven \(day)")))
  }

  private func searchDialog() -> HTML {
    guard user != nil else { return .empty }
    return tag(
      "dialog", [.id("sok"), .label("Sök i kontoret"), .other("data-address", Addresses.search.path())],
      tag(
        "form", [.other("method", "get"), .other("action", Addresses.search.path()), .role("search")],
        tag("label", [.other("for", "sok-ord")], .text("Sök verifikation, konto, insats, beslut eller sida")),
        voidTag(
          "input",
          [
            .id("sok-ord"), .other("name", "ord"), .other("type", "search"), .other("autocomplete", "off"),
            .role("combobox"), .other("aria-expanded", "false"), .other("aria-controls", "sok-traffar"),
            .other("aria-autocomplete", "list"),
          ]),
        tag("div", [.id("sok-traffar"), .role("listbox"), .label("Träffar")])))
  }
}
