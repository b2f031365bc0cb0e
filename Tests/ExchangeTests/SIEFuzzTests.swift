import Foundation
import Ledger
import Testing

@testable import Exchange

@Suite struct SIEFuzzTests {
  /// Our own files and, where it is there, the corpus; the large ones would take most of the time and show no more.
  static let seeds: [[UInt8]] = {
    let own = ["typ1.se", "typ3.se", "typ4.se", "typ4i.si"].compactMap { try? SIEWriterTests.bytes($0) }
    let others = SIECorpus.readable.map { SIECorpus.bytes($0.file) }.filter { $0.count < 30_000 }
    return own + [Array(SIEReaderTests.head.utf8)] + others
  }()

  @Test(arguments: seeds.indices)
  func `however a file is damaged, every row is counted or has a diagnostic`(index: Int) {
    for round in 0..<12 {
      var numbers = SIESeededNumbers(seed: UInt64(index * 1_000 + round))
      let bytes = Self.damage(Self.seeds[index], &numbers)
      let reading = SIEFile.read(bytes, named: "a.se")
      guard reading.value.form.kind == .sie, reading.value.form.lineEnding != .cr else { continue }

      let kept = reading.value.summary.transactions
      let out = reading.diagnostics.reduce(0) { $0 + Self.rowsKeptOut(by: $1) }
      #expect(kept + out == Self.rowLines(bytes), "file \(index), round \(round)")
      // What has been read can always be written, and reads the same.
      let written = SIEWriter.write(reading.value, named: "a.se", options: .init(encoding: .utf8))
      let again = SIEFile.read(written.value, named: "a.se").value
      #expect(again.summary.transactions == kept)
      #expect(again.summary.sumDebitOre == reading.value.summary.sumDebitOre)
      #expect(again.summary.vouchers == reading.value.summary.vouchers)
    }
  }

  @Test func `bytes that mean nothing are read without a crash`() {
    for seed in 0..<200 {
      var numbers = SIESeededNumbers(seed: UInt64(seed))
      let alphabet = Array("#VERTANSKIBU0123456789 {}\"\\\n\r\t-.,".utf8) + [0, 0x84, 0xC3, 0xA4, 0xFF, 0x1A]
      let bytes = (0..<400).map { _ in alphabet.randomElement(using: &numbers) ?? 0 }
      _ = SIEFile.read(Array("#FLAGGA 0\n#VER A 1 20250101\n{\n#TRANS ".utf8) + bytes, named: "a.se")
      _ = BalanceCSV.read(Array("konto;utgående\n".utf8) + bytes, named: "a.csv")
    }
  }

  private static func damage(_ source: [UInt8], _ numbers: inout SIESeededNumbers) -> [UInt8] {
    var bytes = source
    for _ in 0..<Int.random(in: 1...12, using: &numbers) where !bytes.isEmpty {
      let place = bytes.indices.randomElement(using: &numbers) ?? 0
      let end = min(bytes.count, place + Int.random(in: 1...80, using: &numbers))
      switch Int.random(in: 0...6, using: &numbers) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
      case 4: bytes.insert(contentsOf: Array("\"{}\\\n#".utf8).shuffled(using: &numbers).prefix(2), at: place)
      case 5: bytes[place] = Array("0,-. {}\"".utf8).randomElement(using: &numbers) ?? 0
      default: if Int.random(in: 0...3, using: &numbers) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  /// How many lines are rows in the final state, by a rule of the test's own.
  private static func rowLines(_ bytes: [UInt8]) -> Int {
    bytes.split(separator: 10).reduce(0) { count, line in
      let rest = line.drop { $0 <= 32 || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
      let label = rest.prefix(6).map { (97...122).contains($0) ? $0 - 32 : $0 }
      guard label.elementsEqual("#TRANS".utf8) else { return count }
      let next = rest.dropFirst(6).first ?? 32
      return count + (next <= 32 || next == UInt8(ascii: "{") || next == UInt8(ascii: "\"") ? 1 : 0)
    }
  }

  private static func rowsKeptOut(by diagnostic: Diagnostic) -> Int {
    guard ["sie-belopp", "sie-rad-utanfor", "sie-konto-saknas"].contains(diagnostic.code) else { return 0 }
    if diagnostic.message.hasPrefix("… och ") {
      return Int(diagnostic.message.dropFirst(6).filter { ("0"..."9").contains($0) }) ?? 0
    }
    return diagnostic.message.contains("#TRANS") ? 1 : 0
  }
}
