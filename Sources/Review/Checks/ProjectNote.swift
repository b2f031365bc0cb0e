extension ReviewCheck {
  static let projectDifference = ReviewCheck(
    "ram-minus-utfall", kind: "granted-drawn", question: "Är varje differens ramen minus utfallet?",
    reason: "Projektuppföljningen visar vad som beviljats och inte avropats.",
    spoil: [("Vägen\t3 000 000\t2 900 000\t100 000", "Vägen\t3 000 000\t2 900 000\t190 000")],
    find: { report in
      report.tables(.projectNote).flatMap { table -> [Slip] in
        guard let granted = table.column(.granted) ?? table.column(.budget), let difference = table.column(.deviation),
          let outcome = table.column(.outcome) ?? table.column(.current)
        else { return [] }
        return table.rows.compactMap { row in
          guard let frame = row.value(granted), let stated = report.stated(table, row, at: difference),
            let drawn = row.cells[outcome]
          else { return nil }
          let expected = frame.thousandths - drawn.thousandths
          let value = row.term(difference) ?? 0
          guard abs(expected - value) > 1000, abs(expected + value) > 1000 else { return nil }
          return .amounts(
            .material, at: stated, expected: expected &* table.kronor,
            "Differensen för \(row.label) är %s, men ramen minus utfallet är %e.",
            mend: "Rätta det av de tre talen som är fel.", confidence: 88)
        }
      }
    })

  static let projectAgainstCosts = ReviewCheck(
    "projektnot-mot-kostnader", kind: "same-fact",
    question: "Är insatsernas utfall desamma i projektuppföljningen som i noten om kostnader?",
    reason: "Blekinge: summan av projektuppföljningens utfall är delsumman i kostnadsnoten.",
    spoil: [("Vägen\t3 000 000\t2 900 000\t100 000", "Vägen\t3 000 000\t2 800 000\t200 000")],
    find: { report in
      guard let table = report.table(.projectNote), let outcome = table.column(.outcome) ?? table.column(.current)
      else { return [] }
      let rows = table.rows.filter { !$0.isSum && $0.cells[outcome] != nil }
      guard rows.count >= 2 else { return [] }
      let total = rows.compactMap { $0.term(outcome) }.reduce(0, +)
      for note in report.tables(.note) {
        guard let column = note.column(.current) else { continue }
        // The note that lists the same projects.
        let shared = rows.filter { row in note.rows.contains { startsAlike($0.folded, row.folded) && !$0.isSum } }
        guard shared.count >= 2, shared.count * 2 >= rows.count else { continue }
        let subtotal = note.rows.first { $0.isSum && $0.value(column) != nil }
        guard let subtotal, let first = note.rows.firstIndex(of: subtotal), first >= shared.count else { return [] }
        guard let stated = subtotal.term(column), abs(stated - total) > 2000 else { return [] }
        var slips: [Slip] = []
        for row in rows {
          let same = note.rows.filter { !$0.isSum && startsAlike($0.folded, row.folded) }
          guard same.count == 1, let other = same[0].term(column), let own = row.term(outcome),
            abs(other &* note.kronor - own &* table.kronor) > 1000 * max(note.kronor, table.kronor),
            let figure = report.stated(table, row, at: outcome)
          else { continue }
          slips.append(
            .amounts(
              .material, at: figure, expected: other &* note.kronor,
              "Utfallet för \(row.label) är %s i projektuppföljningen, men \(note.name) har %e.",
              mend: "Rätta den av dem som är fel.", confidence: 80, related: [same[0].place]))
        }
        return slips
      }
      return []
    })

  private static func startsAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    func head(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.filter(\.isWordByte).prefix(24)) }
    let (one, two) = (head(left), head(right))
    let size = min(one.count, two.count)
    guard size >= 3 else { return false }
    if one.count == two.count { return one == two }
    // A name that goes on with the performer: `sara – ronneby kommun`.
    let longer = left.count > right.count ? left : right
    let shorter = left.count > right.count ? right : left
    return longer.starts(with: shorter) && !longer[shorter.count].isWordByte && longer[shorter.count...].contains(45)
  }

  static let undrawn = ReviewCheck(
    "ej-avropat", kind: "wrong-row",
    question: "Är det ej avropade i texten summan av projektuppföljningens differenser?",
    reason: "Blekinge 2022 skrev 509 tkr, budgetens avvikelse, där projektuppföljningen gav 622 tkr.",
    spoil: [("200 tkr i beviljade projektmedel som ej avropats", "290 tkr i beviljade projektmedel som ej avropats")],
    find: { report in
      guard let table = report.table(.projectNote), let difference = table.column(.deviation) else { return [] }
      let rows = table.rows.filter { !$0.isSum }
      let values = rows.compactMap { $0.term(difference) }
      let net = values.reduce(0, +) &* table.kronor
      let positive = values.filter { $0 > 0 }.reduce(0, +) &* table.kronor
      guard !values.isEmpty, net != 0 else { return [] }
      return report.sentences.flatMap { sentence -> [Slip] in
        let fold = sentence.fold
        guard sentence.cellLabel.isEmpty, fold.hasAny(["avropa", "forbruka", "nyttja", "upparbeta"]),
          fold.hasAny(["_ej ", "_inte ", "outnyttja", "oforbruka", "ouppar"]),
          fold.hasAny(["projekt", "insats"]),
          let mark = fold.find("avropa") ?? fold.find("forbruka") ?? fold.find("nyttja") ?? fold.find("upparbeta"),
          let token = sentence.numbers.last(where: { $0.unit.kronor != nil && $0.range.lowerBound < mark })
            ?? sentence.numbers.first(where: { $0.unit.kronor != nil })
        else { return [] }
        let step = 1000 * (token.unit.kronor ?? 1)
        let amount = token.value.magnitude.thousandths * (token.unit.kronor ?? 1)
        guard abs(amount - abs(net)) > step, abs(amount - positive) > step, mark - token.end < 90 else { return [] }
        // One project's own amount is named beside the project.
        guard !values.contains(where: { abs($0 &* table.kronor - amount) <= step }) else { return [] }
        guard amount * 4 > abs(net), amount < abs(net) * 4 else { return [] }
        let printed = Amounts.text(amount, step: step)
        let expected = Amounts.text(net, step: step)
        return [
          Slip(
            severity: .material, place: sentence.place(at: token.range.lowerBound), quote: sentence.text,
            stated: printed, expected: expected,
            difference: Amounts.text(abs(amount - net), step: step),
            message:
              "Texten säger att \(printed) inte har avropats, men projektuppföljningens differenser är \(expected).",
            innocent: "Talet kan vara avvikelsen mot budget, som är något annat än mot beviljad ram.",
            mend: "Ta summan av differenserna, eller säg vad talet är.",
            confidence: 66, related: [table.place])
        ]
      }
    })
}
