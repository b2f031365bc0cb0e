import Association
import Desk
import Ledger
import Statements
import Store

/// What an insats or another object has cost and earned in a period, and what its frame for the year is.
struct ObjectResult: Hashable {
  let reference: ObjectReference
  let name: String
  /// Costs less what was credited on the same accounts, and income likewise; both positive.
  var cost = Money.zero
  var income = Money.zero
  /// The year's frame and what has been drawn of it; nil for one that is no insats or has none.
  var frame: FollowUp.Line?

  var net: Money { cost - income }
}

extension ObjectResult {
  /// The objects of a dimension that have moved in the period, and for insatser those that run or have a frame.
  static func all(_ request: ListRequest, _ dimension: Dimension) throws -> [ObjectResult] {
    let store = request.asked.store
    var results: [String: ObjectResult] = [:]
    let filter = request.filter.voucherFilter
    let isWholeYear = filter.from == nil && filter.through == nil
    let books = isWholeYear || dimension == .insats ? try store.books(of: request.year) : nil
    if isWholeYear, let books {
      for balance in books.balances where balance.debit != .zero || balance.credit != .zero {
        guard let object = balance.objects[dimension] else { continue }
        let reference = ObjectReference(dimension: dimension, object: object)
        results[object, default: ObjectResult(reference: reference, name: books.name(of: reference))]
          .add(balance.change, on: books.kind(of: balance.account))
      }
    } else {
      for line in try store.objectLines(filter, dimension: dimension) {
        var result = ObjectResult(reference: line.object.reference, name: line.object.name)
        var filter = filter
        filter.object = line.object.reference
        for line in try store.trialBalance(filter) { result.add(line.debit - line.credit, on: line.account.kind) }
        results[line.object.reference.object] = result
      }
    }
    guard dimension == .insats, let books else { return results.values.sorted { $0.reference < $1.reference } }
    return try withFrames(results, books, store.association())
  }

  /// The insatser in the association's own order, with their frames.
  private static func withFrames(
    _ results: [String: ObjectResult], _ books: Books, _ association: Association
  ) throws -> [ObjectResult] {
    let followUp = FollowUp(books, mapping: try ReportMaking.mapping(of: association), association: association)
    var ids = association.insatser.filter { results[$0.id] != nil || $0.runs(in: books.year) }.map(\.id)
    let others = Set(results.keys).union(followUp.lines.map(\.insatsID)).subtracting(ids).subtracting([""])
    ids += others.sorted()
    return ids.map { id in
      let reference = ObjectReference(dimension: .insats, object: id)
      let name = association.insatser.first { $0.id == id }?.name ?? books.name(of: reference)
      var result = ObjectResult(reference: reference, name: name)
      if let moved = results[id] { (result.cost, result.income) = (moved.cost, moved.income) }
      result.frame = followUp.whole(ofInsats: id)
      return result
    }
  }

  /// Adds what an account has changed by. What stands on the balance sheet is neither cost nor income.
  private mutating func add(_ change: Money, on kind: AccountKind) {
    switch kind {
    case .cost: cost += change
    case .income: income -= change
    case .asset, .liability: break
    }
  }
}

extension Insats {
  /// Whether it runs some day of the year.
  fileprivate func runs(in year: FiscalYear) -> Bool {
    (started ?? year.first) <= year.last && year.first <= (ended ?? year.last)
  }
}
