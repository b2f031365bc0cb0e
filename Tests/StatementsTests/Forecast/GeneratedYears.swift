import Association
import Ledger
import Statements
import TestKit
import Testing

/// Two years of an association's bookkeeping made of a seed: contributions in January, staff and rent each month,
/// performers that begin slowly and send their costs each quarter, a month late, and the last quarter as a debt in
/// December. What each performer will use of its frame is drawn by lot, and nobody knows it before the year is over.
struct GeneratedYears {
  var association: Association
  var months: [MonthEnds]

  /// What the year truly ended with.
  var truth: YearForecast {
    get throws { try #require(forecast(month: 12)) }
  }

  static let performers = ["KONSULT", "ARIS", "FORSTUDIE", "VEGA", "HAS", "SAMSA", "SKAPA2", "STOD"]

  /// Blekinge 2025: frames and outcome of the note (domain 5.3), and a year before it drawn by lot.
  static func blekinge2025() throws -> GeneratedYears {
    try GeneratedYears(
      seed: 2025, frames: [400_000, 1_958_000, 450_000, 987_500, 2_220_316, 2_435_976, 1_919_426, 260_000],
      outcome: [343_497, 1_618_080, 450_000, 987_500, 2_139_614, 1_926_241, 1_904_355, 260_000],
      contributions: 13_577_999, opening: 4_214_100 - 2_260_285, lastResult: 2_260_285, otherCosts: 2_927_703,
      interest: 142_000)
  }

  init(
    seed: UInt64, frames: [Int64], outcome: [Int64]? = nil, contributions: Int64, opening: Int64,
    lastResult: Int64? = nil, otherCosts: Int64, interest: Int64
  ) throws {
    var lot = SeededGenerator(seed: seed)
    association = Association(name: "Exempelbygden", organisationNumber: "222000-0000")
    association.insatser = GeneratedYears.performers.prefix(frames.count).map {
      Insats(id: $0, name: $0, kind: .individual, ownerID: "K")
    }
    association.members = [Member(id: "K", name: "Kommunen", kind: .municipality)]
    months = []
    var equity = opening
    for year in [2024, 2025] {
      let used = frames.indices.map { index in
        if year == 2025, let outcome { return outcome[index] }
        return frames[index] * Int64.random(in: 62...101, using: &lot) / 100
      }
      for (index, frame) in frames.enumerated() {
        association.frames.append(
          Frame(
            insatsID: GeneratedYears.performers[index], receiverID: "K", year: year, granted: Money(kronor: frame)))
      }
      association.budgets.append(
        Budget(
          year: year,
          lines: [
            Budget.Line(
              id: "bidrag", title: "Bidrag", group: .contributions, amounts: [Money(kronor: contributions)]),
            Budget.Line(
              id: "gemensamt", title: "Gemensamt", group: .commonCosts, amounts: [Money(kronor: otherCosts)]),
          ]))
      var other = otherCosts
      if year == 2024, let lastResult { other = contributions + interest - used.reduce(0, +) - lastResult }
      let costs = used.map { GeneratedYears.quarters($0, &lot) }
      let ends = try (1...12).map { month -> Books in
        try books(
          year,
          [Entry(2068, opening: -equity), Entry(3981, change: -contributions)]
            + costs.enumerated().map { Entry(4010, GeneratedYears.performers[$0], "K", change: $1[month - 1]) }
            + [
              Entry(5010, change: other * Int64(month) / 12), Entry(8310, change: -interest * Int64(month) / 12),
            ])
      }
      let calendarYear = try #require(FiscalYear(calendarYear: year))
      months.append(try #require(MonthEnds(year: calendarYear, books: ends)))
      equity += contributions + interest - other - used.reduce(0, +)
    }
  }

  /// What has been booked of a year's cost by the end of each month: nothing until the first quarter's bill in April.
  private static func quarters(_ whole: Int64, _ lot: inout SeededGenerator) -> [Int64] {
    let weights = (1...4).map { Int64($0 == 1 ? 18 : 26) + Int64.random(in: 0...8, using: &lot) }
    let sum = weights.reduce(0, +)
    let ends = (1...4).map { whole * weights.prefix($0).reduce(0, +) / sum }
    return [0, 0, 0, ends[0], ends[0], ends[0], ends[1], ends[1], ends[1], ends[2], ends[2], whole]
  }

  func forecast(month: Int, trials: [YearForecast.Trial] = []) -> YearForecast? {
    Month(year: 2025, month: month).flatMap {
      YearForecast(
        at: $0, thisYear: months[1], lastYear: months[0], mapping: Mapping.shipped(for: .bas),
        association: association, trials: trials)
    }
  }
}
