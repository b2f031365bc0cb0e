/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Hashable, Sendable {
  /// IBM PC 8-bit, which SIE asks for. A file of plain ASCII counts as this.
  case codePage437 = "cp437"
  /// Windows' western page, of which ISO 8859-1 is the printable part.
  case codePage1252 = "cp1252"
  /// Unicode in UTF-8.
  case utf8 = "utf-8"

  /// The name a user knows it by.
  public var usualName: String {
    switch self {
    case .codePage437: "CP437 (PC8)"
    case .codePage1252: "Windows-1252"
    case .utf8: "UTF-8"
    }
  }

  /// The text of those bytes. What is broken becomes U+FFFD.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch self {
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .codePage437: SingleByteTable.codePage437.text(bytes)
    case .codePage1252: SingleByteTable.codePage1252.text(bytes)
    }
  }
}

/// By what an encoding was told: what the bytes showed.
public struct EncodingEvidence: Hashable, Sendable {
  /// Whether the file begins with the UTF-8 byte-order mark.
  public var hasByteOrderMark = false
  /// Whether any byte is above 127; without one all encodings are the same.
  public var hasHighBytes = false
  /// Whether all bytes together are UTF-8.
  public var isValidUTF8 = true
  /// How many bytes are a Swedish letter in code page 437.
  public var swedishInCodePage437 = 0
  /// How many bytes are a Swedish letter in Windows-1252.
  public var swedishInCodePage1252 = 0

  /// Nothing seen.
  public init() {}
}

/// Tells the encoding of a text from its bytes alone: what the file says about itself is wrong in every third file.
///
/// A byte-order mark or valid UTF-8 with bytes above 127 is UTF-8. Else the Swedish letters decide between the two
/// one-byte pages: they lie at 84 86 8E 8F 94 99 in code page 437 and at C4 C5 D6 E4 E5 F6 in Windows-1252.
struct EncodingGuess: Sendable {
  private(set) var hasByteOrderMark = false
  private var isValidUTF8 = true
  private var hasHighBytes = false
  private var swedish437 = 0
  private var swedish1252 = 0
  /// How many continuation bytes the UTF-8 character in hand still needs, and what the next one must lie between.
  private var owed = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF
  private var head: [UInt8] = []

  mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) {
    if head.count < 3 {
      head.append(contentsOf: chunk.prefix(3 - head.count))
      hasByteOrderMark = head == [0xEF, 0xBB, 0xBF]
    }
    guard let base = chunk.baseAddress else { return }
    var index = 0
    while index < chunk.count {
      if owed == 0, index + 8 <= chunk.count {
        let eight = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      weigh(base[index])
      index += 1
    }
  }

  private mutating func weigh(_ byte: UInt8) {
    guard byte >= 0x80 || owed > 0 else { return }
    if byte >= 0x80 {
      hasHighBytes = true
      switch byte {
      case 0x84, 0x86, 0x8E, 0x8F, 0x94, 0x99: swedish437 += 1
      case 0xC4, 0xC5, 0xD6, 0xE4, 0xE5, 0xF6: swedish1252 += 1
      default: break
      }
    }
    guard isValidUTF8 else { return }
    if owed > 0 {
      guard low <= byte, byte <= high else {
        isValidUTF8 = false
        owed = 0
        return
      }
      owed -= 1
      (low, high) = (0x80, 0xBF)
      return
    }
    (low, high) = (0x80, 0xBF)
    switch byte {
    case 0xC2...0xDF: owed = 1
    case 0xE0: (owed, low) = (2, 0xA0)
    case 0xED: (owed, high) = (2, 0x9F)
    case 0xE1...0xEF: owed = 2
    case 0xF0: (owed, low) = (3, 0x90)
    case 0xF1...0xF3: owed = 3
    case 0xF4: (owed, high) = (3, 0x8F)
    default: isValidUTF8 = false
    }
  }

  /// What was seen.
  var evidence: EncodingEvidence {
    var evidence = EncodingEvidence()
    evidence.hasByteOrderMark = hasByteOrderMark
    evidence.hasHighBytes = hasHighBytes
    evidence.isValidUTF8 = isValidUTF8
    evidence.swedishInCodePage437 = swedish437
    evidence.swedishInCodePage1252 = swedish1252
    return evidence
  }

  /// What the bytes read so far say, when there are no more. `asciiIs` is what a text of ASCII alone is called.
  func finish(asciiIs plain: TextEncoding) -> TextEncoding {
    if hasByteOrderMark { return .utf8 }
    guard hasHighBytes else { return plain }
    // A last character cut in half is no reason to read the whole file as something else.
    if isValidUTF8 { return .utf8 }
    return swedish437 >= swedish1252 ? .codePage437 : .codePage1252
  }
}
