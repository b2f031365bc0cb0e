import Press
import Report

/// Every figure that a text can name, found by words; for the page's script as a list to insert from.
enum ListFigures {
  /// More than anybody reads; words narrow it.
  private static let countMax = 60
  private static let insertCountMax = 30

  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let workbench = try await asked.workbench(year) else { return .notFound }
    let words = asked.query.choice("ord")
    let found = search(words, in: workbench)
    if asked.isScript {
      let placed = placements(words, in: workbench)
      return .piece(
        FigurePicker.items(
          figures: Array(found.prefix(insertCountMax)), placed: placed, count: found.count, year: year))
    }
    return .page(
      FiguresPage(year: year, words: words, figures: Array(found.prefix(countMax)), count: found.count).page())
  }

  /// The figures whose name or title holds every word, those of short names first: they are the ones most spoken of.
  static func search(_ words: String, in workbench: Workbench) -> [FiguresPage.Row] {
    let wanted = words.lowercased().split(separator: " ").map { Array($0.utf8) }
    let names = workbench.report.figures.filter { name, named in
      let text = Array("\(name) \(named.title)".lowercased().utf8)
      return wanted.allSatisfy { text.firstRange(of: $0) != nil }
    }
    return names.withoutTwins.map { name, named in
      FiguresPage.Row(name: name, title: named.title, value: named.figure.exact, forms: workbench.forms(of: name))
    }
  }

  /// Tables and diagrams that fit the words.
  private static func placements(_ words: String, in workbench: Workbench) -> [FigurePicker.Placed] {
    let wanted = words.lowercased().split(separator: " ").map { Array($0.utf8) }
    let all =
      workbench.tables.map { FigurePicker.Placed(kind: "tabell", id: $0.id, title: $0.title) }
      + workbench.diagrams.map { FigurePicker.Placed(kind: "diagram", id: $0.id, title: $0.title) }
    return all.filter { placed in
      let text = Array("\(placed.kind) \(placed.id) \(placed.title)".lowercased().utf8)
      return wanted.allSatisfy { text.firstRange(of: $0) != nil }
    }
  }
}
