public import Association
public import Ledger

extension Store {
  /// What can be done to a book, within one transaction: by one actor, at one moment. Each verb is one act and leaves
  /// one line of history. It lives inside the closure that it is given to.
  public final class Writing {
    let connection: Connection
    let actor: Actor
    let moment: Moment
    let posting: Posting

    init(_ connection: Connection, by actor: Actor, at moment: Moment) throws {
      self.connection = connection
      self.actor = actor
      self.moment = moment
      self.posting = try Posting(connection)
      connection.beforeWrite = Store.beforeWrite
    }

    /// One act: its line, what `body` records, the totals that follow from it, the seal.
    func act<Value>(
      _ act: HistoryLine.Act, subject: String, _ body: (Act) throws -> Value
    ) throws -> (value: Value, line: HistoryLine) {
      let act = try Act(act, subject: subject, by: actor, at: moment, on: connection)
      let value = try body(act)
      try posting.settle()
      return (value, try act.seal())
    }
  }

  /// Set by a test in its own task to make the n-th write fail; nil everywhere else.
  @TaskLocal static var beforeWrite: (@Sendable () throws -> Void)?
}

extension Store.Writing {
  func create(_ association: Association) throws {
    _ = try act(.create, subject: association.name) { try self.write(association, over: nil, in: $0) }
  }

  /// Records what has changed in the association, as a new edition; nil, and no line of history, where nothing has.
  @discardableResult
  public func record(_ association: Association) throws -> HistoryLine? {
    let present = try connection.association()
    // What follows from deliveries and obstacles is the book's, whatever is said of it.
    var association = association.with(delivered: present.deliveredCountTables)
    association.obstacleYears = present.obstacleYears
    guard association != present else { return nil }
    return try act(.association, subject: association.name) {
      try self.write(association, over: present, in: $0)
    }.line
  }

  /// Records what has changed in the association, and in the line of history where it was read: `granskad
  /// årsredovisning 2022.pdf, sida 12`. Nil, and no line, where nothing has changed.
  @discardableResult
  public func record(_ association: Association, readIn source: String) throws -> HistoryLine? {
    let present = try connection.association()
    guard association != present else { return nil }
    return try act(.association, subject: source) {
      try self.write(association, over: present, in: $0)
    }.line
  }

  /// Records why a finding may stand; an earlier answer to the same finding is replaced in the new edition.
  @discardableResult
  public func answer(_ answer: FindingAnswer) throws -> HistoryLine? {
    let present = try connection.association()
    var association = present
    let same = association.findingAnswers.firstIndex {
      $0.year == answer.year && $0.code == answer.code && $0.place == answer.place
    }
    if let same {
      association.findingAnswers[same] = answer
    } else {
      association.findingAnswers.append(answer)
    }
    guard association != present else { return nil }
    return try act(.answer, subject: "\(answer.year) \(answer.code) \(answer.place)") {
      try self.write(association, over: present, in: $0)
    }.line
  }
}

extension Store {
  /// The association as it is now.
  public func association() throws(Refusal) -> Association { try read { try $0.association() } }

  /// The association as it was after that line of history, or nil before the first.
  public func association(asOf sequence: Int64) throws(Refusal) -> Association? {
    try read { try $0.association(asOf: sequence) }
  }

  /// Records what has changed in the association, as a new edition; nil, and no line of history, where nothing has.
  @discardableResult
  public func record(
    _ association: Association, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> HistoryLine? {
    try act(by: actor, at: moment) { try $0.record(association) }
  }

  /// Records why a finding may stand; an earlier answer to the same finding is replaced in the new edition.
  @discardableResult
  public func answer(_ answer: FindingAnswer, by actor: Actor, at moment: Moment) throws(Refusal) -> HistoryLine? {
    try act(by: actor, at: moment) { try $0.answer(answer) }
  }
}
