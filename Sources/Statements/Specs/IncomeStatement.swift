public import Association
public import Ledger

extension StatementSpec {
  /// Resultaträkningen in the order of LKBR 5:2. Income is positive, costs negative, so every sum adds.
  static let incomeStatement = StatementSpec(
    id: "resultatrakning", title: "Resultaträkning", unit: .kronor,
    lines: [
      Line(id: "verksamhetens-intakter", title: "Verksamhetens intäkter"),
      Line(id: "verksamhetens-kostnader", title: "Verksamhetens kostnader"),
      Line(id: "avskrivningar", title: "Avskrivningar"),
      Line(
        id: "verksamhetens-nettokostnader", title: "Verksamhetens nettokostnader", role: .subtotal,
        sumOf: ["+verksamhetens-intakter", "+verksamhetens-kostnader", "+avskrivningar"]),
      Line(id: "skatteintakter", title: "Skatteintäkter", isOmittedWhenZero: true),
      Line(
        id: "generella-statsbidrag", title: "Generella statsbidrag och utjämning", isOmittedWhenZero: true),
      Line(
        id: "verksamhetens-resultat", title: "Verksamhetens resultat", role: .subtotal,
        sumOf: ["+verksamhetens-nettokostnader", "+skatteintakter", "+generella-statsbidrag"]),
      Line(id: "finansiella-intakter", title: "Finansiella intäkter"),
      Line(id: "finansiella-kostnader", title: "Finansiella kostnader"),
      Line(
        id: "resultat-efter-finansiella-poster", title: "Resultat efter finansiella poster", role: .subtotal,
        sumOf: ["+verksamhetens-resultat", "+finansiella-intakter", "+finansiella-kostnader"]),
      Line(id: "extraordinara-poster", title: "Extraordinära poster"),
      Line(
        id: "arets-resultat", title: "Årets resultat", role: .total,
        sumOf: ["+resultat-efter-finansiella-poster", "+extraordinara-poster"]),
    ],
    remark: roundingPolicySentence)
}

/// Resultaträkningen, this year and the year before (LKBR 5:2, 5:6). Its remark is the rounding policy.
public func incomeStatement(_ books: Books, previous: Books?, mapping: Mapping) -> Table {
  let positions = Positions(books, previous: previous, mapping: mapping)
  return StatementSpec.incomeStatement.table(
    [
      StatementSpec.Column(
        heading: .current(of: books.year), figures: SortedBooks(books, mapping: mapping).incomeFigures(),
        pins: ["arets-resultat": positions.current.resultUnits]),
      StatementSpec.Column(
        heading: .previous(of: books.year, previous),
        figures: previous.map { SortedBooks($0, mapping: mapping).incomeFigures() },
        pins: ["arets-resultat": positions.previous.resultUnits]),
    ], notes: noteNumbers(books, previous: previous, mapping: mapping))
}

extension SortedBooks {
  /// The figures of the income statement's own lines, by id, signed as printed.
  func incomeFigures() -> [String: Figure] {
    var figures: [String: Figure] = [:]
    for line in StatementSpec.incomeStatement.lines where line.sumOf.isEmpty {
      figures[line.id] = figure(line.id, .change, isTurned: true)
    }
    return figures
  }
}

extension Table.Column {
  /// The heading of the year's column in a statement of a period.
  static func current(of year: FiscalYear) -> Table.Column {
    Table.Column(id: "current", title: year.title, year: year.number)
  }

  /// The heading of the comparison year's column.
  static func previous(of year: FiscalYear, _ previous: Books?) -> Table.Column {
    let number = previous?.year.number ?? year.number - 1
    return Table.Column(id: "previous", title: previous?.year.title ?? "\(number)", year: number)
  }
}

extension FiscalYear {
  /// The year as a heading: its number, or its days where it is no calendar year.
  var title: String { FiscalYear(calendarYear: number) == self ? "\(number)" : text }
}
