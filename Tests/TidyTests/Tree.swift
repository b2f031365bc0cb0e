import Foundation

/// The checkout that these tests read, found from where this file lies.
enum Tree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every file below a folder with one of those endings, build folders left out; paths from the root.
  static func files(below folder: String, endings: Set<String>) -> [(path: String, text: String)] {
    let base = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: [.isRegularFileKey]) else {
      return []
    }
    var found: [(path: String, text: String)] = []
    for case let file as URL in walk {
      let path = file.path.replacingOccurrences(of: root.path + "/", with: "")
      guard !path.contains(".build"), !path.hasPrefix(".git/"), endings.contains(file.pathExtension) else { continue }
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      found.append((path, text))
    }
    return found.sorted { $0.path < $1.path }
  }

  static func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
