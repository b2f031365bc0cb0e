public import Association
public import Ledger

extension Store.Writing {
  /// The call of the year that was fixed last; nil where none has been.
  public func fixedCall(of year: Int) throws -> FixedCall? { try connection.fixedCall(of: year) }

  /// Fixes the year's call. A later one stands instead of an earlier, as long as no invoice of the earlier stands.
  @discardableResult
  public func fix(
    _ call: ContributionCall, year: Int, decision: Decision, instalmentCount: Int
  ) throws -> ID<FixedCall> {
    let standing = try connection.memberInvoices(of: year).filter(\.stands)
    guard standing.isEmpty else { throw MemberInvoiceRefusal.callInvoiced(year: year, count: standing.count) }
    return try act(.fixCall, subject: "\(year)") { act in
      let id = try self.posting.keys.next("contribution_call")
      try act.record(
        "contribution_call", .integer(id), .integer(year), .money(call.total), .date(decision.date),
        .text(decision.paragraph), .integer(instalmentCount), .integer(act.sequence))
      for (position, share) in call.shares.enumerated() {
        try act.record(
          "contribution_call_share", .integer(id), .integer(position), .text(share.memberID), .money(share.amount),
          .integer(act.sequence))
      }
      return ID(rawValue: id)
    }.value
  }
}

extension Store {
  /// The call of the year that was fixed last; nil where none has been.
  public func fixedCall(of year: Int) throws(Refusal) -> FixedCall? { try read { try $0.fixedCall(of: year) } }
}

extension Connection {
  func fixedCall(of year: Int) throws -> FixedCall? {
    guard
      let head = try first(
        """
        SELECT c.id, c.total_ore, c.decided_on, c.paragraph, c.instalment_count, h.actor, h.moment
        FROM contribution_call c JOIN history h ON h.sequence = c.history_sequence
        WHERE c.year = ? ORDER BY c.id DESC LIMIT 1
        """, .integer(year),
        body: { row in
          (
            id: row.integer(0), total: Money(ore: row.integer(1)),
            decision: Decision(
              date: row.optionalInteger(2).flatMap { CalendarDate(yyyymmdd: Int($0)) }, paragraph: row.text(3)),
            count: Int(row.integer(4)), by: row.text(5), at: Moment(secondsSince1970: row.integer(6))
          )
        })
    else { return nil }
    var shares: [ContributionCall.Share] = []
    try each(
      "SELECT member_id, amount_ore FROM contribution_call_share WHERE call_id = ? ORDER BY position",
      .integer(head.id)
    ) { shares.append(ContributionCall.Share(memberID: $0.text(0), amount: Money(ore: $0.integer(1)))) }
    return FixedCall(
      id: ID(rawValue: head.id), year: year, call: ContributionCall(total: head.total, shares: shares),
      decision: head.decision, instalmentCount: head.count, by: head.by, at: head.at)
  }
}
