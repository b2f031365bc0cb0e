/// Where one is sent after signing in: a path of ours, and nowhere else.
enum OwnPath {
  private static let byteCountMax = 2000

  /// The path, if it is one of ours; else the start page. Looked at byte by byte: what a browser could take for another
  /// site (`//`, `/\`), and every byte that has no place in an address, is refused.
  static func read(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= byteCountMax,
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
      bytes.count == 1 || bytes[1] != UInt8(ascii: "/")
    else { return Addresses.start.path() }
    return text
  }
}
