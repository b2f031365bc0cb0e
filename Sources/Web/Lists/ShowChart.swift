import Association
import Desk
import Ledger
import Press
import Statements
import Store

/// Kontoplanen: the book's accounts, what each holds, which line of the report it goes to, and what stands on it.
enum ShowChart {
  /// The name of the field one seeks by.
  static let wordsName = "namn"

  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let request = try ListRequest(asked, number, Addresses.chart) else {
      return try ListRequest.noYear(asked, title: "Kontoplan", section: .ledger)
    }
    let mapping = try ReportMaking.mapping(of: try asked.store.association())
    let closings = Dictionary(
      try asked.store.trialBalance(VoucherFilter(year: request.year)).map { ($0.account.number, $0.closing) }
    ) { $1 }
    let words = asked.query.choice(wordsName).strippedOfBlanks
    let match = WordMatch(words)
    let lines = try asked.store.accounts().map { account in
      ChartPage.Line(
        account: account, destination: mapping.destination(of: account.number), closing: closings[account.number])
    }.filter { words.isEmpty || match.fits("\($0.account.number) \($0.account.name) \($0.destination.words)") }
    if request.wantsCSV { return request.csv("kontoplan", csv(lines)) }
    return request.answer(
      "Kontoplan \(request.year.number)", section: .ledger,
      trail: [Page.Link("Huvudbok \(request.year.number)", Addresses.ledger.path(request.year.number))],
      main: ChartPage(request: request, words: words, lines: lines).html())
  }

  private static func csv(_ lines: [ChartPage.Line]) -> [[String]] {
    [["Konto", "Namn", "Slag", "Rad i årsredovisningen", "Utgående saldo"]]
      + lines.map { line in
        [
          line.account.number.text, line.account.name, line.account.kind.words, line.destination.words,
          line.closing.map(CSVPress.decimal) ?? "",
        ]
      }
  }
}

extension AccountKind {
  /// What the account holds, in words.
  var words: String {
    switch self {
    case .asset: "Tillgång"
    case .liability: "Skuld eller eget kapital"
    case .cost: "Kostnad"
    case .income: "Intäkt"
    }
  }
}

extension Mapping.Destination {
  /// Where the account goes, in words.
  var words: String {
    switch self {
    case .income(let title): "Resultaträkningen: \(title)"
    case .balance(let title): "Balansräkningen: \(title)"
    case .transfer: "För årets resultat till eget kapital, står i ingen rad"
    case .several(let titles): "Efter objekt: \(titles.joined(separator: ", "))"
    case .none: "Ingen rad"
    }
  }
}
