import Association
import Crypto
import GRDB
import Ledger
import TestKit
import Testing

@testable import Store

/// What a book takes of deliveries, and what the database itself refuses of them.
@Suite struct DeliveryTests {
  private static let keeper = Actor(name: "ekonomen")

  private func book() throws -> Book {
    var association = Association.example
    association.members = [Member(id: "FK", name: "Försäkringskassan", kind: .state)]
    association.insatser = [
      Insats(id: "SIRI", name: "Siri", kind: .individual, ownerID: "FK"),
      Insats(id: "VISA", name: "Visa", kind: .individual, ownerID: "FK"),
    ]
    return try Book(association)
  }

  private func delivery(
    _ first: String = "2022-01-01", _ last: String = "2022-06-30", carried: Int = 3, new: Int = 10, remark: String = ""
  ) throws -> CountDelivery {
    func tally(_ count: Int) -> Tally { Tally(women: count, men: count) }
    return CountDelivery(
      insatsID: "SIRI", period: try day(first)...day(last),
      flow: Flow(carried: tally(carried), new: tally(new), finished: tally(1), ongoing: tally(carried + new - 1)),
      remark: remark)
  }

  @discardableResult
  private func deliver(_ book: Book, _ delivery: CountDelivery, replacing: Int64? = nil) throws -> Int64 {
    try book.store.together(by: .tester, at: .now1) { try $0.deliver(delivery, from: .page, replacing: replacing).id }
  }

  private func accept(_ book: Book, _ id: Int64) throws {
    try book.store.together(by: DeliveryTests.keeper, at: .now2) { try $0.acceptDelivery(id) }
  }

  private func refusal(_ body: () throws -> Void) throws -> DeliveryRefusal? {
    do {
      try body()
      return nil
    } catch let refusal as DeliveryRefusal {
      return refusal
    }
  }

  private func place(_ book: Book, _ id: Int64) throws -> DeliveryPlace? { try book.store.delivery(id)?.state.place }

  @Test func `a period that has not ended on the day that the office says is refused, though clocks say later`() throws
  {
    let book = try book()
    let delivery = try delivery()
    let today = try day("2022-06-29")

    let early = try refusal {
      _ = try book.store.together(by: .tester, at: .now1) { try $0.deliver(delivery, from: .page, on: today) }
    }
    let later = try deliver(book, delivery)

    guard case .faulty(let faults)? = early else {
      Issue.record("\(String(describing: early))")
      return
    }
    #expect(faults.map(\.message).joined().contains("i dag är det 2022-06-29"))
    #expect(later == 1)
  }

  @Test func `what is delivered is read back as it was, whatever it holds`() throws {
    for seed in UInt64(1)...40 {
      let book = try book()
      var maker = DeliveryMaker(seed: seed)
      let delivery = maker.delivery()
      let id = try deliver(book, delivery)
      #expect(try book.store.delivery(id)?.delivery == delivery, "seed \(seed)")
      #expect(try deliver(book, delivery) == id)
      #expect(try book.store.deliveries().count == 1)
      try accept(book, id)
      let tables = try book.store.association().countTables
      #expect(tables.contains { $0.id == "flode-SIRI" && $0.deliveryIDs == [id] })
      #expect(try book.store.verify().findings == [])
    }
  }

  @Test func `a delivery is accepted, or returned with a question and answered by another`() throws {
    let book = try book()
    let id = try deliver(book, try delivery())
    #expect(try refusal { try deliver(book, try delivery(new: 11)) } == .alreadyWaiting(id))
    try book.store.together(by: DeliveryTests.keeper, at: .now2) { try $0.returnDelivery(id, asking: "Är tio rätt?") }
    #expect(try refusal { try accept(book, id) } == .doesNotFollow(.returned))
    #expect(try place(book, id) == .returned)

    let answer = try deliver(book, try delivery(new: 11), replacing: id)
    #expect(try place(book, id) == .replaced)
    try accept(book, answer)
    #expect(try place(book, answer) == .accepted)
    #expect(try refusal { try accept(book, answer) } == .doesNotFollow(.accepted))
    #expect(try refusal { try deliver(book, try delivery()) } == .deliveredBefore(id))
    #expect(try book.store.delivery(id)?.steps.map(\.place) == [.delivered, .returned, .replaced])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `what was accepted is counted until its correction is, and the board is known to have seen it`() throws {
    let book = try book()
    let id = try deliver(book, try delivery())
    try accept(book, id)
    try book.store.keepVersion(of: 2022, name: "Styrelsens möte", lines: [], by: .tester, at: .now2)
    let later = Moment(secondsSince1970: Moment.now2.secondsSince1970 + 60)
    let correction = try deliver(book, try delivery(new: 12), replacing: id)
    func new() throws -> Int? {
      try book.store.association().countTables.first { $0.id == "flode" }?.rows[1].tally.total
    }
    #expect(try new() == 20)
    try book.store.together(by: DeliveryTests.keeper, at: later) { try $0.acceptDelivery(correction) }
    #expect(try new() == 24)

    let sights = try book.store.boardSights()
    let old = try #require(try book.store.delivery(id))
    #expect(old.state.place == .replaced && old.wasChanged(afterBoardSaw: sights)?.name == "Styrelsens möte")
    #expect(try book.store.delivery(correction)?.wasChanged(afterBoardSaw: sights) == nil)
    // The association as it was before the correction has the old tables.
    let line = try #require(try book.store.history().first { $0.act == .keepVersion })
    let before = try #require(try book.store.association(asOf: line.sequence))
    #expect(before.countTables.first { $0.id == "flode" }?.rows[1].tally.total == 20)
  }

