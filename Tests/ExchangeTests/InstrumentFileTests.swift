import Association
import Exchange
import Ledger
import TestKit
import Testing

/// A survey's form in a file.
struct InstrumentFileTests {
  static let file = """
    enkät: nns-avslut
    rubrik: Till dig som avslutar
    målgrupp: deltagare-avslut
    källa: En annans frågor
    frågor:
      - id: a
        fråga: En fråga?
        skala: sex-steg
        steg: [ett, två, tre, fyra, fem, sex]
        positivt-från: 5
      - id: b
        fråga: En till?
        skala: 1-7
        steg: [lågt, högt]
      - id: c
        fråga: Mer?
        skala: fritext
    """

  @Test func `a file is read, with the steps it says and the usual where it says none`() throws {
    let reading = SurveyInstrument.read(Array(Self.file.utf8), named: "a.yaml")

    let instrument = try #require(reading.value)
    #expect(reading.diagnostics == [])
    #expect(instrument.questions.map(\.positiveFrom) == [5, 5, nil])
    #expect(instrument.questions[1].scale.steps == ["1 – lågt", "2", "3", "4", "5", "6", "7 – högt"])
    #expect(SurveyInstrument.read(Array(instrument.file.utf8), named: "b.yaml").value == instrument)
  }

  @Test func `what is shipped comes back from its own file`() throws {
    for instrument in SurveyInstrument.shipped {
      let reading = SurveyInstrument.read(Array(instrument.file.utf8), named: "a.yaml")
      #expect(reading.value == instrument && reading.diagnostics == [], "\(instrument.file)")
    }
  }

  @Test func `JSON is read too`() {
    let json = """
      {"enkät": "a", "rubrik": "A", "målgrupp": "chefer",
       "frågor": [{"id": "x", "fråga": "X?", "skala": "ja-nej"}]}
      """
    #expect(SurveyInstrument.read(Array(json.utf8), named: "a.json").value?.questions.map(\.id) == ["x"])
  }

  @Test(arguments: [
    ("skala: sex-steg", "skala: sexsteg", "mapp-val"), ("målgrupp: deltagare-avslut", "målgrupp: alla", "mapp-val"),
    ("positivt-från: 5", "positivt-från: 9", "enkat-fil"), ("steg: [lågt, högt]", "steg: [a, b, c]", "enkat-fil"),
    ("id: b", "id: a", "mapp-dubbel-id"), ("rubrik: Till dig som avslutar", "rubrik: 811228-9874", "personnummer"),
    ("fråga: Mer?", "fraga: Mer?", "mapp-nyckel"),
  ])
  func `what is wrong is said, with its place, and nothing is read`(old: String, new: String, code: String) {
    let text = Self.file.replacing(old, with: new)
    let reading = SurveyInstrument.read(Array(text.utf8), named: "a.yaml")

    #expect(reading.value == nil)
    #expect(reading.diagnostics.contains { $0.code == code && $0.place.line > 0 }, "\(reading.diagnostics)")
  }

  @Test(arguments: 1...60)
  func `a mutated file is read with sentences and never with a crash`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(Self.file.utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Array("[{:&*!?- \n\t\"".utf8).shuffled(using: &random).prefix(3), at: place)
      default: bytes.replaceSubrange(place..<min(place + 40, bytes.count), with: bytes.prefix(30))
      }
    }
    let reading = SurveyInstrument.read(bytes, named: "a.yaml")
    #expect(reading.value != nil || !reading.diagnostics.isEmpty)
    for bomb in FolderFuzzTests.bombs.prefix(seed == 1 ? 30 : 0) {
      #expect(SurveyInstrument.read(Array(bomb.text.utf8), named: "a.yaml").value == nil, "\(bomb.name)")
    }
  }
}
