extension ReviewCheck {
  static let cashFlowEmpty = ReviewCheck(
    "kassaflode-tomt", kind: "cash-flow-empty", question: "Står det ett belopp vid årets kassaflöde?",
    reason: "Blekinge 2022 skrev raden utan belopp, så att kedjan till likvida medel inte gick att följa.",
    spoil: [("Årets kassaflöde\t500 000\t550 000", "Årets kassaflöde\t\t")],
    find: { report in
      guard let table = report.table(.cashFlow), let row = table.row("cash_flow_for_year"),
        table.rows.filter({ $0.key == "cash_flow_for_year" }).allSatisfy(\.isHeading)
      else { return [] }
      let expected = [ReadColumn.Role.current, .previous].compactMap { role -> String? in
        guard let opening = report.stated(.cashFlow, "opening_cash", role),
          let closing = report.stated(.cashFlow, "closing_cash", role)
        else { return nil }
        return Amounts.text(closing.amount - opening.amount, step: closing.step)
      }
      guard !expected.isEmpty else { return [] }
      return [
        Slip(
          severity: .material, place: row.place, quote: row.quote, stated: "tomt",
          expected: expected.joined(separator: " / "),
          message:
            "\(row.label) står utan belopp. Likvida medel vid årets början och slut ger \(expected.joined(separator: " och ")).",
          innocent: "Beloppen kan ha fallit bort när texten lästes.", mend: "Skriv beloppet.", confidence: 80)
      ]
    })
}
