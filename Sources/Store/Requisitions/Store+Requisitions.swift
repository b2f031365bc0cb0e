public import Association
public import Ledger

/// Money asked for and every step on the way to the payment. Each verb is one act; what posts a voucher posts it in the
/// same transaction. What is refused is thrown as a `RequisitionRefusal`, and then nothing has been stored.
extension Store.Writing {
  /// How a step books: the day and the series of its voucher, and which balances are grants to insatser.
  public struct Booking {
    /// The day.
    public var date: CalendarDate
    /// The series.
    public var series: String
    /// What counts as grants to insatser.
    public var costs: [Selection]
    /// Why a frame is exceeded, where it is and nobody has said it before.
    public var overReason: String

    /// A booking.
    public init(on date: CalendarDate, series: String, costs: [Selection], overReason: String = "") {
      self.date = date
      self.series = series
      self.costs = costs
      self.overReason = overReason
    }
  }

  private var mark: StepMark { StepMark(by: actor, at: moment) }

  /// Asks for money. Refused where the report does not add up, and where more than is left of the frame is asked for
  /// without a reason.
  @discardableResult
  public func request(_ draft: Requisition.Draft, costs: [Selection]) throws -> ID<Requisition> {
    let standing = try connection.frameLedger(ofYear: draft.year, costs: costs)
      .standing(draft.insatsID, draft.receiverID)
    let requisition = try Requisition(draft, standing: standing)
    let id = try posting.keys.next("requisition")
    _ = try act(.requisition, subject: subject(of: requisition, id)) { act in
      try act.record(
        "requisition", .integer(id), .integer(draft.year), .text(draft.insatsID), .text(draft.receiverID),
        .integer(act.sequence))
      try self.record(requisition, version: 1, of: id, in: act)
    }
    return ID(rawValue: id)
  }

  /// Asks again, after a question: a new version of what was asked for.
  public func request(again id: ID<Requisition>, _ draft: Requisition.Draft, costs: [Selection]) throws {
    let present = try find(id)
    guard case .returned(let returned) = present.state else {
      throw RequisitionRefusal.doesNotFollow(present.state.place)
    }
    var draft = draft
    // Whom it is for is what the requisition is, and no version changes it.
    (draft.year, draft.insatsID) = (present.requisition.year, present.requisition.insatsID)
    draft.receiverID = present.requisition.receiverID
    let ledger = try connection.frameLedger(ofYear: draft.year, costs: costs)
    let place = AccrualPlan.Place(insatsID: draft.insatsID, receiverID: draft.receiverID)
    // What it asked for before no longer waits.
    let standing = ledger.without(present.requisition.amount, at: place).standing(draft.insatsID, draft.receiverID)
    let requisition = try Requisition(draft, standing: standing)
    let next = returned.requested(again: requisition, mark)
    _ = try act(.requisition, subject: subject(of: requisition, id.rawValue)) {
      try self.record(next.requisition, version: next.version, of: id.rawValue, in: $0)
    }
  }

  /// Sends it back with a question.
  public func sendBack(_ id: ID<Requisition>, asking question: String) throws {
    let present = try find(id)
    switch present.state {
    case .requested(let requested): _ = try requested.returned(asking: question, mark)
    case .attested(let attested): _ = try attested.returned(asking: question, mark)
    default: throw RequisitionRefusal.doesNotFollow(present.state.place)
    }
    try take(.returned, present, by: .returnRequisition, text: question)
  }

  /// Attests it: refused for whoever asked for it, and for whom the attest order does not let attest as much of that
  /// insats.
  public func attest(_ id: ID<Requisition>, as user: ID<User>? = nil) throws {
    let present = try find(id)
    guard case .requested(let requested) = present.state else {
      throw RequisitionRefusal.doesNotFollow(present.state.place)
    }
    _ = try requested.attested(mark)
    try take(.attested, present, by: .attestRequisition, ground: try ground(for: .decision, present, user))
  }

  /// The point by which that user attests or pays a requisition; nil where no order says anything of it.
  private func ground(for attest: Attest, _ present: RequisitionCase, _ user: ID<User>?) throws -> AttestGround? {
    let requisition = present.requisition
    let association = try association()
    let account = association.accountNumber(for: association.grantRole(of: requisition.insatsID))
    return try attestOrder(for: attest).map {
      try connection.ground(
        for: attest, by: $0, of: requisition.amount,
        kinds: [CostKind(account: account, insatsID: requisition.insatsID)], as: user)
    }
  }

