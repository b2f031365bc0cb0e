import CMark
import Ledger
import Statements

extension Markdown {
  /// One walk through a parsed text: what it makes of each node, and what it has to say about it.
  struct Walk {
    let markdown: Markdown
    let file: String
    var diagnostics: [Diagnostic] = []

    typealias Node = OpaquePointer

    /// The blocks inside a node.
    mutating func blocks(in parent: Node, depth: Int) -> [Block] {
      children(of: parent).flatMap { blocks(of: $0, depth: depth) }
    }

    private mutating func blocks(of node: Node, depth: Int) -> [Block] {
      guard depth < Markdown.depthMax else { return paragraph(words(of: node), line(of: node)) }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH:
        return placements(in: node) ?? paragraph(inlines(in: node, depth: depth + 1))
      case CMARK_NODE_HEADING:
        let words = inlines(in: node, depth: depth + 1).trimmed
        return words.isEmpty ? [] : [.heading(level: Int(cmark_node_get_heading_level(node)), words)]
      case CMARK_NODE_BLOCK_QUOTE:
        let quoted = blocks(in: node, depth: depth + 1)
        return quoted.isEmpty ? [] : [.quote(quoted)]
      case CMARK_NODE_LIST:
        let items = children(of: node).map { blocks(in: $0, depth: depth + 1) }.filter { !$0.isEmpty }
        return items.isEmpty
          ? [] : [.list(isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, items)]
      case CMARK_NODE_CODE_BLOCK:
        return plainParagraphs(of: literal(of: node), line: line(of: node))
      case CMARK_NODE_HTML_BLOCK:
        diagnostics.append(.textHTML(at: place(of: node), excerpt: literal(of: node)))
        return plainParagraphs(of: literal(of: node).withoutTags, line: line(of: node))
      default:
        return []
      }
    }

    /// The running text inside a node.
    private mutating func inlines(in parent: Node, depth: Int) -> [Inline] {
      children(of: parent).flatMap { inlines(of: $0, depth: depth) }
    }

    private mutating func inlines(of node: Node, depth: Int) -> [Inline] {
      guard depth < Markdown.depthMax else { return inlines(ofWords: words(of: node), line: line(of: node)) }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: return inlines(ofWords: literal(of: node), line: line(of: node))
      case CMARK_NODE_SOFTBREAK: return [.text(" ")]
      case CMARK_NODE_LINEBREAK: return [.lineBreak]
      case CMARK_NODE_STRONG: return wrapped(inlines(in: node, depth: depth + 1)) { .strong($0) }
      case CMARK_NODE_EMPH: return wrapped(inlines(in: node, depth: depth + 1)) { .emphasis($0) }
      case CMARK_NODE_LINK: return link(node, depth: depth)
      case CMARK_NODE_IMAGE:
        diagnostics.append(.textImage(at: place(of: node), address: url(of: node)))
        return inlines(in: node, depth: depth + 1)
      case CMARK_NODE_HTML_INLINE:
        diagnostics.append(.textHTML(at: place(of: node), excerpt: literal(of: node)))
        return []
      default:
        return inlines(in: node, depth: depth + 1)
      }
    }

    private mutating func link(_ node: Node, depth: Int) -> [Inline] {
      let words = inlines(in: node, depth: depth + 1)
      let address = url(of: node)
      guard address.isAddressWeLinkTo else {
        diagnostics.append(.textLink(at: place(of: node), address: address))
        return words
      }
      return words.isEmpty ? [.link([.text(address)], to: address)] : [.link(words, to: address)]
    }

    private func wrapped(_ inlines: [Inline], _ make: ([Inline]) -> Inline) -> [Inline] {
      inlines.isEmpty ? [] : [make(inlines)]
    }

    /// The tables and diagrams that a paragraph of nothing but `[[tabell: id]]` places, or nil for any other paragraph.
    private mutating func placements(in paragraph: Node) -> [Block]? {
      var blocks: [Block] = []
      for child in children(of: paragraph) {
        if cmark_node_get_type(child) == CMARK_NODE_SOFTBREAK { continue }
        guard cmark_node_get_type(child) == CMARK_NODE_TEXT else { return nil }
        guard let placement = Placement(literal(of: child)) else { return nil }
        blocks.append(block(of: placement, line: line(of: paragraph)))
      }
      return blocks.isEmpty ? nil : blocks
    }

    private mutating func block(of placement: Placement, line: Int) -> Block {
      switch placement.kind {
      case .table: if let table = markdown.tables[placement.id] { return .table(table) }
      case .diagram: if let diagram = markdown.diagrams[placement.id] { return .diagram(diagram) }
      }
      diagnostics.append(.textPlacementUnknown(at: Place(file: file, line: line), name: placement.name))
      return .paragraph([.missingFigure(name: placement.name)])
    }

    /// Paragraphs of plain words, one per run of lines without an empty one between.
    mutating func plainParagraphs(of text: String, line: Int = 0) -> [Block] {
      var blocks: [Block] = []
      var lines: [String] = []
      let all = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for piece in all.map({ String(decoding: $0, as: UTF8.self).trimmedOfSpaces }) + [""] {
        if !piece.isEmpty, piece != "\r" {
          lines.append(piece)
        } else if !lines.isEmpty {
          var words: [Inline] = []
          for (index, piece) in lines.enumerated() {
            if index > 0 { words.append(.lineBreak) }
            words += inlines(ofWords: piece, line: line)
          }
          blocks += paragraph(words)
          lines = []
        }
      }
      return blocks
    }

    private func paragraph(_ inlines: [Inline]) -> [Block] {
      let words = inlines.trimmed
      return words.isEmpty ? [] : [.paragraph(words)]
    }

    private mutating func paragraph(_ words: String, _ line: Int) -> [Block] {
      paragraph(inlines(ofWords: words, line: line))
    }

    private func children(of node: Node) -> [Node] {
      var children: [Node] = []
      var next = cmark_node_first_child(node)
      while let child = next {
        children.append(child)
        next = cmark_node_next(child)
      }
      return children
    }

    /// All words beneath a node, found without recursion: this is what ends too deep a nesting.
    private func words(of node: Node) -> String {
      guard let iterator = cmark_iter_new(node) else { return "" }
      defer { cmark_iter_free(iterator) }
      var words: [String] = []
      while true {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, event != CMARK_EVENT_NONE else { break }
        guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator) else { continue }
        switch cmark_node_get_type(inner) {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: words.append(literal(of: inner))
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: words.append(" ")
        default: break
        }
      }
      return words.joined().trimmedOfSpaces
    }

    private func literal(of node: Node) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
    private func url(of node: Node) -> String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
    private func line(of node: Node) -> Int { Int(cmark_node_get_start_line(node)) }
    private func place(of node: Node) -> Place { Place(file: file, line: line(of: node)) }
  }
}

