import Association
import Ledger

extension Check {
  static let signaturesMissing = Check(
    code: "underskrift-saknas", .error,
    question: "Har rapporten underskriftsrader för styrelsen, med ordföranden bland dem?",
    reason: "Lag 2003:1210 § 24; för den statliga sidan ska styrelsen ha skrivit under före revisionsberättelsen.",
    mend: "Lägg till dem som skriver under, var och en med sin funktion.",
    slips: { report in
      let signatories = report.boardSignatories
      guard !signatories.isEmpty else {
        return [
          Slip(
            at: "fakta/underskrift", stated: "ingen", expected: "styrelsens ledamöter",
            "Rapporten har ingen som skriver under för styrelsen. Lägg till ledamöterna med funktion.")
        ]
      }
      guard
        !signatories.contains(where: {
          $0.function.normalized == "ordförande" || $0.function.words.first == "ordförande"
        })
      else { return [] }
      return [
        Slip(
          at: "fakta/underskrift/ordforande", stated: "ingen ordförande", expected: "ordförande", severity: .warning,
          "Ingen skriver under som ordförande. Lägg till ordföranden, eller svara med varför.")
      ]
    },
    spoil: { report in
      report.facts.signatories = []
      report.chapters.removeAll { $0.id == "underskrift" }
    })
}
