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
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let high = hexadecimal(rest.popFirst()), let low = hexadecimal(rest.popFirst()) else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 32 : byte)
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case .some(let byte) where (48...57).contains(byte): byte - 48
    case .some(let byte) where (65...70).contains(byte): byte - 55
    case .some(let byte) where (97...102).contains(byte): byte - 87
    default: nil
    }
  }

  /// The pairs of a query or a form (`application/x-www-form-urlencoded`), in order. What cannot be read is left out.
  static func pairs(_ text: some StringProtocol) -> [(name: String, value: String)] {
    text.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0], plusIsSpace: true),
        let value = parts.count > 1 ? decoded(parts[1], plusIsSpace: true) : ""
      else { return nil }
      return (name, value)
    }
  }
}
