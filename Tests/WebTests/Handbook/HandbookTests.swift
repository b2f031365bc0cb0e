import Foundation
import HTTPTypes
import Store
import Testing

@testable import Web

struct HandbookTests {
  @Test(arguments: HandbookFiles.pages.map(\.name) + ["roller"])
  func `every link and picture of a handbook page is there`(name: String) async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      let page = try await guest.get("/handbok/\(name)")
      #expect(page.status == .ok)
      let main = page.body.components(separatedBy: "<article").last ?? ""
      for match in main.matches(of: /(?:href|src)="([^"#]+)"/) {
        let link = String(match.1)
        #expect(!link.contains("://"), "\(link)")
        let path = link.utf8.first == UInt8(ascii: "/") ? link : "/handbok/\(link)"
        let status = try await guest.get(path).status
        #expect(status == .ok || status == .seeOther, "\(link)")
      }
    }
  }

  @Test func `the page of roles has every door, and is open to whoever is not signed in`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: nil) { try await $0.get("/handbok/roller") }

    #expect(reply.status == .ok)
    for door in Door.all { #expect(reply.body.contains("<code>\(door.pattern)</code>"), "\(door.pattern)") }
  }
}
