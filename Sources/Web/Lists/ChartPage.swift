import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The page of kontoplanen.
struct ChartPage {
  struct Line {
    let account: Account
    let destination: Mapping.Destination
    /// What stands on it at the end of the year; nil for one that has not been used.
    let closing: Money?
  }

  let request: ListRequest
  let words: String
  let lines: [Line]

  func html() -> HTML {
    .joined([
      ListPart.years(request), form(),
      tag(
        "p",
        tag("a", [.href(.path(Addresses.roleAccounts.path()))], .text("Konton för det som bokförs av sig självt"))),
      lines.isEmpty
        ? tag(
          "div", [.class("empty")],
          tag(
            "p",
            .text(words.isEmpty ? "Boken har inga konton än." : "Inget konto har ”\(words.excerpt)” i sitt namn.")),
          words.isEmpty
            ? .empty
            : tag(
              "p", tag("a", [.href(.path(Addresses.chart.path(request.year.number)))], .text("Visa alla konton"))))
        : tag("p", [.class("lead")], .text(Words.count(lines.count, "konto", "konton") + ".")) + tools()
          + ListPart.scroll("Kontoplan", table()),
    ])
  }

  private func form() -> HTML {
    tag(
      "form",
      [
        .class("filter"), .other("method", "get"), .other("action", Addresses.chart.path(request.year.number)),
        .label("Urval"),
      ],
      FormPart.field(
        FormPart.Field(
          name: ShowChart.wordsName, label: "Sök konto", value: words, hint: "Nummer, namn eller rad", type: "search")),
      tag("div", [.class("field act")], FormPart.button("Visa")))
  }

  private func tools() -> HTML {
    let query = [(ShowChart.wordsName, words), (ListFilter.Name.form, "csv")]
    return tag(
      "p", [.class("toolbar list-tools")],
      tag(
        "a", [.class("button"), .href(.path(Addresses.chart.path(request.year.number, query: query)))],
        .text("Hämta som CSV")),
      tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut")))
  }

  private func table() -> HTML {
    let rows = HTML.written(byteCount: 400 * lines.count) { html in
      for line in lines { write(line, into: &html) }
    }
    return tag(
      "table", [.class("list chart")],
      tag("caption", [.class("unseen")], .text("Kontona i nummerordning och var de hamnar i årsredovisningen")),
      ListPart.head(
        request,
        [
          ("Konto", false), ("Namn", false), ("Slag", false), ("Rad i årsredovisningen", false),
          ("Saldo \(request.year.last.text)", true),
        ]), tag("tbody", rows))
  }

  private func write(_ line: Line, into html: inout HTMLWriter) {
    let path = ListLink.ledger(request.year.number, account: line.account.number.text)
    html.raw("<tr><th scope=\"row\">")
    html.link(line.account.number.text, path)
    html.raw("</th><td>")
    html.text(line.account.name)
    html.raw("</td><td>")
    html.text(line.account.kind.words)
    html.raw("</td><td>")
    if line.destination == .none {
      html.raw(
        "<span class=\"badge alarm\">Ingen rad</span> <span class=\"quiet\">saldot syns inte i räkningarna</span>")
    } else {
      html.text(line.destination.words)
    }
    html.raw("</td>")
    if let closing = line.closing { html.amount(closing, path: path) } else { html.raw("<td></td>") }
    html.raw("</tr>\n")
  }
}
