extension ReviewCheck {
  static let signatures = ReviewCheck(
    "underskrifter", kind: "signatures", question: "Skriver var och en under en gång, och för styrelsen?",
    reason: "En granskad rapport undertecknades med arbetsgivarens namn; en ledamot sitter på personligt mandat.",
    spoil: [("Bo Berg\n\nLedamot", "Bo Berg\n\nLedamot, Försäkringskassan")],
    find: { report in
      var slips: [Slip] = []
      var seen: [String: Place] = [:]
      for signature in report.signatures {
        let role = Fold(signature.role)
        if role.hasAny(["ledamot", "ersattare", "ordforande"]), !role.hasAny(["revisor", "utsedd"]),
          Vocabulary.employers.contains(where: { role.has($0) })
        {
          slips.append(
            Slip(
              severity: .formal, place: signature.place, quote: signature.role, stated: signature.role,
              expected: "funktionen i styrelsen",
              message: "Underskriften anger en arbetsgivare. En ledamot skriver under för styrelsen.",
              mend: "Skriv bara funktionen.", confidence: 60))
        }
        let name = Fold(signature.name).text
        if let first = seen[name], abs(first.line - signature.place.line) > 3 {
          slips.append(
            Slip(
              severity: .formal, place: signature.place, quote: signature.name, stated: signature.name,
              expected: "en gång", message: "\(signature.name) står två gånger bland underskrifterna.",
              mend: "Ta bort den ena.", confidence: 60, related: [first]))
        } else {
          seen[name] = signature.place
        }
      }
      return slips
    })
}