  @Test func `what follows from deliveries is never recorded as typed, and what was typed is not lost`() throws {
    let book = try book()
    var association = try book.store.association()
    let typed = CountTable(id: "flode", year: 2022, title: "Skriven", kind: .flow, rowHeading: "Rad", rows: [])
    association.countTables = [typed]
    try book.store.record(association, by: .tester, at: .now1)
    try accept(book, try deliver(book, try delivery()))

    association = try book.store.association()
    #expect(try book.store.record(association, by: .tester, at: .now2) == nil)
    association.seat = "Olofström"
    try book.store.record(association, by: .tester, at: .now2)

    #expect(try book.ask("SELECT COUNT(*) FROM count_table") == ["1"])
    #expect(try book.store.association().typedCountTables == [typed])
    association.countTables = []
    association.supersededTables = []
    try book.store.record(association, by: .tester, at: .now2)
    #expect(try book.store.association().countTables.contains { $0.id == "flode-SIRI" })
  }

  @Test func `a signed delivery is taken with a registered key, and with no other`() throws {
    let book = try book()
    let (key, other) = (Curve25519.Signing.PrivateKey(), Curve25519.Signing.PrivateKey())
    let delivery = try delivery()
    func proof(_ key: Curve25519.Signing.PrivateKey, _ text: String, of signed: String) throws -> DeliveryProof {
      DeliveryProof(
        publicKey: Array(key.publicKey.rawRepresentation), signature: Array(try key.signature(for: Array(signed.utf8))),
        signedBytes: Array(text.utf8))
    }
    func send(_ proof: DeliveryProof, _ delivery: CountDelivery) throws -> DeliveryRefusal? {
      try refusal {
        try book.store.together(by: .tester, at: .now1) { _ = try $0.deliver(delivery, from: .json, proof: proof) }
      }
    }
    #expect(try send(proof(key, "a", of: "a"), delivery) == .keyUnknown)
    let id = try book.store.together(by: .tester, at: .now1) {
      try $0.registerDeliveryKey(Array(key.publicKey.rawRepresentation), name: "Teamet", insatser: ["SIRI"])
    }
    #expect(try send(proof(other, "a", of: "a"), delivery) == .keyUnknown)
    #expect(try send(proof(key, "a", of: "b"), delivery) == .signatureWrong)
    var elsewhere = delivery
    elsewhere.insatsID = "VISA"
    #expect(try send(proof(key, "a", of: "a"), elsewhere) == .keyUnknown)
    #expect(try send(proof(key, "a", of: "a"), delivery) == nil)
    #expect(try book.store.deliveries().map(\.keyName) == ["Teamet"])
    try book.store.together(by: .tester, at: .now2) { try $0.endDeliveryKey(id, because: "Datorn är borta") }
    #expect(
      try send(proof(key, "a", of: "a"), try self.delivery("2022-07-01", "2022-12-31", carried: 12)) == .keyUnknown)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `the database refuses what no step leads to`() throws {
    let book = try book()
    let first = try deliver(book, try delivery())
    try accept(book, first)
    let second = try deliver(book, try delivery("2022-07-01", "2022-12-31", carried: 12))
    let correction = try deliver(book, try delivery(new: 12), replacing: first)
    let now = "(SELECT MAX(sequence) FROM history)"
    let attacks: [(sql: String, words: String)] = [
      ("INSERT INTO delivery_step VALUES (90, \(correction), 'accepted', '', NULL, \(now))", "is accepted"),
      ("INSERT INTO delivery_step VALUES (90, \(first), 'returned', 'Varför?', NULL, \(now))", "does not follow"),
      ("INSERT INTO delivery_step VALUES (90, \(second), 'replaced', '', \(first), \(now))", "later one"),
      ("INSERT INTO delivery_step VALUES (90, \(first), 'delivered', '', NULL, \(now))", "does not follow"),
      ("INSERT INTO delivery_count VALUES (\(second), 90, 'volym', '', '', 1, 1, 1, \(now))", "sealed"),
      (
        "INSERT INTO delivery VALUES (90, 'VISA', 20220101, 20220131, 1, 'sida', NULL, NULL, NULL, '', \(now))",
        "same insats"
      ),
      (
        "INSERT INTO delivery VALUES (90, 'VISA', 20220101, 20230131, NULL, 'sida', NULL, NULL, NULL, '', \(now))",
        "CHECK"
      ),
      ("UPDATE delivery_count SET women = 0", "never changed"), ("DELETE FROM delivery", "never deleted"),
      ("UPDATE delivery_step SET text = 'x'", "never changed"), ("UPDATE delivery SET remark = 'x'", "never changed"),
    ]
    let line = "INSERT INTO history SELECT MAX(sequence) + 1, 1, 'x', 'association', '', 1 FROM history; "
    for attack in attacks {
      let said = #expect(throws: DatabaseError.self, "\(attack.sql)") { try book.attack(line + attack.sql) }
      #expect(said?.message?.contains(attack.words) == true, "\(attack.sql): \(said?.message ?? "")")
    }
  }
}
