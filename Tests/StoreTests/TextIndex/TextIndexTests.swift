import GRDB
import TestKit
import Testing

@testable import Store

/// Words by their stems: Swedish inflections, any input at all, and an index that follows from the facts.
@Suite struct TextIndexTests {
  /// Documents by their names, as a kind of its own.
  private static let kind = TextKind(number: 99, form: 1, source: "SELECT id, name AS text FROM attachment")

  private func book(_ names: [String]) throws -> Book {
    let book = try Book { writing in
      for (number, name) in names.enumerated() {
        try writing.attach(Array("\(number)".utf8), name: name, mediaType: "text/plain")
      }
    }
    try book.store.change { try $0.makeTextIndex(of: [TextIndexTests.kind]) }
    return book
  }

  private func search(_ words: String, in book: Book) throws -> [Int64] {
    try book.store.read { try $0.search(words, kind: TextIndexTests.kind, limit: 10) }
  }

  private func similar(_ text: String, in book: Book) throws -> [Int64] {
    try book.store.read { try $0.similar(to: text, kind: TextIndexTests.kind, limit: 10) }
  }

  @Test(arguments: [
    ["handläggare", "handläggarnas", "Handläggarens", "HANDLÄGGARE"], ["blankett", "blanketter", "blanketterna"],
    ["ersättning", "ersättningar", "ersättningens"], ["åtgärd", "åtgärder", "ÅTGÄRDEN"],
  ])
  func `the inflections of a word have one stem`(words: [String]) {
    let stems = TextStems()
    #expect(Set(words.map { stems.stems(of: $0) }).count == 1)
  }

  @Test func `a word is found in whatever inflection, and the last word by its beginning`() throws {
    let book = try book([
      "Handläggarnas blanketter tar aldrig slut", "Blanketten för bostadsbidrag", "Sjukpenning, utan blankett",
    ])

    #expect(try Set(search("blanketterna", in: book)) == [1, 2, 3])
    #expect(try search("handläggare blankett", in: book) == [1])
    #expect(try search("blankett bosta", in: book) == [2])
    #expect(try search("bosta blankett", in: book) == [])
    #expect(try search("på", in: book) == [])
    #expect(try search("den blanketten för sjukp", in: book) == [3])
  }

  @Test func `what is alike is found by its rarer words, the likest first`() throws {
    let book = try book([
      "Deltagaren får ingen läkartid hos vårdcentralen", "Handläggarna når inte vårdcentralens läkare",
      "Blanketterna finns bara på svenska", "Vi saknar tolk vid möten",
    ])

    #expect(try similar("Blankett på svenska saknas", in: book).first == 3)
    #expect(try similar("Vårdcentralerna svarar inte handläggaren", in: book).first == 2)
    #expect(try similar("Kollektivtrafik", in: book) == [])
    #expect(try similar("", in: book) == [])
  }

  @Test func `any input at all may be searched for`() throws {
    let book = try book(["Blankett \"A\" (NEAR)", "FS 2024/1"])
    let hostile = [
      "\"", "'", "*", "a OR", "NEAR(", "AND NOT", "stems:x", "^blankett", "blankett\u{0}x", "-", "{a b}: c",
      "a\u{301}\u{301}",
      "\u{10FFFF}", "𝕏", "日本語", "ﬁ", "İ", "\u{AB70}", "ß", String(repeating: "å", count: 100_000),
      (0..<9_000).map { "ord\($0)" }.joined(separator: " "),
    ]

    for text in hostile {
      _ = try search(text, in: book)
      _ = try similar(text, in: book)
    }
    var random = SeededGenerator(seed: 17)
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      _ = try search(text, in: book)
      _ = try similar(text, in: book)
    }

    #expect(try search("FS 2024/1", in: book) == [2])
    #expect(try search("blankett (\"near\")", in: book) == [1])
  }

  @Test func `an index that is missing, short or of another form is made anew`() throws {
    let book = try book(["Blankett", "Läkare"])
    let stale = { try book.store.read { try $0.staleTextIndexes(of: [TextIndexTests.kind]) } }
    #expect(try stale() == [])

    try book.store.attach(Array("ny".utf8), name: "Tolk", mediaType: "text/plain", by: .tester, at: .now2)
    #expect(try stale() == [TextIndexTests.kind])
    try book.store.change { try $0.index(TextIndexTests.kind, 3) }
    #expect(try stale() == [])
    #expect(try search("tolkar", in: book) == [3])

    try book.attack("UPDATE text_index_form SET form = 0")
    #expect(try stale() == [TextIndexTests.kind])
    try book.attack("DROP TABLE text_index_word; DROP TABLE text_index")
    #expect(try stale() == [TextIndexTests.kind])
    try book.store.change { try $0.makeTextIndex(of: [TextIndexTests.kind]) }
    #expect(try stale() == [])
    #expect(try search("läkarna", in: book) == [2])
  }

  @Test func `the index is no fact, and the book is whole with it`() throws {
    let book = try book(["Blankett"])
    try book.attack("DELETE FROM text_index")
    #expect(try book.store.verify().findings == [])
  }
}
