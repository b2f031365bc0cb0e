extension ReviewCheck {
  static let surplusOrDeficit = ReviewCheck(
    "overskott-eller-underskott", kind: "sign", question: "Heter ett plus överskott och ett minus underskott?",
    reason: "Ordet och tecknet ska säga samma sak.",
    spoil: [("ett resultat på 300 000 kr", "ett underskott på 300 000 kr")],
    find: { report in
      guard let result = report.stated(.incomeStatement, "result_for_year"), result.amount != 0 else { return [] }
      return report.sentences.flatMap { sentence -> [Slip] in
        guard sentence.cellLabel.isEmpty else { return [] }
        return sentence.numbers.enumerated().compactMap { order, token -> Slip? in
          guard let kronor = token.unit.kronor else { return nil }
          let start = order > 0 ? sentence.numbers[order - 1].end : 0
          let window = Array(sentence.fold.bytes[max(start, token.range.lowerBound - 60)..<token.range.lowerBound])
          let amount = abs(token.value.thousandths) * kronor
          guard abs(amount - abs(result.amount)) <= max(token.step ?? 1000, result.step),
            !window.hasAny(["budget", "prognos", "ackumul"])
          else { return nil }
          let plus = window.hasAny(["_overskott", "plusresultat", "positivt resultat"])
          let minus = window.hasAny(["_underskott", "minusresultat", "negativt resultat"])
          guard plus != minus, plus != (result.amount > 0) else { return nil }
          return Slip(
            severity: .headline, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
            stated: plus ? "överskott" : "underskott", expected: plus ? "underskott" : "överskott",
            message:
              "Texten kallar \(Amounts.text(amount, step: token.step ?? 1000)) ett \(plus ? "överskott" : "underskott"), men resultatet är \(Amounts.text(result.amount, step: result.step)).",
            mend: "Byt ordet eller tecknet.", confidence: 82,
            related: [result.row.place])
        }
      }
    })
}
