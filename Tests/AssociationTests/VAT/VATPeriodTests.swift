import Ledger
import Testing

@testable import Association

@Suite struct VATPeriodTests {
  private func month(_ text: Int) throws -> Month { try #require(Month(year: text / 100, month: text % 100)) }

  @Test func `a period is a month or a quarter, and nothing else`() throws {
    #expect(VATPeriod(first: try month(202_503), last: try month(202_503))?.text == "2025-03")
    #expect(VATPeriod(first: try month(202_504), last: try month(202_506))?.text == "2025 kvartal 2")
    #expect(VATPeriod(first: try month(202_505), last: try month(202_507)) == nil)
    #expect(VATPeriod(first: try month(202_512), last: try month(202_602)) == nil)
    #expect(VATPeriod(quarter: 5, of: 2025) == nil)
  }

  @Test func `the last day is the last of the second year after (lag 2005_807)`() throws {
    #expect(try #require(VATPeriod(quarter: 1, of: 2023)).deadline.text == "2025-12-31")
    #expect(VATPeriod(try month(202_312)).deadline.text == "2025-12-31")
  }
}
