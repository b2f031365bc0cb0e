import Foundation
import Testing

/// What must stand nowhere in the project.
struct WordsTests {
  static let texts =
    Tree.files(below: "Sources", endings: ["swift", "md"]) + Tree.files(below: "docs", endings: ["md", "py", "json"])
    + Tree.files(below: "Examples", endings: ["md", "yaml"]) + Tree.files(below: "script", endings: ["", "py", "txt"])

  @Test func `no path of a developer's machine stands in the project`() {
    for file in WordsTests.texts {
      for root in ["/home/", "/Users/", "/root/", "/work/"] {
        #expect(!file.text.contains(root), "\(file.path) has \(root)")
      }
    }
  }

  @Test func `every public door of the documentation exists`() throws {
    for door in ["tutorial", "how-to", "reference", "explanation", "decisions"] {
      let folder = Tree.root.appendingPathComponent("docs/\(door)").path
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
      #expect(!pages.isEmpty, "docs/\(door) is empty")
    }
  }

  @Test func `every link between our documents leads somewhere`() throws {
    let documents =
      Tree.files(below: "docs", endings: ["md"])
      + ["README.md", "ARCHITECTURE.md", "STYLE.md", "CONTRIBUTING.md", "CHANGELOG.md"].compactMap { name in
        (try? String(contentsOf: Tree.root.appendingPathComponent(name), encoding: .utf8)).map { (name, $0) }
      }
    #expect(documents.count > 10)

    for (path, text) in documents {
      let folder = Tree.root.appendingPathComponent(path).deletingLastPathComponent()
      let links = try NSRegularExpression(pattern: #"\]\(([^)#\s]+)(#[^)]*)?\)"#)
      let whole = NSRange(text.startIndex..., in: text)
      for match in links.matches(in: text, range: whole) {
        guard let range = Range(match.range(at: 1), in: text) else { continue }
        let target = String(text[range])
        guard !target.contains(":") else { continue }
        let exists = FileManager.default.fileExists(atPath: folder.appendingPathComponent(target).path)
        #expect(exists, "\(path) links to \(target)")
      }
    }
  }

  @Test func `each command has its manual page, and the page names every option`() throws {
    let commands = Tree.files(below: "Sources/finsam", endings: ["swift"]).filter {
      $0.text.contains(": ParsableCommand")
    }
    #expect(commands.count > 8)

    for command in commands where !command.path.hasSuffix("/Finsam.swift") {
      let name = try #require(Self.first(#"commandName: "([a-z-]+)""#, in: command.text))
      let page = Tree.root.appendingPathComponent("Sources/finsam/Manual/\(name).md")
      let manual = try String(contentsOf: page, encoding: .utf8)
      let pattern = try NSRegularExpression(
        pattern:
          #"customLong\("([a-z-]+)"\)|@Flag\(name: \.long[^\n]*\n  var ([a-zA-Z]+)|@Option\(name: \.long[^\n]*\n  var ([a-zA-Z]+)"#
      )
      let whole = NSRange(command.text.startIndex..., in: command.text)
      for match in pattern.matches(in: command.text, range: whole) {
        let option = (1...3).compactMap { Range(match.range(at: $0), in: command.text).map { command.text[$0] } }.first
        #expect(manual.contains("--\(option ?? "?")"), "\(name).md does not name --\(option ?? "?")")
      }
    }
  }

  private static func first(_ pattern: String, in text: String) -> String? {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return nil }
    guard let match = expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) else { return nil }
    return Range(match.range(at: 1), in: text).map { String(text[$0]) }
  }
}
