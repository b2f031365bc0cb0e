import HTTPTypes
import Store
import Testing

@testable import Web

struct ReceptionTests {
  @Test func `an address that does not exist is told so in words`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/finns-inte") }

    #expect(reply.status == .notFound)
    #expect(reply.body.contains("Sidan finns inte"))
  }

  @Test func `the style is kept for ever under a name that holds its digest`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: nil) { try await $0.get(Asset.path("finsam.css")) }

    #expect(reply.status == .ok)
    #expect(reply.headers[.cacheControl] == "public, max-age=31536000, immutable")
  }
}
