public import Ledger

/// Where a requisition is on its way, as one word.
public enum RequisitionPlace: String, CaseIterable, Sendable {
  /// Asked for; waits to be attested.
  case requested
  /// Sent back with a question.
  case returned
  /// Attested; waits to be booked.
  case attested
  /// Booked; waits to be paid.
  case booked
  /// Paid.
  case paid
  /// Taken back by whoever asked.
  case withdrawn
}

/// Who took a step, and when.
public struct StepMark: Hashable, Sendable {
  /// Who.
  public let by: Actor
  /// When.
  public let at: Moment

  /// A mark.
  public init(by: Actor, at: Moment) {
    self.by = by
    self.at = at
  }
}

/// A voucher that a step posted.
public struct StepVoucher: Hashable, Sendable {
  /// The fiscal year.
  public let year: FiscalYear
  /// Its number in the year.
  public let number: Voucher.Number

  /// The voucher of that number in that year.
  public init(year: FiscalYear, number: Voucher.Number) {
    self.year = year
    self.number = number
  }
}

/// Where a requisition is. Each state is a type with the steps that lead on from it and no others, so a step that cannot
/// be taken is none that can be written: only what is attested can be booked, and only what is booked can be paid.
public enum RequisitionState: Hashable, Sendable {
  /// Waits to be attested.
  case requested(Requested)
  /// Waits for an answer.
  case returned(Returned)
  /// Waits to be booked.
  case attested(Attested)
  /// Waits to be paid.
  case booked(Booked)
  /// Paid.
  case paid(Paid)
  /// Taken back.
  case withdrawn(Withdrawn)

  /// Asked for, for the first time or again.
  public struct Requested: Hashable, Sendable {
    /// What is asked.
    public let requisition: Requisition
    /// Which version it is, from 1.
    public let version: Int
    /// Who asked and when, for each version.
    public let marks: [StepMark]

    /// Attests it. Nobody attests what they have asked for, in any version (domain 4.7).
    public func attested(_ mark: StepMark) throws(RequisitionRefusal) -> Attested {
      guard !marks.contains(where: { $0.by == mark.by }) else { throw .ownRequisition }
      return Attested(requested: self, mark: mark)
    }

    /// Sends it back with a question.
    public func returned(asking question: String, _ mark: StepMark) throws(RequisitionRefusal) -> Returned {
      guard question.hasWords else { throw .reasonMissing }
      return Returned(requested: self, question: question, mark: mark)
    }

    /// Takes it back.
    public func withdrawn(because reason: String, _ mark: StepMark) throws(RequisitionRefusal) -> Withdrawn {
      guard reason.hasWords else { throw .reasonMissing }
      return Withdrawn(requested: self, reason: reason, mark: mark)
    }
  }

  /// Sent back with a question.
  public struct Returned: Hashable, Sendable {
    /// What was asked for.
    public let requested: Requested
    /// The question.
    public let question: String
    /// Who asked it, and when.
    public let mark: StepMark

    /// Asks again, in a new version.
    public func requested(again requisition: Requisition, _ mark: StepMark) -> Requested {
      Requested(requisition: requisition, version: requested.version + 1, marks: requested.marks + [mark])
    }

    /// Takes it back.
    public func withdrawn(because reason: String, _ mark: StepMark) throws(RequisitionRefusal) -> Withdrawn {
      try requested.withdrawn(because: reason, mark)
    }
  }

  /// Attested by another than who asked.
  public struct Attested: Hashable, Sendable {
    /// What was asked for.
    public let requested: Requested
    /// Who attested it, and when.
    public let mark: StepMark

    /// Books it by that voucher, which settles so much of the year's accrual.
    public func booked(by voucher: StepVoucher, settling settled: Money, _ mark: StepMark) -> Booked {
      Booked(attested: self, voucher: voucher, settled: settled, mark: mark)
    }

    /// Sends it back with a question all the same.
    public func returned(asking question: String, _ mark: StepMark) throws(RequisitionRefusal) -> Returned {
      try requested.returned(asking: question, mark)
    }

