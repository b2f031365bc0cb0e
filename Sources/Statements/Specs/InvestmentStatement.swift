public import Association
public import Ledger

extension StatementSpec {
  /// Investeringsredovisningen (LKBR 10:2): what the fixed assets have grown by, with depreciation added back.
  static let investment = StatementSpec(
    id: "investeringsredovisning", title: "Investeringsredovisning", unit: .kronor,
    lines: [
      Line(
        id: "immateriella-tillgangar", title: "Förändring av immateriella anläggningstillgångar",
        isOmittedWhenZero: true),
      Line(
        id: "maskiner-och-inventarier", title: "Förändring av maskiner och inventarier", isOmittedWhenZero: true),
      Line(
        id: "finansiella-anlaggningstillgangar", title: "Förändring av finansiella anläggningstillgångar",
        isOmittedWhenZero: true),
      Line(id: "avskrivningar", title: "Årets avskrivningar återlagda", isOmittedWhenZero: true),
      Line(
        id: "summa", title: "Årets nettoinvesteringar", role: .total,
        sumOf: [
          "+immateriella-tillgangar", "+maskiner-och-inventarier", "+finansiella-anlaggningstillgangar",
          "+avskrivningar",
        ]),
    ])
}

/// Investeringsredovisningen, or nil where nothing was invested in either year: then the report says so in a sentence.
/// Its sum is what the cash flow calls investments, with the other sign.
public func investmentStatement(_ books: Books, previous: Books?, mapping: Mapping) -> Table? {
  let positions = Positions(books, previous: previous, mapping: mapping)
  let income = incomeStatement(books, previous: previous, mapping: mapping)
  func figures(
    from opening: Positions.Position, to closing: Positions.Position, _ column: String
  ) -> [String: Figure] {
    var figures: [String: Figure] = [:]
    for id in StatementSpec.assetLineIDs.prefix(3) {
      guard let end = closing.figures[id], let start = opening.figures[id] else { continue }
      figures[id] = Figure(adding: [
        Origin.Operand(sign: "+", title: "Utgående balans", figure: end),
        Origin.Operand(sign: "−", title: "Ingående balans", figure: start),
      ])
    }
    figures["avskrivningar"] = income.figure("avskrivningar", column)?.turned
    return figures
  }
  let table = StatementSpec.investment.table([
    StatementSpec.Column(
      heading: .current(of: books.year),
      figures: figures(from: positions.previous, to: positions.current, "current")),
    StatementSpec.Column(
      heading: .previous(of: books.year, previous),
      figures: positions.beforePrevious.map { figures(from: $0, to: positions.previous, "previous") }),
  ])
  let invested = ["current", "previous"].compactMap { table.figure("summa", $0)?.amount }
  return invested.allSatisfy { $0 == .zero } ? nil : table
}
