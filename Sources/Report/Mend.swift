import Ledger
import Statements

/// A mend of a text that can be done without asking anybody: what stands, and what is put in its place.
public struct Mend: Hashable, Sendable {
  /// What stands in the text, character for character.
  public let stands: String
  /// What is put there: a figure's name in the form that says the same.
  public let replacement: String

  /// The text with what stands replaced where it first stands; the text itself where it does not stand there.
  public func applied(to text: String) -> String {
    let bytes = Array(text.utf8)
    guard let range = bytes.firstRange(of: Array(stands.utf8)) else { return text }
    return String(
      decoding: bytes[..<range.lowerBound] + Array(replacement.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }
}

extension Workbench {
  /// How what a check has found in a text is mended there, where it can be: a number typed by hand that is a figure's,
  /// or a name that is almost a figure's.
  public func mend(of finding: Finding, in markdown: String) -> Mend? {
    if finding.code == "saknad-siffra" { return mendOfName(finding.stated) }
    guard !finding.figureName.isEmpty else { return nil }
    let form = formWords(
      of: finding.figureName, like: finding.code == "siffra-i-text" ? finding.stated : finding.expected)
    guard let form, let stands = Workbench.passage(finding.stated, in: markdown) else { return nil }
    return Mend(stands: stands, replacement: "{{\(finding.figureName)\(form.isEmpty ? "" : "|\(form)")}}")
  }

  /// A name that no figure has, as it stands between its braces, and the nearest that one has.
  private func mendOfName(_ stated: String) -> Mend? {
    let inside = String(decoding: stated.utf8.dropFirst(2).dropLast(2), as: UTF8.self)
    let parts = inside.pieces(separatedBy: "|")
    guard let wrong = parts.first, let right = nearestName(to: wrong) else { return nil }
    return Mend(stands: stated, replacement: "{{" + ([right] + parts.dropFirst()).joined(separator: "|") + "}}")
  }

  /// The form in which the figure is written with those words, whatever its sign and spaces; nil where none gives them.
  private func formWords(of name: String, like words: String) -> String? {
    let wanted = Workbench.bare(words)
    for unit in [""] + FigureForm.Unit.allCases.map(\.rawValue) where unit != FigureForm.Unit.words.rawValue {
      for isMagnitude in [true, false] {
        let form = [unit, isMagnitude ? "belopp" : ""].filter { !$0.isEmpty }.joined(separator: ",")
        guard let parsed = form.isEmpty ? FigureForm.usual : FigureForm(form),
          let printed = assembly.catalogue.text(of: name, form: parsed), Workbench.bare(printed) == wanted
        else { continue }
        // A figure that has no sign to leave out needs no word for it.
        let plain = unit.isEmpty ? FigureForm.usual : FigureForm(unit)
        if isMagnitude, let plain, assembly.catalogue.text(of: name, form: plain) == printed { return unit }
        return form
      }
    }
    return nil
  }

  /// Words without spaces, with the unit in one spelling: `1 612 tkr`, `1612 ksek`.
  private static func bare(_ words: String) -> String {
    var bare = ""
    for scalar in words.lowercased().unicodeScalars where !" \u{00A0}\u{202F}\u{2009}\n".unicodeScalars.contains(scalar)
    {
      bare.unicodeScalars.append(scalar)
    }
    for (spelling, unit) in [
      ("kronor", "kr"), ("ksek", "tkr"), ("msek", "mnkr"), ("sek", "kr"), ("mkr", "mnkr"), ("miljoner", "mnkr"),
      ("miljon", "mnkr"), ("milj", "mnkr"), ("procent", "%"),
    ] where bare.utf8.suffix(spelling.utf8.count).elementsEqual(spelling.utf8) {
      return String(decoding: bare.utf8.dropLast(spelling.utf8.count), as: UTF8.self) + unit
    }
    return bare
  }

  /// What of a text reads as the words given, any blank for any other, not as part of a longer number; nil where none
  /// does.
  private static func passage(_ words: String, in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { " \u{00A0}\u{202F}\u{2009}\n".unicodeScalars.contains(scalar) }
    func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
    guard !wanted.isEmpty, wanted.count <= scalars.count else { return nil }
    for start in 0...(scalars.count - wanted.count) where !isDigit(start - 1) && !isDigit(start + wanted.count) {
      let matches = wanted.indices.allSatisfy { offset in
        let (have, want) = (scalars[start + offset], wanted[offset])
        return have == want || (isBlank(have) && isBlank(want))
      }
      guard matches else { continue }
      return String(String.UnicodeScalarView(scalars[start..<(start + wanted.count)]))
    }
    return nil
  }
}

/// The words of a text as they are printed, a line for each paragraph, without the figures that it names.
public func printedText(of markdown: String) -> String {
  Markdown().blocks(of: markdown, file: "").value.flatMap(\.printedLines).joined(separator: "\n")
}

/// The numbers that somebody has typed in a text, as they stand there, figures named by their names not among them.
public func typedNumbers(in markdown: String) -> [String] {
  let reading = Markdown().blocks(of: markdown, file: "")
  return reading.value.flatMap(\.typedPassages).flatMap { $0.typedNumbers.map(\.text) }
}

extension Block {
  /// The words of a block as they are printed.
  fileprivate var printedLines: [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines.plainText]
    case .list(_, let items): items.flatMap { $0 }.flatMap(\.printedLines)
    case .quote(let blocks): blocks.flatMap(\.printedLines)
    case .table, .diagram, .signatures: []
    }
  }

  /// The running text of a block, a mark for each name of a figure.
  fileprivate var typedPassages: [String] {
    switch self {
    case .paragraph(let inlines): [inlines.map(\.typed).joined()]
    case .list(_, let items): items.flatMap { $0 }.flatMap(\.typedPassages)
    case .quote(let blocks): blocks.flatMap(\.typedPassages)
    case .heading, .table, .diagram, .signatures: []
    }
  }
}
