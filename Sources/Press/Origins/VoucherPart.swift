import Ledger
import Report

/// A voucher whole: what LKBR 3:9 asks for, all rows, its documents by fingerprint, and its correction both ways.
struct VoucherPart {
  let ledger: LedgerLines
  let index: Int

  func html() -> HTML {
    let posted = ledger.vouchers[index]
    let id = ledger.voucherID(index) ?? ""
    let accounts = ledger.accounts(listing: index)
    return Panel.html(
      id: id, back: accounts.first?.id,
      content: HTML.joined([
        tag("p", [.class("context")], .text("Verifikation")),
        tag("h3", [.id(id + "-rubrik")], .text("\(posted.number.text) \(posted.voucher.text)")),
        facts(of: posted), office(of: posted), rows(of: posted.voucher), amendments(of: posted.voucher),
        documents(of: posted.voucher), Panel.links("Ingår i", accounts),
      ]))
  }

  private func office(of posted: PostedVoucher) -> HTML {
    guard let links = ledger.links else { return .empty }
    return tag(
      "p", tag("a", [.href(.path(links.voucher(posted.number)))], .text("Öppna \(posted.number.text) i kontoret")))
  }

  private func facts(of posted: PostedVoucher) -> HTML {
    let voucher = posted.voucher
    var facts = [fact("Datum", .text(voucher.date.text))]
    if !voucher.counterparty.isEmpty { facts.append(fact("Motpart", .text(voucher.counterparty))) }
    if let day = voucher.compiledOn { facts.append(fact("Upprättad", .text(day.text))) }
    if !voucher.compiledBy.isEmpty { facts.append(fact("Av", .text(voucher.compiledBy))) }
    facts.append(fact("Källa", .text(VoucherPart.words(of: voucher.source))))
    if let number = posted.reverses { facts.append(fact("Rättar", link(to: number))) }
    if let number = posted.reversedBy { facts.append(fact("Rättad av", link(to: number))) }
    if let reason = posted.reason { facts.append(fact("Skäl", .text(reason))) }
    return tag("dl", each: facts)
  }

  private func fact(_ title: String, _ value: HTML) -> HTML {
    tag("div", tag("dt", .text(title)), tag("dd", value))
  }

  private func link(to number: Voucher.Number) -> HTML {
    ledger.voucherID(number).map { tag("a", [.href(.fragment($0))], .text(number.text)) } ?? .text(number.text)
  }

  private static func words(of source: Voucher.Source) -> String {
    switch source {
    case .entered: "Bokförd här"
    case .imported(let series, let number):
      "Inläst, i filen \([series, number].filter { !$0.isEmpty }.joined(separator: " "))"
    case .balances: "Gjord av saldon utan verifikationer"
    case .yearEnd: "Bokslut"
    }
  }

  private func rows(of voucher: Voucher) -> HTML {
    let rows = voucher.rows.map { row in
      tag(
        "tr", tag("th", [.scope(.row)], account(of: row)),
        tag("td", [.class("number")], .text(row.amount > .zero ? Numerals.ore(row.amount) : "")),
        tag("td", [.class("number")], .text(row.amount < .zero ? Numerals.ore(-row.amount) : "")))
    }
    return tag(
      "table", [.class("ledger")], tag("caption", .text("Rader")),
      tag(
        "thead",
        tag(
          "tr", tag("th", [.scope(.column)], .text("Konto")),
          tag("th", [.scope(.column), .class("number")], .text("Debet")),
          tag("th", [.scope(.column), .class("number")], .text("Kredit")))),
      tag("tbody", each: rows))
  }

  private func account(of row: Voucher.Row) -> HTML {
    let name = ledger.source.books.chart[row.account]?.name ?? ""
    let more = [ledger.words(of: row.objects), row.text].filter { !$0.isEmpty }.joined(separator: ". ")
    return .text(name.isEmpty ? row.account.text : "\(row.account.text) \(name)")
      + (more.isEmpty ? .empty : tag("span", [.class("objects")], .text(more)))
  }

  private func amendments(of voucher: Voucher) -> HTML {
    guard !voucher.amendments.isEmpty else { return .empty }
    let items = voucher.amendments.map { amendment in
      let verb = amendment.kind == .struck ? "Struken" : "Tillagd"
      let when = [amendment.row.date?.text ?? "", amendment.row.sign].filter { !$0.isEmpty }.joined(separator: ", ")
      return tag(
        "li",
        .text(
          "\(verb) rad: \(amendment.row.account.text), \(Numerals.ore(amendment.row.amount))"
            + (when.isEmpty ? "" : " (\(when))")))
    }
    return tag("p", [.class("where")], .text("Ändringar i programmet före oss")) + tag("ul", each: items)
  }

  private func documents(of voucher: Voucher) -> HTML {
    guard !voucher.attachments.isEmpty else { return .empty }
    return tag("p", [.class("where")], .text("Underlag, SHA-256"))
      + tag("ul", [.class("hashes")], each: voucher.attachments.map { tag("li", document($0)) })
  }

  private func document(_ digest: String) -> HTML {
    let code = tag("code", .text(digest))
    return ledger.links.map { tag("a", [.href(.path($0.document(digest)))], code) } ?? code
  }
}
