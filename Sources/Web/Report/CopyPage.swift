import Press

/// Last year's texts, to be chosen from.
struct CopyPage {
  struct Row: Sendable {
    let id: String
    let title: String
    let text: String
    /// Whether this year has a text of its own, which is never written over.
    let hasOwn: Bool
    /// Numbers typed by hand: they are last year's, and do not follow along.
    let typed: [String]
    /// Names that no figure has this year.
    let missing: [String]
  }

  let asked: Asked
  let year: Int
  let rows: [Row]
  var faults: [FieldFault] = []

  func page() -> Page {
    Page(
      title: "Hämta texter från \(year - 1)", section: .report, trail: ReportWords.trail(year),
      main: FormPart.summary(of: faults) + content())
  }

  private func content() -> HTML {
    guard !rows.isEmpty else {
      return tag(
        "p", [.class("empty")],
        .text(
          "Årsredovisningen \(year - 1) har inga egna texter i boken, så det finns inget att hämta. Skriv texterna direkt i "
            + "kapitlen, eller läs in en förbundsmapp med dem."))
    }
    return tag(
      "p", [.class("lead")],
      .text(
        "Siffror som är nämnda vid namn, {{…}}, visar årets värde i den nya texten. Tal som är skrivna för hand är kvar från "
          + "\(year - 1) och måste ses över. En text som finns i år skrivs aldrig över."))
      + FormPart.form(
        to: Addresses.lastYearsTexts.path(year), asked.visitor,
        each: [tag("ul", [.class("copy-list")], each: rows.map(item)), button()])
  }

  private func button() -> HTML {
    rows.allSatisfy(\.hasOwn)
      ? tag("p", .text("Alla kapitel har redan en text i år. Inget finns att hämta."))
      : FormPart.button("Kopiera de valda")
  }

  private func item(_ row: Row) -> HTML {
    let id = "kapitel-\(row.id)"
    var attributes: [Attribute] = [
      .id(id), .other("type", "checkbox"), .other("name", "kapitel"), .other("value", row.id),
    ]
    attributes.append(row.hasOwn ? .other("disabled", "") : .other("checked", ""))
    let typed =
      row.typed.isEmpty
      ? HTML.empty
      : tag(
        "p", [.class("warning")], .text("Skrivet för hand, se över: \(row.typed.prefix(20).joined(separator: "; "))."))
    let missing =
      row.missing.isEmpty
      ? HTML.empty
      : tag(
        "p", [.class("warning")], .text("Finns inte i år: \(row.missing.map { "{{\($0)}}" }.joined(separator: ", "))."))
    return tag(
      "li",
      tag("div", [.class("box")], voidTag("input", attributes), tag("label", [.other("for", id)], .text(row.title))),
      row.hasOwn ? tag("p", [.class("quiet")], .text("Har redan en text \(year); den står kvar.")) : typed + missing,
      tag("details", tag("summary", .text("Läs texten")), tag("div", [.class("words")], .text(row.text))))
  }
}
