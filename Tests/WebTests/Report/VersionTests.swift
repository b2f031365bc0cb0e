import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct VersionTests {
  static let list = Addresses.versions.path(2022)

  @Test func `what has changed since the board saw the report is told chapter by chapter`() async throws {
    let kit = try OfficeKit()
    try kit.write("Året var lugnt.", in: "handelser")
    _ = try await kit.visit(as: .director) { try await $0.post(Self.list, [("namn", "Styrelsens möte")]) }
    try kit.write("Året var stormigt.", in: "handelser")

    let version = try #require(try kit.store.reportVersions(year: 2022).last)
    let reply = try await kit.visit(as: .boardMember) {
      try await $0.get(Addresses.version.path(Pair(2022, version.sequence)))
    }

    #expect(reply.body.contains("Borttaget: </span><del>Året var lugnt.</del>"))
    #expect(reply.body.contains("Tillagt: </span><ins>Året var stormigt.</ins>"))
    #expect(reply.body.contains("Ett kapitel är ändrat."))
    let desk = try await kit.visit(as: .boardMember) { try await $0.get(Addresses.report.path(2022)) }
    #expect(desk.body.matches(of: />Ändrad</).count == 1)
  }

  @Test func `two versions are compared`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      try kit.write("Ett.", in: "handelser")
      _ = try await guest.post(Self.list, [("namn", "Första")])
      try kit.write("Två.", in: "handelser")
      _ = try await guest.post(Self.list, [("namn", "Andra")])
      try kit.write("Tre.", in: "handelser")
      let versions = try kit.store.reportVersions(year: 2022).map(\.sequence)
      let path = Addresses.version.path(Pair(2022, versions[0]), query: [("mot", "\(versions[1])")])
      let reply = try await guest.get(path)
      #expect(reply.body.contains("<del>Ett.</del>"))
      #expect(reply.body.contains("<ins>Två.</ins>"))
      #expect(!reply.body.contains("Tre."))
    }
  }

  @Test func `a version without a name is asked for one`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.list, [("namn", " ")]) }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Namnet saknas"))
    #expect(try kit.store.reportVersions(year: 2022).isEmpty)
  }

  @Test func `a board member reads versions and keeps none`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .boardMember) { guest in
      let list = try await guest.get(Self.list)
      let kept = try await guest.post(Self.list, [("namn", "Min")])
      #expect(list.status == .ok)
      #expect(kept.status == .forbidden)
    }
  }

  @Test func `a difference tells apart what is the same, gone and new`() {
    let difference = TextDifference(from: "ett\ntvå\ntre", to: "ett\nfyra\ntre")

    #expect(difference.lines == [.same("ett"), .removed("två"), .added("fyra"), .same("tre")])
    #expect(TextDifference(from: "", to: "").isEmpty)
    #expect(TextDifference(from: "a", to: "").lines == [.removed("a")])
  }
}
