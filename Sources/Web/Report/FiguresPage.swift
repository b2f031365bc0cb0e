import Press

/// The list of named figures.
struct FiguresPage {
  struct Row: Sendable {
    let name: String
    let title: String
    let value: String
    /// The forms it can be written in, with the words each gives.
    let forms: [(form: String, words: String)]

    /// What a text says to get the figure in that form.
    func markdown(_ form: String) -> String { "{{\(name)\(form.isEmpty ? "" : "|\(form)")}}" }
  }

  let year: Int
  let words: String
  let figures: [Row]
  let count: Int

  func page() -> Page {
    Page(
      title: "Siffror i årsredovisningen \(year)", section: .report, trail: ReportWords.trail(year), isWide: true,
      main: HTML.joined([
        tag(
          "p", [.class("lead")],
          .text(
            "Varje siffra har ett namn. Skriv namnet mellan dubbla klamrar i en text, så står siffran där och följer med "
              + "när den ändras. Öppna en siffra för att se hur den är räknad.")),
        filter(), list(),
      ]))
  }

  private func filter() -> HTML {
    tag(
      "form",
      [.class("filter"), .other("method", "get"), .other("action", Addresses.figures.path(year)), .role("search")],
      FormPart.field(FormPart.Field(name: "ord", label: "Sök på namn eller ord", value: words, type: "search")),
      FormPart.button("Sök", kind: "secondary"))
  }

  private func list() -> HTML {
    guard !figures.isEmpty else {
      return tag("p", [.class("empty")], .text("Ingen siffra har orden ”\(words)” i sitt namn. Pröva färre ord."))
    }
    func heading(_ words: String, isNumber: Bool = false) -> HTML {
      tag("th", [.scope(.column), .class(isNumber ? "number" : "")], .text(words))
    }
    let caption =
      count > figures.count
      ? "De första \(figures.count) av \(count) siffror. Sök för att se andra." : "\(count) siffror"
    return tag(
      "div", [.class("scroll"), .role("region"), .label("Siffror"), .tabIndex(0)],
      tag(
        "table", [.class("list")], tag("caption", .text(caption)),
        tag("thead", tag("tr", heading("Siffra"), heading("Värde", isNumber: true), heading("Skriv så här"))),
        tag("tbody", each: figures.map(row))))
  }

  private func row(_ figure: Row) -> HTML {
    tag(
      "tr",
      tag(
        "th", [.scope(.row)],
        tag("a", [.href(.path(Addresses.figure.path(Pair(year, figure.name))))], .text(figure.title))),
      tag("td", [.class("number")], .text(figure.value)),
      tag(
        "td", [.class("forms")],
        each: figure.forms.map { form in
          tag("span", tag("code", .text(figure.markdown(form.form))), .text(" ger \(form.words)"))
        }))
  }
}

/// The list that figures, tables and diagrams are inserted from; the page's script puts what is chosen in the text.
enum FigurePicker {
  struct Placed: Sendable {
    let kind: String
    let id: String
    let title: String
  }

  /// The panel beside the text. It is of use with the script alone; without it the list of figures is a page.
  static func panel(year: Int) -> HTML {
    tag(
      "section", [.class("picker"), .labelled(by: "infoga")],
      tag("h2", [.id("infoga")], .text("Infoga siffra eller tabell")),
      tag(
        "p", [.class("without-script")],
        tag("a", [.href(.path(Addresses.figures.path(year)))], .text("Lista över alla siffror och hur de skrivs"))),
      tag(
        "div", [.class("with-script"), .other("hidden", ""), .other("data-picker", Addresses.figures.path(year))],
        tag("label", [.other("for", "siffersok")], .text("Sök siffra, tabell eller diagram")),
        voidTag(
          "input",
          [
            .id("siffersok"), .other("type", "search"), .other("autocomplete", "off"),
            .other("aria-describedby", "siffersok-rad"),
          ]),
        tag(
          "p", [.class("hint"), .id("siffersok-rad")],
          .text("Skriv till exempel resultat. Enter infogar den första där markören står i texten.")),
        tag("p", [.class("hint said"), .id("sifferantal"), .role("status")]), tag("div", [.id("siffertraffar")])))
  }

  /// What was found, as the script shows it.
  static func items(figures: [FiguresPage.Row], placed: [Placed], count: Int, year: Int) -> HTML {
    guard !figures.isEmpty || !placed.isEmpty else { return .empty }
    let items = figures.map { figure in
      tag(
        "li", tag("span", [.class("title")], .text(figure.title)),
        HTML.joined(
          figure.forms.map { form in
            tag(
              "button",
              [
                .class("insert"), .other("type", "button"), .other("data-insert", figure.markdown(form.form)),
                .label("Infoga \(form.words), \(figure.title)"),
              ], .text(form.words))
          }))
    }
    let tables = placed.map { placed in
      tag(
        "li", tag("span", [.class("title")], .text(placed.title)),
        tag(
          "button",
          [
            .class("insert"), .other("type", "button"), .other("data-insert", "[[\(placed.kind): \(placed.id)]]"),
            .other("data-own-paragraph", ""), .label("Infoga \(placed.kind)en \(placed.title)"),
          ], .text(placed.kind)))
    }
    let more = count > figures.count ? "\(count) siffror passar. Skriv fler ord." : ""
    return tag("ul", [.other("data-count", "\(count + placed.count)")], each: items + tables)
      + (more.isEmpty ? .empty : tag("p", [.class("hint")], .text(more)))
  }
}
