import Association
import Ledger

/// The balances of a year, sorted onto the lines that count them: the first line that counts a balance has it.
struct SortedBooks {
  /// The line under which the accounts stand that only carry the year's result to the balance sheet.
  static let transferID = "resultatoverforing"

  let books: Books
  private var balances: [String: [Books.Balance]] = [:]

  /// The books sorted by every line of the mapping, of both statements.
  init(_ books: Books, mapping: Mapping) {
    self.init(books, by: mapping.allLines)
  }

  /// The books sorted by those lines.
  init(_ books: Books, by lines: [Mapping.Line]) {
    self.books = books
    // Balances come account by account, and where no line asks for objects an account stands in one line whole.
    let asksForObjects = lines.contains { $0.counts.contains { !$0.objects.isEmpty } }
    var last: (account: AccountNumber, line: Mapping.Line?)?
    for balance in books.balances {
      let line: Mapping.Line?
      if !asksForObjects, let last, last.account == balance.account {
        line = last.line
      } else {
        line = lines.first { $0.counts(balance) }
        last = (balance.account, line)
      }
      if let line { balances[line.id, default: []].append(balance) }
    }
  }

  /// The balances of a line.
  func of(_ id: String) -> [Books.Balance] { balances[id] ?? [] }

  /// The balances of several lines.
  func of(_ ids: [String]) -> [Books.Balance] { ids.flatMap { of($0) } }

  /// The figure of a line: which amount, and with which sign.
  func figure(_ id: String, _ column: Origin.Column, isTurned: Bool) -> Figure {
    books.figure(of(id), column, isTurned: isTurned)
  }
}

extension Mapping {
  /// Every line that a balance can be counted by, the carrying of the result first.
  var allLines: [Line] {
    [Line(id: SortedBooks.transferID, counts: resultTransfer)] + incomeLines + balanceLines
  }

  /// The ids of the lines that make the year's result.
  var resultLineIDs: [String] { incomeLines.map(\.id) }
}

extension Mapping.Line {
  /// Whether the line counts the balance.
  func counts(_ balance: Books.Balance) -> Bool { counts.counts(balance) }
}

extension [Selection] {
  /// Whether any of the selections counts the balance.
  func counts(_ balance: Books.Balance) -> Bool {
    contains { $0.counts(balance.account, balance.objects) }
  }
}

extension Books {
  /// The figure that those balances make, with what it is summed from.
  func figure(_ balances: [Balance], _ column: Origin.Column, isTurned: Bool) -> Figure {
    var sum = Money.zero
    var parts: [Origin.LedgerPart] = []
    for balance in balances {
      let amount =
        switch column {
        case .opening: balance.opening
        case .change: balance.change
        case .closing: balance.closing
        }
      guard amount != .zero else { continue }
      sum += amount
      parts.append(
        Origin.LedgerPart(
          account: balance.account, accountName: name(of: balance.account), objects: balance.objects, amount: amount))
    }
    guard !parts.isEmpty else {
      return Figure(
        .amount(.zero), origin: .nothing(why: "Inget konto som räknas hit har något belopp \(year.number)."))
    }
    return Figure(
      .amount(isTurned ? -sum : sum),
      origin: .ledger(year: year.number, column: column, isTurned: isTurned, parts: parts))
  }

  /// The name of an account, or its number where the chart does not have it.
  func name(of account: AccountNumber) -> String { chart[account]?.name ?? account.text }
}
