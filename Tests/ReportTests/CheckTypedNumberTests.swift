import Ledger
import Statements
import Testing

@testable import Report

/// Which numbers in running text are quantities.
struct CheckTypedNumberTests {
  @Test(arguments: [
    ("Resultatet blev 308 788 kr.", ["308 788 kr"]),
    ("Resultatet blev −2\u{A0}422\u{A0}563 kronor.", ["2\u{A0}422\u{A0}563 kronor"]),
    ("Budgeten var 17 103 tkr och 16,8 mnkr.", ["17 103 tkr", "16,8 mnkr"]),
    ("72 procent, 98 % och 20,1%", ["72 procent", "98 %", "20,1%"]),
    ("Vi nådde 155 deltagare.", ["155"]),
    ("År 2022 och 2023–2025, den 17 mars 2022 och 2022-03-17", []),
    ("lag (2003:1210) 21 §, § 45, 11 kap. 5 §, not 13, LKBR 11:10", []),
    ("personer 16–65 år, 29 år gamla, org.nr 222000-0000, kl 13.30", []),
    ("R15, COVID-19, Agenda 2030, Storgatan 14, www.finsam.se/2022/15", []),
    ("Deltagarmål 14 och steg 15", []),
    ("5,3 procentenheter", []),
    ("\u{FFFC} kr av \u{FFFC}", []),
    ("3 av 14 kommuner", ["3", "14"]),
  ])
  func `quantities are taken up and nothing else`(text: String, found: [String]) {
    #expect(text.typedNumbers.map(\.text) == found)
  }

  @Test func `an amount matches a figure printed with as many digits`() throws {
    let figure = Figure(.amount(Money(ore: -242_256_349)), origin: .nothing(why: "Prov."))

    for text in ["2 422 563 kr", "2 423 tkr", "2,4 mnkr"] {
      let number = try #require(text.typedNumbers.first)
      #expect(number.matches(figure), "\(text)")
    }
    #expect(try #require("2 422 tkr".typedNumbers.first).matches(figure) == false)
    #expect(try #require("2 422 tkr".typedNumbers.first).matches(figure, slack: 1))
  }

  @Test func `the sentence is the one the number stands in`() throws {
    let text = "Först en mening. Sedan kom 509 tkr i projektmedel! Och slut."

    #expect(try #require(text.typedNumbers.first).sentence.text == " sedan kom 509 tkr i projektmedel")
  }

  @Test(arguments: ["1 ", "1 2 ", "12 kr ", "kostnad 12 kr ", "33 % av dem. ", "1\u{A0}"])
  func `however many numbers a sentence has, it is read once`(unit: String) {
    let text = String(repeating: unit, count: Markdown.byteCountMax / unit.utf8.count)

    let numbers = text.typedNumbers

    #expect(numbers.count <= TypedNumber.passageCountMax)
    let sentences = Dictionary(numbers.map { (ObjectIdentifier($0.sentence), $0.sentence) }) { first, _ in first }
    let read = sentences.values.reduce(0) { $0 + $1.text.utf8.count }
    // Each part that is shared reaches one width into both its neighbours.
    #expect(read <= 3 * text.utf8.count)
    #expect(sentences.values.allSatisfy { $0.text.unicodeScalars.count <= 1200 })
  }

  @Test(arguments: ["1 ", "12 kr\n", "|1|2|\n", "12 kr\n\n", "33 %\n\n"])
  func `of a chapter of nothing but numbers, the first are checked`(unit: String) {
    var report = AnnualReport.sound
    let text = String(repeating: unit, count: Markdown.byteCountMax / unit.utf8.count)
    report.chapters[0].blocks += Markdown().blocks(of: text, file: "").value

    let numbers = report.typedPassages.filter { $0.passage.chapterID == report.chapters[0].id }.flatMap(\.numbers)

    #expect(numbers.count <= TypedNumber.chapterCountMax)
    #expect(report.checked().findings.count <= 5 * TypedNumber.chapterCountMax)
  }

  @Test(arguments: 0..<200)
  func `any text is read without a crash`(seed: Int) {
    var state = UInt64(seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
    let alphabet = Array("0123456789 ,.:-–−%§krtå\u{A0}\u{301}\n🙂".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<120 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text.append(alphabet[Int(state % UInt64(alphabet.count))])
    }

    #expect(String(text).typedNumbers.allSatisfy { $0.digits >= 0 && !$0.text.isEmpty })
  }
}
