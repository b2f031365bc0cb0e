import Association
import Counter
import Desk
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// The association's program can not read a performer's list, and says so wherever it is handed in.
struct CounterRefusalTests {
  /// The bytes of a list with somebody in it.
  private static func list(in folder: URL) throws -> (path: String, bytes: [UInt8]) {
    let path = folder.appendingPathComponent("samsa.raknelista").path
    let setup = CounterSetup(
      insatsID: "SAMSA", insatsName: "Samsa", performer: "Arbetscentrum", begins: CounterVisit.day("2025-01-01"))
    var list = CounterList(setup: setup)
    _ = try list.enter(
      CounterFacts(day: CounterVisit.day("2025-02-03"), sex: .woman), today: CounterVisit.day("2025-02-03"))
    _ = try CounterFile(path: path).create(
      CounterContent(list: list), phrase: CounterVisit.password,
      cost: try #require(CounterCost(logRounds: 4)), randomBytes: { (0..<$0).map { _ in UInt8.random(in: 0...255) } })
    return (path, Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func `a list is not opened as a book`() throws {
    let kit = try OfficeKit(.new)
    let (path, bytes) = try Self.list(in: kit.folder)
    let error = #expect(throws: Store.Refusal.self) { _ = try Store(opening: path) }
    #expect(error == .counterList(path))
    #expect(Words.failure(for: try #require(error))?.message.contains("en utförares räknelista") == true)
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
  }

  @Test func `a list is not imported, whatever its name is`() throws {
    let kit = try OfficeKit(.new)
    let (_, bytes) = try Self.list(in: kit.folder)
    for name in ["samsa.se", "samsa.csv", "samsa.raknelista"] {
      let file = FileImport(source: .bytes(bytes), name: name, year: 2025)
      let error = #expect(throws: Failure.self) {
        let form = try file.form()
        _ = try file.run(form: form, in: kit.store, by: Actor(name: "Testet"), at: kit.clock.now)
      }
      #expect(error?.message.contains("en utförares räknelista") == true)
    }
  }

  @Test func `no door of the office takes a list as a file`() async throws {
    let kit = try OfficeKit()
    let (_, bytes) = try Self.list(in: kit.folder)
    let before = try kit.store.history().count
    try await kit.visit(as: .director) { guest in
      for door in Door.all where door.method == .post && door.access.admits(kit.users[.director]) {
        guard door.bodyBytesMax(kit.office.settings) > 20_000 else { continue }
        let path = DoorSamples.path(of: door)
        for field in ["fil", "underlag"] {
          let reply = try await guest.upload(
            path, files: [(field: field, name: "samsa.json", type: "application/json", bytes: bytes)])
          #expect(
            reply.status == .unprocessableContent && reply.body.contains("en utförares räknelista"),
            "\(door.pattern): \(reply.status)")
        }
      }
    }
    #expect(try kit.store.history().count == before)
  }
}
