import Press

/// Rows that are typed into a table: a field or a choice per column, and more rows when they are asked for. The fields of
/// a column have one name; a fault's place is `name-1`, `name-2` ….
struct EntryGrid {
  /// A column.
  struct Column {
    let name: String
    let label: String
    /// The choices; empty for a text.
    var choices: [(value: String, words: String)] = []
    /// How wide a text is, in characters.
    var size = 14
    var byteCountMax = 300
  }

  let columns: [Column]
  /// What stands in the rows, column by column.
  var rows: [[String]]

  /// The button that gives more rows.
  static let more = "fler"
  /// So many empty rows follow on what there is.
  static let spareCount = 4
  /// More than any order has.
  static let rowCountMax = 200

  init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The rows as they were typed.
  init(_ columns: [Column], typed form: Form) {
    let cells = columns.map { form.choices($0.name) }
    let count = min(cells.map(\.count).max() ?? 0, EntryGrid.rowCountMax)
    self.init(columns, rows: (0..<count).map { row in cells.map { row < $0.count ? $0[row] : "" } })
  }

  /// Reads the rows that say something in a text, each with its number from 1; what may not be said is a fault.
  static func read(
    _ reading: inout FormReading, _ form: Form, _ columns: [Column]
  ) -> [(number: Int, cells: [String])] {
    let cells = columns.map { column in
      column.choices.isEmpty
        ? reading.texts(column.name, column.label, byteCountMax: column.byteCountMax) : form.choices(column.name)
    }
    let texts = columns.indices.filter { columns[$0].choices.isEmpty }
    let count = min(cells.map(\.count).max() ?? 0, rowCountMax)
    return (0..<count).compactMap { row in
      let said = cells.map { row < $0.count ? $0[row].strippedOfBlanks : "" }
      return texts.contains { !said[$0].isEmpty } ? (row + 1, said) : nil
    }
  }

  func html(_ caption: String, faults: [FieldFault]) -> HTML {
    let said = rows.filter { row in zip(columns, row).contains { $0.choices.isEmpty && !$1.isEmpty } }
    let blank = columns.map { $0.choices.first?.value ?? "" }
    let all = said + Array(repeating: blank, count: EntryGrid.spareCount)
    let body = all.enumerated().map { index, row in
      tag("tr", each: zip(columns, row).map { cell($0, $1, index + 1, faults) })
    }
    return ListPart.scroll(
      caption,
      tag(
        "table", [.class("list cards-on-phone")], tag("caption", .text(caption)),
        tag("thead", tag("tr", each: columns.map { tag("th", [.scope(.column)], .text($0.label)) })),
        tag("tbody", each: body)))
      + tag("p", FormPart.button("Fler rader", name: EntryGrid.more, value: "ja", kind: "secondary"))
  }

  private func cell(_ column: Column, _ value: String, _ number: Int, _ faults: [FieldFault]) -> HTML {
    let id = "\(column.name)-\(number)"
    let isFaulty = faults.contains { $0.field == id }
    let common: [Attribute] =
      [.id(id), .other("name", column.name), .label("\(column.label), rad \(number)")]
      + (isFaulty ? [.other("aria-invalid", "true"), .other("aria-describedby", "fel")] : [])
    let control =
      column.choices.isEmpty
      ? voidTag(
        "input",
        common + [
          .other("type", "text"), .other("autocomplete", "off"), .other("value", value),
          .other("size", "\(column.size)"),
        ])
      : tag(
        "select", common,
        each: column.choices.map { choice in
          tag(
            "option",
            [.other("value", choice.value)] + (choice.value == value ? [.other("selected", "")] : []),
            .text(choice.words))
        })
    return tag("td", [.other("data-label", column.label)], control)
  }
}
