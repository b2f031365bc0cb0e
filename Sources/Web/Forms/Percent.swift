/// Percent-encoding, by byte: Swift's `Character` takes a quotation mark and an accent for one.
enum Percent {
  /// Every byte that is not a letter, digit or one of `-._~` as `%XX`.
  static func encoded(_ text: String) -> String {
    // Nearly all that stands in our paths is as it is.
    if text.utf8.allSatisfy(isPlain) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) { bytes.append(byte) } else { bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
    default: false
    }
  }

  /// The query of a path, question mark and all; pairs without a value are left out.
  static func query(_ pairs: [(String, String)]) -> String {
    let said = pairs.filter { !$0.1.isEmpty }.map { "\(encoded($0.0))=\(encoded($0.1))" }
    return said.isEmpty ? "" : "?" + said.joined(separator: "&")
  }

  /// The words of a segment; nil where it is not UTF-8 or has a NUL, which no text of ours has.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    decoded(Array(text.utf8)[...], plusIsSpace: plusIsSpace)
  }

  private static func decoded(_ text: ArraySlice<UInt8>, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      if byte == UInt8(ascii: "%") {
        guard place + 2 < text.endIndex, let high = hexadecimal(text[place + 1]), let low = hexadecimal(text[place + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        place += 3
      } else {
        bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 32 : byte)
        place += 1
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  /// The pairs of a query or a form (`application/x-www-form-urlencoded`), in order. What cannot be read is left out,
  /// and what stands after more pairs than any form has.
  static func pairs(
    _ text: some StringProtocol, countMax: Int = Body.fieldCountMax
  ) -> [(name: String, value: String)] {
    let bytes = Array(text.utf8)
    return bytes.split(separator: UInt8(ascii: "&"), maxSplits: countMax).prefix(countMax).compactMap { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0], plusIsSpace: true),
        let value = parts.count > 1 ? decoded(parts[1], plusIsSpace: true) : ""
      else { return nil }
      return (name, value)
    }
  }
}
