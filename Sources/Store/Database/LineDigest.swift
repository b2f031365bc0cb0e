import Crypto

/// The SHA-256 of canonical lines, `finsam-history-1`: the columns of a row separated by TAB, ended by LF. Whole
/// numbers in decimal; text in UTF-8 with backslash, TAB, LF and CR written `\\`, `\t`, `\n`, `\r`; NULL as `\N`.
///
/// The form is frozen: `docs/reference/schema.md` gives it byte for byte, and `verify.py` reckons it independently.
final class LineDigest {
  private var hasher = SHA256()
  private let buffer: UnsafeMutableRawBufferPointer
  private var used = 0
  private var lineHasFields = false

  /// 64 KiB: large enough that the hash function is called seldom, small enough to stay in the cache.
  init() { buffer = .allocate(byteCount: 65_536, alignment: 8) }

  deinit { buffer.deallocate() }

  func put(_ number: Int64) {
    // At most a separator, a sign and 19 digits.
    makeRoom(for: 21)
    separate()
    if number < 0 {
      buffer[used] = UInt8(ascii: "-")
      used += 1
    }
    var rest = number.magnitude
    var digits = 1
    var bound: UInt64 = 10
    while digits < 19, rest >= bound {
      digits += 1
      bound &*= 10
    }
    var place = used + digits
    used = place
    repeat {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      buffer[place] = UInt8(truncatingIfNeeded: digit) + 48
      rest = quotient
    } while rest > 0
  }

  func put(_ text: String) {
    var text = text
    text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
  }

  func put(_ text: UnsafeRawBufferPointer) {
    makeRoom(for: 1)
    separate()
    for byte in text {
      makeRoom(for: 2)
      switch byte {
      case UInt8(ascii: "\\"): escape(UInt8(ascii: "\\"))
      case 9: escape(UInt8(ascii: "t"))
      case 10: escape(UInt8(ascii: "n"))
      case 13: escape(UInt8(ascii: "r"))
      default:
        buffer[used] = byte
        used += 1
      }
    }
  }

  func putNull() {
    makeRoom(for: 3)
    separate()
    escape(UInt8(ascii: "N"))
  }

  func endLine() {
    makeRoom(for: 1)
    buffer[used] = 10
    used += 1
    lineHasFields = false
  }

  /// The digest of all lines so far, in small hexadecimal.
  var hash: String {
    var copy = hasher
    copy.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[0..<used]))
    return copy.finalize().hexadecimal
  }

  private func escape(_ byte: UInt8) {
    buffer[used] = UInt8(ascii: "\\")
    buffer[used + 1] = byte
    used += 2
  }

  private func separate() {
    if lineHasFields {
      buffer[used] = 9
      used += 1
    }
    lineHasFields = true
  }

  private func makeRoom(for count: Int) {
    guard used + count > buffer.count else { return }
    hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[0..<used]))
    used = 0
  }
}

extension SHA256Digest {
  /// The digest in small hexadecimal, as it is stored and printed.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
