extension ReviewCheck {
  static let cashRollForward = ReviewCheck(
    "likvida-medel-kedja", kind: "cash-roll-forward",
    question: "Ger ingående likvida medel och årets kassaflöde de utgående?",
    reason: "LKBR 8:1: analysen ska förklara hur likvida medel ändrats.",
    spoil: [
      ("Likvida medel vid årets slut\t2 500 000", "Likvida medel vid årets slut\t2 600 000"),
      ("Kassa och bank\t\t2 500 000", "Kassa och bank\t\t2 600 000"),
    ],
    find: { report in
      [ReadColumn.Role.current, .previous].compactMap { role in
        guard let flow = report.stated(.cashFlow, "cash_flow_for_year", role),
          let opening = report.stated(.cashFlow, "opening_cash", role),
          let closing = report.stated(.cashFlow, "closing_cash", role),
          abs(opening.amount + flow.amount - closing.amount) > 2 * flow.step
        else { return nil }
        return Slip.amounts(
          .material, at: closing, expected: opening.amount + flow.amount,
          "\(closing.row.label) är %s, men ingående likvida medel och årets kassaflöde ger %e.",
          mend: "Rätta det av de tre talen som är fel.", confidence: 90, related: [flow.row.place, opening.row.place])
      }
    })
}
