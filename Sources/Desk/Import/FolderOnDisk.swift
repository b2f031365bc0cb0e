package import Exchange
import Foundation

/// An association folder on the disk.
package enum FolderOnDisk {
  /// More files than an association's whole history has.
  private static let fileCountMax = 20_000
  /// What a folder's files may be together, since all of them are in memory while they are read: 1 GiB.
  private static let byteCountMax = 1 << 30

  /// Every file below the folder, in order of path. Hidden files are passed over; all else is read, or the folder is
  /// refused: what is left out without a word is missed when it is too late.
  package static func files(below path: String) throws -> [FolderFile] {
    let base = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var files: [FolderFile] = []
    var byteCount = 0
    try add(below: base, named: "", to: &files, byteCount: &byteCount)
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func add(
    below folder: String, named prefix: String, to files: inout [FolderFile], byteCount: inout Int
  ) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where !name.hasPrefix(".") {
      let full = folder + "/" + name
      switch try FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType {
      case .typeDirectory:
        try add(below: full, named: prefix + name + "/", to: &files, byteCount: &byteCount)
      case .typeRegular:
        let bytes = try ByteSource.file(path: full).all()
        byteCount += bytes.count
        guard files.count < fileCountMax, byteCount <= byteCountMax else {
          throw Failure(
            .input,
            "Mappen har fler än \(fileCountMax) filer, eller mer än \(byteCountMax >> 20) MB i dem. Kontrollera att det "
              + "är rätt mapp. Inget har lagrats.")
        }
        files.append(FolderFile(path: prefix + name, bytes: bytes))
      default:
        // A link may lead out of the folder, or round in it; a pipe never ends.
        throw Failure(
          .input,
          "\(prefix + name) är en länk eller annat som inte är en vanlig fil. Lägg själva filen i mappen, eller ta bort "
            + "länken. Inget har lagrats.")
      }
    }
  }

  /// Writes a folder that does not exist, or is empty: all of it, or nothing.
  package static func write(_ files: [FolderFile], to path: String) throws {
    let folder = URL(fileURLWithPath: path)
    let isNew = !FileManager.default.fileExists(atPath: path)
    // A folder that is not there has nothing in it.
    let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard present.isEmpty else {
      throw Failure(.file, "Mappen \(path) är inte tom. Välj en annan, eller töm den.")
    }
    do {
      for file in files { try write(file, in: folder) }
    } catch {
      // What cannot be removed is no worse than what could not be written; the first failure is the one to tell of.
      let within = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for item in isNew ? [path] : within.map({ path + "/" + $0 }) { try? FileManager.default.removeItem(atPath: item) }
      throw error
    }
  }

  private static func write(_ file: FolderFile, in folder: URL) throws {
    let target = folder.appendingPathComponent(file.path)
    guard target.standardizedFileURL.path.hasPrefix(folder.standardizedFileURL.path + "/") else {
      throw Failure(.file, "Filnamnet \(file.path) leder ut ur mappen och skrivs inte.")
    }
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: target)
  }
}
