import Association
import Desk
import Ledger
import Report
import Statements
import Store

/// Result, cash and equity against its cap, as the book has them today.
struct EconomyNow {
  let year: FiscalYear
  /// The last month with a voucher; nil in a year without any.
  let month: Month?
  let result: Money
  let cash: Money
  let equity: Money
  /// Nil while there is nothing to reckon it on: a cap of nought would say that all equity is above it.
  let cap: Money?
  /// What the cap is reckoned on, and where that is taken from.
  let base: Money
  let baseWords: String
  /// That there is nothing to reckon it on: `inga medlemsbidrag är bokförda`.
  let missingBaseWords: String
  /// The cap's two steps in words.
  let capWords: String

  var isOver: Bool { cap.map { equity > $0 } ?? false }

  /// The year that today falls in, else the book's last; nil in a book without years.
  static func of(_ asked: Asked, association: Association, states: [YearState]) throws -> EconomyNow? {
    guard let state = states.last(where: { $0.year.contains(asked.today) }) ?? states.last else { return nil }
    let store = asked.store
    return EconomyNow(
      books: try store.books(of: state.year), previous: try ReportMaking.previousBooks(of: store, year: state.year),
      association: association, mapping: try ReportMaking.mapping(of: association),
      month: try store.voucherCounts(of: state.year).keys.max(), today: asked.today)
  }

  init(
    books: Books, previous: Books?, association: Association, mapping: Mapping, month: Month?, today: CalendarDate
  ) {
    year = books.year
    self.month = month
    let income = incomeStatement(books, previous: previous, mapping: mapping)
    let position = balanceSheet(books, previous: previous, mapping: mapping)
    let table = equityCap(books, previous: previous, mapping: mapping, association: association)
    func amount(_ table: Table, _ row: String) -> Money { table.figure(row, "current")?.amount ?? .zero }
    result = amount(income, "arets-resultat")
    cash = amount(position, "kassa-och-bank") + amount(position, "kortfristiga-placeringar")
    equity = amount(position, "utgaende-eget-kapital")
    let settings = association.settings
    missingBaseWords = "inga \(settings.capBase == .income ? "intäkter" : "medlemsbidrag") är bokförda"
    // While the year runs, what has been booked is only a part of its income: the budget says the whole.
    let budget = today <= books.year.last ? association.budget(for: books.year.number) : nil
    if let budget, budget.income(for: settings.capBase) > .zero {
      base = budget.income(for: settings.capBase)
      let what = settings.capBase == .income ? "intäkter" : "medlemsbidrag"
      baseWords = "budgetens \(what) för \(books.year.number)"
    } else {
      base = amount(table, "underlag")
      baseWords = settings.capBase == .income ? "bokförda intäkter" : "bokförda medlemsbidrag"
    }
    cap = base > .zero ? equityCapAmount(base: base, settings: settings) : nil
    capWords = EconomyNow.words(base: base, settings: settings)
  }

  /// `20 % av 7 000 000 kr och 15 % av 6 577 999 kr`.
  private static func words(base: Money, settings: Settings) -> String {
    let low = min(max(base, .zero), settings.capStep)
    let first = "\(percent(settings.capLowPermille)) av \(Numerals.kronor(low))"
    guard base > settings.capStep else { return first }
    return "\(first) och \(percent(settings.capHighPermille)) av \(Numerals.kronor(base - settings.capStep))"
  }

  private static func percent(_ permille: Int) -> String {
    let number = permille % 10 == 0 ? Numerals.whole(Int64(permille / 10)) : Numerals.tenths(Int64(permille))
    return number + Numerals.space + "%"
  }
}

extension Budget {
  /// The income that the cap is reckoned on.
  fileprivate func income(for base: Settings.CapBase) -> Money {
    lines.filter { base == .income ? $0.isIncome : $0.group == .contributions }.reduce(.zero) { sum, line in
      sum + (line.amounts.first ?? .zero)
    }
  }
}
