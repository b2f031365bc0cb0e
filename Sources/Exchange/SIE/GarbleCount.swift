import Ledger

/// Counts characters that some earlier program has destroyed or misread.
struct GarbleCount {
  private var lost = 0
  private var lostLine = 0
  private var misread = 0
  private var misreadLine = 0

  /// Looks at a text with bytes above 127.
  mutating func look(at bytes: UnsafeBufferPointer<UInt8>, encoding: TextEncoding, line: Int) {
    for index in bytes.indices where bytes[index] >= 0xC2 {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      switch encoding {
      case .utf8:
        if bytes[index] == 0xEF, next == 0xBF, third == 0xBD {
          lost += 1
          if lostLine == 0 { lostLine = line }
        } else if isMisread(bytes, index, next, third) {
          misread += 1
          if misreadLine == 0 { misreadLine = line }
        }
      case .codePage437, .codePage1252:
        // A Swedish letter in UTF-8, in a file that is not UTF-8 as a whole.
        if bytes[index] == 0xC3, [0xA4, 0xA5, 0xB6, 0x84, 0x85, 0x96].contains(next) {
          misread += 1
          if misreadLine == 0 { misreadLine = line }
        }
      }
    }
  }

  /// `f”r`, `„r`, `p†`: code page 437 that was read as Windows-1252; `Ã¥`: UTF-8 that was.
  private func isMisread(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ next: UInt8, _ third: UInt8) -> Bool {
    if bytes[index] == 0xC3, next == 0x83, third == 0xC2 { return true }
    guard bytes[index] == 0xE2, next == 0x80, third == 0x9D || third == 0x9E || third == 0xA0 else { return false }
    return isLetter(bytes, index - 1) && isLetter(bytes, index + 3)
  }

  private func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes.indices.contains(index) && (97...122).contains(bytes[index] | 0x20)
  }

  /// Says what was counted.
  func finish(form: SIEForm, file: String, into log: inout DiagnosticLog) {
    if lost > 0 { log.add(.sieLostCharacters(at: Place(file: file, line: lostLine), count: lost)) }
    if misread > 0 { log.add(.sieMisreadCharacters(at: Place(file: file, line: misreadLine), count: misread)) }
  }
}

extension Diagnostic {
  fileprivate static func sieLostCharacters(at place: Place, count: Int) -> Diagnostic {
    let what =
      count == 1
      ? "Ett tecken är förstört (\u{FFFD}) redan i filen"
      : "\(count.groupedText) tecken är förstörda (\u{FFFD}) redan i filen, här det första,"
    return Diagnostic(
      code: "sie-tecken-forstorda", severity: .warning, place: place,
      message:
        "\(what) och går inte att återskapa. Exportera på nytt med teckenkodningen PC8 eller UTF-8 om texterna är "
        + "viktiga.")
  }

  fileprivate static func sieMisreadCharacters(at place: Place, count: Int) -> Diagnostic {
    let what = count == 1 ? "Ett tecken" : "\(count.groupedText) tecken, här det första,"
    return Diagnostic(
      code: "sie-tecken-felkodade", severity: .warning, place: place,
      message:
        "\(what) ser ut att ha lästs med fel teckenkodning innan filen skrevs: å, ä eller ö har blivit något annat. "
        + "Exportera på nytt ur bokföringsprogrammet.")
  }
}
