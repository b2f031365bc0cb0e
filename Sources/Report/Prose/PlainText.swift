extension Block {
  /// The words of a block, figures as they are printed; empty for tables, diagrams and signatures.
  public var plainText: String {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
    case .list(_, let items): items.flatMap { $0 }.map(\.plainText).joined(separator: "; ")
    case .quote(let blocks): blocks.map(\.plainText).joined(separator: " ")
    case .table, .diagram, .signatures: ""
    }
  }
}

extension Inline {
  /// The words, a figure as it is printed and a gap as the name it lacks a figure for.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _): inlines.plainText
    case .figure(_, _, let printed): printed
    case .missingFigure(let name): "[\(name) saknas]"
    case .lineBreak: " "
    }
  }
}

extension [Inline] {
  /// The words of running text.
  public var plainText: String { map(\.plainText).joined() }

  /// Running text without empty words and breaks at its ends, and with neighbouring words joined.
  var trimmed: [Inline] {
    var inlines: [Inline] = []
    for inline in self {
      if case .text(let next) = inline, case .text(let last)? = inlines.last {
        inlines[inlines.count - 1] = .text(last + next)
      } else {
        inlines.append(inline)
      }
    }
    while let first = inlines.first, first.isBlank { inlines.removeFirst() }
    while let last = inlines.last, last.isBlank { inlines.removeLast() }
    return inlines
  }
}

extension Inline {
  fileprivate var isBlank: Bool {
    switch self {
    case .text(let text): text.trimmedOfSpaces.isEmpty
    case .lineBreak: true
    default: false
    }
  }
}
