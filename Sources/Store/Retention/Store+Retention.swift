public import Association
public import Ledger

extension Store.Writing {
  /// Records a version of the plan for documents as the board decided it.
  @discardableResult
  public func decide(
    _ plan: RetentionPlan, on decidedOn: CalendarDate, paragraph: String, validFrom: CalendarDate
  ) throws -> OrderName {
    let decision = try OrderDecision(
      decidedOn: decidedOn, paragraph: paragraph, validFrom: validFrom,
      after: try connection.retentionPlans().last?.name)
    return try decide("retention", "dokumenthanteringsplanen", decision) { id, act in
      for (position, kind) in plan.kinds.enumerated() {
        let years: Int? = if case .years(let years) = kind.keeping { years } else { nil }
        try act.record(
          "retention_kind", .integer(id), .integer(position), .text(kind.title), .text(kind.place), .integer(years),
          .text(kind.ground), .integer(kind.isAccounting ? 1 : 0), .integer(act.sequence))
      }
    }
  }

  /// Records that documents outside the book were destroyed: by the plan that held when it was decided, and after their
  /// time. Nothing in the book is removed.
  public func destroyed(
    _ title: String, lastYear: Int, words: String, decidedOn: CalendarDate, paragraph: String, day: CalendarDate,
    by: String, method: String
  ) throws {
    guard let plan = try connection.retentionPlans().inForce(on: decidedOn) else {
      throw RetentionRefusal.noPlan(on: decidedOn)
    }
    guard let position = plan.content.kinds.firstIndex(where: { $0.title == title }) else {
      throw RetentionRefusal.kindUnknown(title)
    }
    if let today = moment.dayInSweden, day > today { throw RetentionRefusal.dayAhead(day) }
    let destruction = try Destruction(
      of: plan.content.kinds[position], lastYear: lastYear, words: words, decidedOn: decidedOn, paragraph: paragraph,
      day: day, by: by, method: method)
    _ = try act(.destroyDocuments, subject: "\(title) \(lastYear)") { act in
      try act.record(
        "destruction", .integer(try self.posting.keys.next("destruction")), .integer(plan.id), .integer(position),
        .integer(lastYear), .text(destruction.words), .date(decidedOn), .text(paragraph), .date(day), .text(by),
        .text(method), .integer(act.sequence))
    }
  }
}

extension Store {
  /// Every version of the plan for documents, the first first.
  public func retentionPlans() throws(Refusal) -> [OrderVersion<RetentionPlan>] {
    try read { try $0.retentionPlans() }
  }

  /// What has been destroyed, the first first.
  public func destructions() throws(Refusal) -> [Destruction] {
    try read { connection in
      var destructions: [Destruction] = []
      try connection.each(
        """
        SELECT k.title, d.last_year, d.words, d.decided_on, d.paragraph, d.day, d.by_whom, d.method FROM destruction d
        JOIN retention_kind k ON k.order_id = d.order_id AND k.position = d.position ORDER BY d.day, d.id
        """
      ) { row in
        guard let decided = CalendarDate(yyyymmdd: Int(row.integer(3))),
          let day = CalendarDate(yyyymmdd: Int(row.integer(5)))
        else { throw Refusal.corrupt("destruction") }
        destructions.append(
          Destruction(
            title: row.text(0), lastYear: Int(row.integer(1)), words: row.text(2), decidedOn: decided,
            paragraph: row.text(4), day: day, by: row.text(6), method: row.text(7)))
      }
      return destructions
    }
  }
}

extension Connection {
  func retentionPlans() throws -> [OrderVersion<RetentionPlan>] {
    try orders("retention") { id in
      var kinds: [RetentionPlan.Kind] = []
      try each(
        """
        SELECT title, place, kept_years, ground, is_accounting FROM retention_kind WHERE order_id = ? ORDER BY position
        """, .integer(id)
      ) { row in
        kinds.append(
          RetentionPlan.Kind(
            title: row.text(0), place: row.text(1),
            keeping: row.optionalInteger(2).map { .years(Int($0)) } ?? .preserved, ground: row.text(3),
            isAccounting: row.integer(4) == 1))
      }
      do {
        return try RetentionPlan(kinds)
      } catch {
        throw Store.Refusal.corrupt("retention_kind of \(id)")
      }
    }
  }
}
