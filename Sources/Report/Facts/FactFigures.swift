import Association
import Ledger
import Statements

/// Figures made of the association's own facts: each says which fact it is and where it is told or decided.
extension Figure {
  /// A count that the association has told.
  static func told(_ count: Int, _ title: String, in source: String) -> Figure {
    Figure(.count(Int64(count)), origin: .fact(title: title, source: source))
  }

  /// The sum of counts.
  static func sum(of parts: [(title: String, figure: Figure)]) -> Figure {
    let sum = parts.reduce(Int64(0)) { $0 + ($1.figure.count ?? 0) }
    return Figure(
      .count(sum), origin: .formula(parts.map { Origin.Operand(sign: "+", title: $0.title, figure: $0.figure) }))
  }

  /// A share of two counts, or nil where there is nothing to take a share of.
  static func share(_ part: Figure, of whole: Figure, _ partTitle: String, _ wholeTitle: String) -> Figure? {
    guard let numerator = part.count, let denominator = whole.count,
      let share = Share(numerator, of: denominator)
    else { return nil }
    return Figure(
      .share(share),
      origin: .formula([
        Origin.Operand(sign: "+", title: partTitle, figure: part),
        Origin.Operand(sign: "/", title: wholeTitle, figure: whole),
      ]))
  }
}

/// A tally as figures: women, men, not stated and all, each with its origin.
struct TallyFigures {
  let women: Figure
  let men: Figure
  let notStated: Figure
  let total: Figure

  init(_ tally: Tally, _ title: String, in source: String) {
    women = .told(tally.women, "\(title), kvinnor", in: source)
    men = .told(tally.men, "\(title), män", in: source)
    notStated = .told(tally.notStated, "\(title), uppgift saknas", in: source)
    var parts = [(title: "Kvinnor", figure: women), (title: "Män", figure: men)]
    if tally.notStated != 0 { parts.append((title: "Uppgift saknas", figure: notStated)) }
    total = .sum(of: parts)
  }

  /// The tally of rows added, sex by sex.
  init(sumOf rows: [(title: String, figures: TallyFigures)]) {
    women = .sum(of: rows.map { (title: $0.title, figure: $0.figures.women) })
    men = .sum(of: rows.map { (title: $0.title, figure: $0.figures.men) })
    notStated = .sum(of: rows.map { (title: $0.title, figure: $0.figures.notStated) })
    total = .sum(of: rows.map { (title: $0.title, figure: $0.figures.total) })
  }

  /// Women and men as cells: empty where sex is stated for nobody, for then neither is known to be zero.
  var bySexCells: [Table.Cell] {
    guard women.count == 0, men.count == 0, notStated.count != 0 else { return [.figure(women), .figure(men)] }
    return [.empty, .empty]
  }

  /// The sexes that a share is told for, with the word used in names and the one used in titles.
  var bySex: [(name: String, title: String, figure: Figure)] {
    [(name: "kvinnor", title: "kvinnor", figure: women), (name: "man", title: "män", figure: men)]
  }
}

extension Table.Cell {
  /// A figure's cell, empty where there is no figure.
  init(_ figure: Figure?) { self = figure.map { .figure($0) } ?? .empty }

  /// A text's cell, empty where nothing is said.
  init(words: String) { self = words.isEmpty ? .empty : .text(words) }
}
