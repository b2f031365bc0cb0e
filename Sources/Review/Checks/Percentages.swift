import Ledger

extension ReviewCheck {
  static let percentOfStated = ReviewCheck(
    "procent-av-angivna", kind: "percent-of-stated",
    question: "Är varje procenttal täljaren genom nämnaren som texten anger?",
    reason: "Läsaren ska kunna räkna efter: 36 av 136 är 26 procent.",
    spoil: [("24 av 60 avslutade (40 procent)", "24 av 60 avslutade (44 procent)")],
    find: { report in
      report.sentences.enumerated().flatMap { index, sentence -> [Slip] in
        let bytes = sentence.fold.bytes
        var slips: [Slip] = []
        let tokens = sentence.numbers
        for (order, token) in tokens.enumerated() where token.unit == .percent {
          // `24 av 60 (40 procent)` and `40 procent (24 av 60)`.
          var pair: (part: NumberToken, whole: NumberToken)?
          if let next = pairAfter(order, tokens, bytes) {
            pair = next
          } else if order >= 2, isPart(tokens[order - 2], of: tokens[order - 1], bytes),
            token.range.lowerBound - tokens[order - 1].end < 70,
            !bytes[tokens[order - 1].end..<token.range.lowerBound].contains(41)
          {
            pair = (tokens[order - 2], tokens[order - 1])
          } else if order + 2 < tokens.count, isPart(tokens[order + 1], of: tokens[order + 2], bytes),
            tokens[order + 1].range.lowerBound - token.end < 40,
            bytes[token.end..<tokens[order + 1].range.lowerBound].contains(40)
              || tokens[order + 1].range.lowerBound - token.end < 12
          {
            pair = (tokens[order + 1], tokens[order + 2])
          }
          if let pair {
            let (part, whole) = (pair.part.value.whole, pair.whole.value.whole)
            guard part <= whole, whole > 0, !People.agrees(token.value, part, whole) else { continue }
            // A rest, or a share of something else, is not far from nothing that was said.
            guard !People.agrees(token.value, whole - part, whole),
              abs(token.value.thousandths - People.share(part, whole)) < 25_000
            else { continue }
            slips.append(slip(token, part, whole, sentence, confidence: 82))
            continue
          }
          // `97 individer (71 % av de avslutade)`: the whole was said before.
          guard order >= 1, tokens[order - 1].unit == .none, tokens[order - 1].value.isWhole else { continue }
          let part = tokens[order - 1]
          let between = Array(bytes[part.end..<token.range.lowerBound])
          let after = Array(bytes[token.end..<min(bytes.count, token.end + 40)])
          guard between.count < 30, between.last == 40 || between.dropLast().last == 40,
            after.starts(with: Array(" av ".utf8))
          else { continue }
          let before = report.sentences[max(0, index - 8)...index].filter {
            $0.section == sentence.section && ($0.cellLabel == sentence.cellLabel)
          }
          let wholes = before.flatMap { one in
            one.numbers.filter { $0.unit == .none && $0.value.isWhole && $0.value > part.value }
          }.map(\.value.whole)
          guard !wholes.isEmpty, !wholes.contains(where: { People.agrees(token.value, part.value.whole, $0) }) else {
            continue
          }
          guard
            let nearest = wholes.min(by: {
              abs(People.share(part.value.whole, $0) - token.value.thousandths)
                < abs(People.share(part.value.whole, $1) - token.value.thousandths)
            }),
            abs(People.share(part.value.whole, nearest) - token.value.thousandths) < 8000
          else { continue }
          slips.append(slip(token, part.value.whole, nearest, sentence, confidence: 68))
        }
        // `33 avslutade … 31 har besvarat … svarsfrekvens 94 procent`.
        if sentence.fold.has("svarsfrekvens"), let token = tokens.first(where: { $0.unit == .percent }) {
          let near = report.sentences[max(0, index - 2)...index]
          let counts = near.flatMap {
            $0.numbers.filter { $0.unit == .none && $0.value.isWhole && $0.value.whole >= 5 }
          }.map(\.value.whole)
          let pairs = counts.flatMap { part in counts.filter { $0 >= part }.map { (part, $0) } }.filter { $0.0 != $0.1 }
          if !pairs.isEmpty, pairs.count <= 6, !pairs.contains(where: { People.agrees(token.value, $0.0, $0.1) }),
            let best = pairs.min(by: {
              abs(People.share($0.0, $0.1) - token.value.thousandths)
                < abs(People.share($1.0, $1.1) - token.value.thousandths)
            }),
            abs(People.share(best.0, best.1) - token.value.thousandths) < 15_000
          {
            slips.append(slip(token, best.0, best.1, sentence, confidence: 72))
          }
        }
        return slips
      }
    })

  /// `79,2 procent, 76 av 96`: what stands close behind a percentage, in the same breath, is what it is of.
  private static func pairAfter(_ order: Int, _ tokens: [NumberToken], _ bytes: [UInt8]) -> (
    part: NumberToken, whole: NumberToken
  )? {
    guard order + 2 < tokens.count, isPart(tokens[order + 1], of: tokens[order + 2], bytes) else { return nil }
    let between = Array(bytes[tokens[order].end..<tokens[order + 1].range.lowerBound])
    let isClose = between.count <= 3 && !between.contains(41) && (between.contains(44) || between.contains(40))
    // `24 av 60 (40 procent), 12 av 30`: the pair before has it already.
    let isTaken =
      order >= 2 && isPart(tokens[order - 2], of: tokens[order - 1], bytes)
      && Array(bytes[tokens[order - 1].end..<tokens[order].range.lowerBound]).trimmedBytes.last == 40
    return isClose && !isTaken ? (tokens[order + 1], tokens[order + 2]) : nil
  }

