import Ledger

extension Posting {
  /// Names an account that is used for the first time; nothing where the book has a name for it.
  func name(_ account: Account, _ act: Act) throws {
    let key = try keys.account(account.number, act)
    let known = try connection.first("SELECT 1 FROM standing_account_declaration WHERE account_id = ?", .integer(key)) {
      _ in
      true
    }
    guard known == nil else { return }
    try act.record(
      "account_declaration", .integer(try keys.next("account_declaration")), .integer(key), .text(account.name),
      .text(account.kind.rawValue), account.unit.map { .text($0) } ?? .null, .integer(act.sequence))
  }
}
