import Association
import Ledger
import Statements

extension Check {
  static let accountWithoutLine = Check(
    code: "konto-utan-rad", .error,
    question: "Hör varje konto med belopp till en rad i resultat- eller balansräkningen?",
    reason: "LKBR 4:2: det som inte har en rad fattas i rapporten.",
    mend: "Lägg till kontot på en rad i kontoplanens indelning i rapportrader.",
    slips: { report in
      guard let source = report.source else { return [] }
      return unmapped(source.books, mapping: source.mapping).filter(\.countedBy.isEmpty).map { gap in
        let amount = Numerals.kronor(gap.closing == .zero ? gap.opening : gap.closing)
        return Slip(
          at: "konto/\(gap.account.text)", stated: amount, expected: "en rad",
          "Konto \(gap.account.text)\(gap.name.isEmpty ? "" : " \(gap.name)") har \(amount) men hör inte till någon "
            + "rad i rapporten. Lägg till det i kontoplanens indelning i rapportrader.")
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
