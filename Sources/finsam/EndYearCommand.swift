import ArgumentParser
import Association
import Desk
import Ledger
import Store

/// `finsam end-year BOOK`: carries the result to equity, closes the year and opens the next.
struct EndYearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-year", abstract: "Avslutar räkenskapsåret och öppnar nästa.")

  @Argument(help: "Bokens fil.")
  var book: String

  @OptionGroup var year: YearOption

  @Option(name: .long, help: "Serien för verifikationen som för resultatet.")
  var series: String?

  @Option(name: .long, help: "Vem; står i historiken.")
  var by: String?

  func run() throws {
    let world = World.real()
    let named = series.map { Voucher.Number.series(typed: $0) }
    if case .some(nil) = named {
      throw Failure(
        .use, "”\(series ?? "")” är ingen serie. Skriv högst tio bokstäver A–Z eller siffror, till exempel A.")
    }
    let store = try Store(opening: book)
    let fiscalYear = try year.fiscalYear(in: store)
    let mapping = try ReportMaking.mapping(of: try store.association())
    let ended = try store.endYear(
      fiscalYear, resultAccount: mapping.resultAccount, yearResultAccount: mapping.yearResultAccount,
      retainedAccount: mapping.retainedAccount, series: named ?? nil, by: world.actor(by), at: world.now())
    let closing = ended.voucher.map { " med verifikation \($0.number.text)" } ?? ": resultatet var noll"
    world.say("Räkenskapsåret \(fiscalYear.text) är avslutat\(closing).")
    world.say("\(ended.next.text) är öppnat med ingående balanser lika med årets utgående.")
  }
}
