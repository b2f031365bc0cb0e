import Ledger

/// From the cells of a table to balances.
struct BalanceReader {
  let file: String
  var diagnostics: [Diagnostic] = []
  private var columns: [BalanceColumn: Int] = [:]
  private var accounts: [AccountNumber: Account] = [:]
  private var seen: [BalanceKey: Int] = [:]
  private var lines: [BalanceFile.Line] = []

  init(file: String) { self.file = file }

  mutating func read(_ table: CSVTable) -> BalanceFile {
    guard let head = table.rows.first else {
      diagnostics.append(.csvEmpty(at: Place(file: file)))
      return BalanceFile(accounts: [], lines: [])
    }
    readHead(head)
    if diagnostics.contains(where: { $0.code == "csv-kolumn-saknas" }) { return BalanceFile(accounts: [], lines: []) }
    for row in table.rows.dropFirst() { read(row) }
    let value = BalanceFile(accounts: Array(accounts.values), lines: lines)
    check()
    return value
  }

  private mutating func readHead(_ head: [CSVTable.Cell]) {
    for (index, cell) in head.enumerated() where !cell.text.isEmpty {
      guard let column = BalanceColumn(heading: cell.text) else {
        diagnostics.append(.csvUnknownColumn(at: place(cell), cell.text))
        continue
      }
      if columns[column] != nil { diagnostics.append(.csvColumnTwice(at: place(cell), column.title)) }
      columns[column] = columns[column] ?? index
    }
    let line = Place(file: file, line: head.first?.line ?? 1)
    if columns[.account] == nil { diagnostics.append(.csvColumnMissing(at: line, "konto")) }
    if columns[.closing] == nil, columns[.change] == nil {
      diagnostics.append(.csvColumnMissing(at: line, "utgående"))
    }
    if columns[.opening] == nil { diagnostics.append(.csvNoOpening(at: line)) }
  }

  private mutating func read(_ row: [CSVTable.Cell]) {
    let line = Place(file: file, line: row.first?.line ?? 0)
    let number = text(.account, row)
    guard !number.isEmpty, number.utf8.allSatisfy({ $0 &- 48 <= 9 }) else {
      diagnostics.append(.csvNoAccount(at: line, number))
      return
    }
    let account = AccountNumber(number)
    guard let opening = amount(.opening, row), let change = amount(.change, row), let closing = amount(.closing, row)
    else { return }
    if columns[.change] != nil, columns[.closing] != nil, opening + change != closing {
      diagnostics.append(.csvRowOff(at: line, account, opening: opening, change: change, closing: closing))
    }
    declare(account, row)
    let objects = ObjectSet(
      columns.keys.compactMap { column in
        guard case .object(let dimension) = column else { return nil }
        let object = text(column, row)
        return object.isEmpty ? nil : ObjectReference(dimension: dimension, object: object)
      })
    let key = BalanceKey(account: account, objects: objects)
    if let earlier = seen[key] { diagnostics.append(.csvTwice(at: line, key, earlier: earlier)) }
    seen[key] = seen[key] ?? line.line
    let moved = columns[.change] != nil ? change : closing - opening
    lines.append(BalanceFile.Line(account: account, objects: objects, opening: opening, change: moved))
  }

  private mutating func declare(_ number: AccountNumber, _ row: [CSVTable.Cell]) {
    guard accounts[number] == nil else { return }
    let written = text(.kind, row)
    let kind = AccountKind(rawValue: written)
    if kind == nil, !written.isEmpty {
      diagnostics.append(.csvKind(at: Place(file: file, line: row.first?.line ?? 0), written))
    }
    accounts[number] = Account(number: number, name: text(.name, row), kind: kind)
  }

  private func text(_ column: BalanceColumn, _ row: [CSVTable.Cell]) -> String {
    guard let index = columns[column], index < row.count else { return "" }
    return row[index].text
  }

  /// The amount in the column; zero where there is no such column or the cell is empty; nil, and an error, where
  /// something stands there that is no amount.
  private mutating func amount(_ column: BalanceColumn, _ row: [CSVTable.Cell]) -> Money? {
    guard let index = columns[column], index < row.count else { return .zero }
    if let amount = SwedishAmount.read(row[index].text) { return amount }
    diagnostics.append(.csvAmount(at: place(row[index]), row[index].text))
    return nil
  }

  private func place(_ cell: CSVTable.Cell) -> Place { Place(file: file, line: cell.line, column: cell.column) }

  private mutating func check() {
    let whole = Place(file: file)
    let opening = lines.map(\.opening).sum()
    let closing = lines.map(\.closing).sum()
    let isAllPositive = !lines.contains { $0.opening < .zero || $0.closing < .zero }
    if opening != .zero { diagnostics.append(.csvOpeningOff(at: whole, opening, isAllPositive: isAllPositive)) }
    if closing != .zero {
      let hasResult = lines.contains { !kind(of: $0.account).isBalance && $0.closing != .zero }
      diagnostics.append(
        .csvClosingOff(at: whole, closing, isAllPositive: isAllPositive, hasResult: hasResult))
    }
    for line in lines where !kind(of: line.account).isBalance && line.opening != .zero {
      let at = seen[BalanceKey(account: line.account, objects: line.objects)] ?? 0
      diagnostics.append(.csvOpeningOnResult(at: Place(file: file, line: at), line.account, line.opening))
    }
  }

  private func kind(of account: AccountNumber) -> AccountKind {
    accounts[account]?.kind ?? Account.usualKind(of: account)
  }
}

