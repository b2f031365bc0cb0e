import Association

/// Writes what a folder says as texts in one fixed form: the same folder gives the same bytes.
struct FolderWriter {
  let folder: AssociationFolder

  func files() -> [(path: String, text: String)] {
    singleFiles() + yearlyFiles() + texts()
  }

  private func singleFiles() -> [(path: String, text: String)] {
    let association = folder.association
    let quotes: YAMLValue? =
      association.quotedFigures.isEmpty ? nil : .keys([("citat", .list(association.quotedFigures.map(\.file)))])
    let values: [(FolderPath.Single, YAMLValue?)] = [
      (.association, association.file), (.members, association.memberFile), (.insatser, association.insatsFile),
      (.groups, association.groupFile), (.board, association.boardFile),
      (.history, YearFigures.file(association.history)), (.quotedFigures, quotes),
    ]
    var files = values.compactMap { single, value in value.map { (path: single.rawValue, text: $0.document) } }
    // The association's own words win over what we made of them.
    let source = association.mappingSource.isEmpty ? folder.mapping?.source : association.mappingSource
    if let source { files.append((FolderPath.Single.mapping.rawValue, source)) }
    return files
  }

  private func yearlyFiles() -> [(path: String, text: String)] {
    let association = folder.association
    return association.budgets.map { ($0.path, $0.file.document) }
      + association.balanceRequirements.map { (path(.balanceRequirements, $0.year), $0.file.document) }
      + association.reports.map { (path(.reports, $0.year), $0.file.document) }
      + goals()
      + lists(.countTables, "tabeller", association.countTables, year: \.year, file: \.file)
      + lists(.surveys, "enkäter", association.surveys, year: \.year, file: \.file)
      + lists(.activities, "aktiviteter", association.activities, year: \.year, file: \.file)
      + lists(.progressions, "progression", association.progressions, year: \.year, file: \.file)
      + lists(.cases, "ärenden", association.caseCounts, year: \.year, file: \.file)
      + lists(.screenings, "våldsscreening", association.screenings, year: \.year, file: \.file)
      + lists(.deviations, "avvikelser", association.deviations, year: \.year, file: \.file)
      + lists(.answers, "svar", association.findingAnswers, year: \.year, file: \.file)
      + lists(.deadlines, "punkter", association.deadlineFacts, year: \.year, file: \.file)
  }

  /// The goals of a year, and the percentages of that year that stand beside goals.
  private func goals() -> [(path: String, text: String)] {
    let association = folder.association
    return Set(association.goals.map(\.year) + association.quotedShares.map(\.year)).sorted().map { year in
      let goals = association.goals.filter { $0.year == year }.map(\.file)
      let quotes = association.quotedShares.filter { $0.year == year }.map(\.file)
      let value = YAMLValue.section([("mål", .listIfAny(goals)), ("jämförelser", .listIfAny(quotes))])
      return (path(.goals, year), value.document)
    }
  }

  private func lists<Fact>(
    _ noun: FolderPath.Yearly, _ key: String, _ facts: [Fact], year: (Fact) -> Int, file: (Fact) -> YAMLValue
  ) -> [(path: String, text: String)] {
    Set(facts.map(year)).sorted().map { number in
      let list = facts.filter { year($0) == number }.map(file)
      return (path(noun, number), YAMLValue.keys([(key, .list(list))]).document)
    }
  }

  private func path(_ noun: FolderPath.Yearly, _ year: Int) -> String { "\(noun.rawValue)/\(year).yaml" }

  private func texts() -> [(path: String, text: String)] {
    folder.association.texts.map { ("texter/\($0.year)/\($0.chapterID).md", $0.markdown + "\n") }
  }
}
