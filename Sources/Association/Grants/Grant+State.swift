public import Ledger

extension Grant {
  /// A step, as it is recorded.
  public enum Event: Hashable, Sendable {
    /// An application, or a changed one.
    case applied(GrantApplication)
    /// A recommendation.
    case prepared(GrantPreparation)
    /// A decision to grant, or one that changes it.
    case granted(GrantDecision)
    /// A decision to reject.
    case rejected(GrantRejection)
    /// The application is taken back, for that reason.
    case withdrawn(String)
    /// An agreement, or a new one.
    case agreed(GrantAgreement)
    /// A report, on that day.
    case reported(GrantReport, on: CalendarDate)
    /// The office's answer to the report of the period that ends that day.
    case answered(last: CalendarDate, isFinal: Bool, GrantAnswer)

    /// Which step it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// Ansökan.
      case application
      /// Beredning.
      case preparation
      /// Beslut om beviljande.
      case granting
      /// Avslag.
      case rejection
      /// Återkallelse.
      case withdrawal
      /// Avtal.
      case agreement
      /// Lägesrapport eller slutrapport.
      case report
      /// Godkänd rapport.
      case acceptance
      /// Återsänd rapport.
      case question
    }

    /// Which step it is.
    public var kind: Kind {
      switch self {
      case .applied: .application
      case .prepared: .preparation
      case .granted: .granting
      case .rejected: .rejection
      case .withdrawn: .withdrawal
      case .agreed: .agreement
      case .reported: .report
      case .answered(_, _, let answer): answer.isAccepted ? .acceptance : .question
      }
    }
  }

  /// The state that a case is in.
  public enum State: Hashable, Sendable {
    /// Applied for.
    case applied(Applied)
    /// Prepared for the board.
    case prepared(Prepared)
    /// Rejected by the board.
    case rejected(Rejected)
    /// Taken back.
    case withdrawn(Withdrawn)
    /// Granted, without an agreement yet.
    case granted(Granted)
    /// Granted and agreed.
    case agreed(Agreed)
    /// Reported to its end.
    case finished(Finished)

    /// Which state it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// Ansökt.
      case applied
      /// Beredd.
      case prepared
      /// Avslagen.
      case rejected
      /// Återkallad.
      case withdrawn
      /// Beviljad.
      case granted
      /// Avtalad.
      case agreed
      /// Slutredovisad.
      case finished
    }

    /// Which state it is.
    public var kind: Kind {
      switch self {
      case .applied: .applied
      case .prepared: .prepared
      case .rejected: .rejected
      case .withdrawn: .withdrawn
      case .granted: .granted
      case .agreed: .agreed
      case .finished: .finished
      }
    }

    /// The state that a case begins in: applied for, or granted already.
    public init(beginning event: Event, members: [Member]? = nil) throws(Refusal) {
      switch event {
      case .applied(let application): self = .applied(try Applied(application, members: members))
      case .granted(let decision): self = .granted(try Granted(registered: decision, members: members))
      default: throw .impossible(event.kind, .applied)
      }
    }

    /// The state after a step, or why the step is not possible. Each possible step is a verb of the state's own type.
    public func after(_ event: Event, members: [Member]? = nil) throws(Refusal) -> State {
      switch (self, event) {
      case (.applied, .applied(let application)), (.prepared, .applied(let application)):
        .applied(try Applied(application, members: members))
      case (.applied(let applied), .prepared(let preparation)): .prepared(applied.prepared(preparation))
      case (.applied(let applied), .withdrawn(let words)): .withdrawn(applied.withdrawn(because: words))
      case (.prepared(let prepared), .withdrawn(let words)): .withdrawn(prepared.withdrawn(because: words))
      case (.prepared(let prepared), .granted(let decision)):
        .granted(try prepared.granted(decision, members: members))
      case (.prepared(let prepared), .rejected(let rejection)): .rejected(prepared.rejected(rejection))
      case (.granted(let granted), .granted(let decision)): .granted(try granted.changed(decision, members: members))
      case (.granted(let granted), .agreed(let agreement)): .agreed(try granted.agreed(agreement))
      case (.agreed(let agreed), .granted(let decision)): .agreed(try agreed.changed(decision, members: members))
      case (.agreed(let agreed), .agreed(let agreement)): .agreed(try agreed.renewed(agreement))
      case (.agreed(let agreed), .reported(let report, let day)):
        .agreed(try agreed.running(on: day).reported(report).agreed)
      case (.agreed(let agreed), .answered(let last, let isFinal, let answer)):
        isFinal && answer.isAccepted
          ? .finished(try agreed.running(on: agreed.standing.first).finished(answer))
          : .agreed(try agreed.running(on: agreed.standing.first).answered(last, isFinal: isFinal, answer).agreed)
      default: throw .impossible(event.kind, kind)
      }
    }

    /// What was applied for, as it was last written; nil for an insats registered with its decision.
    public var application: GrantApplication? {
      switch self {
      case .applied(let applied): applied.application
      case .prepared(let prepared): prepared.applied.application
      case .rejected(let rejected): rejected.application
      case .withdrawn(let withdrawn): withdrawn.application
      case .granted, .agreed, .finished: granted?.application
      }
    }

    /// What is granted, from the decision on.
    public var granted: Granted? {
      switch self {
      case .granted(let granted): granted
      case .agreed, .finished: agreed?.granted
      case .applied, .prepared, .rejected, .withdrawn: nil
      }
    }

    /// What is agreed, from the agreement on.
    public var agreed: Agreed? {
      switch self {
      case .agreed(let agreed): agreed
      case .finished(let finished): finished.agreed
      case .applied, .prepared, .rejected, .withdrawn, .granted: nil
      }
    }

    /// What is recommended, from the preparation on.
    public var preparation: GrantPreparation? {
      switch self {
      case .prepared(let prepared): prepared.preparation
      case .rejected(let rejected): rejected.preparation
      case .granted, .agreed, .finished: granted?.preparation
      case .applied, .withdrawn: nil
      }
    }

    /// The reports that are asked for; none before the agreement.
    public var dues: [ReportDue] { agreed?.dues ?? [] }
  }
}
