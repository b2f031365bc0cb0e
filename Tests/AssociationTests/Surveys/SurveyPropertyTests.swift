import Association
import Ledger
import TestKit
import Testing

/// Instruments, answers and what they come to.
struct SurveyPropertyTests {
  static func instrument(_ random: inout SeededGenerator) throws -> SurveyInstrument {
    let kinds = SurveyScale.Kind.allCases
    let questions = try (1...Int.random(in: 2...9, using: &random)).map { number in
      let kind = number == 1 ? .six : kinds[Int.random(in: 0..<kinds.count, using: &random)]
      let steps = kind == .own ? (1...Int.random(in: 2...11, using: &random)).map { "steg \($0)" } : []
      let scale = try SurveyScale(kind, steps: steps)
      let cut = scale.steps.isEmpty ? nil : Int.random(in: 2...scale.steps.count, using: &random)
      return try SurveyInstrument.Question(
        id: "f\(number)", text: "Fråga \(number)?", scale: scale, positiveFrom: cut)
    }
    return try SurveyInstrument(key: "prov", title: "Prov", respondents: .leaving, questions: questions)
  }

  static func answer(_ instrument: SurveyInstrument, _ random: inout SeededGenerator) throws -> SurveyAnswer {
    var steps = instrument.questions.map { question in
      question.scale.steps.isEmpty || Int.random(in: 0..<4, using: &random) == 0
        ? nil : Int.random(in: 1...question.scale.steps.count, using: &random)
    }
    steps[0] = steps[0] ?? 1
    return try SurveyAnswer(
      steps, sex: SurveySex.allCases[Int.random(in: 0..<3, using: &random)], to: instrument)
  }

  static func round(_ instrument: SurveyInstrument, minimum: Int = 5) throws -> SurveyRound {
    try SurveyRound(
      SurveyRound.Draft(
        key: "prov", title: "Prov", year: 2025, population: "Alla", opens: #require(CalendarDate("2025-01-01")),
        closes: #require(CalendarDate("2025-12-31")), minimum: minimum), asking: instrument)
  }

  @Test(arguments: 1...60)
  func `what is counted does not depend on order, and what is told adds up`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let instrument = try Self.instrument(&random)
    let answers = try (0..<Int.random(in: 0...40, using: &random)).map { _ in try Self.answer(instrument, &random) }
    var (tallies, shuffled) = (SurveyTallies(instrument), SurveyTallies(instrument))
    for answer in answers { tallies.add(answer) }
    for answer in answers.shuffled(using: &random) { shuffled.add(answer) }
    #expect(tallies == shuffled)
    #expect(SurveyTallies(tallies.counts, of: instrument) == tallies)

    let asked = answers.count + Int.random(in: 1...9, using: &random)
    let outcome = try SurveyOutcome(asked: asked, byLink: answers.count, onPaper: 0, tallies: tallies)
    let surveys = try Self.round(instrument).surveys(outcome)

    #expect(surveys.isEmpty == (answers.count < 5))
    #expect(Set(surveys.map(\.id)).count == surveys.count)
    for (index, question) in instrument.questions.enumerated() {
      let told = surveys.flatMap { survey in survey.questions.map { (survey, $0) } }.filter { $0.1.id == question.id }
      #expect(told.count == (surveys.isEmpty || question.positiveFrom == nil ? 0 : 1))
      guard let (survey, counted) = told.first, let cut = question.positiveFrom else { continue }
      #expect(survey.scale == question.scale.steps && survey.positiveFrom == cut)
      #expect(survey.asked == asked && survey.answered == answers.count)
      let given = answers.filter { $0.steps[index] != nil }
      #expect(counted.answered.total == given.count)
      #expect(counted.positive.total == given.count { ($0.steps[index] ?? 0) >= cut })
      #expect(counted.answered.women == given.count { $0.sex == .woman })
      #expect(counted.positive.men == given.count { $0.sex == .man && ($0.steps[index] ?? 0) >= cut })
    }
  }

  @Test func `the mean is rounded half up, in tenths, and nothing has none`() throws {
    let instrument = try SurveyInstrument(
      key: "s", title: "S", respondents: .managers,
      questions: [SurveyInstrument.Question(id: "a", text: "A", scale: SurveyScale(.seven))])
    var tallies = SurveyTallies(instrument)
    #expect(tallies.meanTenths(0) == nil)
    for step in [5, 5, 6, 5] { tallies.add(try SurveyAnswer([step], to: instrument)) }
    #expect(tallies.meanTenths(0) == 53)
    // Nobody but participants is counted by sex.
    #expect(try SurveyAnswer([1], sex: .woman, to: instrument).sex == .notStated)
  }

  @Test func `an instrument that is not right cannot be made, and says what is wrong`() throws {
    func said(_ body: () throws -> Void) -> SurveyRefusal? {
      do { try body() } catch { return error as? SurveyRefusal }
      return nil
    }
    let question = try SurveyInstrument.Question(id: "a", text: "A", scale: SurveyScale(.six))
    #expect(said { _ = try SurveyScale(.six, steps: ["a"]) } == .wrongSteps(.six, count: 1, expected: 6...6))
    #expect(said { _ = try SurveyScale(.own, steps: ["a", "a"]) } == .stepWords(.own))
    #expect(said { _ = try SurveyScale(.yesNo, steps: ["Ja", "Nej"]) } == .stepWords(.yesNo))
    #expect(
      said { _ = try SurveyInstrument.Question(id: "a", text: "A", scale: SurveyScale(.six), positiveFrom: 7) }
        == .cutOutside(question: "a", steps: 6))
    #expect(
      said { _ = try SurveyInstrument.Question(id: "a", text: "A", scale: SurveyScale(.text), positiveFrom: 2) }
        == .cutOutside(question: "a", steps: 0))
    #expect(
      said { _ = try SurveyInstrument.Question(id: "a.b", text: "A", scale: SurveyScale(.six)) } == .notAKey("a.b"))
    #expect(
      said { _ = try SurveyInstrument(key: "k", title: "T", respondents: .board, questions: [question, question]) }
        == .questionTwice("a"))
    #expect(
      said { _ = try SurveyInstrument(key: "k", title: "T", respondents: .board, questions: []) } == .questionCount(0))
    let made = try SurveyInstrument(key: "k", title: "T", respondents: .board, questions: [question])
    #expect(said { _ = try SurveyAnswer([7], to: made) } == .noSuchAnswer(question: 0))
    #expect(said { _ = try SurveyAnswer([0], to: made) } == .noSuchAnswer(question: 0))
    #expect(said { _ = try SurveyAnswer([nil], to: made) } == .nothingAnswered)
    #expect(said { _ = try SurveyAnswer([1], texts: ["x"], to: made) } == .noSuchAnswer(question: 0))
    #expect(SurveyInstrument.shipped.count == 4)
    #expect(Set(SurveyInstrument.shipped.map(\.key)).count == 4)
  }
}
