public import Ledger

/// Where a delivery is on its way, as one word.
public enum DeliveryPlace: String, CaseIterable, Sendable {
  /// Delivered; waits to be accepted.
  case delivered
  /// Sent back with a question.
  case returned
  /// Accepted: its counts are the association's.
  case accepted
  /// Another delivery stands in its place.
  case replaced
}

/// Where a delivery is. Each state is a type with the steps that lead on from it and no others: what is returned cannot be
/// accepted, and what is replaced can nothing more.
public enum DeliveryState: Hashable, Sendable {
  /// Waits to be accepted.
  case delivered(Delivered)
  /// Waits for an answer.
  case returned(Returned)
  /// Counted.
  case accepted(Accepted)
  /// No longer counted.
  case replaced(Replaced)

  /// Delivered.
  public struct Delivered: Hashable, Sendable {
    /// What was delivered.
    public let delivery: CountDelivery
    /// Who delivered it, and when.
    public let mark: StepMark

    /// A delivery that has just come.
    public init(_ delivery: CountDelivery, _ mark: StepMark) {
      self.delivery = delivery
      self.mark = mark
    }

    /// Accepts it, where nothing in it is wrong and every exit reason is mapped.
    public func accepted(_ mark: StepMark, faults: [DeliveryFault]) throws(DeliveryRefusal) -> Accepted {
      let grave = faults.filter { $0.weight != .question }
      guard grave.isEmpty else { throw .faulty(grave) }
      return Accepted(delivered: self, mark: mark)
    }

    /// Sends it back with a question.
    public func returned(asking question: String, _ mark: StepMark) throws(DeliveryRefusal) -> Returned {
      guard question.hasWords else { throw .questionMissing }
      return Returned(delivered: self, question: question, mark: mark)
    }

    /// Puts another delivery in its place, before anybody has accepted it.
    public func replaced(by id: Int64, _ mark: StepMark) -> Replaced {
      Replaced(delivered: self, accepted: nil, by: id, mark: mark)
    }
  }

  /// Sent back with a question, which a new delivery answers.
  public struct Returned: Hashable, Sendable {
    /// What was delivered.
    public let delivered: Delivered
    /// The question.
    public let question: String
    /// Who asked it, and when.
    public let mark: StepMark

    /// Puts the answer in its place.
    public func replaced(by id: Int64, _ mark: StepMark) -> Replaced { delivered.replaced(by: id, mark) }
  }

  /// Accepted.
  public struct Accepted: Hashable, Sendable {
    /// What was delivered.
    public let delivered: Delivered
    /// Who accepted it, and when.
    public let mark: StepMark

    /// Puts a correction in its place.
    public func replaced(by id: Int64, _ mark: StepMark) -> Replaced {
      Replaced(delivered: delivered, accepted: self.mark, by: id, mark: mark)
    }
  }

  /// Replaced by another.
  public struct Replaced: Hashable, Sendable {
    /// What was delivered.
    public let delivered: Delivered
    /// Who had accepted it, and when; nil where nobody had.
    public let accepted: StepMark?
    /// Which delivery stands in its place.
    public let by: Int64
    /// Who replaced it, and when.
    public let mark: StepMark
  }

  /// Where it is, as one word.
  public var place: DeliveryPlace {
    switch self {
    case .delivered: .delivered
    case .returned: .returned
    case .accepted: .accepted
    case .replaced: .replaced
    }
  }

  /// What was delivered.
  public var delivered: Delivered {
    switch self {
    case .delivered(let delivered): delivered
    case .returned(let returned): returned.delivered
    case .accepted(let accepted): accepted.delivered
    case .replaced(let replaced): replaced.delivered
    }
  }

  /// Who accepted it and when, also where it has been replaced since.
  public var accepted: StepMark? {
    switch self {
    case .accepted(let accepted): accepted.mark
    case .replaced(let replaced): replaced.accepted
    case .delivered, .returned: nil
    }
  }
}

/// How a delivery came.
public enum DeliverySource: String, CaseIterable, Sendable {
  /// Typed on the page.
  case page = "sida"
  /// A CSV file.
  case csv
  /// A workbook of Excel.
  case xlsx
  /// A JSON file.
  case json
}

