public import Association
public import Ledger

/// By which point of which version an attest is given, and of how much.
struct AttestGround {
  let order: Int64
  let position: Int
  let amount: Money
}

/// By which point of which version a decision is taken, and of how much.
struct DelegationGround {
  let order: Int64
  let position: Int
  let amount: Money
}

extension Store.Writing {
  /// Records a version of the attest order as the board decided it: it takes over from the last on its day.
  @discardableResult
  public func decide(
    _ order: AttestOrder, on decidedOn: CalendarDate, paragraph: String, validFrom: CalendarDate
  ) throws -> OrderName {
    let decision = try OrderDecision(
      decidedOn: decidedOn, paragraph: paragraph, validFrom: validFrom, after: try connection.attestOrders().last?.name)
    return try decide("attest", "attestordningen", decision) { id, act in
      for (position, point) in order.points.enumerated() {
        var (insats, accounts): (String?, ClosedRange<Int>?) = (nil, nil)
        switch point.scope {
        case .all: break
        case .insats(let id): insats = id
        case .accounts(let range): accounts = range
        }
        let giver: (String, Int64?) =
          switch point.giver {
          case .role(let role): (role.rawValue, nil)
          case .user(let user): ("user", user)
          case .chair: ("chair", nil)
          }
        try act.record(
          "attest_point", .integer(id), .integer(position), .text(point.attest.rawValue),
          insats.map { .text($0) } ?? .null, .integer(accounts?.lowerBound), .integer(accounts?.upperBound),
          .text(giver.0), giver.1.map { .integer($0) } ?? .null, .money(point.limit), .text(point.substitutesFor),
          .integer(act.sequence))
      }
    }
  }

  /// Records a version of the delegation order as the board decided it.
  @discardableResult
  public func decide(
    _ order: DelegationOrder, on decidedOn: CalendarDate, paragraph: String, validFrom: CalendarDate
  ) throws -> OrderName {
    let decision = try OrderDecision(
      decidedOn: decidedOn, paragraph: paragraph, validFrom: validFrom,
      after: try connection.delegationOrders().last?.name)
    return try decide("delegation", "delegationsordningen", decision) { id, act in
      for (position, point) in order.points.enumerated() {
        try act.record(
          "delegation_point", .integer(id), .integer(position), .text(point.number), .text(point.matter),
          .text(point.delegate), .money(point.limit), .text(point.conditions), .integer(act.sequence))
      }
    }
  }

  func decide(
    _ kind: String, _ called: String, _ decision: OrderDecision, points: (Int64, Act) throws -> Void
  ) throws -> OrderName {
    let id = try posting.keys.next("order_version")
    let version =
      try connection.first("SELECT COUNT(*) + 1 FROM order_version WHERE kind = ?", .text(kind)) { Int($0.integer(0)) }
      ?? 1
    _ = try act(.decideOrder, subject: "\(called) version \(version)") { act in
      try act.record(
        "order_version", .integer(id), .text(kind), .integer(version), .date(decision.decidedOn),
        .text(decision.paragraph), .date(decision.validFrom), .integer(act.sequence))
      try points(id, act)
    }
    return OrderName(
      version: version, decidedOn: decision.decidedOn, paragraph: decision.paragraph, validFrom: decision.validFrom)
  }

  /// The attest order that holds today, where it says anything of that attest.
  func attestOrder(for attest: Attest?) throws -> OrderVersion<AttestOrder>? {
    guard let attest, let today = moment.dayInSweden else { return nil }
    return try connection.attestOrders().inForce(on: today).flatMap { $0.content.governs(attest) ? $0 : nil }
  }

  /// Refuses a payment that the order does not let that user make; nothing is asked where no order says anything of it.
  func checkPayment(of amount: Money, kinds: [CostKind], as user: ID<User>?) throws {
    guard let order = try attestOrder(for: .payment) else { return }
    _ = try connection.ground(for: .payment, by: order, of: amount, kinds: kinds, as: user)
  }

