public import Statements

/// A table as HTML. The caller says how a figure is linked, so that the same table serves the report, where a figure
/// opens to its origin, and other pages.
public struct TablePart {
  /// Where in a table a figure stands.
  public struct Place: Hashable, Sendable {
    /// The table.
    public var table: Table
    /// The row.
    public var row: Table.Row
    /// The column.
    public var column: Table.Column
  }

  let table: Table
  let isTitleAbove: Bool
  let noteLink: (String) -> Attribute.Address?
  let link: (Figure, String, Place) -> HTML

  /// A table whose notes and figures are linked by the caller. Where the heading above says what the caption says,
  /// the caption is kept for those who do not see and not shown.
  public init(
    _ table: Table, isTitleAbove: Bool = false, noteLink: @escaping (String) -> Attribute.Address? = { _ in nil },
    link: @escaping (Figure, String, Place) -> HTML = { _, printed, _ in .text(printed) }
  ) {
    self.table = table
    self.isTitleAbove = isTitleAbove
    self.noteLink = noteLink
    self.link = link
  }

  /// The table with its caption, headings, rows and remark, in a frame that scrolls where it must.
  public func html() -> HTML {
    let id = "tabell-" + table.id
    return tag(
      "div", [.class("table"), .id(id)],
      tag(
        "div", [.class("scroll"), .role("region"), .labelled(by: id + "-rubrik"), .tabIndex(0)],
        tag(
          "table", [.class(isWide ? (table.isWordy ? "wide wordy" : "wide") : table.isWordy ? "wordy" : "")],
          caption(id: id + "-rubrik"), columnGroups(), head(), HTML.joined(bodies()))),
      table.remark.isEmpty ? .empty : tag("p", [.class("remark")], .text(table.remark)))
  }

  private var isWide: Bool { table.columns.count > 4 }

  private func caption(id: String) -> HTML {
    let unit = table.unitWords
    return tag(
      "caption", [.id(id)], tag("span", [.class(isTitleAbove ? "unseen" : "title")], .text(table.title)),
      unit.isEmpty ? .empty : .raw(" ") + tag("span", [.class("unit")], .text(unit)))
  }

  private func columnGroups() -> HTML {
    var groups = [voidTag("col", [.class("head")])]
    if table.hasNotes { groups.append(voidTag("col", [.class("note")])) }
    groups += table.columns.map { _ in voidTag("col") }
    return tag("colgroup", each: groups)
  }

  private func head() -> HTML {
    let groups = table.groups
    let depth = groups.isEmpty ? 1 : 2
    var first = [heading(table.rowHeading, isNumeric: false, scope: .column, rows: depth)]
    if table.hasNotes { first.append(heading("Not", isNumeric: false, scope: .column, rows: depth)) }
    if groups.isEmpty {
      first += table.columns.indices.map { heading(ofColumn: $0) }
      return tag("thead", tag("tr", each: first))
    }
    var second: [HTML] = []
    for group in groups {
      if group.title.isEmpty {
        first += group.columns.map { heading(ofColumn: $0, rows: 2) }
      } else {
        let attributes: [Attribute] = [.scope(.columnGroup), .columns(group.columns.count), .class("group")]
        first.append(tag("th", attributes, .text(group.title)))
        second += group.columns.map { heading(ofColumn: $0) }
      }
    }
    return tag("thead", tag("tr", each: first), tag("tr", each: second))
  }

  private func heading(ofColumn index: Int, rows: Int = 1) -> HTML {
    heading(table.columns[index].title, isNumeric: table.isNumeric(index), scope: .column, rows: rows)
  }

  private func heading(_ words: String, isNumeric: Bool, scope: Attribute.Scope, rows: Int) -> HTML {
    guard !words.isEmpty else { return tag("td", [.rows(rows)]) }
    return tag("th", [.scope(scope), .rows(rows), .class(isNumeric ? "number" : "")], .text(words))
  }

  /// A body begins at each heading and after each sum, so that a heading speaks for its own rows only.
  private func bodies() -> [HTML] {
    var bodies: [HTML] = []
    var rows: [HTML] = []
    func close() {
      if !rows.isEmpty { bodies.append(tag("tbody", each: rows)) }
      rows = []
    }
    for row in table.rows {
      if row.role == .heading { close() }
      rows.append(html(of: row))
      if row.role == .subtotal || row.role == .total { close() }
    }
    close()
    return bodies
  }

  private func html(of row: Table.Row) -> HTML {
    if row.role == .heading {
      let span = table.columns.count + (table.hasNotes ? 2 : 1)
      return tag(
        "tr", [.class("heading")], tag("th", [.scope(.rowGroup), .columns(span)], .text(row.title)))
    }
    var cells = [tag("th", [.scope(.row)], .text(row.title))]
    if table.hasNotes { cells.append(note(of: row)) }
    for (index, cell) in table.cells(of: row).enumerated() {
      cells.append(html(of: cell, in: row, column: index))
    }
    return tag("tr", [.class(TablePart.className(of: row.role))], each: cells)
  }

  private func note(of row: Table.Row) -> HTML {
    guard !row.note.isEmpty else { return tag("td", [.class("note")]) }
    let name = "Not " + row.note
    guard let address = noteLink(row.note) else { return tag("td", [.class("note")], .text(row.note)) }
    return tag("td", [.class("note")], tag("a", [.href(address), .label(name)], .text(row.note)))
  }

  private func html(of cell: Table.Cell, in row: Table.Row, column: Int) -> HTML {
    let printed = table.printed(cell, column: column)
    switch cell {
    case .text where !table.isNumeric(column), .empty where !table.isNumeric(column): return tag("td", .text(printed))
    case .text, .empty: return tag("td", [.class("number")], .text(printed))
    case .figure(let figure):
      let place = Place(table: table, row: row, column: table.columns[column])
      return tag(
        "td", [.class(table.isNegative(cell) ? "number negative" : "number")], link(figure, printed, place))
    }
  }

  private static func className(of role: Table.Role) -> StaticString {
    switch role {
    case .heading: "heading"
    case .row: ""
    case .subtotal: "subtotal"
    case .total: "total"
    case .memo: "memo"
    }
  }
}
