import Association
import Crypto
import Exchange
import Foundation
import Ledger
import TestKit
import Testing

@testable import Counter

struct CounterFileTests {
  private static let phrase = "tre gula paraplyer vid kajen"
  private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }

  private static func cheap() throws -> CounterCost { try #require(CounterCost(logRounds: 4)) }

  private static func inFolder(_ body: (CounterFile) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(CounterFile(path: folder.appendingPathComponent("samsa.raknelista").path))
  }

  private static func saved(_ list: CounterList, in file: CounterFile) throws -> OpenCounter {
    try file.create(CounterContent(list: list), phrase: phrase, cost: try cheap(), randomBytes: bytes)
  }

  /// With deliveries made as the pages make them.
  private static func delivered(_ list: CounterList, _ opened: OpenCounter) throws -> CounterList {
    var list = list
    for period in CounterKit.quarters {
      let counts = list.counts(in: period)
      let signature = DeliveryFile.Signature(
        publicKey: try opened.publicKey, bytes: try opened.signature(of: DeliveryFile.signedBytes(of: counts)))
      list.keep(
        CounterDelivery(
          made: CounterKit.day("2026-01-05"), counts: counts,
          file: DeliveryFile(counts, signature: signature).bytes()))
    }
    return list
  }

  @Test(arguments: UInt64(1)...10)
  func `a list that is saved and opened is the same list`(seed: UInt64) throws {
    var kit = CounterKit(seed: seed)
    let list = try kit.list()
    try Self.inFolder { file in
      var opened = try Self.saved(list, in: file)
      let key = try opened.publicKey
      var content = opened.content
      content.list = try Self.delivered(list, opened)
      try opened.save(content, randomBytes: Self.bytes)
      let again = try file.open(phrase: Self.phrase)
      #expect(again.content.list == content.list)
      #expect(try again.publicKey == key)
      // The same list under the same key is never the same file.
      let before = try file.read()
      try opened.save(content, randomBytes: Self.bytes)
      #expect(try file.read() != before)
    }
  }

  @Test func `a wrong password opens nothing and says so, and so does a file that is none of ours`() throws {
    var kit = CounterKit(seed: 7)
    let list = try kit.list()
    try Self.inFolder { file in
      #expect(throws: CounterFile.Refusal.missing) { _ = try file.open(phrase: Self.phrase) }
      _ = try Self.saved(list, in: file)
      #expect(throws: CounterFile.Refusal.wrongPhrase) { _ = try file.open(phrase: "tre gula paraplyer vid kajer") }
      #expect(throws: CounterFile.Refusal.wrongPhrase) { _ = try file.open(phrase: "") }
      #expect(throws: CounterFile.Refusal.exists) { _ = try Self.saved(list, in: file) }
      try file.write(Array("SQLite format 3\u{0}".utf8))
      #expect(throws: CounterFile.Refusal.notAList) { _ = try file.open(phrase: Self.phrase) }
      try file.write(CounterMark.bytes + Array("2\n".utf8))
      #expect(throws: CounterFile.Refusal.newerForm) { _ = try file.open(phrase: Self.phrase) }
      try file.write([])
      #expect(throws: CounterFile.Refusal.notAList) { _ = try file.open(phrase: Self.phrase) }
    }
  }

  @Test func `the same letters of another keyboard open the list`() throws {
    try Self.inFolder { file in
      let list = CounterList(setup: CounterKit.setup())
      _ = try file.create(
        CounterContent(list: list), phrase: "blåbärspaj i åre", cost: try Self.cheap(), randomBytes: Self.bytes)
      #expect(try file.open(phrase: "bla\u{30A}ba\u{308}rspaj i a\u{30A}re").content.list == list)
    }
  }

  @Test func `every byte that is changed, and every byte that is missing, is found`() throws {
    let list = CounterList(setup: CounterKit.setup())
    try Self.inFolder { file in
      _ = try Self.saved(list, in: file)
      let whole = try file.read()
      var generator = SeededGenerator(seed: 4711)
      // Each byte of the head, and of the rest so many.
      let head = Array(0..<80)
      let rest = (0..<200).map { _ in Int.random(in: 80..<whole.count, using: &generator) }
      for place in head + rest {
        var changed = whole
        changed[place] ^= UInt8.random(in: 1...255, using: &generator)
        // A cost that is raised to the highest takes a quarter of a gigabyte to try, and is tried once below.
        if place == CounterMark.bytes.count + CounterSeal.version.count, changed[place] > 12 { continue }
        #expect(throws: CounterFile.Refusal.self, "\(place)") { _ = try CounterSeal.open(changed, phrase: Self.phrase) }
      }
      for count in Array(0..<120) + [whole.count - 17, whole.count - 16, whole.count - 1] {
        #expect(throws: CounterFile.Refusal.self, "\(count)") {
          _ = try CounterSeal.open(Array(whole.prefix(count)), phrase: Self.phrase)
        }
      }
      #expect(throws: CounterFile.Refusal.damaged) {
        _ = try CounterSeal.open(Array(whole.dropLast()) + [whole[whole.count - 1] ^ 1], phrase: Self.phrase)
      }
      #expect(throws: CounterFile.Refusal.damaged) { _ = try CounterSeal.open(whole + [0], phrase: Self.phrase) }
    }
  }

  @Test(arguments: UInt64(1)...200)
  func `bytes that mean nothing are refused and harm nothing`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    let isMarked = Bool.random(using: &generator)
    if isMarked { bytes = CounterMark.bytes + CounterSeal.version + [4] + bytes }
    #expect(throws: CounterFile.Refusal.self) { _ = try CounterSeal.open(bytes, phrase: Self.phrase) }
    // What is inside the encryption is read as strictly.
    #expect(throws: CounterFile.Refusal.damaged) { _ = try CounterRecord.content(of: bytes) }
  }

  @Test func `a key that costs more than anybody pays is refused before it is made`() {
    #expect(CounterCost(logRounds: 19) == nil)
    #expect(CounterCost(logRounds: 255) == nil)
    #expect(CounterCost.usual.logRounds == 17)
  }

  @Test func `nothing on the disk is readable, and what is deleted is gone from the file`() throws {
    let today = CounterKit.day("2025-05-31")
    var list = CounterList(setup: CounterKit.setup())
    let number = try list.enter(
      CounterFacts(day: CounterKit.day("2025-02-10"), sex: .woman, choices: [.municipality: "karlshamn"]),
      today: today)
    try Self.inFolder { file in
      var opened = try Self.saved(list, in: file)
      let bytes = try file.read()
      for word in ["SAMSA", "Karlshamn", "karlshamn", "20250210", "2025-02-10", "kvinna", "entries", "{"] {
        #expect(bytes.firstRange(of: Array(word.utf8)) == nil || word == "{", "\(word)")
      }
      var content = opened.content
      try content.list.remove(number)
      try opened.save(content, randomBytes: Self.bytes)
      let inside = String(
        decoding: try CounterSeal.open(try file.read(), phrase: Self.phrase).content, as: UTF8.self)
      #expect(!inside.contains("20250210"))
      #expect(inside.contains("SAMSA"))
      // Beside the list lies nothing that a writing has left.
      let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["samsa.raknelista"])
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
  }

  @Test func `the length of the file does not tell how many they are`() throws {
    let today = CounterKit.day("2025-05-31")
    try Self.inFolder { file in
      var list = CounterList(setup: CounterKit.setup())
      var opened = try Self.saved(list, in: file)
      let empty = try file.read().count
      _ = try list.enter(CounterFacts(day: today, sex: .woman), today: today)
      var content = opened.content
      content.list = list
      try opened.save(content, randomBytes: Self.bytes)
      #expect(try file.read().count == empty)
    }
  }

  @Test func `a list that another program has written meanwhile is not written over`() throws {
    let today = CounterKit.day("2025-05-31")
    try Self.inFolder { file in
      var first = try Self.saved(CounterList(setup: CounterKit.setup()), in: file)
      var second = try file.open(phrase: Self.phrase)
      var content = second.content
      _ = try content.list.enter(CounterFacts(day: today, sex: .woman), today: today)
      try second.save(content, randomBytes: Self.bytes)
      #expect(throws: CounterFile.Refusal.changedMeanwhile) {
        try first.save(first.content, randomBytes: Self.bytes)
      }
      #expect(try file.open(phrase: Self.phrase).content.list.entries.count == 1)
    }
  }

  @Test func `a new password opens the list, and the old one does not`() throws {
    try Self.inFolder { file in
      var opened = try Self.saved(CounterList(setup: CounterKit.setup()), in: file)
      try opened.change(phrase: "fyra blå båtar i hamnen", cost: try Self.cheap(), randomBytes: Self.bytes)
      #expect(throws: CounterFile.Refusal.wrongPhrase) { _ = try file.open(phrase: Self.phrase) }
      _ = try file.open(phrase: "fyra blå båtar i hamnen")
    }
  }

  @Test func `a folder that cannot be written is said to be so`() throws {
    let file = CounterFile(path: "/dev/null/samsa.raknelista")
    #expect(throws: CounterFile.Refusal.notWritable) {
      _ = try Self.saved(CounterList(setup: CounterKit.setup()), in: file)
    }
  }
}