  /// The point of the delegation order by which so much is decided on a day; nil where the book has no order.
  func delegation(_ number: String, on day: CalendarDate, of amount: Money) throws -> DelegationGround? {
    let orders = try connection.delegationOrders()
    guard !orders.isEmpty else { return nil }
    guard let order = orders.inForce(on: day) else { throw OrderRefusal.noOrder(on: day) }
    let point = try order.point(number, for: amount)
    guard let position = order.content.points.firstIndex(of: point) else { return nil }
    return DelegationGround(order: order.id, position: position, amount: amount)
  }

  func record(_ ground: AttestGround, ofInvoiceStep step: Int64, in act: Act) throws {
    try record(ground, .integer(step), .null, in: act)
  }

  func record(_ ground: AttestGround, ofRequisitionStep step: Int64, in act: Act) throws {
    try record(ground, .null, .integer(step), in: act)
  }

  private func record(_ ground: AttestGround, _ invoice: Field, _ requisition: Field, in act: Act) throws {
    try act.record(
      "attest_ground", .integer(try posting.keys.next("attest_ground")), invoice, requisition, .integer(ground.order),
      .integer(ground.position), .money(ground.amount), .integer(act.sequence))
  }

  func record(_ ground: DelegationGround, ofGrantStep step: Int64, in act: Act) throws {
    try act.record(
      "grant_delegation", .integer(try posting.keys.next("grant_delegation")), .integer(step),
      .integer(ground.order), .integer(ground.position), .money(ground.amount), .integer(act.sequence))
  }
}

extension Store {
  /// Every version of the attest order, the first first.
  public func attestOrders() throws(Refusal) -> [OrderVersion<AttestOrder>] { try read { try $0.attestOrders() } }

  /// Every version of the delegation order, the first first.
  public func delegationOrders() throws(Refusal) -> [OrderVersion<DelegationOrder>] {
    try read { try $0.delegationOrders() }
  }

  /// What was granted by delegation from one day through another, the first first: what the board is to be told
  /// (lag 2003:1210 10 §).
  public func grantDelegations(
    from first: CalendarDate, through last: CalendarDate
  ) throws(Refusal) -> [GrantDelegation] {
    try read { connection in
      let orders = try connection.delegationOrders()
      var decisions: [GrantDelegation] = []
      try connection.each(
        """
        SELECT d.order_id, d.position, d.amount_ore, g.day, h.subject, h.actor FROM grant_delegation d
        JOIN grant_decision g ON g.step_id = d.grant_step_id JOIN history h ON h.sequence = d.history_sequence
        WHERE g.day BETWEEN ? AND ? ORDER BY g.day, d.id
        """, .integer(Int64(first.yyyymmdd)), .integer(Int64(last.yyyymmdd))
      ) { row in
        guard let order = orders.first(where: { $0.id == row.integer(0) }),
          order.content.points.indices.contains(Int(row.integer(1))),
          let day = CalendarDate(yyyymmdd: Int(row.integer(3)))
        else { throw Refusal.corrupt("grant_delegation") }
        decisions.append(
          GrantDelegation(
            day: day, order: order.name, point: order.content.points[Int(row.integer(1))], subject: row.text(4),
            amount: Money(ore: row.integer(2)), by: row.text(5)))
      }
      return decisions
    }
  }

  /// By which version each attest of an invoice was given, by the step's place among its steps.
  public func attestGrounds(ofInvoice id: ID<SupplierInvoice>) throws(Refusal) -> [Int: OrderName] {
    try read { try $0.attestGrounds(ofInvoice: id).mapValues(\.name) }
  }
}

extension Connection {
  /// The version by which each attest of an invoice was given, by the step's place among its steps.
  func attestGrounds(ofInvoice id: ID<SupplierInvoice>) throws -> [Int: OrderVersion<AttestOrder>] {
    let orders = try attestOrders()
    var grounds: [Int: OrderVersion<AttestOrder>] = [:]
    var place = 0
    try each(
      """
      SELECT g.order_id FROM invoice_step s LEFT JOIN attest_ground g ON g.invoice_step_id = s.id
      WHERE s.invoice_id = ? ORDER BY s.id
      """, .integer(id.rawValue)
    ) { row in
      if let order = row.optionalInteger(0) { grounds[place] = orders.first { $0.id == order } }
      place += 1
    }
    return grounds
  }

