import Association
import Ledger

extension Check {
  static let exceptionalReasonsUndecided = Check(
    code: "balanskrav-synnerliga-skal-utan-beslut", .error,
    question: "Pekar synnerliga skäl på ett beslut, och sägs skälen?",
    reason: "LKBR 11:11: rapporten ska säga varför ett underskott inte återställs; det är styrelsens beslut.",
    mend: "Skriv in beslutets dag och paragraf och skälen bland uppgifterna om balanskravet.",
    slips: { report in
      guard let fact = report.balanceRequirement, fact.exceptionalAmount != .zero else { return [] }
      let amount = Numerals.kronor(fact.exceptionalAmount)
      var slips: [Slip] = []
      if fact.exceptionalDecision.date == nil || fact.exceptionalDecision.paragraph.isBlank {
        slips.append(
          Slip(
            at: "balanskrav/synnerliga-skal", stated: "inget beslut", expected: "dag och paragraf",
            "Synnerliga skäl åberopas för \(amount), men beslutets dag och paragraf fattas. Skriv in dem."))
      }
      if fact.exceptionalReason.isBlank {
        slips.append(
          Slip(
            at: "balanskrav/synnerliga-skal/skal", stated: "inga skäl", expected: "skälen i ord",
            "Synnerliga skäl åberopas för \(amount), men skälen sägs inte. Skriv in dem."))
      }
      return slips
    },
    spoil: { report in
      let year = report.year.number
      report.alterAssociation { association in
        var fact = BalanceRequirement(year: year)
        fact.exceptionalAmount = Money(kronor: 1000)
        association.balanceRequirements.removeAll { $0.year == year }
        association.balanceRequirements.append(fact)
      }
    })
}

extension AnnualReport {
  /// What the board has said of the year's balance requirement.
  var balanceRequirement: BalanceRequirement? {
    source?.association.balanceRequirements.first { $0.year == year.number }
  }
}
