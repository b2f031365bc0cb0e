import Ledger
import Report
import Statements

/// Where a figure is found in a report: by its name, by its cell in a table, or as a part of another's formula.
///
/// In an address it is one segment: `eget-kapital`, `resultatrakning:arets-resultat:current`, `soliditet@1`.
struct FigurePlace: Hashable, Sendable {
  enum Base: Hashable, Sendable {
    case named(String)
    case cell(table: String, row: String, column: String)
  }

  let base: Base
  /// Which operand, which of its operands, …, from 1.
  let path: [Int]

  /// No formula has more operands, and none is nested deeper.
  private static let operandRange = 1...10_000
  private static let depthMax = 20

  init(_ base: Base, path: [Int] = []) {
    self.base = base
    self.path = path
  }

  static func cell(table: String, row: String, column: String) -> FigurePlace {
    FigurePlace(.cell(table: table, row: row, column: column))
  }

  init?(_ text: String) {
    var parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let base = String(parts.removeFirst())
    guard parts.count < FigurePlace.depthMax, !base.isEmpty else { return nil }
    let path = parts.compactMap { Int(typed: $0, in: FigurePlace.operandRange) }
    guard path.count == parts.count else { return nil }
    // A row's id may hold a colon; a table's and a column's do not.
    let bytes = Array(base.utf8)
    if let first = bytes.firstIndex(of: UInt8(ascii: ":")), let last = bytes.lastIndex(of: UInt8(ascii: ":")) {
      guard first < last else { return nil }
      self.base = .cell(
        table: String(decoding: bytes[..<first], as: UTF8.self),
        row: String(decoding: bytes[(first + 1)..<last], as: UTF8.self),
        column: String(decoding: bytes[(last + 1)...], as: UTF8.self))
    } else {
      self.base = .named(base)
    }
    self.path = path
  }

  var text: String {
    let base =
      switch base {
      case .named(let name): name
      case .cell(let table, let row, let column): "\(table):\(row):\(column)"
      }
    return base + path.map { "@\($0)" }.joined()
  }

  /// The operand of that number.
  func operand(_ number: Int) -> FigurePlace { FigurePlace(base, path: path + [number]) }

  /// The figure there and what it is called, or nil where there is none.
  func find(in workbench: Workbench) -> (title: String, figure: Figure)? {
    guard var found = origin(in: workbench) else { return nil }
    for number in path {
      guard case .formula(let operands) = found.figure.origin, operands.indices.contains(number - 1) else { return nil }
      found = (operands[number - 1].title, operands[number - 1].figure)
    }
    return found
  }

  private func origin(in workbench: Workbench) -> (title: String, figure: Figure)? {
    switch base {
    case .named(let name): return workbench.report.figures[name].map { ($0.title, $0.figure) }
    case .cell(let id, let rowID, let columnID):
      guard let table = workbench.table(id), let row = table.row(rowID), let figure = table.figure(rowID, columnID),
        let column = table.columns.first(where: { $0.id == columnID })
      else { return nil }
      let head = [column.group, column.title].filter { !$0.isEmpty }.joined(separator: " ")
      return ("\(table.title): \(row.title)" + (head.isEmpty ? "" : ", \(head)"), figure)
    }
  }
}
