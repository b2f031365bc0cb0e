import Ledger
import Statements

extension Check {
  static let activityTwice = Check(
    code: "dubblerad-aktivitet", .warning,
    question: "Står ingen aktivitet två gånger?",
    reason: "2023 stod ett besök hos ett kommunfullmäktige två gånger, med 30 och 40 deltagare.",
    mend: "Ta bort den ena, eller skriv dagen så att de går att skilja åt.",
    slips: { report in
      guard let table = report.table("aktiviteter") else { return [] }
      let rows = table.rows.filter { $0.role == .row }
      var seen: Set<String> = []
      return rows.compactMap { row in
        // The same thing on another day is another.
        let day = table.columnIndex(["dag"]).flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
        var name = row.title.normalized
        if case .text(let words)? = day { name += " \(words)" }
        guard !seen.insert(name).inserted else { return nil }
        return Slip(
          at: "aktiviteter/\(row.id)", stated: row.title, expected: "en gång",
          "Aktiviteten \(row.title) står mer än en gång. Ta bort den ena, eller skriv dagen så att de går att skilja åt."
        )
      }
    },
    spoil: { report in
      report.alterTable("aktiviteter") { table in
        guard let row = table.rows.first(where: { $0.role == .row }) else { return }
        table.rows.append(row)
      }
    })
}
