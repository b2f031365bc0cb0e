import Ledger

extension Check {
  static let guidanceLeft = Check(
    code: "vagledningstext-kvar", .error,
    question: "Står ingen vägledning från mallen kvar i rapporten?",
    reason: "En granskad rapport trycktes med mallens ord om hur ledamöterna ska skriva under.",
    mend: "Ta bort vägledningen, eller skriv det som den ber om.",
    slips: { report in
      report.everyText.compactMap { place, text in
        guard let phrase = text.guidance else { return nil }
        return Slip(
          at: place, stated: phrase, expected: "ingen vägledning",
          "Vägledning från mallen står kvar: ”\(phrase)”. Ta bort den, eller skriv det som den ber om.")
      }
    },
    spoil: { $0.type("(Då varje ledamot sitter på personligt mandat ska de inte skriva under för en myndighet.)") })
}

extension String {
  /// The words of guidance that stand in the text, or nil.
  fileprivate var guidance: String? {
    let small = lowercased()
    let phrases = [
      "(då varje ledamot", "personligt mandat ska de inte skriva", "[fyll i", "fyll i här", "[skriv", "skriv här",
      "lorem ipsum", "[ange", "(ange ", "[text]", "[namn", "[belopp", "[datum", "här beskrivs", "här beskriver ni",
      "mallen ska", "ta bort denna text", "(exempel:", "vägledning:", "anvisning:", "20xx", "åååå", "{{", "}}",
    ]
    if let phrase = phrases.first(where: { small.has($0) }) { return phrase }
    return words.first { word in ["xx", "xxx", "xxxx", "xxxxx", "nn"].contains(word) }
  }
}
