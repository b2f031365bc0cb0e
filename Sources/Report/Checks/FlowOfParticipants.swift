import Association
import Ledger
import Statements

extension Check {
  static let flowOfParticipants = Check(
    code: "flode-gar-inte-ihop", .error,
    question: "Är ingående plus nya minus avslutade lika med pågående, för varje kön?",
    reason: "Den som har börjat och inte slutat pågår; annars är någon räknad fel.",
    mend: "Rätta det antal som är fel.",
    slips: { report in
      let flows = Set(
        (report.source?.association.countTables ?? []).filter { $0.kind == .flow }.map { "antal-\($0.id)" })
      return report.tables.filter { flows.contains($0.id) || (flows.isEmpty && $0.flowRow(.ongoing) != nil) }
        .flatMap { table -> [Slip] in
          table.columns.indices.compactMap { index in
            func count(_ step: FlowStep) -> Int64? {
              guard let row = table.flowRow(step), index < row.cells.count else { return nil }
              return row.cells[index].figure?.count
            }
            guard let carried = count(.carried), let new = count(.new), let finished = count(.finished),
              let ongoing = count(.ongoing), carried &+ new &- finished != ongoing
            else { return nil }
            let expected = carried &+ new &- finished
            return Slip(
              at: "\(table.id)/pagaende/\(table.columns[index].id)", stated: Numerals.whole(ongoing),
              expected: Numerals.whole(expected), difference: Numerals.whole(ongoing &- expected),
              "\(table.title): \(carried) ingående, \(new) nya och \(finished) avslutade ger \(expected) pågående i "
                + "kolumnen \(table.columns[index].name), men där står \(ongoing): \((ongoing &- expected).magnitude) skiljer. "
                + "Rätta det antal som är fel.")
          }
        }
    },
    spoil: { report in
      let table = report.tables.first { $0.flowRow(.ongoing) != nil && $0.flowRow(.carried) != nil }
      report.alterTable(table?.id ?? "") { table in
        guard let row = table.flowRow(.ongoing) else { return }
        for column in table.columns { table.add(2, to: row.id, column.id) }
      }
    })
}

/// A step in the flow of participants.
private enum FlowStep: String {
  case carried = "ing"
  case new = "ny"
  case finished = "avs"
  case ongoing = "pågå"
}

extension Table {
  /// The row of that step, by its id with or without å and ä.
  fileprivate func flowRow(_ step: FlowStep) -> Row? {
    let starts = step == .ongoing ? ["pågå", "paga"] : [step.rawValue]
    return rows.first { row in starts.contains { row.id.lowercased().utf8.starts(with: $0.utf8) } }
  }
}
