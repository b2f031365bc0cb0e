package import Ledger
package import Report
package import Statements

/// The year's vouchers by account, so that an amount of the ledger opens to the rows it is summed from.
package final class LedgerLines {
  /// Above this, accounts are listed with the number of their vouchers only: a page of more than about ten megabytes
  /// helps nobody, and the vouchers stand in the SIE file that the PDF carries.
  static let voucherCountMax = 5000

  /// A row of a voucher, by its place.
  package struct Line {
    package let voucher: Int
    package let row: Voucher.Row
  }

  /// One account with one set of objects, as an amount of some origin names it.
  struct Account: Hashable {
    let account: AccountNumber
    let name: String
    let objects: ObjectSet
    let isAnyObjects: Bool
  }

  /// What stands on an account, from the year's first day to its last.
  package struct Ledger {
    package let opening: Money
    package let lines: [Line]
    package let closing: Money

    package var change: Money { lines.map(\.row.amount).sum() }
  }

  let source: AnnualReport.Source
  package let vouchers: [PostedVoucher]
  let links: OfficeLinks?
  private(set) var accounts: [Account] = []
  private(set) var parents: [[(id: String, title: String)]] = []
  private var numbers: [Account: Int] = [:]
  private var lines: [AccountNumber: [Line]] = [:]
  private var balances: [AccountNumber: [Books.Balance]] = [:]
  private var places: [Voucher.Number: Int] = [:]
  private var listings: [Int: [Int]] = [:]

  package init(_ source: AnnualReport.Source, links: OfficeLinks? = nil) {
    self.source = source
    self.links = links
    self.vouchers = source.vouchers
    self.balances = Dictionary(grouping: source.books.balances, by: \.account)
    for (index, posted) in vouchers.enumerated() {
      if places[posted.number] == nil { places[posted.number] = index }
      for row in posted.voucher.rows { lines[row.account, default: []].append(Line(voucher: index, row: row)) }
    }
  }

  /// Whether each voucher is printed.
  var printsVouchers: Bool { vouchers.count <= LedgerLines.voucherCountMax }

  /// The year whose vouchers these are.
  var year: Int { source.books.year.number }

  /// The id of a voucher's section, or nil where it is not printed.
  func voucherID(_ index: Int) -> String? { printsVouchers ? "v-\(index + 1)" : nil }

  /// The id of the section of the voucher with that number, if it is of the year and printed.
  func voucherID(_ number: Voucher.Number) -> String? { places[number].flatMap { voucherID($0) } }

  /// The section where the account of an amount is listed, which it is from now on.
  func accountID(_ part: Origin.LedgerPart, column: Origin.Column, within entry: Origins.Entry) -> String {
    let account = account(of: part, column: column)
    let number: Int
    if let known = numbers[account] {
      number = known
    } else {
      number = accounts.count
      numbers[account] = number
      accounts.append(account)
      parents.append([])
    }
    if !parents[number].contains(where: { $0.id == entry.id }) {
      parents[number].append((entry.id, entry.title))
    }
    return "k-\(number + 1)"
  }

  /// What stands on an account with its objects; on an account alone, whatever objects the rows have.
  func ledger(of account: Account) -> Ledger {
    let wanted = Set(account.objects.objects)
    let lines = (lines[account.account] ?? []).filter {
      account.isAnyObjects ? wanted.isSubset(of: $0.row.objects.objects) : $0.row.objects == account.objects
    }
    let balances = (balances[account.account] ?? []).filter {
      account.isAnyObjects ? wanted.isSubset(of: $0.objects.objects) : $0.objects == account.objects
    }
    return Ledger(
      opening: balances.map(\.opening).sum(), lines: lines, closing: balances.map(\.closing).sum())
  }

  /// What an amount of some origin was summed from.
  package func ledger(of part: Origin.LedgerPart, column: Origin.Column) -> Ledger {
    ledger(of: account(of: part, column: column))
  }

  /// Remembers that the account with that place lists the voucher, so that the voucher leads back to it.
  func list(voucher: Int, onAccount account: Int) {
    if listings[voucher]?.last != account { listings[voucher, default: []].append(account) }
  }

  /// The accounts that list a voucher.
  func accounts(listing voucher: Int) -> [(id: String, title: String)] {
    (listings[voucher] ?? []).map { ("k-\($0 + 1)", "\(accounts[$0].account.text) \(accounts[$0].name)") }
  }

  /// An amount is of exactly its objects; but where that does not give the amount and the account as a whole does,
  /// it was summed over all objects.
  private func account(of part: Origin.LedgerPart, column: Origin.Column) -> Account {
    func account(any: Bool) -> Account {
      Account(account: part.account, name: part.accountName, objects: part.objects, isAnyObjects: any)
    }
    let (exact, any) = (account(any: false), account(any: true))
    return amount(of: exact, column) != part.amount && amount(of: any, column) == part.amount ? any : exact
  }

  private func amount(of account: Account, _ column: Origin.Column) -> Money {
    let ledger = ledger(of: account)
    return switch column {
    case .opening: ledger.opening
    case .change: ledger.closing - ledger.opening
    case .closing: ledger.closing
    }
  }

  /// The objects in words, `Insats SIRI – Part FK`.
  package func words(of objects: ObjectSet) -> String {
    objects.objects.map { reference in
      let kind = reference.dimension.usualName ?? "Dimension \(reference.dimension.number)"
      return "\(kind) \(source.books.name(of: reference))"
    }.joined(separator: ", ")
  }
}
