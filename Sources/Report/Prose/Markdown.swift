import CMark
public import Ledger
public import Statements

/// The association's texts: CommonMark, of which a report has use for paragraphs, headings, strong and emphasised
/// words, lists, quotations, links and line breaks. Everything else becomes its words, and what has none is dropped
/// and said. A number is not typed in a text but named, `{{eget-kapital|tkr}}`, and a table or diagram is placed by a
/// paragraph `[[tabell: projektnot]]`.
public struct Markdown: Sendable {
  /// The figures that a text can name.
  public var catalogue: FigureCatalogue
  /// The tables that a text can place, by id.
  public var tables: [String: Table]
  /// The diagrams that a text can place, by id.
  public var diagrams: [String: Diagram]

  /// The longest text that is parsed, in bytes: a hundred pages. What is longer is kept as plain paragraphs.
  public static let byteCountMax = 262_144
  /// How deep lists, quotations and emphasis may stand in one another. What is deeper becomes its words.
  public static let depthMax = 12

  /// A reader of texts that knows those figures, tables and diagrams.
  public init(
    catalogue: FigureCatalogue = FigureCatalogue(), tables: [String: Table] = [:], diagrams: [String: Diagram] = [:]
  ) {
    self.catalogue = catalogue
    self.tables = tables
    self.diagrams = diagrams
  }

  /// The blocks of a text, with what is not right in it. `file` is what the diagnostics call the text.
  public func blocks(of text: String, file: String) -> Reading<[Block]> {
    var walk = Walk(markdown: self, file: file)
    guard text.utf8.count <= Markdown.byteCountMax else {
      walk.diagnostics.append(.textTooLong(file: file, byteCount: text.utf8.count))
      return Reading(value: walk.plainParagraphs(of: text), diagnostics: walk.diagnostics)
    }
    let blocks = withDocument(of: text) { root in walk.blocks(in: root, depth: 0) }
    return Reading(value: blocks, diagnostics: walk.diagnostics.sorted { $0.place < $1.place })
  }

  /// The words of a text on one line, for a table's cell.
  public func plainText(of text: String, file: String) -> String {
    blocks(of: text, file: file).value.map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Parses, lets the body look at the tree and frees it. The tree is never kept.
  private func withDocument<Result>(
    of text: String, _ body: (OpaquePointer) -> Result
  ) -> Result where Result: RangeReplaceableCollection {
    let options = Int32(1 << 9)  // CMARK_OPT_VALIDATE_UTF8: a macro with a shift is not imported into Swift.
    guard let parser = cmark_parser_new(options) else { return Result() }
    defer { cmark_parser_free(parser) }
    var bytes = text
    bytes.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return Result() }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    return body(root)
  }
}

extension Diagnostic {
  static func textTooLong(file: String, byteCount: Int) -> Diagnostic {
    Diagnostic(
      code: "text-langd", severity: .warning, place: Place(file: file),
      message: "Texten är \(Numerals.whole(Int64(byteCount))) byte lång och läses därför som vanliga stycken utan "
        + "rubriker och listor. En text får vara högst \(Numerals.whole(Int64(Markdown.byteCountMax))) byte. "
        + "Dela den på flera kapitel.")
  }
}
