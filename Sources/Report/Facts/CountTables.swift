public import Association
import Statements

extension CountTable {
  /// Where the table's counts are told: the deliveries it follows from, or the association's own table.
  public var source: String {
    guard !deliveryIDs.isEmpty else { return "Förbundets uppgifter om deltagare, tabell \(id)" }
    let ids = deliveryIDs.map { "\($0)" }.joined(separator: ", ")
    return "Godkända leveranser \(ids), tabell \(id)"
  }

  /// The rows as figures, in order.
  func rowFigures(_ protection: CountProtection) -> [(row: Row, figures: TallyFigures)] {
    rows.map { row in
      let figures = TallyFigures(row.tally, "\(title): \(row.title)", in: source, as: cells(of: row), protection)
      return (row: row, figures: figures)
    }
  }

  /// The sum of the rows; nil where the rows are no parts of a whole.
  func sumFigures(_ protection: CountProtection) -> TallyFigures? {
    guard kind == .parts, !rows.isEmpty else { return nil }
    return TallyFigures(
      sumOf: rowFigures(protection).map { (title: $0.row.title, figures: $0.figures) }, sum, "\(title): summa",
      in: source, as: sumCells, protection)
  }

  /// The table as it is printed: women, men, all, and those of whom nothing is stated if there are any.
  func table(_ protection: CountProtection) -> Table {
    let showsNotStated = rows.contains { $0.tally.notStated != 0 }
    var columns = [
      Table.Column(id: "kvinnor", title: "Kvinnor", year: year), Table.Column(id: "man", title: "Män", year: year),
    ]
    if showsNotStated { columns.append(Table.Column(id: "uppgift-saknas", title: "Uppgift saknas", year: year)) }
    columns.append(Table.Column(id: "totalt", title: "Totalt", year: year))
    func cells(_ figures: TallyFigures) -> [Table.Cell] {
      var cells = figures.bySexCells
      if showsNotStated { cells.append(.figure(figures.notStated)) }
      return cells + [.figure(figures.total)]
    }
    var printed = rowFigures(protection).map { row, figures in
      Table.Row(id: row.id, title: row.title, cells: cells(figures))
    }
    if let sum = sumFigures(protection) {
      printed.append(
        Table.Row(
          id: "summa", title: "Summa", role: .total, cells: cells(sum), sumOf: rows.map { "+\($0.id)" }))
    }
    let flow = ["ingående", "nya", "avslutade", "pågående"]
    if kind == .flow, flow.allSatisfy({ id in rows.contains { $0.id == id } }),
      let last = printed.firstIndex(where: { $0.id == "pågående" })
    {
      printed[last].role = .total
      printed[last].sumOf = ["+ingående", "+nya", "-avslutade"]
    }
    return Table(
      id: "antal-\(id)", title: title, unit: .none, rowHeading: rowHeading, columns: columns, rows: printed,
      remark: remark
    ).explained
  }
}
