import Foundation
import Review
import Testing

/// Reports of one association against each other, and the sections that other programs read.
struct SeveralReportsTests {
  /// The sound report as if every year were the one before.
  private static let earlier = [("2021", "2020"), ("2022", "2021"), ("2023", "2022"), ("2024", "2023")].reduce(
    SoundExample.text
  ) { $0.replacingOccurrences(of: $1.0, with: $1.1) }

  @Test func `last year's column that is not what last year's report said is found`() throws {
    let (earlier, later) = (Review(of: Self.earlier), Review(of: SoundExample.text))
    #expect(earlier.report.year == 2022 && later.report.year == 2023)

    let found = Review.acrossYears([later, earlier])

    #expect(found[1].isEmpty)
    // The income of 2022 agrees, the costs do not: 9 500 000 where that year's report had 9 700 000.
    let costs = try #require(found[0].first { $0.quote.contains("Verksamhetens kostnader") })
    #expect(costs.code == "jamforelse-mot-forra")
    #expect(costs.stated.contains("9\u{A0}500\u{A0}000") && costs.expected.contains("9\u{A0}700\u{A0}000"))
    #expect(!found[0].contains { $0.quote.contains("Verksamhetens intäkter") })
  }

  @Test func `a report of another association says nothing of ours`() {
    let other = Self.earlier.replacingOccurrences(of: "222000-0117", with: "222000-0125")

    #expect(Review.acrossYears([Review(of: SoundExample.text), Review(of: other)]) == [[], []])
  }

  @Test func `contributions, insatser with frames and goals are sections of their own`() {
    let report = ReportReader.read(SoundExample.text + "\nMålet är att 60 procent av deltagarna ska gå vidare.\n")

    let payers = Dictionary(grouping: report.memberContributions.filter { $0.year == 2023 }, by: \.payer)
      .mapValues { $0.map(\.amount).reduce(0, +) / 1000 }
    #expect(payers == [.state: 5_000_000, .region: 2_500_000, .municipality: 2_500_000])
    #expect(report.grants.first.map { [$0.granted / 1000, ($0.drawn ?? 0) / 1000] } == [3_000_000, 2_900_000])
    #expect(report.goals.contains { $0.numbers.contains { $0.value.whole == 60 && $0.unit == .percent } })
  }

  @Test func `what a row is checked against is found out by putting it wrong`() throws {
    let review = Review(of: SoundExample.text)
    let against = review.checkedAgainst()
    func line(_ words: String) throws -> Int {
      try #require(review.report.lines.first { $0.text.hasPrefix(words) }).place.line
    }

    let (assets, liabilities) = (try line("Summa tillgångar"), try line("Summa eget kapital, avsättningar och skulder"))
    #expect(against[assets]?.contains(liabilities) == true)
    let (flow, cash) = (try line("Likvida medel vid årets slut"), try line("Kassa och bank"))
    #expect(against[flow]?.contains(cash) == true)
    for (one, others) in against { #expect(others.allSatisfy { against[$0]?.contains(one) == true }, "\(one)") }
  }
}
