/// Takes one line of a SIE file apart into fields, by bytes. There is no line that it refuses: what deviates is marked
/// on the field, and the reader says so.
struct SIEFields {
  /// One field: where it begins and ends in the line, and what was unusual about it.
  struct Field {
    /// From the first byte of the content.
    var start: Int
    /// To the byte after the last.
    var end: Int
    /// What was met on the way.
    var marks: Marks
  }

  /// What was met in a field.
  struct Marks: OptionSet {
    let rawValue: UInt8
    /// It stood in quotes.
    static let quoted = Marks(rawValue: 1)
    /// It has a `\"`, to be read as `"`.
    static let escaped = Marks(rawValue: 2)
    /// It has a byte above 127.
    static let high = Marks(rawValue: 4)
    /// It stood in braces.
    static let list = Marks(rawValue: 8)
    /// It has a quote of its own that was not escaped.
    static let strayQuote = Marks(rawValue: 16)
    /// Its last quote or brace is missing.
    static let unterminated = Marks(rawValue: 32)
  }

  /// The fields of the line in hand.
  private(set) var fields: [Field] = []

  var count: Int { fields.count }
  subscript(index: Int) -> Field { fields[index] }

  /// Splits `line[from..<to]`. Braces make lists only in records that have them.
  mutating func split(_ line: UnsafePointer<UInt8>, from: Int, to end: Int, lists: Bool) {
    fields.removeAll(keepingCapacity: true)
    var index = from
    while true {
      while index < end, line[index] == 32 || line[index] == 9 { index += 1 }
      guard index < end else { return }
      switch line[index] {
      case UInt8(ascii: "\""): index = quoted(line, from: index + 1, to: end, lists: lists)
      case UInt8(ascii: "{") where lists: index = list(line, from: index + 1, to: end)
      default: index = plain(line, from: index, to: end, lists: lists)
      }
    }
  }

  private mutating func plain(_ line: UnsafePointer<UInt8>, from start: Int, to end: Int, lists: Bool) -> Int {
    var marks: Marks = []
    var index = start
    while index < end {
      let byte = line[index]
      if byte == 32 || byte == 9 { break }
      if byte >= 0x80 {
        marks.insert(.high)
      } else if byte == UInt8(ascii: "\"") {
        marks.insert(index > start && line[index - 1] == UInt8(ascii: "\\") ? .escaped : .strayQuote)
      } else if lists, byte == UInt8(ascii: "{") {
        break
      }
      index += 1
    }
    fields.append(Field(start: start, end: index, marks: marks))
    return index
  }

  /// A quote ends the field only where a blank, a brace or the end of the line follows; else it is one that the writing
  /// program forgot to escape.
  private mutating func quoted(_ line: UnsafePointer<UInt8>, from start: Int, to end: Int, lists: Bool) -> Int {
    var marks: Marks = .quoted
    var index = start
    while index < end {
      let byte = line[index]
      if byte >= 0x80 {
        marks.insert(.high)
      } else if byte == UInt8(ascii: "\\"), index + 1 < end, line[index + 1] == UInt8(ascii: "\"") {
        marks.insert(.escaped)
        index += 1
      } else if byte == UInt8(ascii: "\"") {
        let next = index + 1 < end ? line[index + 1] : 32
        if next == 32 || next == 9 || lists && (next == UInt8(ascii: "{") || next == UInt8(ascii: "}")) {
          fields.append(Field(start: start, end: index, marks: marks))
          return index + 1
        }
        marks.insert(.strayQuote)
      }
      index += 1
    }
    // `"C:\BOOKS\"` at the end of a line: a path that ends in a backslash, not an escaped quote.
    if end - start >= 2, line[end - 1] == UInt8(ascii: "\""), line[end - 2] == UInt8(ascii: "\\") {
      fields.append(Field(start: start, end: end - 1, marks: marks))
    } else {
      fields.append(Field(start: start, end: end, marks: marks.union(.unterminated)))
    }
    return end
  }

  private mutating func list(_ line: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var marks: Marks = .list
    var isQuoted = false
    var index = start
    var firstBrace: Int?
    while index < end {
      let byte = line[index]
      if byte >= 0x80 { marks.insert(.high) }
      if byte == UInt8(ascii: "\""), index == start || line[index - 1] != UInt8(ascii: "\\") { isQuoted.toggle() }
      if byte == UInt8(ascii: "}") {
        if !isQuoted {
          fields.append(Field(start: start, end: index, marks: marks))
          return index + 1
        }
        firstBrace = firstBrace ?? index
      }
      index += 1
    }
    if let firstBrace {
      fields.append(Field(start: start, end: firstBrace, marks: marks))
      return firstBrace + 1
    }
    fields.append(Field(start: start, end: end, marks: marks.union(.unterminated)))
    return end
  }
}