  /// Who a user is to the attest order.
  func attester(_ user: ID<User>, isChair: Bool = false) throws -> Attester {
    guard let known = try users(where: "user_id = ?1", .integer(user.rawValue)).first else {
      throw Store.Refusal.unknownUser
    }
    return Attester(
      user: user.rawValue, role: AttestOrder.Role(rawValue: known.role.rawValue), isChair: isChair)
  }

  /// The point by which a user attests an amount; refused where none lets them.
  func ground(
    for attest: Attest, by order: OrderVersion<AttestOrder>, of amount: Money, kinds: [CostKind] = [],
    as user: ID<User>?, isChair: Bool = false
  ) throws -> AttestGround {
    guard let user else { throw OrderRefusal.nobodyNamed(order.name) }
    let position = try order.point(
      for: attest, of: amount, kinds: kinds, by: try attester(user, isChair: isChair))
    return AttestGround(order: order.id, position: position, amount: amount.magnitude)
  }

  /// The versions of a kind, with what each says by the order's key.
  func orders<Content>(_ kind: String, _ contents: (Int64) throws -> Content) throws -> [OrderVersion<Content>] {
    var heads: [(id: Int64, name: OrderName)] = []
    try each(
      """
      SELECT id, version, decided_on, paragraph, valid_from FROM order_version WHERE kind = ? ORDER BY version
      """, .text(kind)
    ) { row in
      guard let decided = CalendarDate(yyyymmdd: Int(row.integer(2))),
        let valid = CalendarDate(yyyymmdd: Int(row.integer(4)))
      else { throw Store.Refusal.corrupt("order_version \(row.integer(0))") }
      heads.append(
        (
          row.integer(0),
          OrderName(version: Int(row.integer(1)), decidedOn: decided, paragraph: row.text(3), validFrom: valid)
        ))
    }
    return try heads.map { head in
      OrderVersion(
        id: head.id, version: head.name.version, decidedOn: head.name.decidedOn, paragraph: head.name.paragraph,
        validFrom: head.name.validFrom, content: try contents(head.id))
    }
  }

  func attestOrders() throws -> [OrderVersion<AttestOrder>] {
    try orders("attest") { id in
      var points: [AttestOrder.Point] = []
      try each(
        """
        SELECT attest, insats_id, first_account, last_account, giver, user_id, limit_ore, substitutes_for
        FROM attest_point WHERE order_id = ? ORDER BY position
        """, .integer(id)
      ) { row in
        let scope: AttestOrder.Scope =
          if let insats = row.optionalText(1) {
            .insats(insats)
          } else if let first = row.optionalInteger(2), let last = row.optionalInteger(3) {
            .accounts(Int(first)...Int(last))
          } else {
            .all
          }
        let giver: AttestOrder.Giver? =
          switch row.text(4) {
          case "user": .user(row.integer(5))
          case "chair": .chair
          default: AttestOrder.Role(rawValue: row.text(4)).map { .role($0) }
          }
        guard let attest = Attest(rawValue: row.text(0)), let giver else {
          throw Store.Refusal.corrupt("attest_point of \(id)")
        }
        points.append(
          AttestOrder.Point(
            attest, of: scope, by: giver, upTo: row.optionalInteger(6).map { Money(ore: $0) }, insteadOf: row.text(7)))
      }
      do {
        return try AttestOrder(points)
      } catch {
        throw Store.Refusal.corrupt("attest_point of \(id)")
      }
    }
  }

  func delegationOrders() throws -> [OrderVersion<DelegationOrder>] {
    try orders("delegation") { id in
      var points: [DelegationOrder.Point] = []
      try each(
        """
        SELECT number, matter, delegate, limit_ore, conditions FROM delegation_point WHERE order_id = ? ORDER BY position
        """, .integer(id)
      ) { row in
        points.append(
          DelegationOrder.Point(
            number: row.text(0), matter: row.text(1), delegate: row.text(2),
            limit: row.optionalInteger(3).map { Money(ore: $0) }, conditions: row.text(4)))
      }
      do {
        return try DelegationOrder(points)
      } catch {
        throw Store.Refusal.corrupt("delegation_point of \(id)")
      }
    }
  }
}
