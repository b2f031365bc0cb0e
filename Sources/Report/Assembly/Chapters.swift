import Association
import Ledger
import Statements

extension Assembly {
  /// The chapters of the template that have something to say or that the law asks for, numbered as they stand.
  func chapters() -> Reading<[Chapter]> {
    let texts = ownTexts()
    let placed = texts.value.values.reduce(into: Set<String>()) { $0.formUnion($1.placedIDs) }
    let automatic = AutomaticText(self)
    var numbering = Numbering()
    var chapters: [Chapter] = []
    for entry in Template.entries {
      let own = texts.value[entry.id] ?? []
      var blocks = automatic.lead(entry.id, hasOwnText: !own.isEmpty) + own
      blocks += automatic.following(entry.id)
      blocks += tableIDs(of: entry).filter { !placed.contains("tabell:\($0)") }.compactMap { id in
        tables[id].map { .table($0) }
      }
      blocks += entry.diagrams.filter { !placed.contains("diagram:\($0)") }.compactMap { id in
        diagrams[id].map { .diagram($0) }
      }
      blocks += automatic.closing(entry.id)
      let appendices = entry.id == "bilagor" ? appendices(texts.value) : []
      switch entry.id {
      case "noter": blocks += notes(principles: texts.value["redovisningsprinciper"] ?? [], automatic)
      case "underskrift": blocks += [.signatures(boardSignatories)]
      case "revisorernas-pateckning":
        let auditors = source.association.reportFacts(year: year).auditors
        if !auditors.isEmpty { blocks.append(.signatures(auditors)) }
      default: break
      }
      guard entry.isRequired || !blocks.isEmpty || !appendices.isEmpty else { continue }
      chapters.append(
        Chapter(
          id: entry.id, number: numbering.next(entry), title: entry.title, level: entry.level, blocks: blocks))
      chapters += appendices
    }
    return Reading(value: chapters, diagnostics: texts.diagnostics)
  }

  /// The association's texts of the year, by chapter; several of one chapter stand after one another.
  private func ownTexts() -> Reading<[String: [Block]]> {
    var blocks: [String: [Block]] = [:]
    var diagnostics: [Diagnostic] = []
    for text in source.association.texts where text.year == year {
      let file = "text/\(text.chapterID)"
      guard Template.knows(text.chapterID) else {
        diagnostics.append(.textChapterUnknown(file: file, chapterID: text.chapterID))
        continue
      }
      let reading = markdown.blocks(of: text.markdown, file: file)
      blocks[text.chapterID, default: []] += reading.value
      diagnostics += reading.diagnostics
    }
    return Reading(value: blocks, diagnostics: diagnostics)
  }

  private func tableIDs(of entry: Template.Entry) -> [String] {
    entry.tables.flatMap { id in
      guard id.utf8.last == UInt8(ascii: "*") else { return [id] }
      return followUpIDs.filter { $0.utf8.starts(with: id.utf8.dropLast()) }
    }
  }

  /// The notes: accounting principles first, then those that specify a line, then insatser, audit and departures.
  private func notes(principles: [Block], _ automatic: AutomaticText) -> [Block] {
    var blocks: [Block] = []
    var number = 0
    func add(_ title: String, _ body: [Block]) {
      number += 1
      blocks.append(.heading(level: 1, [.text("Not \(number). \(title)")]))
      blocks += body
    }
    add("Redovisningsprinciper", automatic.principles + principles)
    for id in statements.noteIDs { if let table = tables[id] { add(table.title, [.table(table)]) } }
    if let table = tables["projektnot"] { add(table.title, [.table(table)]) }
    if let table = tables["revisionskostnad"] { add(table.title, automatic.auditSentence + [.table(table)]) }
    if let table = tables["avvikelser"] { add(table.title, [.table(table)]) }
    return blocks
  }

  /// The appendices, each with its letter: the budget, then the association's own.
  private func appendices(_ texts: [String: [Block]]) -> [Chapter] {
    var appendices: [(id: String, title: String, blocks: [Block])] = []
    if let budget = tables["budget"] {
      appendices.append((id: "bilaga-budget", title: budget.title, blocks: [.table(budget)]))
    }
    var seen: Set<String> = []
    for text in source.association.texts where text.chapterID.utf8.starts(with: Template.appendixPrefix.utf8) {
      guard text.year == year, seen.insert(text.chapterID).inserted, var blocks = texts[text.chapterID] else {
        continue
      }
      // The text's first heading is the appendix's own.
      var title = text.chapterID
      if case .heading(_, let words)? = blocks.first {
        title = words.plainText
        blocks.removeFirst()
      }
      appendices.append((id: text.chapterID, title: title, blocks: blocks))
    }
    return zip(Numbering.letters, appendices).map { letter, appendix in
      Chapter(
        id: appendix.id, number: "", title: "Bilaga \(letter). \(appendix.title)", level: 2, blocks: appendix.blocks)
    }
  }

  /// Who signs for the board: those told for the report, else the seats that are filled when the year ends.
  private var boardSignatories: [ReportFacts.Signatory] {
    let told = source.association.reportFacts(year: year).signatories
    guard told.isEmpty else { return told }
    let day = source.association.reportFacts(year: year).decision.date ?? source.books.year.last
    return source.association.seats.filter { seat in
      (seat.from ?? day) <= day && day <= (seat.until ?? day) && !seat.function.isSubstitute
    }.map { ReportFacts.Signatory(function: $0.function, name: $0.name) }
  }
}

extension String {
  /// Whether a function on the board is that of a substitute, who does not sign.
  fileprivate var isSubstitute: Bool {
    let small = lowercased()
    return small.utf8.starts(with: "ersättare".utf8) || small.utf8.starts(with: "suppleant".utf8)
  }
}

extension Diagnostic {
  static func textChapterUnknown(file: String, chapterID: String) -> Diagnostic {
    let known = Template.entries.map(\.id).joined(separator: ", ")
    return Diagnostic(
      code: "text-kapitel", severity: .error, place: Place(file: file),
      message: "Texten hör till kapitlet \(chapterID), som inte finns, och trycks därför inte. Kapitlen heter \(known) "
        + "och redovisningsprinciper. En egen bilaga har ett namn som börjar på \(Template.appendixPrefix).")
  }
}
