public import Association
public import Ledger

extension StatementSpec {
  /// Kassaflödesanalysen by the indirect method (LKBR 8:1, RKR R13): the year's result is part of the operating cash
  /// flow, which one published report forgot (slip E4).
  static let cashFlow = StatementSpec(
    id: "kassaflode", title: "Kassaflödesanalys", unit: .kronor,
    lines: [
      Line(id: "arets-resultat", title: "Årets resultat"),
      Line(
        id: "justering-ej-likviditetspaverkande", title: "Justering för poster som inte påverkar likviditeten"),
      Line(
        id: "medel-fore-rorelsekapital", title: "Medel från verksamheten före förändring av rörelsekapital",
        role: .subtotal, sumOf: ["+arets-resultat", "+justering-ej-likviditetspaverkande"]),
      Line(id: "forandring-fordringar", title: "Ökning (−) eller minskning (+) av kortfristiga fordringar"),
      Line(
        id: "forandring-kortfristiga-placeringar",
        title: "Ökning (−) eller minskning (+) av kortfristiga placeringar", isOmittedWhenZero: true),
      Line(
        id: "forandring-kortfristiga-skulder", title: "Ökning (+) eller minskning (−) av kortfristiga skulder"),
      Line(
        id: "kassaflode-lopande", title: "Kassaflöde från den löpande verksamheten", role: .subtotal,
        sumOf: [
          "+medel-fore-rorelsekapital", "+forandring-fordringar", "+forandring-kortfristiga-placeringar",
          "+forandring-kortfristiga-skulder",
        ]),
      Line(id: "investeringar", title: "Investeringar i anläggningstillgångar"),
      Line(
        id: "kassaflode-investering", title: "Kassaflöde från investeringsverksamheten", role: .subtotal,
        sumOf: ["+investeringar"]),
      Line(
        id: "forandring-langfristiga-skulder", title: "Ökning (+) eller minskning (−) av långfristiga skulder"),
      Line(
        id: "kassaflode-finansiering", title: "Kassaflöde från finansieringsverksamheten", role: .subtotal,
        sumOf: ["+forandring-langfristiga-skulder"]),
      Line(
        id: "arets-kassaflode", title: "Årets kassaflöde", role: .total,
        sumOf: ["+kassaflode-lopande", "+kassaflode-investering", "+kassaflode-finansiering"]),
      Line(id: "likvida-medel-ingang", title: "Likvida medel vid årets början"),
      Line(id: "likvida-medel-utgang", title: "Likvida medel vid årets slut"),
    ])
}

/// Kassaflödesanalysen, this year and the year before: differences of the balance sheet's printed figures, so a reader
/// can reckon it again. It proves itself: opening cash and the year's cash flow make closing cash.
public func cashFlowStatement(_ books: Books, previous: Books?, mapping: Mapping) -> Table {
  let positions = Positions(books, previous: previous, mapping: mapping)
  let income = incomeStatement(books, previous: previous, mapping: mapping)
  let before = positions.beforePrevious.map { base in
    cashFlowFigures(from: base, to: positions.previous, income, "previous")
  }
  var table = StatementSpec.cashFlow.table([
    StatementSpec.Column(
      heading: .current(of: books.year),
      figures: cashFlowFigures(from: positions.previous, to: positions.current, income, "current")),
    StatementSpec.Column(heading: .previous(of: books.year, previous), figures: before),
  ])
  // Closing cash is the balance sheet's own figure; that it is also this sum is what a check proves.
  if let index = table.rows.firstIndex(where: { $0.id == "likvida-medel-utgang" }) {
    table.rows[index].role = .total
    table.rows[index].sumOf = ["+likvida-medel-ingang", "+arets-kassaflode"]
  }
  return table
}

private func cashFlowFigures(
  from opening: Positions.Position, to closing: Positions.Position, _ income: Table, _ column: String
) -> [String: Figure] {
  func operand(_ sign: String, _ title: String, _ figure: Figure?) -> Origin.Operand? {
    figure.map { Origin.Operand(sign: sign, title: title, figure: $0) }
  }
  /// How much a line has grown, or where that takes cash how much it has shrunk.
  func change(_ id: String, takesCash: Bool) -> [Origin.Operand] {
    [
      operand(takesCash ? "−" : "+", "Utgående balans", closing.figures[id]),
      operand(takesCash ? "+" : "−", "Ingående balans", opening.figures[id]),
    ].compactMap(\.self)
  }
  let depreciation = income.figure("avskrivningar", column)
  var figures: [String: Figure] = [:]
  figures["arets-resultat"] = closing.figures["arets-resultat"] ?? income.figure("arets-resultat", column)
  figures["justering-ej-likviditetspaverkande"] = Figure(
    adding: [operand("−", "Avskrivningar", depreciation)].compactMap(\.self)
      + change("avsattningar", takesCash: false))
  figures["forandring-fordringar"] = Figure(adding: change("fordringar", takesCash: true))
  figures["forandring-kortfristiga-placeringar"] = Figure(
    adding: change("kortfristiga-placeringar", takesCash: true))
  figures["forandring-kortfristiga-skulder"] = Figure(adding: change("kortfristiga-skulder", takesCash: false))
  figures["investeringar"] = Figure(
    adding: change("summa-anlaggningstillgangar", takesCash: true)
      + [operand("+", "Avskrivningar", depreciation)].compactMap(\.self))
  figures["forandring-langfristiga-skulder"] = Figure(adding: change("langfristiga-skulder", takesCash: false))
  figures["likvida-medel-ingang"] = opening.figures["kassa-och-bank"]
  figures["likvida-medel-utgang"] = closing.figures["kassa-och-bank"]
  return figures
}