    /// Takes it back.
    public func withdrawn(because reason: String, _ mark: StepMark) throws(RequisitionRefusal) -> Withdrawn {
      try requested.withdrawn(because: reason, mark)
    }
  }

  /// Booked as cost and debt.
  public struct Booked: Hashable, Sendable {
    /// What was attested.
    public let attested: Attested
    /// The voucher.
    public let voucher: StepVoucher
    /// How much of it settles what was accrued at the year's end, and is no cost.
    public let settled: Money
    /// Who booked it, and when.
    public let mark: StepMark

    /// Pays it by that voucher.
    public func paid(by voucher: StepVoucher, _ mark: StepMark) -> Paid {
      Paid(booked: self, voucher: voucher, mark: mark)
    }
  }

  /// Paid.
  public struct Paid: Hashable, Sendable {
    /// What was booked.
    public let booked: Booked
    /// The voucher.
    public let voucher: StepVoucher
    /// Who paid it, and when.
    public let mark: StepMark
  }

  /// Taken back before it was booked. It stands, and draws nothing.
  public struct Withdrawn: Hashable, Sendable {
    /// What was asked for.
    public let requested: Requested
    /// Why.
    public let reason: String
    /// Who took it back, and when.
    public let mark: StepMark
  }

  /// The first step.
  public static func asked(_ requisition: Requisition, _ mark: StepMark) -> RequisitionState {
    .requested(Requested(requisition: requisition, version: 1, marks: [mark]))
  }

  /// What was last asked for.
  public var requested: Requested {
    switch self {
    case .requested(let requested): requested
    case .returned(let returned): returned.requested
    case .attested(let attested): attested.requested
    case .booked(let booked): booked.attested.requested
    case .paid(let paid): paid.booked.attested.requested
    case .withdrawn(let withdrawn): withdrawn.requested
    }
  }

  /// The same, without who and when.
  public var requisition: Requisition { requested.requisition }

  /// As one word.
  public var place: RequisitionPlace {
    switch self {
    case .requested: .requested
    case .returned: .returned
    case .attested: .attested
    case .booked: .booked
    case .paid: .paid
    case .withdrawn: .withdrawn
    }
  }

  /// Whether it holds money of the frame that the ledger does not have yet.
  public var isPending: Bool {
    switch self {
    case .requested, .returned, .attested: true
    case .booked, .paid, .withdrawn: false
    }
  }
}

/// A requisition in the book: its number in the year, where it is, and every step on the way there.
public struct RequisitionCase: Hashable, Sendable {
  /// A step that was taken. Steps are never removed; a step whose voucher has been corrected no longer counts.
  public struct Step: Hashable, Sendable {
    /// To where.
    public let place: RequisitionPlace
    /// Which version it was of.
    public let version: Int
    /// The question or the reason; empty where the step says nothing.
    public let text: String
    /// Who and when.
    public let mark: StepMark
    /// The voucher that it posted.
    public let voucher: StepVoucher?
    /// Whether that voucher has been corrected since, so that the step is to be taken again.
    public let isReversed: Bool

    /// A step.
    public init(
      place: RequisitionPlace, version: Int, text: String, mark: StepMark, voucher: StepVoucher?, isReversed: Bool
    ) {
      self.place = place
      self.version = version
      self.text = text
      self.mark = mark
      self.voucher = voucher
      self.isReversed = isReversed
    }
  }

  /// Its key.
  public let id: ID<Requisition>
  /// Where it is.
  public let state: RequisitionState
  /// What was asked for in each version, the first first.
  public let versions: [Requisition]
  /// Every step, the first first.
  public let steps: [Step]

  /// A requisition in the book.
  public init(id: ID<Requisition>, state: RequisitionState, versions: [Requisition], steps: [Step]) {
    self.id = id
    self.state = state
    self.versions = versions
    self.steps = steps
  }

  /// What is asked for.
  public var requisition: Requisition { state.requisition }
}
