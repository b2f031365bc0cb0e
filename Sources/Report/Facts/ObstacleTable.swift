import Association
import Ledger
import Statements

extension ObstacleYear {
  /// What is counted on a floor, in the order of the table.
  private static let columns: [(id: String, title: String, count: @Sendable (Floor) -> Int)] = [
    ("inkomna", "Inkomna", { $0.arrived }), ("losta", "Lösta", { $0.solved }),
    ("avslagna", "Avslagna", { $0.declined }), ("vidare", "Skickade vidare", { $0.passedUp }),
    ("vantar", "Väntar vid årets slut", { $0.waiting }),
  ]

  /// The floors on which something has happened, the lowest first.
  private var used: [Obstacle.Level] {
    Obstacle.Level.allCases.filter { self[$0] != Floor() }
  }

  private func figure(_ count: Int, _ title: String) -> Figure {
    .told(count, title, in: "Förbundets hinder \(year)")
  }

  /// A row a level. Obstacles, not people: nothing in it has to be hidden.
  var table: Table {
    Table(
      id: "hinder", title: "Hinder i hissen \(year)", unit: .none, rowHeading: "Nivå",
      columns: Self.columns.map { Table.Column(id: $0.id, title: $0.title, year: year) },
      rows: used.map { level in
        Table.Row(
          id: "niva-\(level.rawValue + 1)", title: level.title,
          cells: Self.columns.map { .figure(figure($0.count(self[level]), "\(level.title): \($0.title)")) })
      })
  }

  /// What became of the obstacles on each level; nil where there is only one number to draw.
  var diagram: Diagram? {
    let drawn = Self.columns.dropFirst().filter { column in used.contains { column.count(self[$0]) > 0 } }
    guard used.count > 1, !drawn.isEmpty else { return nil }
    return Diagram(
      id: "hinder-i-hissen", title: "Hinder i hissen \(year)", form: .stacked, unit: .none,
      categories: used.map(\.title),
      series: drawn.map { column in
        Diagram.Series(
          title: column.title,
          values: used.map { figure(column.count(self[$0]), "\($0.title): \(column.title)") })
      })
  }

  /// Named figures, for the texts of the report.
  var namedFigures: [(name: String, title: String, figure: Figure)] {
    let whole = [
      ("rapporterade", "rapporterade", reported), ("besvarade", "besvarade", answered), ("losta", "lösta", solved),
      ("avslagna", "avslagna", declined), ("vantar", "väntar vid årets slut", waiting),
    ].map { (name: "hinder.\($0.0)", title: "Hinder: \($0.1)", figure: figure($0.2, "Hinder: \($0.1)")) }
    let names = ["frontlinje", "lsg", "beredning", "styrelse", "natverk"]
    return whole
      + used.flatMap { level in
        Self.columns.map { column in
          (
            name: "hinder.\(names[level.rawValue]).\(column.id)",
            title: "Hinder, \(level.title): \(column.title)",
            figure: figure(column.count(self[level]), "\(level.title): \(column.title)")
          )
        }
      }
  }
}

extension FigureCatalogue {
  /// Names what became of the obstacles of the year.
  mutating func addObstacles(_ association: Association, year: Int) {
    guard let told = association.obstacles(in: year) else { return }
    for named in told.namedFigures { add(named.name, named.title, named.figure) }
  }
}
