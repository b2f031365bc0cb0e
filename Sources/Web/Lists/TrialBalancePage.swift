import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The page of saldobalansen: every amount leads to the rows of huvudboken that it is the sum of.
struct TrialBalancePage {
  let request: ListRequest
  let balance: TrialBalance

  init(request: ListRequest, lines: [TrialLine]) {
    self.request = request
    balance = TrialBalance(lines)
  }

  func html() -> HTML {
    let form = ListPart.years(request) + FilterForm(request, fields: [.accounts, .object]).html()
    guard !request.filter.isUnread else { return form }
    guard !balance.classes.isEmpty else {
      return form + ListPart.nothing(request, "Inget konto har något saldo eller någon rad som passar urvalet.")
    }
    let chart = Page.Link("Kontoplan", Addresses.chart.path(request.year.number))
    return .joined([form, summary(), ListPart.tools(request, others: [chart]), ListPart.scroll("Saldobalans", table())])
  }

  private func summary() -> HTML {
    var html = HTML.empty
    if request.filter.keepsAllRows { html = check() }
    guard balance.result != TrialBalance.Sums() else { return html }
    let result = balance.periodResult
    let kind = result < .zero ? "underskott" : "överskott"
    let words = result == .zero ? "noll" : "\(Numerals.ore(result.magnitude)) i \(kind)"
    return html + tag("p", .text("Resultatet \(request.filter.period) är \(words)."))
  }

  /// Whether the books balance, in words: what stood, what moved.
  private func check() -> HTML {
    var faults: [String] = []
    if balance.sums.opening != .zero {
      faults.append(
        "De ingående saldona är tillsammans \(Numerals.ore(balance.sums.opening)) och skulle vara noll. Kontrollera de "
          + "ingående balanserna i den inlästa filen.")
    }
    let difference = balance.sums.debit - balance.sums.credit
    if difference != .zero {
      faults.append(
        "Debet och kredit skiljer \(Numerals.ore(difference)) och skulle vara lika. Kör finsam verify på boken.")
    }
    guard faults.isEmpty else { return tag("p", [.class("warning")], .text(faults.joined(separator: " "))) }
    return tag(
      "p", [.class("lead")],
      .text(
        "Summan är noll: debet och kredit är båda \(Numerals.ore(balance.sums.debit)), och saldona tar ut varandra."))
  }

  private func table() -> HTML {
    let head = ListPart.head(
      request,
      [
        ("Konto", false), ("Namn", false), ("Ingående", true), ("Debet", true), ("Kredit", true), ("Utgående", true),
      ])
    let count = balance.classes.reduce(0) { $0 + $1.lines.count }
    let bodies = HTML.written(byteCount: 900 * count) { html in
      for group in balance.classes { write(group, into: &html) }
      html.raw("<tbody class=\"sums\"><tr class=\"total\"><th scope=\"row\" colspan=\"2\">Summa alla konton</th>")
      write(balance.sums, into: &html)
      html.raw("</tr>")
      if balance.result != TrialBalance.Sums() {
        html.raw("<tr class=\"subtotal\"><th scope=\"row\" colspan=\"2\">Varav resultat (minus är överskott)</th>")
        write(balance.result, into: &html)
        html.raw("</tr>")
      }
      html.raw("</tbody>")
    }
    return tag(
      "table", [.class("list trial")],
      tag("caption", [.class("unseen")], .text("Saldobalans, konto för konto med summa för varje kontoklass")), head,
      bodies)
  }

  private func write(_ group: TrialBalance.AccountClass, into html: inout HTMLWriter) {
    html.raw("<tbody>")
    for line in group.lines { write(line, into: &html) }
    html.raw("<tr class=\"subtotal\"><th scope=\"row\" colspan=\"2\">")
    html.text("Summa klass \(group.digit)" + (group.words.isEmpty ? "" : ", \(group.words)"))
    html.raw("</th>")
    write(group.sums, into: &html)
    html.raw("</tr></tbody>\n")
  }

  private func write(_ line: TrialLine, into html: inout HTMLWriter) {
    let filter = request.filter
    let account = line.account.number.text
    let (from, through) = (filter.from?.text ?? "", filter.through?.text ?? "")
    // The whole account; what stood before; all that led to what stands.
    let whole = path(account, from: from, through: through)
    let opening =
      filter.first > request.year.first ? path(account, from: "", through: filter.first.dayBefore.text) : whole
    let closing = path(account, from: "", through: through)
    html.raw("<tr><th scope=\"row\">")
    html.link(account, whole)
    html.raw("</th><td>")
    html.text(line.account.name)
    html.raw("</td>")
    html.amount(line.opening, path: opening)
    html.amount(line.debit, path: path(account, from: from, through: through, side: .debit), hidesZero: true)
    html.amount(line.credit, path: path(account, from: from, through: through, side: .credit), hidesZero: true)
    html.amount(line.closing, path: closing)
    html.raw("</tr>\n")
  }

  private func write(_ sums: TrialBalance.Sums, into html: inout HTMLWriter) {
    html.amount(sums.opening)
    html.amount(sums.debit)
    html.amount(sums.credit)
    html.amount(sums.closing)
  }

  private func path(_ account: String, from: String, through: String, side: ListFilter.Side? = nil) -> String {
    ListLink.ledger(
      request.year.number, account: account, from: from, through: through,
      object: request.filter.object?.reference.written ?? "", side: side)
  }
}
