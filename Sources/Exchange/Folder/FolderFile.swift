/// A file of an association folder: where it lies in the folder, and its bytes. Nobody here opens files; they are
/// handed in and handed out.
public struct FolderFile: Hashable, Sendable {
  /// The path from the folder, with `/` between names: `budget/2022.yaml`.
  public var path: String
  /// The contents.
  public var bytes: [UInt8]

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text file in UTF-8.
  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
