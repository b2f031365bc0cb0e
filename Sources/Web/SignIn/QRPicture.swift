import Press
import QRCode

/// A QR code as a picture in the page: no file, no script, and nothing that leaves the office.
enum QRPicture {
  /// The white frame that readers need, in modules.
  private static let quiet = 4

  /// The picture of that text, with words for those who do not see it; nothing where the text is too long for one.
  static func html(of text: String, words: String) -> HTML {
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return .empty }
    defer { QRcode_free(code) }
    guard let modules = code.pointee.data else { return .empty }
    let width = Int(code.pointee.width)
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
        if column > start { path += "M\(start + quiet) \(row + quiet)h\(column - start)v1h-\(column - start)z" }
        column += 1
      }
    }
    let side = width + 2 * quiet
    // Black on white in every theme: a reader does not know of dark ones.
    return tag(
      "svg",
      [
        .class("qr"), .role("img"), .label(words), .other("viewBox", "0 0 \(side) \(side)"),
        .other("shape-rendering", "crispEdges"),
      ],
      tag("rect", [.other("width", "\(side)"), .other("height", "\(side)"), .other("fill", "#fff")]),
      tag("path", [.other("fill", "#000"), .other("d", path)]))
  }
}
