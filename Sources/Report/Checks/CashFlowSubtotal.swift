import Statements

extension SumCheck {
  static let cashFlowSubtotal = SumCheck(
    code: "kassaflode-delsumma",
    question: "Ingår årets resultat i kassaflödet från den löpande verksamheten?",
    reason: "LKBR 8:1; 2022 trycktes 1 448 433 kr, som bara var ändringen i rörelsekapital: rätt var −974 130 kr.",
    mend: "Räkna delsumman från årets resultat, poster som inte rör likvida medel och ändringarna i rörelsekapital.",
    relations: { report in
      guard let table = report.table("kassaflode") else { return [] }
      return table.yearColumns.compactMap { column in
        guard let index = table.columns.firstIndex(where: { $0.id == column.id }),
          let stated = table.printed("kassaflode-lopande", column.id),
          let result = table.printed("arets-resultat", column.id)
        else { return nil }
        let other = table.sum(of: SumCheck.operatingChanges, at: index)
        let expected = Printed(units: result.units &+ other.sum.units, unit: table.unit)
        let lacksResult = stated.units == other.sum.units && result.units.magnitude > 1
        return Relation(
          at: "kassaflode/kassaflode-lopande/\(column.id)",
          "Kassaflödet från den löpande verksamheten är %s i kolumnen \(column.name), men årets resultat och "
            + "ändringarna ger %e",
          stated: stated, expected: expected,
          remedy: lacksResult
            ? "Årets resultat, \(result.text), fattas i delsumman. Räkna in det." : "Rätta delsumman.")
      }
    },
    spoil: { report in
      report.alterTable("kassaflode") { table in
        guard let result = table.printed("arets-resultat")?.units else { return }
        table.add(-result, to: "kassaflode-lopande")
      }
    })

  private static let operatingChanges = [
    "+justering-ej-likviditetspaverkande", "+forandring-fordringar", "+forandring-kortfristiga-placeringar",
    "+forandring-kortfristiga-skulder",
  ]
}
