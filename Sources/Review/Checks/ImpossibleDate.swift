import Ledger

extension ReviewCheck {
  static let impossibleDate = ReviewCheck(
    "omojligt-datum", kind: "impossible-date",
    question: "Är rapporten beslutad och undertecknad efter räkenskapsårets slut, på dagar som finns?",
    reason: "Blekinge 2022: beslutad 2022-03-17, nio månader före årets slut.",
    spoil: [("Beslutad av styrelsen 2024-03-15", "Beslutad av styrelsen 2023-03-15")],
    find: { report in
      report.dates.compactMap { date in
        guard let day = date.date else {
          guard date.meaning != .other else { return nil }
          return Slip(
            severity: .formal, place: date.place, quote: date.quote, stated: date.printed, expected: "en dag som finns",
            message: "\(date.printed) finns inte i kalendern.", mend: "Rätta datumet.",
            confidence: 85)
        }
        guard date.meaning != .other, let year = report.year, let end = CalendarDate(year: year, month: 12, day: 31),
          day <= end, day.year >= year - 1
        else { return nil }
        // The year end itself beside a signature is the year's, not the day's.
        guard day != end else { return nil }
        let better = CalendarDate(year: year + 1, month: day.month, day: day.day)
        return Slip(
          severity: .formal, place: date.place, quote: date.quote, stated: date.printed,
          expected: better?.text ?? "efter \(end.text)",
          difference: day.year == year ? "1 år" : "\(year + 1 - day.year) år",
          message: "Datumet \(date.printed) ligger före räkenskapsårets slut \(end.text).",
          innocent: "Dagen kan gälla något annat än rapporten.", mend: "Rätta året.", confidence: 85)
      }
    })
}
