import HTTPTypes
import Ledger
import Store
import TestKit
import Testing

@testable import Web

/// Files damaged in every way: the office says something of each, and never falls.
struct PreviewFuzzTests {
  @Test(arguments: 0..<4)
  func `however a file is damaged, its preview is a page`(part: Int) async throws {
    let kit = try OfficeKit()
    let seeds = [SmallYear.bytes, try Self.example(kit), Self.table]

    try await kit.visit(as: .bookkeeper) { guest in
      for round in 0..<8 {
        let seed = UInt64(part * 100 + round)
        var numbers = SeededGenerator(seed: seed)
        let source = seeds.randomElement(using: &numbers) ?? []
        let name = source == Self.table ? "saldon-2023.csv" : "skadad.se"
        let bytes = Self.damage(source, &numbers)
        guard !bytes.isEmpty else { continue }

        let path = try await guest.sendIn(bytes, named: name)
        let preview = try await guest.get(path)
        #expect(preview.status == .ok, "seed \(seed)")
        // What the preview says is what happens.
        let reply = try await guest.post(path.before("?") + "/inlasning")
        let isFree = preview.body.contains(">Läs in</button>")
        #expect(reply.status == (isFree ? .seeOther : .unprocessableContent), "seed \(seed): \(reply.body)")
      }
    }
    #expect(try kit.store.verify { _ in }.findings.isEmpty)
  }

  static let table = Array(
    "konto;namn;ingående;utgående\n1930;Bank;100000;145000\n2068;Eget kapital;-100000;-100000\n3985;Bidrag;0;-45000\n"
      .utf8)

  /// The example's own file of its last year.
  static func example(_ kit: OfficeKit) throws -> [UInt8] {
    var bytes: [UInt8] = []
    guard let last = try kit.store.imports().last else { return [] }
    try kit.store.originalBytes(ofImport: last.sequence) { bytes += $0 }
    return bytes
  }

  private static func damage(_ source: [UInt8], _ numbers: inout SeededGenerator) -> [UInt8] {
    var bytes = source
    for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
      let place = bytes.indices.randomElement(using: &numbers) ?? 0
      let end = min(bytes.count, place + Int.random(in: 1...60, using: &numbers))
      switch Int.random(in: 0...5, using: &numbers) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
      case 4: bytes[place] = Array("0,-. {}\"#".utf8).randomElement(using: &numbers) ?? 0
      default: if Int.random(in: 0...2, using: &numbers) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }
}
