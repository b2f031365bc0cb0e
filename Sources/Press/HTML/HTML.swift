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

  fileprivate mutating func append(_ more: HTML) { bytes += more.bytes }
  fileprivate mutating func append(_ name: StaticString) { name.withUTF8Buffer { bytes += $0 } }
  fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// The five bytes that mean something in HTML and XML are written as references. Bytes that XML forbids (controls,
  /// U+FFFE, U+FFFF) become U+FFFD, so that the same writer serves for SVG.
  fileprivate static func escape(_ words: String, into bytes: inout [UInt8]) {
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
      case 9, 10: bytes.append(byte)
      case 13: bytes.append(10)
      case 0..<32, 127: bytes += replacement
      case 0xBE, 0xBF:
        bytes.append(byte)
        guard bytes.suffix(3).elementsEqual([0xEF, 0xBF, byte]) else { continue }
        bytes.replaceSubrange((bytes.count - 3)..., with: replacement)
      default: bytes.append(byte)
      }
    }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
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
    html.append(.text(value))
    html.append(UInt8(ascii: "\""))
  }
  html.append(UInt8(ascii: ">"))
}
