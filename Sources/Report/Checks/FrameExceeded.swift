import Ledger
import Statements

extension Check {
  static let frameExceeded = Check(
    code: "ram-overskriden", .warning,
    question: "Håller sig varje insats inom sin beviljade ram?",
    reason: "Styrelsen har beviljat ramen; 2022 överskred en insats sin ram med 8 137 kr utan att texten sa det.",
    mend: "Säg i texten varför ramen överskreds och vem som beslutade, eller svara med det.",
    slips: { report in
      guard let table = report.table("projektnot") else { return [] }
      return table.rows.compactMap { row in
        guard row.role == .row, let granted = table.printed(row.id, "granted"),
          let outcome = table.printed(row.id, "outcome"), outcome.units > granted.units
        else { return nil }
        let over = Printed(units: outcome.units &- granted.units, unit: outcome.unit).text
        return Slip(
          at: "projektnot/\(row.id)", stated: outcome.text, expected: "högst \(granted.text)", difference: over,
          "\(row.title) kostade \(outcome.text) av beviljade \(granted.text): \(over) över ramen. "
            + "Säg i texten varför och vem som beslutade.")
      }
    },
    spoil: { report in
      report.alterTable("projektnot") { table in
        guard let row = table.rows.first(where: { $0.role == .row }),
          let granted = table.printed(row.id, "granted")
        else { return }
        table.set(granted.units + 8137, in: row.id, "outcome")
      }
    })
}
