import Ledger
import Statements

extension Check {
  static let exceptionalReasonsInSum = Check(
    code: "balanskrav-synnerliga-skal-over-linjen", .error,
    question: "Står synnerliga skäl utanför balanskravsresultatets summa?",
    reason: "LKBR 11:10 känner ingen sådan rad; 2022 gjorde den underskottet på 2 422 563 kr till noll.",
    mend: "Flytta raden under balanskravsresultatet, som ett beslut för sig.",
    slips: { report in
      guard let table = report.table("balanskrav") else { return [] }
      let added = Set(table.rows.flatMap(\.sumOf).map(\.withoutSign))
      return table.rows.compactMap { row in
        guard row.id == "synnerliga-skal" || row.title.lowercased().has("synnerliga skäl"), row.role != .heading else {
          return nil
        }
        let printed = table.columns.indices.compactMap { table.printed(row, at: $0) }.first { $0.units != 0 }
        guard row.role != .memo || added.contains(row.id), let printed else { return nil }
        return Slip(
          at: "balanskrav/\(row.id)", stated: printed.text, expected: "inom linjen",
          "Synnerliga skäl, \(printed.text), räknas in i balanskravsresultatet, men LKBR 11:10 har ingen sådan rad. "
            + "Flytta raden under summan, som ett beslut för sig.")
      }
    },
    spoil: { report in
      report.alterTable("balanskrav") { table in
        table.rows.removeAll { $0.id == "synnerliga-skal" }
        let cells = table.columns.map { _ in
          Table.Cell.figure(Figure(.amount(Money(kronor: 1000)), origin: .nothing(why: "Exempel.")))
        }
        table.rows.append(Table.Row(id: "synnerliga-skal", title: "Synnerliga skäl", cells: cells))
      }
    })
}
