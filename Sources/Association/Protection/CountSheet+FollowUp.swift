extension Association {
  /// Puts on the sheet what is counted beside participants: cases, screening and progression, with what holds between
  /// them.
  func addFollowUp(year: Int, to sheet: inout CountSheet) {
    for table in caseTables(year: year) {
      for row in table.rows { sheet.add(row.tally, table.cells(of: row)) }
      sheet.add(table.sum, table.sumCells)
      sheet.add(parts: table.rows.map { table.cells(of: $0) }, make: table.sumCells)
    }
    bindDivisions(year: year, &sheet)
    let screened = screeningSums(year: year)
    for row in screened { sheet.add(part: row.answered, of: row.asked, row.cells) }
    if screened.count > 1 {
      let totals = ScreeningSum.totals(year: year)
      sheet.add(part: screened.map(\.answered).sum, of: screened.map(\.asked).sum, totals)
      sheet.add(parts: screened.map(\.cells.part), make: totals.part)
      sheet.add(parts: screened.map(\.cells.whole), make: totals.whole)
    }
    for row in progressions where row.year == year {
      let cells = row.cells
      sheet.add(row.better, cells.better)
      sheet.add(row.same, cells.same)
      sheet.add(row.worse, cells.worse)
      sheet.add(row.measured, cells.measured)
      sheet.add(parts: [cells.better, cells.same, cells.worse], make: cells.measured)
    }
  }

  /// The same cases divided in two ways are as many.
  private func bindDivisions(year: Int, _ sheet: inout CountSheet) {
    let tables = caseTables(year: year)
    for (one, other) in [("konsultationer", "konsultationer-skal"), ("remisser-kommun", "remisser-avsandare")] {
      guard let left = tables.first(where: { $0.id == one }), let right = tables.first(where: { $0.id == other })
      else { continue }
      sheet.add(parts: [left.sumCells], make: right.sumCells)
    }
  }

  /// Puts on the sheet the earlier years of the goals' series, and says of each outcome that is reckoned which counts it
  /// is the sum of.
  func addGoalSeries(year: Int, to sheet: inout CountSheet) {
    for goal in goals where goal.year == year {
      for series in series(of: goal) {
        for point in series.points {
          guard let goal = point.goal, let outcome = goal.outcomes.at(series.index) else { continue }
          let cells = goal.cells(ofOutcome: series.index)
          if let met = outcome.met, let base = outcome.base {
            sheet.add(part: met, of: base, cells)
          } else if let met = outcome.met {
            sheet.add(met, cells.part)
          }
          bind(outcome, of: goal, cells, &sheet)
        }
      }
    }
  }

  private func bind(_ outcome: Goal.Outcome, of goal: Goal, _ cells: PartCells, _ sheet: inout CountSheet) {
    switch outcome.source {
    case .exits(let reasons)?:
      let tables = exitTables(of: goal)
      let rows = tables.flatMap { table in table.rows.map { (row: $0, cells: table.cells(of: $0)) } }
      let counted = rows.filter { ExitReason(rawValue: $0.row.id).map(reasons.contains) ?? false }
      sheet.add(parts: counted.map(\.cells), make: cells.part)
      sheet.add(parts: tables.map(\.sumCells), make: cells.whole)
    case .answers(let id, let questionID)?:
      guard let survey = surveys.first(where: { $0.id == id && $0.year == goal.year }),
        let question = survey.questions.first(where: { $0.id == questionID })
      else { return }
      sheet.add(parts: [survey.cells(of: question).part], make: cells.part)
      sheet.add(parts: [survey.cells(of: question).whole], make: cells.whole)
    case .row(let id, let rowID, let wholeID)?:
      guard let table = countTables.first(where: { $0.id == id && $0.year == goal.year }) else { return }
      func named(_ id: String) -> TallyCells? {
        id == Goal.Source.sum ? table.sumCells : table.rows.first { $0.id == id }.map { table.cells(of: $0) }
      }
      if let row = named(rowID) { sheet.add(parts: [row], make: cells.part) }
      if let whole = named(wholeID) { sheet.add(parts: [whole], make: cells.whole) }
    case nil: return
    }
  }
}

extension Array {
  /// The element there, or nil.
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
