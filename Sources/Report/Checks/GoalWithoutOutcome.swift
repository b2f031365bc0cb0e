import Association
import Ledger
import Statements

extension Check {
  static let goalWithoutOutcome = Check(
    code: "mal-utan-utfall", .error,
    question: "Har varje mål för året ett utfall eller en bedömning?",
    reason: "LKBR 11:8: målen för god ekonomisk hushållning ska utvärderas.",
    mend: "Skriv in utfallet, eller styrelsens bedömning.",
    slips: { report in
      (report.source?.association.goals ?? []).filter { $0.year == report.year.number }.compactMap { goal in
        let isMeasured = goal.outcomes.contains { $0.met != nil }
        let lacks: Bool
        switch goal.rule {
        case .shareAtLeast: lacks = !goal.outcomes.contains { $0.met != nil && $0.base != nil }
        case .countAtLeast: lacks = !isMeasured
        case .judged: lacks = goal.judgedMet == nil && !isMeasured
        case .figureAtLeast(let figure, let limit), .figureAtMost(let figure, let limit):
          lacks = report.figures[figure] == nil || report.figures[limit] == nil && Int64(limit) == nil
        }
        guard lacks else { return nil }
        return Slip(
          at: "mal/\(goal.id)", stated: "inget utfall", expected: "ett utfall",
          "\(goal.title) har inget utfall för \(goal.year). Skriv in utfallet eller styrelsens bedömning.")
      }
    },
    spoil: { report in
      report.alterAssociation { association in
        for index in association.goals.indices {
          association.goals[index].outcomes = []
          association.goals[index].judgedMet = nil
          association.goals[index].rule = .judged
        }
      }
    })
}
