public import Association
public import Ledger

extension Store.Writing {
  /// Keeps an instrument: as the latest version of its short name where it says the same, else as the next.
  @discardableResult
  public func keep(_ instrument: SurveyInstrument) throws -> KeptInstrument {
    let last = try connection.surveyInstruments().last { $0.instrument.key == instrument.key }
    if let last, last.instrument == instrument { return last }
    let version = (last?.version ?? 0) + 1
    let key = try posting.keys.next("survey_instrument")
    _ = try act(.keepInstrument, subject: "\(instrument.title), version \(version)") { act in
      try act.record(
        "survey_instrument", .integer(key), .text(instrument.key), .integer(version), .text(instrument.title),
        .text(instrument.respondents.rawValue), .text(instrument.introduction), .text(instrument.source),
        .integer(act.sequence))
      for (position, question) in instrument.questions.enumerated() {
        try act.record(
          "survey_instrument_question", .integer(key), .integer(position), .text(question.id), .text(question.text),
          .text(question.scale.kind.rawValue), .integer(question.positiveFrom), .integer(act.sequence))
        for (step, words) in question.scale.steps.enumerated() {
          try act.record(
            "survey_instrument_step", .integer(key), .integer(position), .integer(step + 1), .text(words),
            .integer(act.sequence))
        }
      }
    }
    return KeptInstrument(id: ID(rawValue: key), version: version, instrument: instrument)
  }

  /// Opens a survey of so many people. Every counter it will need is made now, at nothing, so that none tells by when it
  /// was made that somebody answered.
  @discardableResult
  public func open(_ round: SurveyRound, asked: Int) throws -> ID<SurveyRound> {
    guard (1...SurveyRound.askedMax).contains(asked) else { throw SurveyRefusal.askedOutside(asked) }
    let (draft, instrument) = (round.draft, try keep(round.instrument))
    let isTaken =
      try connection.surveyCases(nil).contains { $0.round.draft.key == draft.key && $0.round.draft.year == draft.year }
      || association().surveys.contains { $0.seriesID == draft.key && $0.year == draft.year }
    guard !isTaken else { throw SurveyRefusal.keyTaken(draft.key, year: draft.year) }
    let key = try posting.keys.next("survey_round")
    _ = try act(.openSurvey, subject: draft.subject) { act in
      try act.record(
        "survey_round", .integer(key), .text(draft.key), .integer(draft.year), .text(draft.title),
        .text(draft.insatsID), .text(draft.population), .integer(instrument.id.rawValue),
        .integer(Int64(draft.opens.yyyymmdd)), .integer(Int64(draft.closes.yyyymmdd)), .integer(draft.minimum),
        .integer(act.sequence))
      try act.record("survey_asked", .integer(act.sequence), .integer(key), .integer(asked))
      for (position, question) in round.instrument.questions.enumerated() {
        for step in question.scale.steps.indices {
          for sex in SurveySex.allCases {
            try self.connection.run(
              "INSERT INTO survey_tally VALUES (?, ?, ?, ?, ?)", .integer(key), .integer(position), .integer(step + 1),
              .text(sex.rawValue), .integer(M0014.raisedZero))
          }
        }
      }
      try self.connection.run("INSERT INTO survey_paper VALUES (?, ?)", .integer(key), .integer(M0014.raisedZero))
    }
    return ID(rawValue: key)
  }

  /// Says anew how many are asked.
  public func changeAsked(_ id: ID<SurveyRound>, to asked: Int) throws {
    let survey = try openSurvey(id)
    guard (1...SurveyRound.askedMax).contains(asked) else { throw SurveyRefusal.askedOutside(asked) }
    guard asked >= survey.codes else { throw SurveyRefusal.fewerThanCodes(asked: asked, made: survey.codes) }
    guard asked != survey.asked else { return }
    _ = try act(.changeAsked, subject: survey.round.draft.subject) { act in
      try act.record("survey_asked", .integer(act.sequence), .integer(id.rawValue), .integer(asked))
    }
  }

