extension ReviewCheck {
  static let costEach = ReviewCheck(
    "kostnad-per-deltagare", kind: "insats-sheet", question: "Stämmer insatsens avvikelse och kostnad per deltagare?",
    reason: "Kostnad per deltagare är utfallet genom deltagarna, avvikelsen budget minus utfall.",
    spoil: [("Kostnad per deltagare\t29 000 kr", "Kostnad per deltagare\t27 000 kr")],
    find: { report in
      report.insatsFacts.flatMap { facts -> [Slip] in
        var slips: [Slip] = []
        if let each = facts.costEach, let outcome = facts.outcome, let people = facts.participants, people.count > 0 {
          let expected = outcome.amount / people.count
          if abs(expected - each.amount) > 1500, abs(expected - each.amount) * 100 > expected / 2 {
            slips.append(
              Slip(
                severity: .material, place: each.row.place, quote: each.row.quote,
                stated: Amounts.text(each.amount, step: 1000), expected: Amounts.text(expected, step: 1000),
                difference: Amounts.text(abs(expected - each.amount), step: 1000),
                message:
                  "Kostnaden per deltagare är \(Amounts.text(each.amount, step: 1000)), men \(Amounts.text(outcome.amount, step: 1000)) genom \(people.count) är \(Amounts.text(expected, step: 1000)).",
                mend: "Rätta det av de tre talen som är fel.", confidence: 82,
                related: [outcome.row.place, people.row.place]))
          }
        }
        if let budget = facts.budget, let outcome = facts.outcome, let deviation = facts.deviation {
          let expected = budget.amount - outcome.amount
          if abs(abs(expected) - abs(deviation.amount)) > 1000 {
            slips.append(
              Slip(
                severity: .material, place: deviation.row.place, quote: deviation.row.quote,
                stated: Amounts.text(deviation.amount, step: 1000), expected: Amounts.text(expected, step: 1000),
                difference: Amounts.text(abs(abs(expected) - abs(deviation.amount)), step: 1000),
                message:
                  "Avvikelsen är \(Amounts.text(deviation.amount, step: 1000)), men budget minus utfall är \(Amounts.text(expected, step: 1000)).",
                mend: "Rätta det av de tre talen som är fel.",
                confidence: 85, related: [budget.row.place, outcome.row.place]))
          }
        }
        return slips
      }
    })
}