extension String {
  /// Whether a report may link there: to a page over an encrypted line, or to a mailbox.
  var isAddressWeLinkTo: Bool {
    let small = lowercased()
    guard small.utf8.starts(with: "https://".utf8) || small.utf8.starts(with: "mailto:".utf8) else { return false }
    return unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }

  /// The words between tags; a comment has none.
  var withoutTags: String {
    var words = String.UnicodeScalarView()
    var rest = Substring(self).unicodeScalars
    while let open = rest.firstIndex(of: "<") {
      words.append(contentsOf: rest[..<open])
      let isComment = rest[open...].starts(with: "<!--".unicodeScalars)
      rest = rest[open...]
      if isComment {
        while !rest.isEmpty, !rest.starts(with: "-->".unicodeScalars) { rest.removeFirst() }
        rest = rest.dropFirst(3)
      } else {
        rest = rest.drop { $0 != ">" }.dropFirst()
      }
    }
    words.append(contentsOf: rest)
    return String(words)
  }
}

extension Diagnostic {
  static func textHTML(at place: Place, excerpt: String) -> Diagnostic {
    let line = excerpt.utf8.prefix { $0 != UInt8(ascii: "\n") }
    return Diagnostic(
      code: "text-html", severity: .warning, place: place,
      message: "Texten innehåller HTML, som inte kan tryckas. Taggarna är borttagna och orden är kvar. "
        + "Skriv **fet**, *kursiv*, listor och rubriker med Markdown i stället.",
      excerpt: String(decoding: line.prefix(120), as: UTF8.self))
  }

  static func textImage(at place: Place, address: String) -> Diagnostic {
    Diagnostic(
      code: "text-bild", severity: .warning, place: place,
      message: "Texten pekar på bilden \(address), som inte kan tryckas. Bildens beskrivning är kvar som ord. "
        + "Placera ett diagram med [[diagram: namn]], eller beskriv det bilden visar i ord.")
  }

  static func textLink(at place: Place, address: String) -> Diagnostic {
    Diagnostic(
      code: "text-lank", severity: .warning, place: place,
      message: "Länken till \(address) trycks som vanliga ord, för en länk måste börja med https:// eller mailto:. "
        + "Skriv hela adressen.")
  }

  static func textPlacementUnknown(at place: Place, name: String) -> Diagnostic {
    Diagnostic(
      code: "text-tabell", severity: .error, place: place,
      message: "Texten placerar \(name), men rapporten har ingen sådan. Rätta namnet eller ta bort raden.")
  }
}
