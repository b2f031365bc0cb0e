import Association
import Ledger

/// From the tree of a camt.053 file (ISO 20022, bank to customer statement, any version) to statements.
struct CamtReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func read(_ root: XMLElement) -> [BankStatement] {
    guard root.name == "Document", let message = root.first("BkToCstmrStmt") else {
      diagnostics.append(.bankUnknown(at: place(root)))
      return []
    }
    let statements = message.all("Stmt")
    if statements.isEmpty { diagnostics.append(.bankUnknown(at: place(message))) }
    return statements.compactMap { statement(of: $0) }
  }

  private mutating func statement(of element: XMLElement) -> BankStatement? {
    let iban = element.words("Acct", "Id", "IBAN")
    let account = iban.isEmpty ? element.words("Acct", "Id", "Othr", "Id") : iban
    let currency = element.words("Acct", "Ccy")
    if !currency.isEmpty, currency != "SEK" { diagnostics.append(.bankCurrency(at: place(element), currency)) }
    let lines = element.all("Ntry").compactMap { line(of: $0) }.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    let balances = element.all("Bal")
    let opening = balance(["OPBD", "PRCD"], among: balances)
    let closing = balance(["CLBD"], among: balances)
    let first =
      day(element.first("FrToDt", "FrDtTm")) ?? day(element.first("FrToDt", "FrDt")) ?? opening?.day
      ?? lines.first?.date ?? closing?.day
    let last =
      day(element.first("FrToDt", "ToDtTm")) ?? day(element.first("FrToDt", "ToDt")) ?? closing?.day
      ?? lines.last?.date ?? opening?.day
    guard let first, let last else {
      diagnostics.append(.bankDay(at: place(element), ""))
      return nil
    }
    let change = lines.map(\.amount).sum()
    if let opening, let closing, opening.amount + change != closing.amount {
      diagnostics.append(
        .bankBalanceOff(at: place(element), opening: opening.amount, change: change, closing: closing.amount))
    }
    if opening == nil, closing == nil { diagnostics.append(.bankNoBalance(at: place(element))) }
    return BankStatement(
      account: account, first: min(first, lines.first?.date ?? first), last: max(last, lines.last?.date ?? last),
      opening: opening?.amount ?? closing.map { $0.amount - change }, lines: lines)
  }

  /// A balance of the first of those kinds that the statement has, and its day. What a statement closed with the day
  /// before (`PRCD`) is what this one opens with.
  private mutating func balance(
    _ kinds: [String], among balances: [XMLElement]
  ) -> (amount: Money, day: CalendarDate?)? {
    for kind in kinds {
      guard let found = balances.first(where: { $0.words("Tp", "CdOrPrtry", "Cd") == kind }) else { continue }
      guard let amount = amount(of: found) else { return nil }
      return (amount, kind == "PRCD" ? nil : day(found.first("Dt")))
    }
    return nil
  }

  private mutating func line(of entry: XMLElement) -> BankStatement.Line? {
    let written = entry.words("Sts")
    let status = written.isEmpty ? entry.words("Sts", "Cd") : written
    guard status.isEmpty || status == "BOOK" else {
      diagnostics.append(.bankPending(at: place(entry)))
      return nil
    }
    guard let amount = amount(of: entry) else { return nil }
    guard let date = day(entry.first("BookgDt")) ?? day(entry.first("ValDt")) else {
      diagnostics.append(.bankDay(at: place(entry), entry.words("BookgDt", "Dt")))
      return nil
    }
    let details = entry.first("NtryDtls", "TxDtls")
    // Who is on the other side: the payer of what came in, the payee of what went out.
    let role = amount < .zero ? "Cdtr" : "Dbtr"
    let party = details?.first("RltdPties", role)
    let name = [party?.words("Nm"), party?.words("Pty", "Nm")].compactMap(\.self).first { !$0.isEmpty }
    let remittance = details?.first("RmtInf")
    let references = [
      remittance?.words("Strd", "CdtrRefInf", "Ref"), remittance?.words("Strd", "RfrdDocInf", "Nb"),
      details?.words("Refs", "EndToEndId").replacingNotProvided, entry.words("AcctSvcrRef"), entry.words("NtryRef"),
    ]
    let texts = [remittance?.all("Ustrd").map(\.words).joined(separator: " "), entry.words("AddtlNtryInf")]
      .compactMap(\.self).filter { !$0.isEmpty }
    return BankStatement.Line(
      date: date, amount: amount, text: texts.joined(separator: " · "), counterparty: name ?? "",
      reference: references.compactMap(\.self).first { !$0.isEmpty } ?? "")
  }

  /// The amount with the sign that `CdtDbtInd` gives it.
  private mutating func amount(of element: XMLElement) -> Money? {
    let written = element.first("Amt")
    let words = written?.words ?? ""
    if let currency = written?.attributes["Ccy"], currency != "SEK" {
      diagnostics.append(.bankCurrency(at: place(written ?? element), currency))
      return nil
    }
    // XML has decimals with a point; banks write up to five, of which all but two are noughts.
    var bytes = Array(words.utf8)
    if let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
      while bytes.count > point + 3, bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }
    let indicator = element.words("CdtDbtInd")
    guard let money = Money(decimal: bytes), money >= .zero, indicator == "CRDT" || indicator == "DBIT" else {
      diagnostics.append(.bankAmount(at: place(written ?? element), words))
      return nil
    }
    return indicator == "DBIT" ? -money : money
  }

  /// The day in `<Dt><Dt>`, `<Dt><DtTm>`, or in the element itself.
  private func day(_ element: XMLElement?) -> CalendarDate? {
    guard let element else { return nil }
    for text in [element.words("Dt"), element.words("DtTm"), element.words] where !text.isEmpty {
      if let day = CalendarDate(String(decoding: text.utf8.prefix(10), as: UTF8.self)) { return day }
    }
    return nil
  }

  private func place(_ element: XMLElement) -> Place { Place(file: file, line: element.line, column: element.column) }
}

extension String {
  /// The reference, or nothing where the payer gave none: ISO 20022 then writes these words.
  fileprivate var replacingNotProvided: String { self == "NOTPROVIDED" ? "" : self }
}

extension Diagnostic {
  fileprivate static func bankCurrency(at place: Place, _ currency: String) -> Diagnostic {
    Diagnostic(
      code: "bank-valuta", severity: .error, place: place,
      message: "Valutan är \(currency). Boken förs i svenska kronor (SEK); läs in utdraget för ett konto i kronor.")
  }

  fileprivate static func bankPending(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bank-preliminar", severity: .note, place: place,
      message: "Raden är inte bokförd av banken än och hoppas över. Den kommer med på ett senare utdrag.")
  }
}
