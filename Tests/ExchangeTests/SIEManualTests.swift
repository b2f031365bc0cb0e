import Foundation
import Testing

@Suite struct SIEManualTests {
  @Test func `every code of SIE and CSV stands in the manual`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let manual = try String(contentsOf: root.appending(path: "docs/reference/sie.md"), encoding: .utf8)
    var codes: Set<String> = []
    for folder in ["Sources/Exchange/SIE", "Sources/Exchange/CSV"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      for name in names where name.hasSuffix(".swift") {
        let source = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
        codes.formUnion(source.matches(of: /"((?:sie|csv)-[a-z0-9-]+)"/).map { String($0.output.1) })
      }
    }

    #expect(codes.count > 80)
    #expect(codes.filter { !manual.contains("`\($0)`") }.sorted() == [])
  }
}