/// A delivery in the book: what, how it came, which it corrects, and where it is.
public struct DeliveryCase: Hashable, Sendable {
  /// By which it is known.
  public let id: Int64
  /// Where it is.
  public let state: DeliveryState
  /// How it came.
  public let source: DeliverySource
  /// Which delivery it stands in the place of, or will when it is accepted.
  public let replaces: Int64?
  /// The name of the key that signed it; empty where nothing did.
  public let keyName: String
  /// What has happened to it, the first first.
  public let steps: [Step]

  /// A step.
  public struct Step: Hashable, Sendable {
    /// Where it led.
    public let place: DeliveryPlace
    /// The question; empty at other steps.
    public let text: String
    /// Which delivery took its place, at that step.
    public let by: Int64?
    /// Who, and when.
    public let mark: StepMark

    /// A step.
    public init(place: DeliveryPlace, text: String = "", by: Int64? = nil, mark: StepMark) {
      self.place = place
      self.text = text
      self.by = by
      self.mark = mark
    }
  }

  /// Folds a delivery's steps to its state; nil where they cannot have been taken in that order.
  public init?(
    id: Int64, _ delivery: CountDelivery, source: DeliverySource, replaces: Int64?, keyName: String, steps: [Step]
  ) {
    guard let first = steps.first, first.place == .delivered else { return nil }
    var state = DeliveryState.delivered(DeliveryState.Delivered(delivery, first.mark))
    for step in steps.dropFirst() {
      switch (state, step.place) {
      case (.delivered(let delivered), .accepted):
        guard let accepted = try? delivered.accepted(step.mark, faults: []) else { return nil }
        state = .accepted(accepted)
      case (.delivered(let delivered), .returned):
        // A question without words is none that we have written.
        guard let returned = try? delivered.returned(asking: step.text, step.mark) else { return nil }
        state = .returned(returned)
      case (.delivered(let delivered), .replaced):
        guard let by = step.by else { return nil }
        state = .replaced(delivered.replaced(by: by, step.mark))
      case (.returned(let returned), .replaced):
        guard let by = step.by else { return nil }
        state = .replaced(returned.replaced(by: by, step.mark))
      case (.accepted(let accepted), .replaced):
        guard let by = step.by else { return nil }
        state = .replaced(accepted.replaced(by: by, step.mark))
      default: return nil
      }
    }
    self.id = id
    self.state = state
    self.source = source
    self.replaces = replaces
    self.keyName = keyName
    self.steps = steps
  }

  /// What was delivered.
  public var delivery: CountDelivery { state.delivered.delivery }

  /// Whether the board has seen its counts and they have been changed since: it was accepted before a report was sent to
  /// the board, and replaced after.
  public func wasChanged(afterBoardSaw sights: [BoardSight]) -> BoardSight? {
    guard case .replaced(let replaced) = state, let accepted = replaced.accepted else { return nil }
    return sights.first {
      $0.year == delivery.period.lowerBound.year && accepted.at <= $0.at && $0.at < replaced.mark.at
    }
  }
}

/// That the board was shown a year's report.
public struct BoardSight: Hashable, Sendable {
  /// The report's year.
  public let year: Int
  /// Which version: ”Styrelsens möte 2026-03-12”.
  public let name: String
  /// When it was kept.
  public let at: Moment

  /// A sight.
  public init(year: Int, name: String, at: Moment) {
    self.year = year
    self.name = name
    self.at = at
  }
}

/// Why something about a delivery was not done, as facts.
public enum DeliveryRefusal: Error, Hashable, Sendable {
  /// There is no such delivery.
  case unknown
  /// The step does not follow on where the delivery is.
  case doesNotFollow(DeliveryPlace)
  /// These things do not hold.
  case faulty([DeliveryFault])
  /// A question has no words.
  case questionMissing
  /// Another delivery of the insats and the period waits: it is answered or corrected, not passed by.
  case alreadyWaiting(Int64)
  /// What is to be corrected is of another insats, or has been replaced already.
  case cannotReplace(Int64)
  /// The same counts have been delivered before, and replaced since.
  case deliveredBefore(Int64)
  /// No key of that kind is registered for the insats, or it has been revoked.
  case keyUnknown
  /// The signature is not of these counts.
  case signatureWrong
  /// The key is registered already.
  case keyTaken
  /// What was given is no public key.
  case keyMalformed
  /// A key is for no insats, or has no name.
  case keyIncomplete
}
