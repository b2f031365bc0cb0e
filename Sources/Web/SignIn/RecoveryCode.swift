/// The codes by which one comes in when the telephone is lost: each good once. Only their digests are kept; with
/// eighty bits in each, a digest cannot be led back to its code.
enum RecoveryCode {
  static let count = 10
  private static let byteCount = 10

  /// Fresh codes, as they are shown: sixteen letters and digits in groups of four.
  static func make(_ randomBytes: (Int) -> [UInt8]) -> [String] {
    (0..<count).map { _ in
      TOTP.spelled(randomBytes(byteCount)).lowercased().replacing(" ", with: "-")
    }
  }

  /// What is kept of a code, however it was typed.
  static func digest(of code: String) -> String {
    let bare = code.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != 32 }
    return Secret.digest(of: "recovery " + String(decoding: bare, as: UTF8.self))
  }

  /// Whether what was typed has the form of one, so that it is not taken for a code of the app.
  static func isOne(_ text: String) -> Bool {
    text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != 32 }.count > TOTP.digitCount
  }
}
