public import Association
public import Ledger

/// Counter: a performer's own list of those who take part in an insats, kept on the performer's own machine and under
/// the performer's own responsibility. Nobody in it has a name or a personnummer: a running number, and what is counted.
/// Out of it comes a `CountDelivery`, which is counts and nothing else. Only `Files` touches the disk, and what it
/// writes is encrypted.

/// What a performer counts: one insats, its choices, and how long an entry is kept.
public struct CounterSetup: Hashable, Sendable {
  /// The insats's short name at the association, `SAMSA`.
  public var insatsID: String
  /// What the insats is called.
  public var insatsName: String
  /// Who performs it and answers for the list.
  public var performer: String
  /// The first day that is counted: those who entered before it are carried in.
  public var begins: CalendarDate
  /// How often counts are delivered.
  public var rhythm: CounterRhythm
  /// What can be chosen of each ground, in the order in which it is printed. A ground that is not there is not asked.
  public var choices: [CountGround: [CounterChoice]]
  /// Whether participants are followed from entry to exit. A volume insats counts them at the door alone.
  public var isFollowed: Bool
  /// Whether advice calls are counted.
  public var countsAdvice: Bool
  /// Whether those who come to a volume insats are counted.
  public var countsVolume: Bool
  /// Whether the questions on violence are asked.
  public var asksScreening: Bool
  /// How many months after the exit an entry is deleted, once its counts are delivered.
  public var keptMonths: Int
  /// After how many months one who is still in the insats is reminded of.
  public var longMonths: Int
  /// After how many minutes without use the list is locked.
  public var idleMinutes: Int

  /// How many months an entry may be kept after its exit.
  public static let keptMonthsRange = 1...24
  /// After how many months one may be reminded of.
  public static let longMonthsRange = 1...60
  /// After how many minutes the list may be locked.
  public static let idleMinutesRange = 1...60

  /// A set-up with the usual choices: those of the years when a national system asked for them (domain 6.1).
  public init(insatsID: String, insatsName: String, performer: String, begins: CalendarDate) {
    self.insatsID = insatsID
    self.insatsName = insatsName
    self.performer = performer
    self.begins = begins
    rhythm = .quarter
    choices = CounterChoice.usual
    isFollowed = true
    countsAdvice = false
    countsVolume = false
    asksScreening = false
    keptMonths = 6
    longMonths = 18
    idleMinutes = 10
  }

  /// The choice of that ground with that short name.
  public func choice(_ ground: CountGround, _ id: String) -> CounterChoice? {
    choices[ground]?.first { $0.id == id }
  }
}

/// One of the things that can be said of a ground: a municipality, an age band, an own reason for an exit.
public struct CounterChoice: Hashable, Sendable {
  /// A short name, kept when the words are changed: `30-44`.
  public var id: String
  /// What it is called: `30–44 år`.
  public var title: String
  /// Of an exit reason, which of the reasons common to all insatser it is.
  public var common: ExitReason?

  /// A choice.
  public init(id: String, title: String, common: ExitReason? = nil) {
    self.id = id
    self.title = title
    self.common = common
  }

  /// A choice by its words, its short name made of them: small letters and digits with hyphens between.
  public init(title: String, common: ExitReason? = nil) {
    self.init(id: CounterChoice.id(of: title), title: title, common: common)
  }

  /// The short name that a delivery has it by: of an own exit reason, the common one and its own (`arbete.deltid`), so
  /// that the association knows what it is without a list of its own.
  public var code: String {
    guard let common, common.rawValue != id else { return id }
    return "\(common.rawValue).\(id)"
  }

