import Testing

@testable import Exchange

@Suite struct CodePage437Tests {
  @Test func `every byte stands for one character, and that character for the byte`() {
    for byte in UInt8.min...UInt8.max {
      #expect(CodePage437.byte(for: CodePage437.scalar(for: byte)) == byte)
    }
  }

  @Test func `the Swedish letters lie where SIE 4B puts them`() {
    #expect(
      "åäöÅÄÖéÉüÜ".unicodeScalars.map { CodePage437.byte(for: $0) } == [
        0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, 0x90, 0x81, 0x9A,
      ])
  }

  @Test(arguments: ["€", "–", "—", "“", "”", "…", "õ", "ã", "ø", "Ø"])
  func `a character that the page lacks has no byte`(character: String) {
    #expect(character.unicodeScalars.allSatisfy { CodePage437.byte(for: $0) == nil })
  }
}
