extension ReviewCheck {
  static let shareOfClosed = ReviewCheck(
    "andel-av-avslutade", kind: "percent-of-stated",
    question: "Är andelen av de avslutade räknad på alla som avslutats?",
    reason: "Sydnärke 2023: 72 procent var antalet; 72 av 92 är 78 procent.",
    spoil: [("75 procent av de deltagare som avslutades", "45 procent av de deltagare som avslutades")],
    find: { report in
      let facts = report.insatsFacts.filter { $0.closed != nil }
      var slips: [Slip] = []
      let met = facts.compactMap { $0.closed?.met }.reduce(0, +)
      let closed = facts.compactMap { $0.closed?.of }.reduce(0, +)
      if facts.count >= 1, closed > 0 {
        for sentence in report.sentences where sentence.cellLabel.isEmpty {
          guard sentence.fold.has("avslut"), sentence.fold.hasAny(["stegforflytt", "mal"]) else { continue }
          guard !sentence.fold.hasAny(["malet ar", "ska ", "minst"]) else { continue }
          for token in sentence.numbers where token.unit == .percent {
            let after = Array(sentence.fold.bytes[token.end..<min(sentence.fold.count, token.end + 50)])
            guard after.starts(with: Array(" av ".utf8)), after.has("deltagar") || after.has("avslut") else { continue }
            guard !People.agrees(token.value, met, closed),
              !facts.contains(where: { $0.closed.map { People.agrees(token.value, $0.met, $0.of) } == true })
            else { continue }
            let means = facts.compactMap { $0.closed.map { People.share($0.met, $0.of) } }
            let mean = means.reduce(0, +) / Int64(max(1, means.count))
            var why: [String] = []
            if token.value.whole == met { why.append("\(met) är antalet, inte andelen.") }
            if facts.count > 1, abs(token.value.thousandths - mean) <= token.value.halfStep + 1 {
              why.append("Det är medelvärdet av insatsernas andelar, som väger en liten insats lika tungt som en stor.")
            }
            slips.append(
              Slip(
                severity: .headline, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
                stated: "\(token.value.text)\u{00A0}%",
                expected: People.percent(met, closed),
                difference: Number(thousandths: abs(token.value.thousandths - People.share(met, closed)), decimals: 1)
                  .text,
                message:
                  "Texten säger \(token.value.text) procent av de avslutade, men insatserna har \(met) av \(closed), som är \(People.percent(met, closed)).",
                innocent: why.joined(separator: " "), mend: "Byt till \(People.percent(met, closed)).", confidence: 88,
                related: facts.compactMap { $0.closed?.row.place }))
          }
        }
      }
      for fact in facts {
        guard let closed = fact.closed else { continue }
        for row in fact.rows where row != closed.row {
          let fold = Fold(row.words.joined(separator: " "))
          guard fold.hasAny(["stegforflytt", "avslut"]) else { continue }
          for token in NumberScanner.tokens(in: fold.bytes) where token.unit == .percent {
            let after = Array(fold.bytes[token.end..<min(fold.count, token.end + 60)])
            guard after.hasAny(["stegforflytt", "avslut"]), !People.agrees(token.value, closed.met, closed.of) else {
              continue
            }
            let apart = abs(token.value.thousandths - People.share(closed.met, closed.of))
            guard apart < 20_000 else { continue }
            slips.append(
              Slip(
                severity: apart > 2000 ? .material : .immaterial, place: row.place, quote: row.quote,
                stated: "\(token.value.text)\u{00A0}%",
                expected: People.percent(closed.met, closed.of),
                difference: Number(thousandths: apart, decimals: 1).text,
                message:
                  "Texten säger \(token.value.text)\u{00A0}%, men \(closed.met) av \(closed.of) avslutade är \(People.percent(closed.met, closed.of)).",
                innocent: apart < 1000 ? "Talet kan ha avrundats två gånger." : "",
                mend: "Byt till \(People.percent(closed.met, closed.of)).", confidence: 82, related: [closed.row.place])
            )
          }
        }
      }
      return slips
    })
}
