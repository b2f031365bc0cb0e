import Ledger

/// The one rounding policy, in the words that stand once under the statements.
public let roundingPolicySentence =
  "Beloppen redovisas i hela kronor eller i tusental kronor. Varje summa är avrundad från sitt exakta belopp, och "
  + "delarna är avrundade så att de går att räkna samman som de är tryckta. Kassaflödesanalysen är räknad på "
  + "balansräkningens tryckta belopp."

/// The target shared out over the parts in whole units: each is rounded to the nearest unit, and then the unit or two
/// by which they miss the target go to the parts that were rounded furthest the other way (the largest remainder).
///
/// Where the parts add up to the target before rounding, no part is a whole unit or more from its exact amount, and a
/// part of nothing stays nothing. A target that is further away is spread evenly.
func apportioned(_ target: Int64, over parts: [Money], unitOre: Int64) -> [Int64] {
  var printed = parts.map { $0.rounded(toUnitsOf: unitOre) }
  let open = parts.indices.filter { parts[$0] != .zero }
  let shared = open.isEmpty ? Array(parts.indices) : open
  guard !shared.isEmpty else { return [] }
  var rest = target - printed.reduce(0, +)
  let each = rest / Int64(shared.count)
  if each != 0 {
    for index in shared { printed[index] += each }
    rest -= each * Int64(shared.count)
  }
  let step = rest.signum()
  // How far the printed amount lags behind the exact one, in the direction of the step.
  func lag(_ index: Int) -> Int64 { (parts[index].ore - printed[index] * unitOre) * step }
  while rest != 0 {
    var chosen = shared[0]
    for index in shared.dropFirst() {
      let isFurther = lag(index) > lag(chosen)
      let isLarger = lag(index) == lag(chosen) && parts[index].magnitude > parts[chosen].magnitude
      if isFurther || isLarger { chosen = index }
    }
    printed[chosen] += step
    rest -= step
  }
  return printed
}

/// The rounding of one column: rows, some of which are sums of others, each given the whole number that is printed.
///
/// A pinned row is printed as it is pinned, a row of nothing as nothing, and a sum all of whose parts are thereby given
/// as their sum. Every other top sum is its own exact amount rounded; the parts of a sum are apportioned to it, level
/// by level. So each printed sum is the sum of its printed parts. No part is further than one unit from its exact
/// amount, save that one row may take what a pin beside it leaves over: then it can be one and a half.
struct ColumnRounding {
  /// A part of a sum: its row and its sign in it.
  struct Term {
    var sign: Int64
    var id: String
  }

  /// The exact amount of every row.
  var exact: [String: Money]
  /// Of which rows the sums are made.
  var sums: [String: [Term]]
  /// Rows whose printed number is given.
  var pins: [String: Int64]
  /// How many öre a unit is.
  var unitOre: Int64

  /// The number printed in each row.
  func printed() -> [String: Int64] {
    var printed: [String: Int64] = [:]
    for id in exact.keys { _ = given(id, &printed) }
    let parts = Set(sums.values.flatMap { $0.map(\.id) })
    for (id, amount) in exact where !parts.contains(id) {
      if printed[id] == nil { printed[id] = amount.rounded(toUnitsOf: unitOre) }
      share(id, &printed)
    }
    return printed
  }

  /// What a row is bound to be, from below.
  private func given(_ id: String, _ printed: inout [String: Int64]) -> Int64? {
    if let known = printed[id] { return known }
    guard let amount = exact[id] else { return nil }
    guard let terms = present(id) else {
      printed[id] = pins[id] ?? (amount == .zero ? 0 : nil)
      return printed[id]
    }
    let values = terms.map { term in given(term.id, &printed).map { $0 * term.sign } }
    let known = values.compactMap(\.self)
    printed[id] = known.count == terms.count ? known.reduce(0, +) : pins[id]
    return printed[id]
  }

  /// Shares a sum that is known over those of its parts that are not.
  private func share(_ id: String, _ printed: inout [String: Int64]) {
    guard let target = printed[id], let terms = present(id) else { return }
    let open = terms.filter { printed[$0.id] == nil }
    let taken = terms.reduce(Int64(0)) { $0 + (printed[$1.id] ?? 0) * $1.sign }
    let exactParts = open.map { Money(ore: (exact[$0.id] ?? .zero).ore * $0.sign) }
    for (term, units) in zip(open, apportioned(target - taken, over: exactParts, unitOre: unitOre)) {
      printed[term.id] = units * term.sign
    }
    for term in terms { share(term.id, &printed) }
  }

  private func present(_ id: String) -> [Term]? {
    guard let terms = sums[id]?.filter({ exact[$0.id] != nil }), !terms.isEmpty else { return nil }
    return terms
  }
}

extension ColumnRounding.Term {
  /// The part that `+id` or `-id` names.
  init(_ text: String) {
    sign = text.utf8.first == UInt8(ascii: "-") ? -1 : 1
    id = String(text.dropFirst())
  }
}
