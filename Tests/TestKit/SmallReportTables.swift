import Association
import Ledger
import Report
import Statements

// The ledger of the small report and what is summed from it.
extension SmallReport {
  private static let rows: [(number: String, name: String, objects: ObjectSet, opening: Int64, change: Int64)] = [
    ("1930", "Bank", .none, 1_200_000_00, -262_200_50),
    ("1510", "Kundfordringar", .none, 0, 50_000_00),
    ("2010", "Eget kapital", .none, -1_200_000_00, 0),
    ("3010", "Medlemsbidrag", fk, 0, -694_000_00),
    ("3010", "Medlemsbidrag", .none, 0, -694_000_00),
    ("4010", "Bidrag till insatser", samsa, 0, 1_250_000_50),
    ("5010", "Kanslikostnader", .none, 0, 350_200_00),
  ]

  var source: AnnualReport.Source {
    var seen = Set<String>()
    let accounts = Self.rows.filter { seen.insert($0.number).inserted }
      .map { Account(number: AccountNumber($0.number), name: $0.name) }
    let books = Books(
      year: Self.year(2022), chart: Chart(standard: .bas, accounts: accounts),
      objects: [
        DeclaredObject(reference: ObjectReference(dimension: .insats, object: "SAMSA"), name: "Samsa"),
        DeclaredObject(reference: ObjectReference(dimension: .party, object: "KOM"), name: "Åsbygdens kommun"),
        DeclaredObject(reference: ObjectReference(dimension: .party, object: "FK"), name: "Försäkringskassan"),
      ],
      balances: Self.rows.map { row in
        Books.Balance(
          account: AccountNumber(row.number), objects: row.objects, opening: Money(ore: row.opening),
          debit: Money(ore: max(0, row.change)), credit: Money(ore: max(0, -row.change)))
      })
    let none = AccountNumber("2010")
    return AnnualReport.Source(
      association: Association(name: "Samordningsförbundet Åsbygden", organisationNumber: "222000-0000"),
      books: books, previousBooks: nil,
      mapping: Mapping(
        incomeLines: [], balanceLines: [], resultTransfer: [], notes: [], activities: [], insatsCosts: [],
        contributions: [], auditCosts: [], resultAccount: none, yearResultAccount: none, retainedAccount: none),
      vouchers: vouchers)
  }

  private var vouchers: [PostedVoucher] {
    [
      posted(
        1, 20_220_115, "Medlemsbidrag staten", "Försäkringskassan",
        [("1930", 694_000_00, .none), ("3010", -694_000_00, Self.fk)]),
      posted(
        2, 20_220_120, "Medlemsbidrag", "Åsbygdens kommun",
        [("1930", 644_000_00, .none), ("1510", 50_000_00, .none), ("3010", -694_000_00, .none)]),
      posted(
        3, 20_220_630, "Rekvisition Samsa", "Åsbygdens kommun",
        [("4010", 1_250_000_50, Self.samsa), ("1930", -1_250_000_50, .none)]),
      posted(
        4, 20_220_701, SmallReport.hostile, "Papper & Penna <AB>", [("5010", 999_00, .none), ("1930", -999_00, .none)],
        reversedBy: 5),
      posted(
        5, 20_220_702, "Rättelse av A 4", "Papper & Penna <AB>", [("5010", -999_00, .none), ("1930", 999_00, .none)],
        reverses: 4),
      posted(
        6, 20_221_130, "Kansli, hela året", "Åsbygdens kommun",
        [("5010", 350_200_00, .none), ("1930", -350_200_00, .none)]),
      posted(7, 20_221_231, "Flytt mellan konton", "Banken", [("1930", 1_00, .none), ("1930", -1_00, .none)]),
    ]
  }

