import Association
import Ledger
import Statements

extension Check {
  static let goalJudgedByRule = Check(
    code: "mal-beskrivs-olika", .error,
    question: "Säger tabellen och texten detsamma om ett mål som dess egen regel?",
    reason: "LKBR 11:8; ett mål om 100 deltagare bedömdes som gott med 72.",
    mend: "Rätta bedömningen, utfallet eller regeln.",
    slips: { report in
      (report.source?.association.goals ?? []).filter { $0.year == report.year.number }.flatMap { goal -> [Slip] in
        guard let isMet = goal.isMetByRule else { return [] }
        // A verdict that would tell of a count that is withheld is not told by a finding either.
        let rows = report.table("maluppfyllelse")?.rows.filter { $0.id == goal.id } ?? []
        let untold: [Table.Cell] = [GoalVerdict.withheld, .tooFew].map { .text($0.rawValue) }
        guard !rows.contains(where: { row in untold.contains { row.cells.contains($0) } }) else { return [] }
        let right = isMet ? "uppnått" : "inte uppnått"
        func slip(_ place: String, _ who: String, _ said: Bool) -> Slip {
          Slip(
            at: place, stated: said ? "uppnått" : "inte uppnått", expected: right,
            "\(goal.title) är \(right) enligt sin regel, men \(who) säger att det är "
              + "\(said ? "uppnått" : "inte uppnått"). Rätta bedömningen, utfallet eller regeln.")
        }
        var slips: [Slip] = []
        if let judged = goal.judgedMet, judged != isMet { slips.append(slip("mal/\(goal.id)", "styrelsen", judged)) }
        for case .text(let text) in rows.flatMap(\.cells) {
          guard text.utf8.count < 40, let said = text.verdict, said != isMet else { continue }
          slips.append(slip("maluppfyllelse/\(goal.id)", "tabellen", said))
        }
        if let said = goal.comment.verdict, said != isMet {
          slips.append(slip("mal/\(goal.id)/kommentar", "kommentaren", said))
        }
        return slips
      }
    },
    spoil: { report in
      report.alterAssociation { association in
        for index in association.goals.indices {
          guard let isMet = association.goals[index].isMetByRule else { continue }
          association.goals[index].judgedMet = !isMet
        }
      }
    })
}

extension Goal {
  /// Whether the goal is met by a rule that can be reckoned from its own outcomes; nil where it cannot.
  fileprivate var isMetByRule: Bool? {
    let shares = outcomes.compactMap { outcome -> (Int, Int)? in
      guard let met = outcome.met, let base = outcome.base, base.total > 0 else { return nil }
      return (met.total, base.total)
    }
    switch rule {
    case .shareAtLeast(let permille):
      return shares.isEmpty ? nil : shares.allSatisfy { $0.0 * 1000 >= permille * $0.1 }
    case .countAtLeast(let count):
      let counts = outcomes.compactMap(\.met?.total)
      return counts.isEmpty ? nil : counts.allSatisfy { $0 >= count }
    case .figureAtLeast, .figureAtMost, .judged: return nil
    }
  }
}

extension String {
  /// Whether the text says that a goal is met or not; nil where it says neither.
  fileprivate var verdict: Bool? {
    let words = self.words
    guard let index = words.firstIndex(where: { ["uppnått", "uppnåddes", "uppfyllt", "uppfylldes"].contains($0) })
    else {
      return nil
    }
    if words.contains("delvis") { return nil }
    return !words[max(0, index - 3)...min(words.count - 1, index + 1)].contains { ["inte", "ej", "icke"].contains($0) }
  }
}
