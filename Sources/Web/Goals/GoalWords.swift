import Association
import Ledger
import Press
import Report
import Statements

/// How a goal is said: its kind, its rule, how it went.
enum GoalWords {
  static let kinds: [(kind: Goal.Kind, title: String, one: String)] = [
    (.financial, "Finansiella mål", "Finansiellt mål"), (.individual, "Mål för deltagarna", "Mål för deltagarna"),
    (.structural, "Mål för strukturerna", "Mål för strukturerna"),
  ]

  static func verdict(_ verdict: GoalVerdict) -> HTML {
    let kind: StaticString =
      switch verdict {
      case .met: "badge good"
      case .missed: "badge alarm"
      case .notJudged, .lacksFigures, .withheld, .tooFew: "badge warn"
      }
    return tag("span", [.class(kind)], .text(verdict.rawValue))
  }

  /// The rule in words, each figure with its value and a link down to what it is made of.
  static func rule(_ rule: Goal.Rule, year: Int, _ catalogue: FigureCatalogue?) -> HTML {
    func figure(_ name: String) -> HTML {
      guard let named = catalogue?.figures[name] else { return .text("siffran \(name)") }
      let value = catalogue?.text(of: name) ?? ""
      return .text("\(named.title) (")
        + tag("a", [.href(.path(Addresses.figure.path(Pair(year, name))))], .text(value)) + .text(")")
    }
    switch rule {
    case .judged: return .text("Styrelsen bedömer.")
    case .shareAtLeast(let permille): return .text("Andelen är minst \(percent(permille)).")
    case .countAtLeast(let count): return .text("Antalet är minst \(Numerals.whole(Int64(count))).")
    case .figureAtLeast(let name, let limit): return figure(name) + .text(" är minst ") + figure(limit) + .text(".")
    case .figureAtMost(let name, let limit): return figure(name) + .text(" är högst ") + figure(limit) + .text(".")
    }
  }

  static func percent(_ permille: Int) -> String {
    permille % 10 == 0 ? "\(permille / 10) %" : "\(permille / 10),\(permille % 10) %"
  }

  /// What was counted, one line for each outcome.
  static func outcomes(_ goal: Goal) -> [String] {
    goal.outcomes.map { outcome in
      let head = outcome.title.isEmpty ? "Utfall" : outcome.title
      guard let met = outcome.met else { return "\(head): inte inlämnat" }
      guard let base = outcome.base else { return "\(head): \(Numerals.whole(Int64(met.total)))" }
      let share = Share(Int64(met.total), of: Int64(base.total)).map { " (\(Numerals.percentWithDecimal($0)))" } ?? ""
      return "\(head): \(Numerals.whole(Int64(met.total))) av \(Numerals.whole(Int64(base.total)))\(share)"
    }
  }
}
