extension ReviewCheck {
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
        guard let stated = subtotal.term(column), abs(stated - total) > 2 * table.grain else { return [] }
        var slips: [Slip] = []
        for row in rows {
          let same = note.rows.filter { !$0.isSum && startsAlike($0.folded, row.folded) }
          guard same.count == 1, let other = same[0].term(column), let own = row.term(outcome),
            abs(other &* note.kronor - own &* table.kronor) > max(note.grain * note.kronor, table.grain * table.kronor),
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
}
