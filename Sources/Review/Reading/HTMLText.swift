/// A web page as lines of text: a row of a table is a line with tabs between its cells, so that the one reader of
/// tables reads it.
public enum HTMLText {
  /// Whether the bytes look like a web page.
  public static func isHTML(_ bytes: [UInt8]) -> Bool {
    let head = Fold(String(decoding: bytes.prefix(600), as: UTF8.self))
    return head.has("<!doctype html") || head.has("<html") || head.has("<body")
  }

  private static let skipped = [
    "script", "style", "head", "svg", "nav", "noscript", "template", "aside", "dialog", "details",
  ]
  private static let blocks = [
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "caption", "thead", "tbody",
    "tfoot", "main",
    "header", "footer", "figure", "figcaption", "blockquote", "dl", "dt", "dd", "hr", "pre",
  ]

  /// The page's text.
  public static func text(of page: String) -> String {
    let bytes = Array(page.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 4)
    var at = 0
    var isInRow = false
    var cellCount = 0
    var span = 0
    var tableDepth = 0
    var skipping: (name: String, depth: Int)?
    func newLine() {
      while out.last == 32 { out.removeLast() }
      if out.last != 10, !out.isEmpty { out.append(10) }
    }
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 60 {
        if at + 3 < bytes.count, bytes[at + 1] == 33, bytes[at + 2] == 45 {
          at = bytes.find("-->", from: at, before: bytes.count).map { $0 + 3 } ?? bytes.count
          continue
        }
        var end = at + 1
        var quote: UInt8 = 0
        while end < bytes.count {
          if quote != 0 {
            if bytes[end] == quote { quote = 0 }
          } else if bytes[end] == 34 || bytes[end] == 39 {
            quote = bytes[end]
          } else if bytes[end] == 62 {
            break
          }
          end += 1
        }
        let body = Array(bytes[(at + 1)..<end])
        let isEnd = body.first == 47
        let name = String(decoding: body.dropFirst(isEnd ? 1 : 0).prefix { $0.isWordByte }, as: UTF8.self).lowercased()
        at = Swift.min(bytes.count, end + 1)
        if let skip = skipping {
          guard name == skip.name, body.last != 47 else { continue }
          let depth = skip.depth + (isEnd ? -1 : 1)
          skipping = depth == 0 ? nil : (skip.name, depth)
          continue
        }
        if skipped.contains(name), !isEnd, body.last != 47 {
          skipping = (name, 1)
          continue
        }
        switch name {
        case "main" where isEnd: return String(decoding: out, as: UTF8.self)
        case "table":
          tableDepth = Swift.max(0, tableDepth + (isEnd ? -1 : 1))
          isInRow = false
          newLine()
          if out.count >= 2, out[out.count - 2] != 10 { out.append(10) }
        case "tr":
          newLine()
          isInRow = !isEnd
          cellCount = 0
          span = 0
        case "td", "th":
          guard !isEnd else { continue }
          while out.last == 32 { out.removeLast() }
          if cellCount > 0 { out += Array(repeating: 9, count: 1 + span) }
          cellCount += 1
          span = 0
          let attributes = Fold(String(decoding: body, as: UTF8.self))
          if let at = attributes.find("colspan=") {
            var start = at + 8
            while start < attributes.count, !attributes.bytes[start].isDigit, start < at + 10 { start += 1 }
            let size = NumberScanner.digits(attributes.bytes, start, attributes.count)
            if size == 1 || size == 2 {
              span = attributes.bytes[start..<(start + size)].reduce(0) { $0 * 10 + Int($1 - 48) } - 1
              span = Swift.max(0, Swift.min(20, span))
            }
          }
        case "br": out.append(isInRow ? 32 : 10)
        case let block where blocks.contains(block):
          if isInRow {
            out.append(32)
          } else {
            newLine()
            if !isEnd, let level = ["h1", "h2", "h3", "h4", "h5", "h6"].firstIndex(of: block) {
              out.append(10)
              out += Array(repeating: 35, count: level + 1) + [32]
            } else if tableDepth == 0, block == "p" || isEnd {
              if out.count >= 2, out[out.count - 2] != 10 { out.append(10) }
            }
          }
        default: break
        }
        continue
      }
      if skipping != nil {
        at += 1
        continue
      }
      if byte <= 32 {
        if let last = out.last, last != 32, last != 10, last != 9 { out.append(32) }
      } else {
        out.append(byte)
      }
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
