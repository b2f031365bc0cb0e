import Ledger
import Statements

extension Check {
  static let surplusOrDeficit = Check(
    code: "overskott-eller-underskott", .error,
    question: "Kallas årets resultat överskott bara när det är positivt, och underskott bara när det är negativt?",
    reason: "LKBR 11:2; ett tal som byter tecken mellan åren byter också ord.",
    mend: "Rätta ordet i texten.",
    slips: { report in
      report.passages.flatMap { passage -> [Slip] in
        let inlines = passage.inlines.flatMap(\.all)
        return inlines.enumerated().compactMap { index, inline in
          guard case .figure(let name, let figure, let printed) = inline, name == "arets-resultat",
            let amount = figure.amount, amount != .zero, index > 0, case .text(let before) = inlines[index - 1]
          else { return nil }
          let words = before.words.suffix(4)
          let isSurplus = words.contains { $0.has("överskott") || $0.has("plusresultat") }
          let isDeficit = words.contains { $0.has("underskott") || $0.has("minusresultat") || $0 == "förlust" }
          guard isSurplus != isDeficit, isSurplus != (amount > .zero) else { return nil }
          let right = amount > .zero ? "överskott" : "underskott"
          return Slip(
            at: passage.place, stated: isSurplus ? "överskott" : "underskott", expected: right,
            "Texten under \(passage.chapterTitle) kallar årets resultat, \(printed), ett "
              + "\(isSurplus ? "överskott" : "underskott"), men det är ett \(right). Rätta ordet.")
        }
      }
    },
    spoil: { report in
      let figure = Figure(.amount(Money(kronor: -400)), origin: .nothing(why: "Exempel."))
      report.type([.text("Året gav ett överskott på "), .figure(name: "arets-resultat", figure, printed: "400 kr")])
    })
}
