extension ReviewCheck {
  static let equityShare = ReviewCheck(
    "eget-kapital-andel", kind: "equity-cap",
    question: "Stämmer den angivna andelen eget kapital, och omdömet mot taket?",
    reason:
      "Nationella rådets rekommendation 2013-10-02: 20 procent av bidragen upp till 7 mnkr och 15 procent därutöver.",
    spoil: [("13 procent av årets medlemsbidrag", "17 procent av årets medlemsbidrag")],
    find: { report in
      guard let equity = report.closingEquity(.current), let base = report.contributions, base.amount > 0 else {
        return []
      }
      var slips: [Slip] = []
      let cap = min(base.amount, 7_000_000_000) / 5 + max(0, base.amount - 7_000_000_000) * 15 / 100
      for sentence in report.sentences {
        let fold = sentence.fold
        guard fold.hasAny(["eget kapital", "egna kapital"]) else { continue }
        let years = Period.years(in: fold.bytes).map(\.year)
        guard years.allSatisfy({ $0 == report.year }) else { continue }
        if fold.hasAny(["bidrag", "avgift", "intakt"]) {
          for token in sentence.numbers where token.unit == .percent {
            let after = Array(fold.bytes[token.end..<min(fold.count, token.end + 60)])
            let around = Array(fold.bytes[max(0, token.range.lowerBound - 40)..<token.range.lowerBound])
            guard after.starts(with: Array(" av ".utf8)), after.hasAny(["bidrag", "avgift", "intakt"]),
              !around.hasAny(["tak", "hogst", "max", "rekommend", "mal"])
            else { continue }
            let exact = equity.amount * 1000 / (base.amount / 100)
            guard abs(token.value.thousandths - exact) > token.value.halfStep + 15 else { continue }
            let reckoned = Number(thousandths: Amounts.rounded(exact, to: 1000))
            slips.append(
              Slip(
                severity: .headline, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
                stated: "\(token.value.text)\u{00A0}%",
                expected: "\(reckoned.text)\u{00A0}%",
                difference: Number(thousandths: abs(token.value.thousandths - exact), decimals: 1).text,
                message:
                  "Eget kapital sägs vara \(token.value.text)\u{00A0}% av bidragen, men \(Amounts.text(equity.amount, step: equity.step)) av \(Amounts.text(base.amount, step: base.step)) är \(reckoned.text)\u{00A0}%.",
                innocent: "En annan bas för bidragen ger en annan andel.",
                mend: "Rätta andelen, eller säg vad den räknas på.", confidence: 75,
                related: [equity.row.place, base.row.place]))
          }
        }
        guard fold.hasAny(["_tak", "rekommenda"]),
          !fold.hasAny(["ingang", "ingaende", "arets borjan", "budget", "foregaende", "plan"])
        else { continue }
        let isNotOver = fold.hasAny([
          "overstiger inte", "overstiger ej", "overskrider inte", "overskrider ej", "inte overstig", "ej overstig",
          "inte over taket", "inte hogre an",
        ])
        let under =
          isNotOver
          || fold.hasAny([
            "understiger", "under taket", "under rekommend", "inom rekommend", "ligger under", "lagre an",
          ])
        let over = !isNotOver && fold.hasAny(["overstiger", "over taket", "over rekommend", "overskrider", "hogre an"])
        guard under != over else { continue }
        let isOver = equity.amount > cap
        let ratio = equity.amount * 100 / max(1, cap)
        guard isOver != over, !(97...103).contains(ratio) else { continue }
        slips.append(
          Slip(
            severity: .headline, place: sentence.place, quote: sentence.text,
            stated: over ? "över taket" : "under taket", expected: isOver ? "över taket" : "under taket",
            difference: Amounts.text(abs(equity.amount - cap), step: equity.step),
            message:
              "Eget kapital sägs vara \(over ? "över" : "under") taket, men det är \(Amounts.text(equity.amount, step: equity.step)) och taket är \(Amounts.text(cap, step: equity.step)).",
            innocent: "Taket räknas på bidragen; en annan bas eller en egen gräns ger ett annat tak.",
            mend: "Se efter vilket tak som menas, och rätta omdömet.", confidence: 65,
            related: [equity.row.place]))
      }
      return slips
    })
}
