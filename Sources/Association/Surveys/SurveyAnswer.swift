/// What one respondent says of sex, where it is asked: in a participants' survey, last, and of their own will.
public enum SurveySex: String, CaseIterable, Sendable {
  /// Kvinna.
  case woman = "kvinna"
  /// Man.
  case man = "man"
  /// Not said, something else, or not asked.
  case notStated = "uppgift-saknas"
}

/// One respondent's answers, on their way in. They are never kept together: each is counted by itself.
public struct SurveyAnswer: Hashable, Sendable {
  /// Per question the step chosen, counted from 1; nil where none is.
  public let steps: [Int?]
  /// Per question what was written; empty where nothing was, or where it is no question of free text.
  public let texts: [String]
  /// What was said of sex.
  public let sex: SurveySex

  /// The longest free text, in bytes.
  public static let textBytesMax = 2000

  /// Answers to an instrument's questions, in their order. Refuses a step that the scale does not have, and answers
  /// that say nothing. Sex is not kept where the instrument does not ask it.
  public init(
    _ steps: [Int?], texts: [String] = [], sex: SurveySex = .notStated, to instrument: SurveyInstrument
  ) throws(SurveyRefusal) {
    guard steps.count == instrument.questions.count, texts.isEmpty || texts.count == steps.count else {
      throw .noSuchAnswer(question: min(steps.count, instrument.questions.count))
    }
    let texts = texts.isEmpty ? Array(repeating: "", count: steps.count) : texts
    for (index, question) in instrument.questions.enumerated() {
      if let step = steps[index],
        !(1...max(question.scale.steps.count, 1)).contains(step) || question.scale.kind == .text
      {
        throw .noSuchAnswer(question: index)
      }
      guard texts[index].isEmpty || question.scale.kind == .text, texts[index].utf8.count <= Self.textBytesMax else {
        throw .noSuchAnswer(question: index)
      }
    }
    guard steps.contains(where: { $0 != nil }) || texts.contains(where: \.hasContent) else { throw .nothingAnswered }
    self.steps = steps
    self.texts = texts.map { $0.hasContent ? $0 : "" }
    self.sex = instrument.respondents.areParticipants ? sex : .notStated
  }
}

/// How many have answered what: per question and step, by sex. Nobody's answers can be read out of it, for it does not
/// say which answers to two questions are the same person's.
public struct SurveyTallies: Hashable, Sendable {
  /// Per question, per step from the lowest.
  public private(set) var counts: [[Tally]]

  /// Nothing counted, for an instrument's questions.
  public init(_ instrument: SurveyInstrument) {
    counts = instrument.questions.map { question in question.scale.steps.map { _ in Tally(women: 0, men: 0) } }
  }

  /// What has been counted; nil where it does not fit the instrument.
  public init?(_ counts: [[Tally]], of instrument: SurveyInstrument) {
    guard counts.map(\.count) == instrument.questions.map(\.scale.steps.count) else { return nil }
    self.counts = counts
  }

  /// Counts one respondent's answers.
  public mutating func add(_ answer: SurveyAnswer) {
    for (question, step) in answer.steps.enumerated() {
      guard let step else { continue }
      switch answer.sex {
      case .woman: counts[question][step - 1].women += 1
      case .man: counts[question][step - 1].men += 1
      case .notStated: counts[question][step - 1].notStated += 1
      }
    }
  }

  /// How many answered a question.
  public func answered(_ question: Int) -> Tally { counts[question].reduce(Tally(women: 0, men: 0), +) }

  /// How many answered it with that step, counted from 1, or a higher one.
  public func positive(_ question: Int, from step: Int) -> Tally {
    counts[question].dropFirst(step - 1).reduce(Tally(women: 0, men: 0), +)
  }

  /// The mean step in tenths, rounded half up; nil where nobody answered.
  public func meanTenths(_ question: Int) -> Int? {
    let count = answered(question).total
    guard count > 0 else { return nil }
    let sum = counts[question].enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element.total }
    return (20 * sum + count) / (2 * count)
  }
}
