import Association
import Ledger
import Statements

extension GoalSeries {
  /// What the year's table and diagram of the series are called.
  var tableID: String { "malserie-\(goalID)" + (index == 0 ? "" : "-\(index + 1)") }

  /// What the series is of.
  func title(_ goal: Goal) -> String {
    let outcome = goal.outcomes[index].title
    return outcome.isEmpty ? goal.title : "\(goal.title) – \(outcome)"
  }

  /// Every break with its reason.
  var breaks: [String] {
    points.compactMap { point in point.breakReason.map { "Serien bryts \(point.year): \($0.sentence)" } }
  }

  /// The years as a table: each year's share by sex with its counts, what others had, and a heading where the series
  /// breaks. A percentage that is quoted stands as it was printed, with where it is printed.
  func table(_ goal: Goal, year: Int, _ protection: CountProtection) -> Table {
    var rows: [Table.Row] = []
    for point in points {
      if let reason = point.breakReason {
        rows.append(
          Table.Row(
            id: "brott-\(point.year)", title: "Serien bryts \(point.year): \(reason.sentence)", role: .heading))
      }
      rows.append(row(point, protection))
      rows += point.comparisons.enumerated().map { number, quote in
        quote.row(id: "jamforelse-\(point.year)-\(number + 1)")
      }
    }
    let columns = [
      ("alla", "Alla", "Andel"), ("kvinnor", "Kvinnor", "Andel"), ("man", "Män", "Andel"),
      ("antal", "Antal", "Underlag"), ("bas", "Av", "Underlag"), ("kalla", "Källa", ""),
    ].map { Table.Column(id: $0.0, title: $0.1, group: $0.2) }
    return Table(
      id: tableID, title: "\(title(goal)), över åren", unit: .none, rowHeading: "År", columns: columns, rows: rows
    ).explained
  }

  private func row(_ point: Point, _ protection: CountProtection) -> Table.Row {
    if let quoted = point.quoted { return quoted.row(id: "ar-\(point.year)") }
    guard let goal = point.goal else { return Table.Row(id: "ar-\(point.year)", title: "\(point.year)", cells: []) }
    let (met, base) = goal.figures(ofOutcome: index, protection)
    var shares: [Table.Cell] = [.empty, .empty, .empty]
    if let met, let base {
      shares = [
        Table.Cell(.share(met.total, of: base.total, "Uppnådde målet", "Underlag")),
        Table.Cell(.share(met.women, of: base.women, "Uppnådde målet, kvinnor", "Underlag, kvinnor")),
        Table.Cell(.share(met.men, of: base.men, "Uppnådde målet, män", "Underlag, män")),
      ]
    }
    return Table.Row(
      id: "ar-\(point.year)", title: "\(point.year)",
      cells: shares + [Table.Cell(met?.total), Table.Cell(base?.total), .empty])
  }

  /// The shares over the years as a diagram: a line for each stretch between breaks, so that none is drawn across one;
  /// nil where there are not two years to show.
  func diagram(_ goal: Goal, _ protection: CountProtection) -> Diagram? {
    var stretches: [[Figure?]] = []
    var names: [String] = []
    for (place, point) in points.enumerated() {
      if stretches.isEmpty || point.breakReason != nil {
        stretches.append(Array(repeating: nil, count: points.count))
        names.append(point.breakReason == nil ? "Uppnådde målet" : "Från \(point.year)")
      }
      stretches[stretches.count - 1][place] = share(point, protection)
    }
    guard stretches.flatMap(\.self).count(where: { $0 != nil }) > 1 else { return nil }
    if names.count > 1 {
      names[0] = "Före \(points.first { $0.breakReason != nil }?.year ?? 0)"
    }
    var series = zip(names, stretches).map { Diagram.Series(title: $0, values: $1) }
    var titles: [String] = []
    for title in points.flatMap(\.comparisons).map(\.title) where !titles.contains(title) { titles.append(title) }
    series += titles.map { title in
      Diagram.Series(title: title, values: points.map { $0.comparisons.first { $0.title == title }?.figure })
    }
    let reasons = breaks.map { " \($0)" }.joined()
    return Diagram(
      id: tableID, title: "\(title(goal)): andel som uppnådde målet.\(reasons)", form: .lines, unit: .none,
      categories: points.map { "\($0.year)" }, series: series)
  }

  private func share(_ point: Point, _ protection: CountProtection) -> Figure? {
    if let quoted = point.quoted { return quoted.figure }
    guard let goal = point.goal else { return nil }
    let (met, base) = goal.figures(ofOutcome: index, protection)
    guard let met, let base else { return nil }
    return .share(met.total, of: base.total, "Uppnådde målet", "Underlag")
  }
}

extension QuotedShare {
  /// The percentage as a figure, whose base is what was printed and nothing more.
  var figure: Figure? {
    let unit: Int64 = decimalUnit
    return Share(all.thousandths / (100_000 / unit), of: unit).map {
      Figure(.share($0), origin: .fact(title: "\(title) \(year)", source: source))
    }
  }

  private var decimalUnit: Int64 { [100, 1000, 10_000, 100_000][all.decimals] }

  /// The row of a percentage that is quoted: words, not figures, since nobody knows the counts.
  fileprivate func row(id: String) -> Table.Row {
    func percent(_ percent: PrintedPercent?) -> Table.Cell {
      Table.Cell(words: percent.map { "\($0.text)\u{A0}%" } ?? "")
    }
    return Table.Row(
      id: id, title: kind == .comparison ? "\(year), \(title)" : "\(year)",
      cells: [
        percent(all), percent(women), percent(men), .empty,
        Table.Cell(words: base.map { Numerals.whole(Int64($0.total)) } ?? ""), Table.Cell(words: source),
      ])
  }

  /// The quoted percentages in a sentence: `Riket 89 % (kvinnor 89 %, män 89 %)`.
  var words: String {
    let bySex = [("kvinnor", women), ("män", men)].compactMap { name, percent in
      percent.map { "\(name) \($0.text)\u{A0}%" }
    }
    return "\(title) \(all.text)\u{A0}%" + (bySex.isEmpty ? "" : " (\(bySex.joined(separator: ", ")))")
      + (base.map { ", av \(Numerals.whole(Int64($0.total)))" } ?? "")
  }
}

extension String {
  /// The words as a sentence: ended by a full stop once.
  fileprivate var sentence: String {
    guard let last = utf8.last, ![UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last) else {
      return self
    }
    return self + "."
  }
}
