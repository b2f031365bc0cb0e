extension ReviewCheck {
  static let equityChain = ReviewCheck(
    "ingaende-balans", kind: "opening", question: "Är årets ingående eget kapital lika med förra årets utgående?",
    reason:
      "LKBR 4:4: den ingående balansen ska vara den utgående från året före, och eget kapital ändras genom årets resultat.",
    spoil: [("Eget kapital\t\t1 000 000\t500 000", "Eget kapital\t\t1 040 000\t500 000")],
    find: { report in
      guard let now = report.closingEquity(.current), let before = report.closingEquity(.previous),
        let result = report.stated(.incomeStatement, "result_for_year")
          ?? report.stated(.balanceSheet, "result_for_year")
      else { return [] }
      // Where the report has a row of its own for what stood there when the year began, that is what is asked of first.
      if let opening = report.stated(.balanceSheet, "equity_opening"),
        abs(opening.amount - before.amount) > 2 * opening.step
      {
        return [
          Slip.amounts(
            .material, at: opening, expected: before.amount,
            "Ingående eget kapital är %s, men eget kapital vid förra årets slut var %e.",
            mend: "Rätta ingående eget kapital, eller förklara ändringen.",
            innocent:
              "Ett byte av redovisningsprincip eller en rättelse av förra året kan förklara det och ska då sägas i en not.",
            confidence: 80, related: [before.row.place])
        ]
      }
      let expected = before.amount + result.amount
      guard abs(now.amount - expected) > 2 * now.step else { return [] }
      return [
        Slip.amounts(
          .material, at: now, expected: expected,
          "Eget kapital vid årets slut är %s, men förra årets utgående och årets resultat ger %e.",
          mend: "Rätta ingående eget kapital, eller förklara ändringen.",
          innocent:
            "Ett byte av redovisningsprincip eller en rättelse av förra året kan förklara det och ska då sägas i en not.",
          confidence: 78, related: [result.row.place])
      ]
    })
}
