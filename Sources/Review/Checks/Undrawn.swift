extension ReviewCheck {
  static let undrawn = ReviewCheck(
    "ej-avropat", kind: "wrong-row",
    question: "Är det ej avropade i texten summan av projektuppföljningens differenser?",
    reason: "Blekinge 2022 skrev 509 tkr, budgetens avvikelse, där projektuppföljningen gav 622 tkr.",
    spoil: [("200 tkr i beviljade projektmedel som ej avropats", "290 tkr i beviljade projektmedel som ej avropats")],
    find: { report in
      guard let table = report.table(.projectNote), let difference = table.column(.deviation) else { return [] }
      let rows = table.rows.filter { !$0.isSum }
      let values = rows.compactMap { $0.term(difference) }
      let net = values.reduce(0, +) &* table.kronor
      let positive = values.filter { $0 > 0 }.reduce(0, +) &* table.kronor
      guard !values.isEmpty, net != 0 else { return [] }
      return report.sentences.flatMap { sentence -> [Slip] in
        let fold = sentence.fold
        guard sentence.cellLabel.isEmpty, fold.hasAny(["avropa", "forbruka", "nyttja", "upparbeta"]),
          fold.hasAny(["_ej ", "_inte ", "outnyttja", "oforbruka", "ouppar"]),
          fold.hasAny(["projekt", "insats"]),
          let mark = fold.find("avropa") ?? fold.find("forbruka") ?? fold.find("nyttja") ?? fold.find("upparbeta"),
          let token = sentence.numbers.last(where: { $0.unit.kronor != nil && $0.range.lowerBound < mark })
            ?? sentence.numbers.first(where: { $0.unit.kronor != nil })
        else { return [] }
        let step = 1000 * (token.unit.kronor ?? 1)
        let amount = token.value.magnitude.thousandths * (token.unit.kronor ?? 1)
        guard abs(amount - abs(net)) > step, abs(amount - positive) > step, mark - token.end < 90 else { return [] }
        // One project's own amount is named beside the project.
        guard !values.contains(where: { abs($0 &* table.kronor - amount) <= step }) else { return [] }
        guard amount * 4 > abs(net), amount < abs(net) * 4 else { return [] }
        let printed = Amounts.text(amount, step: step)
        let expected = Amounts.text(net, step: step)
        return [
          Slip(
            severity: .material, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
            stated: printed, expected: expected,
            difference: Amounts.text(abs(amount - net), step: step),
            message:
              "Texten säger att \(printed) inte har avropats, men projektuppföljningens differenser är \(expected).",
            innocent: "Talet kan vara avvikelsen mot budget, som är något annat än mot beviljad ram.",
            mend: "Ta summan av differenserna, eller säg vad talet är.",
            confidence: 66, related: [table.place])
        ]
      }
    })
}
