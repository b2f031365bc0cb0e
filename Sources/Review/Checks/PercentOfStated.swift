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
          // `Av de 64 som avslutades gick 28 personer (48 procent) vidare`: the whole stands first.
          if let (part, whole) = partAfterWhole(order, tokens, bytes) {
            if part <= whole, !People.agrees(token.value, part, whole),
              !People.agrees(token.value, whole - part, whole),
              abs(token.value.thousandths - People.share(part, whole)) < 25_000
            {
              slips.append(slip(token, part, whole, sentence, confidence: 78))
            }
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

  /// The count right before a percentage in brackets, and the one that `av de` stands before, where they are the two
  /// last of the sentence's counts.
  private static func partAfterWhole(_ order: Int, _ tokens: [NumberToken], _ bytes: [UInt8]) -> (Int64, Int64)? {
    guard order >= 2 else { return nil }
    let (whole, part) = (tokens[order - 2], tokens[order - 1])
    guard whole.unit == .none, part.unit == .none, whole.value.isWhole, part.value.isWhole, whole.value.whole > 0 else {
      return nil
    }
    let head = Array(bytes[max(0, whole.range.lowerBound - 16)..<whole.range.lowerBound]).trimmedBytes
    let isOf = ["av de", "av dem", "av dessa", "av totalt", "av samtliga", "av alla", "av"].contains { words in
      let phrase = Array(words.utf8)
      return head.count >= phrase.count && Array(head.suffix(phrase.count)) == phrase
        && (head.count == phrase.count || !head[head.count - phrase.count - 1].isWordByte)
    }
    let between = Array(bytes[part.end..<tokens[order].range.lowerBound])
    let middle = Array(bytes[whole.end..<part.range.lowerBound])
    // `40 kvinnor av 60 …` has its part before; a new sentence or another subject has its own whole.
    return isOf && between.count < 30 && between.last == 40 && middle.count < 90 && !middle.has(";")
      ? (part.value.whole, whole.value.whole) : nil
  }

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
}
