import Ledger
import TestKit
import Testing

@testable import Association

@Suite struct FeeRunTests {
  private func line(
    _ kronor: Int64, _ kind: ContributionClass = .full, lost: Int64 = 0, travel: Int64 = 0, tax: Int64 = 0
  ) -> FeeRun.Line {
    FeeRun.Line(
      function: "Ledamot", contributionClass: kind, permyriad: kind.usualPermyriad, fee: Money(kronor: kronor),
      lostEarnings: Money(kronor: lost), travel: Money(kronor: travel), withheldTax: Money(kronor: tax))
  }

  private let day = CalendarDate(yyyymmdd: 20_231_220)

  /// The published figures of Sydnärke 2023: arvoden 158 215, sociala avgifter 47 212, förlorad arbetsförtjänst 4 841.
  @Test func `a year's fees come to the published contributions`() throws {
    let run = try FeeRun(
      paidOn: try #require(day), text: "Arvoden 2023",
      lines: [line(139_261, lost: 4841), line(18_954, .pensionOnly)])

    #expect(run.fees == Money(kronor: 158_215))
    #expect(run.lostEarnings == Money(kronor: 4841))
    #expect(run.contributions == Money(kronor: 47_212))
  }

  @Test(arguments: [
    (1937, 2023, ContributionClass.none), (1938, 2023, .pensionOnly), (1956, 2023, .pensionOnly), (1957, 2023, .full),
    (1956, 2022, .pensionOnly), (1957, 2022, .full), (1958, 2025, .pensionOnly), (1959, 2025, .full),
    (1958, 2026, .pensionOnly), (1959, 2026, .full),
  ])
  func `the class goes by the birth year`(born: Int, year: Int, expected: ContributionClass) {
    #expect(ContributionClass(born: born, in: year) == expected)
  }

  @Test func `a rate that was given holds from its year on, and the last of the same year`() {
    let rates = [
      ContributionRate(from: 2027, contributionClass: .full, permyriad: 3000),
      ContributionRate(from: 2027, contributionClass: .full, permyriad: 2942),
      ContributionRate(from: 2030, contributionClass: .pensionOnly, permyriad: 1000),
    ]
    #expect(rates.permyriad(of: .full, in: 2026) == 3142)
    #expect(rates.permyriad(of: .full, in: 2029) == 2942)
    #expect(rates.permyriad(of: .pensionOnly, in: 2029) == 1021)
  }

  @Test func `what is no run is told`() throws {
    let day = try #require(day)
    #expect(throws: FeeRun.Refusal.nothingToPay) { try FeeRun(paidOn: day, text: "x", lines: [self.line(0)]) }
    #expect(throws: FeeRun.Refusal.tooMuchTax(line: 2)) {
      try FeeRun(paidOn: day, text: "x", lines: [self.line(5), self.line(5, tax: 6)])
    }
    #expect(throws: FeeRun.Refusal.negative(line: 1)) {
      try FeeRun(paidOn: day, text: "x", lines: [self.line(5, travel: -1)])
    }
  }

  @Test(arguments: 0..<40)
  func `every run's rows balance, whatever it is made of`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let lines = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      let fee = Int64.random(in: 0...50_000, using: &random)
      let lost = Int64.random(in: 0...3000, using: &random)
      return line(
        fee + 1, ContributionClass.allCases.randomElement(using: &random) ?? .full, lost: lost,
        travel: Int64.random(in: 0...900, using: &random), tax: Int64.random(in: 0...(fee + lost), using: &random))
    }
    let run = try FeeRun(paidOn: try #require(day), text: "x", lines: lines)
    let rows = run.rows(in: Association(name: "x", organisationNumber: ""), from: .bank)

    #expect(rows.map(\.amount).sum() == .zero)
    #expect(run.contributions.ore % 100 == 0)
  }
}
