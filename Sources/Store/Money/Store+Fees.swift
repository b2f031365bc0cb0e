public import Association
public import Ledger

extension Store {
  /// What the board has been paid, the first first.
  public func feeRuns() throws(Refusal) -> [KeptFeeRun] {
    try read { connection in
      var lines: [Int64: [FeeRun.Line]] = [:]
      try connection.each(
        """
        SELECT run_id, function, member_id, class, permyriad, fee_ore, lost_earnings_ore, travel_ore, withheld_tax_ore
        FROM fee_line ORDER BY run_id, position
        """
      ) { row in
        guard let kind = ContributionClass(rawValue: row.text(3)) else { throw Refusal.corrupt("fee_line") }
        lines[row.integer(0), default: []].append(
          FeeRun.Line(
            function: row.text(1), memberID: row.text(2), contributionClass: kind, permyriad: Int(row.integer(4)),
            fee: Money(ore: row.integer(5)), lostEarnings: Money(ore: row.integer(6)),
            travel: Money(ore: row.integer(7)), withheldTax: Money(ore: row.integer(8))))
      }
      var runs: [KeptFeeRun] = []
      try connection.each(
        """
        SELECT f.id, f.paid_on, f.text, f.contributions_ore, f.voucher_id, h.actor, h.moment,
          EXISTS (SELECT 1 FROM standing_voucher v WHERE v.reverses_id = f.voucher_id)
        FROM fee_run f JOIN history h ON h.sequence = f.history_sequence ORDER BY f.paid_on, f.id
        """
      ) { row in
        let key = row.integer(0)
        guard let day = CalendarDate(yyyymmdd: Int(row.integer(1))) else { throw Refusal.corrupt("fee_run \(key)") }
        let run: FeeRun
        do {
          run = try FeeRun(paidOn: day, text: row.text(2), lines: lines[key] ?? [])
        } catch {
          throw Refusal.corrupt("fee_run \(key)")
        }
        runs.append(
          KeptFeeRun(
            id: ID(rawValue: key), run: run, contributions: Money(ore: row.integer(3)),
            voucher: ID(rawValue: row.integer(4)), isUndone: row.integer(7) == 1, by: row.text(5),
            at: Moment(secondsSince1970: row.integer(6))))
      }
      return runs
    }
  }

  /// The rates of employer contributions that have been given instead of the usual, in the order they were.
  public func contributionRates() throws(Refusal) -> [ContributionRate] {
    try read { connection in
      var rates: [ContributionRate] = []
      try connection.each("SELECT from_year, class, permyriad FROM contribution_rate ORDER BY id") { row in
        guard let kind = ContributionClass(rawValue: row.text(1)) else { throw Refusal.corrupt("contribution_rate") }
        rates.append(
          ContributionRate(
            from: Int(row.integer(0)), contributionClass: kind, permyriad: Int(row.integer(2))))
      }
      return rates
    }
  }
}

extension Store.Writing {
  /// Gives a rate of employer contributions from a year on.
  public func record(_ rate: ContributionRate) throws {
    let key = try posting.keys.next("contribution_rate")
    _ = try act(.contributionRate, subject: "\(rate.from) \(rate.contributionClass.rawValue)") { act in
      try act.record(
        "contribution_rate", .integer(key), .integer(rate.from), .text(rate.contributionClass.rawValue),
        .integer(rate.permyriad), .integer(act.sequence))
    }
  }

  /// Books what the board is paid, and keeps what it was made of. The voucher is the run's own rows. Refused where an
  /// attest order does not let that user pay as much.
  @discardableResult
  public func pay(
    _ run: FeeRun, as voucher: Voucher, naming accounts: [Account] = [], by user: ID<User>? = nil
  ) throws -> PostedVoucher {
    let costs = voucher.rows.filter { $0.amount > .zero }
    try checkPayment(
      of: costs.map(\.amount).sum(),
      kinds: costs.map { CostKind(account: $0.account, insatsID: $0.objects[.insats]) }, as: user)
    let posted = try record(voucher, naming: accounts)
    let key = try posting.keys.next("fee_run")
    _ = try act(.payFees, subject: "\(run.paidOn.text) \(run.text)") { act in
      try act.record(
        "fee_run", .integer(key), .integer(Int64(run.paidOn.yyyymmdd)), .text(run.text),
        .integer(run.contributions.ore), .integer(posted.id.rawValue), .integer(act.sequence))
      for (position, line) in run.lines.enumerated() {
        try act.record(
          "fee_line", .integer(key), .integer(position), .text(line.function), .text(line.memberID),
          .text(line.contributionClass.rawValue), .integer(line.permyriad), .integer(line.fee.ore),
          .integer(line.lostEarnings.ore), .integer(line.travel.ore), .integer(line.withheldTax.ore),
          .integer(act.sequence))
      }
    }
    return posted
  }
}
