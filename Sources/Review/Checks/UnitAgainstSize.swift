extension ReviewCheck {
  static let unitAgainstSize = ReviewCheck(
    "enhet-mot-storlek", kind: "unit", question: "Är beloppen i den enhet som rubriken säger?",
    reason: "Sydnärke 2023: driftredovisningen sade tkr över belopp i kronor.",
    spoil: [("Belopp i kr\tNot\t2023-12-31", "Belopp i tkr\tNot\t2023-12-31")],
    find: { report in
      report.tables.compactMap { table in
        guard let stated = table.statedUnit, stated != table.unit else { return nil }
        let place =
          table.headingPlaces.first {
            report.lines[$0.line - 1].fold.hasAny(["tkr", "kkr", "tusen", "mnkr", "mkr", "kr"])
          } ?? table.place
        return Slip(
          severity: .material, place: place, quote: TableBuilder.onOneLine(report.lines[place.line - 1].text),
          stated: stated.rawValue, expected: table.unit.rawValue,
          difference: "faktor 1\u{00A0}000",
          message: "Rubriken säger \(stated.rawValue), men beloppen i \(table.name) är i \(table.unit.rawValue).",
          mend: "Byt enheten i rubriken till \(table.unit.rawValue).",
          confidence: 92)
      }
    })
}
