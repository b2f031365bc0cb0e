/// Text as it is compared: lower case, without accents, tags and marks of emphasis, one byte a sign, every dash a
/// hyphen and every space a blank. Each byte remembers where in the printed text it stood, so that what is found
/// can be quoted as it was printed.
public struct Fold: Sendable, Hashable {
  /// The folded text, ASCII.
  public private(set) var bytes: [UInt8] = []
  /// For each byte of the folded text, its place among the UTF-8 bytes of the printed text.
  private(set) var origins: [Int32] = []

  /// The text, folded. Runs of blanks are kept, since columns are told apart by them.
  public init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    origins.reserveCapacity(text.utf8.count)
    var text = text
    text.withUTF8 { source in
      var index = 0
      while index < source.count {
        let first = source[index]
        let start = index
        if first < 0x80 {
          index += 1
          append(Fold.lowered(first), from: start)
          continue
        }
        var length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        length = Swift.min(length, source.count - index)
        let second = length > 1 ? source[index + 1] : 0
        let third = length > 2 ? source[index + 2] : 0
        index += length
        for byte in Fold.plain(first, second, third) { append(byte, from: start) }
      }
    }
    mendWords()
  }

  /// A one or a nought inside a word, or at the end of a long one, is a letter that a machine misread: `resu1tat`.
  private mutating func mendWords() {
    var letters = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 48 || byte == 49, letters >= 2 {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 32
        if next.isLetterByte || (letters >= 4 && !next.isDigit && !next.isLetterByte) {
          bytes[index] = byte == 49 ? 108 : 111
          letters += 1
          continue
        }
      }
      letters = byte.isLetterByte ? letters + 1 : 0
    }
    mendOnes()
    mendYears()
  }

  /// `2o18`, `20l7-12-31`: four signs that are a year if a letter is the digit it looks like.
  private mutating func mendYears() {
    var start = 0
    while start + 4 <= bytes.count {
      let isStart = start == 0 || !bytes[start - 1].isWordByte
      let isEnd = start + 4 == bytes.count || !bytes[start + 4].isWordByte
      guard isStart, isEnd, bytes[start] == 50 || bytes[start] == 49 else {
        start += 1
        continue
      }
      let digits = bytes[start..<(start + 4)].map { $0 == 111 ? 48 : $0 == 108 ? 49 : $0 }
      let changed = zip(digits, bytes[start...]).count { $0 != $1 }
      let year = digits.allSatisfy(\.isDigit) ? digits.reduce(0) { $0 * 10 + Int($1 - 48) } : 0
      if changed >= 1, changed <= 2, (2004...2060).contains(year) {
        for (offset, digit) in digits.enumerated() { bytes[start + offset] = digit }
      }
      start += 4
    }
  }

  /// A letter l that stands where a digit does is a one: `l 478`, `-l`. No Swedish word is the letter alone.
  private mutating func mendOnes() {
    for index in bytes.indices where bytes[index] == 108 {
      let before = index > 0 ? bytes[index - 1] : 32
      let after = index + 1 < bytes.count ? bytes[index + 1] : 32
      let group = bytes.dropFirst(index + 2).prefix(4)
      let isGroup = after == 32 && group.prefix(3).count { $0.isDigit } == 3 && group.last?.isWordByte != true
      let isWholeGroup = after == 32 && group.count == 3 && group.allSatisfy(\.isDigit)
      if (before == 32 || before == 9 || before == 45) && (isGroup || isWholeGroup) { bytes[index] = 49 }
      if before == 45, after == 32 || after == 9, index < 2 || !bytes[index - 2].isWordByte { bytes[index] = 49 }
    }
  }

  private mutating func append(_ byte: UInt8, from origin: Int) {
    bytes.append(byte)
    origins.append(Int32(truncatingIfNeeded: origin))
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 65...90: byte + 32
    case 9: 9
    case 0..<32: 32
    default: byte
    }
  }

  /// What a sign outside ASCII is compared as; nothing for what has no bearing.
  private static func plain(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> [UInt8] {
    switch (first, second) {
    case (0xC3, 0x80...0x85), (0xC3, 0xA0...0xA5), (0xC3, 0x86), (0xC3, 0xA6): return [97]
    case (0xC3, 0x87), (0xC3, 0xA7): return [99]
    case (0xC3, 0x88...0x8B), (0xC3, 0xA8...0xAB): return [101]
    case (0xC3, 0x8C...0x8F), (0xC3, 0xAC...0xAF): return [105]
    case (0xC3, 0x91), (0xC3, 0xB1): return [110]
    case (0xC3, 0x92...0x96), (0xC3, 0x98), (0xC3, 0xB2...0xB6), (0xC3, 0xB8): return [111]
    case (0xC3, 0x99...0x9C), (0xC3, 0xB9...0xBC): return [117]
    case (0xC2, 0xA0): return [32]
    case (0xC2, 0xAD): return []
    case (0xC2, 0xA7): return [0x7E]
    case (0xC2, 0xBD): return [47]
    case (0xE2, 0x80):
      switch third {
      case 0x80...0x8A, 0xAF: return [32]
      case 0x8B...0x8F: return []
      case 0x90...0x95: return [45]
      case 0x98, 0x99, 0x9A, 0x9B: return [39]
      case 0x9C...0x9F: return [34]
      case 0xA2: return [42]
      case 0xA6: return [46, 46, 46]
      default: return [63]
      }
    case (0xE2, 0x81) where third == 0x9F: return [32]
    case (0xE2, 0x88) where third == 0x92: return [45]
    case (0xE3, 0x80) where third == 0x80: return [32]
    case (0xEF, 0xAC) where third == 0x81: return [102, 105]
    case (0xEF, 0xAC) where third == 0x82: return [102, 108]
    case (0xEF, 0xAC) where third == 0x80: return [102, 102]
    case (0xEF, 0xBB): return []
    case (0xEF, 0xB9) where third == 0xA3: return [45]
    case (0xEF, 0xBC) where third == 0x8D: return [45]
    case (0xCC, _), (0xCD, _): return []
    default: return [63]
    }
  }

  /// How many bytes.
  public var count: Int { bytes.count }
  /// The folded text as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Whether there is nothing but blanks.
  var isBlank: Bool { bytes.allSatisfy { $0 == 32 || $0 == 9 } }

  /// The printed text behind a range of folded bytes.
  func printed(_ range: Range<Int>, of text: String) -> String {
    guard !range.isEmpty, range.upperBound <= origins.count else { return "" }
    let all = text.utf8
    let start = Int(origins[range.lowerBound])
    let end = range.upperBound < origins.count ? Int(origins[range.upperBound]) : all.count
    let lower = all.index(all.startIndex, offsetBy: start)
    let upper = all.index(all.startIndex, offsetBy: Swift.max(start, end))
    return (String(all[lower..<upper]) ?? "").trimmed
  }

  /// Where the words begin, at or after that byte; nil where they are not.
  func find(_ words: String, from start: Int = 0, before end: Int? = nil) -> Int? {
    bytes.find(words, from: start, before: end ?? bytes.count)
  }

  /// Whether the words stand there.
  func has(_ words: String) -> Bool { find(words) != nil }

  /// Whether any of the words stand there.
  func hasAny(_ words: [String]) -> Bool { words.contains { find($0) != nil } }
}

