public import Ledger

/// Who is asked.
public enum SurveyRespondents: String, CaseIterable, Sendable {
  /// Participants while they are in an insats.
  case ongoing = "deltagare-pagaende"
  /// Participants who leave an insats.
  case leaving = "deltagare-avslut"
  /// Those who work in insatser.
  case staff = "insatspersonal"
  /// Managers of the parties.
  case managers = "chefer"
  /// The association's board.
  case board = "styrelse"
  /// Those who refer participants.
  case referrers = "remittenter"

  /// Whether they are participants: then sex is asked, last and of their own will.
  public var areParticipants: Bool { self == .ongoing || self == .leaving }
}

/// A form of questions in one version. A change of it is a new version; a version that has been used never changes.
public struct SurveyInstrument: Hashable, Sendable {
  /// One question, with the cut that counts as positive.
  public struct Question: Hashable, Sendable {
    /// A short name, the same in every version and year: by it answers are followed over time.
    public let id: String
    /// The question as it is asked.
    public let text: String
    /// What may be answered.
    public let scale: SurveyScale
    /// From which step, counted from 1, an answer is positive; nil for free text, and for nothing else.
    public let positiveFrom: Int?

    /// A question. Where no cut is given, the scale's usual one is taken.
    public init(id: String, text: String, scale: SurveyScale, positiveFrom: Int? = nil) throws(SurveyRefusal) {
      guard SurveyInstrument.isKey(id) else { throw .notAKey(id) }
      guard text.hasContent, text.utf8.count <= SurveyInstrument.textBytesMax else { throw .questionText(id) }
      if scale.kind == .text {
        guard positiveFrom == nil else { throw .cutOutside(question: id, steps: 0) }
        self.positiveFrom = nil
      } else {
        let cut = positiveFrom ?? scale.usualCut ?? 0
        guard cut >= 2, cut <= scale.steps.count else { throw .cutOutside(question: id, steps: scale.steps.count) }
        self.positiveFrom = cut
      }
      self.id = id
      self.text = text
      self.scale = scale
    }
  }

  /// A short name, the same for all versions.
  public let key: String
  /// The heading that respondents see.
  public let title: String
  /// Who is asked.
  public let respondents: SurveyRespondents
  /// What is said before the questions.
  public let introduction: String
  /// Whose questions they are, where they are not the association's: `NNS, användarmanual 2022`.
  public let source: String
  /// The questions, in order.
  public let questions: [Question]

  /// The most questions: three screens of a telephone each.
  public static let questionCountMax = 60
  /// The longest question or heading, in bytes.
  public static let textBytesMax = 500
  /// The longest introduction, in bytes.
  public static let introductionBytesMax = 2000

  /// An instrument. Refuses one without questions and two questions of one name.
  public init(
    key: String, title: String, respondents: SurveyRespondents, introduction: String = "", source: String = "",
    questions: [Question]
  ) throws(SurveyRefusal) {
    guard SurveyInstrument.isKey(key) else { throw .notAKey(key) }
    guard title.hasContent, title.utf8.count <= Self.textBytesMax, source.utf8.count <= Self.textBytesMax,
      introduction.utf8.count <= Self.introductionBytesMax
    else { throw .titleLength }
    guard (1...Self.questionCountMax).contains(questions.count), questions.contains(where: { $0.scale.kind != .text })
    else { throw .questionCount(questions.count) }
    var known: Set<String> = []
    for question in questions {
      guard known.insert(question.id).inserted else { throw .questionTwice(question.id) }
    }
    self.key = key
    self.title = title
    self.respondents = respondents
    self.introduction = introduction
    self.source = source
    self.questions = questions
  }

  /// Whether the text can be a short name: letters, digits and hyphens, at most 40, so that figures can be named by it.
  public static func isKey(_ text: String) -> Bool {
    (1...40).contains(text.unicodeScalars.count)
      && text.unicodeScalars.allSatisfy { scalar in
        scalar == "-" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      }
  }
}

/// Why something about a survey is not done, as facts; the words stand in Desk.
public enum SurveyRefusal: Error, Hashable, Sendable {
  /// The text cannot be a short name.
  case notAKey(String)
  /// The heading is missing, or something around the questions is too long.
  case titleLength
  /// So many questions, or none with steps.
  case questionCount(Int)
  /// Two questions have that name.
  case questionTwice(String)
  /// The question says nothing, or too much.
  case questionText(String)
  /// The scale has another number of steps than its kind.
  case wrongSteps(SurveyScale.Kind, count: Int, expected: ClosedRange<Int>)
  /// A step says nothing, two are the same, or a fixed scale is given other words.
  case stepWords(SurveyScale.Kind)
  /// The cut is no step from the second to the last.
  case cutOutside(question: String, steps: Int)
  /// The last day is before the first.
  case daysReversed
  /// The smallest group is outside what is allowed.
  case minimumOutside(ClosedRange<Int>)
  /// Nobody is asked, or more than anybody could be.
  case askedOutside(Int)
  /// The year has a survey of that short name.
  case keyTaken(String, year: Int)
  /// There is no such survey.
  case unknownRound
  /// The survey is closed.
  case roundClosed
  /// More codes would be made than are asked.
  case tooManyCodes(asked: Int, made: Int)
  /// Fewer would be asked than codes have been made.
  case fewerThanCodes(asked: Int, made: Int)
  /// More have answered than are said to have been asked.
  case moreAnswersThanAsked(answers: Int, asked: Int)
  /// The code is none that can be answered by.
  case unknownCode
  /// The code has been answered by.
  case codeUsed
  /// The survey may be answered from that day.
  case notYet(from: CalendarDate)
  /// The survey could be answered up to that day.
  case tooLate(through: CalendarDate)
  /// Nothing is answered.
  case nothingAnswered
  /// The answer is no step of the question's scale, or a text that there is no question for.
  case noSuchAnswer(question: Int)
  /// There is no such text.
  case unknownText
}
