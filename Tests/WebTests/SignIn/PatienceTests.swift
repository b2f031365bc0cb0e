import Ledger
import Store
import Testing

@testable import Web

struct PatienceTests {
  @Test func `five attempts are free, then the wait grows, and it is never longer than an hour`() throws {
    let kit = try OfficeKit()
    let patience = Patience.mail("anna@example.se")
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
    let patience = Patience.mail("anna@example.se")
    for _ in 0..<8 { try kit.store.noteAttempt(keys: [patience.key], at: kit.clock.now) }

    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 8)
    kit.clock.advance(seconds: 61)
    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 7)
    kit.clock.advance(seconds: 6 * 60 + 58)
    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 1)
    kit.clock.advance(seconds: 1)
    #expect(try patience.minutesLeft(in: kit.store, at: kit.clock.now) == 0)
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
    ("127.0.0.1", "127.0.0.1"), ("", ""), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:db8::1", "2001:db8:0:0"),
    ("::1", "0:0:0:0"), ("fe80::", "fe80:0:0:0"), ("2001:db8:1:2:3:4:5::", "2001:db8:1:2"),
    ("::ffff:192.0.2.1", "0:0:0:0"),
  ])
  func `addresses of one network of IPv6 are counted together`(remote: String, network: String) {
    #expect(Patience.network(of: remote) == network)
  }
}
