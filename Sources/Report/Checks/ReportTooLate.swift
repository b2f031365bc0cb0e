import Association
import Ledger

extension Check {
  static let reportTooLate = Check(
    code: "rapport-for-sent", .warning,
    question: "Är årsredovisningen upprättad inom tre månader efter årets slut?",
    reason: "Lag 2003:1210 § 24: årsredovisningen ska vara upprättad inom tre månader, för ett kalenderår den 31 mars.",
    mend: "Kontrollera dagen. Är den rätt kan tiden inte tas igen; svara med skälet till att rapporten blev sen.",
    slips: { report in
      guard let limit = report.year.threeMonthsAfter, let day = report.facts.decision.date ?? report.facts.signedOn,
        day > limit
      else { return [] }
      return [
        Slip(
          at: "fakta/beslut", stated: day.text, expected: "senast \(limit.text)",
          "Rapporten är upprättad den \(Numerals.date(day)), men den skulle ha varit klar senast den "
            + "\(Numerals.date(limit)). Kontrollera dagen, eller svara med skälet till förseningen.")
      ]
    },
    spoil: { report in
      guard let late = CalendarDate(year: report.year.last.year + 1, month: 12, day: 1) else { return }
      report.facts.decision.date = late
      report.facts.signedOn = late
    })
}

extension FiscalYear {
  /// The last day of the third month after the year's end.
  var threeMonthsAfter: CalendarDate? {
    let months = last.month + 3
    let (year, month) = months > 12 ? (last.year + 1, months - 12) : (last.year, months)
    return CalendarDate(year: year, month: month, day: CalendarDate.dayCount(ofMonth: month, year: year))
  }
}
