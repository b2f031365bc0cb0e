extension ReviewCheck {
  static let solidity = ReviewCheck(
    "soliditet", kind: "solidity", question: "Är soliditeten eget kapital genom tillgångar?",
    reason: "RKR R15 och LKBR 11:9: nyckeltalet räknas på balansräkningen i samma rapport.",
    spoil: [("Soliditet\t36 %\t33 %", "Soliditet\t42 %\t33 %")],
    find: { report in
      var slips: [Slip] = []
      for role in [ReadColumn.Role.current, .previous] {
        guard let equity = report.closingEquity(role), let assets = report.stated(.balanceSheet, "assets_total", role),
          assets.amount > 0
        else { continue }
        let exact = equity.amount * 1000 / (assets.amount / 100)
        if let table = report.table(.overview), let row = table.row("solidity"), let column = table.column(role),
          let printed = row.value(column)
        {
          if let slip = slip(
            printed, exact: exact, place: row.place, quote: row.quote, name: "Soliditeten\(table.columnName(column))",
            related: [equity.row.place, assets.row.place])
          {
            slips.append(slip)
          }
        }
        guard role == .current else { continue }
        for sentence in report.sentences where sentence.cellLabel.isEmpty {
          guard let at = sentence.fold.find("soliditet"), !sentence.fold.hasAny(["mal", "minst", "bor ", "ska "]) else {
            continue
          }
          let years = Period.years(in: sentence.fold.bytes).map(\.year)
          guard years.allSatisfy({ $0 == report.year }),
            let token = sentence.numbers.first(where: {
              $0.unit == .percent && $0.range.lowerBound > at && $0.range.lowerBound < at + 60
            }),
            !sentence.fold.hasAny(["fran ", "jamfor", "tidigare", "mellan"])
          else { continue }
          if let slip = slip(
            token.value, exact: exact, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
            name: "Soliditeten", related: [equity.row.place])
          {
            slips.append(slip)
          }
        }
      }
      return slips
    })

  private static func slip(_ printed: Number, exact: Int64, place: Place, quote: String, name: String, related: [Place])
    -> Slip?
  {
    let slack = printed.halfStep + 15
    guard abs(printed.thousandths - exact) > slack else { return nil }
    let reckoned = Number(thousandths: Amounts.rounded(exact, to: printed.halfStep * 2), decimals: printed.decimals)
    let apart = abs(printed.thousandths - exact)
    return Slip(
      severity: apart > 2000 ? .headline : .immaterial, place: place, quote: quote, stated: "\(printed.text)\u{00A0}%",
      expected: "\(reckoned.text)\u{00A0}%",
      difference: Number(thousandths: apart, decimals: 1).text,
      message: "\(name) är \(printed.text)\u{00A0}%, men eget kapital genom tillgångarna är \(reckoned.text)\u{00A0}%.",
      innocent: "Ett annat mått på eget kapital ger ett annat tal.",
      mend: "Rätta soliditeten, eller säg hur den räknas.", confidence: 78, related: related)
  }
}
