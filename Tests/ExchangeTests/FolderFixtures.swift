import Association
import Exchange
import Foundation
import Ledger

/// Folders for the tests of the folder's reader and writer.
enum FolderFixture {
  /// The smallest folder without faults.
  static let association = FolderFile("forbund.yaml", "namn: Exempel\norganisationsnummer: 222000-0000\n")

  static let members = FolderFile(
    "medlemmar.yaml",
    """
    medlemmar:
      - id: FK
        namn: Försäkringskassan
        slag: stat
      - id: STORSTAD
        namn: Storstads kommun
        slag: kommun

    """)

  /// The files of a folder on disk, hidden ones left out.
  static func files(in folder: URL) throws -> [FolderFile] {
    let base = folder.resolvingSymlinksInPath().path + "/"
    guard let found = FileManager.default.enumerator(atPath: base) else { return [] }
    var files: [FolderFile] = []
    for case let path as String in found where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: base + path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files.append(FolderFile(path: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: base + path)))))
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The top of the source tree.
  static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

extension FolderFile {
  init(_ path: String, _ text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
