extension ReviewCheck {
  static let sameYearTwice = ReviewCheck(
    "samma-ar-tva-ganger", kind: "same-year-twice", question: "Har varje kolumn sitt eget år?",
    reason: "Sydnärke 2023: både resultaträkningen och kassaflödesanalysen hade 2023 över båda kolumnerna.",
    spoil: [
      ("Belopp i kr\tNot\t2023\t2022\nVerksamhetens intäkter", "Belopp i kr\tNot\t2023\t2023\nVerksamhetens intäkter")
    ],
    find: { report in
      report.tables.compactMap { table in
        let kinds: Set<TableKind> = [.incomeStatement, .balanceSheet, .cashFlow, .note, .overview]
        guard kinds.contains(table.kind),
          table.columns.allSatisfy({ $0.part == nil && $0.role != .budget && $0.role != .deviation })
        else { return nil }
        let years = table.columns.compactMap(\.year)
        guard years.count >= 2, years.count == table.columns.count, Set(years).count < years.count else { return nil }
        let place =
          table.headingPlaces.first { !Period.years(in: report.lines[$0.line - 1].fold.bytes).isEmpty } ?? table.place
        // Columns under one heading share its year; only headings of their own can be the same.
        guard Period.years(in: report.lines[place.line - 1].fold.bytes).count >= years.count else { return nil }
        let expected = years.indices.map { String(years[0] - $0) }.joined(separator: " / ")
        return Slip(
          severity: .formal, place: place, quote: TableBuilder.onOneLine(report.lines[place.line - 1].text),
          stated: years.map(String.init).joined(separator: " / "), expected: expected,
          difference: "1 år",
          message: "Två kolumner i \(table.name) har samma år: \(years.map(String.init).joined(separator: " och ")).",
          mend: "Skriv \(expected).", confidence: 90)
      }
    })

  static func twice(_ name: String, _ place: Place, _ quote: String, _ first: Place) -> Slip {
    Slip(
      severity: .formal, place: place, quote: quote, stated: name, expected: "ett eget nummer", difference: "1",
      message: "\(name) står två gånger, också på rad \(first.line), över olika innehåll.",
      mend: "Ge den andra nästa nummer.", confidence: 88, related: [first])
  }
}
