import Report
import Statements

/// Keeps count of the headings in a chapter, the same in every printer: no level is skipped, and a table knows the
/// heading just above it, so that no caption says the same again.
package struct Headings {
  private let chapter: Int
  private var open: [Int] = []
  /// The words of the heading that stands just above, or empty once something else has come between.
  private(set) var last: String

  /// Beneath a chapter's heading.
  init(level: Int, title: String) {
    self.chapter = level
    self.last = title
  }

  /// The level at which a heading inside the chapter is printed: one below the heading it stands under, so that
  /// headings of one level are printed as one level and none is skipped.
  mutating func level(of more: Int) -> Int {
    while let last = open.last, last >= more { open.removeLast() }
    open.append(more)
    return chapter + open.count
  }

  /// Something has been printed.
  mutating func pass(_ block: Block) {
    switch block {
    case .heading(_, let inlines): last = inlines.plainText
    // A short sentence between heading and table does not part them.
    case .paragraph(let inlines): if inlines.plainText.utf8.count > 120 { last = "" }
    case .list, .quote, .signatures, .table, .diagram: last = ""
    }
  }

  /// Whether a heading says what a caption would say: the same words, with or without `Not 2.` or `Bilaga A.` before.
  package static func says(_ heading: String, title: String) -> Bool {
    guard !title.isEmpty, heading.utf8.count >= title.utf8.count else { return false }
    guard heading.utf8.suffix(title.utf8.count).elementsEqual(title.utf8) else { return false }
    let before = String(decoding: heading.utf8.dropLast(title.utf8.count), as: UTF8.self)
    return before.isEmpty || noteNumber(before) != nil || before.utf8.starts(with: "Bilaga ".utf8)
  }

  /// The number of the note that a heading begins, `2` of `Not 2. Verksamhetens intäkter`; nil for another heading.
  static func noteNumber(_ heading: String) -> String? {
    let bytes = Array(heading.utf8)
    guard bytes.starts(with: Array("Not ".utf8)) else { return nil }
    let digits = bytes.dropFirst(4).prefix { (48...57).contains($0) }
    guard !digits.isEmpty else { return nil }
    let next = bytes.dropFirst(4 + digits.count).first
    guard next == nil || next == UInt8(ascii: ".") || next == 32 else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}
