import ArgumentParser
import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// `finsam forecast BOOK --month 2025-05`: what the year will end with, and equity against its cap.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Visar vad året slutar med: insatserna mot sina ramar och eget kapital mot taket.")

  @Argument(help: "Bokens fil.")
  var book: String

  @Option(name: .long, help: "Den sista månad vars bokföring räknas, till exempel 2025-05.")
  var month: String

  @Option(
    name: .customLong("try"), help: "Pröva att en insats får eller lämnar ett belopp, i kronor: SAMSA=400000.")
  var trials: [String] = []

  @Flag(name: .long, help: "Skriv prognosen som JSON, med belopp i öre.")
  var json = false

  func run() throws {
    let world = World.real()
    let month = try Month.read(month)
    let store = try Store(opening: book)
    let association = try store.association()
    let trials = try trials.map { try ForecastCommand.trial($0, among: association.insatser.map(\.id)) }
    guard let forecast = try Forecasting.forecast(of: store, at: month, trials: trials) else {
      let years = try store.fiscalYears().map(\.text).joined(separator: ", ")
      throw Failure(
        .input,
        "Boken har inget räkenskapsår med \(month.text). "
          + (years.isEmpty ? "Läs in bokföring med finsam import." : "Den har \(years)."))
    }
    if json {
      world.say(try Output.json(ForecastOutput(forecast, association)))
      return
    }
    world.say("Prognos för \(forecast.year.number), efter \(month.text)\n")
    for table in [forecast.frameTable(association), forecast.resultTable()] { world.say(TerminalTable.text(table)) }
    for line in ForecastCommand.equity(forecast) { world.say(line) }
  }

  private static func equity(_ forecast: YearForecast) -> [String] {
    let closing = "Eget kapital: \(Numerals.kronor(forecast.openingEquity)) vid årets början, "
    let lines = [closing + "\(Numerals.kronor(forecast.closingEquity)) vid dess slut enligt prognosen."]
    guard let cap = forecast.cap else {
      return lines + ["Taket kan inte räknas ut: inga intäkter är bokförda eller budgeterade."]
    }
    guard forecast.overCap > .zero else {
      let room = Numerals.kronor(cap - forecast.closingEquity)
      return lines + ["Under taket, som är \(Numerals.kronor(cap)), med \(room)."]
    }
    return lines + [
      "Över taket, som är \(Numerals.kronor(cap)), med \(Numerals.kronor(forecast.overCap))"
        + (forecast.overCapSince.map { " från \($0.text)" } ?? "") + ".",
      "Så mycket behöver beviljas eller betalas tillbaka före årets slut.",
    ]
  }

  private static func trial(_ text: String, among insatser: [String]) throws -> YearForecast.Trial {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let amount = Money(decimal: parts[1].utf8), amount.magnitude.ore <= Money.oreMax else {
      throw Failure(
        .use, "”\(text)” går inte att pröva. Skriv insatsen och beloppet i kronor, till exempel SAMSA=400000.")
    }
    guard insatser.contains(parts[0]) else {
      throw Failure(
        .input, "Det finns ingen insats ”\(parts[0])”. Förbundet har \(insatser.joined(separator: ", ")).")
    }
    return YearForecast.Trial(insatsID: parts[0], amount: amount)
  }
}

extension Month {
  /// A month as it is typed, `2025-03`.
  static func read(_ text: String) throws -> Month {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]),
      let number = Int(parts[1]), let month = Month(year: year, month: number)
    else { throw Failure(.use, "”\(text)” är ingen månad. Skriv den som 2025-03.") }
    return month
  }
}

/// The forecast as JSON. Amounts are whole öre, income and surpluses positive.
private struct ForecastOutput: Encodable {
  struct Frame: Encodable {
    let insats: String
    let name: String
    let receiver: String
    let grantedOre: Int64?
    let drawnOre: Int64
    let forecastOre: Int64
    let leftOre: Int64
    let rule: String
  }

  struct Line: Encodable {
    let id: String
    let title: String
    let expectedOre: Int64?
    let bookedOre: Int64
    let forecastOre: Int64
    let rule: String
  }

  struct Point: Encodable {
    let month: String
    let equityOre: Int64
    let isForecast: Bool
  }

  let month: String
  let year: Int
  let openingEquityOre: Int64
  let resultOre: Int64
  let closingEquityOre: Int64
  let capBaseOre: Int64
  let capOre: Int64?
  let overCapOre: Int64
  let overCapSince: String?
  let frames: [Frame]
  let lines: [Line]
  let months: [Point]

  init(_ forecast: YearForecast, _ association: Association) {
    month = forecast.month.text
    year = forecast.year.number
    openingEquityOre = forecast.openingEquity.ore
    resultOre = forecast.result.ore
    closingEquityOre = forecast.closingEquity.ore
    capBaseOre = forecast.capBase.ore
    capOre = forecast.cap?.ore
    overCapOre = forecast.overCap.ore
    overCapSince = forecast.overCapSince?.text
    frames = forecast.frames.map { frame in
      Frame(
        insats: frame.insatsID, name: association.insatser.first { $0.id == frame.insatsID }?.name ?? "",
        receiver: frame.receiverID, grantedOre: frame.granted?.ore, drawnOre: frame.drawn.ore,
        forecastOre: frame.forecast.ore, leftOre: frame.left.ore, rule: frame.rule.rawValue)
    }
    lines = forecast.lines.map {
      Line(
        id: $0.id, title: $0.title, expectedOre: $0.expected?.ore, bookedOre: $0.booked.ore,
        forecastOre: $0.forecast.ore, rule: $0.rule.rawValue)
    }
    months = forecast.months.map {
      Point(month: $0.month.text, equityOre: $0.equity.ore, isForecast: $0.isForecast)
    }
  }
}
