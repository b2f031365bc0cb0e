import Statements

extension SumCheck {
  static let assetsAgainstLiabilities = SumCheck(
    code: "balans-tillgangar-skulder",
    question: "Är summan av tillgångarna lika med summan av eget kapital, avsättningar och skulder?",
    reason: "LKBR 6:1–6:2: balansräkningen ska gå ihop.",
    mend: "Sök den post som fattas eller räknas två gånger, och rätta den.",
    relations: { report in
      guard let table = report.table("balansrakning") else { return [] }
      return table.columns.compactMap { column in
        guard let assets = table.printed("summa-tillgangar", column.id),
          let rest = table.printed("summa-eget-kapital-avsattningar-och-skulder", column.id)
        else { return nil }
        return Relation(
          at: "balansrakning/summa-tillgangar/\(column.id)",
          "Tillgångarna är %s i kolumnen \(column.name), men eget kapital, avsättningar och skulder är %e",
          stated: assets, expected: rest, remedy: "Rätta den post som är fel, så att båda sidor blir lika.")
      }
    },
    spoil: { $0.alterTable("balansrakning") { $0.add(500, to: "summa-tillgangar") } })
}
