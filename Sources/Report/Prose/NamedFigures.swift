import Ledger
import Statements

/// `[[tabell: projektnot]]` or `[[diagram: resultat]]`: a table or diagram placed by a text.
struct Placement: Hashable {
  /// What is placed.
  enum Kind: String {
    /// A table.
    case table = "tabell"
    /// A diagram.
    case diagram = "diagram"
  }

  let kind: Kind
  let id: String

  /// The name by which a gap is shown where there is no such thing: `tabell:projektnot`.
  var name: String { "\(kind.rawValue):\(id)" }

  /// Reads a whole line; nil where it is anything else.
  init?(_ line: String) {
    let text = line.trimmedOfSpaces.utf8
    guard text.starts(with: "[[".utf8), text.suffix(2).elementsEqual("]]".utf8), text.count > 4 else { return nil }
    let inside = text.dropFirst(2).dropLast(2)
    guard let colon = inside.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let kind = String(decoding: inside[..<colon], as: UTF8.self).trimmedOfSpaces.lowercased()
    let id = String(decoding: inside[inside.index(after: colon)...], as: UTF8.self).trimmedOfSpaces
    guard let kind = Kind(rawValue: kind), !id.isEmpty, !id.utf8.contains(UInt8(ascii: "]")) else { return nil }
    self.kind = kind
    self.id = id
  }
}

extension Markdown.Walk {
  /// Running text with its names replaced: a name that a figure has by the figure, any other by a gap.
  mutating func inlines(ofWords words: String, line: Int) -> [Inline] {
    var inlines: [Inline] = []
    var rest = Substring(words.printable).utf8
    // A pair that is not closed once is not closed further on either: looked for again, it would take time squared.
    var unclosed: Set<UInt8> = []
    while let open = rest.firstIndexOfPair(UInt8(ascii: "{"), UInt8(ascii: "[")) {
      inlines += text(rest[..<open])
      let closing = rest[open] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
      let inside = rest[open...].dropFirst(2)
      if !unclosed.contains(closing), let close = inside.firstIndexOfPair(closing, closing) {
        let whole = String(decoding: rest[open..<inside.index(close, offsetBy: 2)], as: UTF8.self)
        inlines.append(named(String(decoding: inside[..<close], as: UTF8.self), whole: whole, line: line))
        rest = inside[close...].dropFirst(2)
      } else {
        if unclosed.insert(closing).inserted, closing == UInt8(ascii: "}") {
          diagnostics.append(.textBracesOpen(at: Place(file: file, line: line), words: words))
        }
        inlines += text(rest[open...].prefix(2))
        rest = inside
      }
    }
    return inlines + text(rest)
  }

  private func text(_ bytes: Substring.UTF8View) -> [Inline] {
    bytes.isEmpty ? [] : [.text(String(decoding: bytes, as: UTF8.self).withPlainMarks)]
  }

  /// What stands between double braces or brackets, made to a figure or a gap.
  private mutating func named(_ inside: String, whole: String, line: Int) -> Inline {
    let place = Place(file: file, line: line)
    if whole.utf8.first == UInt8(ascii: "[") {
      guard let placement = Placement(whole) else { return .text(whole) }
      diagnostics.append(.textPlacementInSentence(at: place, name: placement.name))
      return .missingFigure(name: placement.name)
    }
    let parts = inside.utf8.split(separator: UInt8(ascii: "|"), maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(decoding: parts.first ?? inside.utf8[...], as: UTF8.self).trimmedOfSpaces
    guard let named = markdown.catalogue.figures[name] else {
      // Looking for what was meant takes time, and nobody reads a hundred guesses.
      let nearest = diagnostics.count < 100 ? markdown.catalogue.nearestName(to: name) : nil
      diagnostics.append(.textNameUnknown(at: place, name: name, nearest: nearest))
      return .missingFigure(name: name)
    }
    let form = parts.count < 2 ? FigureForm.usual : FigureForm(String(decoding: parts[1], as: UTF8.self))
    guard let form, let printed = markdown.catalogue.text(of: name, form: form) else {
      diagnostics.append(.textFormUnknown(at: place, name: inside.trimmedOfSpaces))
      return .missingFigure(name: inside.trimmedOfSpaces)
    }
    return .figure(name: name, named.figure, printed: printed)
  }
}

extension Substring.UTF8View {
  /// The first place where one of the bytes stands twice in a row, or, of two equal bytes, where that pair begins.
  fileprivate func firstIndexOfPair(_ first: UInt8, _ second: UInt8) -> Index? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      guard next < endIndex else { return nil }
      if self[index] == self[next], self[index] == first || self[index] == second { return index }
      index = next
    }
    return nil
  }
}

extension String {
  /// The text without the control characters that neither XML nor a PDF can hold.
  var printable: String {
    func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    guard !unicodeScalars.allSatisfy(isPrintable) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter(isPrintable)))
  }
}

extension Markdown {
  /// Stands for `{` in a text of our own that holds somebody else's words: there two of them begin no name.
  static let plainBrace: Unicode.Scalar = "\u{E000}"
  /// Stands for `[` in the same way.
  static let plainBracket: Unicode.Scalar = "\u{E001}"
}

extension String {
  /// The text with the stand-ins for brace and bracket replaced by what they stand for.
  fileprivate var withPlainMarks: String {
    guard unicodeScalars.contains(where: { $0 == Markdown.plainBrace || $0 == Markdown.plainBracket }) else {
      return self
    }
    let marks = unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case Markdown.plainBrace: "{"
      case Markdown.plainBracket: "["
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(marks))
  }
}

extension Diagnostic {
  static func textNameUnknown(at place: Place, name: String, nearest: String?) -> Diagnostic {
    let hint = nearest.map { " Menades \($0)?" } ?? ""
    return Diagnostic(
      code: "text-namn", severity: .error, place: place,
      message: "Texten nämner {{\(name)}}, men rapporten har inget tal med det namnet.\(hint) "
        + "Rätta namnet, annars trycks en lucka.")
  }

  static func textFormUnknown(at place: Place, name: String) -> Diagnostic {
    let forms = FigureForm.Unit.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      code: "text-form", severity: .error, place: place,
      message: "{{\(name)}} ber om en form som talet inte kan skrivas i. Formerna är \(forms) och belopp; "
        + "procent gäller andelar, kr, tkr och mnkr gäller belopp, antal och ord gäller antal.")
  }

  static func textBracesOpen(at place: Place, words: String) -> Diagnostic {
    Diagnostic(
      code: "text-klammer", severity: .error, place: place,
      message: "Texten börjar ett namn med {{ men slutar det inte med }} i samma stycke. Sätt dit }} efter namnet.",
      excerpt: String(decoding: words.utf8.prefix(120), as: UTF8.self))
  }

  static func textPlacementInSentence(at place: Place, name: String) -> Diagnostic {
    Diagnostic(
      code: "text-placering", severity: .error, place: place,
      message: "Texten placerar \(name) mitt i en mening. Sätt raden för sig själv, med en tom rad före och efter.")
  }
}
