import Association

/// Somebody who has kept every report there has been, knows how they are made, and tries to solve what is not printed.
///
/// Another way than the gate's: it knows the relations by itself, and looks not for examples but for bounds – first by
/// drawing in intervals, then by linear programming in exact fractions.
struct Attacker {
  /// A count with the value it had: whoever knows that two reports tell of the same count loses nothing by it.
  struct Variable: Hashable {
    let cell: CountCell
    let count: Int
  }

  private(set) var ranges: [Variable: ClosedRange<Int>] = [:]
  private var equations: Set<[Variable: Int]> = []
  private var latest: [CountCell: Variable] = [:]
  private let threshold: Int

  init(threshold: Int) { self.threshold = threshold }

  /// The small counts that the reports have not printed.
  var secrets: [Variable] {
    ranges.keys.filter {
      (1..<threshold).contains($0.count) && (ranges[$0].map { $0.lowerBound < $0.upperBound } ?? true)
    }
    .sorted { $0.cell == $1.cell ? $0.count < $1.count : $0.cell < $1.cell }
  }

  /// The counts that a first reading finds printed.
  var exactCount: Int { ranges.values.count { $0.lowerBound == $0.upperBound } }

  /// Reads a year's report.
  mutating func read(_ association: Association, year: Int, _ protection: CountProtection) {
    for table in association.countTables where table.year == year { read(table, protection) }
    for goal in association.goals where goal.year == year {
      guard let met = goal.outcomes[0].met, let base = goal.outcomes[0].base else { continue }
      read(part: met, of: base, goal.cells(ofOutcome: 0), protection)
      // Of those who finished.
      same(goal.cells(ofOutcome: 0).whole, TallyCells("antal/flode-\(goal.insatsID)/\(year)/avslutade"))
    }
    for survey in association.surveys where survey.year == year {
      see(survey.asked, survey.askedCell, protection.printed(survey.asked, survey.askedCell))
      see(survey.answered, survey.answeredCell, protection.printed(survey.answered, survey.answeredCell))
      for question in survey.questions {
        let cells = survey.cells(of: question)
        read(part: question.positive, of: question.answered, cells, protection)
        know([survey.answeredCell: 1, cells.whole.total: -1])
        same(cells.whole, survey.cells(of: survey.questions[0]).whole)
      }
    }
    for id in SimulatedYears.insatser {
      // Those who are sorted by age are those who were new.
      same(TallyCells("antal/alder-\(id)/\(year)/summa"), TallyCells("antal/flode-\(id)/\(year)/nya"))
      same(TallyCells("antal/flode-\(id)/\(year)/ingående"), TallyCells("antal/flode-\(id)/\(year - 1)/pågående"))
    }
    for row in ["ingående", "nya", "avslutade", "pågående"] {
      sum(
        SimulatedYears.insatser.map { TallyCells("antal/flode-\($0)/\(year)/\(row)") },
        TallyCells("antal/flode/\(year)/\(row)"))
    }
  }

  private mutating func read(_ table: CountTable, _ protection: CountProtection) {
    func printed(_ count: Int, _ cell: CountCell) -> PrintedCount { protection.printed(count, cell) }
    for row in table.rows { see(row.tally, table.cells(of: row), printed) }
    let cells = table.rows.map { table.cells(of: $0) }
    if table.kind == .parts {
      see(table.sum, table.sumCells, printed)
      sum(cells, table.sumCells)
    } else {
      for path in Attacker.paths {
        know([
          cells[0][keyPath: path]: 1, cells[1][keyPath: path]: 1, cells[2][keyPath: path]: -1,
          cells[3][keyPath: path]: -1,
        ])
      }
    }
  }

  private mutating func read(part: Tally, of whole: Tally, _ cells: PartCells, _ protection: CountProtection) {
    see(whole, cells.whole) { protection.printed($0, $1) }
    let rest = whole - part
    for path in Attacker.paths {
      let (own, left, all) = (cells.part[keyPath: path], cells.rest[keyPath: path], cells.whole[keyPath: path])
      let count = Attacker.count(part, path)
      let printed = protection.printed(count, part: own, rest: left, whole: all)
      see(count, own, printed)
      // ”Minst” is said where those who are left are few, and only then.
      var few = 0...PrintedCount.most
      if case .atLeast = printed { few = 1...(threshold - 1) }
      see(Attacker.count(rest, path), left, few)
      know([own: 1, left: 1, all: -1])
    }
    parts(cells.part)
    parts(cells.rest)
  }

  private static let paths: [KeyPath<TallyCells, CountCell> & Sendable] = [\.women, \.men, \.notStated, \.total]

