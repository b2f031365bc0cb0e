import Ledger
import Press

/// The rows of a form that has several of the same: who sits in a group, which insatser a plan has. They stand as they
/// were typed, with room for more.
struct TypedRows {
  struct Column {
    let name: String
    let label: String
    /// What is chosen among; none for a field to type in.
    var options: [(value: String, words: String)] = []
    var isNumber = false
  }

  /// More than any group or plan has.
  static let countMax = 100
  /// So many rows a press of the button gives.
  private static let moreCount = 5

  let columns: [Column]
  private(set) var rows: [[String]]

  init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The rows as they were typed, and more where the button was pressed.
  init(_ columns: [Column], typed form: Form) {
    self.columns = columns
    let fields = columns.map { form.choices($0.name) }
    rows = (0..<min(fields.map(\.count).max() ?? 0, TypedRows.countMax)).map { row in
      fields.map { row < $0.count ? $0[row].strippedOfBlanks : "" }
    }
    if wantsMore(form) { rows += Array(repeating: columns.map { _ in "" }, count: TypedRows.moreCount) }
  }

  private var buttonName: String { "fler-\(columns[0].name)" }

  /// Whether the button for more rows was pressed.
  func wantsMore(_ form: Form) -> Bool { form.has(buttonName) }

  /// The rows in which something is typed or chosen, with their places from 1. Every text is examined.
  func filled(_ reading: inout FormReading, byteCountMax: Int = 200) -> [(place: Int, cells: [String])] {
    for column in columns where column.options.isEmpty {
      _ = reading.texts(column.name, column.label, byteCountMax: byteCountMax)
    }
    return rows.enumerated().filter { row in
      zip(columns, row.element).contains { $0.options.isEmpty ? !$1.isEmpty : $1 != ($0.options.first?.value ?? "") }
    }.map { ($0.offset + 1, $0.element) }
  }

  /// A table of fields, with so many empty rows at the end.
  func html(_ caption: String, blanks: Int, faults: [FieldFault]) -> HTML {
    let empty = columns.map { $0.options.first?.value ?? "" }
    let shown = rows + Array(repeating: empty, count: min(blanks, max(TypedRows.countMax - rows.count, 0)))
    let body = shown.enumerated().map { index, cells in
      tag(
        "tr",
        each: zip(columns, cells).map { column, value in
          tag("td", [.other("data-label", column.label)], control(column, value, index + 1, faults))
        })
    }
    return ListPart.scroll(
      caption,
      tag(
        "table", [.class("list cards-on-phone")], tag("caption", .text(caption)),
        tag("thead", tag("tr", each: columns.map { tag("th", [.scope(.column)], .text($0.label)) })),
        tag("tbody", each: body)))
      + tag("p", FormPart.button("Fler rader", name: buttonName, value: "ja", kind: "secondary"))
  }

  private func control(_ column: Column, _ value: String, _ place: Int, _ faults: [FieldFault]) -> HTML {
    let id = "\(column.name)-\(place)"
    let isFaulty = faults.contains { $0.field == id }
    let attributes: [Attribute] =
      [.id(id), .other("name", column.name), .label("\(column.label), rad \(place)")]
      + (isFaulty ? [.other("aria-invalid", "true")] : [])
    guard column.options.isEmpty else {
      return tag(
        "select", attributes,
        each: column.options.map { option in
          tag(
            "option", [.other("value", option.value)] + (option.value == value ? [.other("selected", "")] : []),
            .text(option.words))
        })
    }
    return voidTag(
      "input",
      attributes + [.other("type", "text"), .other("value", value), .other("autocomplete", "off")]
        + (column.isNumber ? [.other("inputmode", "decimal")] : []))
  }
}
