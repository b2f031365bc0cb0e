public import Association
public import Ledger

extension Store.Writing {
  /// Saves a proposal for a year's internal control: all its controls.
  public func propose(_ controls: [Control], for year: Int) throws {
    try write(ControlPlan(year: year, controls: controls, decided: nil), by: .proposeControls)
  }

  /// Records the board's decision on the year's proposal.
  public func decideControls(for year: Int, on day: CalendarDate, paragraph: String, lateReason: String) throws {
    let known = try connection.controlYear(year)
    guard let proposal = known.proposal, !proposal.controls.isEmpty else {
      throw ControlRefusal.nothingProposed(year: year)
    }
    if let before = known.standing?.decided, day < before.day { throw ControlRefusal.decidedBefore(before.day) }
    if let today = moment.dayInSweden, day > today { throw ControlRefusal.dayAhead(day) }
    let decided = try ControlPlan.Decided(day: day, paragraph: paragraph, lateReason: lateReason, year: year)
    try write(ControlPlan(year: year, controls: proposal.controls, decided: decided), by: .decideControls)
  }

  /// Records what a control showed.
  public func record(_ result: ControlResult, in year: Int) throws {
    if let today = moment.dayInSweden, result.day > today { throw ControlRefusal.dayAhead(result.day) }
    try connection.controlYear(year).checkResult(result)
    _ = try act(.controlResult, subject: "\(result.number) (\(year))") { act in
      try act.record(
        "control_result", .integer(try self.posting.keys.next("control_result")), .integer(year),
        .integer(result.number), .date(result.day), .integer(result.hasDeviation ? 1 : 0), .text(result.words),
        .text(result.remedy), .integer(act.sequence))
    }
  }

  private func write(_ plan: ControlPlan, by kind: HistoryLine.Act) throws {
    let id = try posting.keys.next("control_plan")
    _ = try act(kind, subject: "\(plan.year)") { act in
      try act.record(
        "control_plan", .integer(id), .integer(plan.year), .date(plan.decided?.day),
        .text(plan.decided?.paragraph ?? ""), .text(plan.decided?.lateReason ?? ""), .integer(act.sequence))
      for control in plan.controls.sorted(by: { $0.number < $1.number }) {
        try act.record(
          "control_row", .integer(id), .integer(control.number), .text(control.risk), .integer(control.likelihood),
          .integer(control.consequence), .text(control.measure), .text(control.frequency), .text(control.responsible),
          .date(control.due), .integer(act.sequence))
      }
    }
  }
}

extension Store {
  /// A year's internal control: its plans and what the controls have shown; empty where nothing is written.
  public func controlYear(_ year: Int) throws(Refusal) -> ControlYear { try read { try $0.controlYear(year) } }

  /// The years that have a plan or a proposal for internal control.
  public func controlYears() throws(Refusal) -> [Int] {
    try read { connection in
      var years: [Int] = []
      try connection.each("SELECT DISTINCT year FROM control_plan ORDER BY year") { years.append(Int($0.integer(0))) }
      return years
    }
  }
}

extension Connection {
  func controlYear(_ year: Int) throws -> ControlYear {
    let corrupt = Store.Refusal.corrupt("control_plan of \(year)")
    var rows: [Int64: [Control]] = [:]
    try each(
      """
      SELECT r.plan_id, r.number, r.risk, r.likelihood, r.consequence, r.measure, r.frequency, r.responsible, r.due
      FROM control_row r JOIN control_plan p ON p.id = r.plan_id WHERE p.year = ? ORDER BY r.plan_id, r.number
      """, .integer(year)
    ) { row in
      guard let due = CalendarDate(yyyymmdd: Int(row.integer(8))),
        // What no control can be has not been written by us.
        let control = try? Control(
          number: Int(row.integer(1)), risk: row.text(2), likelihood: Int(row.integer(3)),
          consequence: Int(row.integer(4)), measure: row.text(5), frequency: row.text(6), responsible: row.text(7),
          due: due, year: year)
      else { throw corrupt }
      rows[row.integer(0), default: []].append(control)
    }
    var plans: [ControlPlan] = []
    try each(
      "SELECT id, decided_on, paragraph, late_reason FROM control_plan WHERE year = ? ORDER BY id", .integer(year)
    ) { row in
      var decided: ControlPlan.Decided?
      if let number = row.optionalInteger(1) {
        guard let day = CalendarDate(yyyymmdd: Int(number)),
          let found = try? ControlPlan.Decided(
            day: day, paragraph: row.text(2), lateReason: row.text(3), year: year)
        else { throw corrupt }
        decided = found
      }
      plans.append(ControlPlan(year: year, controls: rows[row.integer(0)] ?? [], decided: decided))
    }
    var results: [ControlResult] = []
    try each(
      """
      SELECT r.number, r.day, r.has_deviation, r.words, r.remedy, h.actor FROM control_result r
      JOIN history h ON h.sequence = r.history_sequence WHERE r.year = ? ORDER BY r.id
      """, .integer(year)
    ) { row in
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(1))),
        let result = try? ControlResult(
          number: Int(row.integer(0)), day: day, hasDeviation: row.integer(2) == 1, words: row.text(3),
          remedy: row.text(4), by: row.text(5))
      else { throw corrupt }
      results.append(result)
    }
    return ControlYear(year: year, plans: plans, results: results)
  }
}