  private static func count(_ tally: Tally, _ path: KeyPath<TallyCells, CountCell>) -> Int {
    switch path {
    case \.women: tally.women
    case \.men: tally.men
    case \.notStated: tally.notStated
    default: tally.total
    }
  }

  private mutating func see(_ tally: Tally, _ cells: TallyCells, _ printed: (Int, CountCell) -> PrintedCount) {
    for path in Attacker.paths {
      let count = Attacker.count(tally, path)
      see(count, cells[keyPath: path], printed(count, cells[keyPath: path]))
    }
    parts(cells)
  }

  private mutating func see(_ count: Int, _ cell: CountCell, _ printed: PrintedCount) {
    see(count, cell, printed.range)
  }

  private mutating func see(_ count: Int, _ cell: CountCell, _ range: ClosedRange<Int>) {
    let variable = Variable(cell: cell, count: count)
    latest[cell] = variable
    ranges[variable] = ranges[variable].map { $0.clamped(to: range) } ?? range
  }

  private mutating func parts(_ cells: TallyCells) {
    know([cells.women: 1, cells.men: 1, cells.notStated: 1, cells.total: -1])
  }

  private mutating func same(_ left: TallyCells, _ right: TallyCells) { sum([left], right) }

  private mutating func sum(_ parts: [TallyCells], _ total: TallyCells) {
    for path in Attacker.paths where parts.map({ $0[keyPath: path] }) != [total[keyPath: path]] {
      var terms: [CountCell: Int] = [total[keyPath: path]: -1]
      for part in parts { terms[part[keyPath: path], default: 0] += 1 }
      know(terms)
    }
  }

  /// Notes that a sum comes to nothing, where it does: it does not after a correction of one year only.
  private mutating func know(_ terms: [CountCell: Int]) {
    var equation: [Variable: Int] = [:]
    for (cell, sign) in terms {
      guard let variable = latest[cell] else { return }
      equation[variable, default: 0] += sign
    }
    equation = equation.filter { $0.value != 0 }
    guard !equation.isEmpty, equation.reduce(0, { $0 + $1.value * $1.key.count }) == 0 else { return }
    equations.insert(equation)
  }

  /// Takes back that a small count was printed.
  mutating func hide(_ variable: Variable) { ranges[variable] = 1...4 }

  /// Draws the ranges in until nothing moves.
  mutating func drawIn() {
    let equations = self.equations.map { $0.map { (variable: $0.key, sign: $0.value) } }
    for _ in 0..<200 {
      var isMoving = false
      for terms in equations {
        for term in terms {
          var (low, high) = (0, 0)
          for other in terms where other.variable != term.variable {
            guard let range = ranges[other.variable] else { continue }
            let isTurned = other.sign * term.sign > 0
            low += isTurned ? -range.upperBound : range.lowerBound
            high += isTurned ? -range.lowerBound : range.upperBound
          }
          guard let own = ranges[term.variable], low <= high else { continue }
          let drawn = own.clamped(to: low...high)
          if drawn != own {
            ranges[term.variable] = drawn
            isMoving = true
          }
        }
      }
      guard isMoving else { return }
    }
  }

  /// The unknowns that hang together with one, the equations between them, and what each equation comes to of them.
  func system(around secret: Variable) -> (unknowns: [Variable], rows: [[Variable: Int]]) {
    var places: [Variable: [[Variable: Int]]] = [:]
    for equation in equations { for variable in equation.keys { places[variable, default: []].append(equation) } }
    func isUnknown(_ variable: Variable) -> Bool { ranges[variable].map { $0.lowerBound < $0.upperBound } ?? false }
    var seen: Set<Variable> = [secret]
    var queue = [secret]
    var rows: Set<[Variable: Int]> = []
    var next = 0
    while next < queue.count {
      for equation in places[queue[next]] ?? [] {
        let open = equation.filter { isUnknown($0.key) }
        rows.insert(open)
        for variable in open.keys where seen.insert(variable).inserted { queue.append(variable) }
      }
      next += 1
    }
    func precedes(_ left: Variable, _ right: Variable) -> Bool {
      left.cell == right.cell ? left.count < right.count : left.cell < right.cell
    }
    let order = Dictionary(uniqueKeysWithValues: queue.sorted(by: precedes).enumerated().map { ($1, $0) })
    func key(_ row: [Variable: Int]) -> [Int] { row.keys.compactMap { order[$0] }.sorted() }
    return (queue.sorted(by: precedes), rows.sorted { key($0).lexicographicallyPrecedes(key($1)) })
  }
}
