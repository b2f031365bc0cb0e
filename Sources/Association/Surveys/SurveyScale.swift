/// What one may answer to a question: steps in order, the lowest first, or free text.
///
/// Which steps there are is part of the question's meaning. Answers on different scales are never put in one series.
public struct SurveyScale: Hashable, Sendable {
  /// The kinds of scale, by the words they have in a file.
  public enum Kind: String, CaseIterable, Sendable {
    /// Six steps of how well something is true: the kind that the indicators of NNS use, with the words of the form.
    case six = "sex-steg"
    /// How often: aldrig, sällan, ibland, ofta, för det mesta, alltid.
    case frequency = "frekvens"
    /// From 1 to 7, with words at the ends.
    case seven = "1-7"
    /// Nej or ja.
    case yesNo = "ja-nej"
    /// Steps of the association's own.
    case own = "egen"
    /// Free text, which no number is made of.
    case text = "fritext"
  }

  /// Which kind.
  public let kind: Kind
  /// The words of the steps, the lowest first; none for free text.
  public let steps: [String]

  /// The most steps: more cannot be told apart, and do not fit on a telephone.
  public static let stepCountMax = 11
  /// The longest words of a step, in bytes.
  public static let stepBytesMax = 120

  /// A scale. Where no words are given, six steps, 1–7 and the fixed scales have ours; two words for 1–7 are those of
  /// its ends. Refuses another number of steps than the kind has, an empty step and two that are the same.
  public init(_ kind: Kind, steps given: [String] = []) throws(SurveyRefusal) {
    self.kind = kind
    steps = SurveyScale.steps(kind, given)
    let expected: ClosedRange<Int> =
      switch kind {
      case .six, .frequency: 6...6
      case .seven: 7...7
      case .yesNo: 2...2
      case .own: 2...SurveyScale.stepCountMax
      case .text: 0...0
      }
    guard expected.contains(steps.count) else { throw .wrongSteps(kind, count: steps.count, expected: expected) }
    guard Set(steps).count == steps.count, steps.allSatisfy({ $0.hasContent && $0.utf8.count <= Self.stepBytesMax })
    else { throw .stepWords(kind) }
    if kind == .frequency || kind == .yesNo, steps != SurveyScale.steps(kind, []) {
      throw .stepWords(kind)
    }
  }

  private static func steps(_ kind: Kind, _ given: [String]) -> [String] {
    switch kind {
    case .six where given.isEmpty:
      [
        "Stämmer inte alls", "Stämmer dåligt", "Stämmer delvis", "Stämmer ganska bra", "Stämmer mycket bra",
        "Stämmer helt",
      ]
    case .frequency where given.isEmpty: ["Aldrig", "Sällan", "Ibland", "Ofta", "För det mesta", "Alltid"]
    case .seven where given.count == 2: ["1 – \(given[0])", "2", "3", "4", "5", "6", "7 – \(given[1])"]
    case .seven where given.isEmpty: ["1 – Stämmer inte alls", "2", "3", "4", "5", "6", "7 – Stämmer helt"]
    case .yesNo where given.isEmpty: ["Nej", "Ja"]
    default: given
    }
  }

  /// From which step an answer is positive where nobody says otherwise: 5 and 6 of six steps, the three upper of how
  /// often, 5 to 7 of seven, ja; the upper half of other scales. Nil for free text.
  public var usualCut: Int? {
    switch kind {
    case .six, .seven: 5
    case .frequency: 4
    case .yesNo: 2
    case .own: steps.count - steps.count / 2 + 1
    case .text: nil
    }
  }
}

extension String {
  /// Whether there is something to be read in it.
  var hasContent: Bool { utf8.contains { $0 > 32 } }
}
