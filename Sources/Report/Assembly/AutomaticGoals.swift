import Association
import Statements

/// What is said of each goal: the goal, what counts, the outcome with its base, the verdict and the comment.
extension AutomaticText {
  /// The goals of a kind, each under a heading of its own.
  func goals(_ kind: Goal.Kind) -> [Block] {
    association.goals.filter { $0.kind == kind && $0.year == assembly.year }.flatMap { goal -> [Block] in
      var lines: [String] = []
      if !goal.text.isEmpty { lines.append("**Mål:** \(goal.text.escaped)") }
      if !goal.definition.isEmpty { lines.append("**Vad som räknas:** \(goal.definition.escaped)") }
      lines += reckoned(goal)
      lines += outcomes(of: goal)
      lines += association.quotedShares.filter {
        $0.goalID == goal.id && $0.year == goal.year && $0.kind == .comparison
      }.map { "**Jämförelse:** \($0.words.escaped). Källa: \($0.source.escaped)." }
      if !goal.breakReason.isEmpty { lines.append("**Brott i serien:** \(goal.breakReason.escaped)") }
      lines.append("**Bedömning:** \(goal.printedVerdict(figures: assembly.catalogue, assembly.protection).rawValue).")
      return [.heading(level: 1, [.text(goal.title)])] + blocks(lines.joined(separator: "\n\n"))
        + blocks(goal.comment, file: "mal/\(goal.id)")
    }
  }

  /// Which reasons for ending count as a step, where the outcome is reckoned from them.
  private func reckoned(_ goal: Goal) -> [String] {
    var said: [String] = []
    for outcome in goal.outcomes {
      guard case .exits(let reasons)? = outcome.source else { continue }
      let titles = ExitReason.allCases.filter(reasons.contains).map { $0.title.lowercased() }
      let head = outcome.title.isEmpty ? "Avslutsorsaker som räknas" : "Avslutsorsaker som räknas – \(outcome.title)"
      said.append("**\(head.escaped):** \(titles.joined(separator: "; ").escaped).")
    }
    return said
  }

  private func outcomes(of goal: Goal) -> [String] {
    switch goal.rule {
    case .figureAtLeast(let name, let limit): return ["**Utfall:** {{\(name)}}. Minst {{\(limit)}} krävs."]
    case .figureAtMost(let name, let limit): return ["**Utfall:** {{\(name)}}. Högst {{\(limit)}} är tillåtet."]
    case .judged, .shareAtLeast, .countAtLeast: break
    }
    return goal.outcomes.enumerated().compactMap { index, outcome in
      let name = index == 0 ? "mal.\(goal.id)" : "mal.\(goal.id).\(index + 1)"
      let head = outcome.title.isEmpty ? "Utfall" : "Utfall – \(outcome.title.escaped)"
      guard let met = outcome.met else { return nil }
      guard let base = outcome.base else {
        // Where sex is stated for nobody, nobody knows that there are no women and no men.
        guard met.women + met.men > 0 else { return "**\(head):** {{\(name).antal}}." }
        return "**\(head):** {{\(name).antal}}, varav {{\(name).antal.kvinnor}} kvinnor och {{\(name).antal.man}} män."
      }
      guard base.total > 0 else { return "**\(head):** ingen att räkna på." }
      var sentence = "**\(head):** {{\(name).andel}} ({{\(name).antal}} av {{\(name).bas}})"
      // A share of a handful tells on single persons: it is said by sex only where both groups are large enough, and
      // where it is told of both.
      let bySex = ["kvinnor", "man"].map { assembly.catalogue["\(name).andel.\($0)"] }
      if bySex.allSatisfy({ $0 != nil && $0?.withheld == nil }), met.total > 0,
        assembly.protection.mayShare(of: min(base.women, base.men))
      {
        sentence +=
          ", {{\(name).andel.kvinnor}} av kvinnorna ({{\(name).antal.kvinnor}} av {{\(name).bas.kvinnor}}) och "
          + "{{\(name).andel.man}} av männen ({{\(name).antal.man}} av {{\(name).bas.man}})"
      }
      return sentence + "."
    }
  }
}
