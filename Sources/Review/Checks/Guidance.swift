extension ReviewCheck {
  static let guidance = ReviewCheck(
    "malltext", kind: "guidance", question: "Har mallens anvisningar tagits bort?",
    reason: "En granskad rapport tryckte anvisningen om hur ledamöter ska skriva under.",
    spoil: [("Vi intygar att", "(Fyll i här vem som skriver under.) Vi intygar att")],
    find: { report in
      report.sentences.compactMap { sentence in
        guard let words = Vocabulary.guidance.first(where: { sentence.fold.has($0) }) else { return nil }
        let quote = sentence.text
        return Slip(
          severity: .formal, place: sentence.place, quote: quote, stated: words, expected: "ingen anvisning",
          message: "Meningen ser ut att vara en anvisning ur mallen.", innocent: "Den kan vara förbundets egen.",
          mend: "Ta bort den.", confidence: 62)
      }
    })
}
