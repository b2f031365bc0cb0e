public import Ledger

/// What a performer reports of an insats and a period: closed forms of counts, never anything of a person.
///
/// It has no property that could hold a person: every text in it is the name of a row or a word on coverage, and is
/// refused where it holds a personnummer.
public struct CountDelivery: Hashable, Sendable {
  /// A row of a ground: `30–44 år`, how many.
  public struct Row: Hashable, Sendable {
    /// The short name of the row, unique within its ground: `30-44`. Of exit reasons, the performer's own code.
    public var id: String
    /// What is counted, as the performer calls it.
    public var title: String
    /// How many, by sex.
    public var tally: Tally

    /// A row.
    public init(id: String, title: String, tally: Tally) {
      self.id = id
      self.title = title
      self.tally = tally
    }
  }

  /// Those who are outside a ground or the whole delivery, and why: seven whose consent came late.
  public struct Coverage: Hashable, Sendable {
    /// Which ground they are missing in; nil where they are missing altogether.
    public var ground: CountGround?
    /// How many.
    public var tally: Tally
    /// Why.
    public var reason: String

    /// Who is outside.
    public init(ground: CountGround? = nil, tally: Tally, reason: String) {
      self.ground = ground
      self.tally = tally
      self.reason = reason
    }
  }

  /// Which insats.
  public var insatsID: String
  /// The first and the last day of the period.
  public var period: ClosedRange<CalendarDate>
  /// Carried in, new, finished, ongoing. Nil for a volume insats, which has no flow.
  public var flow: Flow?
  /// What the new and the finished are divided by. A ground that was not asked for is not there.
  public var grounds: [CountGround: [Row]]
  /// Rådgivande samtal utöver deltagarna.
  public var adviceCalls: Int?
  /// Deltagare i en volyminsats, by sex: those who are counted at the door and not followed.
  public var volume: Tally?
  /// Unika personer utöver flödet: how many of carried in and new were counted in another insats of the association
  /// too, as far as the performer knows. Taken off where persons are told.
  public var alsoElsewhere: Tally?
  /// Våldsscreening: how many were asked and how many answered, never what.
  public var screening: Screening?
  /// Who is outside, and why.
  public var coverage: [Coverage]
  /// A word to the association.
  public var remark: String

  /// How many were asked the questions on violence, and how many answered.
  public struct Screening: Hashable, Sendable {
    /// Tillfrågade.
    public var asked: Tally
    /// Svarat.
    public var answered: Tally

    /// A screening.
    public init(asked: Tally, answered: Tally) {
      self.asked = asked
      self.answered = answered
    }
  }

  /// A delivery.
  public init(
    insatsID: String, period: ClosedRange<CalendarDate>, flow: Flow? = nil, grounds: [CountGround: [Row]] = [:],
    adviceCalls: Int? = nil, volume: Tally? = nil, alsoElsewhere: Tally? = nil, screening: Screening? = nil,
    coverage: [Coverage] = [], remark: String = ""
  ) {
    self.insatsID = insatsID
    self.period = period
    self.flow = flow
    self.grounds = grounds
    self.adviceCalls = adviceCalls
    self.volume = volume
    self.alsoElsewhere = alsoElsewhere
    self.screening = screening
    self.coverage = coverage
    self.remark = remark
  }
}