  private func posted(
    _ number: Int, _ day: Int, _ text: String, _ with: String, _ rows: [(String, Int64, ObjectSet)],
    reverses: Int? = nil, reversedBy: Int? = nil
  ) -> PostedVoucher {
    let draft = Voucher.Draft(
      series: "A", date: Self.day(day), text: text, counterparty: with, compiledOn: Self.day(day), compiledBy: "ekonom",
      rows: rows.map { Voucher.Row(account: AccountNumber($0.0), amount: Money(ore: $0.1), objects: $0.2) },
      amendments: number == 6
        ? [Voucher.Amendment(kind: .struck, row: Voucher.Row(account: AccountNumber("5010"), amount: Money(ore: 100)))]
        : [],
      attachments: number == 3 ? [String(repeating: "ab", count: 32)] : [])
    guard let voucher = try? Voucher(draft) else { preconditionFailure("Voucher \(number) does not balance.") }
    func named(_ number: Int?) -> Voucher.Number? { number.map { Voucher.Number(series: "A", number: $0) } }
    return PostedVoucher(
      id: ID(rawValue: Int64(number)), number: Voucher.Number(series: "A", number: number), voucher: voucher,
      reverses: named(reverses), reversedBy: named(reversedBy), reason: reverses == nil ? nil : "Fel konto")
  }

  private func ledger(_ numbers: [String], _ column: Origin.Column, turned: Bool = false) -> Figure {
    let parts = Self.rows.filter { numbers.contains($0.number) }.map { row in
      let ore =
        switch column {
        case .opening: row.opening
        case .change: row.change
        case .closing: row.opening + row.change
        }
      return Origin.LedgerPart(
        account: AccountNumber(row.number), accountName: row.name, objects: row.objects, amount: Money(ore: ore))
    }
    let sum = parts.map(\.amount).sum()
    return Figure(
      .amount(turned ? -sum : sum), origin: .ledger(year: 2022, column: column, isTurned: turned, parts: parts))
  }

  private func earlier(_ kronor: Int64) -> Figure {
    let part = Origin.LedgerPart(
      account: AccountNumber("3010"), accountName: "Medlemsbidrag", objects: .none, amount: Money(kronor: -kronor))
    return Figure(
      .amount(Money(kronor: kronor)), origin: .ledger(year: 2021, column: .change, isTurned: true, parts: [part]))
  }
}

// The tables.
extension SmallReport {
  private var revenue: Figure { ledger(["3010"], .change, turned: true) }
  private var costs: Figure { ledger(["4010", "5010"], .change, turned: true) }

  var result: Figure {
    Figure(
      .amount((revenue.amount ?? .zero) + (costs.amount ?? .zero)), printedUnits: -212_201,
      origin: .formula([
        Origin.Operand(sign: "+", title: "Verksamhetens intäkter", figure: revenue),
        Origin.Operand(sign: "+", title: "Verksamhetens kostnader", figure: costs),
      ]))
  }

  private var assets: Figure { ledger(["1510", "1930"], .closing) }
  private var equity: Figure {
    let opening = ledger(["2010"], .opening, turned: true)
    return Figure(
      .amount((opening.amount ?? .zero) + (result.amount ?? .zero)), printedUnits: 987_799,
      origin: .formula([
        Origin.Operand(sign: "+", title: "Ingående eget kapital", figure: opening),
        Origin.Operand(sign: "+", title: "Årets resultat", figure: result),
      ]))
  }

  var solidity: Figure {
    guard let share = Share(201_000, of: 1_000_000) else { preconditionFailure("A share of something.") }
    return Figure(
      .share(share),
      origin: .formula([
        Origin.Operand(sign: "+", title: "Eget kapital", figure: equity),
        Origin.Operand(sign: "/", title: "Summa tillgångar", figure: assets),
      ]))
  }

  private var statementColumns: [Table.Column] {
    [Table.Column(id: "current", title: "2022", year: 2022), Table.Column(id: "previous", title: "2021", year: 2021)]
  }

  var income: Table {
    let nothing = Figure(.amount(.zero), origin: .nothing(why: "Inga avskrivningar är bokförda."))
    return Table(
      id: "resultatrakning", title: "Resultaträkning", unit: .kronor, columns: statementColumns,
      rows: [
        Table.Row(
          id: "verksamhetens-intakter", title: "Verksamhetens intäkter", note: "1",
          cells: [.figure(revenue), .figure(earlier(1_388_000))]),
        Table.Row(
          id: "verksamhetens-kostnader", title: "Verksamhetens kostnader",
          cells: [.figure(costs), .figure(earlier(-1_400_000))]),
        Table.Row(id: "avskrivningar", title: "Avskrivningar", cells: [.figure(nothing), .empty]),
        Table.Row(
          id: "arets-resultat", title: "Årets resultat", role: .total,
          cells: [.figure(result), .figure(earlier(-12_000))],
          sumOf: ["+verksamhetens-intakter", "+verksamhetens-kostnader", "+avskrivningar"]),
      ],
      remark: "Varje summa är avrundad för sig; delarna är justerade så att de går ihop som de trycks.")
  }

