import Report
import Statements

/// A table as the template reads it: widths, size of type and cells with finished words.
struct PDFTable {
  let table: Table

  /// The text width of an A4 sheet in portrait, in tenths of a millimetre; landscape has 2 470.
  private static let textWidth = 1600

  /// Whether a block is a table that has no room on a standing sheet even in the smallest type we print.
  static func needsLandscape(_ block: Block) -> Bool {
    guard case .table(let table) = block else { return false }
    return PDFTable(table: table).width(at: 14) > textWidth
  }

  /// Room for the narrowest form at that size of type (in half points): a digit is about half as wide as it is high.
  private func width(at halfPoints: Int) -> Int {
    let numbers = table.columns.indices.filter { table.isNumeric($0) }.map { characterCount(inColumn: $0) }
    let words = table.columns.count - numbers.count
    let characters = numbers.reduce(0, +) + words * 16 + 22 + (table.hasNotes ? 4 : 0)
    // Half a point of size gives 0.10 mm of digit (0.58 em of 0.176 mm) and each column has 1.8 mm of air.
    return characters * halfPoints + table.columns.count * 18
  }

  private func characterCount(inColumn index: Int) -> Int {
    let cells = table.rows.filter { $0.role != .heading }.map {
      table.printed(table.cells(of: $0)[index], column: index).unicodeScalars.count
    }
    let heading = table.columns[index].title.split(separator: " ").map(\.unicodeScalars.count).max() ?? 0
    return max(cells.max() ?? 0, heading)
  }

  /// How many rows fit on one sheet, beneath two headings, only if they stand closer: with 6.5 mm a row some 34, with
  /// 5.2 mm some 42.
  private static let fitsTight = 34...42

  /// Nine points where the table has room, down to seven where it has not.
  private var halfPoints: Int {
    [18, 17, 16, 15].first { width(at: $0) <= PDFTable.textWidth } ?? 14
  }

  /// The air before a column of numbers, in points: much where there are few columns.
  private var gap: Int64 {
    guard halfPoints == 18 else { return 7 }
    if table.columns.count <= 3 { return 20 }
    // A further 4 points before each column are 1.4 mm.
    return width(at: 18) + table.columns.count * 14 <= PDFTable.textWidth ? 12 : 8
  }

  /// A caption that the heading above says already is left out; the unit is always stated.
  func json(beneath heading: String) -> JSON {
    let rows = table.rows.map(json)
    return .members([
      "k": .string("table"), "title": .string(Headings.says(heading, title: table.title) ? "" : table.title),
      "unit": .string(table.unitWords),
      // Seven and a half points is written 7.5 by the template's own reckoning of tenths.
      "size": .number(Int64(halfPoints) * 5), "gap": .number(gap),
      "widths": .array(widths.map { .number(Int64($0)) }),
      "head": .array(head), "rows": .array(rows), "remark": .string(table.remark),
      // A table of half a page or less is not broken over two.
      "keep": .bool(rows.count <= 26), "tight": .bool(PDFTable.fitsTight.contains(rows.count)),
      "wordy": .bool(table.isWordy),
    ])
  }

  /// Zero for a column as wide as its numbers; else its share of what is left, by its words.
  private var widths: [Int] {
    let title = table.rows.map(\.title.unicodeScalars.count).max() ?? 0
    var widths = [min(max(title, 12), 50)]
    if table.hasNotes { widths.append(0) }
    for index in table.columns.indices {
      widths.append(
        table.isNumeric(index) || characterCount(inColumn: index) <= 18
          ? 0 : min(max(characterCount(inColumn: index), 32), 60))
    }
    return widths
  }

  private var head: [JSON] {
    let groups = table.groups
    let depth = groups.isEmpty ? 1 : 2
    var first = [heading(table.rowHeading, rows: depth, isFirst: true)]
    if table.hasNotes { first.append(heading("Not", rows: depth)) }
    var second: [JSON] = []
    for group in groups.isEmpty ? [("", table.columns.indices)] : groups {
      if group.title.isEmpty {
        first += group.columns.map { heading(ofColumn: $0, rows: depth) }
      } else {
        first.append(heading(group.title, columns: group.columns.count, isGroup: true))
        second += group.columns.map { heading(ofColumn: $0) }
      }
    }
    return second.isEmpty ? [.array(first)] : [.array(first), .array(second)]
  }

  private func heading(ofColumn index: Int, rows: Int = 1) -> JSON {
    heading(table.columns[index].title, rows: rows, isRight: table.isNumeric(index))
  }

  private func heading(
    _ words: String, columns: Int = 1, rows: Int = 1, isFirst: Bool = false, isRight: Bool = false,
    isGroup: Bool = false
  ) -> JSON {
    .members([
      "s": .string(words), "cs": .number(Int64(columns)), "rs": .number(Int64(rows)), "first": .bool(isFirst),
      "group": .bool(isGroup),
      "r": .bool(isRight),
    ])
  }

  private func json(of row: Table.Row) -> JSON {
    let roles: [Table.Role: String] = [.heading: "heading", .subtotal: "subtotal", .total: "total", .memo: "memo"]
    let role = JSON.string(roles[row.role] ?? "row")
    if row.role == .heading {
      let span = table.columns.count + (table.hasNotes ? 2 : 1)
      return .members(["role": role, "cells": .array([cell(row.title, isRight: false, columns: span)])])
    }
    var cells = [cell(row.title, isRight: false)]
    if table.hasNotes { cells.append(cell(row.note, isRight: false)) }
    for (index, value) in table.cells(of: row).enumerated() {
      cells.append(cell(table.printed(value, column: index), isRight: table.isNumeric(index)))
    }
    return .members(["role": role, "cells": .array(cells)])
  }

  private func cell(_ words: String, isRight: Bool, columns: Int = 1) -> JSON {
    .members(["s": .string(words), "r": .bool(isRight), "cs": .number(Int64(columns))])
  }
}
