import Ledger

/// A statement as data: its lines in the order of the law, what each is called and what each adds.
///
/// A line that is no sum and no heading takes its figure from whoever fills the column, by the line's id. One evaluator
/// makes any statement; the list is what is shown to an auditor.
struct StatementSpec {
  /// A line.
  struct Line {
    var id: String
    var title: String
    var role: Table.Role = .row
    /// For a sum: the lines it adds, `+id` or `-id`.
    var sumOf: [String] = []
    /// Whether the line is left out where it is nothing in every column.
    var isOmittedWhenZero = false
  }

  /// A column: its heading, its figures by line, and the numbers that are given. Figures nil: nothing is known.
  struct Column {
    var heading: Table.Column
    var figures: [String: Figure]?
    var pins: [String: Int64] = [:]
  }

  var id: String
  var title: String
  var unit: Table.Unit
  var rowHeading = ""
  var lines: [Line]
  var remark = ""

  /// The table that the columns make: sums reckoned, rounded, and every row in place.
  func table(_ columns: [Column], notes: [String: Int] = [:]) -> Table {
    let filled = columns.map { column in column.figures.map { finished($0, pins: column.pins) } }
    let present = Set(filled.flatMap { ($0 ?? [:]).filter { $0.value.isSomething }.map(\.key) })
    let shown = lines.filter { !$0.isOmittedWhenZero || present.contains($0.id) }
    let shownIDs = Set(shown.map(\.id))
    let rows = shown.map { line in
      Table.Row(
        id: line.id, title: line.title, role: line.role, note: notes[line.id].map(String.init) ?? "",
        cells: line.role == .heading ? [] : filled.map { $0?[line.id].map(Table.Cell.figure) ?? .empty },
        sumOf: line.sumOf.filter { shownIDs.contains(String($0.dropFirst())) })
    }
    return Table(
      id: id, title: title, unit: unit, rowHeading: rowHeading, columns: columns.map(\.heading), rows: rows,
      remark: remark)
  }

  /// A column's figures with its sums and its printed numbers.
  func finished(_ leaves: [String: Figure], pins: [String: Int64] = [:]) -> [String: Figure] {
    var exact = leaves.compactMapValues(\.amount)
    var sums: [String: [ColumnRounding.Term]] = [:]
    for line in lines where !line.sumOf.isEmpty { sums[line.id] = line.sumOf.map(ColumnRounding.Term.init) }
    for line in lines { _ = StatementSpec.amount(line.id, sums, &exact) }
    var given = leaves.compactMapValues(\.printedUnits)
    given.merge(pins) { _, pin in pin }
    let printed = ColumnRounding(exact: exact, sums: sums, pins: given, unitOre: unit.ore).printed()
    var figures = leaves
    for id in leaves.keys { figures[id]?.printedUnits = printed[id] }
    let byID = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
    for line in lines { _ = StatementSpec.figure(line, among: byID, sums, printed, &figures) }
    return figures
  }

  /// A line's exact amount; a sum is reckoned from its parts, wherever in the list they stand.
  private static func amount(
    _ id: String, _ sums: [String: [ColumnRounding.Term]], _ exact: inout [String: Money]
  ) -> Money? {
    if let known = exact[id] { return known }
    guard let terms = sums[id] else { return nil }
    var sum: Money?
    for term in terms {
      guard let part = amount(term.id, sums, &exact) else { continue }
      sum = (sum ?? .zero) + (term.sign < 0 ? -part : part)
    }
    exact[id] = sum
    return sum
  }

  /// A line's finished figure; a sum is the formula of its parts as they are printed.
  private static func figure(
    _ line: Line, among lines: [String: Line], _ sums: [String: [ColumnRounding.Term]], _ printed: [String: Int64],
    _ figures: inout [String: Figure]
  ) -> Figure? {
    if let known = figures[line.id] { return known }
    guard let terms = sums[line.id] else { return nil }
    var operands: [Origin.Operand] = []
    for term in terms {
      guard let part = lines[term.id], let figure = figure(part, among: lines, sums, printed, &figures),
        figure.amount != nil
      else { continue }
      operands.append(Origin.Operand(sign: term.sign < 0 ? "−" : "+", title: part.title, figure: figure))
    }
    guard !operands.isEmpty else { return nil }
    var figure = Figure(adding: operands)
    figure.printedUnits = printed[line.id]
    figures[line.id] = figure
    return figure
  }
}

extension Figure {
  /// The sum of operands, each with `+` or `−`; printed as the sum of what is printed where each operand says that.
  init(adding operands: [Origin.Operand]) {
    var sum = Money.zero
    var units: Int64? = 0
    for operand in operands {
      let sign: Int64 = operand.sign == "−" ? -1 : 1
      sum += Money(ore: (operand.figure.amount ?? .zero).ore * sign)
      units = operand.figure.printedUnits.flatMap { part in units.map { $0 + part * sign } }
    }
    self.init(.amount(sum), printedUnits: units, origin: .formula(operands))
  }

  /// Whether there is anything to print: any value but an amount of zero that is also printed as zero.
  var isSomething: Bool { amount.map { $0 != .zero || (printedUnits ?? 0) != 0 } ?? true }

  /// The same figure with the other sign.
  var turned: Figure {
    guard let amount else { return self }
    let turnedOrigin: Origin =
      switch origin {
      case .ledger(let year, let column, let isTurned, let parts):
        .ledger(year: year, column: column, isTurned: !isTurned, parts: parts)
      case .formula(let operands):
        .formula(operands.map { Origin.Operand(sign: $0.sign == "−" ? "+" : "−", title: $0.title, figure: $0.figure) })
      default: origin
      }
    return Figure(.amount(-amount), printedUnits: printedUnits.map { -$0 }, origin: turnedOrigin)
  }
}
