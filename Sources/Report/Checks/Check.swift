/// One rule that a report must keep: what it asks, why, how it is mended, and an example that it must catch.
///
/// One check, one file. `Check.all` lists them; a test proves that each catches its own counter-example and is silent
/// on the example it was made from, and the manual's page is printed from these values.
public struct Check: Sendable {
  /// A stable name, in Swedish ASCII: `not-mot-rakning`.
  public let code: String
  /// The question it asks, in Swedish: `Stämmer varje not med raden i räkningen?`
  public let question: String
  /// The law or the real slip behind it, in Swedish: `LKBR 4:6; Blekinge 2022 not 2 var 4 kr fel.`
  public let reason: String
  /// What to do about it, in Swedish.
  public let mend: String
  /// Looks at a report and says what it finds.
  public let find: @Sendable (AnnualReport) -> [Finding]
  /// Spoils a sound report in the way that this check must catch.
  public let spoil: @Sendable (inout AnnualReport) -> Void

  /// A check.
  public init(
    code: String, question: String, reason: String, mend: String,
    find: @escaping @Sendable (AnnualReport) -> [Finding],
    spoil: @escaping @Sendable (inout AnnualReport) -> Void
  ) {
    self.code = code
    self.question = question
    self.reason = reason
    self.mend = mend
    self.find = find
    self.spoil = spoil
  }
}
