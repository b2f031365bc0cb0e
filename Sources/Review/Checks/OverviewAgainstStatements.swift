extension ReviewCheck {
  static let overviewAgainstStatements = ReviewCheck(
    "oversikt-mot-rakningar", kind: "same-fact",
    question: "Är flerårsöversiktens två senaste år desamma som i räkningarna?",
    reason: "LKBR 11:1 och 5:6; samma uppgift står på två ställen.",
    spoil: [
      (
        "Verksamhetens intäkter\t10 000 000\t10 000 000\t9 000 000",
        "Verksamhetens intäkter\t10 100 000\t10 000 000\t9 000 000"
      )
    ],
    find: { report in
      guard let overview = report.table(.overview) else { return [] }
      var slips: [Slip] = []
      for role in [ReadColumn.Role.current, .previous] {
        if let stated = report.stated(.overview, "operating_income", role),
          let income = report.stated(.incomeStatement, "operating_income", role)
        {
          let net = report.stated(.incomeStatement, "financial_income", role)?.amount ?? 0
          if abs(stated.amount - income.amount) > max(stated.step, income.step),
            abs(stated.amount - income.amount - net) > 2 * max(stated.step, income.step)
          {
            slips.append(
              .amounts(
                .material, at: stated, expected: income.amount,
                "\(stated.row.label) är %s i flerårsöversikten\(overview.columnName(stated.column)), men resultaträkningen har %e.",
                mend: "Rätta den av dem som är fel.", confidence: 85, related: [income.row.place]))
          }
        }
        if let equity = report.stated(.overview, "equity", role), let closing = report.closingEquity(role),
          abs(equity.amount - closing.amount) > 2 * max(equity.step, closing.step)
        {
          slips.append(
            .amounts(
              .material, at: equity, expected: closing.amount,
              "\(equity.row.label) är %s i flerårsöversikten\(overview.columnName(equity.column)), men balansräkningen ger %e.",
              mend: "Rätta den av dem som är fel.", confidence: 78, related: [closing.row.place]))
        }
        if let stated = report.stated(.overview, "operating_costs", role),
          let costs = report.stated(.incomeStatement, "operating_costs", role)
        {
          slips += costSlips(stated, costs, role, overview, report)
        }
      }
      return slips
    })

  /// The row of costs may take in the financial ones, and many take in the whole financial net.
  private static func costSlips(
    _ stated: PublishedReport.Stated, _ costs: PublishedReport.Stated, _ role: ReadColumn.Role, _ overview: ReadTable,
    _ report: PublishedReport
  ) -> [Slip] {
    let financial = abs(report.stated(.incomeStatement, "financial_costs", role)?.amount ?? 0)
    let income = abs(report.stated(.incomeStatement, "financial_income", role)?.amount ?? 0)
    let depreciation = abs(report.stated(.incomeStatement, "depreciation", role)?.amount ?? 0)
    let printed = abs(stated.amount)
    let base = abs(costs.amount) + depreciation
    let step = 2 * max(stated.step, costs.step)
    func signed(_ amount: Int64) -> Int64 { stated.amount < 0 ? -amount : amount }
    if stated.row.has("finansiella kostnader") {
      let expected = base + financial
      if abs(printed - expected) <= step { return [] }
      let isNetted = income > 0 && abs(printed - (expected - income)) <= step
      return [
        .amounts(
          isNetted ? .immaterial : .material, at: stated, expected: signed(expected),
          "\(stated.row.label) är %s i flerårsöversikten\(overview.columnName(stated.column)), men resultaträkningens kostnader och finansiella kostnader är %e.",
          mend: isNetted
            ? "Skriv intäkterna för sig, eller säg i rubriken att finansnettot ingår." : "Rätta den av dem som är fel.",
          innocent: isNetted
            ? "De finansiella intäkterna har dragits av, så att intäkter och kostnader ger resultatet." : "",
          confidence: isNetted ? 85 : 80,
          related: [costs.row.place])
      ]
    }
    let ways = [abs(costs.amount), base, base + financial, base + financial - income]
    if ways.contains(where: { abs(printed - $0) <= step }) { return [] }
    return [
      .amounts(
        .material, at: stated, expected: signed(base),
        "\(stated.row.label) är %s i flerårsöversikten\(overview.columnName(stated.column)), men resultaträkningen har %e.",
        mend: "Rätta den av dem som är fel.", confidence: 78, related: [costs.row.place])
    ]
  }
}
