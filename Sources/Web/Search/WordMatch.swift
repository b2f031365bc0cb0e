/// Words that are sought, and how well a text fits them. Letters are compared without regard to case and to the accents
/// of é and ü; å, ä and ö are letters of their own.
struct WordMatch {
  /// The words, folded.
  let words: [[UInt8]]

  init(_ text: String) {
    words = WordMatch.folded(text).split { WordMatch.isBetweenWords($0) }.map { Array($0) }
  }

  /// Whether every word is found somewhere in the text.
  func fits(_ text: String) -> Bool { score(text) != nil }

  /// How well the text fits, higher is better, or nil where a word is missing: the whole text, its beginning, the
  /// beginning of a word in it, inside a word.
  func score(_ text: String) -> Int? {
    guard !words.isEmpty else { return nil }
    let bytes = WordMatch.folded(text)
    var score = 0
    for word in words {
      guard let one = WordMatch.score(of: word, in: bytes) else { return nil }
      score += one
    }
    // Of two texts that hold the words the shorter says less besides.
    return score * 10 / words.count - min(bytes.count / 16, 9)
  }

  private static func score(of word: [UInt8], in bytes: [UInt8]) -> Int? {
    guard word.count <= bytes.count else { return nil }
    if word == bytes { return 40 }
    var best: Int?
    for start in 0...(bytes.count - word.count)
    where bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word) {
      if start == 0 { return 30 }
      if isBetweenWords(bytes[start - 1]) { return 20 }
      best = 10
    }
    return best
  }

  /// The text in small letters, é as e and ü as u, with a paragraph sign as a word of its own.
  static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "é", "è", "ê": bytes.append(UInt8(ascii: "e"))
      case "ü": bytes.append(UInt8(ascii: "u"))
      case "\u{A0}": bytes.append(32)
      case "§": bytes += Array("§ ".utf8)
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    return bytes
  }

  /// Blanks and what stands between words. Of what is not ASCII all is letters, but for the paragraph sign.
  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 97...122, 128...255: false
    default: true
    }
  }
}
