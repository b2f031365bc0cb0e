import Association
import Counter
import Exchange
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// From a performer's own list to the association's tables.
struct CounterDeliveryTests {
  private static func day(_ text: String) -> CalendarDate { CounterVisit.day(text) }

  /// A list of nine who enter in the first quarter of 2022; six of them end in it.
  private static func list() throws -> CounterList {
    var list = CounterList(
      setup: CounterSetup(
        insatsID: "SAMSA", insatsName: "Samsa", performer: "Arbetscentrum", begins: day("2022-01-01")))
    for index in 0..<9 {
      let facts = CounterFacts(
        day: day("2022-02-0\(index % 3 + 1)"), sex: index < 5 ? .woman : .man,
        choices: [.age: index % 2 == 0 ? "19-29" : "30-44"])
      let number = try list.enter(facts, today: day("2022-04-01"))
      if index < 6 {
        try list.add(
          .left(CounterExit(day: day("2022-03-15"), reason: "arbete")), to: number, today: day("2022-04-01"))
      }
    }
    return list
  }

  @Test func `what a performer has counted is delivered, accepted, and stands in the tables of the year`() async throws
  {
    let kit = try OfficeKit()
    let content = CounterContent(list: try Self.list())
    let opened = try CounterFile(path: kit.folder.appendingPathComponent("samsa.raknelista").path).create(
      content, phrase: CounterVisit.password, cost: try #require(CounterCost(logRounds: 4)),
      randomBytes: { (0..<$0).map { _ in UInt8.random(in: 0...255) } })
    let counts = content.list.counts(in: Self.day("2022-01-01")...Self.day("2022-03-31"))
    let signature = DeliveryFile.Signature(
      publicKey: try opened.publicKey, bytes: try opened.signature(of: DeliveryFile.signedBytes(of: counts)))
    let file = DeliveryFile(counts, signature: signature).bytes()

    try await kit.visit(as: .director) { director in
      let key = DeliveryFile.keyText(try opened.publicKey)
      #expect(
        try await director.post("/leveransnycklar", [("namn", "Arbetscentrum"), ("nyckel", key), ("insats", "SAMSA")])
          .status == .seeOther)
      let sent = try await director.upload(
        "/leveranser/inlasning",
        files: [(field: "fil", name: "leverans.json", type: "application/json", bytes: file)])
      #expect(sent.location == "/leveranser/1", "\(sent.body.suffix(2000))")
      // The same file once more is the same delivery.
      let again = try await director.upload(
        "/leveranser/inlasning",
        files: [(field: "fil", name: "leverans.json", type: "application/json", bytes: file)])
      #expect(again.location == "/leveranser/1")
      #expect(try await director.post("/leveranser/1/godkannande").notice.contains("godkänd"))
    }
    let tables = try kit.store.association().countTables
    let flow = try #require(tables.first { $0.id == "flode" && $0.year == 2022 })
    #expect(flow.rows.map(\.tally.women) == [0, 5, 5, 0] && flow.rows.map(\.tally.men) == [0, 4, 1, 3])
    let exits = try #require(tables.first { $0.id == "avslut" && $0.year == 2022 })
    #expect(exits.rows.first { $0.id == "arbete" }?.tally == Tally(women: 5, men: 1))
  }
}
