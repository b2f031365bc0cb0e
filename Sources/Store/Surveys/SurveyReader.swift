public import Association
public import Ledger

extension Store {
  /// Every version of every instrument, by short name and version.
  public func surveyInstruments() throws(Refusal) -> [KeptInstrument] { try read { try $0.surveyInstruments() } }

  /// The surveys, the latest first.
  public func surveyCases() throws(Refusal) -> [SurveyCase] { try read { try $0.surveyCases(nil) } }

  /// One survey, or nil.
  public func surveyCase(_ id: ID<SurveyRound>) throws(Refusal) -> SurveyCase? {
    try read { try $0.surveyCases(id.rawValue).first }
  }

  /// The survey that a code is for, and whether it has been answered by; nil where there is no such code.
  public func surveyCase(code digest: String) throws(Refusal) -> (survey: SurveyCase, isUsed: Bool)? {
    try read { connection in
      guard let (round, isUsed) = try connection.invitation(digest),
        let survey = try connection.surveyCases(round).first
      else { return nil }
      return (survey, isUsed)
    }
  }

  /// What was written to the questions of free text of a survey that is closed and was answered by enough; else nothing.
  public func surveyTexts(_ id: ID<SurveyRound>) throws(Refusal) -> [SurveyText] {
    try read { connection in
      guard let survey = try connection.surveyCases(id.rawValue).first, survey.outcome != nil, survey.isLargeEnough
      else { return [] }
      return try connection.surveyTexts(id.rawValue)
    }
  }
}

extension Connection {
  func surveyInstruments() throws -> [KeptInstrument] {
    struct Place: Hashable {
      let instrument: Int64
      let question: Int64
    }
    var steps: [Place: [String]] = [:]
    try each("SELECT instrument_id, question, text FROM survey_instrument_step ORDER BY 1, 2, position") { row in
      steps[Place(instrument: row.integer(0), question: row.integer(1)), default: []].append(row.text(2))
    }
    var questions: [Int64: [SurveyInstrument.Question]] = [:]
    try each(
      """
      SELECT instrument_id, position, question_id, text, scale, positive_from FROM survey_instrument_question
      ORDER BY 1, 2
      """
    ) { row in
      let place = Place(instrument: row.integer(0), question: row.integer(1))
      guard let kind = SurveyScale.Kind(rawValue: row.text(4)) else { throw Store.Refusal.corrupt("survey_instrument") }
      do {
        questions[place.instrument, default: []].append(
          try SurveyInstrument.Question(
            id: row.text(2), text: row.text(3), scale: SurveyScale(kind, steps: steps[place] ?? []),
            positiveFrom: row.optionalInteger(5).map { Int($0) }))
      } catch {
        throw Store.Refusal.corrupt("survey_instrument \(place.instrument)")
      }
    }
    var kept: [KeptInstrument] = []
    try each(
      """
      SELECT id, instrument_key, version, title, respondents, introduction, source FROM survey_instrument
      ORDER BY instrument_key, version
      """
    ) { row in
      let key = row.integer(0)
      guard let respondents = SurveyRespondents(rawValue: row.text(4)) else {
        throw Store.Refusal.corrupt("survey_instrument \(key)")
      }
      do {
        kept.append(
          KeptInstrument(
            id: ID(rawValue: key), version: Int(row.integer(2)),
            instrument: try SurveyInstrument(
              key: row.text(1), title: row.text(3), respondents: respondents, introduction: row.text(5),
              source: row.text(6), questions: questions[key] ?? [])))
      } catch {
        throw Store.Refusal.corrupt("survey_instrument \(key)")
      }
    }
    return kept
  }