  /// The short name that is made of those words.
  public static func id(of title: String) -> String {
    var words: [[UInt8]] = [[]]
    let letters: [Unicode.Scalar: UInt8] = [
      "å": UInt8(ascii: "a"), "ä": UInt8(ascii: "a"), "ö": UInt8(ascii: "o"), "é": UInt8(ascii: "e"),
      "ü": UInt8(ascii: "u"),
    ]
    for scalar in title.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].append(UInt8(scalar.value))
      default:
        if let letter = letters[scalar] {
          words[words.count - 1].append(letter)
        } else if words[words.count - 1].isEmpty == false {
          words.append([])
        }
      }
    }
    let id = Array(words.filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: "-")]))
    return String(decoding: id.prefix(40), as: UTF8.self)
  }

  /// A choice as it is typed: its words, or the association's short name for it before a sign of equality,
  /// `KHAMN = Karlshamn`, so that the association adds it to what others deliver. Nil where it says nothing.
  public init?(typed text: String, common: ExitReason? = nil) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard let last = parts.last, !last.isEmpty else { return nil }
    self.init(title: last, common: common)
    if parts.count == 2 {
      let isShort = parts[0].utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
      }
      guard isShort, (1...40).contains(parts[0].utf8.count) else { return nil }
      id = parts[0]
    }
    if id.isEmpty { return nil }
  }

  /// What is offered to begin with, with the short names that the association's own form has. Municipalities are the
  /// performer's own.
  public static let usual: [CountGround: [CounterChoice]] = [
    .age: [
      CounterChoice(id: "-18", title: "Under 19 år"), CounterChoice(id: "19-29", title: "19–29 år"),
      CounterChoice(id: "30-44", title: "30–44 år"), CounterChoice(id: "45-59", title: "45–59 år"),
      CounterChoice(id: "60-", title: "60 år eller äldre"),
    ],
    .referrer: [
      "Arbetsförmedlingen", "Försäkringskassan", "Kommunen", "Regionen", "Egen ansökan", "Annan",
    ].map { CounterChoice(title: $0) },
    .education: [
      CounterChoice(id: "ej-grundskola", title: "Ej fullföljd grundskola"),
      CounterChoice(id: "grundskola", title: "Grundskola"), CounterChoice(id: "gymnasium", title: "Gymnasium"),
      CounterChoice(id: "eftergymnasial", title: "Eftergymnasial utbildning"),
    ],
    .supportTime: [
      CounterChoice(id: "ingen", title: "Ingen"), CounterChoice(id: "-1", title: "Mindre än 1 år"),
      CounterChoice(id: "1-2", title: "1–2 år"), CounterChoice(id: "3-5", title: "3–5 år"),
      CounterChoice(id: "6-9", title: "6–9 år"), CounterChoice(id: "10-", title: "10 år eller mer"),
    ],
    .exitReason: ExitReason.allCases.map { CounterChoice(id: $0.rawValue, title: $0.title, common: $0) },
  ]
}

/// How often counts are delivered.
public enum CounterRhythm: String, CaseIterable, Sendable {
  /// Every month.
  case month = "månad"
  /// Every quarter.
  case quarter = "kvartal"
  /// Every four months.
  case third = "tertial"
  /// Every half year.
  case half = "halvår"
  /// Every year.
  case year = "år"

  /// How many months a period has.
  public var monthCount: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .third: 4
    case .half: 6
    case .year: 12
    }
  }

  /// The period of the calendar year in which the day falls.
  public func period(of day: CalendarDate) -> ClosedRange<CalendarDate> {
    let start = (day.month - 1) / monthCount * monthCount + 1
    guard let first = CalendarDate(year: day.year, month: start, day: 1),
      let last = Month(year: day.year, month: start + monthCount - 1)?.last
    else { preconditionFailure("A period of a year begins and ends in it.") }
    return first...last
  }
}

extension CalendarDate {
  /// The day so many months later; where that month is shorter, its last day.
  public func adding(months: Int) -> CalendarDate {
    let index = year * 12 + month - 1 + months
    guard let later = Month(year: index / 12, month: index % 12 + 1) else { return self }
    return CalendarDate(year: later.year, month: later.month, day: min(day, later.last.day)) ?? later.last
  }
}
