import Ledger

/// On which account and set of objects an opening balance stands.
struct OpeningKey: Hashable, Comparable {
  let account: AccountNumber
  let objects: ObjectSet

  static func < (left: OpeningKey, right: OpeningKey) -> Bool {
    left.account == right.account ? left.objects < right.objects : left.account < right.account
  }
}

extension Posting {
  /// Records the year's opening balances. A year that has some already must have the same, account by account: then
  /// nothing is recorded; otherwise the first account that differs is named.
  func open(_ entry: YearLedger.Entry, with amounts: [OpeningKey: Money], in act: Act) throws {
    let amounts = amounts.filter { $0.value != .zero }
    let present = try connection.openings(of: entry)
    guard present.isEmpty else {
      let have = byAccount(present)
      let got = byAccount(amounts)
      for account in Set(have.keys).union(got.keys).sorted() {
        let (have, got) = (have[account] ?? .zero, got[account] ?? .zero)
        guard have == got else {
          throw Store.Refusal.openingDiffers(entry.year, account: account, have: have, got: got)
        }
      }
      return
    }
    guard !amounts.isEmpty else { return }
    guard !entry.isClosed else { throw Store.Refusal.yearClosed(entry.year) }
    var id = try keys.next("opening")
    for (key, amount) in amounts.sorted(by: { $0.key < $1.key }) {
      let account = try keys.account(key.account, act)
      let objects = try keys.objectSet(key.objects, act)
      try act.record(
        "opening", .integer(id), .integer(entry.id), .integer(account), objects.map { .integer($0) } ?? .null,
        .integer(amount.ore), .integer(act.sequence))
      id += 1
    }
  }

  private func byAccount(_ amounts: [OpeningKey: Money]) -> [AccountNumber: Money] {
    var sums: [AccountNumber: Money] = [:]
    for (key, amount) in amounts { sums[key.account, default: .zero] += amount }
    return sums
  }
}

extension Connection {
  /// The year's opening balances.
  func openings(of entry: YearLedger.Entry) throws -> [OpeningKey: Money] {
    let sets = try objectSets()
    var amounts: [OpeningKey: Money] = [:]
    try each(
      """
      SELECT a.number, o.object_set_id, o.amount_ore FROM standing_opening o JOIN account a ON a.id = o.account_id
      WHERE o.year_id = ?
      """, .integer(entry.id)
    ) { row in
      let objects = row.optionalInteger(1).flatMap { sets[$0] } ?? .none
      amounts[OpeningKey(account: AccountNumber(row.text(0)), objects: objects)] = Money(ore: row.integer(2))
    }
    return amounts
  }
}
