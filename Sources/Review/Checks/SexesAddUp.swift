extension ReviewCheck {
  static let sexesAddUp = ReviewCheck(
    "kon-mot-totalt", kind: "sexes-add-up", question: "Är kvinnor och män tillsammans alla?",
    reason: "Delar ska ge helheten, i tabeller och i meningar.",
    spoil: [("84 nya deltagare (50 kvinnor och 34 män)", "84 nya deltagare (52 kvinnor och 34 män)")],
    find: { report in report.sentences.flatMap(inSentence) + report.tables(.participants).flatMap { inTable($0) } })

  private static func inTable(_ table: ReadTable) -> [Slip] {
    guard let women = table.column(.women), let men = table.column(.men), let total = table.column(.total) else {
      return []
    }
    guard !table.withholdsCounts else { return [] }
    let others = table.columns.indices.filter { table.columns[$0].role == .other && $0 < total }
    return table.rows.compactMap { row in
      guard let all = row.value(total), all.isWhole, row.cells[women] != nil || row.cells[men] != nil else {
        return nil
      }
      let isPercent = [women, men, total].contains { row.cells[$0]?.unit == .percent }
      guard !isPercent else { return nil }
      let parts = (row.term(women) ?? 0) + (row.term(men) ?? 0)
      let rest = others.compactMap { row.term($0) }.reduce(0, +)
      guard parts != all.thousandths, parts + rest != all.thousandths else { return nil }
      // A column of percentages is no count.
      guard parts > 0, abs(parts - all.thousandths) * 3 < max(all.thousandths, 3000) else { return nil }
      return Slip(
        severity: .material, place: row.place, quote: row.quote, stated: all.text,
        expected: Number(thousandths: parts).text,
        difference: Number(thousandths: abs(parts - all.thousandths)).text,
        message: "\(row.label): kvinnor och män är \(Number(thousandths: parts).text), men totalt står \(all.text).",
        innocent: "En tredje grupp, utan uppgift om kön, kan fattas.", mend: "Rätta det av talen som är fel.",
        confidence: 82)
    }
  }

  private static func inSentence(_ sentence: Sentence) -> [Slip] {
    let bytes = sentence.fold.bytes
    let tokens = sentence.numbers
    var slips: [Slip] = []
    func sex(_ token: NumberToken) -> Character? {
      let after = Array(bytes[token.end..<min(bytes.count, token.end + 9)])
      if after.starts(with: Array(" kvinn".utf8)) { return "k" }
      if after.starts(with: Array(" man".utf8)), after.count < 5 || !after[4].isLetterByte { return "m" }
      return nil
    }
    guard tokens.count >= 2 else { return [] }
    for index in 0..<(tokens.count - 1) {
      let (one, two) = (tokens[index], tokens[index + 1])
      guard let left = sex(one), let right = sex(two), left != right, two.range.lowerBound - one.end < 24 else {
        continue
      }
      let joint = Array(bytes[one.end..<two.range.lowerBound])
      guard joint.hasAny([" och", "/", "respektive", "resp."]) || joint.count <= 12 && !joint.contains(46) else {
        continue
      }
      if one.unit == .percent, two.unit == .percent {
        let sum = one.value.thousandths + two.value.thousandths
        guard abs(sum - 100_000) > 1000, sum > 90_000, sum < 110_000 else { continue }
        slips.append(
          Slip(
            severity: .material, place: sentence.place(at: one.range.lowerBound), quote: sentence.text,
            stated: Number(thousandths: sum).text + "\u{00A0}%", expected: "100\u{00A0}%",
            difference: Number(thousandths: abs(sum - 100_000)).text,
            message: "Kvinnor och män är tillsammans \(Number(thousandths: sum).text)\u{00A0}%.",
            innocent: "En tredje grupp, utan uppgift om kön, kan fattas.",
            mend: "Rätta andelarna, eller nämn den grupp som fattas.", confidence: 70))
        continue
      }
      guard one.unit == .none, two.unit == .none, index > 0 else { continue }
      let all = tokens[index - 1]
      let between = Array(bytes[all.end..<one.range.lowerBound])
      guard all.unit == .none, all.value.isWhole, all.value >= one.value, between.count < 60,
        between.has("(") || between.has("varav") || between.has("fordela") || isPeople(between)
      else { continue }
      let sum = one.value.thousandths + two.value.thousandths
      guard sum != all.value.thousandths, sum * 10 > all.value.thousandths * 7, !between.has(")") else { continue }
      slips.append(
        Slip(
          severity: .material, place: sentence.place(at: all.range.lowerBound), quote: sentence.text,
          stated: all.value.text, expected: Number(thousandths: sum).text,
          difference: Number(thousandths: abs(sum - all.value.thousandths)).text,
          message:
            "Texten säger \(all.value.text), men \(one.value.text) och \(two.value.text) är \(Number(thousandths: sum).text).",
          innocent: "En tredje grupp, utan uppgift om kön, kan fattas.", mend: "Rätta det av talen som är fel.",
          confidence: 85))
    }
    return slips
  }

  /// `64 personer påbörjade en insats, 38 kvinnor och 27 män`: people, and a comma before their parts.
  private static func isPeople(_ between: [UInt8]) -> Bool {
    let words = between.trimmedBytes
    return words.last == UInt8(ascii: ",") && !words.contains(UInt8(ascii: "."))
      && words.hasAny(["person", "deltagare", "individ", "manniskor"])
  }
}
