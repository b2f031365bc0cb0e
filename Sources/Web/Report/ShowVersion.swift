import Press
import Report
import Store

/// What has changed in the report since a version of it was kept, or between two versions.
enum ShowVersion {
  static func show(_ asked: Asked, _ place: Pair<Int, Int64>) async throws -> Answer {
    guard let workbench = try await asked.workbench(place.first) else { return .notFound }
    let versions = try asked.store.reportVersions(year: place.first)
    guard let version = versions.first(where: { $0.sequence == place.second }) else { return .notFound }
    let other = versions.first { "\($0.sequence)" == asked.query.choice("mot") && $0.sequence != version.sequence }
    let old = ReportLines.byChapter(try asked.store.lines(ofVersion: version.sequence))
    let new = ReportLines.byChapter(
      try other.map { try asked.store.lines(ofVersion: $0.sequence) } ?? ReportLines.all(of: workbench.report))
    let page = VersionPage(
      year: place.first, version: version, other: other, versions: versions,
      chapters: changes(from: old, to: new, workbench),
      figures: figures(from: old[ReportLines.figures] ?? [], to: new[ReportLines.figures] ?? [], workbench.report))
    return .page(page.page())
  }

  /// The chapters that say something else, in the order of the report; those that are gone last.
  private static func changes(
    from old: [String: [String]], to new: [String: [String]], _ workbench: Workbench
  ) -> [VersionPage.Changed] {
    let printed = workbench.report.chapters.map { (id: $0.id, title: ReportWords.title($0.number, $0.title)) }
    let gone = Set(old.keys).union(new.keys).subtracting(printed.map(\.id)).subtracting([ReportLines.figures]).sorted()
      .map { id in (id: id, title: old[id]?.first ?? new[id]?.first ?? id) }
    return (printed + gone).compactMap { chapter in
      let difference = TextDifference(from: old[chapter.id] ?? [], to: new[chapter.id] ?? [])
      return difference.isEmpty
        ? nil : VersionPage.Changed(id: chapter.id, title: chapter.title, difference: difference)
    }
  }

  /// The figures that have another value, by their short names: a figure is often known by several, and one is enough.
  private static func figures(
    from old: [String], to new: [String], _ report: AnnualReport
  ) -> [VersionPage.ChangedFigure] {
    func values(_ lines: [String]) -> [String: String] {
      var values: [String: String] = [:]
      for line in lines {
        let bytes = Array(line.utf8)
        guard let colon = bytes.firstRange(of: Array(": ".utf8)) else { continue }
        values[String(decoding: bytes[..<colon.lowerBound], as: UTF8.self)] =
          String(decoding: bytes[colon.upperBound...], as: UTF8.self)
      }
      return values
    }
    let (before, after) = (values(old), values(new))
    return before.keys.filter { name in
      !name.utf8.contains(UInt8(ascii: ".")) && after[name] != nil && after[name] != before[name]
    }.sorted().map { name in
      VersionPage.ChangedFigure(
        name: name, title: report.figures[name]?.title ?? name, before: before[name] ?? "", after: after[name] ?? "")
    }
  }
}
