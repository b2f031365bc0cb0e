import Ledger

extension Check {
  static let requiredChapterEmpty = Check(
    code: "obligatoriskt-kapitel-saknar-text", .error,
    question: "Har varje kapitel som lagen kräver text?",
    reason: "LKBR 11:1–11:11 säger vad förvaltningsberättelsen ska innehålla.",
    mend: "Skriv kapitlet. Finns inget att säga, skriv det med en mening.",
    slips: { report in
      Template.entries.filter { $0.isRequired && $0.expectsText }.compactMap { entry in
        let index = report.chapters.firstIndex {
          $0.id == entry.id || $0.title.normalized.utf8.starts(with: entry.title.normalized.utf8)
        }
        if let index, report.hasWords(inChapterAt: index) { return nil }
        return Slip(
          at: "text/\(entry.id):0", stated: index == nil ? "inget kapitel" : "ingen text", expected: "text",
          "Kapitlet \(entry.title) saknar text, men lagen kräver det. Skriv det; finns inget att säga, säg det.")
      }
    },
    spoil: { report in
      for index in report.chapters.indices where report.chapters[index].id == "handelser" {
        report.chapters[index].blocks = []
      }
      report.chapters.removeAll { $0.id == "forvantad-utveckling" }
    })
}

extension AnnualReport {
  /// Whether the chapter or a section of it has any running text that is no heading.
  fileprivate func hasWords(inChapterAt index: Int) -> Bool {
    let level = chapters[index].level
    let sections = chapters[(index + 1)...].prefix { $0.level > level }
    return ([chapters[index]] + sections).contains { chapter in
      chapter.blocks.contains { block in
        if case .heading = block { return false }
        return !block.plainText.isBlank
      }
    }
  }
}
