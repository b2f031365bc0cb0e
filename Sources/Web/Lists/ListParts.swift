import Ledger
import Press
import Report

/// The pieces that every list is made of besides its filter and its rows.
enum ListPart {
  /// The years of the book, each a link to the same list; accounts, objects and words go with one, days do not.
  static func years(_ request: ListRequest) -> HTML {
    guard request.years.count > 1 else { return .empty }
    let links = request.years.reversed().map { year in
      link(
        "\(year.number)", request.path((ListFilter.Name.from, ""), (ListFilter.Name.through, ""), year: year),
        isCurrent: year == request.year)
    }
    return tag(
      "nav", [.class("pages switch"), .label("Räkenskapsår")], tag("span", [.class("quiet")], .text("Räkenskapsår")),
      tag("ul", each: links))
  }

  /// What can be done with a list: kept as CSV, printed, left for another that is near.
  static func tools(_ request: ListRequest, others: [Page.Link] = []) -> HTML {
    tag(
      "p", [.class("toolbar list-tools")],
      tag(
        "a", [.class("button"), .href(.path(request.path((ListFilter.Name.form, "csv"))))], .text("Hämta som CSV")),
      tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut")),
      .joined(others.map { tag("a", [.href(.path($0.path))], .text($0.words)) }))
  }

  /// The pages of a list: the first, the last and those around this one.
  static func pages(current: Int, count: Int, path: (Int) -> String) -> HTML {
    guard count > 1 else { return .empty }
    let near = Set([1, count] + (current - 2...current + 2).filter { $0 >= 1 && $0 <= count }).sorted()
    var items: [HTML] = []
    var last = 0
    for page in near {
      if page > last + 1 { items.append(tag("li", [.other("aria-hidden", "true")], .text("…"))) }
      items.append(link("\(page)", path(page), isCurrent: page == current, label: "Sida \(page) av \(count)"))
      last = page
    }
    return tag(
      "nav", [.class("pages"), .label("Sidor")],
      current > 1 ? tag("a", [.href(.path(path(current - 1))), .other("rel", "prev")], .text("Föregående")) : .empty,
      tag("ul", each: items),
      current < count ? tag("a", [.href(.path(path(current + 1))), .other("rel", "next")], .text("Nästa")) : .empty)
  }

  /// A link in a list of links, or the words alone for the place where one is.
  static func link(_ words: String, _ path: String, isCurrent: Bool, label: String = "") -> HTML {
    var attributes: [Attribute] = [.href(.path(path))]
    if isCurrent { attributes.append(.other("aria-current", "true")) }
    if !label.isEmpty { attributes.append(.label(label)) }
    return tag("li", tag("a", attributes, .text(words)))
  }

  /// A table that may be wider than a phone: what holds it can be scrolled, by keyboard too.
  static func scroll(_ label: String, _ table: HTML) -> HTML {
    tag("div", [.class("scroll"), .role("region"), .label(label), .tabIndex(0)], table)
  }

  /// The head of a table, repeated on every sheet in print: first a row that only paper shows, with the association,
  /// its number, the period and the unit.
  static func head(
    _ request: ListRequest, _ columns: [(words: String, isNumber: Bool)], unit: String = "kronor och ören"
  )
    -> HTML
  {
    let (name, number) = AssociationName.of(request.asked.store)
    let words =
      "\(name), org.nr \(number). Period \(request.filter.words). Belopp i \(unit). Utskriven \(request.asked.today.text)."
    return tag(
      "thead",
      tag(
        "tr", [.class("sheet")],
        tag("th", [.columns(columns.count), .scope(columns.count > 1 ? .columnGroup : .column)], .text(words))),
      tag(
        "tr",
        each: columns.map {
          tag("th", [.scope(.column), .class($0.isNumber ? "number" : "")], .text($0.words))
        }))
  }

  /// That a list is too long to be kept as a file, which would then seem whole.
  static func tooLong(rowCountMax: Int) -> HTML {
    tag(
      "p", [.class("warning"), .role("alert")],
      .text(
        "Listan har fler än \(Numerals.whole(Int64(rowCountMax))) rader och ryms inte i en CSV-fil. Välj en kortare period "
          + "eller färre konton, och hämta den i delar."))
  }

  /// Nothing to show, and what to do about it.
  static func nothing(_ request: ListRequest, _ words: String) -> HTML {
    tag(
      "div", [.class("empty")], tag("p", .text(words)),
      request.filter.isEmpty
        ? .empty
        : tag(
          "p", .text("Ändra urvalet ovan, eller "),
          tag("a", [.href(.path(request.address.path(request.year.number)))], .text("visa hela året")), .text(".")))
  }
}

extension HTMLWriter {
  /// A cell with an amount; nought leaves it empty where `hidesZero`.
  mutating func amount(_ amount: Money, path: String? = nil, hidesZero: Bool = false) {
    raw("<td class=\"number\">")
    if !(hidesZero && amount == .zero) {
      if let path {
        raw("<a href=\"")
        self.path(path)
        raw("\">")
      }
      text(Numerals.bareOre(amount))
      if path != nil { raw("</a>") }
    }
    raw("</td>")
  }

  /// A link with its words.
  mutating func link(_ words: String, _ path: String) {
    raw("<a href=\"")
    self.path(path)
    raw("\">")
    text(words)
    raw("</a>")
  }
}
