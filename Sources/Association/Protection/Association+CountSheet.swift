extension Association {
  /// The counts of people that a year's report prints, with what its reader knows to hold between them: women, men and
  /// not stated make all; rows make their sum; carried in and new are finished and ongoing; what is counted in two
  /// places is the same; those who ended a year going on begin the next.
  ///
  /// `costed` are the insatser of which a cost per participant is printed. Staff and board are not among them: whom a
  /// public body employs is public.
  public func countSheet(year: Int, costed: Set<String> = []) -> CountSheet {
    measured.sheet(year: year, costed: costed)
  }

  private func sheet(year: Int, costed: Set<String>) -> CountSheet {
    var sheet = CountSheet()
    var same = SameCounts()
    let tables = countTables.filter { $0.year == year }
    for table in tables { add(table, to: &sheet, &same) }
    for table in tables where table.insatsID.isEmpty { bind(table, toParts: tables, &sheet) }
    bindUnique(in: tables, &sheet)
    for goal in goals where goal.year == year { add(goal, to: &sheet, &same) }
    addGoalSeries(year: year, to: &sheet)
    for survey in surveys where survey.year == year { add(survey, to: &sheet, &same) }
    for flow in tables { bind(flow, toTables: tables, &sheet) }
    var numbers: [String: Int] = [:]
    for activity in activities where activity.year == year {
      numbers[activity.title, default: 0] += 1
      guard let participants = activity.participants else { continue }
      sheet.add(participants, activity.cell(number: numbers[activity.title] ?? 1))
    }
    for insats in insatser where costed.contains(insats.id) { add(insats, year, to: &sheet) }
    addFollowUp(year: year, to: &sheet)
    same.bind(&sheet)
    for (earlier, later) in [(year - 1, year), (year, year + 1)] { bind(earlier, to: later, &sheet) }
    return sheet
  }

  private func add(_ table: CountTable, to sheet: inout CountSheet, _ same: inout SameCounts) {
    for row in table.rows {
      sheet.add(row.tally, table.cells(of: row))
      same.note(row.tally, table.cells(of: row), of: table.insatsID, isWhole: table.kind != .parts)
    }
    switch table.kind {
    case .parts:
      guard !table.rows.isEmpty else { return }
      sheet.add(table.sum, table.sumCells)
      sheet.add(parts: table.rows.map { table.cells(of: $0) }, make: table.sumCells)
      same.note(table.sum, table.sumCells, of: table.insatsID, isWhole: true)
    case .flow:
      guard let flow = FlowRows(table) else { return }
      sheet.add(
        [table.cells(of: flow.carried), table.cells(of: flow.new)],
        equal: [table.cells(of: flow.finished), table.cells(of: flow.ongoing)])
    case .separate: break
    }
  }

  /// Unique persons and those counted twice are together all who were registered: carried in and new of the whole flow.
  private func bindUnique(in tables: [CountTable], _ sheet: inout CountSheet) {
    guard let unique = tables.first(where: { $0.id == "unika" && !$0.deliveryIDs.isEmpty }),
      let whole = tables.first(where: { $0.id == "flode" && !$0.deliveryIDs.isEmpty }), let flow = FlowRows(whole)
    else { return }
    sheet.add([whole.cells(of: flow.carried), whole.cells(of: flow.new)], equal: [unique.sumCells])
  }

  /// What is counted of all insatser is the sum of what is counted of each, and a row that is called what an insats is
  /// called is that insats.
  private func bind(_ table: CountTable, toParts tables: [CountTable], _ sheet: inout CountSheet) {
    let ids = table.rows.map(\.id)
    let own = tables.filter { !$0.insatsID.isEmpty && $0.kind == table.kind && !$0.rows.isEmpty }
    let equal = own.filter { $0.rows.map(\.id) == ids }
    let within = own.filter { $0.rowHeading == table.rowHeading && Set($0.rows.map(\.id)).isSubset(of: ids) }
    // Also where only one insats is counted, or one lacks a row: a relation that does not hold binds nobody.
    for parts in equal == within ? [equal] : [equal, within] where !parts.isEmpty {
      for row in table.rows {
        let cells = parts.flatMap { part in part.rows.filter { $0.id == row.id }.map { part.cells(of: $0) } }
        if !cells.isEmpty { sheet.add(parts: cells, make: table.cells(of: row)) }
      }
      if table.kind == .parts { sheet.add(parts: parts.map(\.sumCells), make: table.sumCells) }
    }
    for row in table.rows {
      let insats = insatser.first { $0.id.lowercased() == row.id.lowercased() || $0.name == row.title }
      guard let insats else { continue }
      for part in tables where part.insatsID == insats.id {
        if part.kind == .parts { sheet.add(parts: [part.sumCells], make: table.cells(of: row)) }
        if part.kind != .parts {
          for other in part.rows { sheet.add(parts: [part.cells(of: other)], make: table.cells(of: row)) }
        }
        guard let flow = FlowRows(part), part.kind == .flow else { continue }
        sheet.add([part.cells(of: flow.carried), part.cells(of: flow.new)], equal: [table.cells(of: row)])
      }
    }
  }

  /// Those who are divided by age are those who were new, or who ended, of the same insats, where they are as many; and
  /// those of whom a goal is reckoned are those who ended.
  private func bind(_ flow: CountTable, toTables tables: [CountTable], _ sheet: inout CountSheet) {
    guard flow.kind == .flow, let rows = FlowRows(flow) else { return }
    for table in tables where table.kind == .parts && table.insatsID == flow.insatsID {
      guard let row = [rows.new, rows.finished].first(where: { $0.tally == table.sum }) else { continue }
      sheet.add(parts: [table.sumCells], make: flow.cells(of: row))
    }
    for goal in goals where goal.year == flow.year && goal.insatsID == flow.insatsID {
      for (index, outcome) in goal.outcomes.enumerated() where outcome.base == rows.finished.tally {
        sheet.add(parts: [goal.cells(ofOutcome: index).whole], make: flow.cells(of: rows.finished))
      }
    }
  }

  private func add(_ goal: Goal, to sheet: inout CountSheet, _ same: inout SameCounts) {
    for (index, outcome) in goal.outcomes.enumerated() {
      let cells = goal.cells(ofOutcome: index)
      if let met = outcome.met, let base = outcome.base {
        sheet.add(part: met, of: base, cells)
        same.note(base, cells.whole, of: goal.insatsID, isWhole: true)
        same.note(part: met, of: base, cells)
      } else if let met = outcome.met {
        sheet.add(met, cells.part)
        same.note(met, cells.part, of: goal.insatsID, isWhole: true)
      }
    }
    guard goal.outcomes.count > 2 else { return }
    // The first outcome is often that of all insatser, and the others of one each.
    let all = goal.outcomes.indices.map { goal.cells(ofOutcome: $0) }
    sheet.add(parts: all.dropFirst().map(\.part), make: all[0].part)
    sheet.add(parts: all.dropFirst().map(\.whole), make: all[0].whole)
  }

  private func add(_ survey: Survey, to sheet: inout CountSheet, _ same: inout SameCounts) {
    sheet.add(survey.asked, survey.askedCell)
    sheet.add(survey.answered, survey.answeredCell)
    // Who did not answer tells nothing of anybody, so how many they are is no count that is hidden; but that answers
    // are no more than those asked is known to all.
    func bound(_ part: CountCell, _ size: Int, by whole: CountCell, _ wholeSize: Int) {
      // Where all have answered, that is what is known.
      guard size < wholeSize else { return sheet.add(CountRelation(parts: [part], make: whole)) }
      let slack = CountCell("\(part.name)/uteblivna")
      sheet.add(wholeSize - size, slack, role: .slack)
      sheet.add(CountRelation(parts: [part, slack], make: whole))
    }
    if survey.answered <= survey.asked {
      bound(survey.answeredCell, survey.answered, by: survey.askedCell, survey.asked)
    }
    for question in survey.questions {
      let cells = survey.cells(of: question)
      sheet.add(part: question.positive, of: question.answered, cells)
      same.note(question.answered, cells.whole, of: "enkat \(survey.id)", isWhole: true)
      same.note(part: question.positive, of: question.answered, cells)
      guard question.answered.total <= survey.answered else { continue }
      bound(cells.whole.total, question.answered.total, by: survey.answeredCell, survey.answered)
    }
  }

  /// Whom a cost is divided by: the flow's carried in and new, the sum of parts, or the row `deltagare`.
  private func add(_ insats: Insats, _ year: Int, to sheet: inout CountSheet) {
    let tables = countTables.filter { $0.year == year && $0.insatsID == insats.id }
    let cell = insats.participantsCell(year: year)
    func add(_ rows: [CountTable.Row], of table: CountTable) {
      sheet.add(rows.reduce(0) { $0 + $1.tally.total }, cell)
      sheet.add(CountRelation(parts: rows.map { table.cells(of: $0).total }, make: cell))
    }
    if let flow = tables.first(where: { $0.kind == .flow }) {
      add(flow.rows.filter { $0.id == "ingående" || $0.id == "nya" }, of: flow)
    } else if let parts = tables.first(where: { $0.kind == .parts }) {
      sheet.add(parts.sum.total, cell)
      sheet.add(CountRelation(parts: [parts.sumCells.total], make: cell))
    } else if let table = tables.first(where: { $0.rows.contains { $0.id == "deltagare" } }) {
      add(table.rows.filter { $0.id == "deltagare" }, of: table)
    }
  }

  /// Those who were in an insats when a year ended are those who are carried into the next.
  private func bind(_ year: Int, to next: Int, _ sheet: inout CountSheet) {
    let flows = countTables.filter { $0.kind == .flow && $0.year == year }
    for later in countTables where later.kind == .flow && later.year == next {
      let ofInsats = flows.filter { $0.insatsID == later.insatsID }
      guard let earlier = ofInsats.first(where: { $0.id == later.id }) ?? ofInsats.first,
        let ended = FlowRows(earlier), let began = FlowRows(later)
      else { continue }
      sheet.add(parts: [earlier.cells(of: ended.ongoing)], make: later.cells(of: began.carried))
    }
  }
}

