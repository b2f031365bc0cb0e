import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Every page of the office before a real browser and axe.
@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct AxeTests {
  struct Visit: Codable {
    let path: String
    let role: String
  }

  @Test func `axe finds nothing on any page, wide or narrow, light or dark, and none scrolls sideways`() async throws {
    let kit = try OfficeKit()
    // A page of each kind that needs no value, as the one who sees most of it.
    let plain = Door.all.filter { door in
      door.method == .get && !door.pattern.contains("{") && door.access.admits(kit.users[.director])
    }
    let visits =
      // What answers with no page: a word for machines, and a file to be saved.
      plain.filter { ![Addresses.health.pattern, Addresses.folderExport.pattern].contains($0.pattern) }.map {
        Visit(path: $0.pattern, role: $0.access == .everybody ? "" : Role.director.rawValue)
      } + [Visit(path: Addresses.handbookPage.path("index.md"), role: "")]
    let json = String(decoding: try JSONEncoder().encode(visits), as: UTF8.self)

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run("axe.py", try OfficeKit.variables(address, cookies, ["FINSAM_VISITS": json]))
    }
  }
}
