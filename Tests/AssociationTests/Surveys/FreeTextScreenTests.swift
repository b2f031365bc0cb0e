import Association
import Testing

/// What a screened text is suspected of.
struct FreeTextScreenTests {
  static let cases: [(text: String, found: [String])] = [
    ("Allt var bra. Tack!", []), ("", []),
    ("Handläggaren Anna Ek var snäll.", ["name Handläggaren Anna Ek"]),
    ("Min chef heter Åsa.", ["name Åsa"]),
    ("Anna Ek sa nej.", ["name Anna Ek"]),
    ("Ring 070-123 45 67 i morgon.", ["digits 070-123 45 67"]),
    ("Skriv till a.b@example.se, tack", ["mail a.b@example.se"]),
    ("Jag är 811228-9874 själv", ["personalNumber 811228-9874"]),
    ("Jag fick hjälp av Försäkringskassan och Arbetsförmedlingen.", []),
    ("Det tog 12 veckor och 3 möten.", []),
    ("JAG ÄR ARG", []),
    ("Bra!\nFast Bosse ringde aldrig.", ["name Fast Bosse"]),
  ]

  @Test(arguments: cases.indices)
  func `what may be a person is found where it stands`(index: Int) {
    let (text, expected) = Self.cases[index]
    let bytes = Array(text.utf8)

    let found = FreeTextScreen.findings(in: text).map {
      "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }

    #expect(found == expected)
  }

  @Test func `no text makes it crash, and what is found lies in the text in order`() {
    let pieces = ["Å", "a", "@", "1234567", " ", "\n", "-", "👩‍👩‍👧", "e\u{301}", ".", "", "Anna", "\u{0}", "(", "ß", "İ"]
    var number = 1
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<12 {
        number = (number * 1_103_515_245 + 12345) & 0x7FFF_FFFF
        text += pieces[(number >> 8) % pieces.count]
      }
      var last = 0
      for finding in FreeTextScreen.findings(in: text) {
        #expect(finding.range.lowerBound >= last && finding.range.upperBound <= text.utf8.count)
        last = finding.range.upperBound
      }
    }
  }
}
