/// A text with a mark in it: the mark is taken out, and where it stood is remembered.
struct SIEMarkedSource {
  /// The text without the mark.
  let text: String
  /// The line of the mark, from 1; 0 where there is none.
  let line: Int
  /// The column of the mark in bytes, from 1; 0 where there is none.
  let column: Int

  init(_ marked: String) {
    var bytes = Array(marked.utf8)
    let mark = Array("1️⃣".utf8)
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
      (text, line, column) = (marked, 0, 0)
      return
    }
    bytes.removeSubrange(place..<(place + mark.count))
    let before = bytes[..<place]
    text = String(decoding: bytes, as: UTF8.self)
    line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    column = place - (before.lastIndex(of: 10) ?? -1)
  }
}

/// Numbers that look random and are the same every time: SplitMix64.
struct SIESeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var number = state
    number = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ number >> 27) &* 0x94D0_49BB_1331_11EB
    return number ^ number >> 31
  }
}
