public import Association
public import Ledger

/// Something a check has found in a report. It stops nothing, but an error that is neither mended nor answered keeps
/// the report a draft.
public struct Finding: Hashable, Sendable {
  /// The check's code: `not-mot-rakning`.
  public var code: String
  /// How grave it is.
  public var severity: Diagnostic.Severity
  /// Where in the report: `not-2`, `resultatrakning/arets-resultat`, `text/handelser:3`. Stable between runs.
  public var place: String
  /// What stands there, as printed.
  public var stated: String
  /// What should stand there.
  public var expected: String
  /// How far apart they are, as printed; empty where it cannot be measured.
  public var difference: String
  /// What is wrong and what to do: whole Swedish sentences with the figures.
  public var message: String
  /// The name of the figure that the text should name there; empty where there is none, or it is no matter of a text.
  public var figureName: String
  /// Why it may stand, if somebody has said.
  public var answer: FindingAnswer?

  /// A finding.
  public init(
    code: String, severity: Diagnostic.Severity, place: String, stated: String, expected: String,
    difference: String = "", message: String, figureName: String = "", answer: FindingAnswer? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.stated = stated
    self.expected = expected
    self.difference = difference
    self.message = message
    self.figureName = figureName
    self.answer = answer
  }
}
