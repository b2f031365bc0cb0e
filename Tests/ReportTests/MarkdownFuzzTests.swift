import Ledger
import Report
import Testing

struct MarkdownFuzzTests {
  /// A generator whose sequence is its seed's, so that a failing case can be run again.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "{{", "}}", "[[", "]]", "[", "](", ")", "**", "*", "_", "`", "```\n", "> ", "- ", "1. ", "\n", "\n\n", "#", "<",
    ">", "<!--", "-->", "&amp;", "&#0;", "\\", "|", "tabell: x", "eget-kapital", "å", "\u{0}", "\u{FFFE}", "\r\n", "\t",
    "https://a.se", "![", "    ", "\u{1F600}", "e\u{301}",
  ]

  @Test(arguments: 1...40)
  func `no text makes the reader stop`(seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let markdown = Markdown()
    for _ in 0..<25 {
      let isBytes = Bool.random(using: &random)
      let count = Int.random(in: 0...300, using: &random)
      let text =
        isBytes
        ? String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
        : (0..<count).map { _ in MarkdownFuzzTests.pieces.randomElement(using: &random) ?? "" }.joined()

      let words = markdown.blocks(of: text, file: "text").value.map(\.plainText).joined()

      #expect(!words.unicodeScalars.contains { $0.value == 0 }, "seed \(seed)")
    }
  }

  @Test(arguments: ["{{", "[[", "> ", "- ", "*a ", "[", "![", "<a ", "`", "((", "**a*", "&", "\\"])
  func `a piece repeated ten thousand times is read in time`(piece: String) {
    let text = String(repeating: piece, count: 10_000)

    #expect(Markdown().blocks(of: text, file: "text").value.count <= 10_000)
  }
}
