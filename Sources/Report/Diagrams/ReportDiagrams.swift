import Association
import Ledger
import Statements

/// The diagrams of a report. Each shows figures that also stand in a table, and none is drawn of a single number.
func reportDiagrams(
  _ source: AnnualReport.Source, statements: StatementTables, _ protection: CountProtection
) -> [Diagram] {
  [
    resultAndEquity(source, statements: statements), grantedAndOutcome(source, statements: statements),
    participantsBySex(source, protection), equityAndCap(source, statements: statements),
  ].compactMap(\.self)
}

/// The year's result and the equity at its end, oldest year first.
private func resultAndEquity(_ source: AnnualReport.Source, statements: StatementTables) -> Diagram? {
  guard let overview = statements["oversikt"], let results = overview.row("resultat") else { return nil }
  var years: [(year: Int, result: Figure?, equity: Figure?)] = []
  for (column, cell) in zip(overview.columns, results.cells) {
    guard let year = column.year ?? Int(column.id) else { continue }
    years.append((year: year, result: cell.figure, equity: equity(year, source, statements)))
  }
  years.sort { $0.year < $1.year }
  guard years.count > 1, years.contains(where: { $0.result != nil }) else { return nil }
  return Diagram(
    id: "resultat-och-eget-kapital", title: "Årets resultat och eget kapital vid årets slut", form: .bars,
    unit: .thousands, categories: years.map { String($0.year) },
    series: [
      Diagram.Series(title: "Årets resultat", values: years.map(\.result).map(\.?.inAnyUnit)),
      Diagram.Series(title: "Eget kapital", values: years.map(\.equity).map(\.?.inAnyUnit)),
    ])
}

private func equity(_ year: Int, _ source: AnnualReport.Source, _ statements: StatementTables) -> Figure? {
  let row = "utgaende-eget-kapital"
  if year == source.books.year.number { return statements["balansrakning"]?.figure(row) }
  if year == source.previousBooks?.year.number { return statements["balansrakning"]?.figure(row, "previous") }
  return source.association.history.first { $0.year == year }?.equity.map {
    Figure(.amount($0), origin: .fact(title: "Eget kapital \(year)", source: "Fastställda årsredovisningar"))
  }
}

/// What each insats was granted and what it cost.
private func grantedAndOutcome(_ source: AnnualReport.Source, statements: StatementTables) -> Diagram? {
  guard let note = statements["projektnot"] else { return nil }
  let insatser = source.association.insatser.filter { note.sum(ofInsats: $0.id, column: "outcome") != nil }
  guard insatser.count > 1 else { return nil }
  func values(_ column: String) -> [Figure?] {
    insatser.map { note.sum(ofInsats: $0.id, column: column)?.inAnyUnit }
  }
  return Diagram(
    id: "insatser-ram-och-utfall", title: "Insatsernas ramar och utfall \(source.books.year.number)", form: .bars,
    unit: .thousands, categories: insatser.map(\.name),
    series: [
      Diagram.Series(title: "Beviljad ram", values: values("granted")),
      Diagram.Series(title: "Utfall", values: values("outcome")),
    ])
}

/// Participants by sex, of the first table whose rows are parts of a whole.
private func participantsBySex(_ source: AnnualReport.Source, _ protection: CountProtection) -> Diagram? {
  let tables = source.association.countTables.filter { $0.year == source.books.year.number }
  guard let table = tables.first(where: { $0.kind == .parts && $0.rows.count > 1 }) else { return nil }
  let rows = table.rowFigures(protection)
  var series = [
    Diagram.Series(title: "Kvinnor", values: rows.map(\.figures.women)),
    Diagram.Series(title: "Män", values: rows.map(\.figures.men)),
  ]
  if table.rows.contains(where: { $0.tally.notStated != 0 }) {
    series.append(Diagram.Series(title: "Uppgift saknas", values: rows.map(\.figures.notStated)))
  }
  return Diagram(
    id: "deltagare-efter-kon", title: table.title, form: .stacked, unit: .none, categories: table.rows.map(\.title),
    series: series)
}

/// Equity and the cap for it, this year and the year before.
private func equityAndCap(_ source: AnnualReport.Source, statements: StatementTables) -> Diagram? {
  guard let table = statements["eget-kapital-tak"], let cap = table.figure("tak")?.amount, cap != .zero else {
    return nil
  }
  let columns = table.columns.filter { table.figure("eget-kapital", $0.id) != nil }.reversed()
  guard !columns.isEmpty else { return nil }
  func values(_ row: String) -> [Figure?] { columns.map { table.figure(row, $0.id)?.inAnyUnit } }
  return Diagram(
    id: "eget-kapital-och-tak", title: "Eget kapital och taket för det", form: .bars, unit: .thousands,
    categories: columns.map { column in column.year.map { String($0) } ?? column.title },
    series: [
      Diagram.Series(title: "Eget kapital", values: values("eget-kapital")),
      Diagram.Series(title: "Tak", values: values("tak")),
    ])
}

extension Figure {
  /// The figure without the rounding of the table it stands in, for print in another unit.
  fileprivate var inAnyUnit: Figure { Figure(value, origin: origin) }
}
