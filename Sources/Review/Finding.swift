/// Something in a published report that does not agree.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// A figure that the reader takes with them: the result, the equity, the share that reached the goal.
    case headline
    /// Wrong by more than anybody would let pass.
    case material
    /// Real, and of no weight.
    case immaterial
    /// Of form: a heading, a number, a date.
    case formal

    /// The word for it.
    public var swedish: String {
      switch self {
      case .headline: "huvuduppgift"
      case .material: "väsentlig"
      case .immaterial: "oväsentlig"
      case .formal: "formell"
      }
    }
    private var order: Int {
      switch self {
      case .headline: 0
      case .material: 1
      case .immaterial: 2
      case .formal: 3
      }
    }
    /// The gravest first.
    public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }
  }

  /// The check's code: `summa`.
  public var code: String
  /// The kind of slip: `sum`.
  public var kind: String
  /// How much it matters.
  public var severity: Severity
  /// Where it stands.
  public var place: Place
  /// The line as it is printed.
  public var quote: String
  /// What is stated.
  public var stated: String
  /// What was reckoned.
  public var expected: String
  /// How far apart they are.
  public var difference: String
  /// What is wrong, why that is believed, what innocent explanation there is and how it is probably mended: Swedish.
  public var message: String
  /// How sure it is that the report is wrong and not the reading, in hundredths.
  public var confidence: Int
  /// The other places that it was reckoned from.
  public var related: [Place]
}

/// What a check finds, before the check's name is put on it.
struct Slip: Sendable {
  var severity: Finding.Severity
  var place: Place
  var quote: String
  var stated: String
  var expected: String
  var difference = ""
  /// What is, with figures.
  var message: String
  /// What may explain it.
  var innocent = ""
  /// What to do.
  var mend: String
  var confidence: Int
  var related: [Place] = []
}

/// One rule that a published report must keep: what it asks, why, and an example that it must catch.
///
/// One check, one file. `ReviewCheck.all` lists them; a test proves that each catches its own counter-example and is
/// silent on the sound report that it was made from, and the manual's page is printed from these values.
public struct ReviewCheck: Sendable {
  /// A stable name in Swedish ASCII.
  public let code: String
  /// The kind of slip, as the issue and the table of quality name it.
  public let kind: String
  /// What it asks, in Swedish.
  public let question: String
  /// The law or the real slip behind it, in Swedish.
  public let reason: String
  /// What in the sound report is changed, and to what, so that the check must find it.
  public let spoil: [(sound: String, spoiled: String)]
  let find: @Sendable (PublishedReport) -> [Slip]

  init(
    _ code: String, kind: String, question: String, reason: String, spoil: [(sound: String, spoiled: String)],
    find: @escaping @Sendable (PublishedReport) -> [Slip]
  ) {
    self.code = code
    self.kind = kind
    self.question = question
    self.reason = reason
    self.spoil = spoil
    self.find = find
  }

  /// What it finds in the report.
  public func findings(in report: PublishedReport) -> [Finding] {
    var merged: [Slip] = []
    for slip in find(report) {
      // The same row wrong in two columns is one finding.
      if let index = merged.firstIndex(where: { $0.place == slip.place && $0.message == slip.message }) {
        merged[index].confidence = max(merged[index].confidence, slip.confidence)
      } else if let index = merged.firstIndex(where: {
        $0.place == slip.place && $0.quote == slip.quote && $0.mend == slip.mend
      }),
        !slip.difference.isEmpty
      {
        merged[index].stated += " / \(slip.stated)"
        merged[index].expected += " / \(slip.expected)"
        merged[index].difference += " / \(slip.difference)"
        merged[index].message += " \(slip.message)"
        merged[index].confidence = max(merged[index].confidence, slip.confidence)
        merged[index].severity = min(merged[index].severity, slip.severity)
      } else {
        merged.append(slip)
      }
    }
    return merged.map { slip in
      let parts = [slip.message, slip.innocent, slip.mend].filter { !$0.isEmpty }
      return Finding(
        code: code, kind: kind, severity: slip.severity, place: slip.place, quote: slip.quote, stated: slip.stated,
        expected: slip.expected, difference: slip.difference, message: parts.joined(separator: " "),
        confidence: slip.confidence, related: slip.related)
    }
  }
}

/// A report and what the checks find in it.
public struct Review: Sendable {
  /// What was read.
  public var report: PublishedReport
  /// What does not agree, in the order of the text.
  public var findings: [Finding]

  /// The report that the text is, read and checked.
  public init(of text: String) { self.init(of: ReportReader.read(text)) }

  /// The report, checked.
  public init(of report: PublishedReport) {
    self.report = report
    let all = ReviewCheck.all.flatMap { $0.findings(in: report) }
    findings = Review.withoutEchoes(all).sorted { ($0.place, $0.code) < ($1.place, $1.code) }
  }

  /// A finding that another one explains is left out: two checks that say the same of the same figures.
  private static func withoutEchoes(_ findings: [Finding]) -> [Finding] {
    var kept: [Finding] = []
    for finding in findings.sorted(by: { $0.confidence > $1.confidence }) {
      let echo = kept.contains { other in
        other.place == finding.place && other.stated == finding.stated
          && (other.expected == finding.expected || other.kind == finding.kind || finding.stated.utf8.count >= 5)
      }
      if !echo { kept.append(finding) }
    }
    // What would agree once another figure is mended is no slip of its own.
    var reported: [Finding] = []
    for finding in kept.sorted(by: Review.isSurer) where !reported.contains(where: { Review.explains($0, finding) }) {
      reported.append(finding)
    }
    return reported
  }

  /// Which of two findings of the same slip is kept: the one in the table where the figure stands, then the surer.
  private static func isSurer(_ left: Finding, _ right: Finding) -> Bool {
    func rank(_ finding: Finding) -> Int {
      switch finding.kind {
      case "granted-drawn", "operating-rows": 0
      // An opening balance that is not last year's closing is its own proof; a closing one may come of the result.
      case "opening": finding.confidence >= 80 ? 0 : 3
      case "sum": 1
      case "subtotal-chain", "cash-flow-rows": 2
      default: 3
      }
    }
    return (rank(left), -left.confidence, left.place.line) < (rank(right), -right.confidence, right.place.line)
  }

  /// Whether one figure, put right, would settle both: they are as far apart, and the other names the row of the one or
  /// both name the same row.
  private static func explains(_ one: Finding, _ other: Finding) -> Bool {
    guard one.place != other.place, !one.difference.isEmpty, one.difference == other.difference,
      one.stated.utf8.contains(where: \.isDigit), other.kind != one.kind || one.kind == "subtotal-chain"
    else { return false }
    let own = Set(one.related)
    return other.related.contains(one.place) || own.contains(other.place) || other.related.contains(where: own.contains)
  }
}
