import Ledger

/// `#KSUMMA`: opened right after `#FLAGGA`, closed by the last record (SIE 4B chapter 10).
struct SIEChecksum {
  private var sum: CRC32?
  private var openedLine = 0
  private var stated: (value: UInt32?, text: String, line: Int)?
  private var reckoned: UInt32 = 0
  private var isAfterEnd = false

  /// Whether records are to be fed.
  var isOpen: Bool { sum != nil }

  /// Feeds bytes of code page 437.
  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) { sum?.feed(bytes) }

  /// Feeds a text in the code page it would have had.
  mutating func feed(_ text: String) {
    for scalar in text.unicodeScalars { sum?.feed(CodePage437.byte(for: scalar) ?? UInt8(ascii: "?")) }
  }

  /// Meets a `#KSUMMA` without a field.
  mutating func open(line: Int) {
    guard sum == nil, stated == nil else { return }
    sum = CRC32()
    openedLine = line
  }

  /// Meets a `#KSUMMA` with a field.
  mutating func close(_ text: String, line: Int) {
    guard stated == nil else { return }
    // Some programs print the 32 bits as a signed number.
    let value = Int64(text).flatMap { (-0x8000_0000...0xFFFF_FFFF).contains($0) ? UInt32(truncatingIfNeeded: $0) : nil }
    stated = (value, text, line)
    reckoned = sum?.value ?? 0
    if sum == nil { openedLine = 0 }
    sum = nil
  }

  /// Says whether the sum is right.
  func finish(form: SIEForm, file: String, into log: inout DiagnosticLog) {
    if isOpen {
      log.add(.sieChecksumOpen(at: Place(file: file, line: openedLine)))
    } else if let stated {
      let place = Place(file: file, line: stated.line)
      if openedLine == 0 {
        log.add(.sieChecksumNotOpened(at: place))
      } else if stated.value != reckoned {
        let isSure = form.encoding == .codePage437
        log.add(
          isSure
            ? .sieChecksumWrong(at: place, stated: stated.text, reckoned: reckoned)
            : .sieChecksumUnsure(at: place, encoding: form.encoding))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func sieChecksumOpen(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "sie-avkortad", severity: .error, place: place,
      message:
        "Kontrollsumman #KSUMMA öppnas här men avslutas aldrig: filens slut saknas. Exportera eller hämta filen på nytt."
    )
  }

  fileprivate static func sieChecksumNotOpened(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "sie-ksumma-oppnas-ej", severity: .note, place: place,
      message:
        "Kontrollsumman har ett värde men öppnas aldrig av en #KSUMMA efter #FLAGGA, så den kan inte kontrolleras. Filen "
        + "är läst ändå; kontrollera att den är hel.")
  }

  fileprivate static func sieChecksumWrong(at place: Place, stated: String, reckoned: UInt32) -> Diagnostic {
    Diagnostic(
      code: "sie-ksumma", severity: .error, place: place,
      message:
        "Kontrollsumman stämmer inte: filen anger \(stated), men innehållet ger \(reckoned). Filen har ändrats efter att "
        + "den skrevs. Exportera på nytt, eller ta bort båda raderna #KSUMMA om ni själva har rättat filen.")
  }

  fileprivate static func sieChecksumUnsure(at place: Place, encoding: TextEncoding) -> Diagnostic {
    Diagnostic(
      code: "sie-ksumma-osaker", severity: .note, place: place,
      message:
        "Kontrollsumman kan inte kontrolleras, eftersom filen är skriven i \(encoding.usualName) och summan räknas på "
        + "tecken i CP437. Filen är läst ändå; kontrollera att den är hel.")
  }
}
