import Association
import Ledger

extension Check {
  static let membersMissing = Check(
    code: "medlemmar-saknas", .error,
    question: "Är förbundets medlemmar inlagda?",
    reason: "Lag 2003:1210 § 3 och § 5: parterna är medlemmar, och bidragen kan inte prövas innan de är kända.",
    mend: "Lägg in medlemmarna, var och en som stat, region eller kommun, och fördelningsnyckeln.",
    slips: { report in
      guard let source = report.source, source.association.members.isEmpty else { return [] }
      return [
        Slip(
          at: "fakta/medlemmar", stated: "ingen", expected: "förbundets medlemmar",
          "Förbundet har inga medlemmar inlagda, så rapporten kan inte säga vilka de är och bidragen inte prövas. "
            + "Lägg in dem.")
      ]
    },
    spoil: { $0.alterAssociation { $0.members = [] } })
}
