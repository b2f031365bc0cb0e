extension ReviewCheck {
  static let noteAgainstStatement = ReviewCheck(
    "not-mot-rakning", kind: "statement-note", question: "Är varje rad med not lika med noten?",
    reason: "LKBR 4:6; Blekinge 2022: not 1 gav 13 880 000 kr för 2021, resultaträkningen 13 879 994 kr.",
    spoil: [("Verksamhetens intäkter\t1\t10 000 000\t10 000 000", "Verksamhetens intäkter\t1\t10 000 000\t9 999 994")],
    find: { report in
      var slips: [Slip] = []
      for kind in [TableKind.incomeStatement, .balanceSheet] {
        guard let table = report.table(kind) else { continue }
        let rows = table.rows.filter { !$0.isHeading }
        for row in rows {
          guard let note = note(of: row, in: rows, report) else { continue }
          for role in [ReadColumn.Role.current, .previous] {
            guard let stated = report.stated(table, row, role), let sum = report.noteSum(note, role),
              let column = note.column(role)
            else { continue }
            let step = max(stated.step, note.grain * note.kronor)
            let slack = sum.isPrinted ? step : step * Amounts.slack(terms: sum.terms)
            func agrees(_ amount: Int64) -> Bool { abs(abs(amount) - abs(stated.amount)) <= slack }
            if agrees(sum.amount) { continue }
            // The note may hold the figure among others.
            if note.rows.contains(where: {
              ($0.term(column)).map { agrees($0 &* note.kronor) } == true && stated.amount != 0
            }) {
              continue
            }
            let near = abs(abs(sum.amount) - abs(stated.amount)) * 10 <= abs(stated.amount)
            guard sum.isPrinted || near, sum.amount != 0 else { continue }
            guard near || note.rows.count >= 2 else { continue }
            let signed = stated.amount < 0 ? -abs(sum.amount) : sum.amount
            let small = abs(abs(sum.amount) - abs(stated.amount)) * 1000 <= abs(stated.amount)
            slips.append(
              Slip.amounts(
                small ? .immaterial : .material, at: stated, expected: signed,
                "\(row.label) är %s i \(table.name)\(table.columnName(stated.column)), men \(note.name) ger %e.",
                mend: "Rätta den av dem som är fel.", confidence: near ? 90 : 65,
                related: [sum.row?.place ?? note.place]))
          }
        }
      }
      return slips
    })

  /// The note that the row names, or whose title is the row's own label; none where several rows share it.
  private static func note(of row: ReadRow, in rows: [ReadRow], _ report: PublishedReport) -> ReadTable? {
    if let number = row.note {
      guard rows.filter({ $0.note == number }).count == 1 else { return nil }
      return report.note(number)
    }
    guard row.folded.count >= 12, !rows.contains(where: { $0.note != nil }) else { return nil }
    let found = report.tables.filter { table in
      table.noteNumber != nil && Fold(table.title).bytes.find(String(decoding: row.folded, as: UTF8.self)) != nil
    }
    return found.count == 1 ? found[0] : nil
  }
}
