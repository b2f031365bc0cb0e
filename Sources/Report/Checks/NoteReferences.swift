import Ledger
import Statements

extension Check {
  static let noteReferences = Check(
    code: "not-hanvisning", .error,
    question: "Är varje notnummer använt för en rad, och finns noten?",
    reason: "LKBR 4:2: den som läser räkningen ska hitta noten.",
    mend: "Rätta hänvisningen, eller lägg till noten.",
    slips: { report in
      let statements = ["resultatrakning", "balansrakning"].compactMap { report.table($0) }
      let rows = statements.flatMap { table in table.rows.filter { !$0.note.isEmpty }.map { (table, $0) } }
      let missing = rows.filter { _, row in report.table("not-\(row.id)") == nil && row.note.utf8.allSatisfy(\.isDigit)
      }
      let isOurs = rows.contains { report.table("not-\($0.1.id)") != nil }
      return (isOurs ? missing : []).map { table, row in
        Slip(
          at: "\(table.id)/\(row.id)/not", stated: "Not \(row.note)", expected: "en not",
          "Raden \(row.name) i tabellen \(table.title) hänvisar till not \(row.note), men den noten finns inte. Rätta "
            + "hänvisningen, eller lägg till noten.")
      }
    },
    spoil: { report in
      report.alterTable("resultatrakning") { table in
        guard let row = table.rows.firstIndex(where: { $0.role == .subtotal }) else { return }
        table.rows[row].note = "99"
      }
    })
}
