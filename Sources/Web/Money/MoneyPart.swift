import Desk
import Ledger
import Press
import Report

/// The pieces that the pages of money are made of.
enum MoneyPart {
  /// A column of a table: its heading, and whether it holds amounts.
  struct Column {
    let words: String
    var isNumber = false

    init(_ words: String, isNumber: Bool = false) {
      self.words = words
      self.isNumber = isNumber
    }
  }

  /// A table whose rows stand as cards on a phone. The first cell of each row names the row.
  static func table(_ caption: String, _ columns: [Column], rows: [[HTML]], sums: [HTML] = []) -> HTML {
    func row(_ cells: [HTML]) -> HTML {
      tag(
        "tr",
        each: cells.enumerated().map { index, cell in
          let column = columns[min(index, columns.count - 1)]
          let kind: [Attribute] = [.class(column.isNumber ? "number" : "")]
          if index == 0 { return tag("th", [.scope(.row)] + kind, cell) }
          return tag(
            "td", kind + (column.words.isEmpty || cell.isEmpty ? [] : [.other("data-label", column.words)]), cell)
        })
    }
    let table = tag(
      "table", [.class("list cards-on-phone")], tag("caption", [.class("unseen")], .text(caption)),
      tag(
        "thead",
        tag(
          "tr",
          each: columns.map { column in
            // What acts on a row needs no heading of its own to be seen.
            column.words.isEmpty
              ? tag("td")
              : tag("th", [.scope(.column), .class(column.isNumber ? "number" : "")], .text(column.words))
          })), tag("tbody", each: rows.map(row)), sums.isEmpty ? .empty : tag("tfoot", row(sums)))
    return ListPart.scroll(caption, table)
  }

  /// The headings of a table whose rows are made cell by cell.
  static func head(_ columns: [(words: String, isNumber: Bool)]) -> HTML {
    tag(
      "thead",
      tag(
        "tr", each: columns.map { tag("th", [.scope(.column), .class($0.isNumber ? "number" : "")], .text($0.words)) }))
  }

  /// A cell that says its column on a phone, where the row is a card.
  static func cell(_ label: String, _ content: HTML, isNumber: Bool = false) -> HTML {
    tag("td", [.other("data-label", label)] + (isNumber ? [.class("number")] : []), content)
  }

  /// A cell with an amount; a dash where there is none.
  static func amount(_ label: String, _ amount: Money?, path: String? = nil) -> HTML {
    cell(label, amount.map { MoneyPart.amount($0, path: path) } ?? .text("–"), isNumber: true)
  }

  /// An amount with its öre, a link to what it is made of where there is such a page.
  static func amount(_ amount: Money, path: String? = nil) -> HTML {
    guard let path else { return .text(Numerals.bareOre(amount)) }
    return tag("a", [.href(.path(path))], .text(Numerals.bareOre(amount)))
  }

  /// A link with its words.
  static func link(_ words: String, _ path: String) -> HTML { tag("a", [.href(.path(path))], .text(words)) }

  /// What is known of a thing, as pairs; a pair without words is left out.
  static func facts(_ pairs: [(String, HTML)]) -> HTML {
    tag(
      "dl", [.class("facts")],
      each: pairs.filter { !$0.1.isEmpty }.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  /// The account with its name: `1930 Företagskonto`.
  static func words(_ account: AccountNumber, among accounts: [Account]) -> String {
    let name = accounts.first { $0.number == account }?.name ?? ""
    return name.isEmpty ? account.text : "\(account.text) \(name)"
  }
}
