import Association
import Ledger
import Statements

extension AnnualReport {
  /// The report with everything its checks find, each finding with the answer that somebody has given it, in the
  /// order of the chapters and, inside a chapter, the gravest first.
  public func checked() -> AnnualReport { checked(by: Check.all) }

  /// The report with what those checks find.
  func checked(by checks: [Check]) -> AnnualReport {
    var report = self
    report.findings = []
    let answers = source?.association.findingAnswers ?? []
    let found = checks.flatMap { $0.find(report) }.map { finding in
      var finding = finding
      finding.answer = answers.last {
        $0.year == year.number && $0.code == finding.code && $0.place == finding.place && !$0.reason.isBlank
      }
      return finding
    }
    let order = chapterOrder
    report.findings = found.enumerated().sorted { left, right in
      let chapters = (order.index(of: left.element.place), order.index(of: right.element.place))
      if chapters.0 != chapters.1 { return chapters.0 < chapters.1 }
      if left.element.severity != right.element.severity { return left.element.severity > right.element.severity }
      if left.element.code != right.element.code { return left.element.code < right.element.code }
      return left.offset < right.offset
    }.map(\.element)
    return report
  }

  private var chapterOrder: ChapterOrder {
    var order = ChapterOrder()
    for (index, chapter) in chapters.enumerated() {
      order.chapters[chapter.id] = order.chapters[chapter.id] ?? index
      for block in chapter.blocks {
        if case .table(let table) = block { order.tables[table.id] = order.tables[table.id] ?? index }
      }
    }
    return order
  }
}

/// Where in the report a place is: what concerns the report itself first, what concerns the books last.
private struct ChapterOrder {
  var chapters: [String: Int] = [:]
  var tables: [String: Int] = [:]

  func index(of place: String) -> Int {
    let head = place.pieces(separatedBy: "/").first ?? place
    if head == "fakta" { return -1 }
    guard head == "text" else { return tables[head] ?? Int.max }
    let chapter = (place.afterPrefix("text/") ?? "").pieces(separatedBy: ":").first ?? ""
    return chapters[chapter] ?? Int.max
  }
}
