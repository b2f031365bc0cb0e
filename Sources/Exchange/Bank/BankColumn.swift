/// The columns of banks' CSV files, each with the headings that Swedish banks and Skatteverket give it. The one table to
/// add a bank to.
enum BankColumn: String, CaseIterable {
  case date, amount, deposit, withdrawal, text, counterparty, reference, balance

  /// The headings, in small letters. Earlier ones win where a file has several: a bank with both a booking day and a
  /// transaction day balances by the booking day.
  var headings: [String] {
    switch self {
    case .date:
      [
        "bokföringsdag", "bokföringsdatum", "bokförd", "bokfört datum", "bokf.datum", "bokfdatum", "reskontradatum",
        "datum", "transaktionsdag", "transaktionsdatum", "valutadag", "valutadatum", "betalningsdag", "booking date",
        "date",
      ]
    case .amount: ["belopp", "belopp (sek)", "belopp sek", "insättning/uttag", "summa", "amount", "transaktionsbelopp"]
    case .deposit: ["insättning", "insättningar", "in", "kredit", "inbetalning", "insatt"]
    case .withdrawal: ["uttag", "ut", "debet", "utbetalning"]
    case .text:
      [
        "text", "beskrivning", "transaktionstext", "specifikation", "rubrik", "transaktion", "transaktionstyp",
        "meddelande", "händelse", "description", "typ",
      ]
    case .counterparty: ["motpart", "namn", "avsändare", "mottagare", "betalare", "avsändare/mottagare"]
    case .reference: ["referens", "ocr", "referensnummer", "verifikationsnummer", "verifikation", "egen referens"]
    case .balance: ["saldo", "bokfört saldo", "saldo (sek)", "saldo sek", "saldo efter", "balance"]
    }
  }

  /// The column with that heading and how far down its list it stands, or nil.
  static func of(_ heading: String) -> (column: BankColumn, rank: Int)? {
    let small = heading.lowercased()
    for column in allCases {
      if let rank = column.headings.firstIndex(of: small) { return (column, rank) }
    }
    return nil
  }
}
