import Association
import Ledger
import Press
import Report

/// How a deadline is said and shown: its day, how it stands, and where it is done.
enum DeadlineWords {
  /// `för 77 dagar sedan`, `i dag`, `om 12 dagar`, `gjord 2026-03-12`.
  static func state(_ deadline: Deadline) -> String {
    switch deadline.state {
    case .done(let day): day.map { "Gjord \($0.text)" } ?? "Gjord"
    case .late(let days): days == 1 ? "I går" : "För \(Numerals.whole(Int64(days))) dagar sedan"
    case .soon(0): "I dag"
    case .soon(1): "I morgon"
    case .soon(let days), .coming(let days): "Om \(Numerals.whole(Int64(days))) dagar"
    }
  }

  static func badge(_ deadline: Deadline) -> HTML {
    let (words, name): (String, StaticString) =
      switch deadline.state {
      case .done: ("Klart", "badge good")
      case .late: deadline.basis == .custom ? ("Passerat", "badge warn") : ("Försenat", "badge alarm")
      case .soon: ("Snart", "badge warn")
      case .coming: ("Kommer", "badge")
      }
    return tag("span", [.class(name)], .text(words))
  }

  /// What makes the day that day.
  static func basis(_ deadline: Deadline) -> String {
    switch deadline.basis {
    case .law: deadline.law
    case .custom: "\(deadline.law); dagen är den brukliga"
    case .decision: deadline.note.isEmpty ? "Dagen har förbundet bestämt" : "Bestämt: \(deadline.note)"
    }
  }

  /// Where it is done, for a user who reaches that page; else the deadline's own page.
  static func path(_ deadline: Deadline, for asked: Asked, years: Set<Int>) -> String {
    let own = own(deadline)
    guard !deadline.isDone, Access.bookkeepers.admits(asked.user) else { return own }
    return place(deadline, years: years) ?? own
  }

  /// The deadline's own page: reports from performers have a list.
  static func own(_ deadline: Deadline) -> String {
    deadline.isReports ? Addresses.reports.path() : Addresses.deadline.path(Pair(deadline.year, deadline.id))
  }

  /// The page where it is done, where the office has one: those of a year are there only for the book's own years.
  static func place(_ deadline: Deadline, years: Set<Int>) -> String? {
    let year = deadline.concerns
    guard let duty = deadline.duty else { return nil }
    switch duty {
    // A budget is made before its year is in the book, and after the book has begun.
    case .consultation, .budgetProposal, .budget: return years.contains(year - 1) ? Addresses.budget.path(year) : nil
    case .vatApplication: return Addresses.vat.path()
    default: break
    }
    guard years.contains(year) else { return nil }
    return switch duty {
    case .firstQuarter, .secondQuarter, .thirdQuarter, .fourthQuarter: Addresses.year.path(year)
    case .yearEnd: Addresses.yearEnd.path(year)
    case .report: Addresses.report.path(year)
    case .signatures: Addresses.reportFacts.path(year)
    case .vatStatement: Addresses.vatStatement.path(year)
    default: nil
    }
  }
}
