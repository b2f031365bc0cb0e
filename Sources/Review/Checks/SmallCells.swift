extension ReviewCheck {
  static let smallCells = ReviewCheck(
    "sma-tal", kind: "small-cells",
    question: "Visar någon tabell över deltagare så små grupper att någon kan kännas igen?",
    reason: "Röjandekontroll: grupper under fem döljs, tillsammans med så mycket att de inte kan räknas fram.",
    spoil: [("30 - 44 år\t30\t20\t50", "30 - 44 år\t47\t3\t50")],
    find: { report in
      report.tables(.participants).compactMap { table in
        let words = Fold(table.title + " " + table.headingQuote)
        guard !words.hasAny(["anstall", "personal", "funktion", "styrelse", "ledam", "sjuk"]),
          !table.rows.contains(where: { $0.hasAny(["forbundschef", "ordforande"]) })
        else { return nil }
        let columns = table.columns.indices.filter { [.women, .men, .total].contains(table.columns[$0].role) }
        let small = table.rows.filter { row in
          columns.contains { column in
            guard let value = row.value(column), row.cells[column]?.unit == nil, value.isWhole else { return false }
            return (1...4).contains(value.whole)
          }
        }
        guard let first = small.first else { return nil }
        // In a large table of the whole association that says no place, nobody is known by an age.
        let all = columns.compactMap { column in table.rows.last { $0.isSum }?.value(column)?.whole }.max() ?? 0
        let hasPlaces = table.rows.contains { $0.hasAny(["kommun", "team", "projekt"]) }
        guard all < 100 || hasPlaces else { return nil }
        let values = small.flatMap { row in columns.compactMap { row.value($0)?.whole }.filter { (1...4).contains($0) }
        }
        return Slip(
          severity: .formal, place: first.place, quote: first.quote,
          stated: values.map(String.init).joined(separator: ", "), expected: "minst 5, eller dolt",
          message: "Tabellen visar grupper om \(values.map(String.init).joined(separator: ", ")) personer.",
          innocent: "Förbundet kan ha bedömt att ingen kan kännas igen.", mend: "Slå ihop grupper eller dölj talen.",
          confidence: 60,
          related: small.map(\.place))
      }
    })
}
