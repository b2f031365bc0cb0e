import Ledger
import Statements

extension Check {
  static let cashFlowEmpty = Check(
    code: "kassaflode-tomt", .error,
    question: "Har kassaflödesanalysens delsummor och slutsumma tal?",
    reason: "LKBR 8:1; 2022 stod raden Årets kassaflöde utan tal.",
    mend: "Fyll i talet på den tomma raden.",
    slips: { report in
      guard let table = report.table("kassaflode") else { return [] }
      let rows = ["kassaflode-lopande", "arets-kassaflode", "likvida-medel-ingang", "likvida-medel-utgang"]
      return table.columns.indices.flatMap { index -> [Slip] in
        guard table.rows.contains(where: { table.printed($0, at: index) != nil }) else { return [] }
        return rows.compactMap { id in
          guard let row = table.row(id) else {
            return Slip(
              at: "kassaflode/\(id)", stated: "ingen rad", expected: "en rad",
              "Kassaflödesanalysen saknar raden \(id). Lägg till den.")
          }
          guard table.printed(row, at: index) == nil else { return nil }
          return Slip(
            at: "kassaflode/\(id)/\(table.columns[index].id)", stated: "tomt", expected: "ett belopp",
            "Raden \(row.title) i kassaflödesanalysen har inget tal i kolumnen \(table.columns[index].name). "
              + "Fyll i beloppet.")
        }
      }
    },
    spoil: { $0.alterTable("kassaflode") { $0.empty("arets-kassaflode") } })
}
