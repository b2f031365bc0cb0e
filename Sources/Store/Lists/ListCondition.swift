import Ledger

/// A condition in SQL and what is bound to it, in order.
struct ListCondition {
  private(set) var sql: String
  private(set) var fields: [Field]

  init(_ sql: String, _ fields: [Field] = []) {
    self.sql = sql
    self.fields = fields
  }

  /// Both conditions.
  static func && (left: ListCondition, right: ListCondition) -> ListCondition {
    ListCondition("\(left.sql) AND \(right.sql)", left.fields + right.fields)
  }

  /// All of them, or what is always true.
  static func all(_ conditions: [ListCondition]) -> ListCondition {
    conditions.reduce(ListCondition("1")) { $0 && $1 }
  }

  /// Any of them.
  private static func any(_ conditions: [ListCondition]) -> ListCondition {
    ListCondition(
      "(" + conditions.map(\.sql).joined(separator: " OR ") + ")", conditions.flatMap(\.fields))
  }
}

extension ListCondition {
  /// The columns `account_id` and `object_set_id` of a table are of the filter's accounts and object.
  static func rows(_ table: String, _ filter: VoucherFilter) -> ListCondition {
    var conditions: [ListCondition] = []
    if let accounts = filter.accounts {
      conditions.append(
        ListCondition(
          "\(table).account_id IN (SELECT id FROM account WHERE number BETWEEN ? AND ?)",
          [.text(accounts.lowerBound.text), .text(accounts.upperBound.text)]))
    }
    if let object = filter.object {
      conditions.append(
        ListCondition(
          """
          \(table).object_set_id IN (
            SELECT m.object_set_id FROM object o JOIN object_set_member m ON m.object_id = o.id
            WHERE o.dimension = ? AND o.object = ?)
          """, [.integer(object.dimension.number), .text(object.object)]))
    }
    return all(conditions)
  }

  /// The voucher `v` is of the year and its day among those.
  static func days(_ days: ClosedRange<Int64>, of year: YearLedger.Entry) -> ListCondition {
    ListCondition(
      "v.year_id = ? AND v.date BETWEEN ? AND ?",
      [.integer(year.id), .integer(days.lowerBound), .integer(days.upperBound)])
  }

  /// The voucher `v` has a row that the filter's accounts and object keep.
  static func hasRow(_ filter: VoucherFilter) -> ListCondition? {
    guard filter.accounts != nil || filter.object != nil else { return nil }
    let rows = rows("r", filter)
    return ListCondition("EXISTS (SELECT 1 FROM voucher_row r WHERE r.voucher_id = v.id AND \(rows.sql))", rows.fields)
  }

  /// The voucher `v` is meant by the words: by its number, an amount, or what it or one of its rows says.
  static func meant(_ words: SearchWords) -> ListCondition {
    var meanings: [ListCondition] = []
    if let number = words.anyNumber { meanings.append(ListCondition("v.number = ?", [.integer(number)])) }
    if let amount = words.amount {
      meanings.append(
        ListCondition(
          "EXISTS (SELECT 1 FROM voucher_row r WHERE r.voucher_id = v.id AND r.amount_ore IN (?, ?))",
          [.integer(amount.ore), .integer(-amount.ore)]))
      meanings.append(sum(amount))
    }
    if !words.words.isEmpty {
      meanings.append(
        all(
          words.words.map {
            ListCondition(
              """
              (holds(v.text, ?) OR holds(v.counterparty, ?) OR EXISTS (
                SELECT 1 FROM voucher_row r WHERE r.voucher_id = v.id AND holds(r.text, ?)))
              """, [.text($0), .text($0), .text($0)])
          }))
    }
    return any(meanings)
  }

  /// The sum of the debits of the voucher `v` is that.
  static func sum(_ amount: Money) -> ListCondition {
    ListCondition(
      "(SELECT SUM(amount_ore) FROM voucher_row r WHERE r.voucher_id = v.id AND r.amount_ore > 0) = ?",
      [.integer(amount.ore)])
  }

  /// The voucher `v` is meant in a search of all years: its rows' texts are not asked, to be fast.
  static func searched(_ words: SearchWords) -> ListCondition {
    var meanings: [ListCondition] = []
    if let amount = words.amount { meanings.append(sum(amount)) }
    if !words.words.isEmpty {
      meanings.append(
        all(
          words.words.map {
            ListCondition("(holds(v.text, ?) OR holds(v.counterparty, ?))", [.text($0), .text($0)])
          }))
    }
    return any(meanings)
  }

  /// The row `r` of the voucher `v` is meant by the words.
  static func rowMeant(_ words: SearchWords) -> ListCondition {
    var meanings: [ListCondition] = []
    if let number = words.anyNumber { meanings.append(ListCondition("v.number = ?", [.integer(number)])) }
    if let amount = words.amount {
      meanings.append(ListCondition("r.amount_ore IN (?, ?)", [.integer(amount.ore), .integer(-amount.ore)]))
    }
    if !words.words.isEmpty {
      meanings.append(
        all(
          words.words.map {
            ListCondition(
              "(holds(v.text, ?) OR holds(v.counterparty, ?) OR holds(r.text, ?))", [.text($0), .text($0), .text($0)])
          }))
    }
    return any(meanings)
  }
}
