import Association
import Ledger
import Statements

extension SumCheck {
  static let booksAgainstStatement = SumCheck(
    code: "rakning-mot-bokforing",
    question: "Är årets resultat och summan av tillgångarna de som bokföringen ger?",
    reason: "LKBR 4:2–4:3: rapporten ska ge en rättvisande bild av det som är bokfört.",
    mend: "Gör om rapporten från bokföringen.",
    relations: { report in
      guard let source = report.source else { return [] }
      var result = Money.zero
      var assets = Money.zero
      let transfer = source.mapping.resultTransfer
      for balance in source.books.balances {
        switch source.books.kind(of: balance.account) {
        case .asset: assets += balance.closing
        case .liability: break
        case .cost, .income:
          if !transfer.contains(where: { $0.counts(balance.account, balance.objects) }) { result -= balance.change }
        }
      }
      let sums = [
        ("resultatrakning", "arets-resultat", "Årets resultat", result),
        ("balansrakning", "summa-tillgangar", "Summan av tillgångarna", assets),
      ]
      return sums.compactMap { table, row, name, amount in
        guard let table = report.table(table), let stated = table.printed(row) else { return nil }
        return Relation(
          at: "\(table.id)/\(row)/bokforing", "\(name) är %s i rapporten, men %e i bokföringen", stated: stated,
          expected: Printed(units: amount.rounded(toUnitsOf: 100), unit: .kronor),
          remedy: "Gör om rapporten från bokföringen.")
      }
    },
    spoil: { report in
      report.alterBooks { books in
        let account = AccountNumber("1930")
        books.balances.append(Books.Balance(account: account, opening: .zero, debit: Money(kronor: 50), credit: .zero))
      }
    })
}
