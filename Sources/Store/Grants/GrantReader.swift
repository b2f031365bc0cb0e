import Association
import Ledger

extension Connection {
  /// The cases with their steps folded to the state they are in; one of them where it is named.
  func grantCases(_ id: ID<GrantCase>? = nil) throws -> [GrantCase] {
    let only = id.map { Field.integer($0.rawValue) } ?? .null
    let parts = try GrantParts(self, only)
    var steps: [Int64: [GrantCase.Step]] = [:]
    try each(
      """
      SELECT s.id, s.case_id, s.kind, s.words, h.actor, h.moment, s.history_sequence
      FROM grant_step s JOIN history h ON h.sequence = s.history_sequence
      WHERE s.case_id = COALESCE(?1, s.case_id) ORDER BY s.id
      """, only
    ) { row in
      guard let kind = Grant.Event.Kind(rawValue: row.text(2)),
        let event = parts.event(of: row.integer(0), kind, words: row.text(3))
      else { throw Store.Refusal.corrupt("grant_step \(row.integer(0))") }
      steps[row.integer(1), default: []].append(
        GrantCase.Step(
          id: row.integer(0), event: event, by: row.text(4), at: Moment(secondsSince1970: row.integer(5)),
          sequence: row.integer(6)))
    }
    var cases: [GrantCase] = []
    try each("SELECT id, user_id FROM grant_case WHERE id = COALESCE(?1, id) ORDER BY id", only) { row in
      let steps = steps[row.integer(0)] ?? []
      guard let first = steps.first else { throw Store.Refusal.corrupt("grant_case \(row.integer(0))") }
      var state = try Grant.State(beginning: first.event)
      for step in steps.dropFirst() { state = try state.after(step.event) }
      cases.append(
        GrantCase(
          id: ID(rawValue: row.integer(0)), user: row.optionalInteger(1).map { ID(rawValue: $0) }, steps: steps,
          state: state))
    }
    return cases
  }
}

/// What the steps say, by step.
private struct GrantParts {
  private var applications: [Int64: GrantApplication] = [:]
  private var preparations: [Int64: GrantPreparation] = [:]
  private var decisions: [Int64: GrantDecision] = [:]
  private var agreements: [Int64: GrantAgreement] = [:]
  private var reports: [Int64: (report: GrantReport, day: CalendarDate)] = [:]
  /// The report that each answer is to.
  private var answers: [Int64: Int64] = [:]

  init(_ connection: Connection, _ only: Field) throws {
    func each(_ table: String, _ body: (Statement) throws -> Void) throws {
      try connection.each(
        """
        SELECT t.* FROM \(table) t JOIN grant_step s ON s.id = t.step_id
        WHERE s.case_id = COALESCE(?1, s.case_id) ORDER BY t.step_id, 2
        """, only, body: body)
    }
    func day(_ row: Statement, _ column: Int) throws -> CalendarDate {
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(column))) else {
        throw Store.Refusal.corrupt("grant_step \(row.integer(0))")
      }
      return day
    }
    func choice<Choice: RawRepresentable>(_ row: Statement, _ column: Int, _: Choice.Type) throws -> Choice
    where Choice.RawValue == String {
      guard let choice = Choice(rawValue: row.text(column)) else {
        throw Store.Refusal.corrupt("grant_step \(row.integer(0))")
      }
      return choice
    }
    var amounts: [Int64: [GrantAmount]] = [:]
    try each("grant_amount") { row in
      amounts[row.integer(0), default: []].append(
        GrantAmount(year: Int(row.integer(2)), receiverID: row.text(3), amount: Money(ore: row.integer(4))))
    }
    var parties: [Int64: [String]] = [:]
    try each("grant_party") { row in parties[row.integer(0), default: []].append(row.text(2)) }
    try each("grant_application") { row in
      let step = row.integer(0)
      applications[step] = GrantApplication(
        name: row.text(1), kind: try choice(row, 2, Insats.Kind.self), ownerID: row.text(3),
        partyIDs: parties[step] ?? [], need: row.text(4), gap: row.text(5), purpose: row.text(6),
        targetGroup: row.text(7), effects: row.text(8), continuesID: row.text(9), amounts: amounts[step] ?? [])
    }
    try each("grant_preparation") { row in
      preparations[row.integer(0)] = GrantPreparation(
        day: try day(row, 1), body: row.text(2),
        recommendation: try choice(row, 3, GrantPreparation.Recommendation.self), words: "")
    }
    try each("grant_decision") { row in
      decisions[row.integer(0)] = GrantDecision(
        day: try day(row, 2), paragraph: row.text(3), insatsID: row.text(4), amounts: amounts[row.integer(0)] ?? [])
    }
    try each("grant_agreement") { row in
      agreements[row.integer(0)] = GrantAgreement(
        signedOn: try day(row, 1), purpose: row.text(2), expectations: row.text(3),
        rhythm: try choice(row, 4, ReportRhythm.self), first: try day(row, 5), last: try day(row, 6),
        graceDays: Int(row.integer(7)))
    }
    try each("grant_report") { row in
      reports[row.integer(0)] = (
        GrantReport(
          isFinal: row.integer(2) == 1, first: try day(row, 3), last: try day(row, 4), happened: row.text(5),
          obstacles: row.text(6), goals: row.text(7), permanent: row.text(8)),
        try day(row, 1)
      )
    }
    try each("grant_answer") { row in answers[row.integer(0)] = row.integer(1) }
  }

  func event(of step: Int64, _ kind: Grant.Event.Kind, words: String) -> Grant.Event? {
    switch kind {
    case .application: return applications[step].map { .applied($0) }
    case .preparation:
      guard var preparation = preparations[step] else { return nil }
      preparation.words = words
      return .prepared(preparation)
    case .granting:
      guard var decision = decisions[step] else { return nil }
      decision.words = words
      return .granted(decision)
    case .rejection:
      return decisions[step].map {
        .rejected(GrantRejection(day: $0.day, paragraph: $0.paragraph, words: words))
      }
    case .withdrawal: return .withdrawn(words)
    case .agreement: return agreements[step].map { .agreed($0) }
    case .report: return reports[step].map { .reported($0.report, on: $0.day) }
    case .acceptance, .question:
      guard let report = answers[step].flatMap({ reports[$0]?.report }) else { return nil }
      return .answered(
        last: report.last, isFinal: report.isFinal, GrantAnswer(isAccepted: kind == .acceptance, words: words))
    }
  }
}
