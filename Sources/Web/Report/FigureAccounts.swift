import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The accounts that a figure is summed from, each with its rows.
struct FigureAccounts: Sendable {
  /// A row of a voucher on the account.
  struct Row: Sendable {
    let number: Voucher.Number
    let date: CalendarDate
    let text: String
    let counterparty: String
    let amount: Money
    /// The documents beside the voucher, by SHA-256.
    let documents: [String]
  }

  struct Account: Sendable {
    let account: AccountNumber
    let name: String
    let objects: String
    /// What of it is in the figure, debit positive.
    let amount: Money
    let opening: Money
    let closing: Money
    /// The first rows, and how many there are.
    let rows: [Row]
    let rowCount: Int
  }

  /// The rows that a page shows of each account; the huvudbok has them all.
  private static let rowCountMax = 200

  let year: Int
  let column: Origin.Column
  let isTurned: Bool
  let accounts: [Account]

  /// Those of a figure that comes from the ledger; nil for any other.
  static func of(_ figure: Figure, in workbench: Workbench, store: Store) throws -> FigureAccounts? {
    guard case .ledger(let year, let column, let isTurned, let parts) = figure.origin,
      let source = workbench.report.source, let ledger = try ledger(of: year, source, store)
    else { return nil }
    let accounts = parts.map { part in
      let lines = ledger.ledger(of: part, column: column)
      return Account(
        account: part.account, name: part.accountName, objects: ledger.words(of: part.objects), amount: part.amount,
        opening: lines.opening, closing: lines.closing,
        rows: column == .opening ? [] : lines.lines.prefix(rowCountMax).map { row($0, in: ledger) },
        rowCount: column == .opening ? 0 : lines.lines.count)
    }
    return FigureAccounts(year: year, column: column, isTurned: isTurned, accounts: accounts)
  }

  /// The ledger of the year the figure is of: the report has its own year's vouchers, the book those of other years.
  private static func ledger(of year: Int, _ source: AnnualReport.Source, _ store: Store) throws -> LedgerLines? {
    guard year != source.books.year.number else { return LedgerLines(source) }
    guard let other = try store.fiscalYears().first(where: { $0.number == year }) else { return nil }
    return LedgerLines(
      AnnualReport.Source(
        association: source.association, books: try store.books(of: other), previousBooks: nil, mapping: source.mapping,
        vouchers: try store.vouchers(of: other)))
  }

  private static func row(_ line: LedgerLines.Line, in ledger: LedgerLines) -> Row {
    let posted = ledger.vouchers[line.voucher]
    let voucher = posted.voucher
    let more = line.row.text == voucher.text ? "" : line.row.text
    return Row(
      number: posted.number, date: line.row.date ?? voucher.date,
      text: [voucher.text, more].filter { !$0.isEmpty }.joined(separator: ": "), counterparty: voucher.counterparty,
      amount: line.row.amount, documents: voucher.attachments)
  }
}
