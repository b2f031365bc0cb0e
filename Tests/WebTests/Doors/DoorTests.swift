import HTTPTypes
import Store
import Testing

@testable import Web

/// The role matrix: every door, by every role and by nobody.
struct DoorTests {
  @Test func `no door stands twice, and every act is a POST`() {
    let names = Door.all.map { "\($0.method.rawValue) \($0.pattern)" }

    #expect(Set(names).count == names.count)
    #expect(Door.all.allSatisfy { $0.method == .get || $0.method == .post })
  }

  @Test func `no two doors answer to the same path`() {
    for (index, door) in Door.all.enumerated() {
      let path = DoorSamples.path(of: door)
      for other in Door.all[(index + 1)...] where other.method == door.method {
        guard other.pattern.contains("{"), door.pattern.contains("{") else { continue }
        #expect(PathPattern(other.pattern).values(in: path) == nil, "\(door.pattern) and \(other.pattern)")
      }
    }
  }

  @Test(arguments: Role.allCases)
  func `each door admits the roles that the table says, and none other`(role: Role) async throws {
    let kit = try OfficeKit()
    let user = kit.users[role]

    try await kit.visit(as: nil) { anybody in
      for door in Door.all {
        let path = DoorSamples.path(of: door)
        let guest = try kit.guest(role, beside: anybody)
        let reply = door.method == .get ? try await guest.get(path) : try await guest.post(path)
        let words = "\(role.words): \(door.method.rawValue) \(path) gave \(reply.status.code)"
        if door.access.admits(user) {
          #expect(reply.status != .forbidden && reply.status.code < 500, "\(words)")
          #expect(reply.location != Addresses.signIn.path() || door.access.isOpen || door.isSignOut, "\(words)")
        } else {
          #expect(reply.status == .forbidden, "\(words)")
        }
        SecurityHeaders.expect(in: reply, "\(words)")
      }
    }
  }

  @Test func `one who is not signed in is sent to sign in, from every door that is not for everybody`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: nil) { guest in
      for door in Door.all {
        let path = DoorSamples.path(of: door)
        let reply = door.method == .get ? try await guest.get(path) : try await guest.post(path)
        let words = "\(door.method.rawValue) \(path) gave \(reply.status.code)"
        if door.access.isOpen {
          #expect(reply.status != .forbidden && reply.status.code < 500, "\(words)")
        } else {
          #expect(reply.status == .seeOther, "\(words)")
          #expect(reply.location == Addresses.signIn.path(), "\(words)")
        }
        SecurityHeaders.expect(in: reply, "\(words)")
      }
    }
  }

  @Test func `one who has been shut out, or never was, opens no door with an old cookie`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: nil) { guest in
      for cookie in ["", "x", String(repeating: "0", count: 64), String(repeating: "å", count: 32)] {
        let stranger = Guest(client: guest.client, token: cookie, cookieName: guest.cookieName)
        let reply = try await stranger.get("/mitt-konto")
        #expect(reply.status == .seeOther)
      }
    }
  }
}

extension Door {
  /// Whether it is the door out, or ends the very session that knocks.
  fileprivate var isSignOut: Bool { pattern == Addresses.signOut.pattern }
}
