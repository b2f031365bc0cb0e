import Association
import Crypto
import Exchange
import Foundation
import Ledger
import TestKit
import Testing

@testable import Counter

/// The proof that a delivery holds nothing but counts.
struct NothingButCountsTests {
  private static let period = CounterKit.quarters[0]

  /// A list of those people, entered in that order.
  private static func list(_ people: [(CounterFacts, CounterExit?)], skipping: Int = 0) throws -> CounterList {
    let today = CounterKit.day("2025-12-31")
    var list = CounterList(setup: CounterKit.setup())
    for _ in 0..<skipping {
      let number = try list.enter(CounterFacts(day: today, sex: .man), today: today)
      try list.remove(number)
    }
    for (facts, exit) in people {
      let number = try list.enter(facts, today: today)
      if let exit { try list.add(.left(exit), to: number, today: today) }
    }
    return list
  }

  private static func file(_ list: CounterList, _ key: Curve25519.Signing.PrivateKey) throws -> [UInt8] {
    let counts = list.counts(in: period)
    let signature = DeliveryFile.Signature(
      publicKey: Array(key.publicKey.rawRepresentation),
      bytes: Array(try key.signature(for: DeliveryFile.signedBytes(of: counts))))
    return DeliveryFile(counts, signature: signature).bytes()
  }

  /// Without the signature, which is of the counts alone.
  private static func unsigned(_ file: [UInt8]) throws -> [UInt8] {
    let read = try #require(DeliveryFile.read(file, named: "leverans").value)
    return DeliveryFile(read.delivery).bytes()
  }

  @Test(arguments: UInt64(1)...40)
  func `lists with the same counts and quite different entries make the same delivery, byte for byte`(seed: UInt64)
    throws
  {
    var kit = CounterKit(seed: seed)
    let setup = CounterKit.setup()
    let inside = CounterKit.quarters[0]
    // As many women and men as there are, each ground given out anew among them within each sex: the counts are the
    // same and nobody is who they were.
    let count = Int.random(in: 4...30, using: &kit.numbers)
    var people = (0..<count).map { _ in kit.facts(setup, day: kit.day(in: inside)) }
    for index in people.indices { people[index].isElsewhere = false }
    var others = people
    for sex in CounterSex.allCases {
      let places = people.indices.filter { people[$0].sex == sex }
      for ground in CountGround.allCases {
        let shuffled = places.shuffled(using: &kit.numbers)
        for (place, other) in zip(places, shuffled) { others[place].choices[ground] = people[other].choices[ground] }
      }
      for place in places {
        others[place].day = kit.day(in: inside)
        others[place].plannedExit = kit.day(in: inside)
      }
    }
    // Those who leave: as many of each sex, for the same reasons, on other days.
    func exits(_ people: [CounterFacts]) -> [(CounterFacts, CounterExit?)] {
      var ends: [CounterSex: Int] = [:]
      return people.map { facts in
        ends[facts.sex, default: 0] += 1
        guard ends[facts.sex, default: 0] % 2 == 0 else { return (facts, nil) }
        return (facts, CounterExit(day: kit.day(in: facts.day...inside.upperBound), reason: "studier"))
      }
    }
    let key = Curve25519.Signing.PrivateKey()
    let first = try Self.file(try Self.list(exits(people)), key)
    let second = try Self.file(
      try Self.list(exits(others).shuffled(using: &kit.numbers), skipping: Int.random(in: 1...50, using: &kit.numbers)),
      key)
    let (bare, otherBare) = (try Self.unsigned(first), try Self.unsigned(second))
    #expect(bare == otherBare)
    for file in [first, second] {
      let read = try #require(DeliveryFile.read(file, named: "leverans").value)
      let signature = try #require(read.signature)
      #expect(key.publicKey.isValidSignature(signature.bytes, for: DeliveryFile.signedBytes(of: read.delivery)))
    }
  }

  @Test func `no running number and nobody's day stands in a delivery`() throws {
    let days = ["2025-01-17", "2025-02-11", "2025-02-23", "2025-03-19"]
    let people: [(CounterFacts, CounterExit?)] = days.map { text in
      (
        CounterFacts(day: CounterKit.day(text), sex: .woman, plannedExit: CounterKit.day("2025-03-29")),
        CounterExit(day: CounterKit.day("2025-03-27"), reason: "arbete")
      )
    }
    let list = try Self.list(people, skipping: 98_765)
    #expect(list.entries.first?.number == 98_766)
    let text = String(decoding: try Self.unsigned(try Self.file(list, Curve25519.Signing.PrivateKey())), as: UTF8.self)
    for day in days + ["2025-03-27", "2025-03-29", "2025-12-31"] {
      #expect(!text.contains(day) && !text.contains(day.replacingOccurrences(of: "-", with: "")), "\(day)")
    }
    for entry in list.entries { #expect(!text.contains("\(entry.number)")) }
    // The only days are the period's own.
    let found = text.matches(of: /\d{4}-\d{2}-\d{2}/).map { String($0.output) }
    #expect(found == [Self.period.lowerBound.text, Self.period.upperBound.text])
  }

  @Test func `every value of a delivery is a count, the period, the insats, or words of the set-up`() throws {
    var kit = CounterKit(seed: 11)
    let list = try kit.list(80)
    let file = DeliveryFile(list.counts(in: CounterKit.quarters[1])).bytes()
    let root = try JSONSerialization.jsonObject(with: Data(file))
    var words: Set<String> = []
    func gather(_ value: Any) {
      switch value {
      case let text as String: words.insert(text)
      case let members as [String: Any]: for member in members.values { gather(member) }
      case let items as [Any]: for item in items { gather(item) }
      default: #expect((value as? NSNumber).map { $0.intValue >= 0 } == true)
      }
    }
    gather(root)
    let setup = list.setup
    let known = Set(
      setup.choices.values.flatMap { $0 }.flatMap { [$0.code, $0.title] }
        + [
          setup.insatsID, "2025-04-01", "2025-06-30", "finsam-leverans", "Uppgiften är inte känd.",
        ] + CountGround.allCases.map(\.rawValue))
    #expect(words.subtracting(known).isEmpty, "\(words.subtracting(known))")
  }
}
