import Statements

extension SumCheck {
  static let cashFlowAgainstCash = SumCheck(
    code: "kassaflode-mot-kassa",
    question: "Förklarar årets kassaflöde ändringen i likvida medel, och slutar den på kassan i balansräkningen?",
    reason: "LKBR 8:1: kassaflödesanalysen visar årets in- och utbetalningar.",
    mend: "Rätta kassaflödet eller likvida medel, så att ingång plus årets flöde blir utgången i balansräkningen.",
    relations: { report in
      guard let table = report.table("kassaflode") else { return [] }
      let balance = report.table("balansrakning")
      return table.yearColumns.flatMap { column -> [Relation?] in
        var relations: [Relation?] = []
        let closing = table.printed("likvida-medel-utgang", column.id)
        if let closing, let opening = table.printed("likvida-medel-ingang", column.id),
          let flow = table.printed("arets-kassaflode", column.id)
        {
          relations.append(
            Relation(
              at: "kassaflode/likvida-medel-utgang/\(column.id)",
              "Likvida medel vid årets slut är %s i kolumnen \(column.name), men ingången och årets kassaflöde ger %e",
              stated: closing, expected: Printed(units: opening.units &+ flow.units, unit: table.unit),
              remedy: "Rätta det tal som är fel."))
        }
        if let closing, let cash = balance?.printed("kassa-och-bank", column.id) {
          relations.append(
            Relation(
              at: "kassaflode/likvida-medel-utgang/\(column.id)/balansrakning",
              "Kassaflödesanalysen slutar på %s i kolumnen \(column.name), men kassa och bank är %e i balansräkningen",
              stated: closing, expected: cash, remedy: "Rätta det tal som är fel."))
        }
        return relations
      }.compactMap { $0 }
    },
    spoil: { $0.alterTable("kassaflode") { $0.add(4000, to: "likvida-medel-utgang") } })
}
