public import Association
public import Ledger

/// What a year's frames are held against: cost by the ledger, requisitions that wait, and what is accrued, read in one
/// snapshot.
public struct FrameLedger: Hashable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The year's frames.
  public let frames: YearFrames
  /// The year's cost by the ledger, per insats and receiver; either may be empty.
  public let booked: [AccrualPlan.Place: Money]
  /// What has been asked for and is not booked.
  public let pending: [AccrualPlan.Place: Money]
  /// What is accrued for the year and neither settled nor released.
  public let accrued: [AccrualPlan.Place: Money]
  /// By how much each frame has been said to be exceeded by what was booked, at most. What is asked for over a frame and
  /// not booked yet is no part of it.
  public let saidOver: [FrameKey: Money]

  /// How it stands with the frame that a receiver of an insats draws on.
  public func standing(_ insatsID: String, _ receiverID: String) -> FrameStanding {
    let key = frames.key(insatsID, receiverID)
    let own = AccrualPlan.Place(insatsID: insatsID, receiverID: receiverID)
    func sum(_ amounts: [AccrualPlan.Place: Money], _ part: (AccrualPlan.Place, Money) -> Money) -> Money {
      amounts.filter { frames.key($0.key.insatsID, $0.key.receiverID) == key }.map { part($0.key, $0.value) }.sum()
    }
    return FrameStanding(
      granted: frames.granted(key), used: sum(booked) { $1 },
      pending: sum(pending) { max($1 - (accrued[$0] ?? .zero), .zero) },
      accrued: max((accrued[own] ?? .zero) - (pending[own] ?? .zero), .zero))
  }

  /// The year's cost of a frame by the ledger.
  func used(_ key: FrameKey) -> Money {
    booked.filter { frames.key($0.key.insatsID, $0.key.receiverID) == key }.map(\.value).sum()
  }
}

extension Store {
  /// What the frames of a year are held against. `costs` says which balances are grants to insatser.
  public func frameLedger(ofYear year: Int, costs: [Selection]) throws(Refusal) -> FrameLedger {
    try read { try $0.frameLedger(ofYear: year, costs: costs) }
  }

  /// What performers have said that the year cost; the last that was said of each receiver of an insats.
  public func finalCosts(ofYear year: Int) throws(Refusal) -> [FinalCost] {
    try read { try $0.finalCosts(ofYear: year) }
  }

  /// The year-end accruals of a year that stand, with their vouchers, and what of the frames went back.
  public func accruals(ofYear year: Int) throws(Refusal) -> [KeptAccrual] {
    try read { try $0.accruals(ofYear: year) }
  }

  /// What parties have paid back of a year's money, the first first.
  public func repayments(ofYear year: Int) throws(Refusal) -> [KeptRepayment] {
    try read { connection in
      var repayments: [KeptRepayment] = []
      let years = try YearLedger(connection)
      try connection.each(
        """
        SELECT p.insats_id, p.receiver_id, p.amount_ore, p.reason, v.year_id, v.series, v.number, v.date
        FROM repayment p JOIN voucher v ON v.id = p.voucher_id WHERE p.year = ? ORDER BY p.id
        """, .integer(year)
      ) { row in
        guard let voucher = years.stepVoucher(row, from: 4), let day = CalendarDate(yyyymmdd: Int(row.integer(7)))
        else {
          return
        }
        repayments.append(
          KeptRepayment(
            insatsID: row.text(0), receiverID: row.text(1), amount: Money(ore: row.integer(2)), reason: row.text(3),
            voucher: voucher, day: day))
      }
      return repayments
    }
  }
}

/// A year-end accrual in the book.
public struct KeptAccrual: Hashable, Sendable {
  /// The voucher.
  public let voucher: StepVoucher
  /// What is accrued.
  public let rows: [AccrualRow]
  /// What went back of each frame.
  public let returns: [FrameReturn]
}

/// Money that a party has paid back.
public struct KeptRepayment: Hashable, Sendable {
  /// Of which insats.
  public let insatsID: String
  /// Which member.
  public let receiverID: String
  /// How much.
  public let amount: Money
  /// Why.
  public let reason: String
  /// The voucher.
  public let voucher: StepVoucher
  /// When it came.
  public let day: CalendarDate
}

extension YearLedger {
  /// The voucher whose year, series and number stand in three columns of a row.
  func stepVoucher(_ row: Statement, from column: Int) -> StepVoucher? {
    entries.first { $0.id == row.integer(column) }.map {
      StepVoucher(
        year: $0.year, number: Voucher.Number(series: row.text(column + 1), number: Int(row.integer(column + 2))))
    }
  }
}

