import Ledger
import Press
import Store

/// The rows of a voucher as they are typed: a table of fields that works as it stands, and better with `grid.js`.
struct GridPart {
  let sketch: Sketch
  let faults: [FieldFault]
  let choices: EntryChoices
  /// Whether it is kept nowhere, so that the script asks before it is left.
  let isUnsaved: Bool

  /// Rows shown in an empty form.
  static let rowCountMin = 4
  /// Rows added by the button, and without a script.
  static let moreRows = 5

  var html: HTML {
    let count = max(sketch.rows.count, GridPart.rowCountMin)
    let rows = (0..<count).map { index in
      row(index < sketch.rows.count ? sketch.rows[index] : Sketch.Row(), number: index + 1)
    }
    let headings = ["Konto", "Insats", "Part", "Debet", "Kredit", "Radtext"].enumerated().map { index, words in
      tag("th", [.scope(.column), .class(index == 3 || index == 4 ? "number" : "")], .text(words))
    }
    return tag(
      "div", [.class("grid-frame")],
      tag(
        "table",
        [.class("grid"), .id("rader"), .other("data-accounts", Addresses.accountChoices.path())]
          + (isUnsaved ? [.other("data-unsaved", "")] : []),
        tag("caption", [.class("unseen")], .text("Verifikationens rader")),
        tag(
          "thead",
          tag("tr", each: headings + [tag("th", [.scope(.column)], tag("span", [.class("unseen")], .text("Åtgärd")))])),
        tag("tbody", each: rows), foot()), lists())
  }

  private func row(_ row: Sketch.Row, number: Int) -> HTML {
    let account = choices.account(row.account)
    let insats = EntryChoices.choice(row.insats, among: choices.insatser)
    let party = EntryChoices.choice(row.party, among: choices.parties)
    return tag(
      "tr", [.other("data-row", "\(number)")],
      cell(
        Cell(field: "konto", label: "Konto", value: row.account, list: "kontolista", name: account?.name ?? ""), number),
      cell(
        Cell(
          field: "insats", label: "Insats", value: row.insats, list: "insatslista",
          name: insats.map { $0.name == $0.id ? "" : $0.name } ?? ""), number),
      cell(
        Cell(
          field: "part", label: "Part", value: row.party, list: "partlista",
          name: party.map { $0.name == $0.id ? "" : $0.name } ?? ""), number),
      cell(Cell(field: "debet", label: "Debet", value: row.debit, isAmount: true), number),
      cell(Cell(field: "kredit", label: "Kredit", value: row.credit, isAmount: true), number),
      cell(Cell(field: "radtext", label: "Radtext", value: row.text), number),
      tag(
        "td", [.class("act")],
        tag(
          "button",
          [
            .class("plain"), .other("type", "submit"), .other("name", "gor"),
            .other("value", "ta-bort-rad \(number)"), .id("ta-bort-\(number)"), .label("Ta bort rad \(number)"),
          ], .text("Ta bort"))))
  }

  private struct Cell {
    let field: String
    let label: String
    let value: String
    /// The list that the field chooses from; empty for a field that is typed freely.
    var list = ""
    /// What the value is called, shown beneath it.
    var name = ""
    var isAmount = false
  }

  private func cell(_ cell: Cell, _ number: Int) -> HTML {
    let id = "\(cell.field)-\(number)"
    let fault = faults.first { $0.field == id }
    let described = [cell.list.isEmpty ? nil : id + "-namn", fault.map { _ in id + "-fel" }].compactMap { $0 }
    var attributes: [Attribute] = [
      .id(id), .other("name", cell.field), .other("type", "text"), .other("value", cell.value),
      .other("autocomplete", "off"), .label("\(cell.label), rad \(number)"),
    ]
    if !described.isEmpty { attributes.append(.other("aria-describedby", described.joined(separator: " "))) }
    if fault != nil { attributes.append(.other("aria-invalid", "true")) }
    if !cell.list.isEmpty { attributes.append(.other("list", cell.list)) }
    if cell.isAmount { attributes += [.class("amount"), .other("inputmode", "decimal")] }
    return tag(
      "td",
      [.other("data-label", cell.label), .class(cell.isAmount ? "number" : cell.field == "konto" ? "account" : "")],
      voidTag("input", attributes),
      cell.list.isEmpty ? .empty : tag("span", [.class("name"), .id(id + "-namn")], .text(cell.name)),
      fault.map { tag("p", [.class("fault"), .id(id + "-fel")], .text($0.atField)) } ?? .empty)
  }

  private func foot() -> HTML {
    let sums = SketchSums(sketch)
    return tag(
      "tfoot",
      tag(
        "tr",
        tag("th", [.scope(.row), .columns(3)], .text("Summa")),
        tag(
          "td", [.class("number"), .id("summa-debet"), .other("data-label", "Debet")],
          .text(AmountText.field(sums.debit))),
        tag(
          "td", [.class("number"), .id("summa-kredit"), .other("data-label", "Kredit")],
          .text(AmountText.field(sums.credit))),
        tag("td", [.columns(2)])))

  }

  /// How debit and credit stand; spoken when it has changed.
  static func difference(_ sketch: Sketch) -> HTML {
    let sums = SketchSums(sketch)
    return tag(
      "p",
      [
        .id("skillnad"), .class("sum-state"), .role("status"), .tabIndex(-1),
        .other("data-state", sums.state),
      ], .text(sums.words))
  }

  /// The choices of each column, for browsers without our script.
  private func lists() -> HTML {
    func list(_ id: String, _ choices: [(String, String)]) -> HTML {
      tag(
        "datalist", [.id(id)],
        each: choices.map { tag("option", [.other("value", $0.0)], .text($0.1)) })
    }
    return list("kontolista", choices.accounts.map { ($0.number.text, "\($0.number.text) \($0.name)") })
      + list("insatslista", choices.insatser.map { ($0.id, $0.name) })
      + list("partlista", choices.parties.map { ($0.id, $0.name) })
      + list("motpartslista", choices.parties.map { ($0.name, "") })
  }
}
