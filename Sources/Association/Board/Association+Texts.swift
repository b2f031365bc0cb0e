extension Association {
  /// The year's text of a chapter: several of one chapter with an empty line between; empty where there is none.
  public func text(of chapterID: String, year: Int) -> String {
    texts.filter { $0.year == year && $0.chapterID == chapterID }.map(\.markdown).joined(separator: "\n\n")
  }

  /// Puts a text in a chapter of the year in place of what stands there, which is where it keeps standing among the
  /// others; an empty one takes it away.
  public mutating func setText(_ markdown: String, of chapterID: String, year: Int) {
    guard text(of: chapterID, year: year) != markdown else { return }
    let first = texts.firstIndex { $0.year == year && $0.chapterID == chapterID }
    var others: [ReportText] = []
    for (index, text) in texts.enumerated() {
      if index == first, !markdown.isEmpty {
        others.append(ReportText(year: year, chapterID: chapterID, markdown: markdown))
      } else if text.year != year || text.chapterID != chapterID {
        others.append(text)
      }
    }
    if first == nil, !markdown.isEmpty {
      // Texts stand in order of year and chapter, as in a folder.
      let next = others.firstIndex { ($0.year, $0.chapterID) > (year, chapterID) } ?? others.count
      others.insert(ReportText(year: year, chapterID: chapterID, markdown: markdown), at: next)
    }
    texts = others
  }
}

extension Association {
  /// Whether the year's report has any text of the association's own.
  public func hasTexts(year: Int) -> Bool { texts.contains { $0.year == year } }
}
