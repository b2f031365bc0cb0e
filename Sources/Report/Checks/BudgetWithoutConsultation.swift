import Association
import Ledger

extension Check {
  static let budgetWithoutConsultation = Check(
    code: "budget-utan-samrad", .warning,
    question: "Har medlemmarna haft samråd före varje budget?",
    reason: "Lag 2003:1210 § 23.",
    mend: "Skriv in dagen för samrådet, eller svara med varför det inte hölls.",
    slips: { report in
      report.budgetsAtHand.filter { $0.version == 1 }.compactMap { budget in
        let place = "budget/\(budget.year)/samrad"
        guard let consulted = budget.consultedOn else {
          return Slip(
            at: place, stated: "inget samråd", expected: "en dag före beslutet",
            "Budgeten för \(budget.year) säger inte när samråd hölls med medlemmarna. Skriv in dagen.")
        }
        guard let decided = budget.decision.date, consulted > decided else { return nil }
        return Slip(
          at: place, stated: consulted.text, expected: "före \(decided.text)",
          "Samrådet om budgeten för \(budget.year) hölls den \(Numerals.date(consulted)), efter beslutet den "
            + "\(Numerals.date(decided)). Rätta dagen, eller svara med skälet.")
      }
    },
    spoil: { report in
      report.alterAssociation { association in
        for index in association.budgets.indices { association.budgets[index].consultedOn = nil }
      }
    })
}
