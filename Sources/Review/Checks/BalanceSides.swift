extension ReviewCheck {
  static let balanceSides = ReviewCheck(
    "balans", kind: "balance", question: "Är tillgångarna lika med eget kapital, avsättningar och skulder?",
    reason: "LKBR 6:1–6:2: balansräkningen ska gå ihop.",
    spoil: [
      (
        "Summa eget kapital, avsättningar och skulder\t\t3 600 000",
        "Summa eget kapital, avsättningar och skulder\t\t3 700 000"
      )
    ],
    find: { report in
      [ReadColumn.Role.current, .previous].compactMap { role in
        guard let assets = report.stated(.balanceSheet, "assets_total", role),
          let rest = report.stated(.balanceSheet, "equity_and_liabilities_total", role),
          abs(assets.amount - rest.amount) > assets.step
        else { return nil }
        return Slip.amounts(
          .material, at: rest, expected: assets.amount, "\(rest.row.label) är %s, men tillgångarna är %e.",
          mend: "Sök den post som fattas eller räknas två gånger.", confidence: 92, related: [assets.row.place])
      }
    })
}
