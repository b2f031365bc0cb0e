/// Our own report as JSON, made into lines of text that the one reader reads.
public enum JSONText {
  /// Whether the bytes look like JSON.
  public static func isJSON(_ bytes: [UInt8]) -> Bool { bytes.first { $0 > 32 && $0 < 0x80 } == 123 }

  /// The report's text; nil where the bytes are no report of ours.
  public static func text(of bytes: [UInt8]) -> String? {
    var reader = Reader(bytes: bytes)
    guard let root = reader.value(depth: 0), case .object = root, root["format"]?.string == "finsam-report" else {
      return nil
    }
    var out = "Årsredovisning \(root["year"]?["number"]?.string ?? "")\n\(root["association"]?["name"]?.string ?? "")\n"
    out += "Organisationsnummer: \(root["association"]?["organisationNumber"]?.string ?? "")\n"
    if let date = root["decision"]?["date"]?.string { out += "Beslutad av styrelsen \(date)\n" }
    for chapter in root["chapters"]?.array ?? [] {
      out += "\n# \(chapter["title"]?.string ?? "")\n\n"
      for block in chapter["blocks"]?.array ?? [] { write(block, into: &out) }
    }
    return out
  }

  private static func write(_ block: Value, into out: inout String) {
    switch block["kind"]?.string {
    case "heading": out += "\n## \(words(block["text"]))\n\n"
    case "paragraph": out += words(block["text"]) + "\n\n"
    case "list":
      for item in block["items"]?.array ?? [] {
        out += "- "
        for part in item.array { write(part, into: &out) }
      }
    case "table": write(table: block, into: &out)
    default: break
    }
  }

  private static func words(_ text: Value?) -> String {
    (text?.array ?? []).map { piece in
      piece["printed"]?.string ?? piece["text"]?.string ?? words(piece["text"])
    }.joined()
  }

  private static func write(table: Value, into out: inout String) {
    out += "\n## \(table["title"]?.string ?? "")\n\n"
    if let unit = table["unit"]?.string, !unit.isEmpty { out += "Belopp i \(unit)\n\n" }
    let columns = table["columns"]?.array ?? []
    let rows = table["rows"]?.array ?? []
    let hasNotes = rows.contains { $0["note"] != nil }
    func line(_ cells: [String]) { out += cells.map { $0.swappingTabs }.joined(separator: "\t") + "\n" }
    line(
      [table["rowHeading"]?.string ?? ""] + (hasNotes ? ["Not"] : [])
        + columns.map { column in
          let group = column["group"]?.string ?? ""
          let title = column["title"]?.string ?? ""
          return group.isEmpty ? title : "\(group) \(title)"
        })
    for row in rows {
      let cells = (row["cells"]?.array ?? []).map { $0["printed"]?.string ?? $0["text"]?.string ?? "-" }
      line([row["title"]?.string ?? ""] + (hasNotes ? [row["note"]?.string ?? ""] : []) + cells)
    }
    out += "\n"
  }

  /// A value of JSON.
  indirect enum Value {
    case object([String: Value])
    case list([Value])
    case word(String)
    case nothing

    subscript(_ name: String) -> Value? { if case .object(let members) = self { members[name] } else { nil } }
    var string: String? { if case .word(let word) = self { word } else { nil } }
    var array: [Value] { if case .list(let values) = self { values } else { [] } }
  }

  /// Reads JSON, with bounds.
  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func blank() { while at < bytes.count, bytes[at] <= 32 { at += 1 } }

    mutating func value(depth: Int) -> Value? {
      guard depth < 60 else { return nil }
      blank()
      guard at < bytes.count else { return nil }
      switch bytes[at] {
      case 123:
        at += 1
        var members: [String: Value] = [:]
        while true {
          blank()
          guard at < bytes.count else { return nil }
          if bytes[at] == 125 {
            at += 1
            return .object(members)
          }
          if bytes[at] == 44 {
            at += 1
            continue
          }
          guard let name = string() else { return nil }
          blank()
          guard at < bytes.count, bytes[at] == 58 else { return nil }
          at += 1
          guard let value = value(depth: depth + 1) else { return nil }
          members[name] = value
        }
      case 91:
        at += 1
        var values: [Value] = []
        while true {
          blank()
          guard at < bytes.count else { return nil }
          if bytes[at] == 93 {
            at += 1
            return .list(values)
          }
          if bytes[at] == 44 {
            at += 1
            continue
          }
          guard let value = value(depth: depth + 1) else { return nil }
          values.append(value)
        }
      case 34: return string().map(Value.word)
      default:
        let start = at
        while at < bytes.count, bytes[at].isWordByte || bytes[at] == 45 || bytes[at] == 46 || bytes[at] == 43 {
          at += 1
        }
        guard at > start else { return nil }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        return word == "null" ? .nothing : .word(word)
      }
    }

    mutating func string() -> String? {
      guard at < bytes.count, bytes[at] == 34 else { return nil }
      at += 1
      var text: [UInt8] = []
      while at < bytes.count, bytes[at] != 34 {
        guard bytes[at] == 92 else {
          text.append(bytes[at])
          at += 1
          continue
        }
        guard at + 1 < bytes.count else { return nil }
        switch bytes[at + 1] {
        case 110: text.append(10)
        case 116: text.append(9)
        case 117:
          guard at + 5 < bytes.count,
            let code = UInt32(String(decoding: bytes[(at + 2)...(at + 5)], as: UTF8.self), radix: 16)
          else { return nil }
          text += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
          at += 4
        default: text.append(bytes[at + 1])
        }
        at += 2
      }
      guard at < bytes.count else { return nil }
      at += 1
      return String(decoding: text, as: UTF8.self)
    }
  }
}

extension String {
  /// Without tabs and line breaks, which part cells and rows.
  fileprivate var swappingTabs: String {
    String(decoding: utf8.map { $0 == 9 || $0 == 10 || $0 == 13 ? 32 : $0 }, as: UTF8.self)
  }
}
