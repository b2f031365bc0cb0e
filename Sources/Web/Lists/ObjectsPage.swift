import Ledger
import Press
import Report
import Statements
import Store

/// The page of insatser: one row each, with the year's frame beside what the period has cost.
struct ObjectsPage {
  let request: ListRequest
  let dimension: Dimension
  let dimensions: [Dimension]
  /// What files have called the dimensions.
  let names: [Dimension: String]
  let results: [ObjectResult]
  /// What the association knows of its insatser; nil for another dimension.
  let register: InsatsRegister?

  var title: String {
    dimension == .insats ? "Insatser \(request.year.number)" : "\(name(of: dimension)) \(request.year.number)"
  }

  private var hasFrames: Bool { dimension == .insats }

  func html() -> HTML {
    let form = (register?.tools ?? .empty) + ListPart.years(request) + choice() + FilterForm(request, fields: []).html()
    guard !request.filter.isUnread else { return form }
    return .joined([
      form,
      results.isEmpty
        ? ListPart.nothing(
          request,
          request.filter.isEmpty
            ? "Ingenting finns att visa per \(word) \(request.year.number)." : "Inget har rört sig.")
        : ListPart.tools(request) + ListPart.scroll(title, table()) + remark(),
    ])
  }

  private func name(of dimension: Dimension) -> String {
    dimension.usualName ?? names[dimension] ?? "Dimension \(dimension.number)"
  }

  /// The other dimensions by which rows are sorted.
  private func choice() -> HTML {
    guard dimensions.count > 1 else { return .empty }
    return tag(
      "nav", [.class("pages switch"), .label("Visa per")], tag("span", [.class("quiet")], .text("Visa per")),
      tag(
        "ul",
        each: dimensions.map {
          ListPart.link(
            name(of: $0), request.path((ListObjects.dimensionName, $0 == .insats ? "" : "\($0.number)")),
            isCurrent: $0 == dimension)
        }))
  }

  /// The dimension in a sentence: `projekt`.
  private var word: String { dimension == .insats ? "insats" : name(of: dimension).lowercased() }

  private var caption: String {
    hasFrames
      ? "Vad varje insats har kostat och vad som är kvar av ramen" : "Kostnader, intäkter och nettokostnad per \(word)"
  }

  private func table() -> HTML {
    var columns = [
      (name(of: dimension), false), ("Kostnader", true), ("Intäkter", true), ("Nettokostnad", true),
    ]
    if hasFrames {
      columns += [
        ("Ram \(request.year.number)", true), ("Använt \(request.year.number)", true), ("Kvar", true),
      ]
    }
    let rows = HTML.written(byteCount: 700 * results.count) { html in
      for group in register?.groups(results) ?? [("", results)] {
        if !group.title.isEmpty {
          html.raw("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"7\">")
          html.text(group.title)
          html.raw("</th></tr>\n")
        }
        for result in group.results { write(result, into: &html) }
      }
    }
    return tag(
      "table", [.class("list objects")],
      tag("caption", [.class("unseen")], .text(caption)),
      ListPart.head(request, columns), tag("tbody", rows), tag("tfoot", HTML.written { sums(into: &$0) }))
  }

  private func write(_ result: ObjectResult, into html: inout HTMLWriter) {
    let path = objectPath(result)
    html.raw("<tr><th scope=\"row\">")
    html.link(result.name, path)
    if result.name != result.reference.object {
      html.raw(" <span class=\"quiet\">")
      html.text(result.reference.object)
      html.raw("</span>")
    }
    if let line = register?.line(of: result.reference.object) { html.add(line) }
    html.raw("</th>")
    html.amount(result.cost, path: path)
    html.amount(result.income, path: path, hidesZero: true)
    html.amount(result.net, path: path)
    if hasFrames { write(result.frame, into: &html) }
    html.raw("</tr>\n")
  }

  private func write(_ frame: FollowUp.Line?, into html: inout HTMLWriter) {
    guard let frame, let granted = frame.granted, let left = frame.left else {
      html.raw("<td class=\"number quiet\">ingen ram</td>")
      html.amount(frame?.outcome ?? .zero)
      html.raw("<td></td>")
      return
    }
    html.amount(granted)
    html.amount(frame.outcome)
    html.raw("<td class=\"number\">")
    html.text(Numerals.bareOre(left))
    if left < .zero {
      html.raw("<div><span class=\"badge alarm\">över ramen</span></div>")
    } else if let share = Share(frame.outcome.ore, of: granted.ore) {
      html.raw("<div class=\"quiet\">")
      html.text("\(Numerals.percent(share)) använt")
      html.raw("</div>")
    }
    html.raw("</td>")
  }

  private func sums(into html: inout HTMLWriter) {
    html.raw("<tr><th scope=\"row\">Summa</th>")
    html.amount(results.map(\.cost).sum())
    html.amount(results.map(\.income).sum())
    html.amount(results.map(\.net).sum())
    if hasFrames {
      html.amount(results.compactMap { $0.frame?.granted }.sum())
      html.amount(results.compactMap { $0.frame?.outcome }.sum())
      html.amount(results.compactMap { $0.frame?.left }.sum())
    }
    html.raw("</tr>")
  }

  private func remark() -> HTML {
    guard hasFrames else { return .empty }
    return tag(
      "p", [.class("hint")],
      .text(
        "Ramen är vad styrelsen har beviljat för hela året. Använt är årets bidrag till insatsen enligt bokföringen, "
          + "räknat som i årsredovisningens uppföljning av insatser, också när en kortare period visas."))
  }

  private func objectPath(_ result: ObjectResult) -> String {
    Addresses.object.path(
      Pair(request.year.number, ListLink.segment(of: result.reference)), query: request.filter.query())
  }
}
