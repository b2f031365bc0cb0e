import Ledger
import Statements

extension Check {
  static let unitAgainstSize = Check(
    code: "enhet-mot-storlek", .error,
    question: "Är talen i den enhet som tabellen säger?",
    reason: "Driftredovisningen 2023 sa Belopp tkr över tal i kronor: tusen gånger fel.",
    mend: "Rätta enheten i tabellens rubrik, eller räkna om talen.",
    slips: { report in
      guard let income = report.table("resultatrakning"), income.unit != .none else { return [] }
      let known = Set(income.printedSizes.filter { $0 >= 10 })
      return report.tables.compactMap { table in
        guard table.id != income.id, table.unit != .none, table.unit != income.unit else { return nil }
        let same = Set(table.printedSizes).intersection(known)
        let isCertain = income.unit == .kronor ? same.contains { $0 >= 100_000 } : same.count >= 3
        guard isCertain, let example = same.max() else { return nil }
        let stated = Printed(units: Int64(clamping: example), unit: table.unit).text
        let expected = Printed(units: Int64(clamping: example), unit: income.unit).text
        return Slip(
          at: table.id, stated: table.unit.rawValue, expected: income.unit.rawValue, difference: "1 000 gånger",
          "Tabellen \(table.title) säger att beloppen är i \(table.unit.rawValue), men \(stated) står som \(expected) i "
            + "resultaträkningen. Rätta enheten eller talen.")
      }
    },
    spoil: { report in
      guard let income = report.table("resultatrakning") else { return }
      let other: Table.Unit = income.unit == .thousands ? .kronor : .thousands
      report.alterTable("balansrakning") { table in
        for row in table.rows {
          for column in table.columns {
            guard let units = table.printed(row.id, column.id)?.units else { continue }
            table.alter(row.id, column.id) {
              $0.value = .amount(Money(ore: units * other.ore))
              $0.printedUnits = units
            }
          }
        }
        table.unit = other
      }
      var copy = income
      copy.id = "resultatrakning-fel-enhet"
      copy.unit = other
      for row in income.rows {
        for column in income.columns {
          guard let units = income.printed(row.id, column.id)?.units else { continue }
          copy.alter(row.id, column.id) {
            $0.value = .amount(Money(ore: units * other.ore))
            $0.printedUnits = units
          }
        }
      }
      report.append(copy)
    })
}

extension Table {
  /// The sizes of all amounts as printed.
  fileprivate var printedSizes: [UInt64] {
    rows.flatMap { row in
      columns.indices.compactMap { index in
        row.cells.indices.contains(index) ? row.cells[index].figure.flatMap { printedUnits(of: $0) }?.magnitude : nil
      }
    }
  }
}
