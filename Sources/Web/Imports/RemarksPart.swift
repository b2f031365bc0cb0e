import Desk
import Ledger
import Press
import Report

/// What the reader had to say of a file, kind by kind: line, the line itself with a marker, what it means, what to do.
enum RemarksPart {
  /// How many of a kind are shown before the rest is folded away.
  private static let firstCount = 3
  /// How many of a kind are shown at all.
  private static let countMax = 50

  static func html(_ remarks: [ImportPreview.Remarks]) -> HTML {
    let heading = tag("h2", [.id("anmarkningar")], .text("Anmärkningar på filen"))
    guard !remarks.isEmpty else {
      return heading + tag("p", .text("Inga. Varje rad i filen har lästs som den står."))
    }
    let said = Diagnostic.Severity.allInOrder.compactMap { severity -> String? in
      let count = remarks.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
      guard count > 0 else { return nil }
      return switch severity {
      case .error: Words.count(count, "fel", "fel")
      case .warning: Words.count(count, "varning", "varningar")
      case .note: Words.count(count, "upplysning", "upplysningar")
      }
    }
    return .joined([
      heading,
      tag("p", .text("\(said.joined(separator: ", ")). Ett fel hindrar inläsningen; det andra är bra att veta.")),
      .joined(remarks.map(group)),
    ])
  }

  private static func group(_ remarks: ImportPreview.Remarks) -> HTML {
    let shown = remarks.shown.prefix(countMax)
    let (badge, kind): (StaticString, String) =
      switch remarks.severity {
      case .error: ("badge alarm", "fel")
      case .warning: ("badge warn", "varning")
      case .note: ("badge", "upplysning")
      }
    let rest = shown.dropFirst(firstCount)
    let left = remarks.count - shown.count
    let ending =
      left > 0 && !shown.isEmpty
      ? tag("p", [.class("quiet")], .text("… och \(Numerals.whole(Int64(left))) till av samma slag.")) : .empty
    let folded =
      rest.isEmpty
      ? .empty
      : tag(
        "details", tag("summary", .text("Visa \(Numerals.whole(Int64(rest.count))) till")),
        tag("ol", [.class("import-remarks")], each: rest.map(item)))
    return tag(
      "details", [.class("import-kind")] + (remarks.severity == .error ? [.other("open", "")] : []),
      tag(
        "summary", tag("span", [.class(badge)], .text(kind)), .raw(" "), .text(summary(remarks)), .raw(" "),
        tag("code", .text(remarks.code))),
      tag("ol", [.class("import-remarks")], each: shown.prefix(firstCount).map(item)), folded, ending)
  }

  /// What the first of them says, up to its first stop, and how many more there are.
  private static func summary(_ remarks: ImportPreview.Remarks) -> String {
    let count = Numerals.whole(Int64(remarks.count))
    guard let first = remarks.shown.first else { return "\(count)\u{A0}st" }
    let bytes = Array(first.message.utf8)
    let stop = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: ";")
        || (bytes[index] == UInt8(ascii: ".") && (index + 1 == bytes.count || bytes[index + 1] == 32))
    }
    let sentence = String(decoding: bytes[..<(stop ?? bytes.count)], as: UTF8.self)
    return remarks.count == 1
      ? "\(sentence)." : "\(sentence), och \(Numerals.whole(Int64(remarks.count - 1)))\u{A0}till av samma slag."
  }

  private static func item(_ diagnostic: Diagnostic) -> HTML {
    let place =
      diagnostic.place.line > 0
      ? tag("strong", .text("Rad \(Numerals.whole(Int64(diagnostic.place.line)))")) + .raw(". ") : .empty
    guard !diagnostic.excerpt.isEmpty else { return tag("li", place, .text(diagnostic.message)) }
    // The line end is shown as a blank.
    let line = String(decoding: diagnostic.excerpt.utf8.reversed().drop { $0 == 32 }.reversed(), as: UTF8.self)
    let marker =
      diagnostic.marker > 0 ? "\n" + String(repeating: " ", count: diagnostic.marker - 1) + "^" : ""
    return tag(
      "li", place, .text(diagnostic.message),
      tag(
        "pre", [.tabIndex(0), .role("group"), .label("Rad \(diagnostic.place.line) i filen")],
        tag("code", .text(line + marker))))
  }
}

extension Diagnostic.Severity {
  fileprivate static let allInOrder: [Diagnostic.Severity] = [.error, .warning, .note]
}
