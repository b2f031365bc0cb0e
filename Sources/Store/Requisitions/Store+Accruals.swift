public import Association
public import Ledger

/// What a year's end leaves to be settled: what performers say that the year cost, the accrual of it, and what becomes of
/// what was accrued and never asked for.
extension Store.Writing {
  /// Records what a performer says that the year cost. What was said before of the same receiver stands in the history.
  public func state(_ cost: FinalCost) throws {
    guard !cost.insatsID.isEmpty, !cost.receiverID.isEmpty else { throw RequisitionRefusal.receiverMissing }
    guard cost.amount >= .zero, cost.amount.ore <= Money.oreMax else { throw RequisitionRefusal.amountNotPositive }
    _ = try act(.finalCost, subject: "\(cost.insatsID) \(cost.receiverID) \(cost.year)") { act in
      try act.record(
        "final_cost", .integer(try self.posting.keys.next("final_cost")), .integer(cost.year), .text(cost.insatsID),
        .text(cost.receiverID), .money(cost.amount), .text(cost.note), .integer(act.sequence))
    }
  }

  /// What the year's accrual would be now.
  public func accrualPlan(ofYear year: Int, costs: [Selection]) throws -> AccrualPlan {
    try connection.accrualPlan(ofYear: year, costs: costs)
  }

  /// Posts the year's accrual as one voucher on its last day, and states what goes back of each frame. Refused where
  /// there is nothing to accrue, and where a frame is exceeded and nobody has said why.
  @discardableResult
  public func accrue(_ year: FiscalYear, _ booking: Booking) throws -> PostedVoucher {
    let plan = try connection.accrualPlan(ofYear: year.number, costs: booking.costs)
    guard !plan.rows.isEmpty else { throw RequisitionRefusal.nothingToAccrue }
    let association = try connection.association()
    let frames = YearFrames(association, year: year.number)
    var added: [FrameKey: Money] = [:]
    for row in plan.rows {
      let key = frames.key(row.insatsID, row.receiverID)
      added[key, default: .zero] += row.amount
      try sayOverrun(
        added[key] ?? .zero, at: AccrualPlan.Place(insatsID: row.insatsID, receiverID: row.receiverID), in: year,
        booking)
    }
    let voucher = try association.accrual(plan.rows, year: year.number, posting(booking))
    let posted = try record(voucher, naming: association.accounts(in: voucher))
    let id = try posting.keys.next("accrual")
    _ = try act(.accrual, subject: "\(year.number)") { act in
      try act.record(
        "accrual", .integer(id), .integer(year.number), .integer(posted.id.rawValue), .integer(act.sequence))
      for (position, row) in plan.rows.enumerated() {
        try act.record(
          "accrual_row", .integer(id), .integer(position), .text(row.insatsID), .text(row.receiverID),
          .money(row.booked), .money(row.amount), .text(row.ground.rawValue), .integer(act.sequence))
      }
      for (position, frame) in plan.returns.enumerated() {
        try act.record(
          "frame_return", .integer(id), .integer(position), .text(frame.key.insatsID), .text(frame.key.receiverID),
          .money(frame.granted), .money(frame.outcome), .integer(act.sequence))
      }
    }
    return posted
  }

  /// Lets go of what was accrued for a year and will not be asked for: the debt is gone, and the money back.
  @discardableResult
  public func release(
    _ amount: Money, of place: AccrualPlan.Place, accruedFor year: Int, because reason: String, on date: CalendarDate,
    series: String
  ) throws -> PostedVoucher {
    guard amount > .zero else { throw RequisitionRefusal.amountNotPositive }
    guard reason.hasContent else { throw RequisitionRefusal.reasonMissing }
    let left = try connection.frameLedger(ofYear: year, costs: []).accrued[place] ?? .zero
    guard amount <= left else { throw RequisitionRefusal.accrualTooSmall(left: left) }
    let association = try connection.association()
    let voucher = try association.release(
      amount, of: place.receiverID, insats: place.insatsID, accruedFor: year,
      posting(Booking(on: date, series: series, costs: [])))
    let posted = try record(voucher, naming: association.accounts(in: voucher))
    _ = try act(.releaseAccrual, subject: "\(place.insatsID) \(place.receiverID) \(year)") { act in
      try act.record(
        "accrual_release", .integer(try self.posting.keys.next("accrual_release")), .integer(year),
        .text(place.insatsID), .text(place.receiverID), .money(amount), .text(reason), .integer(posted.id.rawValue),
        .integer(act.sequence))
    }
    return posted
  }
}

extension Store {
  /// What the year's accrual would be now.
  public func accrualPlan(ofYear year: Int, costs: [Selection]) throws(Refusal) -> AccrualPlan {
    try read { try $0.accrualPlan(ofYear: year, costs: costs) }
  }
}

extension Connection {
  func accrualPlan(ofYear year: Int, costs: [Selection]) throws -> AccrualPlan {
    let ledger = try frameLedger(ofYear: year, costs: costs)
    return AccrualPlan(
      year: year, association: try association(), booked: ledger.booked, accrued: ledger.accrued,
      pending: ledger.pending, finalCosts: try finalCosts(ofYear: year))
  }
}
