/// The checksum of `#KSUMMA` (SIE 4B chapter 10): CRC-32 with the reflected polynomial EDB88320, as zlib and PNG have it.
struct CRC32: Sendable {
  private var state: UInt32 = 0xFFFF_FFFF
  private let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  /// Feeds the bytes.
  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
    var state = state
    table.withUnsafeBufferPointer { table in
      for byte in bytes { state = table[Int(truncatingIfNeeded: (state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8) }
    }
    self.state = state
  }

  /// Feeds one byte.
  mutating func feed(_ byte: UInt8) {
    state = table[Int(truncatingIfNeeded: (state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8)
  }

  /// The checksum of everything fed.
  var value: UInt32 { ~state }
}
