/// Reads just enough of our own HTML to test it: start tags with their attributes, and the text between tags.
struct PageReader {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// Where the element's content begins among the page's bytes.
    let end: Int
  }

  let bytes: [UInt8]
  let elements: [Element]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var elements: [Element] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
      let inside = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      if let element = PageReader.element(inside, end: end + 1) { elements.append(element) }
      index = end + 1
    }
    self.elements = elements
  }

  private static func element(_ inside: String, end: Int) -> Element? {
    guard let first = inside.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "!") else { return nil }
    let parts = inside.split(separator: " ", maxSplits: 1)
    var attributes: [String: String] = [:]
    var rest = parts.count > 1 ? Substring(parts[1]) : ""
    while let equals = rest.utf8.firstIndex(of: UInt8(ascii: "=")) {
      let name = String(rest[..<equals])
      let start = rest.utf8.index(equals, offsetBy: 2)
      guard let close = rest.utf8[start...].firstIndex(of: UInt8(ascii: "\"")) else { break }
      attributes[name] = unescaped(String(rest[start..<close]))
      rest = Substring(rest.utf8[close...].dropFirst(2))
    }
    return Element(name: String(parts.first ?? ""), attributes: attributes, end: end)
  }

  /// All text of a piece of the page, tags taken out.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var isInside = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): isInside = true
      case UInt8(ascii: ">"): isInside = false
      default: if !isInside { text.append(byte) }
      }
    }
    return unescaped(String(decoding: text, as: UTF8.self))
  }

  /// The text of the first element with that id, up to its end tag.
  func text(ofElement name: String, after start: Int) -> String {
    PageReader.text(bytes[start..<end(ofElement: name, after: start)])
  }

  /// Where the first end tag of that name begins.
  func end(ofElement name: String, after start: Int) -> Int {
    let close = Array("</\(name)>".utf8)
    var index = start
    while index < bytes.count, !bytes[index...].starts(with: close) { index += 1 }
    return min(index, bytes.count)
  }

  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    let names: [(String, String)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]
    while let first = rest.first {
      if first == UInt8(ascii: "&"), let (name, sign) = names.first(where: { rest.starts(with: Array($0.0.utf8)) }) {
        bytes += Array(sign.utf8)
        rest = rest.dropFirst(name.utf8.count)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