  /// Keeps one-time codes by their digests, which tell nothing of the codes. No more than are asked.
  public func makeCodes(_ digests: [String], for id: ID<SurveyRound>) throws {
    let survey = try openSurvey(id)
    guard !digests.isEmpty else { return }
    guard survey.codes + digests.count <= survey.asked else {
      throw SurveyRefusal.tooManyCodes(asked: survey.asked, made: survey.codes + digests.count)
    }
    _ = try act(.makeSurveyCodes, subject: "\(survey.round.draft.subject), \(digests.count) st") { act in
      try act.record("survey_code_batch", .integer(act.sequence), .integer(id.rawValue), .integer(digests.count))
      // In the order of the digests, so that the order of the sheets of paper is nowhere.
      for digest in digests.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        try self.connection.run("INSERT INTO survey_invitation VALUES (?, ?, 0)", .text(digest), .integer(id.rawValue))
      }
    }
  }

  /// Closes a survey for good: what was counted becomes facts, codes and counters are removed, and where enough have
  /// answered the association's surveys get what came of it. What was written is removed unread where too few answered.
  @discardableResult
  public func close(_ id: ID<SurveyRound>) throws -> SurveyOutcome {
    let survey = try openSurvey(id)
    guard case .open(let byLink, let onPaper) = survey.standing else { throw SurveyRefusal.roundClosed }
    let key = id.rawValue
    let outcome = try SurveyOutcome(
      asked: survey.asked, byLink: byLink, onPaper: onPaper,
      tallies: try connection.surveyTallies(key, survey.round.instrument))
    _ = try act(.closeSurvey, subject: survey.round.draft.subject) { act in
      try act.record("survey_closing", .integer(key), .integer(byLink), .integer(onPaper), .integer(act.sequence))
      for (question, steps) in outcome.tallies.counts.enumerated() {
        for (step, tally) in steps.enumerated() {
          try act.record(
            "survey_result", .integer(key), .integer(question), .integer(step + 1), .integer(tally.women),
            .integer(tally.men), .integer(tally.notStated), .integer(act.sequence))
        }
      }
    }
    for table in ["survey_invitation", "survey_tally", "survey_paper"] {
      try connection.run("DELETE FROM \(table) WHERE round_id = ?", .integer(key))
    }
    let made = survey.round.surveys(outcome)
    if made.isEmpty {
      try connection.run("DELETE FROM survey_text WHERE round_id = ?", .integer(key))
    } else {
      var association = try association()
      association.surveys += made
      try record(association)
    }
    return outcome
  }

  /// Releases what somebody wrote, so that it is shown to all readers, or removes it for good.
  public func judge(_ text: String, of id: ID<SurveyRound>, isReleased: Bool) throws {
    guard let survey = try connection.surveyCases(id.rawValue).first, survey.outcome != nil, survey.isLargeEnough,
      let present = try connection.surveyTexts(id.rawValue).first(where: { $0.id == text })
    else { throw SurveyRefusal.unknownText }
    guard !isReleased || !present.isReleased else { return }
    _ = try act(.judgeText, subject: survey.round.draft.subject) { act in
      try act.record(
        "survey_text_verdict", .text(text), .text(isReleased ? "released" : "removed"), .integer(id.rawValue),
        .integer(act.sequence))
    }
    if !isReleased { try connection.run("DELETE FROM survey_text WHERE text_id = ?", .text(text)) }
  }

  private func openSurvey(_ id: ID<SurveyRound>) throws -> SurveyCase {
    guard let survey = try connection.surveyCases(id.rawValue).first else { throw SurveyRefusal.unknownRound }
    guard survey.outcome == nil else { throw SurveyRefusal.roundClosed }
    return survey
  }
}

extension SurveyRound.Draft {
  fileprivate var subject: String { "\(title) (\(year))" }
}

