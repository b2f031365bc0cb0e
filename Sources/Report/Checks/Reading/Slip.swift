import Ledger

/// What a check has found, before it is given the check's code.
struct Slip {
  /// Where; stable between runs, for answers point at it.
  var place: String
  /// What stands there.
  var stated: String
  /// What should stand there.
  var expected: String
  /// How far apart they are; empty where it cannot be measured.
  var difference: String
  /// What is wrong and what to do.
  var message: String
  /// The name of the figure that the text should name there; empty where there is none.
  var figureName: String
  /// How grave it is, where it is not what the check usually says.
  var severity: Diagnostic.Severity?

  init(
    at place: String, stated: String = "", expected: String = "", difference: String = "",
    figureName: String = "", severity: Diagnostic.Severity? = nil, _ message: String
  ) {
    self.place = place
    self.stated = stated
    self.expected = expected
    self.difference = difference
    self.figureName = figureName
    self.severity = severity
    self.message = message
  }
}

extension Check {
  /// A check whose findings are all of its own code and, unless a slip says another, of one severity.
  init(
    code: String, _ severity: Diagnostic.Severity, question: String, reason: String, mend: String,
    slips: @escaping @Sendable (AnnualReport) -> [Slip], spoil: @escaping @Sendable (inout AnnualReport) -> Void
  ) {
    self.init(
      code: code, question: question, reason: reason, mend: mend,
      find: { report in
        var seen: [String: Int] = [:]
        return slips(report).map { slip in
          // An answer points at one finding: the second at a place is told apart by a number.
          let times = seen[slip.place, default: 0] + 1
          seen[slip.place] = times
          return Finding(
            code: code, severity: slip.severity ?? severity, place: times == 1 ? slip.place : "\(slip.place)#\(times)",
            stated: slip.stated, expected: slip.expected, difference: slip.difference, message: slip.message,
            figureName: slip.figureName)
        }
      }, spoil: spoil)
  }
}
