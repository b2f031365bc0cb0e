extension ReviewCheck {
  static let cashAgainstBalance = ReviewCheck(
    "likvida-medel-mot-balans", kind: "cash-balance",
    question: "Är kassaflödesanalysens likvida medel lika med balansräkningens?",
    reason: "LKBR 8:1, 4:4: det är samma pengar.",
    spoil: [("Kassa och bank\t\t2 500 000\t2 000 000", "Kassa och bank\t\t2 500 000\t2 010 000")],
    find: { report in
      let pairs: [(String, ReadColumn.Role, ReadColumn.Role)] = [
        ("closing_cash", .current, .current), ("opening_cash", .current, .previous),
        ("closing_cash", .previous, .previous),
      ]
      return pairs.compactMap { key, role, balanceRole in
        guard let flow = report.stated(.cashFlow, key, role),
          let cash = report.stated(.balanceSheet, "cash", balanceRole),
          abs(flow.amount - cash.amount) > max(flow.step, cash.step)
        else { return nil }
        return Slip.amounts(
          .material, at: flow, expected: cash.amount,
          "\(flow.row.label) är %s i kassaflödesanalysen, men balansräkningen har %e.",
          mend: "Rätta den av dem som är fel.", innocent: "Kortfristiga placeringar kan räknas som likvida medel.",
          confidence: 85,
          related: [cash.row.place])
      }
    })
}
