/// A figure that was read, with what it is: how other programs and the page have it.
public struct ReadFigure: Sendable {
  /// The table, by its number, and the name that it has in a list: `income_statement`, `note_2`.
  public var table: Int
  /// The name that the table has in a list: `income_statement`, `note_2`; `prose` for a sentence.
  public var statement: String
  /// What it means, or the label folded where no meaning is known.
  public var key: String
  /// The label as printed.
  public var label: String
  /// The column: its role and its heading.
  public var column: String
  /// The heading of the column.
  public var heading: String
  /// The year it is of.
  public var year: Int?
  /// The number; nil where the report prints nothing.
  public var value: Number?
  /// In what it counts.
  public var unit: Unit
  /// As it was printed.
  public var printed: String
  /// Where it stands.
  public var place: Place
  /// In hundredths.
  public var confidence: Int
  /// The codes of the checks that found it wrong, and the lines it was checked against.
  public var against: [Int]
}

extension Review {
  /// Every figure of the tables and of the sentences, in the order of the text.
  public var figures: [ReadFigure] {
    var related: [Int: Set<Int>] = [:]
    for finding in findings {
      for place in finding.related {
        related[finding.place.line, default: []].insert(place.line)
        related[place.line, default: []].insert(finding.place.line)
      }
    }
    var figures: [ReadFigure] = []
    for table in report.tables {
      let statement =
        table.noteNumber.map { table.kind == .note ? "note_\($0)" : table.kind.rawValue } ?? table.kind.rawValue
      for row in table.rows {
        for (index, cell) in row.cells.enumerated() {
          guard let cell else { continue }
          let column = table.columns[index]
          let year =
            column.year
            ?? (column.role == .current ? report.year : column.role == .previous ? report.year.map { $0 - 1 } : nil)
          let isCount = table.kind == .participants || row.key == "employees"
          let unit = cell.unit ?? (isCount ? .count : row.key == "solidity" ? .percent : table.unit)
          let sure = min(cell.confidence, row.key == nil ? 90 : row.keyConfidence)
          figures.append(
            ReadFigure(
              table: table.id, statement: statement, key: row.key ?? String(decoding: row.folded, as: UTF8.self),
              label: row.label,
              column: column.role.rawValue + (column.part.map { "_\($0.rawValue)" } ?? ""), heading: column.title,
              year: year, value: cell.value, unit: unit,
              printed: cell.printed, place: row.place, confidence: table.kind == .other ? min(sure, 70) : sure,
              against: (related[row.place.line] ?? []).sorted()))
        }
      }
    }
    for sentence in report.sentences {
      for token in sentence.numbers {
        let bytes = sentence.fold.bytes
        let start = max(0, token.range.lowerBound - 90)
        let topic =
          token.unit.kronor == nil ? nil : ReviewCheck.topic(in: Array(bytes[start..<token.range.lowerBound]))?.0.key
        let after = bytes[token.end..<min(bytes.count, token.end + 30)].drop { $0 == 32 }.prefix { $0.isLetterByte }
        let place = sentence.place(at: token.range.lowerBound)
        figures.append(
          ReadFigure(
            table: -1, statement: "prose", key: topic ?? String(decoding: after, as: UTF8.self), label: sentence.text,
            column: "", heading: "", year: nil,
            value: token.value, unit: token.unit == .none ? .count : token.unit,
            printed: sentence.fold.printed(token.range.lowerBound..<token.end, of: sentence.text), place: place,
            confidence: topic == nil ? 80 : 90, against: (related[place.line] ?? []).sorted()))
      }
    }
    return figures.enumerated().sorted { ($0.element.place.line, $0.offset) < ($1.element.place.line, $1.offset) }.map(
      \.element)
  }
}
