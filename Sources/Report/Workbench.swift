import Association
public import Ledger
public import Statements

/// A report in the making: as it stands, with everything that its texts can name, so that a text which is being
/// written can be shown as it would be printed, and put to the checks, before it is kept.
public struct Workbench: Sendable {
  /// The report, checked.
  public let report: AnnualReport
  /// What is not right in the association's texts.
  public let diagnostics: [Diagnostic]
  let assembly: Assembly

  /// The workbench of that source. The same source gives the same report as `AnnualReport.assembled(from:).checked()`.
  public init(_ source: AnnualReport.Source) { self.init(Assembly(source)) }

  private init(_ assembly: Assembly) {
    let reading = assembly.report()
    self.assembly = assembly
    diagnostics = reading.diagnostics
    report = reading.value.checked()
  }

  /// The same with another text in a chapter; an empty one takes the chapter's text away. Books and facts are not
  /// reckoned again: a text changes none of them.
  public func writing(_ markdown: String, in chapterID: String) -> Workbench {
    var association = assembly.source.association
    association.setText(markdown, of: chapterID, year: assembly.year)
    return Workbench(assembly.telling(association))
  }

  /// The tables that a text can place, by id and title, in order of id.
  public var tables: [(id: String, title: String)] {
    assembly.tables.values.map { (id: $0.id, title: $0.title) }.sorted { $0.id < $1.id }
  }

  /// The diagrams that a text can place, in the same way.
  public var diagrams: [(id: String, title: String)] {
    assembly.diagrams.values.map { (id: $0.id, title: $0.title) }.sorted { $0.id < $1.id }
  }

  /// The table with that id, wherever it stands, or nil.
  public func table(_ id: String) -> Table? { assembly.tables[id] }

  /// The forms that a figure can be written in, each with the words it gives; the usual one, with an empty name, first.
  public func forms(of name: String) -> [(form: String, words: String)] {
    let all = [""] + FigureForm.Unit.allCases.map(\.rawValue) + ["belopp", "tkr,belopp", "mnkr,belopp"]
    var seen: Set<String> = []
    return all.compactMap { written in
      guard let form = written.isEmpty ? FigureForm.usual : FigureForm(written),
        let words = assembly.catalogue.text(of: name, form: form), seen.insert(words).inserted
      else { return nil }
      return (form: written, words: words)
    }
  }

  /// Every figure that a text or a goal's rule can name.
  public var catalogue: FigureCatalogue { assembly.catalogue }

  /// The name most like one that no figure has, or nil where none is like it.
  public func nearestName(to name: String) -> String? { assembly.catalogue.nearestName(to: name) }

  /// The association's own text of a chapter, as it is stored: several of one chapter with an empty line between.
  public func text(of chapterID: String) -> String {
    assembly.source.association.text(of: chapterID, year: assembly.year)
  }
}

extension Assembly {
  /// The same tables, figures and diagrams beneath other texts. Nothing but the texts may differ.
  fileprivate func telling(_ association: Association) -> Assembly {
    var told = self
    told.source.association = association
    return told
  }
}

extension Workbench {
  /// The names in a text that no figure of this report has, in order, each once.
  public func unknownNames(in markdown: String) -> [String] {
    let inlines = assembly.markdown.blocks(of: markdown, file: "").value.flatMap(\.everyInline)
    var names: [String] = []
    for case .missingFigure(let name) in inlines where !names.contains(name) { names.append(name) }
    return names
  }
}

extension Block {
  fileprivate var everyInline: [Inline] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.all)
    case .list(_, let items): items.flatMap { $0.flatMap(\.everyInline) }
    case .quote(let blocks): blocks.flatMap(\.everyInline)
    case .table, .diagram, .signatures: []
    }
  }
}
