import Association
import Ledger
import Statements

/// Figures made of the association's own facts: each says which fact it is and where it is told or decided.
extension Figure {
  /// A count that the association has told.
  static func told(_ count: Int, _ title: String, in source: String) -> Figure {
    Figure(.count(Int64(count)), origin: .fact(title: title, source: source))
  }

  /// A count of people as it may be printed: itself, or what is told in its place. What is not printed does not say
  /// what it is made of either.
  static func told(_ count: Int, as printed: PrintedCount, _ title: String, in source: String) -> Figure {
    guard printed.count == nil else { return told(count, title, in: source) }
    return Figure(
      .withheld(.count(printed)), origin: .fact(title: "\(title). \(printed.reason)", source: source))
  }

  /// The sum of counts.
  static func sum(of parts: [(title: String, figure: Figure)]) -> Figure {
    let sum = parts.reduce(Int64(0)) { $0 + ($1.figure.count ?? 0) }
    return Figure(
      .count(sum), origin: .formula(parts.map { Origin.Operand(sign: "+", title: $0.title, figure: $0.figure) }))
  }

  /// A share of two counts, or nil where there is nothing to take a share of.
  static func share(_ part: Figure, of whole: Figure, _ partTitle: String, _ wholeTitle: String) -> Figure? {
    if part.withheld != nil || whole.withheld != nil {
      return withheldShare(part, of: whole, partTitle, wholeTitle)
    }
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

extension Figure {
  /// A share of which one count is not printed: the least it can be where that is told, else nothing.
  private static func withheldShare(
    _ part: Figure, of whole: Figure, _ partTitle: String, _ wholeTitle: String
  ) -> Figure {
    var least: Share?
    if case .count(.atLeast(let count))? = part.withheld, let denominator = whole.count {
      least = Share(Int64(count), of: denominator)
    }
    return Figure(
      .withheld(.share(atLeast: least)),
      origin: .formula([
        Origin.Operand(sign: "+", title: partTitle, figure: part),
        Origin.Operand(sign: "/", title: wholeTitle, figure: whole),
      ]))
  }
}

extension PrintedCount {
  /// Why the count is not printed.
  var reason: String {
    switch self {
    case .exact: ""
    case .fewer: "Antalet visas inte, för att ingen ska kunna kännas igen"
    case .atLeast: "Antalet visas inte, för att de få som inte är med inte ska kunna räknas ut"
    case .withheld: "Antalet visas inte, för att ett mindre antal inte ska kunna räknas ut av det"
    }
  }
}

extension Table {
  /// The table with a sentence beneath that says what is withheld and why; itself where nothing is.
  var explained: Table {
    var fewer: Int?
    var (hasLeast, hasDash) = (false, false)
    for case .figure(let figure) in rows.flatMap(\.cells) {
      switch figure.withheld {
      case .count(.fewer(let threshold))?: fewer = threshold
      case .count(.atLeast)?, .share(_?)?: hasLeast = true
      case .count?, .share?, .amount?: hasDash = true
      case nil: break
      }
    }
    var sentences: [String] = []
    if let fewer {
      sentences.append("”Färre än \(fewer)” står i stället för antal som är så små att någon kan kännas igen.")
    }
    if hasLeast { sentences.append("”Minst” står där så få saknas att de kan kännas igen.") }
    if hasDash { sentences.append("Ett streck står för tal som skulle röja ett sådant antal.") }
    guard !sentences.isEmpty else { return self }
    var table = self
    table.remark = ([remark] + sentences).filter { !$0.isEmpty }.joined(separator: " ")
    return table
  }
}

/// A tally as figures: women, men, not stated and all, each with its origin.
struct TallyFigures {
  let women: Figure
  let men: Figure
  let notStated: Figure
  let total: Figure
  /// Whether sex is stated for nobody, though somebody is counted.
  private let isUnsexed: Bool

  /// A tally that is no secret, as that of a public body's own staff.
  init(_ tally: Tally, _ title: String, in source: String) {
    women = .told(tally.women, "\(title), kvinnor", in: source)
    men = .told(tally.men, "\(title), män", in: source)
    notStated = .told(tally.notStated, "\(title), uppgift saknas", in: source)
    var parts = [(title: "Kvinnor", figure: women), (title: "Män", figure: men)]
    if tally.notStated != 0 { parts.append((title: "Uppgift saknas", figure: notStated)) }
    total = .sum(of: parts)
    isUnsexed = tally.isUnsexed
  }

  /// A tally of people as it has passed the gate.
  init(_ tally: Tally, _ title: String, in source: String, as cells: TallyCells, _ protection: CountProtection) {
    self.init(tally, title, in: source) { count, cell in protection.printed(count, cell(cells)) }
  }

  /// A tally of people that is a part of a whole.
  init(part tally: Tally, _ title: String, in source: String, as cells: PartCells, _ protection: CountProtection) {
    self.init(tally, title, in: source) { count, cell in
      protection.printed(count, part: cell(cells.part), rest: cell(cells.rest), whole: cell(cells.whole))
    }
  }

  private init(
    _ tally: Tally, _ title: String, in source: String, _ printed: (Int, (TallyCells) -> CountCell) -> PrintedCount
  ) {
    women = .told(tally.women, as: printed(tally.women) { $0.women }, "\(title), kvinnor", in: source)
    men = .told(tally.men, as: printed(tally.men) { $0.men }, "\(title), män", in: source)
    notStated = .told(
      tally.notStated, as: printed(tally.notStated) { $0.notStated }, "\(title), uppgift saknas", in: source)
    var parts = [(title: "Kvinnor", figure: women), (title: "Män", figure: men)]
    if tally.notStated != 0 { parts.append((title: "Uppgift saknas", figure: notStated)) }
    total = .told(tally.total, as: printed(tally.total) { $0.total }, "\(title), alla", in: source).adding(parts)
    isUnsexed = tally.isUnsexed
  }

  /// The sum of rows of people, as it has passed the gate.
  init(
    sumOf rows: [(title: String, figures: TallyFigures)], _ tally: Tally, _ title: String, in source: String,
    as cells: TallyCells, _ protection: CountProtection
  ) {
    func sum(_ count: Int, _ cell: CountCell, _ told: String, _ of: KeyPath<TallyFigures, Figure>) -> Figure {
      Figure.told(count, as: protection.printed(count, cell), "\(title), \(told)", in: source)
        .adding(rows.map { (title: $0.title, figure: $0.figures[keyPath: of]) })
    }
    women = sum(tally.women, cells.women, "kvinnor", \.women)
    men = sum(tally.men, cells.men, "män", \.men)
    notStated = sum(tally.notStated, cells.notStated, "uppgift saknas", \.notStated)
    total = sum(tally.total, cells.total, "alla", \.total)
    isUnsexed = tally.isUnsexed
  }

  /// The tally of rows added, sex by sex.
  init(sumOf rows: [(title: String, figures: TallyFigures)]) {
    women = .sum(of: rows.map { (title: $0.title, figure: $0.figures.women) })
    men = .sum(of: rows.map { (title: $0.title, figure: $0.figures.men) })
    notStated = .sum(of: rows.map { (title: $0.title, figure: $0.figures.notStated) })
    total = .sum(of: rows.map { (title: $0.title, figure: $0.figures.total) })
    isUnsexed = rows.contains { $0.figures.notStated.count != 0 } && women.count == 0 && men.count == 0
  }

  /// Women and men as cells: empty where sex is stated for nobody, for then neither is known to be zero.
  var bySexCells: [Table.Cell] {
    guard isUnsexed else { return [.figure(women), .figure(men)] }
    return [.empty, .empty]
  }

  /// The sexes that a share is told for, with the word used in names and the one used in titles.
  var bySex: [(name: String, title: String, figure: Figure)] {
    [(name: "kvinnor", title: "kvinnor", figure: women), (name: "man", title: "män", figure: men)]
  }
}

extension Figure {
  /// The figure as the sum of those; itself where it is withheld.
  fileprivate func adding(_ parts: [(title: String, figure: Figure)]) -> Figure {
    guard withheld == nil else { return self }
    return Figure(
      value, origin: .formula(parts.map { Origin.Operand(sign: "+", title: $0.title, figure: $0.figure) }))
  }
}

extension Tally {
  /// Whether sex is stated for nobody, though somebody is counted.
  var isUnsexed: Bool { women == 0 && men == 0 && notStated != 0 }
}

extension Table.Cell {
  /// A figure's cell, empty where there is no figure.
  init(_ figure: Figure?) { self = figure.map { .figure($0) } ?? .empty }

  /// A text's cell, empty where nothing is said.
  init(words: String) { self = words.isEmpty ? .empty : .text(words) }
}
