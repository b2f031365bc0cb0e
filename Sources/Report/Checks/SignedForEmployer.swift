import Association
import Ledger

extension Check {
  static let signedForEmployer = Check(
    code: "underskrift-arbetsgivare", .warning,
    question: "Skriver ledamöterna under med sin funktion i styrelsen, inte för sin arbetsgivare?",
    reason: "En ledamot svarar personligen i styrelsen; i en granskad rapport stod FK, VG region och AF.",
    mend: "Skriv funktionen i styrelsen: ordförande, vice ordförande, ledamot.",
    slips: { report in
      let members = report.source?.association.members.map { $0.name.normalized } ?? []
      return report.boardSignatories.compactMap { signatory in
        let function = signatory.function.normalized
        let words = function.words
        let isEmployer =
          words.contains { ["fk", "af", "försäkringskassan", "arbetsförmedlingen"].contains($0) }
          || words.contains { $0.has("region") || $0.ends(in: "kommun") }
          || members.contains { !$0.isEmpty && function.has($0) }
        guard isEmployer else { return nil }
        return Slip(
          at: "fakta/underskrift/\(signatory.function)", stated: signatory.function,
          expected: "en funktion i styrelsen",
          "Underskriften anger \(signatory.function), men en ledamot skriver under för styrelsen och inte för sin "
            + "arbetsgivare. Skriv funktionen: ordförande, vice ordförande eller ledamot.")
      }
    },
    spoil: { $0.facts.signatories.append(ReportFacts.Signatory(function: "Ledamot, Försäkringskassan")) })
}

extension AnnualReport {
  /// Who signs for the board.
  var boardSignatories: [ReportFacts.Signatory] { facts.signatories.filter { $0.appointedBy.isEmpty } }
}
