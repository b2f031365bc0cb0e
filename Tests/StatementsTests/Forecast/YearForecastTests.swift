import Association
import Foundation
import Ledger
import Statements
import TestKit
import Testing

struct YearForecastTests {
  @Test func `a year shaped like Blekinge 2025 shows by May that equity will be over the cap`() throws {
    let years = try GeneratedYears.blekinge2025()

    let may = try #require(years.forecast(month: 5))
    let end = try years.truth

    #expect(end.closingEquity == Money(kronor: 5_377_109))
    #expect(end.cap == Money(ore: 238_669_985))
    #expect(may.cap == end.cap)
    #expect(may.overCap > Money(kronor: 2_000_000))
    // Within two per cent of what the year turns over.
    #expect((may.closingEquity - end.closingEquity).magnitude < Money(kronor: 300_000), "\(may.closingEquity)")
  }

  @Test func `at the end of the year the forecast is the ledger`() throws {
    let end = try GeneratedYears.blekinge2025().truth

    #expect(end.frames.map(\.granted) == end.frames.map { $0.granted })
    #expect(end.frames.compactMap(\.granted).sum() == Money(kronor: 10_631_218))
    #expect(end.frames.map(\.drawn).sum() == Money(kronor: 9_629_287))
    #expect(end.frames.map(\.left).sum() == Money(kronor: 1_001_931))
    #expect(end.frames.allSatisfy { $0.forecast == $0.drawn && $0.rule == .booked })
    #expect(end.result == Money(kronor: 1_163_009))
  }

  @Test(arguments: 1...12)
  func `what is shown adds up, whatever the month`(month: Int) throws {
    for seed in 0..<20 {
      let years = try GeneratedYears.drawn(seed: UInt64(seed))
      let forecast = try #require(years.forecast(month: month))

      #expect(forecast.openingEquity + forecast.lines.map(\.forecast).sum() == forecast.closingEquity)
      #expect(forecast.months.last?.equity == forecast.closingEquity)
      #expect(forecast.lines.first { $0.id == "insatser" }?.booked == -forecast.frames.map(\.drawn).sum())
      #expect(forecast.frames.allSatisfy { $0.forecast >= $0.drawn })
      #expect(forecast.frames.allSatisfy { $0.forecast <= max($0.granted ?? .zero, $0.drawn) })
      #expect(forecast.months.count { !$0.isForecast } == month)
    }
  }

  @Test func `months after the one asked about are not looked at`() throws {
    let years = try GeneratedYears.blekinge2025()
    var spoiled = years
    let other = try books(2025, [Entry(4010, "X", change: 1)])
    spoiled.months[1] = try #require(
      MonthEnds(
        year: years.months[1].year, books: years.months[1].books.enumerated().map { $0 > 4 ? other : $1 }))

