import Desk
import Ledger
import Press
import Report

/// How the file's chart of accounts differs from the book's.
enum ChartPart {
  static func html(_ chart: ImportPreview.ChartDifference) -> HTML {
    let heading = tag("h2", .text("Kontoplanen"))
    guard !chart.new.isEmpty || !chart.changed.isEmpty || !chart.missing.isEmpty else {
      return heading + tag("p", .text("Filen har samma konton som boken, med samma namn."))
    }
    return .joined([
      heading,
      part(
        "Nya konton", chart.new.count, "Boken får de här kontona.", ["Konto", "Namn", "Slag"],
        chart.new.map { [$0.number.text, $0.name, words($0.kind)] }),
      part(
        "Konton med annat namn eller slag", chart.changed.count,
        "Efter inläsningen gäller filens namn och slag. Det som redan är bokfört ändras inte.",
        ["Konto", "I boken", "I filen"],
        chart.changed.map {
          [$0.have.number.text, "\($0.have.name) (\(words($0.have.kind)))", "\($0.got.name) (\(words($0.got.kind)))"]
        }),
      part(
        "Konton som bara finns i boken", chart.missing.count, "De står kvar i boken som de är.",
        ["Konto", "Namn", "Slag"], chart.missing.map { [$0.number.text, $0.name, words($0.kind)] }),
    ])
  }

  private static func part(
    _ title: String, _ count: Int, _ meaning: String, _ heads: [String], _ rows: [[String]]
  ) -> HTML {
    guard count > 0 else { return .empty }
    return tag(
      "details",
      tag("summary", .text("\(title), \(Numerals.whole(Int64(count)))\u{A0}st")),
      tag("p", .text(meaning)),
      tag(
        "div", [.class("scroll")],
        tag(
          "table", [.class("list")], tag("caption", [.class("unseen")], .text(title)),
          tag("thead", tag("tr", each: heads.map { tag("th", [.scope(.column)], .text($0)) })),
          tag(
            "tbody",
            each: rows.map { row in
              tag(
                "tr",
                each: row.enumerated().map { index, words in
                  let words = PersonalNumber.masked(words)
                  return index == 0 ? tag("th", [.scope(.row)], .text(words)) : tag("td", .text(words))
                })
            }))))
  }

  private static func words(_ kind: AccountKind) -> String {
    switch kind {
    case .asset: "tillgång"
    case .liability: "skuld eller eget kapital"
    case .cost: "kostnad"
    case .income: "intäkt"
    }
  }
}
