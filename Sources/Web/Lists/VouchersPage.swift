import Desk
import Ledger
import Press
import Report
import Store

/// The page of vouchers: filter, count and sum, one row per voucher.
struct VouchersPage {
  let request: ListRequest
  let page: VoucherPage
  /// Which page this is, and of how many.
  let number: Int
  let pageCount: Int

  func html() -> HTML {
    let form = ListPart.years(request) + FilterForm(request).html()
    guard !request.filter.isUnread else { return form }
    return .joined([
      form, summary(),
      page.lines.isEmpty
        ? ListPart.nothing(
          request,
          request.filter.isEmpty
            ? "Inga verifikationer är bokförda \(request.year.number) än." : "Ingen verifikation passar urvalet.")
        : ListPart.scroll("Verifikationer", table()) + pages(),
    ])
  }

  private func summary() -> HTML {
    guard page.count > 0 else { return .empty }
    let whole =
      !request.filter.isWhole && page.count > page.lines.count
      ? [Page.Link("Alla på en sida, för utskrift", request.path((ListFilter.Name.page, "alla")))] : []
    var words = "\(Words.count(page.count, "verifikation", "verifikationer")), tillsammans \(Numerals.ore(page.sum))."
    if request.filter.isWhole, page.count > page.lines.count {
      words +=
        " De \(Numerals.whole(Int64(page.lines.count))) senaste visas; välj en kortare period för att se de övriga."
    }
    return tag("p", [.class("lead")], .text(words)) + ListPart.tools(request, others: whole)
  }

  private func table() -> HTML {
    let head = ListPart.head(
      request,
      [("Nummer", false), ("Dag", false), ("Text och motpart", false), ("Underlag", false), ("Belopp", true)])
    // A row is some four hundred bytes.
    let rows = HTML.written(byteCount: 420 * page.lines.count) { html in
      for line in page.lines { write(line, into: &html) }
    }
    let sum = HTML.written { html in
      html.raw("<tr><th scope=\"row\" colspan=\"4\">")
      html.text(page.count == 1 ? "Summa" : "Summa av alla \(Numerals.whole(Int64(page.count))) i urvalet")
      html.raw("</th>")
      html.amount(page.sum)
      html.raw("</tr>")
    }
    return tag(
      "table", [.class("list vouchers")],
      tag("caption", [.class("unseen")], .text("Verifikationer, de senaste först. Beloppet är verifikationens debet.")),
      head, tag("tbody", rows), tag("tfoot", sum))
  }

  private func write(_ line: VoucherLine, into html: inout HTMLWriter) {
    let path = path(line.number)
    html.raw("<tr><th scope=\"row\" class=\"date\">")
    html.link(line.number.text, path)
    html.raw("</th><td class=\"date\">")
    html.text(line.date.text)
    html.raw("</td><td>")
    html.text(line.text)
    if !line.counterparty.isEmpty {
      html.raw("<div class=\"quiet\">")
      html.text(line.counterparty)
      html.raw("</div>")
    }
    if let other = line.reverses { mark("Rättar ", other, into: &html) }
    if let other = line.reversedBy { mark("Rättad av ", other, into: &html) }
    html.raw("</td><td>")
    if line.documentCount > 0 {
      html.raw("<span class=\"badge\">")
      html.text(line.documentCount == 1 ? "1 fil" : "\(line.documentCount) filer")
      html.raw("</span>")
    }
    html.raw("</td>")
    html.amount(line.sum, path: path)
    html.raw("</tr>\n")
  }

  private func mark(_ words: StaticString, _ other: Voucher.Number, into html: inout HTMLWriter) {
    html.raw("<div><span class=\"badge warn\">")
    html.raw(words)
    html.link(other.text, path(other))
    html.raw("</span></div>")
  }

  private func path(_ number: Voucher.Number) -> String {
    Addresses.voucher.path(VoucherPlace(year: request.year.number, number: number))
  }

  private func pages() -> HTML {
    ListPart.pages(current: number, count: pageCount) {
      request.path((ListFilter.Name.page, $0 == 1 ? "" : "\($0)"))
    }
  }
}
