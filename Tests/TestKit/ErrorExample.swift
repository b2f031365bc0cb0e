import Foundation

/// A fault and its smallest example: `Tests/Golden/errors/<code>/` holds the input, and in `meddelande.txt` exactly what
/// is said of it. What is on disk is the example; a new code needs a folder with an input and `FINSAM_BLESS=1`.
public struct ErrorExample: Sendable, CustomStringConvertible {
  /// The code, which is the folder's name.
  public let code: String

  /// The code.
  public var description: String { code }

  /// The examples whose codes begin with one of those words, in order of code.
  public static func all(startingWith prefixes: [String]) -> [ErrorExample] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: ErrorReference.folder.path)) ?? []
    return names.sorted().filter { name in prefixes.contains { name.hasPrefix($0) } }.map { ErrorExample(code: $0) }
  }

  /// The input: every file but the message, by its path in the example's folder, in order of path. None where a test
  /// makes the input.
  public func files() throws -> [(path: String, bytes: [UInt8])] {
    let base = folder.resolvingSymlinksInPath().path + "/"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base)
    var files: [(path: String, bytes: [UInt8])] = []
    for path in paths.sorted() where path != Self.messageName {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: base + path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files.append((path, Array(try Data(contentsOf: URL(fileURLWithPath: base + path)))))
    }
    return files
  }

  /// What is recorded, after `FINSAM_BLESS=1` has recorded what is said now.
  public func recorded(insteadOf said: String) throws -> String {
    if ErrorReference.isBlessing { try Data(said.utf8).write(to: message, options: .atomic) }
    return try String(contentsOf: message, encoding: .utf8)
  }

  private static let messageName = "meddelande.txt"
  private var folder: URL { ErrorReference.folder.appendingPathComponent(code) }
  private var message: URL { folder.appendingPathComponent(Self.messageName) }

  /// What is recorded, line by line; nothing for a new code that another room's test has yet to record.
  func recordedLines() throws -> [String] {
    guard FileManager.default.fileExists(atPath: message.path) else { return [] }
    return try String(contentsOf: message, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
