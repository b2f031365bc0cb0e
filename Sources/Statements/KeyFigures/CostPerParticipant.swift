public import Association
public import Ledger

/// What each insats cost per participant of the year; nil where no insats has participants counted.
///
/// Participants are the flow's carried in and new (`ingående`, `nya`), else the sum of a table of parts, else the row
/// `deltagare`, in a table that counts that insats. The cost per head is exact to the öre, halves away from zero.
public func costPerParticipant(
  _ books: Books, previous: Books?, mapping: Mapping, association: Association
) -> Table? {
  let sorted = SortedBooks(books, mapping: mapping)
  let costs = sorted.of(mapping.resultLineIDs).filter { mapping.insatsCosts.counts($0) }
  let printed = PrintedRows(notes(books, previous: previous, mapping: mapping, association: association))
  var lines: [StatementSpec.Line] = []
  var spent: [String: Figure] = [:]
  var counts: [String: Figure] = [:]
  var perHead: [String: Figure] = [:]
  for insats in association.insatser {
    guard let count = association.participants(of: insats, year: books.year.number),
      let heads = count.count, heads > 0
    else { continue }
    var cost = books.figure(costs.filter { $0.objects[.insats] == insats.id }, .change, isTurned: false)
    guard let amount = cost.amount, amount != .zero else { continue }
    cost.printedUnits = printed.units(of: cost)
    lines.append(StatementSpec.Line(id: insats.id, title: insats.name))
    spent[insats.id] = cost
    counts[insats.id] = count
    perHead[insats.id] = Figure(
      .amount(Money(ore: amount.rounded(toUnitsOf: heads))),
      origin: .formula([
        Origin.Operand(sign: "+", title: "Utfall", figure: cost),
        Origin.Operand(sign: "/", title: "Deltagare", figure: count),
      ]))
  }
  guard !lines.isEmpty else { return nil }
  let year = books.year.number
  return StatementSpec(
    id: "kostnad-per-deltagare", title: "Kostnad per deltagare", unit: .kronor, rowHeading: "Insats", lines: lines
  ).table([
    StatementSpec.Column(heading: Table.Column(id: "cost", title: "Utfall", year: year), figures: spent),
    StatementSpec.Column(heading: Table.Column(id: "participants", title: "Deltagare", year: year), figures: counts),
    StatementSpec.Column(
      heading: Table.Column(id: "per-participant", title: "Kostnad per deltagare", year: year), figures: perHead),
  ])
}

extension Association {
  /// How many took part in an insats in a year, with the table it is counted from; nil where nobody has counted.
  func participants(of insats: Insats, year: Int) -> Figure? {
    let tables = countTables.filter { $0.year == year && $0.insatsID == insats.id }
    func figure(_ table: CountTable, _ rows: [CountTable.Row]) -> Figure {
      Figure(
        .count(Int64(rows.map(\.tally.total).reduce(0, +))),
        origin: .fact(title: "Deltagare i \(insats.name) \(year)", source: "Tabellen \(table.title)"))
    }
    if let flow = tables.first(where: { $0.kind == .flow }) {
      return figure(flow, flow.rows.filter { $0.id == "ingående" || $0.id == "nya" })
    }
    if let parts = tables.first(where: { $0.kind == .parts }) { return figure(parts, parts.rows) }
    for table in tables {
      let rows = table.rows.filter { $0.id == "deltagare" }
      if !rows.isEmpty { return figure(table, rows) }
    }
    return nil
  }
}
