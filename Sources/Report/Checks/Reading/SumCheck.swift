import Ledger

/// A check that compares printed numbers: it finds what differs by more than one printed unit. What differs by one is
/// rounding, of which only `avrundning` speaks.
struct SumCheck: Sendable {
  /// The check.
  let check: Check
  /// The numbers it compares, whether or not they agree.
  let relations: @Sendable (AnnualReport) -> [Relation]

  init(
    code: String, question: String, reason: String, mend: String,
    relations: @escaping @Sendable (AnnualReport) -> [Relation],
    spoil: @escaping @Sendable (inout AnnualReport) -> Void
  ) {
    self.relations = relations
    check = Check(
      code: code, .error, question: question, reason: reason, mend: mend,
      slips: { relations($0).filter { $0.difference.units.magnitude > 1 }.map(\.slip) }, spoil: spoil)
  }
}
