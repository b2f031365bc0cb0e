import Desk
import Ledger
import Press
import Report
import Store

/// The page of huvudboken: one table, so that its head stands on every sheet; one part of it per account.
struct LedgerPage {
  let request: ListRequest
  let ledgers: [AccountLedger]
  let isWhole: Bool

  func html() -> HTML {
    let form = ListPart.years(request) + FilterForm(request).html()
    guard !request.filter.isUnread else { return form }
    return .joined([
      form, ledgers.isEmpty ? .empty : summary(),
      ledgers.isEmpty
        ? ListPart.nothing(request, "Inget konto har något saldo eller någon rad som passar urvalet.")
        : ListPart.scroll("Huvudbok", table()),
    ])
  }

  private func summary() -> HTML {
    let count = ledgers.reduce(0) { $0 + request.filter.kept($1.entries).count }
    let words = Words.count(count, "rad", "rader") + " på " + Words.count(ledgers.count, "konto", "konton") + "."
    let limit =
      isWhole
      ? HTML.empty
      : tag(
        "p", [.class("warning")],
        .text(
          "Här visas de första \(Numerals.whole(Int64(count))) raderna. Välj ett konto, en kortare period eller ett objekt "
            + "för att se de övriga."))
    // Balances and sums are the account's own, whatever rows are picked out of it.
    let rest =
      request.filter.text.isEmpty && request.filter.side == nil
      ? HTML.empty
      : tag("p", [.class("hint")], .text("Saldon och summor räknar alla kontots rader, också dem som inte visas."))
    return tag("p", [.class("lead")], .text(words)) + limit + rest
      + ListPart.tools(request, others: [Page.Link("Kontoplan", Addresses.chart.path(request.year.number))])
  }

  private func table() -> HTML {
    let rowCount = ledgers.reduce(0) { $0 + $1.entries.count }
    let head = ListPart.head(
      request,
      [
        ("Verifikation", false), ("Dag", false), ("Text", false), ("Debet", true), ("Kredit", true), ("Saldo", true),
      ])
    let bodies = HTML.written(byteCount: 380 * rowCount + 900 * ledgers.count) { html in
      LedgerRows(request, year: request.year.number).write(ledgers, into: &html)
    }
    return tag(
      "table", [.class("list ledger")],
      tag("caption", [.class("unseen")], .text("Konton med ingående saldo, rader och utgående saldo")), head, bodies)
  }
}

/// The rows of accounts, as huvudboken and the page of an insats have them.
struct LedgerRows {
  let filter: ListFilter
  let names: ObjectNames
  let year: Int
  /// Whether the vouchers may be opened: a performer sees the rows of their insats alone.
  let opensVouchers: Bool

  init(_ request: ListRequest, year: Int, opensVouchers: Bool = true) {
    filter = request.filter
    names = ObjectNames(request.objects)
    self.year = year
    self.opensVouchers = opensVouchers
  }

  func write(_ ledgers: [AccountLedger], into html: inout HTMLWriter) {
    for ledger in ledgers { write(ledger, into: &html) }
  }

  private func write(_ ledger: AccountLedger, into html: inout HTMLWriter) {
    html.raw("<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"6\">")
    html.text("\(ledger.account.number) \(ledger.account.name)")
    html.raw("</th></tr><tr class=\"balance\"><th scope=\"row\" colspan=\"3\">Ingående saldo ")
    html.text(filter.first.text)
    html.raw("</th><td></td><td></td>")
    html.amount(ledger.opening)
    html.raw("</tr>\n")
    for entry in filter.kept(ledger.entries) { write(entry, into: &html) }
    html.raw("<tr class=\"subtotal\"><th scope=\"row\" colspan=\"3\">Summa och utgående saldo ")
    html.text(filter.last.text)
    html.raw("</th>")
    html.amount(ledger.debit)
    html.amount(ledger.credit)
    html.amount(ledger.closing)
    html.raw("</tr></tbody>\n")
  }

  private func write(_ entry: AccountLedger.Entry, into html: inout HTMLWriter) {
    let path = opensVouchers ? Addresses.voucher.path(VoucherPlace(year: year, number: entry.number)) : nil
    html.raw("<tr><th scope=\"row\" class=\"date\">")
    if let path { html.link(entry.number.text, path) } else { html.text(entry.number.text) }
    html.raw("</th><td class=\"date\">")
    html.text(entry.date.text)
    html.raw("</td><td>")
    html.text(entry.text)
    if !entry.objects.isEmpty {
      html.raw("<div class=\"quiet\">")
      html.text(names.words(entry.objects))
      html.raw("</div>")
    }
    html.raw("</td>")
    let isDebit = entry.amount > .zero
    html.amount(isDebit ? entry.amount : .zero, path: path, hidesZero: true)
    html.amount(isDebit ? .zero : -entry.amount, path: path, hidesZero: true)
    html.amount(entry.balance)
    html.raw("</tr>\n")
  }
}
