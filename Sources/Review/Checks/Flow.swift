extension ReviewCheck {
  static let flowOfParticipants = ReviewCheck(
    "deltagarflode", kind: "flow", question: "Är de som fanns, plus de nya, minus de avslutade, de som är kvar?",
    reason: "Ett flöde ska gå ihop: ingående plus nya minus avslutade är pågående.",
    spoil: [("Pågående vid årets slut\t40", "Pågående vid årets slut\t47")],
    find: { report in
      report.tables.flatMap { table -> [Slip] in
        func row(_ words: [String], not: [String] = []) -> ReadRow? {
          table.rows.first { $0.hasAny(words) && !$0.hasAny(not) && !$0.isHeading }
        }
        guard
          let start = row([
            "vid arets borjan", "fran foregaende ar", "overforda fran", "ingaende deltagare", "kvarstaende fran",
          ]),
          let new = row(["nya", "paborjade", "startade", "inskrivna under"]),
          let closed = row(["avslutade", "utskrivna"], not: ["andel"]),
          let end = row(
            ["vid arets slut", "kvar", "pagaende vid", "overforda till", "utgaende deltagare"],
            not: ["borjan", "kvarstaende fran"]), Set([start.place, new.place, closed.place, end.place]).count == 4
        else { return [] }
        return table.columns.indices.compactMap { column in
          guard let first = start.term(column), let added = new.term(column), let left = closed.term(column),
            let stated = end.value(column)
          else { return nil }
          let expected = first + added - left
          guard expected != stated.thousandths else { return nil }
          return Slip(
            severity: .material, place: end.place, quote: end.quote, stated: stated.text,
            expected: Number(thousandths: expected).text,
            difference: Number(thousandths: abs(expected - stated.thousandths)).text,
            message:
              "\(end.label) är \(stated.text)\(table.columnName(column)), men \(Number(thousandths: first).text) + \(Number(thousandths: added).text) − \(Number(thousandths: left).text) är \(Number(thousandths: expected).text).",
            innocent: "Någon kan ha räknats i två insatser.", mend: "Rätta det av de fyra talen som är fel.",
            confidence: 80, related: [start.place, new.place, closed.place])
        }
      }
    })
}
