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
          guard abs(expected - value) > table.grain, abs(expected + value) > table.grain else { return nil }
          return .amounts(
            .material, at: stated, expected: expected &* table.kronor,
            "Differensen för \(row.label) är %s, men ramen minus utfallet är %e.",
            mend: "Rätta det av de tre talen som är fel.", confidence: 88)
        }
      }
    })
}
