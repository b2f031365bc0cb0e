import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct VoucherListTests {
  /// A book of a year and some of another, with reversals and a closed month.
  private func book() throws -> Book {
    let book = try Book { writing in
      try writing.openFiscalYear(try year(2024))
      try writing.openFiscalYear(try year(2023))
      for voucher in try randomVouchers(120, in: try year(2024), seed: 7) { try writing.record(voucher) }
      for voucher in try randomVouchers(10, in: try year(2023), seed: 8) { try writing.record(voucher) }
      try writing.record(
        try voucher("2024-06-15", 1234, series: "B", text: "Åkeri & ÖL i Ängelholm", objects: .none))
      try writing.reverse(
        Voucher.Number(series: "B", number: 1), in: try year(2024), on: try day("2024-06-20"), because: "Fel konto")
    }
    try book.store.importFile(ImportHead(name: "o.se", kind: "SIE 4"), by: .tester, at: .now2) { session in
      try session.keep(chunk: "o".utf8)
      try session.declare(Account(number: AccountNumber("1930"), name: "Bank"))
      try session.declare(
        DeclaredObject(reference: ObjectReference(dimension: .insats, object: "I1"), name: "Första insatsen"))
      try session.open(try year(2024), account: AccountNumber("1930"), amount: Money(kronor: 500))
      try session.open(try year(2024), account: AccountNumber("2068"), amount: Money(kronor: -500))
    }
    return book
  }

  private func filters() throws -> [VoucherFilter] {
    let year = try year(2024)
    let insats = ObjectReference(dimension: .insats, object: "I2")
    let periods: [(String?, String?)] = [
      (nil, nil), ("2024-03-01", "2024-05-31"), ("2024-03-05", "2024-03-20"), ("2024-02-10", nil),
      (nil, "2024-11-03"), ("2024-02-29", "2024-12-30"), ("2024-12-01", "2024-12-31"), ("2024-06-30", "2024-07-01"),
    ]
    return try periods.flatMap { from, through in
      let bare = VoucherFilter(year: year, from: try from.map { try day($0) }, through: try through.map { try day($0) })
      var accounts = bare
      accounts.accounts = AccountNumber("3000")...AccountNumber("5999")
      var one = bare
      one.accounts = AccountNumber("1930")...AccountNumber("1930")
      var object = bare
      object.object = insats
      var both = accounts
      both.object = insats
      var words = bare
      words.text = "händelse 1"
      return [bare, accounts, one, object, both, words]
    }
  }

  private func keeps(_ filter: VoucherFilter, _ posted: PostedVoucher) -> Bool {
    let voucher = posted.voucher
    if let from = filter.from, voucher.date < from { return false }
    if let through = filter.through, voucher.date > through { return false }
    if filter.accounts != nil || filter.object != nil, !voucher.rows.contains(where: { keeps(filter, $0) }) {
      return false
    }
    let said = voucher.text.lowercased() + voucher.counterparty.lowercased()
    return filter.text.split(separator: " ").allSatisfy { word in
      said.contains(word) || voucher.rows.contains { $0.text.lowercased().contains(word) }
    }
  }

  private func keeps(_ filter: VoucherFilter, _ row: Voucher.Row) -> Bool {
    (filter.accounts?.contains(row.account) ?? true)
      && (filter.object.map { row.objects.objects.contains($0) } ?? true)
  }

  private func sum(_ voucher: Voucher) -> Money { voucher.rows.map(\.amount).filter { $0 > .zero }.sum() }

  @Test func `a page of vouchers is what the filter keeps, newest first, counted and added up`() throws {
    let book = try book()
    let vouchers = try book.store.vouchers(of: try year(2024)).sorted {
      ($0.voucher.date, $0.number.number, $0.id.rawValue) > ($1.voucher.date, $1.number.number, $1.id.rawValue)
    }
    for filter in try filters() {
      let kept = vouchers.filter { keeps(filter, $0) }
      for offset in [0, 7, 25, 100] {
        let page = try book.store.voucherPage(filter, offset: offset, limit: 20)

        #expect(page.lines.map(\.number) == kept.dropFirst(offset).prefix(20).map(\.number), "\(filter) \(offset)")
        #expect(page.count == kept.count, "\(filter)")
        #expect(page.sum == kept.map { sum($0.voucher) }.sum(), "\(filter)")
      }
    }
  }

  @Test func `a line says what the voucher says, and what reverses it`() throws {
    let book = try book()
    let page = try book.store.voucherPage(VoucherFilter(year: try year(2024), text: "b1"), offset: 0, limit: 5)

    let (first, second) = (Voucher.Number(series: "B", number: 1), Voucher.Number(series: "B", number: 2))
    #expect(
      page.lines == [
        VoucherLine(
          number: first, date: try day("2024-06-15"), text: "Åkeri & ÖL i Ängelholm", counterparty: "Hyresvärden",
          sum: Money(kronor: 1234), documentCount: 0, reverses: nil, reversedBy: second)
      ])
    let reversal = try book.store.voucherPage(VoucherFilter(year: try year(2024), text: "B 2"), offset: 0, limit: 5)
    #expect(reversal.lines.map(\.reverses) == [first])
  }

  @Test func `words are found in great and small letters alike, a number and an amount by what they are`() throws {
    let book = try book()
    func found(_ text: String) throws -> [String] {
      let filter = VoucherFilter(year: try year(2024), text: text)
      return try book.store.voucherPage(filter, offset: 0, limit: 500).lines.map(\.number.text)
    }
    #expect(try found("åKERI ängelHOLM") == ["B 2", "B 1"])
    #expect(try found("öl i") == ["B 2", "B 1"])
    #expect(try found("hyresVÄRDEN åkeri") == ["B 2", "B 1"])
    #expect(try found("akeri").isEmpty)
    #expect(try found("1 234,00") == ["B 2", "B 1"])
    #expect(try found("-1234") == ["B 2", "B 1"])
    #expect(try found("1\u{A0}234,0") == ["B 2", "B 1"])
    #expect(try found("1 234,50").isEmpty)
    #expect(try found("A 17") == ["A 17"])
    #expect(try found("A17") == ["A 17"])
    #expect(try found("17").contains("A 17"))
    #expect(try found("Z 17").isEmpty)
    #expect(try found("rad\t3\\").isEmpty == false)
    #expect(try found("  ").count == 122)
  }

  @Test func `the trial balance is the year's books, whatever the period`() throws {
    let book = try book()
    let year = try year(2024)
    let vouchers = try book.store.vouchers(of: year)
    let openings = [AccountNumber("1930"): Money(kronor: 500), AccountNumber("2068"): Money(kronor: -500)]
    for filter in try filters() where filter.object == nil {
      let lines = try book.store.trialBalance(filter)

      var expected: [AccountNumber: TrialLine] = [:]
      let from = filter.from ?? year.first
      let through = filter.through ?? year.last
      let rows = vouchers.flatMap { voucher in voucher.voucher.rows.map { (voucher.voucher.date, $0) } }
      for number in Set(rows.map(\.1.account)).union(openings.keys) where filter.accounts?.contains(number) ?? true {
        let mine = rows.filter { $0.1.account == number }
        let before = mine.filter { $0.0 < from }.map(\.1.amount).sum()
        let amounts = mine.filter { $0.0 >= from && $0.0 <= through }.map(\.1.amount)
        let opening = (openings[number] ?? .zero) + before
        if amounts.isEmpty, opening == .zero { continue }
        expected[number] = TrialLine(
          account: Account(number: number, name: number.text == "1930" ? "Bank" : ""), opening: opening,
          debit: amounts.filter { $0 > .zero }.sum(), credit: -amounts.filter { $0 < .zero }.sum())
      }
      #expect(lines == expected.values.sorted { $0.account.number < $1.account.number }, "\(filter)")
      if filter.accounts == nil { #expect(lines.map(\.closing).sum() == .zero) }
    }
  }

  @Test func `a result account begins the year at nought, though a file gave it an opening`() throws {
    let book = try Book()
    try book.store.importFile(ImportHead(name: "o.csv", kind: "CSV"), by: .tester, at: .now2) { session in
      try session.declare(try year(2024))
      try session.open(try year(2024), account: AccountNumber("1930"), amount: Money(kronor: 5))
      try session.open(try year(2024), account: AccountNumber("3010"), amount: Money(kronor: -5))
    }

    let lines = try book.store.trialBalance(VoucherFilter(year: try year(2024)))

    #expect(lines.map(\.account.number.text) == ["1930"])
  }

  @Test func `the huvudbok has every row, and after each what then stands`() throws {
    let book = try book()
    let vouchers = try book.store.vouchers(of: try year(2024)).sorted {
      ($0.voucher.date, $0.number.number, $0.id.rawValue) < ($1.voucher.date, $1.number.number, $1.id.rawValue)
    }
    for filter in try filters() where filter.text.isEmpty {
      let (ledgers, isWhole) = try book.store.accountLedgers(filter, rowCountMax: 10_000)

      #expect(isWhole)
      if filter.object == nil {
        let lines = try book.store.trialBalance(filter)
        #expect(
          lines
            == ledgers.map {
              TrialLine(account: $0.account, opening: $0.opening, debit: $0.debit, credit: $0.credit)
            }, "\(filter)")
      }
      for ledger in ledgers {
        let rows = vouchers.filter {
          keeps(VoucherFilter(year: filter.year, from: filter.from, through: filter.through), $0)
        }
        .flatMap(\.voucher.rows).filter { $0.account == ledger.account.number && keeps(filter, $0) }
        #expect(ledger.entries.map(\.amount) == rows.map(\.amount), "\(filter) \(ledger.account.number)")
        #expect(ledger.entries.map(\.objects) == rows.map(\.objects))
        #expect((ledger.entries.last?.balance ?? ledger.closing) == ledger.closing)
        #expect(ledger.entries.first.map { $0.balance - $0.amount } ?? ledger.opening == ledger.opening)
      }
    }
  }

  @Test func `a huvudbok that is cut short says so, and its sums are still those of all rows`() throws {
    let book = try book()
    let filter = VoucherFilter(year: try year(2024))
    let whole = try book.store.accountLedgers(filter, rowCountMax: 10_000).ledgers

    let (cut, isWhole) = try book.store.accountLedgers(filter, rowCountMax: 130)

    #expect(!isWhole)
    #expect(cut.map(\.closing) == whole.map(\.closing))
    #expect(cut.flatMap(\.entries) == Array(whole.flatMap(\.entries).prefix(130)))
    #expect(cut.flatMap(\.entries).count == 130)
  }

  @Test func `a huvudbok with words shows the rows they mean, with what truly stood after them`() throws {
    let book = try book()
    var filter = VoucherFilter(year: try year(2024))
    let whole = try book.store.accountLedgers(filter, rowCountMax: 10_000).ledgers
    filter.text = "åkeri"

    let (ledgers, isWhole) = try book.store.accountLedgers(filter, rowCountMax: 3)

    #expect(ledgers.map(\.account.number.text) == ["1930", "5010"])
    #expect(!isWhole)
    #expect(ledgers.flatMap(\.entries).count == 3)
    let bank = try #require(whole.first { $0.account.number.text == "1930" })
    #expect(ledgers[0].entries == bank.entries.filter { $0.text.hasSuffix("Ängelholm") })
    #expect(ledgers[0].closing == bank.closing)
  }

  @Test func `an object's line adds up its rows, whatever the period`() throws {
    let book = try book()
    let vouchers = try book.store.vouchers(of: try year(2024))
    for filter in try filters() where filter.text.isEmpty {
      let lines = try book.store.objectLines(filter, dimension: .insats)

      let period = VoucherFilter(year: filter.year, from: filter.from, through: filter.through)
      let rows = vouchers.filter { keeps(period, $0) }.flatMap(\.voucher.rows).filter { keeps(filter, $0) }
      let objects = Set(rows.compactMap { $0.objects[.insats] }).sorted()
      #expect(lines.map(\.object.reference.object) == objects, "\(filter)")
      #expect(
        lines.allSatisfy {
          $0.object.name == ($0.object.reference.object == "I1" ? "Första insatsen" : $0.object.reference.object)
        })
      for line in lines {
        let mine = rows.filter { $0.objects[.insats] == line.object.reference.object }.map(\.amount)
        #expect(line.rowCount == mine.count)
        #expect(line.debit == mine.filter { $0 > .zero }.sum())
        #expect(line.credit == -mine.filter { $0 < .zero }.sum())
      }
    }
  }

  @Test func `a search of all years finds a number first, then sums and words, newest first`() throws {
    let book = try book()
    func found(_ text: String, limit: Int = 10) throws -> [String] {
      try book.store.searchVouchers(text, limit: limit).map { "\($0.year.number) \($0.line.number.text)" }
    }
    #expect(try found("a 3").isEmpty == false)
    #expect(try found("A 3") == ["2024 A 3", "2023 A 3"])
    #expect(try found("3", limit: 2) == ["2024 A 3", "2023 A 3"])
    #expect(try found("1234") == ["2024 B 2", "2024 B 1"])
    #expect(try found("åkeri") == ["2024 B 2", "2024 B 1"])
    #expect(try found("händelse", limit: 125).count == 125)
    #expect(try found("händelse 10", limit: 50).contains("2023 A 10"))
    #expect(try found("") == [])
  }

  @Test func `a filter of a year that the book has not is refused`() throws {
    let book = try book()
    let missing = try year(2030)

    #expect(try refusal { _ = try book.store.trialBalance(VoucherFilter(year: missing)) } == .yearMissing(missing))
  }

  @Test func `the history is read a page at a time, by act, by actor and by word, and a voucher knows its line`() throws
  {
    let book = try book()
    let all = try book.store.history().reversed().map { $0 }

    let page = try book.store.historyPage(acts: [], actor: "", text: "", offset: 3, limit: 4)
    let reversals = try book.store.historyPage(
      acts: [.reversal, .importFile], actor: "", text: "", offset: 0, limit: 9)
    let words = try book.store.historyPage(acts: [.voucher], actor: "förbundschef", text: "a 12", offset: 0, limit: 90)
    let nobody = try book.store.historyPage(acts: [], actor: "någon", text: "", offset: 0, limit: 9)

    #expect(page.lines == Array(all[3..<7]))
    #expect(page.count == all.count)
    #expect(reversals.lines.map(\.act) == [.importFile, .reversal])
    #expect(words.lines.map(\.subject) == ["A 120", "A 112", "A 12"])
    #expect(nobody.count == 0)
    let line = try book.store.historyLine(of: Voucher.Number(series: "B", number: 2), in: try year(2024))
    #expect(line == reversals.lines[1])
    #expect(try book.store.historyLine(of: Voucher.Number(series: "Z", number: 2), in: try year(2024)) == nil)
  }
}
