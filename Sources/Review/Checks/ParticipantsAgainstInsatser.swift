extension ReviewCheck {
  static let participantsAgainstInsatser = ReviewCheck(
    "deltagare-mot-insatser", kind: "same-fact", question: "Är alla deltagare summan av insatsernas?",
    reason: "Sydnärke 2023 skrev 155 deltagare; insatserna hade 72 och 81.",
    spoil: [("nått 150 deltagare", "nått 153 deltagare")],
    find: { report in
      let facts = report.insatsFacts.filter { $0.participants != nil }
      var seen: Set<String> = []
      let own = facts.filter { seen.insert($0.name).inserted }
      guard own.count >= 2 else { return [] }
      let sum = own.compactMap { $0.participants?.count }.reduce(0, +)
      return report.sentences.flatMap { sentence -> [Slip] in
        guard sentence.cellLabel.isEmpty, sentence.fold.has("insats") || sentence.fold.has("totalt") else { return [] }
        return sentence.numbers.compactMap { token -> Slip? in
          guard token.unit == .none, token.value.isWhole else { return nil }
          let bytes = sentence.fold.bytes
          let after = Array(bytes[token.range.upperBound..<min(bytes.count, token.range.upperBound + 22)])
          guard after.hasAny(["deltagare", "personer", "individer"]), token.value.whole != sum,
            !own.contains(where: { $0.participants?.count == token.value.whole })
          else { return nil }
          guard abs(token.value.whole - sum) * 100 <= sum * 12, !after.has("nya") else { return nil }
          return Slip(
            severity: .headline, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
            stated: token.value.text, expected: String(sum),
            difference: String(abs(token.value.whole - sum)),
            message:
              "Texten säger \(token.value.text) deltagare, men insatserna har \(own.compactMap { $0.participants.map { String($0.count) } }.joined(separator: " + ")) = \(sum).",
            innocent: "En insats som inte redovisas kan ha deltagare.",
            mend: "Rätta summan, eller nämn vad mer som räknas.", confidence: 85,
            related: own.compactMap { $0.participants?.row.place })
        }
      }
    })
}
