import Association
import Ledger
import Statements

extension Check {
  static let operatingStatementSigns = Check(
    code: "driftredovisning-tecken", .error,
    question: "Har driftredovisningens belopp samma tecken i alla kolumner?",
    reason: "Nettokostnaden 2022 stod som −16 347 mot budget +16 839, och 2023 var hela fjolårets nettokolumn vänd.",
    mend: "Skriv kostnader med minus och intäkter utan, och räkna netto som intäkter minus kostnader, i alla kolumner.",
    slips: { report in
      guard let table = report.table("driftredovisning") else { return [] }
      return table.rows.flatMap { table.netSlips(in: $0) + table.signSlips(in: $0) }
    },
    spoil: { report in
      report.alterTable("driftredovisning") { table in
        for row in table.rows {
          for column in ["budget", "net", "previous-net"] where !row.isOfEitherSign || column != "budget" {
            guard let units = table.printed(row.id, column)?.units else { continue }
            table.set(-units, in: row.id, column)
          }
        }
      }
    })
}

extension Table.Row {
  /// Whether the row may rightly be positive in one column and negative in another: a result, a financial net.
  fileprivate var isOfEitherSign: Bool { "\(id) \(title)".lowercased().hasAny(["result", "finans", "netto av"]) }
}

extension Table {
  /// Outcome, budget and last year of one row should have one sign.
  fileprivate func signSlips(in row: Row) -> [Slip] {
    guard !row.isOfEitherSign, let outcome = printed(row.id, "current"), outcome.units != 0 else { return [] }
    return ["budget", "previous"].compactMap { column in
      guard let other = printed(row.id, column), other.units != 0, (other.units < 0) != (outcome.units < 0) else {
        return nil
      }
      let turned = Printed(units: 0 &- other.units, unit: other.unit)
      return Slip(
        at: "driftredovisning/\(row.id)/\(column)", stated: other.text, expected: turned.text,
        difference: Printed(units: other.units &- turned.units, unit: other.unit).text,
        "Raden \(row.title) i driftredovisningen är \(outcome.text) i utfallet men \(other.text) i kolumnen "
          + "\(columns.first { $0.id == column }?.name ?? column). Skriv båda med samma tecken.")
    }
  }

  /// Net is income less cost, whichever sign the costs are printed by; turned, it is a slip of sign.
  fileprivate func netSlips(in row: Row) -> [Slip] {
    ["", "previous-"].compactMap { prefix in
      guard let net = printed(row.id, prefix + "net") else { return nil }
      let income = printed(row.id, prefix + "income")?.units ?? 0
      let cost = printed(row.id, prefix + "cost")?.units ?? 0
      let right = Printed(units: income &- abs(cost), unit: net.unit)
      guard right.units.magnitude > 1, net.units &+ right.units >= -1, net.units &+ right.units <= 1 else { return nil }
      return Slip(
        at: "driftredovisning/\(row.id)/\(prefix)net", stated: net.text, expected: right.text,
        difference: Printed(units: net.units &- right.units, unit: net.unit).text,
        "Netto på raden \(row.title) i driftredovisningen är \(net.text), men intäkter minus kostnader är "
          + "\(right.text). Vänd tecknet.")
    }
  }
}
