import Ledger

/// The bookkeeping of the example association.
enum ExampleBooks {
  /// An amount from its decimal text: in a test file a text is easier to read than öre.
  static func money(_ decimal: String) -> Money { Money(decimal: Array(decimal.utf8)) ?? .zero }

  /// A year that is known to exist.
  static func year(_ number: Int) -> FiscalYear {
    guard let year = FiscalYear(calendarYear: number) else { preconditionFailure("\(number) is a year") }
    return year
  }

  /// A day from its text.
  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("\(text) is a day") }
    return day
  }

  /// A row's objects.
  static func objects(_ insats: String?, _ party: String?) -> ObjectSet {
    var objects: [ObjectReference] = []
    if let insats { objects.append(ObjectReference(dimension: .insats, object: insats)) }
    if let party { objects.append(ObjectReference(dimension: .party, object: party)) }
    return ObjectSet(objects)
  }

  /// A voucher's row.
  static func row(_ account: String, _ amount: String, insats: String? = nil, party: String? = nil) -> Voucher.Row {
    Voucher.Row(account: AccountNumber(account), amount: money(amount), objects: objects(insats, party))
  }

  static let chart = Chart(
    standard: .bas,
    accounts: [
      ("1220", "Inventarier"), ("1229", "Ackumulerade avskrivningar på inventarier"), ("1510", "Kundfordringar"),
      ("1650", "Momsfordran"), ("1710", "Förutbetalda hyror"), ("1930", "Bank"), ("2068", "Balanserat resultat"),
      ("2069", "Årets resultat"), ("2440", "Leverantörsskulder"), ("2710", "Personalskatt"),
      ("2991", "Skulder till insatser"), ("3010", "Medlemsbidrag"), ("3990", "Övriga intäkter"),
      ("4010", "Bidrag till insatser"), ("5010", "Lokalhyra"), ("6100", "Kontor och administration"),
      ("6420", "Revision"), ("6530", "Redovisningstjänster"), ("6980", "Avgift till nätverk"),
      ("6990", "Kompetensutveckling"), ("7010", "Löner"), ("7060", "Arvoden till styrelsen"),
      ("7410", "Pensionskostnader"), ("7510", "Sociala avgifter"), ("7832", "Avskrivningar på inventarier"),
      ("8310", "Ränteintäkter"), ("8410", "Räntekostnader"), ("8999", "Årets resultat"),
    ].map { Account(number: AccountNumber($0.0), name: $0.1) })

  static let declaredObjects: [DeclaredObject] = [
    (Dimension.insats, "BRON", "Bron"), (.insats, "KOMPASSEN", "Kompassen"), (.party, "FK", "Försäkringskassan"),
    (.party, "AF", "Arbetsförmedlingen"), (.party, "REG", "Region Exempel"), (.party, "NORRBY", "Norrby kommun"),
    (.party, "SODERBY", "Söderby kommun"),
  ].map { DeclaredObject(reference: ObjectReference(dimension: $0.0, object: $0.1), name: $0.2) }

  /// Books of opening balances and vouchers: each balance is the sum of its rows.
  static func books(of number: Int, opening: [String: Money], vouchers: [PostedVoucher]) -> Books {
    var balances: [Key: Books.Balance] = [:]
    func balance(_ key: Key) -> Books.Balance {
      balances[key]
        ?? Books.Balance(account: key.account, objects: key.objects, opening: .zero, debit: .zero, credit: .zero)
    }
    for (account, amount) in opening {
      let key = Key(account: AccountNumber(account), objects: .none)
      balances[key] = balance(key)
      balances[key]?.opening = amount
    }
    for row in vouchers.flatMap(\.voucher.rows) {
      let key = Key(account: row.account, objects: row.objects)
      var sum = balance(key)
      if row.amount >= .zero { sum.debit += row.amount } else { sum.credit -= row.amount }
      balances[key] = sum
    }
    return Books(year: year(number), chart: chart, objects: declaredObjects, balances: Array(balances.values))
  }

  /// What the year after opens with: the balances of a year, its result carried to 2069.
  static func opening(after books: Books) -> [String: Money] {
    var opening: [String: Money] = [:]
    for balance in books.balances {
      let account = books.kind(of: balance.account).isBalance ? balance.account.text : "2069"
      opening[account, default: .zero] += balance.closing
    }
    return opening
  }

  /// The year before, known by balances only: one voucher holds all its changes.
  static let previousYear: Books = books(
    of: 2021,
    opening: [
      "1930": money("2310400.25"), "1650": money("88410.33"), "1710": money("10120.00"), "2440": money("-402118.47"),
      "2991": money("-450000.00"), "2710": money("-44408.00"), "2068": money("-1512404.11"),
    ],
    vouchers: [
      posted(
        1, "2021-12-31", "Årets förändring per konto", "Saldolista",
        [
          row("1220", "60000.40"), row("1229", "-12000.08"), row("1650", "14205.25"), row("1710", "1340.50"),
          row("2440", "-38220.16"), row("2991", "-131400.00"), row("2710", "-3155.00"),
          row("3010", "-2900000.00", party: "FK"), row("3010", "-1450000.00", party: "REG"),
          row("3010", "-870000.00", party: "NORRBY"), row("3010", "-580000.00", party: "SODERBY"),
          row("3990", "-12500.40"), row("4010", "2180410.90", insats: "BRON", party: "NORRBY"),
          row("4010", "540000.00", insats: "BRON", party: "FK"),
          row("4010", "702330.35", insats: "KOMPASSEN", party: "REG"), row("5010", "118400.25"),
          row("6100", "131208.45"), row("6420", "74000.00"), row("6530", "61500.50"), row("6980", "39500.00"),
          row("6990", "96420.75"), row("7010", "1350200.25"), row("7060", "81000.00"), row("7410", "92118.70"),
          row("7510", "424233.10"), row("7832", "12000.08"), row("8310", "-310.05"), row("8410", "1655.90"),
        ])
    ])

  /// A posted voucher whose last row, on the bank account, makes it balance.
  static func posted(
    _ number: Int, _ date: String, _ text: String, _ counterparty: String, _ rows: [Voucher.Row],
    reverses: Int? = nil, reversedBy: Int? = nil, reason: String? = nil
  ) -> PostedVoucher {
    let difference = rows.map(\.amount).sum()
    let bank = Voucher.Row(account: AccountNumber("1930"), amount: -difference)
    let draft = Voucher.Draft(
      series: "A", date: day(date), text: text, counterparty: counterparty, compiledOn: day(date),
      compiledBy: "förbundschef", rows: difference == .zero ? rows : rows + [bank])
    let voucher: Voucher
    do { voucher = try Voucher(draft) } catch { preconditionFailure("voucher \(number): \(error)") }
    return PostedVoucher(
      id: ID(rawValue: Int64(number)), number: Voucher.Number(series: "A", number: number), voucher: voucher,
      reverses: reverses.map { Voucher.Number(series: "A", number: $0) },
      reversedBy: reversedBy.map { Voucher.Number(series: "A", number: $0) }, reason: reason)
  }

  private struct Key: Hashable {
    var account: AccountNumber
    var objects: ObjectSet
  }
}
