import Association
import Ledger

extension Check {
  static let signatureBeforeDecision = Check(
    code: "beslut-fore-underskrift", .error,
    question: "Är rapporten underskriven tidigast den dag den beslutades?",
    reason: "Styrelsen skriver under den årsredovisning den har beslutat (lag 2003:1210 § 24).",
    mend: "Rätta dagen för beslutet eller dagen för underskriften.",
    slips: { report in
      guard let decided = report.facts.decision.date, let signed = report.facts.signedOn, signed < decided else {
        return []
      }
      return [
        Slip(
          at: "fakta/underskrift", stated: signed.text, expected: "tidigast \(decided.text)",
          "Rapporten är underskriven den \(Numerals.date(signed)) men beslutad först den \(Numerals.date(decided)). "
            + "Rätta den dag som är fel.")
      ]
    },
    spoil: { report in
      let next = report.year.last.next
      report.facts.decision.date = next.next
      report.facts.signedOn = next
    })
}
