public import Ledger

/// Balances as CSV: `konto;benämning;ingående;utgående`, so that last year's published figures are enough to begin with.
/// Debit is positive and credit negative in every column.
public enum BalanceCSV {
  /// Reads a table of balances. Columns may stand in any order and be called in several ways; `förändring` may stand in
  /// the place of `utgående`, and a column named after a dimension (`insats`, `part`) splits an account.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<BalanceFile> {
    let table = CSVTable.read(bytes, named: name)
    var reader = BalanceReader(file: name)
    reader.diagnostics = table.diagnostics
    let value = reader.read(table.value)
    let order = reader.diagnostics.indices.sorted {
      (reader.diagnostics[$0].place, $0) < (reader.diagnostics[$1].place, $1)
    }
    return Reading(value: value, diagnostics: order.map { reader.diagnostics[$0] })
  }

  /// The bytes of the table. Reading them gives an equal table.
  public static func write(_ file: BalanceFile) -> [UInt8] {
    let dimensions = Set(file.lines.flatMap { $0.objects.objects.map(\.dimension) }).sorted()
    let head =
      ["konto", "benämning", "kontotyp"] + dimensions.map { BalanceColumn.object($0).title }
      + ["ingående", "förändring", "utgående"]
    var rows = [head.map { CSVTable.Cell(text: $0) }]
    for account in file.accounts {
      var lines = file.lines.filter { $0.account == account.number }
      if lines.isEmpty { lines = [BalanceFile.Line(account: account.number, opening: .zero, change: .zero)] }
      rows += lines.map { row($0, account, dimensions) }
    }
    let known = Set(file.accounts.map(\.number))
    for line in file.lines where !known.contains(line.account) {
      rows.append(row(line, Account(number: line.account, name: ""), dimensions))
    }
    return CSVTable(rows: rows).bytes()
  }

  private static func row(_ line: BalanceFile.Line, _ account: Account, _ dimensions: [Dimension]) -> [CSVTable.Cell] {
    let texts =
      [account.number.text, account.name, account.kind.rawValue] + dimensions.map { line.objects[$0] ?? "" }
      + [line.opening, line.change, line.closing].map(SwedishAmount.text)
    return texts.map { CSVTable.Cell(text: $0) }
  }
}

/// What a column of a table of balances holds.
enum BalanceColumn: Hashable {
  case account, name, kind, opening, change, closing
  case object(Dimension)

  /// The column with that heading, in any of the ways people write it.
  init?(heading: String) {
    let plain = String(heading.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
      .lowercased()
    switch plain {
    case "konto", "kontonr", "kontonummer", "account": self = .account
    case "benämning", "kontonamn", "kontobenämning", "namn", "text", "name": self = .name
    case "kontotyp", "ktyp": self = .kind
    case "ingående", "ib", "ingåendebalans", "ingåendesaldo", "ingsaldo", "ingbalans", "opening": self = .opening
    case "förändring", "åretsförändring", "rörelse", "åretsrörelse", "utfall", "period", "change": self = .change
    case "utgående", "ub", "utgåendebalans", "utgåendesaldo", "utgsaldo", "utgbalans", "saldo", "closing":
      self = .closing
    default:
      if let known = BalanceColumn.named.first(where: { $0.usualName?.lowercased() == plain }) {
        self = .object(known)
      } else if plain.hasPrefix("dimension"), let number = Int(plain.dropFirst("dimension".utf8.count)), number > 0 {
        self = .object(Dimension(number: number))
      } else {
        return nil
      }
    }
  }

  /// The heading we write.
  var title: String {
    switch self {
    case .account: "konto"
    case .name: "benämning"
    case .kind: "kontotyp"
    case .opening: "ingående"
    case .change: "förändring"
    case .closing: "utgående"
    case .object(let dimension): dimension.usualName?.lowercased() ?? "dimension \(dimension.number)"
    }
  }

  private static let named: [Dimension] = [.costCentre, .project, .insats, .party, .kind, .budgetLine]
}
