import Association
import Ledger
import Statements

extension Check {
  static let budgetBalanceInText = Check(
    code: "text-sager-balans", .warning,
    question: "Säger texten att ekonomin är i balans bara när den är det?",
    reason: "2022 sa texten att budgeten varit i balans, medan resultatet var −2 422 563 kr.",
    mend: "Skriv vad resultatet blev och varför.",
    slips: { report in
      guard let result = report.table("resultatrakning")?.printed("arets-resultat"), result.units < 0 else { return [] }
      return report.passages.compactMap { passage in
        let text = passage.printed.lowercased()
        let said = ["budgeten har varit i balans", "budget i balans", "ekonomin är i balans", "ekonomi i balans uppnå"]
        guard let phrase = said.first(where: { text.has($0) }) else { return nil }
        return Slip(
          at: passage.place, stated: phrase, expected: result.text,
          "Texten under \(passage.chapterTitle) säger ”\(phrase)”, men årets resultat är \(result.text). "
            + "Skriv vad resultatet blev och varför.")
      }
    },
    spoil: { report in
      report.alterTable("resultatrakning") { $0.set(-4000, in: "arets-resultat") }
      report.type("Budgeten har varit i balans under året.")
    })
}