  var balance: Table {
    func row(_ id: String, _ title: String, _ figure: Figure, role: Table.Role = .row) -> Table.Row {
      Table.Row(id: id, title: title, role: role, cells: [.figure(figure), .empty])
    }
    return Table(
      id: "balansrakning", title: "Balansräkning", unit: .kronor, columns: statementColumns,
      rows: [
        Table.Row(id: "tillgangar", title: "Tillgångar", role: .heading),
        row("fordringar", "Fordringar", ledger(["1510"], .closing)),
        row("kassa-och-bank", "Kassa och bank", ledger(["1930"], .closing)),
        row("summa-tillgangar", "Summa tillgångar", assets, role: .total),
        Table.Row(id: "eget-kapital", title: "Eget kapital", role: .heading),
        row("utgaende-eget-kapital", "Utgående eget kapital", equity, role: .subtotal),
        Table.Row(id: "panter", title: "Panter", role: .memo, cells: [.text("Inga"), .text("Inga")]),
      ])
  }

  var operating: Table {
    let ids = ["income", "cost", "net", "budget", "deviation", "previous-income", "previous-cost", "previous-net"]
    let titles = ["Intäkt", "Kostnad", "Netto", "Budget", "Avvikelse", "Intäkt", "Kostnad", "Netto"]
    let columns = zip(ids, titles).enumerated().map { index, pair in
      Table.Column(
        id: pair.0, title: pair.1, group: index < 3 ? "Utfall 2022" : index < 5 ? "" : "Utfall 2021",
        year: index < 5 ? 2022 : 2021)
    }
    func cells(_ factor: Int64) -> [Table.Cell] {
      (1...8).map { .figure(earlier($0 * factor * ($0 % 2 == 0 ? -1 : 1))) }
    }
    return Table(
      id: "driftredovisning", title: "Driftredovisning per verksamhet", unit: .thousands, rowHeading: "Verksamhet",
      columns: columns,
      rows: [
        Table.Row(id: "samsa", title: "Samsa, individinriktad insats", cells: cells(1_234_567)),
        Table.Row(id: "kansli", title: "Kansli och styrelse", cells: cells(350_200)),
        Table.Row(id: "summa", title: "Summa", role: .total, cells: cells(1_584_767)),
      ])
  }

  var note: Table {
    Table(
      id: "not-verksamhetens-intakter", title: "Not 1 Verksamhetens intäkter", unit: .kronor, columns: statementColumns,
      rows: [
        Table.Row(id: "stat", title: "Staten", cells: [.figure(earlier(694_000)), .figure(earlier(694_000))]),
        Table.Row(id: "kommun", title: "Kommunerna", cells: [.figure(earlier(694_000)), .empty]),
        Table.Row(id: "summa", title: "Summa", role: .total, cells: [.figure(revenue), .figure(earlier(1_388_000))]),
      ])
  }

  var years: Table {
    Table(
      id: "oversikt", title: "Förbundets utveckling", unit: .none, rowHeading: "Mått",
      columns: [
        Table.Column(id: "2022", title: "2022", year: 2022), Table.Column(id: "kommentar", title: "Kommentar"),
      ],
      rows: [
        Table.Row(id: "resultat", title: "Årets resultat", cells: [.figure(result), .text("Planerat underskott")]),
        Table.Row(id: "soliditet", title: "Soliditet", cells: [.figure(solidity), .empty]),
        Table.Row(
          id: "anstallda", title: "Antal anställda",
          cells: [.figure(Figure(.count(2), origin: .fact(title: "Anställda", source: "Förbundet"))), .text("")]),
        Table.Row(
          id: "svar", title: SmallReport.hostile,
          cells: [
            .figure(Figure(.quoted("89\u{00A0}%"), origin: .fact(title: "Riket", source: "Nationella rådet"))),
            .text("Citerat; \"andras\" siffra"),
          ]),
        Table.Row(
          id: "beslut", title: "Beslutad",
          cells: [
            .figure(
              Figure(.date(Self.day(20_230_317)), origin: .fact(title: "Beslut", source: "Protokoll"))), .empty,
          ]),
      ])
  }
}
