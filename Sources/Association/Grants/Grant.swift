public import Ledger

/// An insats from need to final report. Each state is a type of its own with the verbs that are possible in it, so a
/// step that is not cannot be written: there is no agreement before a decision, no decision before a preparation, no
/// final report before the agreement has begun. `State` holds whichever state a case is in.
public enum Grant {
  /// Why a step is not taken, as facts; the words stand in `Desk/Words+Grants.swift`.
  public enum Refusal: Error, Hashable, Sendable {
    /// Only members can apply and receive (lag 2003:1210 § 7).
    case notAMember(String)
    /// An application asks for something.
    case amountsMissing
    /// An amount is less than nothing.
    case belowNought(year: Int, receiverID: String)
    /// One year and receiver stand twice.
    case amountTwice(year: Int, receiverID: String)
    /// The state knows no such step.
    case impossible(Event.Kind, State.Kind)
    /// A decision that changes another cannot be older.
    case decisionOlder(CalendarDate, than: CalendarDate)
    /// A decision that changes another is for the same insats.
    case otherInsats(String, than: String)
    /// An agreement ends after it begins.
    case agreementBackwards(first: CalendarDate, last: CalendarDate)
    /// The agreement has not begun.
    case notBegun(CalendarDate)
    /// The agreement asks for no report of that period.
    case reportUnasked(first: CalendarDate, last: CalendarDate)
    /// There is a report of that period, accepted or waiting for an answer.
    case reportStands(first: CalendarDate, last: CalendarDate)
    /// No report of that period waits for an answer.
    case reportMissing(last: CalendarDate)
    /// A report that is returned says what is asked.
    case questionMissing
  }

  /// An application that may stand: a member's, with amounts for members.
  public struct Applied: Hashable, Sendable {
    /// The application.
    public let application: GrantApplication

    /// The application, or why it may not stand. Without `members` who they are is not asked: they were once.
    public init(_ application: GrantApplication, members: [Member]?) throws(Refusal) {
      if let members {
        for id in [application.ownerID] + application.partyIDs where !members.contains(where: { $0.id == id }) {
          throw .notAMember(id)
        }
      }
      guard !application.amounts.isEmpty else { throw .amountsMissing }
      try application.amounts.check(members: members)
      self.application = application
    }

    /// What a group recommends of it.
    public func prepared(_ preparation: GrantPreparation) -> Prepared {
      Prepared(applied: self, preparation: preparation)
    }

    /// It is taken back.
    public func withdrawn(because words: String) -> Withdrawn { Withdrawn(application: application, words: words) }
  }

  /// An application with a recommendation. One that is changed afterwards is only applied for again: the recommendation
  /// was of other words.
  public struct Prepared: Hashable, Sendable {
    /// What was applied for.
    public let applied: Applied
    /// What is recommended.
    public let preparation: GrantPreparation

    /// The board grants it.
    public func granted(_ decision: GrantDecision, members: [Member]?) throws(Refusal) -> Granted {
      try decision.amounts.check(members: members)
      return Granted(application: applied.application, preparation: preparation, decisions: [decision])
    }

    /// The board rejects it.
    public func rejected(_ rejection: GrantRejection) -> Rejected {
      Rejected(application: applied.application, preparation: preparation, rejection: rejection)
    }

    /// It is taken back.
    public func withdrawn(because words: String) -> Withdrawn { applied.withdrawn(because: words) }
  }

  /// An application that the board has rejected.
  public struct Rejected: Hashable, Sendable {
    /// What was applied for.
    public let application: GrantApplication
    /// What was recommended.
    public let preparation: GrantPreparation
    /// The rejection.
    public let rejection: GrantRejection
  }

  /// An application that was taken back before it was decided.
  public struct Withdrawn: Hashable, Sendable {
    /// What was applied for.
    public let application: GrantApplication
    /// Why.
    public let words: String
  }

  /// What the board has granted: decisions, each changing the one before.
  public struct Granted: Hashable, Sendable {
    /// What was applied for; nil for an insats that was registered with its decision.
    public let application: GrantApplication?
    /// What was recommended.
    public let preparation: GrantPreparation?
    /// The decisions, the first first; never none.
    public let decisions: [GrantDecision]

    /// An insats that was granted before the office had its applications here.
    public init(registered decision: GrantDecision, members: [Member]?) throws(Refusal) {
      try decision.amounts.check(members: members)
      self.init(application: nil, preparation: nil, decisions: [decision])
    }

    fileprivate init(application: GrantApplication?, preparation: GrantPreparation?, decisions: [GrantDecision]) {
      self.application = application
      self.preparation = preparation
      self.decisions = decisions
    }

    /// The decision that holds.
    public var standing: GrantDecision {
      guard let last = decisions.last else { preconditionFailure("What is granted has a decision.") }
      return last
    }

    /// The board changes its decision: more or less money, other receivers, other years.
    public func changed(_ decision: GrantDecision, members: [Member]?) throws(Refusal) -> Granted {
      try decision.amounts.check(members: members)
      guard decision.insatsID == standing.insatsID else {
        throw .otherInsats(decision.insatsID, than: standing.insatsID)
      }
      guard decision.day >= standing.day else { throw .decisionOlder(decision.day, than: standing.day) }
      return Granted(application: application, preparation: preparation, decisions: decisions + [decision])
    }

    /// An agreement is made with the party.
    public func agreed(_ agreement: GrantAgreement) throws(Refusal) -> Agreed {
      try Agreed(granted: self, agreements: [], reports: []).renewed(agreement)
    }
  }

  /// What is granted and agreed.
  public struct Agreed: Hashable, Sendable {
    /// What is granted.
    public let granted: Granted
    /// The agreements, the first first; never none. A later one takes over from the day that it begins.
    public let agreements: [GrantAgreement]
    /// The reports, one per period as it was last written, in the order of their periods; a final one last.
    public let reports: [KeptReport]

