import Association
import Ledger
import Statements

extension Association {
  /// The year's consultation cases and referrals as tables, sex not told.
  func caseTablesPrinted(year: Int, _ protection: CountProtection) -> [Table] {
    caseTables(year: year).map { cases in
      let rows = cases.rowFigures(protection)
      var printed = rows.map { row, figures in
        Table.Row(id: row.id, title: row.title, cells: [.figure(figures.total)])
      }
      if let sum = cases.sumFigures(protection), rows.count > 1 {
        printed.append(
          Table.Row(
            id: "summa", title: "Summa", role: .total, cells: [.figure(sum.total)],
            sumOf: cases.rows.map { "+\($0.id)" }))
      }
      return Table(
        id: "antal-\(cases.id)", title: "\(cases.title) \(year)", unit: .none, rowHeading: cases.rowHeading,
        columns: [Table.Column(id: "totalt", title: "Antal", year: year)], rows: printed
      ).explained
    }
  }

  /// How many were asked the questions on violence and how many answered; nil where nothing is told.
  func screeningTable(year: Int, _ protection: CountProtection) -> Table? {
    let sums = screeningSums(year: year)
    guard !sums.isEmpty else { return nil }
    let source = "Förbundets uppgifter om våldsscreening"
    func row(
      _ id: String, _ title: String, _ asked: Tally, _ answered: Tally, _ cells: PartCells, role: Table.Role = .row
    ) -> Table.Row {
      let asked = TallyFigures(asked, "\(title): tillfrågade", in: source, as: cells.whole, protection)
      let answered = TallyFigures(part: answered, "\(title): svarat", in: source, as: cells, protection)
      return Table.Row(
        id: id, title: title, role: role,
        cells: asked.bySexCells + [.figure(asked.total)] + answered.bySexCells
          + [
            .figure(answered.total), Table.Cell(.share(answered.total, of: asked.total, "Svarat", "Tillfrågade")),
          ],
        sumOf: role == .total ? sums.map { "+\($0.insatsID)" } : [])
    }
    var rows = sums.map { row($0.insatsID, $0.title, $0.asked, $0.answered, $0.cells) }
    if sums.count > 1 {
      rows.append(
        row(
          "summa", "Summa", sums.map(\.asked).reduce(Tally(women: 0, men: 0), +),
          sums.map(\.answered).reduce(Tally(women: 0, men: 0), +), ScreeningSum.totals(year: year), role: .total))
    }
    let columns = [
      ("tillfragade-kvinnor", "Kvinnor", "Tillfrågade"), ("tillfragade-man", "Män", "Tillfrågade"),
      ("tillfragade", "Totalt", "Tillfrågade"), ("svarat-kvinnor", "Kvinnor", "Svarat"),
      ("svarat-man", "Män", "Svarat"), ("svarat", "Totalt", "Svarat"), ("andel", "Andel", "Svarat"),
    ].map { Table.Column(id: $0.0, title: $0.1, group: $0.2, year: year) }
    return Table(
      id: "antal-valdsscreening", title: "Frågor om våld \(year)", unit: .none, rowHeading: "Insats",
      columns: columns, rows: rows, remark: "Hur många som har tillfrågats och svarat; aldrig vad."
    ).explained
  }

  /// Progression, a table per insats and instrument with a row per indicator. Those who are measured by one indicator
  /// may be measured by another too, so the rows are not added.
  func progressionTables(year: Int, _ protection: CountProtection) -> [Table] {
    var groups: [(insats: String, instrument: String, rows: [Progression])] = []
    for row in progressions where row.year == year {
      if let index = groups.firstIndex(where: { $0.insats == row.insatsID && $0.instrument == row.instrument }) {
        groups[index].rows.append(row)
      } else {
        groups.append((row.insatsID, row.instrument, [row]))
      }
    }
    return groups.enumerated().map { index, group in
      let name = insatser.first { $0.id == group.insats }?.name ?? group.insats
      let periods = Set(group.rows.map { "\($0.period.lowerBound.text)–\($0.period.upperBound.text)" })
      let isFirst = !groups[..<index].contains { $0.insats == group.insats }
      return Table(
        id: "progression-\(group.insats)" + (isFirst ? "" : "-\(index + 1)"),
        title: "Progression \(year): \(name)" + (group.instrument.isEmpty ? "" : ", \(group.instrument)"),
        unit: .none, rowHeading: "Indikator", columns: progressionColumns(year),
        rows: group.rows.enumerated().map {
          progressionRow($1, id: "indikator-\($0 + 1)", periods.count > 1, protection)
        },
        remark: "Av dem som har mätts minst två gånger"
          + (periods.count == 1 ? ", \(periods.first ?? "")" : "") + "."
      ).explained
    }
  }

  private func progressionColumns(_ year: Int) -> [Table.Column] {
    [
      ("matta", "Alla", "Mätta"), ("matta-kvinnor", "Kvinnor", "Mätta"), ("matta-man", "Män", "Mätta"),
      ("battre", "Bättre", "Antal"), ("oforandrat", "Oförändrat", "Antal"), ("samre", "Sämre", "Antal"),
      ("andel", "Alla", "Andel bättre"), ("andel-kvinnor", "Kvinnor", "Andel bättre"),
      ("andel-man", "Män", "Andel bättre"),
    ].map { Table.Column(id: $0.0, title: $0.1, group: $0.2, year: year) }
  }

  private func progressionRow(
    _ row: Progression, id: String, _ showsPeriod: Bool, _ protection: CountProtection
  ) -> Table.Row {
    let source = "Förbundets uppgifter om progression"
    let cells = row.cells
    func figures(_ tally: Tally, _ words: String, _ cells: TallyCells) -> TallyFigures {
      TallyFigures(tally, "\(row.indicator): \(words)", in: source, as: cells, protection)
    }
    let measured = figures(row.measured, "mätta minst två gånger", cells.measured)
    let better = figures(row.better, "bättre", cells.better)
    let same = figures(row.same, "oförändrat", cells.same)
    let worse = figures(row.worse, "sämre", cells.worse)
    func share(_ part: Figure, _ whole: Figure) -> Table.Cell {
      // A share of a handful tells on single persons.
      guard let count = whole.count, protection.mayShare(of: Int(count)) else { return .empty }
      return Table.Cell(.share(part, of: whole, "Bättre", "Mätta"))
    }
    let period = showsPeriod ? ", \(row.period.lowerBound.text)–\(row.period.upperBound.text)" : ""
    return Table.Row(
      id: id, title: row.indicator + period,
      cells: [.figure(measured.total)] + measured.bySexCells
        + [.figure(better.total), .figure(same.total), .figure(worse.total)]
        + [
          share(better.total, measured.total), share(better.women, measured.women), share(better.men, measured.men),
        ])
  }
}
