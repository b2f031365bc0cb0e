import Ledger
import Press
import Report
import Store

/// The rows of a voucher in the book: each account leads to its ledger.
struct VoucherRowsPart {
  let view: VoucherView

  var html: HTML {
    guard !view.voucher.rows.isEmpty else {
      return tag("p", .text("Verifikationen har inga rader. Den var tom i filen och har behållit sitt nummer."))
    }
    let hasOthers = view.voucher.rows.contains { $0.objects.objects.contains { !VoucherRowsPart.own($0.dimension) } }
    let hasTexts = view.voucher.rows.contains { !$0.text.isEmpty || $0.date != nil || !$0.sign.isEmpty }
    var headings: [(String, StaticString)] = [
      ("Konto", ""), ("Insats", ""), ("Part", ""), ("Debet", "number"), ("Kredit", "number"),
    ]
    if hasOthers { headings.insert(("Övrigt", ""), at: 3) }
    if hasTexts { headings.append(("Radtext", "")) }
    let body = view.voucher.rows.map { row($0, hasOthers: hasOthers, hasTexts: hasTexts) }
    return tag(
      "div", [.class("scroll")],
      tag(
        "table", [.class("list cards-on-phone"), .id("rader")], tag("caption", .text("Rader")),
        tag("thead", tag("tr", each: headings.map { tag("th", [.scope(.column), .class($0.1)], .text($0.0)) })),
        tag("tbody", each: body), total(hasOthers: hasOthers, hasTexts: hasTexts)))
      + amendments()
  }

  private static func own(_ dimension: Dimension) -> Bool { dimension == .insats || dimension == .party }

  private func row(_ row: Voucher.Row, hasOthers: Bool, hasTexts: Bool) -> HTML {
    var cells = [
      tag("th", [.scope(.row), .other("data-label", "Konto")], account(row.account)),
      tag("td", [.other("data-label", "Insats")], object(row, .insats)),
      tag("td", [.other("data-label", "Part")], object(row, .party)),
    ]
    if hasOthers {
      let others = row.objects.objects.filter { !VoucherRowsPart.own($0.dimension) }.map { reference in
        "\(reference.dimension.usualName ?? "Dimension \(reference.dimension.number)"): "
          + (view.objects[reference] ?? reference.object)
      }
      cells.append(tag("td", [.other("data-label", "Övrigt")], .text(others.joined(separator: ", "))))
    }
    cells += [amount(row.amount, isDebit: true), amount(row.amount, isDebit: false)]
    if hasTexts {
      let words = [row.text, row.date.map { "dag \($0.text)" } ?? "", row.sign.isEmpty ? "" : "sign. \(row.sign)"]
      cells.append(
        tag("td", [.other("data-label", "Radtext")], .text(words.filter { !$0.isEmpty }.joined(separator: ", "))))
    }
    return tag("tr", each: cells)
  }

  private func account(_ number: AccountNumber) -> HTML {
    let name = view.accounts[number] ?? ""
    let path = Addresses.ledger.path(
      view.year.number,
      query: [
        (ListFilter.Name.accounts, number.text), (ListFilter.Name.from, month.first),
        (ListFilter.Name.through, month.last),
      ])
    return tag("a", [.href(.path(path))], .text(name.isEmpty ? number.text : "\(number.text) \(name)"))
  }

  /// The days of the voucher's month, within its year.
  private var month: (first: String, last: String) {
    let date = view.voucher.date
    let count = CalendarDate.dayCount(ofMonth: date.month, year: date.year)
    let first = CalendarDate(year: date.year, month: date.month, day: 1).map { max($0, view.year.first) }
    let last = CalendarDate(year: date.year, month: date.month, day: count).map { min($0, view.year.last) }
    return (first?.text ?? "", last?.text ?? "")
  }

  private func object(_ row: Voucher.Row, _ dimension: Dimension) -> HTML {
    guard let object = row.objects[dimension] else { return .empty }
    let name = view.objects[ObjectReference(dimension: dimension, object: object)] ?? object
    guard dimension == .insats else { return .text(name) }
    return tag("a", [.href(.path(Addresses.object.path(Pair(view.year.number, object))))], .text(name))
  }

  private func amount(_ amount: Money, isDebit: Bool) -> HTML {
    let label = isDebit ? "Debet" : "Kredit"
    let isHere = isDebit ? amount >= .zero : amount < .zero
    return tag(
      "td", [.class("number")] + (isHere ? [.other("data-label", label)] : []),
      .text(isHere ? AmountText.field(amount.magnitude) : ""))
  }

  private func total(hasOthers: Bool, hasTexts: Bool) -> HTML {
    let credit = view.voucher.rows.filter { $0.amount < .zero }.map(\.amount).sum()
    return tag(
      "tfoot",
      tag(
        "tr", tag("th", [.scope(.row), .columns(hasOthers ? 4 : 3)], .text("Summa")),
        tag("td", [.class("number"), .other("data-label", "Debet")], .text(AmountText.field(view.amount))),
        tag("td", [.class("number"), .other("data-label", "Kredit")], .text(AmountText.field(-credit))),
        hasTexts ? tag("td") : .empty))
  }

  /// What the program before us struck out or added: history, never summed.
  private func amendments() -> HTML {
    guard !view.voucher.amendments.isEmpty else { return .empty }
    let items = view.voucher.amendments.map { amendment in
      let what = amendment.kind == .struck ? "Struken" : "Tillagd"
      let when = amendment.row.date.map { " \($0.text)" } ?? ""
      let who = amendment.row.sign.isEmpty ? "" : " av \(amendment.row.sign)"
      return tag("li", .text("\(what)\(when)\(who): \(amendment.row.account), \(Numerals.ore(amendment.row.amount))"))
    }
    return tag("h2", .text("Ändrat i programmet före finsam")) + tag("ul", each: items)
  }
}