    fileprivate init(granted: Granted, agreements: [GrantAgreement], reports: [KeptReport]) {
      self.granted = granted
      self.agreements = agreements
      self.reports = reports
    }

    /// The agreement that holds.
    public var standing: GrantAgreement {
      guard let last = agreements.last else { preconditionFailure("What is agreed has an agreement.") }
      return last
    }

    /// The board changes its decision.
    public func changed(_ decision: GrantDecision, members: [Member]?) throws(Refusal) -> Agreed {
      Agreed(granted: try granted.changed(decision, members: members), agreements: agreements, reports: reports)
    }

    /// A new agreement: prolonged, or with other expectations.
    public func renewed(_ agreement: GrantAgreement) throws(Refusal) -> Agreed {
      guard agreement.first <= agreement.last else {
        throw .agreementBackwards(first: agreement.first, last: agreement.last)
      }
      return Agreed(granted: granted, agreements: agreements + [agreement], reports: reports)
    }

    /// The same, running, on a day when the agreement holds or has held.
    public func running(on day: CalendarDate) throws(Refusal) -> Running {
      guard let first = agreements.map(\.first).min(), first <= day else { throw .notBegun(standing.first) }
      return Running(agreed: self)
    }

    /// The reports that the agreements ask for, the first first, and the final one last.
    public var dues: [ReportDue] {
      var dues: [ReportDue] = []
      for (place, agreement) in agreements.enumerated() {
        let later = agreements[(place + 1)...].map(\.first).min()
        let end = later.flatMap { next in next.before } ?? agreement.last
        dues += agreement.periods(through: end).map { period in
          due(period.lowerBound, period.upperBound, isFinal: false, graceDays: agreement.graceDays)
        }
      }
      // A period that was reported under an agreement which a later one has taken over keeps its report.
      let asked = Set(dues.map(\.last))
      dues += reports.filter { !$0.report.isFinal && !asked.contains($0.report.last) }.map { kept in
        due(kept.report.first, kept.report.last, isFinal: false, graceDays: standing.graceDays)
      }
      let first = agreements.map(\.first).min() ?? standing.first
      return dues.sorted { $0.last < $1.last }
        + [due(first, standing.last, isFinal: true, graceDays: standing.graceDays)]
    }

    private func due(
      _ first: CalendarDate, _ last: CalendarDate, isFinal: Bool, graceDays: Int
    ) -> ReportDue {
      let kept = reports.first { $0.report.isFinal == isFinal && (isFinal || $0.report.last == last) }
      let state: ReportDue.State =
        switch kept {
        case nil: .missing
        case .some(let kept):
          switch kept.answer?.isAccepted {
          case nil: .waiting(kept)
          case true?: .accepted(kept)
          case false?: .returned(kept)
          }
        }
      return ReportDue(
        isFinal: isFinal, first: kept?.report.first ?? first, last: kept?.report.last ?? last,
        dueOn: last.adding(days: graceDays), state: state)
    }

    fileprivate func with(_ reports: [KeptReport]) -> Agreed {
      let sorted = reports.sorted { left, right in
        left.report.isFinal == right.report.isFinal ? left.report.last < right.report.last : right.report.isFinal
      }
      return Agreed(granted: granted, agreements: agreements, reports: sorted)
    }
  }

  /// What is agreed and has begun: the only state in which anything is reported.
  public struct Running: Hashable, Sendable {
    /// What is agreed, and what has been reported.
    public let agreed: Agreed

    fileprivate init(agreed: Agreed) { self.agreed = agreed }

    /// The performer reports a period, or the whole. One that was returned is written anew.
    public func reported(_ report: GrantReport) throws(Refusal) -> Running {
      guard
        let due = agreed.dues.first(where: {
          $0.isFinal == report.isFinal && (report.isFinal || $0.last == report.last)
        })
      else { throw .reportUnasked(first: report.first, last: report.last) }
      guard due.isWanted else { throw .reportStands(first: due.first, last: due.last) }
      let others = agreed.reports.filter { !$0.isSame(report.isFinal, report.last) }
      return Running(agreed: agreed.with(others + [KeptReport(report: report, answer: nil)]))
    }

    /// The office returns a report with a question, or accepts the report of a period.
    public func answered(_ last: CalendarDate, isFinal: Bool = false, _ answer: GrantAnswer) throws(Refusal) -> Running
    {
      guard answer.isAccepted || !answer.words.isEmpty else { throw .questionMissing }
      guard let kept = agreed.reports.first(where: { $0.isSame(isFinal, last) }), kept.answer == nil else {
        throw .reportMissing(last: last)
      }
      let others = agreed.reports.filter { !$0.isSame(isFinal, last) }
      return Running(agreed: agreed.with(others + [KeptReport(report: kept.report, answer: answer)]))
    }

    /// The office accepts the final report, and with it the insats's case ends.
    public func finished(_ answer: GrantAnswer) throws(Refusal) -> Finished {
      let last = agreed.standing.last
      guard let kept = agreed.reports.first(where: { $0.report.isFinal }), answer.isAccepted else {
        throw .reportMissing(last: last)
      }
      let running = try answered(kept.report.last, isFinal: true, answer)
      return Finished(agreed: running.agreed, report: kept.report)
    }
  }

  /// What has been reported to its end.
  public struct Finished: Hashable, Sendable {
    /// What was agreed and reported.
    public let agreed: Agreed
    /// The final report.
    public let report: GrantReport
  }
}

extension KeptReport {
  fileprivate func isSame(_ isFinal: Bool, _ last: CalendarDate) -> Bool {
    report.isFinal == isFinal && (isFinal || report.last == last)
  }
}
