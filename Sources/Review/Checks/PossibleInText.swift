extension ReviewCheck {
  static let possibleInText = ReviewCheck(
    "mojlig-procent-i-text", kind: "grim", question: "Kan procenttalet i en mening uppstå ur det antal som den anger?",
    reason: "73,0 procent av 15 finns inte: 10 av 15 är 66,7 och 11 av 15 är 73,3.",
    spoil: [("90 procent av 31 svarande", "98 procent av 31 svarande")],
    find: { report in
      report.sentences.flatMap { sentence -> [Slip] in
        let bytes = sentence.fold.bytes
        let tokens = sentence.numbers
        var slips: [Slip] = []
        var asked: Int64?
        for (order, token) in tokens.enumerated() {
          if token.unit != .percent { continue }
          let next = order + 1 < tokens.count ? tokens[order + 1] : nil
          if let next, let count = base(of: token, next, bytes) {
            // `90 procent av de 29 svarande … och 64 procent …`: what follows in the sentence is of them too.
            let noun = Array(bytes[next.end..<min(bytes.count, next.end + 12)])
            asked = noun.hasAny(["svarande", "svar ", "respondent"]) ? count : nil
            if let slip = slip(token, of: count, sentence, confidence: 78) { slips.append(slip) }
          } else if let count = asked, next == nil || next?.unit == .percent {
            if let slip = slip(token, of: count, sentence, confidence: 62) { slips.append(slip) }
          } else {
            asked = nil
          }
        }
        return slips
      }
    })

  /// What a percentage is of, where the number right behind it says so: `90 procent av 31`.
  private static func base(of percent: NumberToken, _ base: NumberToken, _ bytes: [UInt8]) -> Int64? {
    guard base.unit == .none, base.value.isWhole, (2...400).contains(base.value.whole) else { return nil }
    let between = Array(bytes[percent.end..<base.range.lowerBound]).trimmedBytes
    guard ["av", "av de", "av totalt", "av dessa"].contains(where: { between == Array($0.utf8) }) else { return nil }
    // `98 procent av 31 av 40`: then the number is a part and not the whole.
    let after = Array(bytes[base.range.upperBound..<min(bytes.count, base.range.upperBound + 4)])
    return after.starts(with: Array(" av ".utf8)) ? nil : base.value.whole
  }

  private static func slip(_ percent: NumberToken, of count: Int64, _ sentence: Sentence, confidence: Int) -> Slip? {
    let said = percent.value
    guard said.thousandths > 0, said.thousandths < 100_000, !isPossible(said, count) else { return nil }
    let below = said.thousandths * count / 100_000
    let decimals = min(1, said.decimals)
    let low = People.percent(below, count, decimals: decimals)
    let high = People.percent(below + 1, count, decimals: decimals)
    return Slip(
      severity: .material, place: sentence.place(at: percent.range.lowerBound), quote: sentence.text,
      stated: "\(said.text)\u{00A0}%", expected: "\(low) eller \(high)",
      message: "\(said.text)\u{00A0}% kan inte uppstå ur \(count): \(below) av \(count) är \(low), "
        + "\(below + 1) av \(count) är \(high).",
      innocent: "Färre kan ha svarat på just den frågan.", mend: "Räkna om andelen, eller skriv vad den är av.",
      confidence: confidence)
  }
}
