import Ledger

extension ReviewCheck {
  static let possiblePercent = ReviewCheck(
    "mojlig-procent", kind: "grim", question: "Kan procenttalet uppstå ur så många svar?",
    reason: "Sydnärke 2023: 98 procent av 31 svar finns inte; 30 av 31 är 97 och 31 av 31 är 100.",
    spoil: [("Har stödet varit till nytta?\t90 %", "Har stödet varit till nytta?\t98 %")],
    find: { report in
      report.tables.flatMap { table -> [Slip] in
        let shares = table.rows.flatMap(\.cells).compactMap { $0 }
        let isSurvey = table.kind == .survey || (!shares.isEmpty && shares.allSatisfy { $0.unit == .percent })
        guard isSurvey || table.columns.contains(where: { $0.role == .percent }) else { return [] }
        // A table with a sum is of amounts or counts, and its percentages are parts of that sum.
        guard !table.rows.contains(where: \.isSum), let all = answers(before: table, report) else { return [] }
        return table.rows.flatMap { row in
          row.cells.enumerated().compactMap { column, cell -> Slip? in
            guard let value = cell?.value, cell?.unit == .percent || isSurvey, value.thousandths > 0,
              value.thousandths < 100_000
            else { return nil }
            // Women and men have answered so many each, where that is said; where it is not, theirs cannot be tried.
            let role = column < table.columns.count ? table.columns[column].role : .other
            guard let own = role == .women ? all.women : role == .men ? all.men : all.count else { return nil }
            let answers = (count: own, place: all.place)
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
  private static func answers(before table: ReadTable, _ report: PublishedReport) -> (
    count: Int64, women: Int64?, men: Int64?, place: Place
  )? {
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
        if isAnswered || before.hasAny(["n=", "n =", "n:", "n :"]) || far.hasAny(["besvarades av", "besvarats av"]) {
          func count(_ sex: String) -> Int64? {
            let found = sentence.numbers.filter { one in
              one.unit == .none && one.value.isWhole && one.value <= token.value
                && Array(bytes[one.end..<min(bytes.count, one.end + 8)]).starts(with: Array(sex.utf8))
            }
            return found.count == 1 ? found[0].value.whole : nil
          }
          return (token.value.whole, count(" kvinn"), count(" man"), sentence.place)
        }
      }
    }
    return nil
  }
}
