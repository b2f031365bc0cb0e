public import Association
public import Ledger

/// The note of insatser: for each what the board granted, what it cost and the difference (domain 5.3). An insats with
/// more than one frame has a row per receiver. Nil where nothing was granted and nothing spent.
///
/// The outcome is the ledger's, printed as in the note of costs, so the two always tie.
public func insatsNote(
  _ books: Books, previous: Books?, mapping: Mapping, association: Association
) -> Table? {
  let followUp = FollowUp(books, mapping: mapping, association: association)
  guard !followUp.lines.isEmpty else { return nil }
  let printed = PrintedRows(notes(books, previous: previous, mapping: mapping, association: association))
  return followUp.table([.granted, .outcome, .difference], printed: printed)
}

extension FollowUp {
  /// What a column of its table holds.
  public enum Column: String, CaseIterable, Sendable {
    /// The year's frame.
    case granted
    /// Asked for and booked.
    case drawn
    /// Accrued at the year's end and not settled.
    case accrued
    /// The period's cost: drawn and accrued.
    case outcome
    /// The frame less the outcome, as the annual report prints it.
    case difference
    /// What is left of the frame at the end of the period.
    case left
    /// What the year is expected to end with.
    case forecast
    /// What will be left by that.
    case forecastLeft
  }

  /// The follow-up as a table in whole kronor, a row per line and their sum: the annual report's note and the living note
  /// are this table with different columns.
  public func table(_ columns: [Column]) -> Table { table(columns, printed: nil) }

  func table(_ columns: [Column], printed: PrintedRows?) -> Table {
    let year = books.year.number
    let lines = lines.filter { $0.granted != nil || $0.outcome != .zero || $0.before != .zero }
    let shares = Dictionary(grouping: lines, by: \.insatsID).mapValues(\.count)
    let named = lines.map { line in (id: line.rowID(isAlone: shares[line.insatsID] == 1), line: line) }
    var rows = named.map { StatementSpec.Line(id: $0.id, title: $0.line.title) }
    rows.append(
      StatementSpec.Line(id: "summa", title: "Summa", role: .total, sumOf: rows.map { "+" + $0.id }))
    let spec = StatementSpec(
      id: "projektnot", title: "Uppföljning av insatser mot beviljad ram", unit: .kronor, rowHeading: "Insats",
      lines: rows)
    var made: [Column: [String: Figure]] = [:]
    for column in [Column.granted, .outcome] {
      made[column] = spec.finished(leaves(column, of: named, printed: printed))
    }
    for column in columns where made[column] == nil {
      if column == .difference {
        made[column] = spec.difference(made[.granted] ?? [:], made[.outcome] ?? [:])
      } else {
        made[column] = spec.finished(leaves(column, of: named, printed: nil))
      }
    }
    return spec.table(
      columns.map { column in
        StatementSpec.Column(
          heading: Table.Column(id: column.rawValue, title: column.title(year), year: year),
          figures: made[column] ?? [:])
      })
  }

  private func leaves(_ column: Column, of lines: [(id: String, line: Line)], printed: PrintedRows?) -> [String: Figure]
  {
    var figures: [String: Figure] = [:]
    for (id, line) in lines {
      guard var figure = line.figure(column, in: books) else { continue }
      if column == .outcome { figure.printedUnits = printed?.units(of: figure) }
      figures[id] = figure
    }
    return figures
  }
}

extension FollowUp.Column {
  fileprivate func title(_ year: Int) -> String {
    switch self {
    case .granted: "Beviljad ram \(year)"
    case .drawn: "Avropat"
    case .accrued: "Upplupet"
    case .outcome: "Utfall"
    case .difference: "Differens"
    case .left: "Kvar"
    case .forecast: "Prognos \(year)"
    case .forecastLeft: "Kvar enligt prognos"
    }
  }
}

extension FollowUp.Line {
  /// The row's stable name: the insats, and the receiver where the insats has more lines than one.
  fileprivate func rowID(isAlone: Bool) -> String {
    guard !insatsID.isEmpty else { return "utan-insats" }
    if key.receiverID.isEmpty, isAlone { return insatsID }
    return "\(insatsID).\(key.receiverID.isEmpty ? "-" : key.receiverID)"
  }

  /// The figure of a column; nil where the line has none.
  fileprivate func figure(_ column: FollowUp.Column, in books: Books) -> Figure? {
    func fact(_ amount: Money?, _ words: String, _ source: String) -> Figure? {
      amount.map { Figure(.amount($0), origin: .fact(title: "\(words) \(title)", source: source)) }
    }
    switch column {
    case .granted: return grantedFigure
    case .outcome: return books.figure(parts.flatMap(\.costs), .change, isTurned: false)
    case .drawn: return fact(drawn, "Avropat", "Bokföringen: kostnad minus skulder samverkansinsatser")
    case .accrued: return fact(accrued, "Upplupet", "Bokföringen: skulder samverkansinsatser")
    case .left: return fact(left, "Kvar", "Ramen minus årets kostnad hittills")
    case .forecast: return fact(forecast, "Prognos", "Prognosen för året")
    case .forecastLeft: return fact(forecastLeft, "Kvar enligt prognos", "Ramen minus prognosen")
    case .difference: return nil
    }
  }

  private var grantedFigure: Figure? {
    guard let granted, let first = frames.first else { return nil }
    let sources = frames.map(\.decision.text).filter { !$0.isEmpty }
    return Figure(
      .amount(granted),
      origin: .fact(
        title: "Beviljad ram \(title) \(first.year)",
        source: sources.isEmpty ? "Förbundets ramar" : sources.joined(separator: ", ")))
  }
}

extension StatementSpec {
  /// The frame less the outcome, line by line, as each is printed.
  func difference(
    _ granted: [String: Figure], _ outcome: [String: Figure], titles: (String, String) = ("Beviljad ram", "Utfall")
  ) -> [String: Figure] {
    lines.reduce(into: [:]) { figures, line in
      let operands = [
        granted[line.id].map { Origin.Operand(sign: "+", title: titles.0, figure: $0) },
        outcome[line.id].map { Origin.Operand(sign: "−", title: titles.1, figure: $0) },
      ]
      figures[line.id] = Figure(adding: operands.compactMap(\.self))
    }
  }
}