    #expect(spoiled.forecast(month: 5) == years.forecast(month: 5))
  }

  @Test func `a performer's own forecast goes before ours, the latest that was known then`() throws {
    var years = try GeneratedYears.blekinge2025()
    func said(_ number: Int, _ kronor: Int64) throws -> PerformerForecast {
      let month = try #require(Month(year: 2025, month: number))
      return PerformerForecast(
        insatsID: "ARIS", receiverID: "K", year: 2025, month: month, expected: Money(kronor: kronor))
    }
    years.association.performerForecasts = [
      try said(3, 1_500_000), try said(5, 1_650_000), try said(8, 1_900_000),
    ]

    let line = try #require(years.forecast(month: 5)?.frames.first { $0.insatsID == "ARIS" })

    #expect(line.forecast == Money(kronor: 1_650_000))
    #expect(line.rule == .performer)
  }

  @Test func `what is tried changes equity by as much, and nothing else`() throws {
    let years = try GeneratedYears.blekinge2025()
    let plain = try #require(years.forecast(month: 9))
    let tried = try #require(
      years.forecast(month: 9, trials: [YearForecast.Trial(insatsID: "SAMSA", amount: Money(kronor: 400_000))]))

    #expect(plain.closingEquity - tried.closingEquity == Money(kronor: 400_000))
    #expect(plain.cap == tried.cap)
    #expect(plain.frames.map(\.drawn) == tried.frames.map(\.drawn))
    #expect(plain.tried == .zero && tried.tried == Money(kronor: 400_000))
  }

  @Test func `what is tried of an insats with neither frame nor cost is not lost`() throws {
    var years = try GeneratedYears.blekinge2025()
    years.association.insatser.append(Insats(id: "NY", name: "Ny", kind: .individual, ownerID: "K"))
    let plain = try #require(years.forecast(month: 9))
    let tried = try #require(
      years.forecast(month: 9, trials: [YearForecast.Trial(insatsID: "NY", amount: Money(kronor: 250_000))]))

    #expect(plain.closingEquity - tried.closingEquity == Money(kronor: 250_000))
    #expect(tried.frames.last?.insatsID == "NY" && tried.frames.last?.drawn == .zero)
  }

  @Test func `an insats that has ended draws nothing more, and one without a frame is shown as it is booked`() throws {
    var years = try GeneratedYears.blekinge2025()
    let index = try #require(years.association.insatser.firstIndex { $0.id == "VEGA" })
    years.association.insatser[index].ended = CalendarDate(yyyymmdd: 20_250_331)
    years.association.frames.removeAll { $0.insatsID == "HAS" }

    let forecast = try #require(years.forecast(month: 5))
    let ended = try #require(forecast.frames.first { $0.insatsID == "VEGA" })
    let frameless = try #require(forecast.frames.first { $0.insatsID == "HAS" })

    #expect(ended.forecast == ended.drawn)
    #expect(frameless.granted == nil && frameless.forecast == frameless.drawn && frameless.isOverrun)
  }

  @Test func `without a year before it the rhythm is even`() throws {
    let years = try GeneratedYears.blekinge2025()
    let june = try #require(Month(year: 2025, month: 6))
    let forecast = try #require(
      YearForecast(
        at: june, thisYear: years.months[1], lastYear: nil,
        mapping: Mapping.shipped(for: .bas), association: years.association))

    #expect(forecast.frames.allSatisfy { $0.rule == .even })
    #expect(forecast.closingEquity > .zero)
  }

  /// The table of docs/handbok/prognos.md: how wrong the forecast of closing equity is, month by month, over generated
  /// years, beside two who guess: that every frame is drawn whole, and that the year goes on as it has begun.
  @Test func `the manual's table says how wrong forecasts have been; FINSAM_BLESS=1 rewrites it`() throws {
    var rows: [String] = []
    for month in [3, 5, 8, 10] {
      var ours: [Int64] = []
      var granted: [Int64] = []
      var even: [Int64] = []
      for seed in 0..<200 {
        let years = try GeneratedYears.drawn(seed: UInt64(seed))
        let forecast = try #require(years.forecast(month: month))
        let truth = try years.truth
        let costs = truth.frames.map(\.forecast).sum().ore
        func error(_ guess: Money) -> Int64 { (guess - truth.closingEquity).magnitude.ore * 1000 / costs }
        let others = forecast.closingEquity + forecast.frames.map(\.forecast).sum()
        ours.append(error(forecast.closingEquity))
        granted.append(error(others - forecast.frames.compactMap(\.granted).sum()))
        even.append(error(others - Money(ore: forecast.frames.map(\.drawn).sum().ore * 12 / Int64(month))))
      }
      func mean(_ errors: [Int64]) -> String { tenths(errors.reduce(0, +) / Int64(errors.count)) }
      let worst = tenths(ours.sorted()[ours.count * 9 / 10])
      rows.append("| \(month) | \(mean(ours)) | \(worst) | \(mean(granted)) | \(mean(even)) |")
      // A forecast that is no better than either guess is none.
      #expect(ours.reduce(0, +) < granted.reduce(0, +) && ours.reduce(0, +) < even.reduce(0, +))
    }
    let written = try String(contentsOf: Self.manual, encoding: .utf8)
    let made = Self.putting(rows, in: written)
    if ProcessInfo.processInfo.environment["FINSAM_BLESS"] == "1" { try Data(made.utf8).write(to: Self.manual) }
    #expect(written == made, "Run script/bless, or this test with FINSAM_BLESS=1, and read the difference.")
  }

  private static let manual = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/handbok/prognos.md")

  /// The page with those rows in place of the ones that its table has.
  private static func putting(_ rows: [String], in page: String) -> String {
    let lines = page.components(separatedBy: "\n")
    guard let head = lines.firstIndex(where: { $0.hasPrefix("|---") }) else { return page }
    let rest = lines[(head + 1)...].drop { $0.hasPrefix("|") }
    return (lines[...head] + rows + rest).joined(separator: "\n")
  }

  private func tenths(_ permille: Int64) -> String { "\(permille / 10),\(permille % 10) %" }
}

extension GeneratedYears {
  /// Years of an association of the usual size, with frames drawn by lot.
  static func drawn(seed: UInt64) throws -> GeneratedYears {
    var lot = SeededGenerator(seed: seed &+ 77)
    return try GeneratedYears(
      seed: seed, frames: performers.map { _ in Int64.random(in: 250...2500, using: &lot) * 1000 },
      contributions: 13_500_000, opening: 2_000_000, otherCosts: 2_900_000, interest: 100_000)
  }
}
