import Ledger
import Report

/// The accounts that origins name, each with its rows of the year, and the vouchers whole.
struct AccountPart {
  let ledger: LedgerLines

  func html() -> HTML {
    let accounts = ledger.accounts.indices.map { section(ofAccount: $0) }
    guard ledger.printsVouchers else { return HTML.joined(accounts) }
    let vouchers = ledger.vouchers.indices.map { VoucherPart(ledger: ledger, index: $0).html() }
    return HTML.joined(accounts + vouchers)
  }

  private func section(ofAccount index: Int) -> HTML {
    let account = ledger.accounts[index]
    let id = "k-\(index + 1)"
    let objects = ledger.words(of: account.objects)
    let lines = ledger.ledger(of: account)
    let parents = ledger.parents[index]
    return Panel.html(
      id: id, back: parents.first?.id,
      content: HTML.joined([
        tag("p", [.class("context")], .text("Konto, \(ledger.source.books.year.text)")),
        tag("h3", [.id(id + "-rubrik")], .text("\(account.account.text) \(account.name)")),
        objects.isEmpty ? .empty : tag("p", [.class("objects")], .text(objects)),
        ledger.links.map { office(account, $0) } ?? .empty,
        ledger.printsVouchers ? rows(lines, account: index) : summary(lines),
        Panel.links("Ingår i", parents),
      ]))
  }

  private func office(_ account: LedgerLines.Account, _ links: OfficeLinks) -> HTML {
    tag(
      "p", tag("a", [.href(.path(links.account(account.account)))], .text("Öppna \(account.account.text) i huvudboken"))
    )
  }

  private func summary(_ lines: LedgerLines.Ledger) -> HTML {
    let vouchers = Set(lines.lines.map(\.voucher)).count
    return tag(
      "p", [.class("why")],
      .text(
        "Ingående \(Numerals.ore(lines.opening)), förändring \(Numerals.ore(lines.change)), utgående "
          + "\(Numerals.ore(lines.closing)), i \(Numerals.whole(Int64(vouchers))) verifikationer. De är för många för "
          + "den här sidan; de finns i SIE-filen som är bifogad i årsredovisningens PDF, och i boken."))
  }

  private func rows(_ lines: LedgerLines.Ledger, account: Int) -> HTML {
    var rows: [HTML] = []
    if lines.opening != .zero { rows.append(sum("Ingående balans", lines.opening)) }
    for line in lines.lines {
      ledger.list(voucher: line.voucher, onAccount: account)
      rows.append(row(line))
    }
    rows.append(sum(lines.opening == .zero ? "Summa" : "Utgående balans", lines.opening + lines.change))
    let gap = lines.closing - lines.opening - lines.change
    return tag(
      "table", [.class("ledger")], tag("caption", .text("Verifikationer")),
      tag(
        "thead",
        tag(
          "tr", heading("Ver."), heading("Datum"), heading("Text"),
          tag("th", [.scope(.column), .class("number")], .text("Belopp")))),
      tag("tbody", each: rows))
      + (gap == .zero
        ? .empty
        : tag(
          "p", [.class("why")],
          .text(
            "Verifikationerna skiljer sig \(Numerals.ore(gap)) från kontots saldo: saldot är bokfört utan "
              + "verifikationer.")))
  }

  private func heading(_ words: String) -> HTML { tag("th", [.scope(.column)], .text(words)) }

  private func row(_ line: LedgerLines.Line) -> HTML {
    let posted = ledger.vouchers[line.voucher]
    let voucher = posted.voucher
    let more = line.row.text == voucher.text ? "" : line.row.text
    let text = [voucher.text, more].filter { !$0.isEmpty }.joined(separator: ": ")
    return tag(
      "tr",
      tag(
        "th", [.scope(.row)],
        ledger.voucherID(line.voucher).map { tag("a", [.href(.fragment($0))], .text(posted.number.text)) }
          ?? .text(posted.number.text)),
      tag("td", [.class("date")], .text((line.row.date ?? voucher.date).text)),
      tag(
        "td", .text(text),
        voucher.counterparty.isEmpty
          ? .empty : tag("span", [.class("objects")], .text(voucher.counterparty))),
      tag("td", [.class("number")], .text(Numerals.ore(line.row.amount))))
  }

  private func sum(_ words: String, _ amount: Money) -> HTML {
    tag(
      "tr", [.class("total")], tag("th", [.scope(.row), .columns(3)], .text(words)),
      tag("td", [.class("number")], .text(Numerals.ore(amount))))
  }
}
