import Ledger
import Statements

extension Check {
  static let resultWithoutFinancialNet = Check(
    code: "text-resultat-utan-finansnetto", .warning,
    question: "Går texten ihop när den säger intäkter, kostnader och resultat i samma stycke?",
    reason:
      "2023 sa texten 5 222 000 kr i intäkter och 4 920 564 kr i kostnader, vilket ger 308 788 kr: 7 352 kr fattas.",
    mend: "Nämn finansnettot också, eller säg verksamhetens resultat i stället.",
    slips: { report in
      guard let table = report.table("resultatrakning"), let income = table.printed("verksamhetens-intakter"),
        let costs = table.printed("verksamhetens-kostnader"), let result = table.printed("arets-resultat")
      else { return [] }
      let right = Printed(units: income.units &- abs(costs.units), unit: income.unit)
      guard (right.units &- result.units).magnitude > 1 else { return [] }
      return report.passages.compactMap { passage in
        let text = passage.printed
        guard !text.lowercased().hasAny(["finans", "ränt", "avskriv", "extraordinär"]) else { return nil }
        let numbers = text.typedNumbers
        let says = [income, costs, result].allSatisfy { sought in
          let figure = Figure(
            .amount(Money(ore: sought.units &* sought.unit.ore)), printedUnits: sought.units,
            origin: .nothing(why: "Sökt belopp."))
          return numbers.contains { $0.isAmount && $0.decimals == 0 && $0.matches(figure) }
        }
        guard says else { return nil }
        let difference = Printed(units: result.units &- right.units, unit: result.unit).text
        return Slip(
          at: passage.place, stated: result.text, expected: right.text, difference: difference,
          "Texten under \(passage.chapterTitle) säger intäkter, kostnader och resultatet \(result.text), men intäkter "
            + "minus kostnader är \(right.text): finansnettot \(difference) fattas. Nämn det också.")
      }
    },
    spoil: { report in
      guard let table = report.table("resultatrakning"), let income = table.printed("verksamhetens-intakter"),
        let costs = table.printed("verksamhetens-kostnader"), let result = table.printed("arets-resultat")
      else { return }
      report.type("Intäkterna var \(income.text) och kostnaderna \(costs.text), vilket ger \(result.text).")
    })
}
