public import Ledger

/// An instrument put to a group: who is asked, when, and about what. What it says is decided when it is opened.
public struct SurveyRound: Hashable, Sendable {
  /// What is said when a round is opened.
  public struct Draft: Hashable, Sendable {
    /// A short name, unique in its year; the report's figures are named by it, `enkat.<key>.<question>`. The same in each
    /// year that is to be followed as one series.
    public var key: String
    /// The heading in the report.
    public var title: String
    /// The calendar year that it is about.
    public var year: Int
    /// The insats, or empty for the whole association.
    public var insatsID: String
    /// Who is asked, in words.
    public var population: String
    /// The first day that it can be answered.
    public var opens: CalendarDate
    /// The last day that it can be answered.
    public var closes: CalendarDate
    /// Fewer answers than this are never shown.
    public var minimum: Int

    /// A draft.
    public init(
      key: String, title: String, year: Int, insatsID: String = "", population: String, opens: CalendarDate,
      closes: CalendarDate, minimum: Int = SurveyRound.minimumUsual
    ) {
      self.key = key
      self.title = title
      self.year = year
      self.insatsID = insatsID
      self.population = population
      self.opens = opens
      self.closes = closes
      self.minimum = minimum
    }
  }

  /// What was said when it was opened.
  public let draft: Draft
  /// What is asked.
  public let instrument: SurveyInstrument

  /// The smallest group of which results are shown, where nobody says otherwise.
  public static let minimumUsual = 5
  /// What it may be set to.
  public static let minimumRange = 3...100
  /// The most that can be asked: more than any association has participants.
  public static let askedMax = 9999

  /// A round. Refuses days in the wrong order and a smallest group outside what is allowed.
  public init(_ draft: Draft, asking instrument: SurveyInstrument) throws(SurveyRefusal) {
    guard SurveyInstrument.isKey(draft.key) else { throw .notAKey(draft.key) }
    guard draft.title.hasContent, draft.title.utf8.count <= SurveyInstrument.textBytesMax,
      draft.population.utf8.count <= SurveyInstrument.textBytesMax
    else { throw .titleLength }
    guard draft.opens <= draft.closes else { throw .daysReversed }
    guard Self.minimumRange.contains(draft.minimum) else { throw .minimumOutside(Self.minimumRange) }
    self.draft = draft
    self.instrument = instrument
  }

  /// Refuses a day on which it cannot be answered.
  public func admit(on day: CalendarDate) throws(SurveyRefusal) {
    guard day >= draft.opens else { throw .notYet(from: draft.opens) }
    guard day <= draft.closes else { throw .tooLate(through: draft.closes) }
  }
}

/// What came of a round that is closed.
public struct SurveyOutcome: Hashable, Sendable {
  /// How many were asked.
  public let asked: Int
  /// How many answered by a link of their own.
  public let byLink: Int
  /// How many answers on paper were typed in.
  public let onPaper: Int
  /// What they answered.
  public let tallies: SurveyTallies

  /// An outcome. Refuses more answers than were asked.
  public init(asked: Int, byLink: Int, onPaper: Int, tallies: SurveyTallies) throws(SurveyRefusal) {
    guard byLink + onPaper <= asked else { throw .moreAnswersThanAsked(answers: byLink + onPaper, asked: asked) }
    self.asked = asked
    self.byLink = byLink
    self.onPaper = onPaper
    self.tallies = tallies
  }

  /// How many answered.
  public var answered: Int { byLink + onPaper }
}

extension SurveyRound {
  /// What the annual report is told of a closed round: a survey for each scale and cut that its questions have, the first
  /// by the round's own name. None where fewer than the smallest group have answered.
  public func surveys(_ outcome: SurveyOutcome) -> [Survey] {
    guard outcome.answered >= draft.minimum else { return [] }
    var surveys: [Survey] = []
    for (index, question) in instrument.questions.enumerated() {
      guard let cut = question.positiveFrom else { continue }
      let counted = Survey.Question(
        id: question.id, text: question.text, positive: outcome.tallies.positive(index, from: cut),
        answered: outcome.tallies.answered(index))
      if let place = surveys.firstIndex(where: { $0.scale == question.scale.steps && $0.positiveFrom == cut }) {
        surveys[place].questions.append(counted)
        continue
      }
      var id = draft.key
      var title = draft.title
      if !surveys.isEmpty {
        id += "--\(question.scale.kind.rawValue)-\(cut)"
        while surveys.contains(where: { $0.id == id }) { id += "b" }
        title += " (\(question.scale.steps[0]) till \(question.scale.steps[question.scale.steps.count - 1]))"
      }
      surveys.append(
        Survey(
          id: id, year: draft.year, title: title, scale: question.scale.steps, positiveFrom: cut,
          population: draft.population, asked: outcome.asked, answered: outcome.answered, insatsID: draft.insatsID,
          questions: [counted]))
    }
    return surveys
  }
}
