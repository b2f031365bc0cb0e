extension ReviewCheck {
  static let budgetInBalance = ReviewCheck(
    "budget-i-balans", kind: "wording", question: "Är en budget som sägs vara i balans det?",
    reason: "Blekinge 2022 skrev att budgeten varit i balans; den hade ett budgeterat underskott på 2 959 tkr.",
    spoil: [("Budgeten har haft ett underskott.", "Budgeten har varit i balans.")],
    find: { report in
      let topic = Topic.all.first { $0.key == "result" }
      guard let budget = topic.flatMap({ report.figures(of: $0, budget: true).first }), budget.amount < -2 * budget.step
      else { return [] }
      return report.sentences.compactMap { sentence in
        guard
          sentence.fold.hasAny([
            "budgeten har varit i balans", "budgeten var i balans", "budgeten ar i balans", "budget i balans",
            "budgeten i balans",
          ]), !sentence.fold.hasAny(["ska ", "_mal", "kommande", "2019-"]),
          Period.years(in: sentence.fold.bytes).allSatisfy({ $0.year == report.year })
        else { return nil }
        return Slip(
          severity: .immaterial, place: sentence.place, quote: sentence.text, stated: "i balans",
          expected: Amounts.text(budget.amount, step: budget.step),
          difference: Amounts.text(abs(budget.amount), step: budget.step),
          message:
            "Texten säger att budgeten är i balans, men det budgeterade resultatet är \(Amounts.text(budget.amount, step: budget.step)).",
          innocent: "Styrelsen kan mena att eget kapital var tänkt att täcka det.",
          mend: "Skriv att budgeten hade ett planerat underskott.", confidence: 64, related: [budget.row.place])
      }
    })
}
