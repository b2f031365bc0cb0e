public import Association
public import Ledger

/// Obstacles reported, and every step after. Each verb is one act. What is refused is thrown as an `Obstacle.Refusal`,
/// and then nothing has been stored.
extension Store.Writing {
  /// Keeps a report: by a user who is signed in, or by a link. With `kept` it is one more of an obstacle that is known.
  /// `receipt` is the digest of the address where whoever reported reads the answer.
  @discardableResult
  public func report(
    _ report: Obstacle.Report, on day: CalendarDate, by user: ID<User>? = nil, channel: Int64? = nil,
    receipt: String? = nil, sameAs kept: Int64? = nil
  ) throws -> Int64 {
    let event = Obstacle.Event.reported(.first(on: day))
    _ = try Obstacle.State(beginning: event, on: day)
    if let user { try connection.require(user) }
    if let channel {
      let known = try connection.obstacleChannels().first { $0.id == channel }
      guard let known, !known.isEnded else { throw Obstacle.Refusal.channelEnded }
    }
    let root = try kept.map { try self.root(of: $0) }
    let id = try posting.keys.next("obstacle")
    let origin = report.origin.fields
    _ = try act(.reportObstacle, subject: "\(id) \(report.subject)") { act in
      let line = Field.integer(act.sequence)
      try act.record(
        "obstacle", .integer(id), .text(origin.kind), .text(origin.name), channel.map { .integer($0) } ?? .null,
        user.map { .integer($0.rawValue) } ?? .null, .text(report.subject), .text(report.stops), .text(report.others),
        .text(report.frequency.rawValue), .text(report.tried), .text(report.solution),
        receipt.map { .text($0) } ?? .null, line)
      for (position, member) in report.memberIDs.enumerated() {
        try act.record("obstacle_party", .integer(id), .integer(position), .text(member), line)
      }
      try self.write(event, of: id, by: .frontLine, on: day, in: act)
      if let root { try self.write(join: id, with: root, on: day, in: act) }
    }
    try connection.index(.obstacle, id)
    return id
  }

  /// Takes a step, by the level that it says; refused where the obstacle stands on another.
  @discardableResult
  public func take(
    _ event: Obstacle.Event, by level: Obstacle.Level, in id: Int64, on day: CalendarDate
  ) throws -> ObstacleCase {
    let present = try find(id)
    if let kept = present.keptID { throw Obstacle.Refusal.joined(kept) }
    _ = try present.state.after(event, by: level, on: day)
    _ = try act(event.act, subject: subject(of: present)) { try self.write(event, of: id, by: level, on: day, in: $0) }
    return try find(id)
  }

  /// Joins an obstacle with another, which is kept and is answered for both.
  public func join(_ id: Int64, with kept: Int64, on day: CalendarDate) throws {
    guard id != kept else { throw Obstacle.Refusal.joinedWithItself }
    let (present, other) = (try find(id), try find(kept))
    if let already = present.keptID { throw Obstacle.Refusal.joined(already) }
    if let already = other.keptID { throw Obstacle.Refusal.keptIsJoined(already) }
    _ = try act(.joinObstacle, subject: "\(subject(of: present)) → \(kept)") {
      try self.write(join: id, with: kept, on: day, in: $0)
    }
  }

  /// Takes an obstacle apart from the one it was joined with: it stands where it stood.
  public func separate(_ id: Int64, on day: CalendarDate) throws {
    let present = try find(id)
    guard present.keptID != nil else { throw Obstacle.Refusal.notJoined }
    _ = try act(.separateObstacle, subject: subject(of: present)) {
      try self.write(join: id, with: nil, on: day, in: $0)
    }
  }