/// The four rows of a flow.
struct FlowRows {
  let carried: CountTable.Row
  let new: CountTable.Row
  let finished: CountTable.Row
  let ongoing: CountTable.Row

  /// The rows by their ids, or nil where one is missing.
  init?(_ table: CountTable) {
    func row(_ id: String) -> CountTable.Row? { table.rows.first { $0.id == id } }
    guard let carried = row("ingående"), let new = row("nya"), let finished = row("avslutade"),
      let ongoing = row("pågående")
    else { return nil }
    (self.carried, self.new, self.finished, self.ongoing) = (carried, new, finished, ongoing)
  }
}

extension CountSheet {
  /// Puts a part and its whole on the sheet, and what is left of it: who knows two of them knows the third.
  mutating func add(part: Tally, of whole: Tally, _ cells: PartCells) {
    add(part, cells.part)
    add(whole, cells.whole)
    let rest = Tally(
      women: whole.women - part.women, men: whole.men - part.men, notStated: whole.notStated - part.notStated)
    // Sex may be told of the whole and not of the part; then only how many are left in all is known.
    if rest.women >= 0, rest.men >= 0, rest.notStated >= 0 {
      add(rest, cells.rest, role: .complement)
      add(parts: [cells.part, cells.rest], make: cells.whole)
    } else if rest.total >= 0 {
      add(rest.total, cells.rest.total, role: .complement)
      add(CountRelation(parts: [cells.part.total, cells.rest.total], make: cells.whole.total))
    }
  }
}

