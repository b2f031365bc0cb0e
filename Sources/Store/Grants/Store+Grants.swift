public import Association
public import Ledger

extension Store.Writing {
  /// Begins a case: with an application, by a performer where one applied here, or with the decision that an insats is
  /// registered with. What the board has granted becomes frames of the association in the same transaction.
  @discardableResult
  public func begin(_ event: Grant.Event, user: ID<User>? = nil) throws -> ID<GrantCase> {
    let association = try association()
    let state = try Grant.State(beginning: event, members: association.members)
    let delegated = try delegation(of: event)
    if let user { try connection.require(user) }
    let key = try posting.keys.next("grant_case")
    _ = try act(event.act, subject: subject(of: state, association)) { act in
      try act.record(
        "grant_case", .integer(key), user.map { .integer($0.rawValue) } ?? .null, .integer(act.sequence))
      let step = try self.write(event, of: key, after: [], in: act)
      if let delegated { try self.record(delegated, ofGrantStep: step, in: act) }
    }
    if case .granted(let decision) = event {
      let standing = try connection.grantCases().filter { $0.id.rawValue != key && $0.insatsID == decision.insatsID }
      // Frames of other cases of the same insats stay; those that stood before it had any are taken over.
      let before = association.frameAmounts(of: decision.insatsID).filter { amount in
        !standing.contains { $0.state.granted?.standing.amounts.contains(amount) ?? false }
          && decision.amounts.contains { $0.year == amount.year && $0.receiverID == amount.receiverID }
      }
      try grant(decision, insteadOf: before)
    }
    return ID(rawValue: key)
  }

  /// Takes a step, or refuses it with a `Grant.Refusal` where the case's state knows no such step.
  @discardableResult
  public func take(_ event: Grant.Event, in id: ID<GrantCase>) throws -> GrantCase {
    guard let present = try connection.grantCases(id).first else { throw Store.Refusal.unknownGrant }
    let association = try association()
    let state = try present.state.after(event, members: association.members)
    let delegated = try delegation(of: event)
    _ = try act(event.act, subject: subject(of: state, association)) { act in
      let step = try self.write(event, of: id.rawValue, after: present.steps, in: act)
      if let delegated { try self.record(delegated, ofGrantStep: step, in: act) }
    }
    if case .granted(let decision) = event {
      try grant(decision, insteadOf: present.state.granted?.standing.amounts ?? [])
    }
    guard let after = try connection.grantCases(id).first else { throw Store.Refusal.unknownGrant }
    return after
  }

  /// Records how an insats stands in Uppföljning Finsam; what is locked cannot be another than it was.
  public func record(_ followUp: InsatsFollowUp) throws {
    let key = try posting.keys.next("insats_follow_up")
    _ = try act(.followUp, subject: followUp.insatsID) { act in
      try act.record(
        "insats_follow_up", .integer(key), .text(followUp.insatsID), .text(followUp.direction.rawValue),
        .text(followUp.preciseDirection), .text(followUp.method), .integer(followUp.isESF ? 1 : 0),
        .integer(act.sequence))
    }
  }

  private func grant(_ decision: GrantDecision, insteadOf before: [GrantAmount]) throws {
    var association = try association()
    association.grant(decision, insteadOf: before)
    try record(association)
  }

  private func subject(of state: Grant.State, _ association: Association) -> String {
    let id = state.granted?.standing.insatsID
    return association.insatser.first { $0.id == id }?.name ?? state.application?.name ?? id ?? ""
  }

  /// The point by which a decision is taken, where it names one in place of the board's paragraph and the book has a
  /// delegation order; refused where the point is for less. A decision says all frames, so it is all of them that count.
  private func delegation(of event: Grant.Event) throws -> DelegationGround? {
    guard case .granted(let decision) = event, let number = DelegationOrder.number(in: decision.paragraph) else {
      return nil
    }
    return try delegation(number, on: decision.day, of: decision.amounts.map(\.amount).sum())
  }

