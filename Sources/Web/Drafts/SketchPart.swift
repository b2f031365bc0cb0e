import Ledger
import Press
import Report
import Store

/// A sketch to be read and not changed: for those who only read, beside a question, and beside another version of it.
enum SketchPart {
  static func summary(_ sketch: Sketch, choices: EntryChoices) -> HTML {
    let facts: [(String, String)] = [
      ("Datum", sketch.date), ("Serie", sketch.series), ("Vad har hänt?", sketch.text),
      ("Motpart", sketch.counterparty),
    ]
    return tag(
      "dl", [.class("facts")],
      each: facts.filter { !$0.1.isEmpty }.map { tag("div", tag("dt", .text($0.0)), tag("dd", .text($0.1))) })
      + rows(sketch, choices: choices)
  }

  private static func rows(_ sketch: Sketch, choices: EntryChoices) -> HTML {
    guard !sketch.rows.isEmpty else { return tag("p", [.class("quiet")], .text("Inga rader än.")) }
    let headings = ["Konto", "Insats", "Part", "Debet", "Kredit", "Radtext"].enumerated().map { index, words in
      tag("th", [.scope(.column), .class(index == 3 || index == 4 ? "number" : "")], .text(words))
    }
    let rows = sketch.rows.map { row in
      let name = choices.account(row.account)?.name ?? ""
      return tag(
        "tr", tag("th", [.scope(.row), .other("data-label", "Konto")], .text("\(row.account) \(name)")),
        tag("td", [.other("data-label", "Insats")], .text(row.insats)),
        tag("td", [.other("data-label", "Part")], .text(row.party)),
        tag("td", [.class("number"), .other("data-label", "Debet")], .text(amount(row.debit))),
        tag("td", [.class("number"), .other("data-label", "Kredit")], .text(amount(row.credit))),
        tag("td", [.other("data-label", "Radtext")], .text(row.text)))
    }
    return tag(
      "div", [.class("scroll")],
      tag(
        "table", [.class("list cards-on-phone")], tag("caption", .text("Rader")),
        tag("thead", tag("tr", each: headings)),
        tag("tbody", each: rows)))
      + tag("p", .text(SketchSums(sketch).words))
  }

  /// The amount that a text comes to, or the text where it comes to none.
  static func amount(_ typed: String) -> String {
    if case .amount(let money) = AmountExpression.evaluate(typed) { return AmountText.field(money) }
    return typed
  }
}
