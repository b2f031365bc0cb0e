import Association
import Ledger

extension Check {
  static let numeratorOverDenominator = Check(
    code: "taljare-storre-an-namnare", .error,
    question: "Är de som uppnått ett mål aldrig fler än de som målet räknas på, för varje kön?",
    reason: "En del kan inte vara större än sitt hela, heller inte för kvinnor eller män för sig.",
    mend: "Rätta antalen.",
    slips: { report in
      let goals = report.source?.association.goals.filter { $0.year == report.year.number } ?? []
      func told(_ count: Int) -> String { report.told(count) }
      return goals.flatMap { goal in
        goal.outcomes.enumerated().flatMap { index, outcome -> [Slip] in
          guard let met = outcome.met, let base = outcome.base else { return [] }
          let pairs = [
            ("kvinnor", met.women, base.women), ("män", met.men, base.men),
            ("utan uppgift om kön", met.notStated, base.notStated),
          ]
          return pairs.filter { $0.1 > $0.2 || $0.1 < 0 }.map { sex, met, base in
            Slip(
              at: "mal/\(goal.id)/\(index + 1)/\(sex)", stated: told(met), expected: "högst \(told(base))",
              "\(goal.title): \(told(met)) \(sex) har uppnått målet, men det räknas på \(told(base)). Rätta antalen.")
          }
        }
      }
    },
    spoil: { report in
      report.alterAssociation { association in
        guard let index = association.goals.firstIndex(where: { $0.outcomes.contains { $0.base != nil } }) else {
          return
        }
        association.goals[index].outcomes.append(
          Goal.Outcome(met: Tally(women: 9, men: 1), base: Tally(women: 5, men: 5)))
      }
    })
}