  /// Writes a step, and gives its key.
  @discardableResult
  private func write(_ event: Grant.Event, of key: Int64, after steps: [GrantCase.Step], in act: Act) throws -> Int64 {
    let id = try posting.keys.next("grant_step")
    let (step, line) = (Field.integer(id), Field.integer(act.sequence))
    try act.record("grant_step", step, .integer(key), .text(event.kind.rawValue), .text(event.words), line)
    switch event {
    case .applied(let application):
      try act.record(
        "grant_application", step, .text(application.name), .text(application.kind.rawValue),
        .text(application.ownerID), .text(application.need), .text(application.gap), .text(application.purpose),
        .text(application.targetGroup), .text(application.effects), .text(application.continuesID), line)
      for (position, party) in application.partyIDs.enumerated() {
        try act.record("grant_party", step, .integer(position), .text(party), line)
      }
      try write(application.amounts, step, in: act)
    case .prepared(let preparation):
      try act.record(
        "grant_preparation", step, .date(preparation.day), .text(preparation.body),
        .text(preparation.recommendation.rawValue), line)
    case .granted(let decision):
      let before = steps.last { $0.event.kind == .granting }.map { Field.integer($0.id) } ?? .null
      try act.record(
        "grant_decision", step, before, .date(decision.day), .text(decision.paragraph), .text(decision.insatsID), line)
      try write(decision.amounts, step, in: act)
    case .rejected(let rejection):
      try act.record(
        "grant_decision", step, .null, .date(rejection.day), .text(rejection.paragraph), .text(""), line)
    case .withdrawn: break
    case .agreed(let agreement):
      try act.record(
        "grant_agreement", step, .date(agreement.signedOn), .text(agreement.purpose), .text(agreement.expectations),
        .text(agreement.rhythm.rawValue), .date(agreement.first), .date(agreement.last),
        .integer(agreement.graceDays), line)
    case .reported(let report, let day):
      try act.record(
        "grant_report", step, .date(day), .integer(report.isFinal ? 1 : 0), .date(report.first), .date(report.last),
        .text(report.happened), .text(report.obstacles), .text(report.goals), .text(report.permanent), line)
    case .answered(let last, let isFinal, _):
      let report = steps.last {
        guard case .reported(let report, _) = $0.event else { return false }
        return report.isFinal == isFinal && (isFinal || report.last == last)
      }
      try act.record("grant_answer", step, report.map { .integer($0.id) } ?? .null, line)
    }
    return id
  }

  private func write(_ amounts: [GrantAmount], _ step: Field, in act: Act) throws {
    for (position, amount) in amounts.enumerated() {
      try act.record(
        "grant_amount", step, .integer(position), .integer(amount.year), .text(amount.receiverID),
        .money(amount.amount), .integer(act.sequence))
    }
  }
}

extension Grant.Event {
  /// The words that the step itself carries.
  fileprivate var words: String {
    switch self {
    case .applied, .agreed, .reported: ""
    case .prepared(let preparation): preparation.words
    case .granted(let decision): decision.words
    case .rejected(let rejection): rejection.words
    case .withdrawn(let words): words
    case .answered(_, _, let answer): answer.words
    }
  }

  /// What the history calls it.
  fileprivate var act: HistoryLine.Act {
    switch kind {
    case .application: .applyForGrant
    case .preparation: .prepareGrant
    case .granting: .decideGrant
    case .rejection: .rejectGrant
    case .withdrawal: .withdrawGrant
    case .agreement: .agreeGrant
    case .report: .reportGrant
    case .acceptance: .acceptReport
    case .question: .returnReport
    }
  }
}

extension Store {
  /// All cases, the first begun first.
  public func grantCases() throws(Refusal) -> [GrantCase] { try read { try $0.grantCases() } }

  /// One case, or nil.
  public func grantCase(_ id: ID<GrantCase>) throws(Refusal) -> GrantCase? { try read { try $0.grantCases(id).first } }

  /// How each insats stands in Uppföljning Finsam, as it was last said.
  public func followUps() throws(Refusal) -> [InsatsFollowUp] {
    try read { connection in
      var followUps: [InsatsFollowUp] = []
      try connection.each(
        """
        SELECT insats_id, direction, precise_direction, method, is_esf FROM insats_follow_up
        WHERE id IN (SELECT MAX(id) FROM insats_follow_up GROUP BY insats_id) ORDER BY id
        """
      ) { row in
        guard let direction = InsatsFollowUp.Direction(rawValue: row.text(1)) else {
          throw Store.Refusal.corrupt("insats_follow_up")
        }
        followUps.append(
          InsatsFollowUp(
            insatsID: row.text(0), direction: direction, preciseDirection: row.text(2), method: row.text(3),
            isESF: row.integer(4) == 1))
      }
      return followUps
    }
  }
}
