import GRDBSQLite

/// `holds(text, needle)` in SQL: whether the text holds the needle, great and small letters alike, those of Swedish and
/// its neighbours too, which SQLite's own LIKE does not know. The needle is given folded, by `TextSearch.folded`.
enum TextSearch {
  /// The text in small letters, as far as `holds` tells great from small: A to Z, and À to Þ.
  static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      bytes.append(fold(byte, after: previous))
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes the function known on a connection.
  static func install(on handle: OpaquePointer?) {
    sqlite3_create_function_v2(
      handle, "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
      { context, _, values in
        guard let values else { return }
        sqlite3_result_int(context, TextSearch.holds(text: values[0], needle: values[1]) ? 1 : 0)
      }, nil, nil, nil)
  }

  private static func holds(text: OpaquePointer?, needle: OpaquePointer?) -> Bool {
    guard let text = bytes(of: text), let needle = bytes(of: needle) else { return false }
    guard needle.count <= text.count, let first = needle.first else { return needle.isEmpty }
    var previous: UInt8 = 0
    for start in 0...(text.count - needle.count) {
      let byte = text[start]
      if fold(byte, after: previous) == first, matches(text, at: start, needle) { return true }
      previous = byte
    }
    return false
  }

  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ needle: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // A needle begins with a whole character, so its second byte on follows a byte of the needle itself.
    var previous = text[start]
    for offset in 1..<max(needle.count, 1) {
      let byte = text[start + offset]
      guard fold(byte, after: previous) == needle[offset] else { return false }
      previous = byte
    }
    return true
  }

  private static func bytes(of value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_value_text(value) else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }

  /// `Å` is C3 85 and `å` C3 A5: the second byte of À to Þ is 32 from its small letter's, as A is from a. C3 97 is ×.
  private static func fold(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    if byte >= 65, byte <= 90 { return byte + 32 }
    if previous == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { return byte + 32 }
    return byte
  }
}
