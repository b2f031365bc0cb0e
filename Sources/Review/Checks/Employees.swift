extension ReviewCheck {
  static let employees = ReviewCheck(
    "antal-anstallda", kind: "same-fact", question: "Är antalet anställda detsamma i översikten och i texten?",
    reason: "Blekinge 2022: översikten sade 2, texten tre anställda.",
    spoil: [("Antal anställda\t2\t2\t2", "Antal anställda\t3\t2\t2")],
    find: { report in
      guard let table = report.table(.overview), let row = table.row("employees"), let column = table.column(.current),
        let stated = row.value(column)
      else { return [] }
      for sentence in report.sentences where sentence.cellLabel.isEmpty {
        let bytes = sentence.fold.bytes
        guard let at = sentence.fold.find(" anstallda") ?? sentence.fold.find(" medarbetare"),
          !sentence.fold.hasAny(["arsarbet", "kommun", "myndighet", "konferens", "bland annat"])
        else { continue }
        guard
          sentence.fold.hasAny(["forbundet ha", "hade forbundet", "har forbundet", "kansliet ha", "forbundet under"])
        else { continue }
        let years = Period.years(in: bytes, before: at).map(\.year)
        guard years.allSatisfy({ $0 == report.year }) else { continue }
        var start = at
        while start > 0, bytes[start - 1] != 32 { start -= 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        let count = NumberWords.value(word) ?? sentence.numbers.first { $0.range == start..<at }.map(\.value.whole)
        guard let count, Number(count).thousandths != stated.thousandths else { continue }
        return [
          Slip(
            severity: .immaterial, place: row.place, quote: row.quote, stated: stated.text, expected: String(count),
            difference: Number(thousandths: abs(stated.thousandths - count * 1000), decimals: stated.decimals).text,
            message: "Översikten har \(stated.text) anställda, men texten på rad \(sentence.place.line) säger \(word).",
            innocent: "Det ena kan vara årsarbetare.", mend: "Skriv samma antal, eller säg vad som räknas.",
            confidence: 80,
            related: [sentence.place])
        ]
      }
      return []
    })
}