extension Connection {
  func frameLedger(ofYear year: Int, costs: [Selection]) throws -> FrameLedger {
    let association = try association()
    var booked: [AccrualPlan.Place: Money] = [:]
    for entry in try YearLedger(self).entries where entry.year.number == year {
      for balance in try books(of: entry).balances
      where balance.change != .zero && costs.contains(where: { $0.counts(balance.account, balance.objects) }) {
        let place = AccrualPlan.Place(
          insatsID: balance.objects[.insats] ?? "", receiverID: balance.objects[.party] ?? "")
        booked[place, default: .zero] += balance.change
      }
    }
    let frames = YearFrames(association, year: year)
    var pending: [AccrualPlan.Place: Money] = [:]
    for requisition in try requisitions(.year(year)) {
      let asked = requisition.requisition
      if requisition.state.isPending {
        pending[AccrualPlan.Place(insatsID: asked.insatsID, receiverID: asked.receiverID), default: .zero] +=
          asked.amount
      }
    }
    return FrameLedger(
      year: year, frames: frames, booked: booked, pending: pending, accrued: try accrued(ofYear: year),
      saidOver: try saidOver(ofYear: year, frames))
  }

  private func saidOver(ofYear year: Int, _ frames: YearFrames) throws -> [FrameKey: Money] {
    var over: [FrameKey: Money] = [:]
    try each("SELECT insats_id, receiver_id, over_ore FROM frame_overrun WHERE year = ?", .integer(year)) { row in
      let key = frames.key(row.text(0), row.text(1))
      over[key] = max(over[key] ?? .zero, Money(ore: row.integer(2)))
    }
    return over
  }

  private func accrued(ofYear year: Int) throws -> [AccrualPlan.Place: Money] {
    var accrued: [AccrualPlan.Place: Money] = [:]
    try each(
      """
      SELECT insats_id, receiver_id, SUM(amount_ore) FROM accrual_movement WHERE year = ? GROUP BY 1, 2
      HAVING SUM(amount_ore) > 0
      """, .integer(year)
    ) { row in
      accrued[AccrualPlan.Place(insatsID: row.text(0), receiverID: row.text(1))] = Money(ore: row.integer(2))
    }
    return accrued
  }

  func finalCosts(ofYear year: Int) throws -> [FinalCost] {
    var costs: [FinalCost] = []
    try each(
      """
      SELECT insats_id, receiver_id, amount_ore, note FROM final_cost
      WHERE id IN (SELECT MAX(id) FROM final_cost WHERE year = ? GROUP BY insats_id, receiver_id) ORDER BY id
      """, .integer(year)
    ) { row in
      costs.append(
        FinalCost(
          year: year, insatsID: row.text(0), receiverID: row.text(1), amount: Money(ore: row.integer(2)),
          note: row.text(3)))
    }
    return costs
  }

  func accruals(ofYear year: Int) throws -> [KeptAccrual] {
    let years = try YearLedger(self)
    var found: [(id: Int64, voucher: StepVoucher)] = []
    try each(
      """
      SELECT a.id, v.year_id, v.series, v.number FROM standing_accrual a JOIN voucher v ON v.id = a.voucher_id
      WHERE a.year = ? ORDER BY a.id
      """, .integer(year)
    ) { row in
      if let voucher = years.stepVoucher(row, from: 1) { found.append((row.integer(0), voucher)) }
    }
    return try found.map { accrual in
      var rows: [AccrualRow] = []
      try each(
        """
        SELECT insats_id, receiver_id, booked_ore, amount_ore, ground FROM accrual_row WHERE accrual_id = ? ORDER BY position
        """, .integer(accrual.id)
      ) { row in
        guard let ground = AccrualRow.Ground(rawValue: row.text(4)) else {
          throw Store.Refusal.corrupt("accrual_row \(accrual.id)")
        }
        rows.append(
          AccrualRow(
            insatsID: row.text(0), receiverID: row.text(1), booked: Money(ore: row.integer(2)),
            amount: Money(ore: row.integer(3)), ground: ground))
      }
      var returns: [FrameReturn] = []
      try each(
        """
        SELECT insats_id, receiver_id, granted_ore, outcome_ore FROM frame_return WHERE accrual_id = ? ORDER BY position
        """, .integer(accrual.id)
      ) { row in
        returns.append(
          FrameReturn(
            key: FrameKey(insatsID: row.text(0), receiverID: row.text(1)), granted: Money(ore: row.integer(2)),
            outcome: Money(ore: row.integer(3))))
      }
      return KeptAccrual(voucher: accrual.voucher, rows: rows, returns: returns)
    }
  }
}
