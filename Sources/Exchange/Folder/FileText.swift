import Ledger

/// The text of a YAML or Markdown file of the folder, or what keeps it from being one.
enum FileText {
  /// The largest text file that is read. A year of the largest association takes about 100 KiB; YAML takes some
  /// hundred times its size in memory while it is read.
  static let bytesMax = 1 << 20

  /// The file's UTF-8 with LF at line ends and without byte order mark; nil where it cannot be read as text.
  static func read(_ bytes: [UInt8], log: FileLog) -> [UInt8]? {
    guard bytes.count <= bytesMax else {
      log.textTooLarge(byteCount: bytes.count)
      return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      log.textIsUTF16()
      return nil
    }
    let text = withLineFeeds(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
    log.show(text)
    if let offset = offsetOfInvalidUTF8(in: text) {
      log.textIsNotUTF8(at: offset)
      return nil
    }
    if let offset = offsetOfControl(in: text) {
      log.textHasControl(at: offset)
      return nil
    }
    for range in PersonalNumber.find(in: text) { log.personalNumber(at: range.lowerBound) }
    return text
  }

  private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return Array(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var wasReturn = false
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        text.append(UInt8(ascii: "\n"))
      } else if !(wasReturn && byte == UInt8(ascii: "\n")) {
        text.append(byte)
      }
      wasReturn = byte == UInt8(ascii: "\r")
    }
    return text
  }

  private static func offsetOfInvalidUTF8(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Where the first control character stands that is neither tab nor line feed, or a code point that Unicode keeps
  /// free for uses inside a program (U+FDD0 to U+FDEF), as `YAMLDocument` does.
  private static func offsetOfControl(in bytes: [UInt8]) -> Int? {
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\t") { return index }
      if byte == 0x7F { return index }
      guard byte == 0xC2 || byte == 0xEF, index + 1 < bytes.count else { continue }
      // U+0080 to U+009F, except U+0085 (next line).
      if byte == 0xC2, bytes[index + 1] < 0xA0, bytes[index + 1] != 0x85 { return index }
      guard byte == 0xEF, index + 2 < bytes.count else { continue }
      if bytes[index + 1] == 0xB7, (0x90...0xAF).contains(bytes[index + 2]) { return index }
      if bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return index }
      if bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return index }
    }
    return nil
  }
}

extension FileLog {
  fileprivate func textTooLarge(byteCount: Int) {
    add(
      "mapp-storlek",
      wholeFile: "Filen är \(byteCount.groupedText) byte. En textfil i mappen får vara högst "
        + "\(FileText.bytesMax.groupedText) byte. Kontrollera att det är rätt fil; underlag läggs i mappen bilagor.")
  }

  fileprivate func textIsUTF16() {
    add("mapp-kodning", wholeFile: "Filen är sparad i UTF-16. Spara om den som UTF-8.")
  }

  fileprivate func textIsNotUTF8(at offset: Int) {
    add(
      "mapp-kodning", atByte: offset,
      "Här står ett tecken som inte är UTF-8. Filen är troligen sparad i en äldre kodning, till exempel Windows-1252. "
        + "Spara om den som UTF-8.")
  }

  fileprivate func textHasControl(at offset: Int) {
    add("mapp-tecken", atByte: offset, "Här står ett styrtecken som inte syns. Ta bort det.")
  }

  fileprivate func personalNumber(at offset: Int) {
    add(
      "personnummer", atByte: offset,
      "Här står ett personnummer eller samordningsnummer. finsam tar inte emot uppgifter om enskilda personer. "
        + "Ta bort det; antal och funktioner räcker.")
  }
}
