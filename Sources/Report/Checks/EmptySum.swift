import Ledger
import Statements

extension Check {
  static let emptySum = Check(
    code: "tom-cell-i-summa", .error,
    question: "Har varje summa ett tal i varje kolumn där raderna ovanför har tal?",
    reason: "LKBR 4:2; 2022 stod en slutsumma utan tal, så att ingen kunde följa den.",
    mend: "Fyll i summan.",
    slips: { report in
      report.tables.flatMap { table in
        table.rows.filter { !$0.sumOf.isEmpty && !Check.isCashFlowSum(table.id, $0.id) }.flatMap { row in
          table.columns.indices.compactMap { index -> Slip? in
            let sum = table.sum(of: row.sumOf, at: index)
            guard sum.count > 0, table.printed(row, at: index) == nil,
              index >= row.cells.count || row.cells[index] == .empty
            else { return nil }
            return Slip(
              at: "\(table.id)/\(row.id)/\(table.columns[index].id)", stated: "tomt", expected: sum.sum.text,
              "Raden \(row.name) i tabellen \(table.title) är tom i kolumnen \(table.columns[index].name), men raderna ger "
                + "\(sum.sum.text). Fyll i den.")
          }
        }
      }
    },
    spoil: { $0.alterTable("balansrakning") { $0.empty("summa-skulder") } })

  /// Rows of which `kassaflode-tomt` already speaks.
  private static func isCashFlowSum(_ table: String, _ row: String) -> Bool {
    table == "kassaflode" && ["kassaflode-lopande", "arets-kassaflode"].contains(row)
  }
}
