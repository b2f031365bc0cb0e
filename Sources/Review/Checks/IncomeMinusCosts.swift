extension ReviewCheck {
  static let incomeMinusCosts = ReviewCheck(
    "intakter-minus-kostnader", kind: "text-sum",
    question: "Är resultatet i en mening intäkterna minus kostnaderna i samma mening?",
    reason:
      "Sydnärke 2023: intäkter och kostnader i meningen gav 301 436 kr, meningen sade 308 788 kr; finansnettot fattades.",
    spoil: [
      (
        "intäkter på 10 000 000 kr. Kostnaderna uppgick till 9 700 000 kr, vilket ger ett resultat på 300 000 kr",
        "intäkter på 10 000 000 kr. Kostnaderna uppgick till 9 650 000 kr, vilket ger ett resultat på 300 000 kr"
      )
    ],
    find: { report in
      var slips: [Slip] = []
      var income: (Int64, Int)?
      var costs: (Int64, Int)?
      for (index, sentence) in report.sentences.enumerated() where sentence.cellLabel.isEmpty {
        for (order, token) in sentence.numbers.enumerated() {
          guard let kronor = token.unit.kronor else { continue }
          let start = order > 0 ? sentence.numbers[order - 1].end : 0
          let window = Array(sentence.fold.bytes[max(start, token.range.lowerBound - 90)..<token.range.lowerBound])
          guard let topic = topic(in: window)?.0, !window.has("budget") else { continue }
          let amount = abs(token.value.thousandths) * kronor
          switch topic.key {
          case "income", "contributions": income = (amount, index)
          case "costs": costs = (amount, index)
          case "result":
            guard let income, let costs, index - income.1 <= 2, index - costs.1 <= 1,
              window.hasAny(["ger ", "gav ", "innebar", "medfor", "darmed", "saledes", "leder till"])
            else { continue }
            let expected = income.0 - costs.0
            let step = token.step ?? 1000
            guard abs(abs(expected) - amount) > 2 * step, abs(expected - amount) * 100 < max(amount, abs(expected)) * 60
            else { continue }
            let net = report.financialNet(.current)
            let isNet = net.map { abs(abs(amount - expected) - abs($0)) <= 2 * step } ?? false
            slips.append(
              Slip(
                severity: .immaterial, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
                stated: Amounts.text(amount, step: step), expected: Amounts.text(expected, step: step),
                difference: Amounts.text(abs(expected - amount), step: step),
                message:
                  "Meningens intäkter och kostnader ger \(Amounts.text(expected, step: step)), men den säger \(Amounts.text(amount, step: step)).",
                innocent: isNet
                  ? "Skillnaden är finansnettot, som meningen inte nämner; resultatet självt är rätt."
                  : "Något mer kan ingå i resultatet.", mend: "Nämn det som fattas, eller rätta talet.", confidence: 78)
            )
          default: break
          }
        }
      }
      return slips
    })
}
