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
      for table in report.tables(.note) + report.tables(.budget) {
        guard let column = table.column(.current) ?? table.columns.indices.first else { continue }
        var state: Int64 = 0
        var region: Int64 = 0
        var municipalities: Int64 = 0
        var regionRow: ReadRow?
        var places: [Place] = []
        var hasUnknown = false
        for row in table.rows where !row.isSum && row.key == nil {
          guard let value = row.term(column), value > 0 else { continue }
          let isMember = row.hasAny(["bidrag", "avgift"]) || table.kind == .note
          guard isMember else { continue }
          if row.hasAny([
            "staten", "forsakringskassan", "arbetsformedlingen", "fk & af", "fk och af", "fk/af", "statligt",
          ]) {
            state += value
          } else if row.hasAny(["kommun", " stad"]) {
            municipalities += value
          } else if row.hasAny(["region", "landsting"]) {
            region += value
            regionRow = row
          } else {
            // A row that may be a member's leaves the parts unknown.
            if !row.hasAny(otherIncome) { hasUnknown = true }
            continue
          }
          places.append(row.place)
        }
        let all = state + region + municipalities
        guard state > 0, region > 0, municipalities > 0, let regionRow, all > 0, places.count <= 40,
          !hasUnknown
        else { continue }
        // A note of costs lists the same members as performers; only a division near the law's is one of contributions.
        guard abs(state * 100 / all - 50) <= 6, abs(region * 100 / all - 25) <= 6 else { continue }
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

/// Rows of income that no member pays.
private let otherIncome = [
  "esf", "eu-", "eu ", "ovrig", "annan", "andra", "ranta", "ranteint", "ersattning", "forsalj", "projekt", "avrund",
  "utjamn", "periodiser", "intakt",
]

extension ReadRow {
  func hasAny(_ words: [String]) -> Bool { folded.hasAny(words) }
}
