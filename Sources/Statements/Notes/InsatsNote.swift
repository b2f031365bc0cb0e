public import Association
public import Ledger

/// The note of insatser: for each what the board granted, what it cost and the difference (domain 5.3). An insats with
/// more than one frame has a row per receiver. Nil where nothing was granted and nothing spent.
///
/// The outcome is the ledger's, printed as in the note of costs, so the two always tie.
public func insatsNote(
  _ books: Books, previous: Books?, mapping: Mapping, association: Association
) -> Table? {
  let year = books.year.number
  let frames = association.frames.filter { $0.year == year }
  let costs = insatsCosts(books, mapping: mapping)
  guard !frames.isEmpty || !costs.isEmpty else { return nil }
  let printed = PrintedRows(notes(books, previous: previous, mapping: mapping, association: association))

  var rows: [InsatsRow] = []
  for id in insatsIDs(association, costs: costs, frames: frames) {
    rows += InsatsRow.rows(
      of: id, frames: frames.filter { $0.insatsID == id },
      costs: costs.filter { ($0.objects[.insats] ?? "") == id }, books: books, association: association)
  }
  rows = rows.filter { $0.granted != nil || $0.outcome.isSomething }

  var lines = rows.map { StatementSpec.Line(id: $0.id, title: $0.title) }
  lines.append(
    StatementSpec.Line(id: "summa", title: "Summa", role: .total, sumOf: rows.map { "+" + $0.id }))
  let spec = StatementSpec(
    id: "projektnot", title: "Uppföljning av insatser mot beviljad ram", unit: .kronor, rowHeading: "Insats",
    lines: lines)
  let granted = spec.finished(Dictionary(rows.compactMap { row in row.granted.map { (row.id, $0) } }) { $1 })
  let outcome = spec.finished(
    Dictionary(
      rows.map { row in
        var figure = row.outcome
        figure.printedUnits = printed.units(of: figure)
        return (row.id, figure)
      }
    ) { $1 })
  let difference = spec.lines.reduce(into: [String: Figure]()) { figures, line in
    let operands = [
      granted[line.id].map { Origin.Operand(sign: "+", title: "Beviljad ram", figure: $0) },
      outcome[line.id].map { Origin.Operand(sign: "−", title: "Utfall", figure: $0) },
    ]
    figures[line.id] = Figure(adding: operands.compactMap(\.self))
  }
  return spec.table([
    StatementSpec.Column(
      heading: Table.Column(id: "granted", title: "Beviljad ram \(year)", year: year), figures: granted),
    StatementSpec.Column(heading: Table.Column(id: "outcome", title: "Utfall", year: year), figures: outcome),
    StatementSpec.Column(
      heading: Table.Column(id: "difference", title: "Differens", year: year), figures: difference),
  ])
}

/// A row of the note being made.
private struct InsatsRow {
  var id: String
  var title: String
  var granted: Figure?
  var outcome: Figure

  /// An insats's row; or a row per receiver where it has more than one frame, and one for what was paid to others.
  static func rows(
    of insatsID: String, frames: [Frame], costs: [Books.Balance], books: Books, association: Association
  ) -> [InsatsRow] {
    func outcome(_ balances: [Books.Balance]) -> Figure { books.figure(balances, .change, isTurned: false) }
    let name =
      insatsID.isEmpty
      ? "Utan insats"
      : association.name(of: ObjectReference(dimension: .insats, object: insatsID), in: [books])
    let id = insatsID.isEmpty ? "utan-insats" : insatsID
    let receivers = frames.map(\.receiverID).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard receivers.count > 1 else {
      return [InsatsRow(id: id, title: name, granted: granted(frames, name), outcome: outcome(costs))]
    }
    let paid = Set(costs.map { $0.objects[.party] ?? "" }).subtracting(receivers).sorted()
    return (receivers + paid).map { receiver in
      let party = association.name(of: ObjectReference(dimension: .party, object: receiver), in: [books])
      let title = receiver.isEmpty ? name : "\(name) – \(party)"
      return InsatsRow(
        id: "\(id).\(receiver.isEmpty ? "-" : receiver)", title: title,
        granted: granted(frames.filter { $0.receiverID == receiver }, title),
        outcome: outcome(costs.filter { ($0.objects[.party] ?? "") == receiver }))
    }
  }

  private static func granted(_ frames: [Frame], _ title: String) -> Figure? {
    guard let first = frames.first else { return nil }
    let sources = frames.map(\.decision.text).filter { !$0.isEmpty }
    return Figure(
      .amount(frames.map(\.granted).sum()),
      origin: .fact(
        title: "Beviljad ram \(title) \(first.year)",
        source: sources.isEmpty ? "Förbundets ramar" : sources.joined(separator: ", ")))
  }
}
