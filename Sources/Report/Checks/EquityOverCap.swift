import Ledger
import Statements

extension Check {
  static let equityOverCap = Check(
    code: "eget-kapital-over-tak", .warning,
    question: "Ryms eget kapital under det rekommenderade taket?",
    reason: "Nationella rådets rekommendation 2013-10-02: 20 procent upp till 7 mnkr och 15 procent däröver.",
    mend: "Säg i texten hur kapitalet ska användas, eller svara med skälet.",
    slips: { report in
      guard let table = report.table("eget-kapital-tak"), let cap = table.printed("tak"),
        let equity = table.printed("eget-kapital"), equity.units > cap.units,
        // A cap that there is nothing to reckon on says nothing of equity.
        table.printed("underlag").map({ $0.units > 0 }) ?? true
      else { return [] }
      let over = Printed(units: equity.units &- cap.units, unit: equity.unit).text
      return [
        Slip(
          at: "eget-kapital-tak/utrymme", stated: equity.text, expected: "högst \(cap.text)", difference: over,
          "Eget kapital är \(equity.text), \(over) över det rekommenderade taket \(cap.text). Säg i texten hur det "
            + "ska användas.")
      ]
    },
    spoil: { $0.alterTable("eget-kapital-tak") { $0.set(1, in: "tak") } })
}
