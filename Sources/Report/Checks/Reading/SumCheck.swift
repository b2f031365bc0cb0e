import Ledger

/// A check that compares printed numbers: it finds those that differ. Amounts that differ by one printed unit are
/// rounding, of which only `avrundning` speaks; counts are never rounded.
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
      slips: { relations($0).filter { $0.differs && !$0.isRounding }.map(\.slip) }, spoil: spoil)
  }
}
