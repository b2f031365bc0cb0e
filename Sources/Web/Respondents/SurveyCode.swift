import Ledger
import Press

/// A one-time code of a survey: sixteen signs of thirty-two, 80 bits that nobody can guess. No I, L, O or U, which are
/// taken for other signs on paper. The book has only its digest.
struct SurveyCode: Hashable {
  /// The signs, without hyphens.
  let signs: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let count = 16

  /// A new code.
  init(_ randomBytes: (Int) -> [UInt8]) {
    signs = String(
      decoding: randomBytes(SurveyCode.count).map { SurveyCode.alphabet[Int($0 & 31)] }, as: UTF8.self)
  }

  /// A code as somebody has written it: in small letters, with blanks and hyphens, with O for nought and I for one.
  init?(typed: String) {
    var bytes: [UInt8] = []
    for byte in typed.utf8 {
      let letter = (97...122).contains(byte) ? byte - 32 : byte
      switch letter {
      case UInt8(ascii: " "), UInt8(ascii: "-"): continue
      case UInt8(ascii: "O"): bytes.append(UInt8(ascii: "0"))
      case UInt8(ascii: "I"), UInt8(ascii: "L"): bytes.append(UInt8(ascii: "1"))
      default: bytes.append(letter)
      }
    }
    guard bytes.count == SurveyCode.count, bytes.allSatisfy(SurveyCode.alphabet.contains) else { return nil }
    signs = String(decoding: bytes, as: UTF8.self)
  }

  /// As it is printed, in groups of four.
  var text: String {
    let bytes = Array(signs.utf8)
    return stride(from: 0, to: bytes.count, by: 4).map { String(decoding: bytes[$0..<($0 + 4)], as: UTF8.self) }
      .joined(separator: "-")
  }

  /// What the book keeps of it.
  var digest: String { Secret.digest(of: "enkät " + signs) }
}
