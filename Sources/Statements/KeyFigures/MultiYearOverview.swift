public import Association
public import Ledger

extension StatementSpec {
  /// Översikt över verksamhetens utveckling (LKBR 11:1, RKR R15).
  static let overview = StatementSpec(
    id: "oversikt", title: "Flerårsöversikt", unit: .kronor,
    lines: [
      Line(id: "intakter", title: "Verksamhetens intäkter"),
      Line(id: "kostnader", title: "Verksamhetens kostnader med avskrivningar och finansiella poster"),
      Line(id: "resultat", title: "Årets resultat", role: .subtotal),
      Line(id: "soliditet", title: "Soliditet"),
      Line(id: "anstallda", title: "Antal anställda"),
    ])
}

/// The development over the years, newest first: from the books where they are at hand, else as adopted. Costs hold
/// everything but verksamhetens intäkter, so that the first two rows make the third. Years nobody knows are left out.
public func multiYearOverview(
  _ books: Books, previous: Books?, earlier: [Books] = [], mapping: Mapping, association: Association
) -> Table {
  let income = incomeStatement(books, previous: previous, mapping: mapping)
  let first = books.year.number
  let columns = (0..<max(association.settings.overviewYearCount, 1)).compactMap { offset -> StatementSpec.Column? in
    let year = first - offset
    var figures: [String: Figure]
    if offset == 0 {
      figures = bookFigures(books, income, "current", mapping)
    } else if let previous, previous.year.number == year {
      figures = bookFigures(previous, income, "previous", mapping)
    } else if let old = earlier.first(where: { $0.year.number == year }) {
      figures = bookFigures(old, incomeStatement(old, previous: nil, mapping: mapping), "current", mapping)
    } else if let adopted = association.history.first(where: { $0.year == year }) {
      figures = adopted.figures
    } else {
      return nil
    }
    figures["anstallda"] = association.employees(year: year)
    return StatementSpec.Column(heading: Table.Column(id: "\(year)", title: "\(year)", year: year), figures: figures)
  }
  var table = StatementSpec.overview.table(columns)
  // An adopted result is printed as it was adopted, even where it is not the sum: that is for a check to say.
  if let index = table.rows.firstIndex(where: { $0.id == "resultat" }) {
    table.rows[index].sumOf = ["+intakter", "+kostnader"]
  }
  return table
}

private func bookFigures(_ books: Books, _ income: Table, _ column: String, _ mapping: Mapping) -> [String: Figure] {
  let rows = income.rows.filter { $0.sumOf.isEmpty && $0.id != "verksamhetens-intakter" }
  let costs = rows.compactMap { row in
    income.figure(row.id, column).map { Origin.Operand(sign: "+", title: row.title, figure: $0) }
  }
  var figures: [String: Figure] = [:]
  figures["intakter"] = income.figure("verksamhetens-intakter", column)
  figures["kostnader"] = Figure(adding: costs)
  figures["resultat"] = income.figure("arets-resultat", column)
  figures["soliditet"] = solidity(books, mapping: mapping)
  return figures
}

extension YearFigures {
  fileprivate var figures: [String: Figure] {
    func fact(_ title: String, _ value: Figure.Value) -> Figure {
      Figure(value, origin: .fact(title: "\(title) \(year)", source: "Fastställd årsredovisning \(year)"))
    }
    var figures = [
      "intakter": fact("Verksamhetens intäkter", .amount(income)),
      "kostnader": fact("Verksamhetens kostnader", .amount(costs)),
      "resultat": fact("Årets resultat", .amount(result)),
    ]
    let known = equity.flatMap { equity in assets.flatMap { Share(equity.ore, of: $0.ore) } }
    let stated = solidityPermille.flatMap { Share(Int64($0), of: 1000) }
    figures["soliditet"] = (known ?? stated).map { fact("Soliditet", .share($0)) }
    return figures
  }
}

extension Association {
  /// How many the association itself employed in a year, by head; as adopted where no staff is told of. Nil: unknown.
  func employees(year: Int) -> Figure? {
    let facts = staff.filter { $0.year == year }
    if !facts.isEmpty {
      let heads = facts.filter { $0.employer == "förbundet" }.map(\.headcount.total).reduce(0, +)
      return Figure(
        .count(Int64(heads)),
        origin: .fact(title: "Anställda av förbundet \(year)", source: "Förbundets personaluppgifter"))
    }
    return history.first { $0.year == year }?.employees.map {
      Figure(
        .count(Int64($0)),
        origin: .fact(title: "Antal anställda \(year)", source: "Fastställd årsredovisning \(year)"))
    }
  }
}
