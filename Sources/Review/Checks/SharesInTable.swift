extension ReviewCheck {
  static let sharesInTable = ReviewCheck(
    "andel-i-tabell", kind: "percent-of-stated",
    question: "Är varje procenttal i en tabell radens del av summan?",
    reason: "En tabell med belopp och andelar har båda täljarna och nämnaren.",
    spoil: [("Södra kommun\t1 000 000\t10 %", "Södra kommun\t1 000 000\t12 %")],
    find: { report in report.tables.flatMap(slips) })

  static func slips(_ table: ReadTable) -> [Slip] {
    guard let total = table.rows.last(where: { $0.isSum }) else { return [] }
    let shares = table.columns.indices.filter { column in
      guard let cell = column < total.cells.count ? total.cells[column] : nil else { return false }
      return cell.unit == .percent && cell.value?.thousandths == 100_000
    }
    guard shares.count == 1, let share = shares.first else { return [] }
    // The amounts are the nearest column to the left that has a total; with none there is nothing to reckon from.
    let amounts = table.columns.indices.filter { $0 < share && (total.value($0)?.thousandths ?? 0) > 0 }
    guard let amount = amounts.last, let whole = total.value(amount)?.thousandths else { return [] }
    let rows = table.rows.filter { !$0.isSum && $0.value(amount) != nil && $0.value(share) != nil }
    guard rows.count >= 2 else { return [] }
    // Where most rows do not fit, the percentages are of something else.
    let wrong = rows.filter { row in
      guard let part = row.value(amount)?.thousandths, let said = row.value(share) else { return false }
      return !People.agrees(said, part, whole)
    }
    guard !wrong.isEmpty, wrong.count * 2 <= rows.count else { return [] }
    return wrong.compactMap { row in
      guard let part = row.value(amount)?.thousandths, let said = row.value(share) else { return nil }
      let expected = People.percent(part, whole, decimals: min(1, said.decimals))
      let apart = abs(said.thousandths - People.share(part, whole))
      guard apart >= 600 else { return nil }
      return Slip(
        severity: apart > 2000 ? .material : .immaterial, place: row.place, quote: row.quote,
        stated: "\(said.text)\u{00A0}%", expected: expected, difference: Number(thousandths: apart, decimals: 1).text,
        message: "\(row.label) står med \(said.text)\u{00A0}%, men radens del av summan är \(expected).",
        innocent: "Andelarna kan vara beslutade och beloppen avrundade.", mend: "Rätta andelen eller beloppet.",
        confidence: 75, related: [total.place])
    }
  }
}