/// Finds counts that are the same in several places, as a reader would take them to be.
private struct SameCounts {
  /// Wholes of an insats by their tally, and rows that may be one of them.
  private var wholes: [String: [(tally: Tally, cells: TallyCells)]] = [:]
  private var rows: [String: [(tally: Tally, cells: TallyCells)]] = [:]
  /// Parts by themselves and their whole.
  private var parts: [[Tally]: PartCells] = [:]
  private var pairs: [(PartCells, PartCells)] = []

  mutating func note(_ tally: Tally, _ cells: TallyCells, of group: String, isWhole: Bool) {
    guard tally.total > 0 else { return }
    if isWhole {
      wholes[group, default: []].append((tally, cells))
    } else {
      rows[group, default: []].append((tally, cells))
    }
  }

  mutating func note(part: Tally, of whole: Tally, _ cells: PartCells) {
    if let first = parts[[part, whole]] { pairs.append((first, cells)) } else { parts[[part, whole]] = cells }
  }

  /// Guesses of each that it is the same as the first of its tally; of those without sexes, that they are as many. Rows
  /// of one table are not the same for being as many: those who began are not those who ended.
  func bind(_ sheet: inout CountSheet) {
    for (left, right) in pairs { sheet.guess([(left.part, right.part), (left.whole, right.whole)]) }
    let groups = wholes.sorted { $0.key < $1.key }
    for (group, wholes) in groups {
      var first: [Tally: TallyCells] = [:]
      for (tally, cells) in wholes + (rows[group] ?? []) {
        if let known = first[tally] {
          if known.table != cells.table { sheet.guess([(cells, known)]) }
        } else {
          first[tally] = cells
        }
      }
    }
    for (_, wholes) in groups {
      var first: [Int: TallyCells] = [:]
      for (tally, cells) in wholes {
        if let known = first[tally.total] {
          if known.table != cells.table { sheet.guess(cells.total, is: known.total) }
        } else {
          first[tally.total] = cells
        }
      }
    }
  }
}
