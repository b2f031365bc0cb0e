import Exchange
import Foundation

/// An association folder on the disk.
enum FolderOnDisk {
  /// More files than an association's whole history has.
  private static let fileCountMax = 20_000

  /// Every file below the folder, in order of path. Hidden files are passed over.
  static func files(below path: String) throws -> [FolderFile] {
    let base = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let walk = FileManager.default.enumerator(atPath: base) else {
      throw Failure(.file, "Mappen \(path) kan inte läsas. Kontrollera namnet och rättigheterna.")
    }
    var files: [FolderFile] = []
    for case let name as String in walk {
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      let full = base + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      guard files.count < fileCountMax else {
        throw Failure(.input, "Mappen \(path) har fler än \(fileCountMax) filer. Kontrollera att det är rätt mapp.")
      }
      files.append(FolderFile(path: name, bytes: try ByteSource.file(path: full).all()))
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Writes a folder that does not exist, or is empty.
  static func write(_ files: [FolderFile], to path: String) throws {
    let folder = URL(fileURLWithPath: path)
    // A folder that is not there has nothing in it.
    let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard present.isEmpty else {
      throw Failure(.file, "Mappen \(path) är inte tom. Välj en annan, eller töm den.")
    }
    for file in files {
      let target = folder.appendingPathComponent(file.path)
      guard target.standardizedFileURL.path.hasPrefix(folder.standardizedFileURL.path + "/") else {
        throw Failure(.file, "Filnamnet \(file.path) leder ut ur mappen och skrivs inte.")
      }
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: target)
    }
  }
}
