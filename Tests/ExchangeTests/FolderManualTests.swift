import Association
import Exchange
import Foundation
import Ledger
import Testing

struct FolderManualTests {
  @Test func `the manual's example of each file makes a folder without faults`() throws {
    let manual = try String(
      contentsOf: FolderFixture.top.appendingPathComponent("docs/reference/foreningsmapp.md"), encoding: .utf8)
    let files = examples(in: manual)

    let reading = AssociationFolder.read(files)

    #expect(files.count == 22)
    #expect(reading.diagnostics.map(\.text) == [])
    let association = reading.value.association
    #expect(association.members.count == 5 && association.frames.count == 2 && association.goals.count == 4)
    #expect(association.budgets.first?.lines.first?.amounts.map(\.ore) == [138_800_000, 138_800_000, 140_000_000])
    #expect(association.reports.first?.decision.paragraph == "§ 12")
    #expect(reading.value.mapping?.notes.last?.rows.first?.splitBy == [.insats, .party])
    #expect(AssociationFolder.read(reading.value.files()).value == reading.value)
  }

  /// The first fenced block under each heading that is a file's name.
  func examples(in manual: String) -> [FolderFile] {
    var files: [FolderFile] = []
    var path = ""
    var block: [Substring]?
    for line in manual.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## `"), let end = line.dropFirst(4).firstIndex(of: "`") {
        path = String(line.dropFirst(4)[..<end])
      } else if line.hasPrefix("```"), let lines = block {
        files.append(FolderFile(path, lines.joined(separator: "\n") + "\n"))
        block = nil
        path = ""
      } else if line == "```yaml" || line == "```markdown", !path.isEmpty {
        block = []
      } else {
        block?.append(line)
      }
    }
    return files
  }
}
