public import Association
public import Ledger

extension Mapping {
  /// Which line of the statements an account goes to.
  public enum Destination: Hashable, Sendable {
    /// To that line, by the title it is printed with; of which statement.
    case income(String)
    /// The same of the balance sheet.
    case balance(String)
    /// It only carries the year's result to equity.
    case transfer
    /// To several lines, by the objects of its rows.
    case several([String])
    /// To none: it stands in no statement.
    case none
  }

  /// The line that counts the account's balances. Where a line asks for objects, each that may count some of them.
  public func destination(of account: AccountNumber) -> Destination {
    var found: [Line] = []
    for line in allLines {
      let candidates = line.counts.filter { selection in
        account.group.map { group in selection.accounts.contains { $0.contains(group) } } ?? false
      }
      guard !candidates.isEmpty else { continue }
      found.append(line)
      // A line that asks for no objects takes all that is left.
      if candidates.contains(where: \.objects.isEmpty) { break }
    }
    guard let first = found.first else { return .none }
    guard found.count == 1 else { return .several(found.map { title(of: $0.id) }) }
    if first.id == SortedBooks.transferID { return .transfer }
    return incomeLines.contains { $0.id == first.id } ? .income(title(of: first.id)) : .balance(title(of: first.id))
  }

  private func title(of id: String) -> String {
    // Equity stands in the balance sheet as what it was and what the year added.
    if id == "eget-kapital" { return "Eget kapital" }
    if id == SortedBooks.transferID { return "Resultatöverföring" }
    let lines = StatementSpec.incomeStatement.lines + StatementSpec.balanceSheet.lines
    return lines.first { $0.id == id }?.title ?? id
  }
}
