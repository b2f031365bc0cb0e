import Exchange
import Ledger
package import Store

/// One balance list's way into a book: openings, and the year's change per account as one voucher.
package struct CSVImport {
  package let bytes: [UInt8]
  package let name: String
  package let year: Int?

  package init(bytes: [UInt8], name: String, year: Int?) {
    self.bytes = bytes
    self.name = name
    self.year = year
  }

  /// The year in a file's name, `saldon-2023.csv`; nil where there is none.
  package static func year(in name: String) -> Int? {
    var digits: [UInt8] = []
    for byte in name.utf8 + [0] {
      if byte >= 48, byte <= 57 {
        digits.append(byte)
      } else {
        if digits.count == 4, let year = Int(String(decoding: digits, as: UTF8.self)), (1990...2199).contains(year) {
          return year
        }
        digits = []
      }
    }
    return nil
  }

  /// Refuses a file in UTF-16, in which every other byte means nothing to the reader.
  package static func checkEncoding(of bytes: [UInt8], in name: String) throws {
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw Failure(
        .input, "\(name) är sparad i UTF-16. Spara om den som CSV i UTF-8 och läs in den igen. Inget har lagrats.")
    }
  }

  package func run(in writing: Store.Writing) throws -> ImportOutcome {
    guard let year else {
      throw Failure(
        .use,
        "\(name) säger inte vilket räkenskapsår saldona gäller. Skriv året i filens namn, till exempel saldon-2023.csv, "
          + "eller ange --year när bara den filen läses in.")
    }
    guard let fiscalYear = FiscalYear(calendarYear: year) else {
      throw Failure(.use, "\(year) är inget räkenskapsår som finsam kan bokföra. Ange ett år mellan 1900 och 2199.")
    }
    try CSVImport.checkEncoding(of: bytes, in: name)
    let reading = BalanceCSV.read(bytes, named: name)
    var outcome = ImportOutcome()
    outcome.diagnostics = reading.diagnostics
    let file = reading.value
    outcome.accounts = file.accounts.count
    let rows = file.lines.filter { $0.change != .zero }.map {
      Voucher.Row(account: $0.account, amount: $0.change, objects: $0.objects)
    }
    outcome.transactions = rows.count
    outcome.sumDebitOre = rows.map(\.amount.ore).filter { $0 > 0 }.reduce(0, &+)
    outcome.vouchers = rows.isEmpty ? 0 : 1
    guard !outcome.hasErrors else { throw NothingStored(outcome: outcome) }
    outcome.receipt = try writing.importFile(ImportHead(name: name, kind: "CSV")) { session in
      try session.keep(chunk: bytes)
      try session.declare(fiscalYear)
      for account in file.accounts { try session.declare(account) }
      for balance in file.lines where balance.opening != .zero {
        try session.open(
          fiscalYear, account: balance.account, objects: balance.objects, amount: balance.opening)
      }
      guard !rows.isEmpty else { return }
      try session.add(
        try Voucher(
          Voucher.Draft(
            series: "SALDO", date: fiscalYear.last, text: "Årets förändring per konto, ur \(name)", rows: rows,
            source: .balances)))
    }
    return outcome
  }
}
