import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct PatienceTests {
  @Test func `five attempts are free, then the wait grows, and it is never longer than an hour`() throws {
    let kit = try OfficeKit()
    let patience = Patience.mail("anna@example.se", from: "192.0.2.1")
    var waits: [Int64] = []

    for _ in 0..<14 {
      waits.append(try patience.minutesLeft(in: kit.store, at: kit.clock.now))
      kit.clock.advance(seconds: 60 * (waits.last ?? 0))
      #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 0)
      try kit.store.noteAttempt(keys: [patience.key], at: kit.clock.now)
    }

    #expect(waits == [0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 30, 60, 60, 60])
  }

  @Test func `how long is left is told to the minute`() throws {
    let kit = try OfficeKit()
    let patience = Patience.mail("anna@example.se", from: "192.0.2.1")
    for _ in 0..<8 { try kit.store.noteAttempt(keys: [patience.key], at: kit.clock.now) }

    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 8)
    kit.clock.advance(seconds: 61)
    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 7)
    kit.clock.advance(seconds: 6 * 60 + 58)
    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 1)
    kit.clock.advance(seconds: 1)
    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 0)
  }

  @Test func `nobody is shut out by one who only knows their address`() async throws {
    let kit = try OfficeKit { $0.isBehindProxy = true }
    try kit.setPassword(for: .viewer)
    let forwarded = HTTPField.Name("X-Forwarded-For")
    let name = try #require(forwarded)

    try await kit.visit(as: .viewer) { guest in
      func attempt(_ password: String, from remote: String) async throws -> HTTPResponse.Status {
        try await guest.post(
          "/logga-in", [("epost", "viewer@example.se"), ("losenord", password)], headers: [name: remote]
        ).status
      }
      for _ in 0..<5 { #expect(try await attempt("ett felaktigt ord", from: "192.0.2.1") == .unprocessableContent) }
      #expect(try await attempt("ett felaktigt ord", from: "192.0.2.1") == .tooManyRequests)
      // Inside a session it is counted by itself.
      let change = [
        ("losenord", "fel"), ("nytt-losenord", "fyra röda båtar"), ("nytt-losenord-igen", "fyra röda båtar"),
      ]
      for _ in 0..<3 { _ = try await guest.post("/mitt-konto/losenord", change) }
      #expect(try await attempt(OfficeKit.password, from: "192.0.2.2") == .seeOther)
      // Many places together have ten times as many.
      for place in 0..<10 {
        for _ in 0..<5 { _ = try await attempt("ett felaktigt ord", from: "198.51.100.\(place)") }
      }
      #expect(try await attempt(OfficeKit.password, from: "203.0.113.1") == .tooManyRequests)
    }
  }

  @Test func `after a day everything is forgotten`() throws {
    let kit = try OfficeKit()
    let patience = Patience.mail("anna@example.se")
    for _ in 0..<30 { try kit.store.noteAttempt(keys: [patience.key], at: kit.clock.now) }

    kit.clock.advance(seconds: 86_401)

    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 0)
  }

  @Test func `what was typed as a mail address stands nowhere in the book, for it may be a password`() {
    #expect(!Patience.mail("hemligt-losenord").key.contains("hemligt"))
  }

  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1"), ("", "?"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:db8::1", "2001:db8:0:0"),
    ("::1", "0:0:0:0"), ("fe80::", "fe80:0:0:0"), ("2001:db8:1:2:3:4:5::", "2001:db8:1:2"),
    ("::ffff:192.0.2.1", "192.0.2.1"), ("192.0.2.1:5000", "192.0.2.1"), ("[2001:db8::1]:443", "2001:db8:0:0"),
    ("[::ffff:192.0.2.1]", "192.0.2.1"), ("fe80::1%eth0", "fe80:0:0:0"), ("2001:DB8::1", "2001:db8:0:0"),
    ("okänd", "?"), ("[", "?"), ("192.0.2.999", "?"), ("1:2", "?"),
  ])
  func `addresses of one network of IPv6 are counted together`(remote: String, network: String) {
    #expect(Patience.network(of: remote) == network)
  }
}
