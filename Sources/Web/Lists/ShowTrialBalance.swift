import Ledger
import Press
import Store

/// Saldobalansen: what stood, moved and stands on every account.
enum ShowTrialBalance {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let request = try ListRequest(asked, number, Addresses.trialBalance) else {
      return try ListRequest.noYear(asked, title: "Saldobalans", section: .lists)
    }
    // A balance has no words to be sought in: a text in the address is passed over by the store.
    let lines = try asked.store.trialBalance(request.filter.voucherFilter)
    if request.wantsCSV { return request.csv("saldobalans", csv(lines)) }
    return request.answer(
      "Saldobalans \(request.year.number)", section: .lists,
      main: TrialBalancePage(request: request, lines: lines).html())
  }

  private static func csv(_ lines: [TrialLine]) -> [[String]] {
    [["Konto", "Namn", "Ingående", "Debet", "Kredit", "Utgående"]]
      + lines.map { line in
        [line.account.number.text, line.account.name]
          + [line.opening, line.debit, line.credit, line.closing].map(CSVPress.decimal)
      }
  }
}
