import ArgumentParser
import Association
import Desk
import Ledger
import Store

/// `finsam end-year BOOK`: carries the result to equity, locks the year and opens the next.
struct EndYearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-year", abstract: "Avslutar räkenskapsåret och öppnar nästa.")

  @Argument(help: "Bokens fil.")
  var book: String

  @OptionGroup var year: YearOption

  @Option(name: .long, help: "Vem; står i historiken.")
  var by: String?

  func run() throws {
    let world = World.real()
    let store = try Store(opening: book)
    let fiscalYear = try year.fiscalYear(in: store)
    let mapping = try ReportMaking.mapping(of: try store.association())
    let ended = try store.endYear(
      fiscalYear, resultAccount: mapping.resultAccount, yearResultAccount: mapping.yearResultAccount,
      retainedAccount: mapping.retainedAccount, by: world.actor(by), at: world.now())
    let closing = ended.voucher.map { " med verifikation \($0.number.text)" } ?? ": resultatet var noll"
    world.say("Räkenskapsåret \(fiscalYear.text) är avslutat\(closing).")
    world.say("\(ended.next.text) är öppnat med ingående balanser lika med årets utgående.")
  }
}
