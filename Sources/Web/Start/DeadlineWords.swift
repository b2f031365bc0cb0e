import Association
import Ledger
import Press
import Report

/// How a deadline, and whatever else is due, is said and shown: how it stands, and where it is done.
enum DeadlineWords {
  /// `För 77 dagar sedan`, `I dag`, `Om 12 dagar`, `Gjord 2026-03-12`.
  static func state(_ deadline: Deadline) -> String { state(deadline.state) }

  /// The same; `Väntar sedan 2026-02-01` for what has no day.
  static func state(_ thing: DueThing, on today: CalendarDate) -> String {
    switch thing.state(on: today) {
    case .dated(let state): DeadlineWords.state(state)
    case .waiting: thing.since.map { $0 == today ? "Sedan i dag" : "Sedan \($0.text)" } ?? "Nu"
    }
  }

  private static func state(_ state: Deadline.State) -> String {
    switch state {
    case .done(let day): day.map { "Gjord \($0.text)" } ?? "Gjord"
    case .late(let days): days == 1 ? "I går" : "För \(Numerals.whole(Int64(days))) dagar sedan"
    case .soon(0): "I dag"
    case .soon(1): "I morgon"
    case .soon(let days), .coming(let days): "Om \(Numerals.whole(Int64(days))) dagar"
    }
  }

  static func badge(_ deadline: Deadline) -> HTML { badge(deadline.state, deadline.basis) }

  /// The badge of what is due: a question goes before its day.
  static func badge(_ thing: DueThing, on today: CalendarDate) -> HTML {
    if thing.isAsked, !thing.isDone { return badge("Fråga", "badge alarm") }
    switch thing.state(on: today) {
    case .dated(let state): return badge(state, thing.basis)
    case .waiting(_, let isLong):
      return isLong ? badge("Har väntat länge", "badge alarm") : badge("Väntar", "badge warn")
    }
  }

  private static func badge(_ state: Deadline.State, _ basis: Deadline.Basis?) -> HTML {
    switch state {
    case .done: badge("Klart", "badge good")
    case .late: basis == .custom ? badge("Passerat", "badge warn") : badge("Försenat", "badge alarm")
    case .soon: badge("Snart", "badge warn")
    case .coming: badge("Kommer", "badge")
    }
  }

  private static func badge(_ words: String, _ name: StaticString) -> HTML {
    tag("span", [.class(name)], .text(words))
  }

  /// What makes the day that day.
  static func basis(_ deadline: Deadline) -> String { DueThing(deadline, place: nil).detail }

  /// The page where it is done, where the office has one: those of a year are there only for the book's own years.
  static func place(_ deadline: Deadline, years: Set<Int>) -> DueThing.Place? {
    let year = deadline.concerns
    guard let duty = deadline.duty else { return nil }
    switch duty {
    // A budget is made before its year is in the book, and after the book has begun.
    case .consultation, .budgetProposal, .budget: return years.contains(year - 1) ? .budget(year) : nil
    case .vatApplication: return .vat
    default: break
    }
    guard years.contains(year) else { return nil }
    return switch duty {
    case .firstQuarter, .secondQuarter, .thirdQuarter, .fourthQuarter: .year(year)
    case .yearEnd: .yearEnd(year)
    case .report: .annualReport(year)
    case .signatures: .reportFacts(year)
    case .vatStatement: .vatStatement(year)
    default: nil
    }
  }
}
