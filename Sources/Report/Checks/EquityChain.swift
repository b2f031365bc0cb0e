import Association
import Ledger
import Statements

extension SumCheck {
  static let equityChain = SumCheck(
    code: "eget-kapital-kedja",
    question:
      "Är årets ingående eget kapital detsamma som förra årets utgående, i rapporten och i det antagna bokslutet?",
    reason: "LKBR 4:4: ingående balans är förra årets utgående, och eget kapital ändras bara genom resultaträkningen.",
    mend: "Rätta ingående eget kapital, eller jämförelseåret om det är det som är fel.",
    relations: { report in
      guard let table = report.table("balansrakning") else { return [] }
      var relations: [Relation?] = []
      let opening = table.printed("ingaende-eget-kapital")
      if let opening, let closing = table.printed("utgaende-eget-kapital", "previous") {
        relations.append(
          Relation(
            at: "balansrakning/ingaende-eget-kapital",
            "Ingående eget kapital är %s, men det utgående året före är %e", stated: opening, expected: closing,
            remedy: "Rätta det tal som är fel."))
      }
      let adopted = report.source?.association.history.first { $0.year == report.year.number - 1 }?.equity
      if let opening, let adopted {
        relations.append(
          Relation(
            at: "balansrakning/ingaende-eget-kapital/antaget",
            "Ingående eget kapital är %s, men i bokslutet för \(report.year.number - 1) antogs %e", stated: opening,
            expected: Printed(units: adopted.rounded(toUnitsOf: table.unit.ore), unit: table.unit),
            remedy: "Rätta ingående balans, eller de antagna siffrorna om de är fel avskrivna."))
      }
      for column in table.yearColumns where table.row("utgaende-eget-kapital")?.sumOf.isEmpty == true {
        guard let opening = table.printed("ingaende-eget-kapital", column.id),
          let result = table.printed("arets-resultat", column.id),
          let closing = table.printed("utgaende-eget-kapital", column.id)
        else { continue }
        relations.append(
          Relation(
            at: "balansrakning/utgaende-eget-kapital/\(column.id)",
            "Utgående eget kapital är %s i kolumnen \(column.name), men ingående och årets resultat ger %e",
            stated: closing, expected: Printed(units: opening.units &+ result.units, unit: table.unit),
            remedy: "Rätta det tal som är fel."))
      }
      return relations.compactMap { $0 }
    },
    spoil: { $0.alterTable("balansrakning") { $0.add(203, to: "ingaende-eget-kapital") } })
}
