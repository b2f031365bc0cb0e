import Association
import Ledger

/// One table of the association: how its rows come out of the value, and how the value is built up from them. Rows
/// begin with their positions, the parents' first; parents stand before their children in `all`.
struct Noun: Sendable {
  let table: String
  /// How many positions a row begins with: 1, or more for the parts of a whole.
  var depth = 1
  let rows: @Sendable (Association) -> [[Field]]
  let read: @Sendable (inout Association, inout FieldReader) throws -> Void

  static let all: [Noun] =
    [.association, .setting, .mappingSource, .member, .contributionKey, .contributionPart, .insats, .frame]
    + [.budget, .budgetEquity, .budgetLine, .budgetAmount, .goal, .goalOutcome, .countTable, .countRow]
    + [.survey, .surveyStep, .surveyQuestion, .activity, .seat, .staff, .meetingCount, .yearFigures, .deviation]
    + [.balanceRequirement, .reportFacts, .signatory, .quotedFigure, .reportText, .findingAnswer, .deadlineFact]
    + [.performerForecast]
    + [.roleAccount]
    + [.insatsOrigin]
    + [.contributionPopulation, .contributionInhabitants, .memberBilling, .ownBilling]
    + [.goalSource, .goalSourceReason, .goalBreak, .quotedShare, .activityDetail]
    + [.progression, .caseCount, .screeningCount]
    + [.exitReason]
    + [.group, .groupMember, .caseCountGroup, .localAllocation]
    + [.seatDetail]
    + [.deviationDecision]
}

/// Reads the columns of a row from left to right; what cannot have been written by us is a corrupt book.
struct FieldReader {
  let table: String
  let fields: [Field]
  private var next = 0

  init(table: String, fields: [Field]) {
    self.table = table
    self.fields = fields
  }

  private var corrupt: Store.Refusal { .corrupt("\(table), column \(next)") }

  mutating func optionalInteger() throws -> Int? {
    guard next < fields.count else { throw corrupt }
    next += 1
    switch fields[next - 1] {
    case .integer(let number): return Int(number)
    case .null: return nil
    case .text, .bytes: throw corrupt
    }
  }

  mutating func integer() throws -> Int {
    guard let number = try optionalInteger() else { throw corrupt }
    return number
  }

  mutating func optionalText() throws -> String? {
    guard next < fields.count else { throw corrupt }
    next += 1
    switch fields[next - 1] {
    case .text(let text): return text
    case .null: return nil
    case .integer, .bytes: throw corrupt
    }
  }

  mutating func text() throws -> String {
    guard let text = try optionalText() else { throw corrupt }
    return text
  }

  mutating func money() throws -> Money { Money(ore: Int64(try integer())) }

  mutating func optionalMoney() throws -> Money? { try optionalInteger().map { Money(ore: Int64($0)) } }

  mutating func optionalDate() throws -> CalendarDate? {
    guard let number = try optionalInteger() else { return nil }
    guard let date = CalendarDate(yyyymmdd: number) else { throw corrupt }
    return date
  }

  mutating func date() throws -> CalendarDate {
    guard let date = try optionalDate() else { throw corrupt }
    return date
  }

  mutating func month() throws -> Month {
    let number = try integer()
    guard let month = Month(year: number / 100, month: number % 100) else { throw corrupt }
    return month
  }

  mutating func decision() throws -> Decision { Decision(date: try optionalDate(), paragraph: try text()) }

  mutating func tally() throws -> Tally {
    Tally(women: try integer(), men: try integer(), notStated: try integer())
  }

  mutating func optionalTally() throws -> Tally? {
    let women = try optionalInteger()
    let men = try optionalInteger()
    let rest = try optionalInteger()
    guard let women, let men, let rest else { return nil }
    return Tally(women: women, men: men, notStated: rest)
  }

  mutating func choice<Choice: RawRepresentable>(_ type: Choice.Type) throws -> Choice
  where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try text()) else { throw corrupt }
    return choice
  }
}

extension Field {
  static func integer(_ number: Int) -> Field { .integer(Int64(number)) }
  static func integer(_ number: Int?) -> Field { number.map { .integer(Int64($0)) } ?? .null }
  static func money(_ money: Money) -> Field { .integer(money.ore) }
  static func money(_ money: Money?) -> Field { money.map { .integer($0.ore) } ?? .null }
  static func date(_ date: CalendarDate?) -> Field { date.map { .integer(Int64($0.yyyymmdd)) } ?? .null }
  static func decision(_ decision: Decision) -> [Field] { [.date(decision.date), .text(decision.paragraph)] }

  static func tally(_ tally: Tally) -> [Field] {
    [.integer(tally.women), .integer(tally.men), .integer(tally.notStated)]
  }

  static func tally(_ tally: Tally?) -> [Field] { tally.map { Field.tally($0) } ?? [.null, .null, .null] }
}
