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
            if let slip = report.withheldFlowSlip(table, column: index) { return slip }
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

extension AnnualReport {
  /// A flow of which some count is withheld, put to its true counts: the finding says that it is wrong, not by how much.
  fileprivate func withheldFlowSlip(_ table: Table, column index: Int) -> Slip? {
    let column = table.columns[index]
    let steps = [FlowStep.carried, .new, .finished, .ongoing].map { table.flowRow($0) }
    guard steps.contains(where: { $0.map { table.isWithheld($0, at: index) } ?? false }),
      let counted = source?.association.countTables.first(where: {
        $0.year == year.number && "antal-\($0.id)" == table.id
      })
    else { return nil }
    let counts = steps.map { step -> Int? in
      guard let tally = counted.rows.first(where: { $0.id == step?.id })?.tally else { return nil }
      return switch column.id {
      case "kvinnor": tally.women
      case "man": tally.men
      case "uppgift-saknas": tally.notStated
      default: tally.total
      }
    }
    guard let carried = counts[0], let new = counts[1], let finished = counts[2], let ongoing = counts[3],
      carried + new - finished != ongoing
    else { return nil }
    return Slip(
      at: "\(table.id)/pagaende/\(column.id)", stated: "ej visat antal", expected: "ingående + nya − avslutade",
      "\(table.title): ingående plus nya minus avslutade är inte lika med pågående i kolumnen \(column.name). Antalen "
        + "visas inte här, för att ingen ska kunna kännas igen. Rätta det antal som är fel.")
  }
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
