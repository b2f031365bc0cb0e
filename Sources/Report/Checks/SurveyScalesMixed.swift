import Association
import Ledger

extension Check {
  static let surveyScalesMixed = Check(
    code: "enkat-skalor-blandas", .warning,
    question: "Har enkäter som jämförs samma skala och samma gräns för ett positivt svar?",
    reason:
      "De nationella indikatorerna har sex steg och räknar de två översta; egna enkäter räknar ofta de tre översta.",
    mend: "Ge enkäterna olika namn, eller skriv att de inte kan jämföras.",
    slips: { report in
      let surveys = report.source?.association.surveys ?? []
      return surveys.enumerated().compactMap { index, survey in
        let other = surveys[..<index].first {
          ($0.id == survey.id || $0.title.normalized == survey.title.normalized)
            && ($0.scale != survey.scale || $0.positiveFrom != survey.positiveFrom)
        }
        guard let other else { return nil }
        return Slip(
          at: "enkat-\(survey.id)/\(survey.year)",
          stated: "\(survey.scale.count) steg, positivt från \(survey.positiveFrom)",
          expected: "\(other.scale.count) steg, positivt från \(other.positiveFrom)",
          "\(survey.title) \(survey.year) har \(survey.scale.count) steg och räknar från steg \(survey.positiveFrom), "
            + "men \(other.year) hade den \(other.scale.count) steg från steg \(other.positiveFrom). "
            + "De kan inte jämföras: ge dem olika namn.")
      }
    },
    spoil: { report in
      report.alterAssociation { association in
        guard var survey = association.surveys.first else { return }
        survey.year -= 1
        survey.scale.append("Ett steg till")
        association.surveys.append(survey)
      }
    })
}
