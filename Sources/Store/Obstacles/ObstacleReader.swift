import Association
import Ledger

extension Connection {
  /// The obstacles with their steps folded to the state they are in; one of them where it is named.
  func obstacles(_ id: Int64? = nil) throws -> [ObstacleCase] {
    let only = id.map { [Field.integer($0)] } ?? []
    func condition(_ column: String) -> String { id == nil ? "" : "WHERE \(column) = ?" }
    let joins = try ObstacleJoins(self)
    var members: [Int64: [String]] = [:]
    try each(
      "SELECT obstacle_id, member_id FROM obstacle_party \(condition("obstacle_id")) ORDER BY obstacle_id, position",
      fields: only
    ) { members[$0.integer(0), default: []].append($0.text(1)) }
    let steps = try obstacleSteps(condition("obstacle_id"), only)
    let references = try obstacleReferences(condition("obstacle_id"), only)
    var cases: [ObstacleCase] = []
    try each(
      """
      SELECT id, origin_kind, origin, channel_id, user_id, subject, stops, others, frequency, tried, solution
      FROM obstacle \(condition("id")) ORDER BY id
      """, fields: only
    ) { row in
      let id = row.integer(0)
      guard let origin = Obstacle.Origin(kind: row.text(1), name: row.text(2)),
        let frequency = Obstacle.Frequency(rawValue: row.text(8)), let steps = steps[id], let first = steps.first
      else { throw Store.Refusal.corrupt("obstacle \(id)") }
      let state: Obstacle.State
      do {
        var present = try Obstacle.State(beginning: first.event, on: first.day)
        for step in steps.dropFirst() { present = try present.after(step.event, by: step.level, on: step.day) }
        state = present
      } catch {
        throw Store.Refusal.corrupt("obstacle_step of \(id)")
      }
      cases.append(
        ObstacleCase(
          id: id,
          report: Obstacle.Report(
            origin: origin, subject: row.text(5), stops: row.text(6), memberIDs: members[id] ?? [], others: row.text(7),
            frequency: frequency, tried: row.text(9), solution: row.text(10)),
          user: row.optionalInteger(4).map { ID(rawValue: $0) }, channel: row.optionalInteger(3), steps: steps,
          state: state, keptID: joins.kept[id], joinedIDs: joins.joined(with: id), references: references[id] ?? []))
    }
    return cases
  }

  private func obstacleSteps(_ condition: String, _ only: [Field]) throws -> [Int64: [ObstacleCase.Step]] {
    var steps: [Int64: [ObstacleCase.Step]] = [:]
    try each(
      """
      SELECT s.id, s.obstacle_id, s.step, s.level, s.day, s.owner, s.due, s.words, s.decided_on, s.paragraph, h.actor,
        h.moment
      FROM obstacle_step s JOIN history h ON h.sequence = s.history_sequence \(condition) ORDER BY s.id
      """, fields: only
    ) { row in
      guard let kind = Obstacle.Event.Kind(rawValue: row.text(2)),
        let level = Obstacle.Level(rawValue: Int(row.integer(3))),
        let day = CalendarDate(yyyymmdd: Int(row.integer(4))), let event = row.obstacleEvent(kind)
      else { throw Store.Refusal.corrupt("obstacle_step \(row.integer(0))") }
      steps[row.integer(1), default: []].append(
        ObstacleCase.Step(
          id: row.integer(0), event: event, level: level, day: day, by: row.text(10),
          at: Moment(secondsSince1970: row.integer(11))))
    }
    return steps
  }

  private func obstacleReferences(
    _ condition: String, _ only: [Field]
  ) throws -> [Int64: [ObstacleCase.Reference]] {
    var references: [Int64: [ObstacleCase.Reference]] = [:]
    try each(
      """
      SELECT r.id, r.obstacle_id, r.kind, r.value, r.decided_on, a.sha256, e.reference_id
      FROM obstacle_reference r LEFT JOIN attachment a ON a.id = r.attachment_id
      LEFT JOIN obstacle_reference_end e ON e.reference_id = r.id \(condition) ORDER BY r.id
      """, fields: only
    ) { row in
      guard row.isNull(6) else { return }
      let value = row.text(3)
      let reference: ObstacleReference
      switch ObstacleReference.Kind(rawValue: row.text(2)) {
      case .insats: reference = .insats(value)
      case .figure: reference = .figure(value)
      case .diary: reference = .diary(value)
      case .document: reference = .document(sha256: row.text(5), name: value)
      case .decision:
        reference = .decision(
          Decision(date: row.optionalInteger(4).flatMap { CalendarDate(yyyymmdd: Int($0)) }, paragraph: value))
      case nil: throw Store.Refusal.corrupt("obstacle_reference \(row.integer(0))")
      }
      references[row.integer(1), default: []].append(ObstacleCase.Reference(id: row.integer(0), reference: reference))
    }
    return references
  }

  /// The obstacles of those ids in that order, each in the place of those that are joined with it.
  func keptObstacles(_ ids: [Int64], limit: Int) throws -> [ObstacleCase] {
    let joins = try ObstacleJoins(self)
    var (cases, seen): ([ObstacleCase], Set<Int64>) = ([], [])
    for id in ids {
      let root = joins.root(of: id)
      if cases.count < limit, seen.insert(root).inserted { cases += try obstacles(root) }
    }
    return cases
  }

