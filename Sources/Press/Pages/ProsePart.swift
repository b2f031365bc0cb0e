import Association
package import Report
package import Statements

/// The blocks of a chapter as HTML. The caller says what a figure, a gap and a table become, so that the printed report
/// and the page where it is written show the same words.
package struct ProsePart {
  /// What the place is called, for those who come back from an origin.
  let place: String
  let figure: (_ name: String, Figure, _ printed: String, _ place: String) -> HTML
  let missing: (_ name: String) -> HTML
  let table: (Table, _ heading: String) -> HTML
  private var headings: Headings

  /// Blocks beneath a heading of that level and those words.
  package init(
    place: String, level: Int, title: String,
    figure: @escaping (_ name: String, Figure, _ printed: String, _ place: String) -> HTML,
    missing: @escaping (_ name: String) -> HTML = ProsePart.gap,
    table: @escaping (Table, _ heading: String) -> HTML
  ) {
    self.place = place
    self.figure = figure
    self.missing = missing
    self.table = table
    self.headings = Headings(level: level, title: title)
  }

  /// A name that no figure has, as it is printed.
  package static func gap(_ name: String) -> HTML {
    tag("mark", [.class("missing")], .text("[siffran \(name) saknas]"))
  }

  package mutating func html(of blocks: [Block]) -> HTML {
    var pieces: [HTML] = []
    for block in blocks {
      pieces.append(html(of: block))
      headings.pass(block)
    }
    return HTML.joined(pieces)
  }

  private mutating func html(of block: Block) -> HTML {
    switch block {
    case .paragraph(let inlines): return tag("p", html(of: inlines))
    case .heading(let more, let inlines):
      let id = Headings.noteNumber(inlines.plainText).map { "not-" + $0 }
      return heading(headings.level(of: more), id: id, html(of: inlines))
    case .list(let isOrdered, let items):
      var written: [HTML] = []
      for blocks in items { written.append(tag("li", item(blocks))) }
      return tag(isOrdered ? "ol" : "ul", each: written)
    case .quote(let blocks): return tag("blockquote", html(of: blocks))
    case .table(let table): return self.table(table, headings.last)
    case .diagram(let diagram): return DiagramPart(diagram).html()
    case .signatures(let signatories): return signatures(signatories)
    }
  }

  /// An item of one paragraph is set without it.
  private mutating func item(_ blocks: [Block]) -> HTML {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0] { return html(of: inlines) }
    return html(of: blocks)
  }

  private func heading(_ level: Int, id: String?, _ words: HTML) -> HTML {
    let attributes = id.map { [Attribute.id($0)] } ?? []
    return switch level {
    case ...2: tag("h2", attributes, words)
    case 3: tag("h3", attributes, words)
    case 4: tag("h4", attributes, words)
    case 5: tag("h5", attributes, words)
    default: tag("h6", attributes, words)
    }
  }

  private func signatures(_ signatories: [ReportFacts.Signatory]) -> HTML {
    tag(
      "ul", [.class("signatures")],
      each: signatories.map { signatory in
        tag(
          "li", tag("span", [.class("line"), .other("aria-hidden", "true")]),
          signatory.name.isEmpty ? .empty : tag("span", [.class("name")], .text(signatory.name)),
          tag("span", [.class("function")], .text(signatory.function)),
          signatory.appointedBy.isEmpty
            ? .empty : tag("span", [.class("appointed")], .text("utsedd av \(signatory.appointedBy)")))
      })
  }

  func html(of inlines: [Inline]) -> HTML { HTML.joined(inlines.map(html)) }

  private func html(of inline: Inline) -> HTML {
    switch inline {
    case .text(let words): .text(words)
    case .strong(let inlines): tag("strong", html(of: inlines))
    case .emphasis(let inlines): tag("em", html(of: inlines))
    case .link(let inlines, let target):
      Attribute.Address.web(target).map { tag("a", [.href($0)], html(of: inlines)) } ?? html(of: inlines)
    case .figure(let name, let figure, let printed): self.figure(name, figure, printed, place)
    case .missingFigure(let name): missing(name)
    case .lineBreak: voidTag("br")
    }
  }
}