  /// Takes it back, before it is booked.
  public func withdraw(_ id: ID<Requisition>, because reason: String) throws {
    let present = try find(id)
    switch present.state {
    case .requested(let requested): _ = try requested.withdrawn(because: reason, mark)
    case .returned(let returned): _ = try returned.withdrawn(because: reason, mark)
    case .attested(let attested): _ = try attested.withdrawn(because: reason, mark)
    default: throw RequisitionRefusal.doesNotFollow(present.state.place)
    }
    try take(.withdrawn, present, by: .withdrawRequisition, text: reason)
  }

  /// Books what is attested: as cost, but for what settles the year's accrual. Refused where the cost exceeds the frame of
  /// the year it falls in and nobody has said why.
  @discardableResult
  public func book(_ id: ID<Requisition>, _ booking: Booking) throws -> PostedVoucher {
    let present = try find(id)
    guard case .attested = present.state else { throw RequisitionRefusal.doesNotFollow(present.state.place) }
    let requisition = present.requisition
    let year = try posting.years.open(on: booking.date).year
    guard year.number >= requisition.year else { throw RequisitionRefusal.bookedTooEarly(year: requisition.year) }
    let association = try connection.association()
    let place = AccrualPlan.Place(insatsID: requisition.insatsID, receiverID: requisition.receiverID)
    let accrued = try connection.frameLedger(ofYear: requisition.year, costs: booking.costs).accrued[place] ?? .zero
    let settled = min(accrued, requisition.amount)
    try sayOverrun(requisition.amount - settled, at: place, in: year, booking, of: present)
    let voucher = try association.booking(of: requisition, settling: settled, posting(booking))
    let posted = try record(voucher, naming: association.accounts(in: voucher))
    try take(.booked, present, by: .bookRequisition, voucher: posted.id, settled: settled)
    return posted
  }

  /// Pays what is booked.
  @discardableResult
  public func pay(
    _ id: ID<Requisition>, on date: CalendarDate, series: String, as user: ID<User>? = nil
  ) throws -> PostedVoucher {
    let present = try find(id)
    guard case .booked = present.state else { throw RequisitionRefusal.doesNotFollow(present.state.place) }
    let ground = try ground(for: .payment, present, user)
    let association = try connection.association()
    let voucher = try association.payment(
      of: present.requisition, posting(Booking(on: date, series: series, costs: [])))
    let posted = try record(voucher, naming: association.accounts(in: voucher))
    try take(.paid, present, by: .payRequisition, voucher: posted.id, ground: ground)
    return posted
  }

  /// Books money that a party has paid back of a year's frame.
  @discardableResult
  public func repay(
    _ amount: Money, from receiverID: String, insats insatsID: String, ofYear year: Int, because reason: String,
    on date: CalendarDate, series: String
  ) throws -> PostedVoucher {
    guard amount > .zero else { throw RequisitionRefusal.amountNotPositive }
    guard reason.hasContent else { throw RequisitionRefusal.reasonMissing }
    guard !insatsID.isEmpty, !receiverID.isEmpty else { throw RequisitionRefusal.receiverMissing }
    let association = try connection.association()
    let voucher = try association.repayment(
      amount, from: receiverID, insats: insatsID, because: reason,
      posting(Booking(on: date, series: series, costs: [])))
    let posted = try record(voucher, naming: association.accounts(in: voucher))
    _ = try act(.repayment, subject: "\(insatsID) \(receiverID) \(year)") { act in
      try act.record(
        "repayment", .integer(try self.posting.keys.next("repayment")), .integer(year), .text(insatsID),
        .text(receiverID), .money(amount), .text(reason), .integer(posted.id.rawValue), .integer(act.sequence))
    }
    return posted
  }

  // Within.

  private func find(_ id: ID<Requisition>) throws -> RequisitionCase {
    guard let present = try connection.requisitions(.one(id.rawValue)).first else {
      throw RequisitionRefusal.unknown
    }
    return present
  }