  func obstacleChannels() throws -> [ObstacleChannel] {
    var channels: [ObstacleChannel] = []
    try each(
      """
      SELECT c.id, c.origin_kind, c.origin, h.actor, h.moment,
        EXISTS (SELECT 1 FROM obstacle_channel_end e WHERE e.channel_id = c.id),
        (SELECT COUNT(*) FROM obstacle o WHERE o.channel_id = c.id)
      FROM obstacle_channel c JOIN history h ON h.sequence = c.history_sequence ORDER BY c.id
      """
    ) { row in
      guard let origin = Obstacle.Origin(kind: row.text(1), name: row.text(2)) else {
        throw Store.Refusal.corrupt("obstacle_channel \(row.integer(0))")
      }
      channels.append(
        ObstacleChannel(
          id: row.integer(0), origin: origin, by: row.text(3), at: Moment(secondsSince1970: row.integer(4)),
          isEnded: row.integer(5) == 1, reportCount: Int(row.integer(6))))
    }
    return channels
  }

  /// What became of obstacles, year by year from the first report to the last step, as it was after that line of history.
  func obstacleYears(asOf sequence: Int64) throws -> [ObstacleYear] {
    var happened: [Int: ObstacleYear] = [:]
    /// What came to wait on a level in a year, less what waits there no more.
    var moved: [Int: [Int]] = [:]
    func move(_ year: Int, _ level: Int, _ count: Int) {
      guard Obstacle.Level(rawValue: level) != nil else { return }
      moved[year, default: Obstacle.Level.allCases.map { _ in 0 }][level] += count
    }
    try each(
      "SELECT day / 10000, level, step, COUNT(*) FROM obstacle_step WHERE history_sequence <= ? GROUP BY 1, 2, 3",
      .integer(sequence)
    ) { row in
      let (year, level, count) = (Int(row.integer(0)), Int(row.integer(1)), Int(row.integer(3)))
      guard let kind = Obstacle.Event.Kind(rawValue: row.text(2)), let floor = Obstacle.Level(rawValue: level) else {
        throw Store.Refusal.corrupt("obstacle_step \(row.text(2))")
      }
      var told = happened[year] ?? ObstacleYear(year: year)
      switch kind {
      case .report:
        told.reported += count
        told[floor].arrived += count
        move(year, level, count)
      case .assignment: break
      case .solution:
        told[floor].solved += count
        move(year, level, -count)
      case .refusal:
        told[floor].declined += count
        move(year, level, -count)
      case .passage:
        told[floor].passedUp += count
        move(year, level, -count)
        if let above = floor.above { told[above].arrived += count }
        move(year, level + 1, count)
      case .reopening:
        told[floor].arrived += count
        move(year, level, count)
      }
      happened[year] = told
    }
    guard let first = happened.keys.min() else { return [] }
    try each(
      """
      SELECT j.day / 10000, j.kept_id IS NULL, s.level + (s.step = 'passed'), COUNT(*)
      FROM obstacle_join j JOIN obstacle_step s ON s.id = (
        SELECT MAX(id) FROM obstacle_step WHERE obstacle_id = j.obstacle_id AND history_sequence <= j.history_sequence)
      WHERE s.step NOT IN ('solved', 'declined') AND j.history_sequence <= ? GROUP BY 1, 2, 3
      """, .integer(sequence)
    ) { row in
      let count = Int(row.integer(3))
      move(Int(row.integer(0)), Int(row.integer(2)), row.integer(1) == 1 ? count : -count)
    }
    let last = max(happened.keys.max() ?? first, moved.keys.max() ?? first)
    var years: [ObstacleYear] = []
    var waiting = Obstacle.Level.allCases.map { _ in 0 }
    for year in first...last {
      var told = happened[year] ?? ObstacleYear(year: year)
      for (level, count) in (moved[year] ?? []).enumerated() { waiting[level] += count }
      for (level, count) in waiting.enumerated() { told.floors[level].waiting = count }
      years.append(told)
    }
    return years
  }
}

/// Which obstacles are joined with which.
private struct ObstacleJoins {
  /// What each is joined with.
  private(set) var kept: [Int64: Int64] = [:]
  private var straight: [Int64: [Int64]] = [:]

  init(_ connection: Connection) throws {
    try connection.each(
      """
      SELECT obstacle_id, kept_id FROM obstacle_join
      WHERE id IN (SELECT MAX(id) FROM obstacle_join GROUP BY obstacle_id) AND kept_id IS NOT NULL ORDER BY obstacle_id
      """
    ) { row in
      kept[row.integer(0)] = row.integer(1)
      straight[row.integer(1), default: []].append(row.integer(0))
    }
  }

  func root(of id: Int64) -> Int64 {
    var root = id
    while let next = kept[root] { root = next }
    return root
  }

  func joined(with id: Int64) -> [Int64] {
    guard let ids = straight[id] else { return [] }
    return (ids + ids.flatMap { joined(with: $0) }).sorted()
  }
}

extension Statement {
  /// The event of a row of `obstacle_step`; nil where the row lacks what the event says.
  fileprivate func obstacleEvent(_ kind: Obstacle.Event.Kind) -> Obstacle.Event? {
    let charge = optionalInteger(6).flatMap { CalendarDate(yyyymmdd: Int($0)) }.map {
      Obstacle.Charge(owner: text(5), due: $0)
    }
    let decision = optionalInteger(8).map {
      Decision(date: CalendarDate(yyyymmdd: Int($0)), paragraph: text(9))
    }
    let verdict = Obstacle.Verdict(words: text(7), decision: decision)
    return switch kind {
    case .report: charge.map { .reported($0) }
    case .assignment: charge.map { .assigned($0) }
    case .solution: .solved(verdict)
    case .refusal: .declined(verdict)
    case .passage: charge.map { .passedUp(verdict, to: $0) }
    case .reopening: charge.map { .reopened(verdict.words, $0) }
    }
  }
}
