import Association
import Ledger

extension Check {
  static let signatureTwice = Check(
    code: "underskrift-dubblett", .warning,
    question: "Skriver ingen under två gånger, och finns bara en ordförande?",
    reason: "En styrelse har en ordförande (lag 2003:1210 § 17).",
    mend: "Ta bort den underskrift som står två gånger.",
    slips: { report in
      let signatories = report.boardSignatories
      return signatories.enumerated().compactMap { index, signatory in
        let earlier = signatories[..<index]
        let isNameTwice =
          !signatory.name.isBlank && earlier.contains { $0.name.normalized == signatory.name.normalized }
        let isChair = signatory.function.normalized == "ordförande"
        guard isNameTwice || (isChair && earlier.contains { $0.function.normalized == "ordförande" }) else {
          return nil
        }
        return Slip(
          at: "fakta/underskrift/\(index + 1)", stated: signatory.function, expected: "en gång",
          "Underskriften \(signatory.function) står två gånger. Ta bort den ena.")
      }
    },
    spoil: { report in
      report.facts.signatories += [
        ReportFacts.Signatory(function: "Ordförande"), ReportFacts.Signatory(function: "Ordförande"),
      ]
    })
}
