import Association
import Ledger
import Statements

extension Check {
  static let negativeBalanceWithoutPlan = Check(
    code: "balanskrav-negativt-utan-plan", .error,
    question: "Säger rapporten hur och när ett negativt balanskravsresultat återställs, eller varför inte?",
    reason: "LKBR 11:11.",
    mend: "Skriv hur och när det återställs, eller skälen och beslutet att inte återställa det.",
    slips: { report in
      guard let result = report.table("balanskrav")?.printed("balanskravsresultat"), result.units < 0,
        !report.saysHowToRestore
      else { return [] }
      return [
        Slip(
          at: "balanskrav/balanskravsresultat", stated: result.text, expected: "en plan eller ett beslut",
          "Balanskravsresultatet är \(result.text), men rapporten säger inte hur och när det återställs eller varför "
            + "det inte ska återställas. Skriv det.")
      ]
    },
    spoil: { report in
      report.alterTable("balanskrav") { $0.set(-5000, in: "balanskravsresultat") }
      report.alterAssociation { $0.balanceRequirements = [] }
      if report.source == nil { report.chapters.removeAll { $0.id == "balanskrav" } }
    })
}

extension AnnualReport {
  /// By the facts where the report is ours, else by its words.
  fileprivate var saysHowToRestore: Bool {
    guard source != nil else {
      return passages.contains { $0.printed.lowercased().hasAny(["återställ", "synnerliga skäl"]) }
    }
    guard let fact = balanceRequirement else { return false }
    return !fact.restoration.isBlank || (fact.exceptionalAmount != .zero && !fact.exceptionalReason.isBlank)
  }
}
