import Report

/// A chapter on the report's desk: the template's, the texts that stand inside another, and the association's own
/// appendices, in the order they are printed.
struct DeskChapter: Hashable, Sendable {
  let id: String
  let title: String
  let number: String
  let level: Int
  /// Whether the report has it: it is required, or something stands in it.
  let isPrinted: Bool
  /// Whether the association writes in it. A list of figures and notes made of the books has no text of its own.
  let isWritten: Bool

  /// Those of a report.
  static func all(in workbench: Workbench) -> [DeskChapter] {
    let report = workbench.report
    var chapters: [DeskChapter] = []
    for entry in Template.entries {
      let printed = report.chapter(entry.id)
      chapters.append(
        DeskChapter(
          id: entry.id, title: entry.title, number: printed?.number ?? "", level: entry.level,
          isPrinted: printed != nil, isWritten: true))
      if entry.id == "noter" {
        chapters.append(
          DeskChapter(
            id: "redovisningsprinciper", title: "Redovisningsprinciper", number: "", level: 2, isPrinted: true,
            isWritten: true))
      }
    }
    let known = Set(chapters.map(\.id))
    chapters += report.chapters.filter { !known.contains($0.id) }.map { chapter in
      DeskChapter(
        id: chapter.id, title: chapter.title, number: "", level: 2, isPrinted: true,
        isWritten: chapter.id != "bilaga-budget")
    }
    return chapters
  }

  /// The one with that id; also a new appendix of the association's own, by a name that none has yet.
  static func find(_ id: String, in workbench: Workbench) -> DeskChapter? {
    if let chapter = all(in: workbench).first(where: { $0.id == id }) { return chapter }
    guard Template.knows(id), id.utf8.count <= 60, id.utf8.allSatisfy(isNamePart) else { return nil }
    return DeskChapter(id: id, title: "Ny bilaga: \(id)", number: "", level: 2, isPrinted: false, isWritten: true)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
  }
}