  func surveyCases(_ id: Int64?) throws -> [SurveyCase] {
    let instruments = Dictionary(uniqueKeysWithValues: try surveyInstruments().map { ($0.id.rawValue, $0) })
    var cases: [SurveyCase] = []
    try each(
      """
      SELECT r.id, r.survey_key, r.year, r.title, r.insats_id, r.population, r.instrument_id, r.opens_on, r.closes_on,
        r.minimum,
        (SELECT asked FROM survey_asked WHERE round_id = r.id ORDER BY history_sequence DESC LIMIT 1),
        (SELECT COALESCE(SUM(codes), 0) FROM survey_code_batch WHERE round_id = r.id),
        (SELECT COUNT(*) FROM survey_invitation WHERE round_id = r.id AND is_used = 1),
        (SELECT raised FROM survey_paper WHERE round_id = r.id),
        c.by_link, c.on_paper, h.actor, h.moment
      FROM survey_round r LEFT JOIN survey_closing c ON c.round_id = r.id
      LEFT JOIN history h ON h.sequence = c.history_sequence
      WHERE ?1 IS NULL OR r.id = ?1 ORDER BY r.id DESC
      """, id.map { .integer($0) } ?? .null
    ) { row in
      let key = row.integer(0)
      guard let kept = instruments[row.integer(6)], let opens = CalendarDate(yyyymmdd: Int(row.integer(7))),
        let closes = CalendarDate(yyyymmdd: Int(row.integer(8)))
      else { throw Store.Refusal.corrupt("survey_round \(key)") }
      let asked = Int(row.integer(10))
      do {
        let round = try SurveyRound(
          SurveyRound.Draft(
            key: row.text(1), title: row.text(3), year: Int(row.integer(2)), insatsID: row.text(4),
            population: row.text(5), opens: opens, closes: closes, minimum: Int(row.integer(9))),
          asking: kept.instrument)
        let standing: SurveyCase.Standing
        if let byLink = row.optionalInteger(14) {
          let outcome = try SurveyOutcome(
            asked: asked, byLink: Int(byLink), onPaper: Int(row.integer(15)),
            tallies: try surveyResult(key, kept.instrument))
          standing = .closed(outcome, by: row.text(16), at: Moment(secondsSince1970: row.integer(17)))
        } else {
          standing = .open(byLink: Int(row.integer(12)), onPaper: Int(row.integer(13) - M0014.raisedZero))
        }
        cases.append(
          SurveyCase(
            id: ID(rawValue: key), round: round, version: kept.version, asked: asked, codes: Int(row.integer(11)),
            standing: standing))
      } catch {
        throw Store.Refusal.corrupt("survey_round \(key)")
      }
    }
    return cases
  }

  /// What a closed survey came to.
  private func surveyResult(_ round: Int64, _ instrument: SurveyInstrument) throws -> SurveyTallies {
    var counts: [[Tally]] = instrument.questions.map { _ in [] }
    try each(
      "SELECT question, women, men, not_stated FROM survey_result WHERE round_id = ? ORDER BY question, step",
      .integer(round)
    ) { row in
      let question = Int(row.integer(0))
      guard counts.indices.contains(question) else { throw Store.Refusal.corrupt("survey_result \(round)") }
      counts[question].append(
        Tally(women: Int(row.integer(1)), men: Int(row.integer(2)), notStated: Int(row.integer(3))))
    }
    guard let tallies = SurveyTallies(counts, of: instrument) else {
      throw Store.Refusal.corrupt("survey_result \(round)")
    }
    return tallies
  }

  /// What is counted of a survey that is open. Only its closing asks.
  func surveyTallies(_ round: Int64, _ instrument: SurveyInstrument) throws -> SurveyTallies {
    var counts = instrument.questions.map { $0.scale.steps.map { _ in Tally(women: 0, men: 0) } }
    try each("SELECT question, step, sex, raised FROM survey_tally WHERE round_id = ?", .integer(round)) { row in
      let (question, step) = (Int(row.integer(0)), Int(row.integer(1)) - 1)
      let count = Int(row.integer(3) - M0014.raisedZero)
      guard counts.indices.contains(question), counts[question].indices.contains(step) else {
        throw Store.Refusal.corrupt("survey_tally \(round)")
      }
      switch SurveySex(rawValue: row.text(2)) {
      case .woman: counts[question][step].women = count
      case .man: counts[question][step].men = count
      case .notStated: counts[question][step].notStated = count
      case nil: throw Store.Refusal.corrupt("survey_tally \(round)")
      }
    }
    guard let tallies = SurveyTallies(counts, of: instrument) else {
      throw Store.Refusal.corrupt("survey_tally \(round)")
    }
    return tallies
  }

  func invitation(_ digest: String) throws -> (round: Int64, isUsed: Bool)? {
    try first("SELECT round_id, is_used FROM survey_invitation WHERE digest = ?", .text(digest)) {
      ($0.integer(0), $0.integer(1) == 1)
    }
  }

  func surveyTexts(_ round: Int64) throws -> [SurveyText] {
    var texts: [SurveyText] = []
    try each(
      """
      SELECT t.text_id, t.question, t.text, EXISTS (
        SELECT 1 FROM survey_text_verdict v WHERE v.text_id = t.text_id AND v.verdict = 'released')
      FROM survey_text t WHERE t.round_id = ? ORDER BY t.question, t.text_id
      """, .integer(round)
    ) { row in
      texts.append(
        SurveyText(
          id: row.text(0), question: Int(row.integer(1)), text: row.text(2), isReleased: row.integer(3) == 1))
    }
    return texts
  }
}