  private static func isPart(_ part: NumberToken, of whole: NumberToken, _ bytes: [UInt8]) -> Bool {
    guard part.unit == .none, whole.unit == .none, part.value.isWhole, whole.value.isWhole,
      part.range.upperBound < whole.range.lowerBound
    else { return false }
    let between = Array(bytes[part.range.upperBound..<whole.range.lowerBound]).trimmedBytes
    let ways = [
      "av", "av de", "av totalt", "av de totalt", "deltagare av", "personer av", "individer av", "av sammanlagt",
      "av vara",
    ]
    return ways.contains { between == Array($0.utf8) }
  }

  private static func slip(_ token: NumberToken, _ part: Int64, _ whole: Int64, _ sentence: Sentence, confidence: Int)
    -> Slip
  {
    let expected = People.percent(part, whole, decimals: min(1, token.value.decimals))
    let apart = abs(token.value.thousandths - People.share(part, whole))
    return Slip(
      severity: apart > 2000 ? .material : .immaterial, place: sentence.place(at: token.range.lowerBound),
      quote: sentence.text, stated: "\(token.value.text)\u{00A0}%", expected: expected,
      difference: Number(thousandths: apart, decimals: 1).text,
      message: "Texten säger \(token.value.text)\u{00A0}%, men \(part) av \(whole) är \(expected).",
      innocent: apart < 1000 ? "Talet kan ha avrundats två gånger." : "",
      mend: "Byt till \(expected), eller rätta antalen.", confidence: confidence)
  }

  static let possiblePercent = ReviewCheck(
    "mojlig-procent", kind: "grim", question: "Kan procenttalet uppstå ur så många svar?",
    reason: "Sydnärke 2023: 98 procent av 31 svar finns inte; 30 av 31 är 97 och 31 av 31 är 100.",
    spoil: [("Har stödet varit till nytta?\t90 %", "Har stödet varit till nytta?\t98 %")],
    find: { report in
      report.tables.flatMap { table -> [Slip] in
        guard table.kind == .survey || table.columns.contains(where: { $0.role == .percent }) else { return [] }
        // A table with a sum is of amounts or counts, and its percentages are parts of that sum.
        guard !table.rows.contains(where: \.isSum), let answers = answers(before: table, report) else { return [] }
        return table.rows.flatMap { row in
          row.cells.compactMap { cell -> Slip? in
            guard let value = cell?.value, cell?.unit == .percent || table.kind == .survey, value.thousandths > 0,
              value.thousandths < 100_000
            else { return nil }
            guard !isPossible(value, answers.count) else { return nil }
            let close = (max(2, answers.count - 3)..<answers.count).reversed().filter { isPossible(value, $0) }
            let any = (2..<max(3, answers.count)).contains { isPossible(value, $0) }
            let below = value.thousandths * answers.count / 100_000
            let expected =
              "\(below) av \(answers.count) är \(People.percent(below, answers.count)), \(below + 1) av \(answers.count) är \(People.percent(below + 1, answers.count))"
            return Slip(
              severity: .material, place: row.place, quote: row.quote, stated: "\(value.text)\u{00A0}%",
              expected: "\(People.percent(below, answers.count)) eller \(People.percent(below + 1, answers.count))",
              message: "\(value.text)\u{00A0}% kan inte uppstå ur \(answers.count) svar: \(expected).",
              innocent: close.isEmpty
                ? (any ? "Långt färre kan ha svarat på just den frågan." : "Inget mindre antal svar ger det heller.")
                : "Det går om bara \(close[0]) svarade på just den frågan.",
              mend: "Räkna om andelen, eller skriv hur många som svarat på frågan.",
              confidence: close.isEmpty ? 85 : 55, related: [answers.place])
          }
        }
      }
    })

  /// Whether some whole number of so many gives that percentage when it is rounded.
  static func isPossible(_ percent: Number, _ count: Int64) -> Bool {
    PrintedPercent(thousandths: percent.thousandths, decimals: percent.decimals).parts(of: count) != nil
  }

  /// How many answered, from the words above the table.
  private static func answers(before table: ReadTable, _ report: PublishedReport) -> (count: Int64, place: Place)? {
    let near = report.sentences.filter {
      $0.place.line < table.place.line && $0.place.line >= table.place.line - 30 && $0.cellLabel.isEmpty
    }
    for sentence in near.reversed() {
      let bytes = sentence.fold.bytes
      for token in sentence.numbers.reversed()
      where token.unit == .none && token.value.isWhole && token.value.whole >= 2 {
        let after = Array(bytes[token.range.upperBound..<min(bytes.count, token.range.upperBound + 40)])
        let before = Array(bytes[max(0, token.range.lowerBound - 6)..<token.range.lowerBound])
        let isAnswered =
          after.hasAny(["besvara", "svarat", "svarande", "respondent", "enkatsvar", " svar "])
          && !after.hasAny(["svarsalternativ"])
        let far = Array(bytes[max(0, token.range.lowerBound - 24)..<token.range.lowerBound])
        if isAnswered || before.hasAny(["n=", "n ="]) || far.hasAny(["besvarades av", "besvarats av"]) {
          return (token.value.whole, sentence.place)
        }
      }
    }
    return nil
  }
}
