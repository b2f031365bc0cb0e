import Foundation
import Testing

@testable import Report

/// The manual's page of the checks is what the checks print.
struct CheckManualTests {
  static let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/reference/kontroller.md")

  @Test func `the manual's page says what the checks print; FINSAM_BLESS=1 rewrites it`() throws {
    let printed = Check.manual(example: .sound)
    if ProcessInfo.processInfo.environment["FINSAM_BLESS"] == "1" {
      try FileManager.default.createDirectory(
        at: CheckManualTests.page.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(printed.utf8).write(to: CheckManualTests.page)
    }

    let written = try String(contentsOf: CheckManualTests.page, encoding: .utf8)

    #expect(written == printed, "Run script/bless, or this test with FINSAM_BLESS=1, and read the difference.")
  }

  @Test func `every check stands in the manual with its severity and an example`() {
    let sections = Check.manual(example: .sound).pieces(separatedBy: "\n## ").dropFirst()

    #expect(sections.count == Check.all.count)
    #expect(sections.allSatisfy { $0.has("**Allvar:**") && $0.has("\n> ") })
  }
}
