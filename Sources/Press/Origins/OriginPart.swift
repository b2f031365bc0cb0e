import Ledger
import Report
package import Statements

/// The sections that figures open to: one per origin, one per account, one per voucher.
package struct OriginPart {
  let origins: Origins
  let ledger: LedgerLines?

  private static let lead =
    "Varje siffra i dokumentet är en länk hit: till sin beräkning, sina konton och verifikationer."

  /// All of them, beneath a heading that says what they are. Operands and accounts found on the way are added until
  /// there are no more.
  func html() -> HTML {
    var sections: [HTML] = []
    var next = 0
    while next < origins.entries.count {
      sections.append(section(of: origins.entries[next], content: content(of: origins.entries[next])))
      next += 1
    }
    // The back links are known only now, when every entry has been printed once.
    let finished = zip(origins.entries, sections).map { entry, section in closed(section, backLinks(of: entry)) }
    let accounts = ledger.map { AccountPart(ledger: $0).html() } ?? .empty
    return tag(
      "section", [.class("origins"), .id("ursprung"), .labelled(by: "ursprung-rubrik")],
      tag("h2", [.id("ursprung-rubrik")], .text("Siffrornas ursprung")),
      tag("p", [.class("lead")], .text(OriginPart.lead)),
      HTML.joined(finished), accounts)
  }

  private func section(of entry: Origins.Entry, content: HTML) -> HTML {
    HTML.joined([
      entry.context.isEmpty ? .empty : tag("p", [.class("context")], .text(entry.context)),
      tag("h3", [.id(entry.id + "-rubrik")], .text(entry.title)),
      tag("p", [.class("value")], .text(entry.figure.exact)),
      share(entry.figure),
      content,
    ])
  }

  private func closed(_ section: HTML, _ pair: (entry: Origins.Entry, links: HTML)) -> HTML {
    Panel.html(id: pair.entry.id, back: pair.entry.opener, content: section + pair.links)
  }

  private func backLinks(of entry: Origins.Entry) -> (entry: Origins.Entry, links: HTML) {
    (entry, Panel.links("Står här", origins.occurrences(of: entry).map { ($0.id, $0.title) }))
  }

  private func share(_ figure: Figure) -> HTML {
    guard let share = figure.share else { return .empty }
    return tag(
      "p", [.class("why")],
      .text("\(Numerals.whole(share.numerator)) av \(Numerals.whole(share.denominator)), avrundat en gång."))
  }

  private func content(of entry: Origins.Entry) -> HTML {
    switch entry.figure.origin {
    case .formula(let operands): formula(operands, of: entry)
    case .ledger(let year, let column, let isTurned, let parts):
      ledgerParts(parts, year: year, column: column, isTurned: isTurned, of: entry)
    case .fact(let title, let source): fact(title, source)
    case .nothing(let why): tag("p", [.class("why")], .text(why))
    }
  }

  private func fact(_ title: String, _ source: String) -> HTML {
    tag("p", [.class("why")], .text(title))
      + (source.isEmpty ? .empty : tag("p", [.class("source")], .text("Källa: \(source)")))
  }

  private func formula(_ operands: [Origin.Operand], of entry: Origins.Entry) -> HTML {
    var rows: [HTML] = []
    for operand in operands {
      rows.append(
        tag(
          "tr", tag("td", [.class("sign")], .text(operand.sign)), tag("th", [.scope(.row)], .text(operand.title)),
          tag("td", [.class("number")], origins.operandLink(operand, within: entry))))
    }
    rows.append(
      tag(
        "tr", [.class("total")], tag("td", [.class("sign")], .text("=")),
        tag("th", [.scope(.row)], .text(entry.title)), tag("td", [.class("number")], .text(entry.figure.exact))))
    return tag(
      "table", [.class("formula")], tag("caption", .text("Så är beloppet räknat")), tag("tbody", each: rows))
  }

  private func ledgerParts(
    _ parts: [Origin.LedgerPart], year: Int, column: Origin.Column, isTurned: Bool, of entry: Origins.Entry
  ) -> HTML {
    let rows = parts.map { part in
      let id = year == ledger?.year ? ledger?.accountID(part, column: column, within: entry) : nil
      let objects = ledger?.words(of: part.objects) ?? ""
      let name = "\(part.account.text) \(part.accountName)"
      return tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          id.map { tag("a", [.href(.fragment($0))], .text(name)) } ?? .text(name),
          objects.isEmpty ? .empty : tag("span", [.class("objects")], .text(objects))),
        tag("td", [.class("number")], .text(Numerals.ore(part.amount))))
    }
    let sum = tag(
      "tr", [.class("total")], tag("th", [.scope(.row)], .text("Summa i bokföringen")),
      tag("td", [.class("number")], .text(Numerals.ore(parts.map(\.amount).sum()))))
    return HTML.joined([
      tag("p", [.class("why")], .text(OriginPart.words(column: column, year: year, isTurned: isTurned))),
      tag(
        "table", [.class("accounts")], tag("caption", .text("Konton")),
        tag(
          "thead",
          tag(
            "tr", tag("th", [.scope(.column)], .text("Konto")),
            tag("th", [.scope(.column), .class("number")], .text("Belopp")))),
        tag("tbody", each: rows + [sum])),
      ledger != nil && year != ledger?.year
        ? tag("p", [.class("why")], .text("Verifikationerna för \(year) finns i bokföringen för det året.")) : .empty,
    ])
  }

  /// What of the accounts is summed, in a sentence.
  package static func words(column: Origin.Column, year: Int, isTurned: Bool) -> String {
    let what =
      switch column {
      case .opening: "Vad som stod på kontona när \(year) började."
      case .change: "Vad som bokförts på kontona under \(year)."
      case .closing: "Vad som stod på kontona när \(year) slutade."
      }
    return what
      + (isTurned
        ? " I bokföringen är debet plus och kredit minus; i årsredovisningen är tecknet omvänt." : "")
  }
}

/// The frame of one section that is opened: named by its heading, closed by a link to where it was opened.
enum Panel {
  static func html(id: String, back: String?, content: HTML) -> HTML {
    tag(
      "section", [.class("panel"), .id(id), .tabIndex(-1), .labelled(by: id + "-rubrik")],
      tag(
        "a", [.class("close"), .href(.fragment(back ?? "innehall"))],
        .text(back == nil ? "Till innehållet" : "Stäng")),
      content)
  }

  /// Links to where the section is used, beneath a heading; nothing where there are none.
  static func links(_ heading: String, _ links: [(id: String, title: String)]) -> HTML {
    guard !links.isEmpty else { return .empty }
    let items = links.map { tag("li", tag("a", [.href(.fragment($0.id))], .text($0.title))) }
    return tag("p", [.class("where")], .text(heading)) + tag("ul", [.class("where")], each: items)
  }
}
