import Desk
import Foundation
import Review
import TestKit
import Testing

/// Whatever the file is, there is an answer, soon.
struct ReviewFuzzTests {
  @Test func `random bytes and broken reports are read without harm`() {
    var random = SeededGenerator(seed: 20_231_231)
    let sound = Array(SoundExample.text.utf8)
    for _ in 0..<150 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...200, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: Array("\t 1 234 567 -\n".utf8), at: at)
        default: bytes.insert(contentsOf: bytes[max(0, at - 40)..<at], at: at)
        }
      }
      let review = Review(of: String(decoding: bytes, as: UTF8.self))
      #expect(review.findings.allSatisfy { $0.place.line <= review.report.lines.count })
      _ = review.figures
      _ = HTMLText.text(of: String(decoding: bytes, as: UTF8.self))
      _ = JSONText.text(of: bytes)
    }
    for size in [0, 1, 7, 4000] {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = Review(of: String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `long lines, deep nesting and long numbers end soon`() {
    let texts = [
      String(repeating: "1 ", count: 30_000), String(repeating: "9", count: 100_000),
      String(repeating: "\t-", count: 20_000),
      String(repeating: "Summa\t1\t2\n", count: 4_000), String(repeating: "<div>", count: 20_000),
      String(repeating: "[", count: 20_000),
      String(repeating: "72 procent av 31 deltagare, 16 av 33 (48 %). ", count: 3_000),
    ]
    let clock = ContinuousClock()
    for text in texts {
      let time = clock.measure {
        _ = Review(of: text)
        _ = HTMLText.text(of: text)
        _ = JSONText.text(of: Array("{\(text)".utf8))
      }
      #expect(time < .seconds(20), "\(text.prefix(20)): \(time)")
    }
  }

  @Test func `what is no report is refused with a sentence`() {
    let files: [[UInt8]] = [
      [], Array("%PDF-1.7\nbroken".utf8), [0x50, 0x4B, 3, 4, 0, 0], Array("{\"a\":1}".utf8),
      (0..<2000).map { UInt8($0 % 9) },
    ]
    for bytes in files {
      #expect(throws: ReportText.Obstacle.self) { _ = try ReportText.read(bytes: bytes) }
    }
  }
}