  private func subject(of requisition: Requisition, _ id: Int64) -> String {
    "\(id) (\(requisition.insatsID) \(requisition.receiverID) \(requisition.year))"
  }

  func posting(_ booking: Booking) -> Association.Posting {
    Association.Posting(series: booking.series, date: booking.date, by: actor, on: moment.dayInSweden)
  }

  private func record(_ requisition: Requisition, version: Int, of id: Int64, in act: Act) throws {
    let said = requisition.said
    try act.record(
      "requisition_version", .integer(id), .integer(version), .integer(said.firstMonth.yyyymm),
      .integer(said.lastMonth.yyyymm), .money(said.amount), .money(said.vat), .text(said.note),
      .money(requisition.over), .text(said.overReason), .integer(act.sequence))
    for (position, row) in said.costs.rows.enumerated() {
      try act.record(
        "requisition_cost", .integer(id), .integer(version), .integer(position), .text(row.kind.rawValue),
        .money(row.amount), .integer(act.sequence))
    }
    for (position, digest) in said.documents.enumerated() {
      let key = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(digest)) { $0.integer(0) }
      guard let key else { throw Store.Refusal.unknownAttachment(digest) }
      try act.record(
        "requisition_document", .integer(id), .integer(version), .integer(position), .integer(key),
        .integer(act.sequence))
    }
    try step(.requested, id, version: version, in: act)
  }

  private func take(
    _ place: RequisitionPlace, _ present: RequisitionCase, by act: HistoryLine.Act, text: String = "",
    voucher: ID<Voucher>? = nil, settled: Money = .zero, ground: AttestGround? = nil
  ) throws {
    let id = present.id.rawValue
    _ = try self.act(act, subject: subject(of: present.requisition, id)) {
      if let ground {
        try self.record(ground, ofRequisitionStep: try self.posting.keys.next("requisition_step"), in: $0)
      }
      try self.step(
        place, id, version: present.state.requested.version, text: text, voucher: voucher, settled: settled, in: $0)
    }
  }

  private func step(
    _ place: RequisitionPlace, _ id: Int64, version: Int, text: String = "", voucher: ID<Voucher>? = nil,
    settled: Money = .zero, in act: Act
  ) throws {
    try act.record(
      "requisition_step", .integer(try posting.keys.next("requisition_step")), .integer(id), .integer(version),
      .text(place.rawValue), .text(text), voucher.map { .integer($0.rawValue) } ?? .null, .money(settled),
      .integer(act.sequence))
  }

  /// Records that a frame is exceeded by a cost, unless so much has been said already: with the reason of whoever books,
  /// else that of whoever asked, if they knew of as much. Refused without a reason.
  func sayOverrun(
    _ cost: Money, at place: AccrualPlan.Place, in year: FiscalYear, _ booking: Booking,
    of present: RequisitionCase? = nil
  ) throws {
    guard cost > .zero else { return }
    let ledger = try connection.frameLedger(ofYear: year.number, costs: booking.costs)
    let key = ledger.frames.key(place.insatsID, place.receiverID)
    let over = ledger.used(key) + cost - (ledger.frames.granted(key) ?? .zero)
    guard over > .zero, over > ledger.saidOver[key] ?? .zero else { return }
    var reason = booking.overReason
    if let asked = present?.requisition, !reason.hasContent, asked.year == year.number, asked.over >= over {
      reason = asked.overReason
    }
    guard reason.hasContent else { throw RequisitionRefusal.frameExceeded(over: over, year: year.number) }
    _ = try act(.frameOverrun, subject: "\(key.insatsID) \(key.receiverID) \(year.number)") { act in
      try act.record(
        "frame_overrun", .integer(try self.posting.keys.next("frame_overrun")), .integer(year.number),
        .text(key.insatsID), .text(key.receiverID), .money(over), .text(reason),
        present.map { .integer($0.id.rawValue) } ?? .null, .integer(act.sequence))
    }
  }
}

extension FrameLedger {
  /// The same without an amount that waited.
  func without(_ amount: Money, at place: AccrualPlan.Place) -> FrameLedger {
    var pending = pending
    pending[place] = (pending[place] ?? .zero) - amount
    return FrameLedger(
      year: year, frames: frames, booked: booked, pending: pending, accrued: accrued, saidOver: saidOver)
  }
}
