import HTTPTypes
import Press

/// What an action answers.
enum Answer: Sendable {
  /// A whole page in the office's shell.
  case page(Page, status: HTTPResponse.Status = .ok)
  /// Go there; with words to be shown once when one has arrived.
  case see(String, notice: String = "")
  /// A piece of a page, for the page's own script.
  case piece(HTML, status: HTTPResponse.Status = .ok)
  /// JSON, for the page's own script.
  case json([UInt8], status: HTTPResponse.Status = .ok)
  /// A file.
  case file(FileAnswer)
  /// A page that is whole in itself, with the style that stands in it: the annual report as it is printed.
  case document([UInt8])
  /// A form that is whole in itself, with its style in it and no script: what a respondent sees.
  case bare(HTML, status: HTTPResponse.Status = .ok)
  /// A file of the program's own, to be kept for ever.
  case asset(Asset.File)
  /// Any of these with another cookie for the visitor: signed in, signed out.
  indirect case signedIn(token: String, Answer)
  /// There is nothing at that address.
  case notFound
  /// The door is not for this visitor.
  case forbidden
}

/// A file to be shown or saved.
struct FileAnswer: Sendable {
  let bytes: [UInt8]
  let name: String
  let mediaType: String
  /// Whether the browser may show it itself; anything it could run is saved instead.
  let isShown: Bool

  init(bytes: [UInt8], name: String, mediaType: String, isShown: Bool = false) {
    self.bytes = bytes
    self.name = name
    self.mediaType = mediaType
    self.isShown = isShown
  }
}
