import Association
import Ledger
import Statements

extension Check {
  static let smallCounts = Check(
    code: "sma-tal", .warning,
    question: "Är inget antal personer så litet att någon kan kännas igen?",
    reason: "Röjandekontroll: 2022 trycktes celler om tre personer efter kön och ålder.",
    mend: "Slå ihop rader, eller svara att ingen kan kännas igen.",
    slips: { report in
      let limit = Int64(report.source?.association.settings.smallCountBelow ?? 5)
      return report.tables.filter { ["antal-", "enkat-"].contains(String($0.id.utf8.prefix(6))) }.compactMap { table in
        let cells = table.rows.flatMap { row in
          zip(table.columns, row.cells).compactMap { column, cell -> String? in
            guard let count = cell.figure?.count, count > 0, count < limit else { return nil }
            return "\(row.title), \(column.name): \(count)"
          }
        }
        guard let first = cells.first else { return nil }
        let more = cells.count > 1 ? " och \(cells.count - 1) till" : ""
        return Slip(
          at: table.id, stated: first, expected: "minst \(limit)", difference: "",
          "\(table.title) har antal under \(limit) (\(first)\(more)), så att någon kan kännas igen. "
            + "Slå ihop rader, eller svara att ingen kan kännas igen.")
      }
    },
    spoil: { report in
      let table = report.tables.first { $0.id.utf8.starts(with: "antal-".utf8) }
      report.alterTable(table?.id ?? "") { table in
        guard let row = table.rows.first(where: { $0.role == .row }) else { return }
        for column in table.columns where table.printed(row.id, column.id) != nil {
          table.set(3, in: row.id, column.id)
        }
      }
    })
}
