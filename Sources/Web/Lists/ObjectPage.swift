import Association
import Ledger
import Press
import Report
import Statements
import Store

/// The page of one object: facts and frame, a balance per account, and the rows.
struct ObjectPage {
  let request: ListRequest
  let reference: ObjectReference
  /// What the association has said of the insats; nil for another object, or one that only the books know.
  let insats: Insats?
  let owner: String
  let frame: FollowUp.Line?
  let lines: [TrialLine]
  let ledgers: [AccountLedger]
  let isWhole: Bool
  let opensVouchers: Bool
  /// What is agreed and reported of an insats, and what it was before.
  let part: HTML

  private var ownPath: String {
    Addresses.object.path(Pair(request.year.number, ListLink.segment(of: reference)))
  }

  func html() -> HTML {
    let form = facts() + part + years() + FilterForm(request, at: ownPath).html()
    guard !request.filter.isUnread else { return form }
    return .joined([
      form,
      lines.isEmpty
        ? tag("p", [.class("empty")], .text("Ingen rad i bokföringen gäller detta \(request.filter.period)."))
        : tools() + tag("h2", .text("Konto för konto")) + ListPart.scroll("Konto för konto", balances())
          + tag("h2", .text("Rader")) + limit() + ListPart.scroll("Rader", rows()),
    ])
  }

  private func facts() -> HTML {
    var pairs: [(String, String)] = [("Beteckning", reference.object)]
    if let insats {
      pairs.append(("Inriktning", insats.kind.words))
      if !owner.isEmpty { pairs.append(("Ägare", owner)) }
      let days = [insats.started.map { "från \($0.text)" }, insats.ended.map { "till \($0.text)" }].compactMap(\.self)
      if !days.isEmpty { pairs.append(("Pågår", days.joined(separator: " "))) }
      if !insats.targetGroup.isEmpty { pairs.append(("För", insats.targetGroup)) }
    }
    if let frame {
      let year = request.year.number
      pairs.append(("Beviljad ram \(year)", frame.granted.map { Numerals.ore($0) } ?? "ingen ram"))
      pairs.append(("Använt \(year)", Numerals.ore(frame.outcome)))
      if let left = frame.left {
        pairs.append(("Kvar", Numerals.ore(left) + (left < .zero ? " (över ramen)" : "")))
      }
    }
    return tag(
      "dl", [.class("facts")], each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", .text($0.1))) })
  }

  private func years() -> HTML {
    guard request.years.count > 1 else { return .empty }
    let links = request.years.reversed().map { year in
      ListPart.link(
        "\(year.number)", ListLink.object(year.number, reference), isCurrent: year == request.year)
    }
    return tag(
      "nav", [.class("pages switch"), .label("Räkenskapsår")], tag("span", [.class("quiet")], .text("Räkenskapsår")),
      tag("ul", each: links))
  }

  private func tools() -> HTML {
    let query = [
      (ListFilter.Name.from, request.filter.from?.text ?? ""),
      (ListFilter.Name.through, request.filter.through?.text ?? ""), (ListFilter.Name.form, "csv"),
    ]
    return tag(
      "p", [.class("toolbar list-tools")],
      tag("a", [.class("button"), .href(.path(ownPath + Percent.query(query)))], .text("Hämta raderna som CSV")),
      tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut")))
  }

  private func balances() -> HTML {
    let rows = HTML.written(byteCount: 500 * lines.count) { html in
      for line in lines { write(line, into: &html) }
    }
    let balance = TrialBalance(lines)
    let sums = HTML.written { html in
      html.raw("<tr><th scope=\"row\" colspan=\"2\">Summa</th>")
      html.amount(balance.sums.debit)
      html.amount(balance.sums.credit)
      html.amount(balance.sums.debit - balance.sums.credit)
      html.raw("</tr>")
    }
    return tag(
      "table", [.class("list balances")],
      tag("caption", [.class("unseen")], .text("Vad som har bokförts på varje konto")),
      ListPart.head(
        request,
        [("Konto", false), ("Namn", false), ("Debet", true), ("Kredit", true), ("Netto (minus är intäkt)", true)]),
      tag("tbody", rows), tag("tfoot", sums))
  }

  private func write(_ line: TrialLine, into html: inout HTMLWriter) {
    let account = line.account.number.text
    html.raw("<tr><th scope=\"row\">")
    if opensVouchers { html.link(account, path(account)) } else { html.text(account) }
    html.raw("</th><td>")
    html.text(line.account.name)
    html.raw("</td>")
    html.amount(line.debit, path: opensVouchers ? path(account, .debit) : nil, hidesZero: true)
    html.amount(line.credit, path: opensVouchers ? path(account, .credit) : nil, hidesZero: true)
    html.amount(line.debit - line.credit, path: opensVouchers ? path(account) : nil)
    html.raw("</tr>\n")
  }

  private func path(_ account: String, _ side: ListFilter.Side? = nil) -> String {
    ListLink.ledger(
      request.year.number, account: account, from: request.filter.from?.text ?? "",
      through: request.filter.through?.text ?? "", object: reference.written, side: side)
  }

  private func limit() -> HTML {
    guard !isWhole else { return .empty }
    return tag(
      "p", [.class("warning")],
      .text("Här visas de första \(Numerals.whole(Int64(ShowObject.rowCountMax))) raderna. Välj en kortare period."))
  }

  private func rows() -> HTML {
    let count = ledgers.reduce(0) { $0 + $1.entries.count }
    let bodies = HTML.written(byteCount: 380 * count + 900 * ledgers.count) { html in
      LedgerRows(request, year: request.year.number, opensVouchers: opensVouchers).write(ledgers, into: &html)
    }
    return tag(
      "table", [.class("list ledger")], tag("caption", [.class("unseen")], .text("Raderna, konto för konto")),
      ListPart.head(
        request,
        [
          ("Verifikation", false), ("Dag", false), ("Text", false), ("Debet", true), ("Kredit", true),
          ("Saldo", true),
        ]), bodies)
  }
}

extension Insats.Kind {
  /// The direction in words.
  var words: String {
    switch self {
    case .individual: "Individinriktad"
    case .structural: "Strukturövergripande"
    case .consultation: "Konsultationsteam"
    case .preStudy: "Förstudie"
    }
  }
}
