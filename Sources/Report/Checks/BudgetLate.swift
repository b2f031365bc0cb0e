import Association
import Ledger

extension Check {
  static let budgetLate = Check(
    code: "budget-beslut-efter-30-november", .warning,
    question: "Är varje budget beslutad senast den 30 november året före?",
    reason: "Lag 2003:1210 § 21.",
    mend: "Rätta dagen. Är den rätt, svara med varför budgeten blev sen.",
    slips: { report in
      report.budgetsAtHand.filter { $0.version == 1 }.compactMap { budget in
        guard let limit = CalendarDate(year: budget.year - 1, month: 11, day: 30), let day = budget.decision.date,
          day > limit
        else { return nil }
        return Slip(
          at: "budget/\(budget.year)/beslut", stated: day.text, expected: "senast \(limit.text)",
          "Budgeten för \(budget.year) beslutades den \(Numerals.date(day)), men den ska vara beslutad senast den "
            + "\(Numerals.date(limit)). Rätta dagen, eller svara med skälet.")
      }
    },
    spoil: { report in
      report.alterAssociation { association in
        for index in association.budgets.indices {
          let year = association.budgets[index].year
          association.budgets[index].decision.date = CalendarDate(year: year - 1, month: 12, day: 20)
        }
      }
    })
}

extension AnnualReport {
  /// The budgets of the year reported and of the year after.
  var budgetsAtHand: [Budget] {
    (source?.association.budgets ?? []).filter { $0.year == year.number || $0.year == year.number + 1 }
  }
}
