/// Press: reports and pages to HTML, PDF, JSON and CSV. Nothing is reckoned here, and no number is formatted twice:
/// every printer asks `Table.printed(_:)` for the words of a cell.

/// A piece of HTML: bytes that are already escaped.
///
/// There is no way to make one of a `String` but through `text`, which escapes byte by byte: a quotation mark followed
/// by a combining mark is one `Character` and slips past an escape that compares characters.
public struct HTML: Hashable, Sendable {
  /// The bytes, UTF-8.
  public private(set) var bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Nothing.
  public static let empty = HTML(bytes: [])

  /// Words, escaped.
  public static func text(_ words: String) -> HTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count + 8)
    HTML.escape(words, into: &bytes)
    return HTML(bytes: bytes)
  }

  /// Markup of our own, as it stands in the source code.
  public static func raw(_ markup: StaticString) -> HTML {
    HTML(bytes: markup.withUTF8Buffer { Array($0) })
  }

  /// A string inside a style, made by `styleString` alone, which leaves no byte that means anything in HTML; the
  /// quotation marks around it must not be escaped, for a style knows no references.
  static func style(_ string: String) -> HTML {
    HTML(bytes: string.utf8.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") })
  }

  /// What cmark made of a page of our own manual; it leaves out markup that stands in the text.
  static func manual(_ bytes: [UInt8]) -> HTML { HTML(bytes: bytes) }

  /// Pieces after one another.
  public static func joined(_ pieces: [HTML]) -> HTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
    for piece in pieces { bytes += piece.bytes }
    return HTML(bytes: bytes)
  }

  /// Pieces after one another with another between each two.
  public static func joined(_ pieces: [HTML], separator: HTML) -> HTML {
    var all: [HTML] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0 { all.append(separator) }
      all.append(piece)
    }
    return joined(all)
  }

  /// Two pieces after one another.
  public static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

  /// Whether there is nothing.
  public var isEmpty: Bool { bytes.isEmpty }

  /// A piece written straight through, for lists of many rows: nothing is copied from piece to piece. `byteCount` is a
  /// guess at how long it becomes.
  public static func written(byteCount: Int = 0, _ body: (inout HTMLWriter) -> Void) -> HTML {
    var writer = HTMLWriter()
    writer.bytes.reserveCapacity(byteCount)
    body(&writer)
    return HTML(bytes: writer.bytes)
  }

  fileprivate mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }
  fileprivate mutating func append(_ more: HTML) { bytes += more.bytes }
  fileprivate mutating func append(_ name: StaticString) { name.withUTF8Buffer { bytes += $0 } }
  fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }
  fileprivate mutating func append(escaping words: String) { HTML.escape(words, into: &bytes) }

  /// The five bytes that mean something in HTML and XML are written as references. Bytes that XML forbids (controls,
  /// U+FFFE, U+FFFF) become U+FFFD, so that the same writer serves for SVG. What stands between such bytes, which is
  /// nearly always all of it, is copied whole.
  fileprivate static func escape(_ words: String, into bytes: inout [UInt8]) {
    var words = words
    words.withUTF8 { text in
      var copied = 0
      for index in text.indices {
        let written: StaticString
        var first = index
        switch text[index] {
        case UInt8(ascii: "&"): written = "&amp;"
        case UInt8(ascii: "<"): written = "&lt;"
        case UInt8(ascii: ">"): written = "&gt;"
        case UInt8(ascii: "\""): written = "&quot;"
        case UInt8(ascii: "'"): written = "&#39;"
        case 9, 10: continue
        case 13: written = "\n"
        case 0..<32, 127: written = "\u{FFFD}"
        case 0xBE, 0xBF:
          guard index >= 2, text[index - 1] == 0xBF, text[index - 2] == 0xEF else { continue }
          first = index - 2
          written = "\u{FFFD}"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<first]))
        written.withUTF8Buffer { bytes.append(contentsOf: $0) }
        copied = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }
  }
}

/// Writes a long piece of HTML row by row: markup of our own as it stands in the source code, words escaped. What
/// `text` writes may stand between tags and between the quotation marks of an attribute alike.
public struct HTMLWriter {
  fileprivate var bytes: [UInt8] = []

  fileprivate init() {}

  /// Markup of our own.
  public mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Words, escaped.
  public mutating func text(_ words: String) { HTML.escape(words, into: &bytes) }

  /// A path of our own, as the value of an attribute; what does not begin with exactly one slash leads to the root.
  public mutating func path(_ path: String) { text(Attribute.Address.path(path).text) }

  /// A piece that is already written.
  public mutating func add(_ piece: HTML) { bytes.append(contentsOf: piece.bytes) }
}

/// An element with attributes.
public func tag(_ name: StaticString, _ attributes: [Attribute], _ children: HTML...) -> HTML {
  element(name, attributes, children)
}

/// An element without attributes.
public func tag(_ name: StaticString, _ children: HTML...) -> HTML {
  element(name, [], children)
}

/// An element with attributes and a list of children.
public func tag(_ name: StaticString, _ attributes: [Attribute] = [], each children: [HTML]) -> HTML {
  element(name, attributes, children)
}

/// An element that has no end tag: `meta`, `br`, `col`.
public func voidTag(_ name: StaticString, _ attributes: [Attribute] = []) -> HTML {
  var html = HTML.empty
  open(name, attributes, into: &html)
  return html
}

private func element(_ name: StaticString, _ attributes: [Attribute], _ children: [HTML]) -> HTML {
  var html = HTML.empty
  // The tag twice with its brackets, some forty bytes for each attribute, and what stands in it.
  html.reserve(
    2 * name.utf8CodeUnitCount + 5 + 40 * attributes.count + children.reduce(0) { $0 + $1.bytes.count })
  open(name, attributes, into: &html)
  for child in children { html.append(child) }
  html.append("</")
  html.append(name)
  html.append(UInt8(ascii: ">"))
  return html
}

private func open(_ name: StaticString, _ attributes: [Attribute], into html: inout HTML) {
  html.append(UInt8(ascii: "<"))
  html.append(name)
  for attribute in attributes {
    guard attribute.isPresent else { continue }
    html.append(UInt8(ascii: " "))
    html.append(attribute.name)
    guard let value = attribute.value else { continue }
    html.append("=\"")
    html.append(escaping: value)
    html.append(UInt8(ascii: "\""))
  }
  html.append(UInt8(ascii: ">"))
}
