/// Text compared and split by byte: never by Character, for which "\r\n" is one and a letter swallows its mark.
extension String {
  /// The text with every occurrence of a part replaced.
  func replacing(_ part: String, by other: String) -> String {
    pieces(separatedBy: part).joined(separator: other)
  }

  /// The pieces between the occurrences of a part.
  func pieces(separatedBy part: String) -> [String] {
    let bytes = Array(utf8)
    let sought = Array(part.utf8)
    guard !sought.isEmpty, bytes.count >= sought.count else { return [self] }
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index + sought.count <= bytes.count {
      if bytes[index] == sought[0], bytes[index..<index + sought.count].elementsEqual(sought) {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += sought.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  /// Whether the part stands anywhere in the text, to the byte.
  func has(_ part: String) -> Bool { pieces(separatedBy: part).count > 1 || utf8.elementsEqual(part.utf8) }

  /// Whether any of the parts stands in the text.
  func hasAny(_ parts: [String]) -> Bool { parts.contains { has($0) } }

  /// Whether the text ends so, to the byte.
  func ends(in part: String) -> Bool { utf8.suffix(part.utf8.count).elementsEqual(part.utf8) }

  /// The words in small letters: runs of letters and digits, everything else a border.
  var words: [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars {
      if scalar.isWordPart {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  /// The words joined by single spaces: by which titles are compared.
  var normalized: String { words.joined(separator: " ") }

  /// Whether nothing but spaces stands in the text.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\u{A0}" }
  }

  /// The last whole number that stands in the text, and what stands before it: `Deltagarmål 2`.
  var trailingNumber: (before: String, number: Int)? {
    let bytes = Array(utf8)
    let digits = bytes.reversed().prefix { $0.isDigit }.count
    guard digits > 0, digits < 6, let number = Int(String(decoding: bytes.suffix(digits), as: UTF8.self)) else {
      return nil
    }
    return (String(decoding: bytes.dropLast(digits), as: UTF8.self).normalized, number)
  }

  /// The four-digit years, 1900 to 2199, that stand in the text.
  var years: [Int] {
    words.compactMap { word in
      word.utf8.count == 4 ? Int(word).flatMap { (1900...2199).contains($0) ? $0 : nil } : nil
    }
  }
}

extension UInt8 {
  /// Whether the byte is a digit.
  var isDigit: Bool { self >= 48 && self <= 57 }
}

extension Unicode.Scalar {
  /// Whether the scalar is a digit 0 to 9.
  var isDigit: Bool { value >= 48 && value <= 57 }

  /// Whether the scalar is part of a word: a letter or a digit.
  var isWordPart: Bool { isDigit || properties.isAlphabetic }

  /// Whether the scalar is a space of any width.
  var isSpace: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2007, 0x2009, 0x202F: true
    default: false
    }
  }
}

/// Words joined as Swedish lists them: `a, b och c`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " och " + last
}
