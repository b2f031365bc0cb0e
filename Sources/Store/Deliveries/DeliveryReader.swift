public import Association
import Ledger

/// Reads deliveries and folds their steps by the same state machine that a person's steps go through.
extension Connection {
  /// The deliveries that meet the condition on `d`, oldest first.
  func deliveries(where condition: String = "1", _ fields: Field...) throws -> [DeliveryCase] {
    let counts = try deliveryCounts(condition, fields)
    var steps: [Int64: [DeliveryCase.Step]] = [:]
    try each(
      """
      SELECT s.delivery_id, s.step, s.text, s.by_id, h.actor, h.moment FROM delivery d
      JOIN delivery_step s ON s.delivery_id = d.id JOIN history h ON h.sequence = s.history_sequence
      WHERE \(condition) ORDER BY s.id
      """, fields: fields
    ) { row in
      guard let place = DeliveryPlace(rawValue: row.text(1)) else {
        throw Store.Refusal.corrupt("delivery \(row.integer(0))")
      }
      steps[row.integer(0), default: []].append(
        DeliveryCase.Step(
          place: place, text: row.text(2), by: row.optionalInteger(3),
          mark: StepMark(by: Actor(name: row.text(4)), at: Moment(secondsSince1970: row.integer(5)))))
    }
    return try deliveryHeads(condition, fields).map { head in
      guard
        let found = DeliveryCase(
          id: head.id, try delivery(head, counts[head.id] ?? []), source: head.source, replaces: head.replaces,
          keyName: head.keyName, steps: steps[head.id] ?? [])
      else { throw Store.Refusal.corrupt("delivery \(head.id)") }
      return found
    }
  }

  /// The deliveries that were accepted and not replaced after that line of history.
  func acceptedDeliveries(asOf sequence: Int64) throws -> [Deliveries.Accepted] {
    let count = try first("SELECT COUNT(*) FROM (SELECT 1 FROM delivery LIMIT 1)") { $0.integer(0) }
    guard count == 1 else { return [] }
    let condition = """
      'accepted' = (SELECT s.step FROM delivery_step s WHERE s.delivery_id = d.id AND s.history_sequence <= ?
        ORDER BY s.id DESC LIMIT 1)
      """
    let fields = [Field.integer(sequence)]
    let counts = try deliveryCounts(condition, fields)
    return try deliveryHeads(condition, fields).map {
      Deliveries.Accepted(id: $0.id, try delivery($0, counts[$0.id] ?? []))
    }
  }

  private struct Head {
    let id: Int64
    let insatsID: String
    let period: ClosedRange<CalendarDate>
    let replaces: Int64?
    let source: DeliverySource
    let keyName: String
    let adviceCalls: Int?
    let remark: String
  }

  private func deliveryHeads(_ condition: String, _ fields: [Field]) throws -> [Head] {
    var heads: [Head] = []
    try each(
      """
      SELECT d.id, d.insats_id, d.first_day, d.last_day, d.replaces_id, d.source, COALESCE(k.name, ''), d.advice_calls,
        d.remark
      FROM delivery d LEFT JOIN delivery_key k ON k.id = d.key_id WHERE \(condition) ORDER BY d.id
      """, fields: fields
    ) { row in
      guard let first = CalendarDate(yyyymmdd: Int(row.integer(2))),
        let last = CalendarDate(yyyymmdd: Int(row.integer(3))), first <= last,
        let source = DeliverySource(rawValue: row.text(5))
      else { throw Store.Refusal.corrupt("delivery \(row.integer(0))") }
      heads.append(
        Head(
          id: row.integer(0), insatsID: row.text(1), period: first...last, replaces: row.optionalInteger(4),
          source: source, keyName: row.text(6), adviceCalls: row.optionalInteger(7).map { Int($0) },
          remark: row.text(8)))
    }
    return heads
  }

  private typealias Count = (kind: String, id: String, title: String, tally: Tally)

  private func deliveryCounts(_ condition: String, _ fields: [Field]) throws -> [Int64: [Count]] {
    var counts: [Int64: [Count]] = [:]
    try each(
      """
      SELECT c.delivery_id, c.kind, c.row_id, c.title, c.women, c.men, c.not_stated FROM delivery d
      JOIN delivery_count c ON c.delivery_id = d.id WHERE \(condition) ORDER BY c.delivery_id, c.position
      """, fields: fields
    ) { row in
      counts[row.integer(0), default: []].append(
        (
          row.text(1), row.text(2), row.text(3),
          Tally(women: Int(row.integer(4)), men: Int(row.integer(5)), notStated: Int(row.integer(6)))
        ))
    }
    return counts
  }

  private func delivery(_ head: Head, _ counts: [Count]) throws -> CountDelivery {
    var delivery = CountDelivery(
      insatsID: head.insatsID, period: head.period, adviceCalls: head.adviceCalls, remark: head.remark)
    for count in counts {
      if let row = Flow.Row(rawValue: count.kind) {
        var flow = delivery.flow ?? Flow(carried: .none, new: .none, finished: .none, ongoing: .none)
        flow[row] = count.tally
        delivery.flow = flow
      } else if let ground = CountGround(rawValue: count.kind) {
        delivery.grounds[ground, default: []].append(
          CountDelivery.Row(id: count.id, title: count.title, tally: count.tally))
      } else {
        var screening = delivery.screening ?? CountDelivery.Screening(asked: .none, answered: .none)
        switch CountKind(rawValue: count.kind) {
        case .volume: delivery.volume = count.tally
        case .also: delivery.alsoElsewhere = count.tally
        case .asked:
          screening.asked = count.tally
          delivery.screening = screening
        case .answered:
          screening.answered = count.tally
          delivery.screening = screening
        case .coverage:
          // The row's place among them stands before the ground, so that two of one ground and reason are two rows.
          let ground = count.id.split(separator: " ", maxSplits: 1).dropFirst().first.map { String($0) } ?? ""
          delivery.coverage.append(
            CountDelivery.Coverage(ground: CountGround(rawValue: ground), tally: count.tally, reason: count.title))
        case nil: throw Store.Refusal.corrupt("delivery \(head.id)")
        }
      }
    }
    return delivery
  }
}

