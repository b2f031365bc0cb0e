import Association
import Ledger
import Statements

extension Assembly {
  /// The chapters of the template that have something to say or that the law asks for, numbered as they stand.
  func chapters() -> Reading<[Chapter]> {
    let texts = ownTexts()
    let automatic = AutomaticText(self)
    let closings = Template.entries.map { automatic.closing($0.id) }
    let openings = Template.entries.map { entry in
      let own = texts.value[entry.id] ?? []
      return automatic.lead(entry.id, hasOwnText: !own.isEmpty) + own + automatic.following(entry.id)
    }
    let written = openings + closings + Array(texts.value.values)
    let placed = written.reduce(into: Set<String>()) { $0.formUnion($1.placedIDs) }
    var numbering = Numbering()
    var chapters: [Chapter] = []
    for ((entry, opening), closing) in zip(zip(Template.entries, openings), closings) {
      var blocks = opening
      blocks += tableIDs(of: entry).filter { !placed.contains("tabell:\($0)") }.compactMap { id in
        tables[id].map { .table($0) }
      }
      blocks += diagramIDs(of: entry).filter { !placed.contains("diagram:\($0)") }.compactMap { id in
        diagrams[id].map { .diagram($0) }
      }
      blocks += closing
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
    let told = toldTexts.flatMap { markdown.blocks(of: $0.markdown, file: $0.file).diagnostics }
    return Reading(value: chapters, diagnostics: texts.diagnostics + told)
  }

  /// The texts that stand beside facts: comments on goals, purposes of insatser, plans and reasons.
  private var toldTexts: [(file: String, markdown: String)] {
    let association = source.association
    let goals = association.goals.filter { $0.year == year }.map { (file: "mal/\($0.id)", markdown: $0.comment) }
    let insatser = association.insatser.filter { tables["insatser"]?.row($0.id) != nil }
      .map { (file: "insats/\($0.id)", markdown: $0.purpose) }
    let plans = association.balanceRequirements.filter { $0.year == year }
      .map { (file: "balanskrav", markdown: $0.restoration) }
    let deviations = association.deviations.filter { $0.year == year }
      .map { (file: "avvikelser", markdown: $0.reason) }
    return goals + insatser + plans + deviations
  }

  /// The association's texts of the year, by chapter; several of one chapter stand after one another.
  private func ownTexts() -> Reading<[String: [Block]]> {
    var blocks: [String: [Block]] = [:]
    var diagnostics: [Diagnostic] = []
    for text in source.association.texts where text.year == year {
      let file = "texter/\(text.year)/\(text.chapterID).md"
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

  private func diagramIDs(of entry: Template.Entry) -> [String] {
    entry.diagrams.flatMap { id in
      guard id.utf8.last == UInt8(ascii: "*") else { return [id] }
      // A diagram of a series stands in the order of its table.
      return followUpIDs.filter { $0.utf8.starts(with: id.utf8.dropLast()) }
    }
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
    for table in noteTables {
      add(table.title, (table.id == "revisionskostnad" ? automatic.auditSentence : []) + [.table(table)])
    }
    return blocks
  }

  /// The tables that are a note each, in the order of their numbers.
  private var noteTables: [Table] {
    (statements.noteIDs + ["projektnot", "revisionskostnad", "avvikelser"]).compactMap { tables[$0] }
  }

  /// The number of the note that holds a table; nil for a table that is no note. The accounting principles are 1.
  func noteNumber(of tableID: String) -> Int? { noteTables.firstIndex { $0.id == tableID }.map { $0 + 2 } }

  /// The appendices, each with its letter: the budget, then the association's own.
  private func appendices(_ texts: [String: [Block]]) -> [Chapter] {
    var appendices: [(id: String, title: String, blocks: [Block])] = []
    if let budget = tables["budget"] {
      let decided = AutomaticText(self).budgetDecisionText
      appendices.append((id: "bilaga-budget", title: budget.title, blocks: decided + [.table(budget)]))
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
