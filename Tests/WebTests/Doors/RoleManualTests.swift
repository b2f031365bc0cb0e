import Foundation
import Testing

@testable import Web

/// The manual's page of roles is the table of doors.
struct RoleManualTests {
  private static let page = OfficeKit.root.appendingPathComponent("docs/reference/roller.md")

  @Test func `the manual's page lists every door with its roles; FINSAM_BLESS=1 rewrites it`() throws {
    let made = RoleManual.text
    if ProcessInfo.processInfo.environment["FINSAM_BLESS"] == "1" { try Data(made.utf8).write(to: Self.page) }

    let written = try String(contentsOf: Self.page, encoding: .utf8)

    #expect(written == made, "Run script/bless, or this test with FINSAM_BLESS=1, and read the difference.")
    for door in Door.all { #expect(written.contains("| `\(door.pattern)` |")) }
  }
}
