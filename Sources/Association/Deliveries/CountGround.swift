/// What participants are counted by, beside sex (domain 6.1).
public enum CountGround: String, CaseIterable, Sendable {
  /// Kommun: where the new live.
  case municipality = "kommun"
  /// Ålder: bands, of the new.
  case age = "ålder"
  /// Remitterande part, of the new.
  case referrer = "remittent"
  /// Högsta utbildning, of the new.
  case education = "utbildning"
  /// Tid med offentlig försörjning, of the new.
  case supportTime = "försörjningstid"
  /// Avslutsanledning, of the finished.
  case exitReason = "avslutsorsak"

  /// Which row of the flow the ground divides.
  public var whole: Flow.Row { self == .exitReason ? .finished : .new }
}

/// The participants of an insats in a period: carried in + new − finished = ongoing, sex by sex.
public struct Flow: Hashable, Sendable {
  /// A row of the flow, by the id it has in a table of counts.
  public enum Row: String, CaseIterable, Sendable {
    /// Ingående: those who were in the insats when the period began.
    case carried = "ingående"
    /// Nya: those who began in the period.
    case new = "nya"
    /// Avslutade: those who ended in the period.
    case finished = "avslutade"
    /// Pågående: those who are in the insats when the period ends.
    case ongoing = "pågående"
  }

  /// Ingående.
  public var carried: Tally
  /// Nya.
  public var new: Tally
  /// Avslutade.
  public var finished: Tally
  /// Pågående.
  public var ongoing: Tally

  /// A flow.
  public init(carried: Tally, new: Tally, finished: Tally, ongoing: Tally) {
    self.carried = carried
    self.new = new
    self.finished = finished
    self.ongoing = ongoing
  }

  /// The tally of a row.
  public subscript(row: Row) -> Tally {
    get {
      switch row {
      case .carried: carried
      case .new: new
      case .finished: finished
      case .ongoing: ongoing
      }
    }
    set {
      switch row {
      case .carried: carried = newValue
      case .new: new = newValue
      case .finished: finished = newValue
      case .ongoing: ongoing = newValue
      }
    }
  }
}

/// Why a participant ended, in words common to all insatser (domain 8.1: the union of what associations use). A
/// performer's own list is mapped to these; a goal's definition of a step is a set of them.
public enum ExitReason: String, CaseIterable, Sendable {
  /// Arbete, hel- eller deltid.
  case work = "arbete"
  /// Subventionerat arbete.
  case subsidisedWork = "subventionerat-arbete"
  /// Studier.
  case studies = "studier"
  /// Praktik eller arbetsträning.
  case practice = "praktik"
  /// Aktivt arbetssökande.
  case jobSeeking = "arbetssökande"
  /// Förstärkt samarbete mellan Arbetsförmedlingen och Försäkringskassan, gemensam kartläggning.
  case jointSupport = "förstärkt-samarbete"
  /// Fortsatt rehabilitering hos en part.
  case furtherRehabilitation = "fortsatt-rehabilitering"
  /// Daglig verksamhet.
  case dailyActivity = "daglig-verksamhet"
  /// Rätt ersättning, sjukersättning.
  case rightBenefit = "rätt-ersättning"
  /// Åter till den som remitterade.
  case backToReferrer = "åter-remittent"
  /// Sjukdom.
  case illness = "sjukdom"
  /// Flyttat.
  case moved = "flyttat"
  /// Avbrott, eller gick inte att nå.
  case interrupted = "avbrott"
  /// Övrigt.
  case other = "övrigt"
}
