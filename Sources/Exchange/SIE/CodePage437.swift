/// IBM PC 8-bit, code page 437: the one character set that SIE 1–4 knows (SIE 4B 5.8, `#FORMAT PC8`).
public enum CodePage437 {
  /// The byte for a character, or nil where code page 437 has none, as for € and the long dash.
  public static func byte(for scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 { return UInt8(truncatingIfNeeded: scalar.value) }
    guard scalar.value < UInt32(bytes.count) else { return nil }
    let byte = bytes[Int(scalar.value)]
    return byte == 0 ? nil : byte
  }

  /// The character that a byte stands for. Bytes below 128 are as in ASCII, control characters too.
  public static func scalar(for byte: UInt8) -> Unicode.Scalar { SingleByteTable.codePage437.scalar(for: byte) }

  /// The text that the bytes stand for. Every byte stands for something, so nothing is ever lost.
  public static func text(_ source: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in source { text.unicodeScalars.append(scalar(for: byte)) }
    return text
  }

  /// From scalar to byte, flat; the highest scalar of the page is U+25A0, so the table takes 10 kB. 0 where there is
  /// no byte.
  private static let bytes: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 0x25A1)
    for byte in UInt8(0x80)...0xFF { bytes[Int(scalar(for: byte).value)] = byte }
    return bytes
  }()
}

/// The upper half of a character set with one byte a character: what the bytes 80 to FF stand for.
struct SingleByteTable: Sendable {
  /// 128 scalars.
  let upper: [UInt32]

  /// The page of the first PC, in which SIE is written.
  static let codePage437 = SingleByteTable(
    upper: """
      ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
      αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
      """.unicodeScalars.map(\.value))

  /// Windows' western page. The five bytes it leaves open stay control characters.
  static let codePage1252 = SingleByteTable(
    upper: "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars.map(\.value)
      + (0xA0...0xFF).map { UInt32($0) })

  /// The character a byte stands for.
  func scalar(for byte: UInt8) -> Unicode.Scalar {
    let value = byte < 0x80 ? UInt32(byte) : upper[Int(byte) - 0x80]
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The text of those bytes.
  func text(_ source: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: source.count * 3) { target in
      var count = 0
      for byte in source {
        let value = byte < 0x80 ? UInt32(byte) : upper[Int(byte) - 0x80]
        if value < 0x80 {
          target[count] = UInt8(truncatingIfNeeded: value)
          count += 1
        } else if value < 0x800 {
          target[count] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
          target[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
          count += 2
        } else {
          target[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
          target[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
          target[count + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
          count += 3
        }
      }
      return count
    }
  }
}
