import Association
import Ledger

extension Check {
  static let openingBalances = Check(
    code: "ingaende-balans-mot-fg-ar", .error,
    question: "Är varje kontos ingående balans dess utgående balans året före?",
    reason: "LKBR 4:4: ingående balans är förra årets utgående.",
    mend: "Rätta ingående balans, eller bokför rättelsen i årets verifikationer.",
    slips: { report in
      guard let source = report.source, let previous = source.previousBooks else { return [] }
      let accounts = Set((source.books.balances + previous.balances).map(\.account))
      let equity = source.mapping.balanceLines.first { $0.id == "eget-kapital" }?.counts ?? []
      func sum(_ books: Books, _ account: AccountNumber, _ amount: (Books.Balance) -> Money) -> Money {
        books.balances.filter { $0.account == account }.map(amount).sum()
      }
      return accounts.sorted().compactMap { account in
        guard source.books.kind(of: account).isBalance, !equity.contains(where: { $0.counts(account, .none) }) else {
          return nil
        }
        let opening = sum(source.books, account) { $0.opening }
        let closing = sum(previous, account) { $0.closing }
        guard opening != closing else { return nil }
        return Slip(
          at: "konto/\(account.text)", stated: Numerals.ore(opening), expected: Numerals.ore(closing),
          difference: Numerals.ore(opening - closing),
          "Konto \(account.text) har ingående balans \(Numerals.ore(opening)), men slutade förra året på "
            + "\(Numerals.ore(closing)). Rätta ingående balans.")
      }
    },
    spoil: { report in
      guard let source = report.source else { return }
      var previous = source.books
      previous.balances = source.books.balances.map { balance in
        Books.Balance(
          account: balance.account, objects: balance.objects, opening: balance.opening + Money(kronor: 17),
          debit: .zero, credit: .zero)
      }
      report.source?.previousBooks = previous
    })
}
