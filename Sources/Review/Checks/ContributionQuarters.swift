extension ReviewCheck {
  static let contributionQuarters = ReviewCheck(
    "bidragsnyckel", kind: "contribution-key",
    question: "Betalar staten hälften, regionen en fjärdedel och kommunerna en fjärdedel?",
    reason: "Lag (2003:1210) 5 §.",
    spoil: [
      ("Region Norr\t2 500 000\t2 500 000", "Region Norr\t2 300 000\t2 300 000"),
      ("Summa\t10 000 000\t10 000 000", "Summa\t9 800 000\t9 800 000"),
    ],
    find: { report in
      for table in report.contributionTables {
        guard let column = table.column(.current) ?? table.columns.indices.first,
          let rows = report.contributions(in: table, column: column),
          let regionRow = rows.last(where: { $0.payer == .region })?.row
        else { continue }
        func sum(_ payer: ReadContribution.Payer) -> Int64 {
          rows.filter { $0.payer == payer }.compactMap { $0.row.term(column) }.reduce(0, +)
        }
        let (state, region, municipalities) = (sum(.state), sum(.region), sum(.municipality))
        let all = state + region + municipalities
        let places = rows.map(\.row.place)
        let slack = max(all / 1000, 3000)
        guard abs(state * 2 - all) > slack || abs(region * 4 - all) > slack || abs(municipalities * 4 - all) > slack
        else { return [] }
        let shares = [state, region, municipalities].map {
          Number(thousandths: Amounts.rounded($0 * 1000 / (all / 100), to: 100), decimals: 1).text
        }
        return [
          Slip(
            severity: .material, place: regionRow.place, quote: regionRow.quote,
            stated: shares.map { "\($0)\u{00A0}%" }.joined(separator: ", "),
            expected: "50\u{00A0}%, 25\u{00A0}%, 25\u{00A0}%",
            difference: Amounts.text(
              max(abs(state - all / 2), abs(region - all / 4), abs(municipalities - all / 4)) &* table.kronor,
              step: 1000 * table.kronor),
            message:
              "Staten, regionen och kommunerna betalar \(shares.joined(separator: ", ")) procent av bidragen; lagen säger 50, 25 och 25.",
            innocent: "Parterna kan ha kommit överens om en annan fördelning.",
            mend: "Se efter om ett bidrag är felskrivet, eller nämn överenskommelsen.", confidence: 60,
            related: places)
        ]
      }
      return []
    })
}

extension ReadRow {
  func hasAny(_ words: [String]) -> Bool { folded.hasAny(words) }
}
