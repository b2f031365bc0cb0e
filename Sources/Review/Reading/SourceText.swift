/// Where something stands in a report: the page as the extractor counted it, and the line of the text that was read.
public struct Place: Hashable, Sendable, Comparable {
  /// The page, from 1; 1 throughout where the text has no page breaks.
  public var page: Int
  /// The line of the text, from 1.
  public var line: Int

  /// A place.
  public init(page: Int, line: Int) {
    self.page = page
    self.line = line
  }

  /// In the order of the text.
  public static func < (left: Place, right: Place) -> Bool { left.line < right.line }
}

/// A piece of a line that stands apart from the others: by a tab, a bar or at least two blanks.
struct Cell: Hashable, Sendable {
  /// Its bytes in the folded line.
  var range: Range<Int>
  /// Its left and right edges: columns of the text, or a hundred times the number of the tabbed cell.
  var left: Int
  var right: Int
}

/// A line of a report's text.
public struct SourceLine: Sendable {
  /// Where it stands.
  public let place: Place
  /// What stands there, without tags.
  public let text: String
  /// The same, as it is compared.
  public let fold: Fold
  /// The level of a heading marked as one; 0 for other lines.
  public let headingLevel: Int
  /// Whether its cells are told apart by tabs or bars.
  let isTabbed: Bool
  /// Its cells.
  let cells: [Cell]

  var isBlank: Bool { cells.isEmpty }
  /// A line between the heading of a table and its rows, drawn with signs: `|---|---:|`.
  var isDrawn: Bool {
    isTabbed && !cells.isEmpty
      && cells.allSatisfy { cell in
        fold.bytes[cell.range].allSatisfy { $0 == 45 || $0 == 58 } && cell.range.count >= 3
      }
  }
  /// A line of a table of contents, which ends in dots and a page number.
  var isContents: Bool { fold.has("....") || fold.has(". . . .") || fold.has("_____") }

  /// How many words of letters.
  var wordCount: Int {
    var count = 0
    var inside = false
    for byte in fold.bytes {
      if byte.isLetterByte {
        if !inside { count += 1 }
        inside = true
      } else {
        inside = false
      }
    }
    return count
  }

  init(raw: String, place: Place) {
    var bytes = Array(raw.utf8)
    while let last = bytes.last, last == 13 || last == 32 { bytes.removeLast() }
    var level = 0
    var start = 0
    while start < bytes.count, bytes[start] == 32 { start += 1 }
    while start + level < bytes.count, bytes[start + level] == 35 { level += 1 }
    if level > 0, level <= 6, start + level < bytes.count, bytes[start + level] == 32 {
      bytes.removeSubrange(0..<(start + level + 1))
    } else {
      level = 0
    }
    self.place = place
    headingLevel = level
    text = SourceLine.withoutMarks(bytes)
    fold = Fold(SourceLine.withoutLeaders(text))
    (cells, isTabbed) = SourceLine.cells(of: fold.bytes)
  }

