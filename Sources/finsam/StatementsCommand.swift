import ArgumentParser
import Desk
import Ledger
import Press
import Statements
import Store

/// `finsam statements BOOK`: income statement and balance sheet in the terminal.
struct StatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "Visar resultaträkning och balansräkning.")

  @Argument(help: "Bokens fil.")
  var book: String

  @OptionGroup var year: YearOption

  @Flag(name: .long, help: "Skriv som CSV.")
  var csv = false

  func run() throws {
    let world = World.real()
    let store = try Store(opening: book)
    let fiscalYear = try year.fiscalYear(in: store)
    let books = try store.books(of: fiscalYear)
    let previous = try ReportMaking.previousBooks(of: store, year: fiscalYear)
    let mapping = try ReportMaking.mapping(of: try store.association())
    let tables = [
      incomeStatement(books, previous: previous, mapping: mapping),
      balanceSheet(books, previous: previous, mapping: mapping),
    ]
    for table in tables {
      world.say(csv ? String(decoding: CSVPress.csv(of: table), as: UTF8.self) : TerminalTable.text(table))
    }
    let gaps = unmapped(books, mapping: mapping).filter { $0.countedBy.isEmpty }
    for gap in gaps {
      world.complain(
        "varning: Kontot \(gap.account) \(gap.name) räknas av ingen rad. Lägg det på en rad i rader.yaml.")
    }
    guard gaps.isEmpty else { throw Failure(.findings) }
  }
}
