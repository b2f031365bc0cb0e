import Ledger
import Press
import Store

/// Huvudboken: every account with its rows and what stands after each.
enum ShowLedger {
  /// The most rows on a page: some forty sheets. What is longer is read account by account, or saved as CSV.
  static let rowCountMax = 2000
  /// The most rows that a CSV holds.
  static let fileRowCountMax = 200_000

  static func show(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let request = try ListRequest(asked, number, Addresses.ledger) else {
      return try ListRequest.noYear(asked, title: "Huvudbok", section: .ledger)
    }
    let filter = request.filter.voucherFilter
    if request.wantsCSV {
      let (ledgers, isWhole) = try await LongWork.run {
        try asked.store.accountLedgers(filter, rowCountMax: fileRowCountMax)
      }
      if isWhole { return request.csv("huvudbok", lines(ledgers, request)) }
    }
    let (ledgers, isWhole) = try asked.store.accountLedgers(filter, rowCountMax: rowCountMax)
    return request.answer(
      "Huvudbok \(request.year.number)", section: .ledger,
      main: (request.wantsCSV ? ListPart.tooLong(rowCountMax: fileRowCountMax) : .empty)
        + LedgerPage(request: request, ledgers: ledgers, isWhole: isWhole).html())
  }

  private static func lines(_ ledgers: [AccountLedger], _ request: ListRequest) -> [[String]] {
    let names = ObjectNames(request.objects)
    var lines = [
      ["Konto", "Kontonamn", "Verifikation", "Dag", "Text", "Objekt", "Debet", "Kredit", "Saldo"]
    ]
    for ledger in ledgers {
      let account = [ledger.account.number.text, ledger.account.name]
      lines.append(
        account + ["", request.filter.first.text, "Ingående saldo", "", "", "", CSVPress.decimal(ledger.opening)])
      for entry in request.filter.kept(ledger.entries) {
        lines.append(
          account + [
            entry.number.text, entry.date.text, entry.text, names.words(entry.objects),
            entry.amount > .zero ? CSVPress.decimal(entry.amount) : "",
            entry.amount < .zero ? CSVPress.decimal(-entry.amount) : "", CSVPress.decimal(entry.balance),
          ])
      }
      lines.append(
        account + [
          "", request.filter.last.text, "Utgående saldo", "", CSVPress.decimal(ledger.debit),
          CSVPress.decimal(ledger.credit), CSVPress.decimal(ledger.closing),
        ])
    }
    return lines
  }
}

extension ListFilter {
  /// The rows on the side that is shown.
  func kept(_ entries: [AccountLedger.Entry]) -> [AccountLedger.Entry] {
    switch side {
    case nil: entries
    case .debit: entries.filter { $0.amount > .zero }
    case .credit: entries.filter { $0.amount < .zero }
    }
  }
}

/// What objects are called.
struct ObjectNames {
  private let names: [ObjectReference: String]

  init(_ objects: [DeclaredObject]) {
    names = Dictionary(objects.map { ($0.reference, $0.name) }) { $1 }
  }

  /// The names of a row's objects: `Samsa, Ronneby kommun`.
  func words(_ objects: ObjectSet) -> String {
    objects.objects.map { names[$0] ?? $0.object }.joined(separator: ", ")
  }
}