extension Store {
  /// Takes an answer by a code, which can be used no more. It leaves no line of history: one act for each answer would
  /// say when it came. `randomBytes` gives the names of what was written.
  public func answer(
    _ answer: SurveyAnswer, code digest: String, on day: CalendarDate, randomBytes: (Int) -> [UInt8]
  ) throws(Refusal) {
    try count(answer, randomBytes) { connection in
      guard let (round, isUsed) = try connection.invitation(digest),
        let survey = try connection.surveyCases(round).first
      else { throw SurveyRefusal.unknownCode }
      guard !isUsed else { throw SurveyRefusal.codeUsed }
      try survey.round.admit(on: day)
      try connection.run("UPDATE survey_invitation SET is_used = 1 WHERE digest = ?", .text(digest))
      return survey
    }
  }

  /// Takes an answer that was given on paper. Of paper it is only remembered how many there were.
  public func answer(
    _ answer: SurveyAnswer, onPaper id: ID<SurveyRound>, randomBytes: (Int) -> [UInt8]
  ) throws(Refusal) {
    try count(answer, randomBytes) { connection in
      guard let survey = try connection.surveyCases(id.rawValue).first else { throw SurveyRefusal.unknownRound }
      guard survey.outcome == nil else { throw SurveyRefusal.roundClosed }
      guard survey.answered < survey.asked else {
        throw SurveyRefusal.moreAnswersThanAsked(answers: survey.answered + 1, asked: survey.asked)
      }
      try connection.run("UPDATE survey_paper SET raised = raised + 1 WHERE round_id = ?", .integer(id.rawValue))
      return survey
    }
  }

  /// Moves what stands in the write-ahead log to the file and empties the log: what was written before an answer and
  /// after it must not lie side by side there, and what has been deleted must not be left there.
  public func emptyLog() {
    // Where somebody reads the book at this very moment it is emptied the next time.
    try? file.configure("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private func count(
    _ answer: SurveyAnswer, _ randomBytes: (Int) -> [UInt8], of admitted: (Connection) throws -> SurveyCase
  ) throws(Refusal) {
    try change { connection in
      let survey = try admitted(connection)
      let key = survey.id.rawValue
      guard answer.steps.count == survey.round.instrument.questions.count else {
        throw SurveyRefusal.noSuchAnswer(question: answer.steps.count)
      }
      for (question, step) in answer.steps.enumerated() {
        guard let step else { continue }
        let counted = try connection.change(
          "UPDATE survey_tally SET raised = raised + 1 WHERE round_id = ? AND question = ? AND step = ? AND sex = ?",
          .integer(key), .integer(question), .integer(step), .text(answer.sex.rawValue))
        guard counted == 1 else { throw SurveyRefusal.noSuchAnswer(question: question) }
      }
      let written = answer.texts.enumerated().filter { $0.element.hasContent }
      if !written.isEmpty {
        try connection.add(
          written.map { (id: hexadecimal(randomBytes(16)), question: $0.offset, text: $0.element) }, toSurvey: key)
      }
    }
    emptyLog()
  }
}

extension Connection {
  /// Adds what one respondent wrote. All texts are written anew in the order of their random names, so that where one
  /// lies in the file does not tell when it came.
  fileprivate func add(_ texts: [(id: String, question: Int, text: String)], toSurvey round: Int64) throws {
    var rows: [(id: String, round: Int64, question: Int64, text: String)] = []
    try each("SELECT text_id, round_id, question, text FROM survey_text") { row in
      rows.append((row.text(0), row.integer(1), row.integer(2), row.text(3)))
    }
    rows += texts.map { ($0.id, round, Int64($0.question), $0.text) }
    try run("DELETE FROM survey_text")
    for row in rows.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      try run(
        "INSERT INTO survey_text VALUES (?, ?, ?, ?)", .text(row.id), .integer(row.round), .integer(row.question),
        .text(row.text))
    }
  }
}

/// Bytes in small hexadecimal.
private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