extension [UInt8] {
  /// Where the words begin, at or after that byte; nil where they are not. `_` at either end means the edge of a word.
  func find(_ words: String, from start: Int = 0, before end: Int) -> Int? {
    var words = words
    return words.withUTF8 { needle -> Int? in
      guard let firstByte = needle.first, let lastByte = needle.last else { return nil }
      let head = firstByte == 0x5F ? 1 : 0
      let tail = lastByte == 0x5F ? 1 : 0
      let size = needle.count - head - tail
      guard size > 0 else { return nil }
      return self.withUnsafeBufferPointer { hay -> Int? in
        let last = Swift.min(end, hay.count) - size
        guard start <= last, start >= 0 else { return nil }
        let first = needle[head]
        var at = start
        while at <= last {
          if hay[at] == first {
            var step = 1
            while step < size, hay[at + step] == needle[head + step] { step += 1 }
            if step == size {
              let before = at == 0 || !hay[at - 1].isWordByte
              let after = at + size >= hay.count || !hay[at + size].isWordByte
              if (head == 0 || before) && (tail == 0 || after) { return at }
            }
          }
          at += 1
        }
        return nil
      }
    }
  }

  /// Where the words last begin before that byte.
  func findLast(_ words: String, before end: Int, from start: Int = 0) -> Int? {
    var found: Int?
    var at = start
    while let next = find(words, from: at, before: end) {
      found = next
      at = next + 1
    }
    return found
  }

  /// The bytes from the first to the last that is no blank.
  var trimmedBytes: [UInt8] {
    var (low, high) = (0, count)
    while low < high, self[low].isBlankByte { low += 1 }
    while high > low, self[high - 1].isBlankByte { high -= 1 }
    return low == 0 && high == count ? self : Array(self[low..<high])
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 48 && self <= 57 }
  var isLetterByte: Bool { (self >= 97 && self <= 122) || (self >= 65 && self <= 90) }
  var isWordByte: Bool { isDigit || isLetterByte }
  var isBlankByte: Bool { self == 32 || self == 9 }
}

extension String {
  /// Without blanks at either end, compared by byte.
  var trimmed: String {
    let bytes = utf8
    var (low, high) = (bytes.startIndex, bytes.endIndex)
    while low < high, bytes[low] <= 32 { low = bytes.index(after: low) }
    while low < high {
      let before = bytes.index(before: high)
      guard bytes[before] <= 32 else { break }
      high = before
    }
    return String(self[low..<high])
  }
}

/// How many signs must be changed, added or removed to make one text of the other; `limit + 1` where it is more.
func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
  guard abs(left.count - right.count) <= limit else { return limit + 1 }
  guard !left.isEmpty, !right.isEmpty else { return Swift.max(left.count, right.count) }
  var previous = Array(0...right.count)
  var current = previous
  for (row, byte) in left.enumerated() {
    current[0] = row + 1
    var least = current[0]
    for column in 0..<right.count {
      let change = previous[column] + (byte == right[column] ? 0 : 1)
      let value = Swift.min(change, previous[column + 1] + 1, current[column] + 1)
      current[column + 1] = value
      least = Swift.min(least, value)
    }
    if least > limit { return limit + 1 }
    swap(&previous, &current)
  }
  return previous[right.count]
}
