import Association
import Ledger

extension Check {
  static let accountWithoutLine = Check(
    code: "konto-utan-rad", .error,
    question: "Hör varje konto med belopp till en rad i resultat- eller balansräkningen?",
    reason: "LKBR 4:2: det som inte har en rad fattas i rapporten.",
    mend: "Lägg till kontot på en rad i mappningen.",
    slips: { report in
      guard let source = report.source else { return [] }
      let lines = (source.mapping.incomeLines + source.mapping.balanceLines).flatMap(\.counts)
      let counted = lines + source.mapping.resultTransfer
      var left: [AccountNumber: Money] = [:]
      for balance in source.books.balances {
        guard balance.closing != .zero || balance.change != .zero,
          !counted.contains(where: { $0.counts(balance.account, balance.objects) })
        else { continue }
        left[balance.account, default: .zero] += balance.closing
      }
      return left.sorted { $0.key < $1.key }.map { account, amount in
        let name = source.books.chart[account]?.name ?? ""
        return Slip(
          at: "konto/\(account.text)", stated: Numerals.kronor(amount), expected: "en rad",
          "Konto \(account.text)\(name.isEmpty ? "" : " \(name)") har \(Numerals.kronor(amount)) men hör inte till "
            + "någon rad. Lägg till kontot i mappningen.")
      }
    },
    spoil: { report in
      report.alterBooks { books in
        let account = AccountNumber("9")
        books.balances.append(
          Books.Balance(account: account, opening: .zero, debit: Money(kronor: 10), credit: .zero))
      }
    })
}
