import Foundation

/// Where a new book can lie.
package enum NewBook {
  /// Refuses a path that no file can be made at, before anything is made.
  package static func check(path: String) throws {
    guard !path.isEmpty else {
      throw Failure(.use, "Bokens namn är tomt. Ange en fil, till exempel forbund.finsam.")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(.file, "Mappen \(folder) finns inte. Gör den först, eller välj en annan plats för boken.")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Failure(.file, "Det går inte att göra en fil i mappen \(folder). Kontrollera rättigheterna.")
    }
  }
}