  /// Lays something to an obstacle. A document is one that the book has.
  public func refer(_ id: Int64, to reference: ObstacleReference) throws {
    let present = try find(id)
    guard !present.references.contains(where: { $0.reference == reference }) else { return }
    let key = try posting.keys.next("obstacle_reference")
    var (value, day, attachment) = ("", Field.null, Field.null)
    switch reference {
    case .insats(let text), .figure(let text), .diary(let text): value = text
    case .decision(let decision):
      guard decision.date != nil, !decision.paragraph.isEmpty else { throw Obstacle.Refusal.decisionMissing }
      (value, day) = (decision.paragraph, .date(decision.date))
    case .document(let sha256, let name):
      let known = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(sha256)) { $0.integer(0) }
      guard let known else { throw Store.Refusal.unknownAttachment(sha256) }
      (value, attachment) = (name, .integer(known))
    }
    _ = try act(.referObstacle, subject: subject(of: present)) { act in
      try act.record(
        "obstacle_reference", .integer(key), .integer(id), .text(reference.kind.rawValue), .text(value), day,
        attachment, .integer(act.sequence))
    }
  }

  /// Takes away what was laid to an obstacle.
  public func endReference(_ reference: Int64, of id: Int64) throws {
    let present = try find(id)
    guard present.references.contains(where: { $0.id == reference }) else { throw Obstacle.Refusal.unknownReference }
    _ = try act(.referObstacle, subject: subject(of: present)) { act in
      try act.record("obstacle_reference_end", .integer(reference), .integer(act.sequence))
    }
  }

  /// Makes a link by which whoever has it reports from there; the book keeps its digest alone.
  @discardableResult
  public func openChannel(from origin: Obstacle.Origin, digest: String) throws -> Int64 {
    let key = try posting.keys.next("obstacle_channel")
    let fields = origin.fields
    _ = try act(.openObstacleChannel, subject: fields.name) { act in
      try act.record(
        "obstacle_channel", .integer(key), .text(fields.kind), .text(fields.name), .text(digest),
        .integer(act.sequence))
    }
    return key
  }

  /// Ends a link: nothing more is reported by it. Receipts that were given stay.
  public func endChannel(_ id: Int64) throws {
    guard let channel = try connection.obstacleChannels().first(where: { $0.id == id }), !channel.isEnded else {
      throw Obstacle.Refusal.channelEnded
    }
    _ = try act(.endObstacleChannel, subject: channel.origin.fields.name) { act in
      try act.record("obstacle_channel_end", .integer(id), .integer(act.sequence))
    }
  }

  private func find(_ id: Int64) throws -> ObstacleCase {
    guard let found = try connection.obstacles(id).first else { throw Obstacle.Refusal.unknown }
    return found
  }

  private func root(of id: Int64) throws -> Int64 {
    var found = try find(id)
    while let kept = found.keptID { found = try find(kept) }
    return found.id
  }

  private func subject(of obstacle: ObstacleCase) -> String { "\(obstacle.id) \(obstacle.report.subject)" }

  private func write(
    _ event: Obstacle.Event, of id: Int64, by level: Obstacle.Level, on day: CalendarDate, in act: Act
  ) throws {
    let (charge, verdict) = (event.charge, event.verdict)
    try act.record(
      "obstacle_step", .integer(try posting.keys.next("obstacle_step")), .integer(id), .text(event.kind.rawValue),
      .integer(level.rawValue), .date(day), .text(charge?.owner ?? ""), .date(charge?.due),
      .text(verdict?.words ?? ""), .date(verdict?.decision?.date),
      verdict?.decision.map { .text($0.paragraph) } ?? .null, .integer(act.sequence))
  }

  private func write(join id: Int64, with kept: Int64?, on day: CalendarDate, in act: Act) throws {
    try act.record(
      "obstacle_join", .integer(try posting.keys.next("obstacle_join")), .integer(id),
      kept.map { .integer($0) } ?? .null, .date(day), .integer(act.sequence))
  }
}

extension Obstacle.Event {
  /// What the history calls it.
  fileprivate var act: HistoryLine.Act {
    switch kind {
    case .report: .reportObstacle
    case .assignment: .assignObstacle
    case .solution: .solveObstacle
    case .refusal: .declineObstacle
    case .passage: .passObstacle
    case .reopening: .reopenObstacle
    }
  }
}

extension Store {
  /// All obstacles, the first reported first; those joined with another too.
  public func obstacles() throws(Refusal) -> [ObstacleCase] { try read { try $0.obstacles() } }

  /// One obstacle, or nil.
  public func obstacle(_ id: Int64) throws(Refusal) -> ObstacleCase? { try read { try $0.obstacles(id).first } }

  /// The obstacle that a receipt is for, by the receipt's digest; nil where there is none.
  public func obstacle(receipt: String) throws(Refusal) -> ObstacleCase? {
    try read { connection in
      let id = try connection.first("SELECT id FROM obstacle WHERE receipt = ?", .text(receipt)) { $0.integer(0) }
      return try id.flatMap { try connection.obstacles($0).first }
    }
  }

  /// The obstacles whose words are most like the text's, the likest first. Of those joined the kept one alone is given.
  public func obstacles(like text: String, limit: Int = 5) throws(Refusal) -> [ObstacleCase] {
    try read { connection in
      try connection.keptObstacles(try connection.similar(to: text, kind: .obstacle, limit: limit * 3), limit: limit)
    }
  }

  /// The ids of the obstacles that have all the words, in whatever inflection; the last may be the beginning of one. Those
  /// joined with another are among them.
  public func obstacleIDs(searching words: String) throws(Refusal) -> [Int64] {
    try read { try $0.search(words, kind: .obstacle, limit: Store.obstacleHitCountMax) }
  }

  /// So many are found by a search; a list of more is searched with one word more.
  static let obstacleHitCountMax = 500

  /// The links for reports, the first first, those that have ended too.
  public func obstacleChannels() throws(Refusal) -> [ObstacleChannel] { try read { try $0.obstacleChannels() } }

  /// The link with that digest, or nil.
  public func obstacleChannel(digest: String) throws(Refusal) -> ObstacleChannel? {
    try read { connection in
      let id = try connection.first("SELECT id FROM obstacle_channel WHERE digest = ?", .text(digest)) { $0.integer(0) }
      return try connection.obstacleChannels().first { $0.id == id }
    }
  }
}
