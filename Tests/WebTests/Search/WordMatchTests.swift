import Testing

@testable import Web

struct WordMatchTests {
  @Test func `the whole text fits better than its beginning, a word better than a part of one`() throws {
    let match = WordMatch("bank")
    let scores = ["Bank", "Bankavgifter", "Ränta, bank", "Ränta från sparbanken"].map { match.score($0) }

    #expect(scores.allSatisfy { $0 != nil })
    #expect(scores == scores.sorted { ($0 ?? 0) > ($1 ?? 0) })
    #expect(match.score("Företagskonto") == nil)
  }

  @Test func `every word must be found, in any order and in any case`() {
    #expect(WordMatch("VISA karls").fits("Karlskrona kommun: Visa Vägen"))
    #expect(!WordMatch("visa ronneby").fits("Karlskrona kommun: Visa Vägen"))
  }

  @Test func `å, ä and ö are letters of their own, é is an e`() {
    #expect(WordMatch("ÅR").fits("Årets resultat"))
    #expect(!WordMatch("ar").fits("År"))
    #expect(WordMatch("ide").fits("Verksamhetsidé"))
  }

  @Test func `a paragraph is found with and without its blank`() {
    #expect(WordMatch("§45").fits("2021-11-19 § 45"))
    #expect(WordMatch("§ 45").fits("2021-11-19 §45"))
    #expect(WordMatch("§ 45").fits("2021-11-19 §\u{A0}45"))
  }

  @Test func `nothing fits no words`() {
    #expect(WordMatch(" - ").score("Bank") == nil)
  }
}
