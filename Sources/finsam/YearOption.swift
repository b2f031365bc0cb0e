import ArgumentParser
import Desk
import Ledger
import Store

/// The option `--year` that most commands have, and the fiscal year it names in a book.
struct YearOption: ParsableArguments {
  @Option(name: .long, help: "Räkenskapsåret, till exempel 2025.")
  var year: Int

  /// The fiscal year by that number, or a failure that lists those there are.
  func fiscalYear(in store: Store) throws -> FiscalYear { try YearOption.fiscalYear(year, in: store) }

  /// The fiscal year by that number, or a failure that lists those there are.
  static func fiscalYear(_ year: Int, in store: Store) throws -> FiscalYear {
    let years = try store.fiscalYears()
    if let found = years.first(where: { $0.number == year }) { return found }
    let known = years.map { String($0.number) }.joined(separator: ", ")
    throw Failure(
      .input,
      years.isEmpty
        ? "Boken har inget räkenskapsår ännu. Läs in bokföring med finsam import."
        : "Boken har inget räkenskapsår \(year). Den har \(known).")
  }
}