private struct BalanceKey: Hashable {
  var account: AccountNumber
  var objects: ObjectSet
}

extension Diagnostic {
  fileprivate static func csvEmpty(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "csv-tom", severity: .error, place: place,
      message: "Filen är tom. Den ska börja med en rubrikrad, till exempel konto;benämning;ingående;utgående.")
  }

  fileprivate static func csvUnknownColumn(at place: Place, _ title: String) -> Diagnostic {
    Diagnostic(
      code: "csv-kolumn-okand", severity: .warning, place: place,
      message:
        "Kolumnen ”\(title)” används inte. De som finns är konto, benämning, kontotyp, ingående, förändring, utgående, "
        + "insats, part, typ, projekt, kostnadsställe och budgetrad.")
  }

  fileprivate static func csvColumnTwice(at place: Place, _ title: String) -> Diagnostic {
    Diagnostic(
      code: "csv-kolumn-dubblett", severity: .warning, place: place,
      message: "Kolumnen ”\(title)” finns två gånger. Den första används; ta bort den andra.")
  }

  fileprivate static func csvColumnMissing(at place: Place, _ title: String) -> Diagnostic {
    Diagnostic(
      code: "csv-kolumn-saknas", severity: .error, place: place,
      message:
        "Kolumnen ”\(title)” saknas i rubrikraden. Den första raden ska vara till exempel "
        + "konto;benämning;ingående;utgående.")
  }

  fileprivate static func csvNoOpening(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "csv-utan-ingaende", severity: .warning, place: place,
      message:
        "Kolumnen ”ingående” saknas, så varje konto börjar på noll. Lägg till den om året har ingående balanser.")
  }

  fileprivate static func csvNoAccount(at place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      code: "csv-konto", severity: .warning, place: place,
      message:
        "\(text.isEmpty ? "Kontonumret saknas" : "”\(text)” är inget kontonummer"). Raden är inte medräknad. Det gör inget om "
        + "den är en summa eller en rubrik; skriv annars kontots nummer med siffror.")
  }

  fileprivate static func csvAmount(at place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      code: "csv-belopp", severity: .error, place: place,
      message:
        "Beloppet ”\(text)” går inte att läsa. Skriv det som 1234,50 eller -1234,50, med högst två decimaler. Raden är "
        + "inte medräknad.")
  }

  fileprivate static func csvKind(at place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      code: "csv-kontotyp", severity: .warning, place: place,
      message:
        "Kontotypen ”\(text)” finns inte. Den ska vara T (tillgång), S (skuld eller eget kapital), I (intäkt) eller K "
        + "(kostnad); här har kontots första siffra fått avgöra.")
  }

  fileprivate static func csvRowOff(
    at place: Place, _ account: AccountNumber, opening: Money, change: Money, closing: Money
  ) -> Diagnostic {
    Diagnostic(
      code: "csv-rad-obalans", severity: .error, place: place,
      message:
        "Konto \(account.text): ingående \(opening.spoken) och förändring \(change.spoken) ger \((opening + change).spoken), "
        + "men utgående är \(closing.spoken), skillnad \((opening + change - closing).spoken). Rätta raden, eller ta bort "
        + "kolumnen förändring.")
  }

  fileprivate static func csvTwice(at place: Place, _ key: BalanceKey, earlier: Int) -> Diagnostic {
    Diagnostic(
      code: "csv-konto-dubblett", severity: .warning, place: place,
      message:
        "Konto \(key.account.text)\(key.objects.isEmpty ? "" : " med samma objekt") finns redan på rad \(earlier). Beloppen har lagts ihop; kontrollera att "
        + "raden inte har kommit med två gånger.")
  }

  fileprivate static func csvOpeningOff(at place: Place, _ sum: Money, isAllPositive: Bool) -> Diagnostic {
    Diagnostic(
      code: "csv-ingaende-obalans", severity: .error, place: place,
      message:
        "Ingående balanser är tillsammans \(sum.spoken), men ska vara noll: tillgångar med plus, skulder och eget kapital "
        + "med minus. " + hint(isAllPositive)
        + "Stämmer tecknen saknas ett konto, till exempel förra årets resultat på eget kapital.")
  }

  fileprivate static func csvClosingOff(
    at place: Place, _ sum: Money, isAllPositive: Bool, hasResult: Bool
  ) -> Diagnostic {
    Diagnostic(
      code: "csv-utgaende-obalans", severity: .error, place: place,
      message:
        "Utgående balanser och årets intäkter och kostnader är tillsammans \(sum.spoken), men ska vara noll. "
        + hint(isAllPositive)
        + (hasResult
          ? "Stämmer tecknen saknas ett konto, eller så är ett belopp fel."
          : "Filen har inga intäkter och kostnader; lägg till resultaträkningens konton, intäkter med minus."))
  }

  private static func hint(_ isAllPositive: Bool) -> String {
    isAllPositive
      ? "Alla belopp i filen är positiva: kredit (skulder, eget kapital och intäkter) ska skrivas med minus. " : ""
  }

  fileprivate static func csvOpeningOnResult(at place: Place, _ account: AccountNumber, _ opening: Money) -> Diagnostic
  {
    Diagnostic(
      code: "csv-ingaende-resultat", severity: .note, place: place,
      message:
        "Konto \(account.text) är ett intäkts- eller kostnadskonto men har ingående balans \(opening.spoken). Sådana konton "
        + "börjar varje år på noll; kontrollera att beloppet hör hemma där.")
  }
}