/// What is counted beside the flow and the grounds.
enum CountKind: String {
  case volume = "volym"
  case also = "även"
  case asked = "tillfrågade"
  case answered = "svarat"
  case coverage = "bortfall"
}

extension CountDelivery {
  /// The rows of the delivery's counts, in order.
  var countFields: [[Field]] {
    var rows: [[Field]] = []
    func add(_ kind: String, _ tally: Tally, id: String = "", title: String = "") {
      rows.append([.text(kind), .text(id), .text(title)] + Field.tally(tally))
    }
    if let flow { for row in Flow.Row.allCases { add(row.rawValue, flow[row]) } }
    for ground in CountGround.allCases {
      for row in grounds[ground] ?? [] { add(ground.rawValue, row.tally, id: row.id, title: row.title) }
    }
    if let volume { add(CountKind.volume.rawValue, volume) }
    if let alsoElsewhere { add(CountKind.also.rawValue, alsoElsewhere) }
    if let screening {
      add(CountKind.asked.rawValue, screening.asked)
      add(CountKind.answered.rawValue, screening.answered)
    }
    for (index, coverage) in coverage.enumerated() {
      add(
        CountKind.coverage.rawValue, coverage.tally,
        id: "\(index + 1)" + (coverage.ground.map { " \($0.rawValue)" } ?? ""), title: coverage.reason)
    }
    return rows
  }
}

extension Store {
  /// Every delivery, oldest first.
  public func deliveries() throws(Refusal) -> [DeliveryCase] { try read { try $0.deliveries() } }

  /// The deliveries of an insats, oldest first.
  public func deliveries(ofInsats id: String) throws(Refusal) -> [DeliveryCase] {
    try read { try $0.deliveries(where: "d.insats_id = ?", .text(id)) }
  }

  /// A delivery; nil where there is none of that id.
  public func delivery(_ id: Int64) throws(Refusal) -> DeliveryCase? {
    try read { try $0.deliveries(where: "d.id = ?", .integer(id)).first }
  }

  /// The accepted deliveries, from which the tables of counts follow.
  public func acceptedDeliveries() throws(Refusal) -> Deliveries {
    try read { connection in
      let association = try connection.association()
      return Deliveries(
        try connection.acceptedDeliveries(asOf: .max), insatser: association.insatser,
        exitReasons: association.exitReasons)
    }
  }

  /// When the board was shown a report: every version that was kept.
  public func boardSights() throws(Refusal) -> [BoardSight] {
    try read { connection in
      var sights: [BoardSight] = []
      try connection.each(
        """
        SELECT v.year, v.name, h.moment FROM report_version v JOIN history h ON h.sequence = v.history_sequence
        ORDER BY v.history_sequence
        """
      ) { row in
        sights.append(
          BoardSight(
            year: Int(row.integer(0)), name: row.text(1), at: Moment(secondsSince1970: row.integer(2))))
      }
      return sights
    }
  }

  /// The keys by which deliveries are signed, the first registered first.
  public func deliveryKeys() throws(Refusal) -> [DeliveryKey] { try read { try $0.deliveryKeys() } }
}

/// A performer's public key: what it signs is theirs.
public struct DeliveryKey: Hashable, Sendable {
  /// The id of the book.
  public let id: Int64
  /// Whose it is, as the association calls them: a performer, never a person.
  public let name: String
  /// The Ed25519 public key, 64 small hexadecimal digits.
  public let publicKey: String
  /// The insatser it may sign for.
  public let insatser: [String]
  /// When it was registered and by whom.
  public let registered: StepMark
  /// How it was revoked; nil while it stands.
  public let ended: End?

  /// That a key was revoked.
  public struct End: Hashable, Sendable {
    /// By whom, and when.
    public let mark: StepMark
    /// Why.
    public let reason: String
  }
}

extension Connection {
  func deliveryKeys() throws -> [DeliveryKey] {
    var insatser: [Int64: [String]] = [:]
    try each("SELECT key_id, insats_id FROM delivery_key_insats ORDER BY key_id, insats_id") {
      insatser[$0.integer(0), default: []].append($0.text(1))
    }
    var keys: [DeliveryKey] = []
    try each(
      """
      SELECT k.id, k.name, k.public_key, h.actor, h.moment, e.reason, g.actor, g.moment FROM delivery_key k
      JOIN history h ON h.sequence = k.history_sequence LEFT JOIN delivery_key_end e ON e.key_id = k.id
      LEFT JOIN history g ON g.sequence = e.history_sequence ORDER BY k.id
      """
    ) { row in
      keys.append(
        DeliveryKey(
          id: row.integer(0), name: row.text(1), publicKey: row.text(2), insatser: insatser[row.integer(0)] ?? [],
          registered: StepMark(by: Actor(name: row.text(3)), at: Moment(secondsSince1970: row.integer(4))),
          ended: row.isNull(5)
            ? nil
            : DeliveryKey.End(
              mark: StepMark(by: Actor(name: row.text(6)), at: Moment(secondsSince1970: row.integer(7))),
              reason: row.text(5))))
    }
    return keys
  }
}
