import Crypto
import Press

/// Style, scripts and pictures, compiled into the program. Each is fetched by a name that holds its digest, so that a
/// browser keeps it for ever and never has an old one.
enum Asset {
  struct File: Sendable {
    let name: String
    let mediaType: String
    let bytes: [UInt8]
    let digest: String

    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      mediaType =
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
      digest = String(Secret.hexadecimal(SHA256.hash(data: bytes)).prefix(16))
    }
  }

  private static let files: [String: File] = {
    // One stylesheet, of as many parts as the office has.
    let style = StaticFiles.all.filter { $0.name.hasSuffix(".css") }.sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    let joined = File(name: "finsam.css", bytes: style.flatMap { bytes(of: $0.text) })
    let others = StaticFiles.all.filter { !$0.name.hasSuffix(".css") }.map {
      File(name: $0.name, bytes: bytes(of: $0.text))
    }
    return Dictionary(uniqueKeysWithValues: ([joined] + others).map { ($0.name, $0) })
  }()

  /// The path of a file of ours: its name with its digest before the ending.
  static func path(_ name: String) -> String {
    guard let file = files[name] else { preconditionFailure("There is no file \(name) in Web/Static.") }
    let parts = name.split(separator: ".")
    return Addresses.asset.path("\(parts[0])-\(file.digest).\(parts[parts.count - 1])")
  }

  static func show(_ asked: Asked, _ name: String) -> Answer { answer(asked.path) }

  /// The file of that path.
  static func answer(_ path: String) -> Answer {
    guard let file = files.values.first(where: { self.path($0.name) == path }) else { return .notFound }
    return .asset(file)
  }

  private static func bytes(of text: StaticString) -> [UInt8] { text.withUTF8Buffer { Array($0) } }
}