  /// A row whose label is led to its figures by dots has blanks there instead; a line of a table of contents, which
  /// ends in one page number, keeps them. Nothing moves: a dot is a blank.
  private static func withoutLeaders(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let isDot: (UInt8) -> Bool = { $0 == 46 || $0 == 32 }
    var runs: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == 46 else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, isDot(bytes[end]) { end += 1 }
      if bytes[at..<end].count(where: { $0 == 46 }) >= 4 { runs.append(at..<end) }
      at = end
    }
    guard let last = runs.last else { return text }
    let rest = Array(bytes[last.upperBound...]).trimmedBytes
    let isPage = rest.isEmpty || (rest.count <= 3 && rest.allSatisfy(\.isDigit))
    guard !isPage, rest.contains(where: \.isDigit) else { return text }
    for run in runs { for index in run { bytes[index] = 32 } }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes away tags, marks of emphasis and entities.
  private static func withoutMarks(_ bytes: [UInt8]) -> String {
    guard bytes.contains(where: { $0 == 60 || $0 == 42 || $0 == 38 || $0 == 92 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 60, at + 1 < bytes.count, bytes[at + 1] == 47 || bytes[at + 1].isLetterByte {
        var end = at + 1
        while end < bytes.count, bytes[end] != 62, end - at < 300 { end += 1 }
        if end < bytes.count, bytes[end] == 62 {
          let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self).lowercased()
          let parts = ["br", "li", "/li", "p", "/p", "ul", "/ul"]
          if parts.contains(where: { name.hasPrefix($0) && name.utf8.count <= $0.utf8.count + 1 }) { result.append(32) }
          at = end + 1
          continue
        }
      }
      if byte == 38 {
        let rest = String(decoding: bytes[at..<Swift.min(bytes.count, at + 8)], as: UTF8.self)
        let entities = [
          ("&amp;", "&"), ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
          ("&minus;", "-"), ("&ndash;", "-"),
        ]
        if let (name, sign) = entities.first(where: { rest.hasPrefix($0.0) }) {
          result.append(contentsOf: sign.utf8)
          at += name.utf8.count
          continue
        }
      }
      if byte == 42, at + 1 < bytes.count, bytes[at + 1] == 42 {
        at += 2
        continue
      }
      if byte == 92, at + 1 < bytes.count, !bytes[at + 1].isWordByte {
        at += 1
        continue
      }
      result.append(byte)
      at += 1
    }
    if result.first == 42, result.last == 42, result.count > 2 { result = Array(result.dropFirst().dropLast()) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The cells of a folded line.
  private static func cells(of bytes: [UInt8]) -> ([Cell], Bool) {
    let barCount = bytes.count { $0 == 124 }
    let isTabbed = bytes.contains(9) || barCount >= 2
    var cells: [Cell] = []
    if isTabbed {
      let mark: UInt8 = bytes.contains(9) ? 9 : 124
      var start = 0
      var index = 0
      for at in 0...bytes.count where at == bytes.count || bytes[at] == mark {
        let range = trimmedRange(bytes, start..<at)
        if !range.isEmpty { cells.append(Cell(range: range, left: index * 100, right: index * 100)) }
        start = at + 1
        index += 1
      }
      return (cells, true)
    }
    var at = 0
    while at < bytes.count {
      while at < bytes.count, bytes[at] == 32 { at += 1 }
      guard at < bytes.count else { break }
      let start = at
      var end = at
      while at < bytes.count {
        if bytes[at] == 32, at + 1 < bytes.count, bytes[at + 1] == 32 { break }
        if bytes[at] != 32 { end = at + 1 }
        at += 1
      }
      cells.append(Cell(range: start..<end, left: start, right: end))
    }
    return (cells, false)
  }

  private static func trimmedRange(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low].isBlankByte { low += 1 }
    while high > low, bytes[high - 1].isBlankByte { high -= 1 }
    return low..<high
  }

  /// The printed text of a cell.
  func printed(_ cell: Cell) -> String { fold.printed(cell.range, of: text) }
}

/// A report's text, line by line.
struct SourceText: Sendable {
  /// Longer lines and more of them are no report; what is beyond is left out and said.
  static let lineCountMax = 60_000
  static let lineBytesMax = 40_000

  var lines: [SourceLine] = []
  /// Whether anything was left out.
  var isCut = false

  init(_ text: String) {
    var page = 1
    var number = 0
    var start = text.utf8.startIndex
    let all = text.utf8
    func add(_ slice: Substring.UTF8View) {
      number += 1
      guard lines.count < SourceText.lineCountMax else {
        isCut = true
        return
      }
      var bytes = slice.prefix(SourceText.lineBytesMax)
      if bytes.count < slice.count { isCut = true }
      while bytes.first == 12 {
        page += 1
        bytes = bytes.dropFirst()
      }
      let own = page
      while bytes.last == 12 {
        page += 1
        bytes = bytes.dropLast()
      }
      lines.append(SourceLine(raw: String(decoding: bytes, as: UTF8.self), place: Place(page: own, line: number)))
    }
    while start < all.endIndex {
      let end = all[start...].firstIndex(of: 10) ?? all.endIndex
      add(all[start..<end])
      start = end < all.endIndex ? all.index(after: end) : end
    }
  }
}
