import Ledger

/// The first, cheap pass over a file: what is it, and how are its characters written? It must see the whole file, since
/// the first Swedish letter may stand in the last voucher's text.
public struct SIESniffer: Sendable {
  private var guess = EncodingGuess()
  private var head: [UInt8] = []
  private var byteCount = 0
  private var hasLineFeed = false
  /// How much of the beginning is kept to tell what the file is.
  private static let headCount = 65_536

  /// A sniffer that has seen nothing.
  public init() {}

  /// Takes the next bytes of the file, however many.
  public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) {
    if head.count < SIESniffer.headCount {
      head.append(contentsOf: chunk.prefix(SIESniffer.headCount - head.count))
    }
    byteCount += chunk.count
    if !hasLineFeed { hasLineFeed = chunk.contains(10) }
    guess.read(chunk)
  }

  /// Takes the next bytes of the file, however many.
  public mutating func read(_ chunk: [UInt8]) { chunk.withUnsafeBufferPointer { read($0) } }

  /// By what the encoding is told, of the bytes taken so far.
  public var evidence: EncodingEvidence { guess.evidence }

  /// What the file is, when all of it has been taken.
  public func finish() -> SIEForm {
    let text = guess.hasByteOrderMark ? head.dropFirst(3) : head[...]
    let ending: SIEForm.LineEnding =
      if !hasLineFeed, head.contains(13) {
        .cr
      } else if let feed = head.firstIndex(of: 10), feed > 0, head[feed - 1] == 13 {
        .crlf
      } else {
        .lf
      }
    return SIEForm(
      kind: kind(of: text), encoding: guess.finish(asciiIs: .codePage437), lineEnding: ending,
      hasByteOrderMark: guess.hasByteOrderMark, hasChecksum: text.contains("#KSUMMA"), byteCount: byteCount)
  }

  private func kind(of text: ArraySlice<UInt8>) -> SIEForm.Kind {
    guard let start = text.firstIndex(where: { $0 > 32 }) else {
      return text.contains(0) ? .binary : .empty
    }
    let body = text[start...]
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if body.starts(with: "%PDF".utf8) { return .pdf }
    if body.starts(with: [0x50, 0x4B, 3, 4]) { return .zip }
    if hasRecord(text) { return .sie }
    if body.first == UInt8(ascii: "<") {
      if body.contains("www.sie.se/sie5") { return .sie5 }
      let lower = body.prefix(2_000).map { (65...90).contains($0) ? $0 + 32 : $0 }[...]
      if lower.contains("<!doctype html") || lower.contains("<html") { return .html }
      return body.starts(with: "<?xml".utf8) || lower.contains("xmlns") ? .xml : .text
    }
    // A text has tabs and line ends but hardly any other control character.
    let controls = text.reduce(0) { $1 < 9 || ($1 > 13 && $1 < 26) ? $0 + 1 : $0 }
    return controls > 0 && controls * 100 >= text.count ? .binary : .text
  }

  /// Whether some line begins with `#` and two capitals.
  private func hasRecord(_ text: ArraySlice<UInt8>) -> Bool {
    var isLineStart = true
    for index in text.indices {
      let byte = text[index]
      if isLineStart, byte == UInt8(ascii: "#"), index + 2 < text.endIndex {
        let first = text[index + 1] & 0xDF
        let second = text[index + 2] & 0xDF
        if (65...90).contains(first), (65...90).contains(second) { return true }
      }
      if byte == 10 || byte == 13 { isLineStart = true } else if byte > 32 { isLineStart = false }
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether the ASCII text stands somewhere in the bytes.
  fileprivate func contains(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = wanted.first, count >= wanted.count else { return false }
    return indices.dropLast(wanted.count - 1).contains { self[$0] == first && self[$0...].starts(with: wanted) }
  }
}

extension Diagnostic {
  /// One sentence for a file that is not SIE 1–4, or nil for one that is.
  static func sieNotReadable(_ form: SIEForm, file: String) -> Diagnostic? {
    let (code, sentence): (String, String)
    switch form.kind {
    case .sie: return nil
    case .sie5:
      code = "sie-5"
      sentence =
        "Filen är SIE 5 (XML), som finsam känner igen men inte läser. Exportera i stället som SIE typ 4 (.se) ur "
        + "bokföringsprogrammet och läs in den filen."
    case .xml:
      code = "sie-xml"
      sentence = "Filen är XML men inte SIE. En SIE-fil börjar med #FLAGGA. Exportera bokföringen som SIE typ 4."
    case .html:
      code = "sie-html"
      sentence =
        "Filen är en webbsida (HTML), troligen ett felmeddelande från en misslyckad hämtning. En SIE-fil börjar med "
        + "#FLAGGA. Hämta filen på nytt ur bokföringsprogrammet."
    case .pdf:
      code = "sie-pdf"
      sentence =
        "Filen är en PDF. En SIE-fil är en textfil som börjar med #FLAGGA. Exportera bokföringen som SIE typ 4."
    case .zip:
      code = "sie-zip"
      sentence =
        "Filen är ett zip-arkiv eller en Excel-bok. Packa upp den och läs in SIE-filen som ligger i den, eller exportera "
        + "bokföringen som SIE typ 4."
    case .utf16:
      code = "sie-utf16"
      sentence =
        "Filen är skriven med teckenkodningen UTF-16, som SIE inte tillåter. Exportera den på nytt, eller öppna den i ett "
        + "textprogram och spara den som UTF-8."
    case .binary:
      code = "sie-binar"
      sentence = "Filen är inte text utan binära data. En SIE-fil är en textfil som börjar med #FLAGGA. Välj rätt fil."
    case .text:
      code = "sie-ingen-sie"
      sentence =
        "Filen är text, men ingen rad börjar med en SIE-post som #FLAGGA, #KONTO eller #VER. Välj rätt fil, eller "
        + "exportera bokföringen som SIE typ 4."
    case .empty:
      code = "sie-tom"
      sentence = "Filen är tom. En SIE-fil börjar med #FLAGGA. Exportera bokföringen på nytt."
    }
    return Diagnostic(code: code, severity: .error, place: Place(file: file), message: sentence)
  }
}
