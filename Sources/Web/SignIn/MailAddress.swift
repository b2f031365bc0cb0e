/// A mail address as we take it: one that can stand in a letter's head and in no other way be read. In small letters,
/// for it is what one signs in with.
enum MailAddress {
  /// The longest that a letter can be sent to.
  static let byteCountMax = 254

  /// The address that was typed, or nil where it is none.
  static func read(_ text: String) -> String? {
    let address = text.strippedOfBlanks.lowercased()
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard address.utf8.count <= byteCountMax, parts.count == 2, !parts[0].isEmpty,
      address.utf8.allSatisfy(isAllowed), parts[1].utf8.contains(UInt8(ascii: ".")),
      parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
    else { return nil }
    return address
  }

  static let fault = "E-postadressen ska skrivas som namn@exempel.se, utan mellanslag och utan å, ä och ö."

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 97...122: true
    default: "@.-_+!#$%&'*/=?^{|}~".utf8.contains(byte)
    }
  }
}
