public import Statements

/// Every figure that a text can name, by name, with what it is called in the list one picks from.
///
/// In the catalogue a figure's `printedUnits` are whole kronor. What a table in thousands prints is kept beside it,
/// so that a sentence says the same as the table in either unit.
public struct FigureCatalogue: Hashable, Sendable {
  /// The figures by name.
  public private(set) var figures: [String: AnnualReport.NamedFigure] = [:]
  /// The whole thousands printed for a figure that stands in a table in thousands.
  private var thousands: [String: Int64] = [:]

  /// An empty catalogue.
  public init() {}

  /// The figure of that name, or nil.
  public subscript(name: String) -> Figure? { figures[name]?.figure }

  /// The figure in that form, as it is printed in a sentence; nil for an unknown name or a form that does not fit.
  public func text(of name: String, form: FigureForm = .usual) -> String? {
    figures[name].flatMap { form.text(of: $0.figure, printedThousands: thousands[name]) }
  }

  /// Names a figure. The first figure of a name keeps it.
  mutating func add(_ name: String, _ title: String, _ figure: Figure) {
    guard figures[name] == nil else { return }
    figures[name] = AnnualReport.NamedFigure(title: title, figure: figure)
  }

  /// Names a figure that stands in a table of that unit.
  mutating func add(_ name: String, _ title: String, _ figure: Figure, in unit: Table.Unit) {
    guard figures[name] == nil else { return }
    var figure = figure
    if unit == .thousands {
      thousands[name] = figure.printedUnits
      figure.printedUnits = nil
    }
    add(name, title, figure)
  }

  /// Gives a figure a second, shorter name, and last year's figure the same with `.fg`.
  mutating func alias(_ short: String, of name: String) {
    for suffix in ["", ".fg"] {
      guard figures[short + suffix] == nil, let named = figures[name + suffix] else { continue }
      figures[short + suffix] = named
      thousands[short + suffix] = thousands[name + suffix]
    }
  }

  /// The name most like the one given, where one differs in at most three letters.
  func nearestName(to name: String) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count <= 60 else { return nil }
    let near = figures.keys.map { (distance: FigureCatalogue.distance(wanted, Array($0.utf8)), name: $0) }
    return near.filter { $0.distance <= 3 }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// How many letters must be added, taken away or changed to make one name of the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard abs(left.count - right.count) <= 3 else { return 4 }
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let change = corner + (a == b ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
