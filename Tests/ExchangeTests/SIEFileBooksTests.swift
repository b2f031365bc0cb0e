import Association
import Ledger
import Testing

@testable import Exchange

@Suite struct SIEFileBooksTests {
  /// A small year: an insats with a party, a member's contribution, rent.
  struct Example {
    let books: Books
    let previous: Books
    let vouchers: [PostedVoucher]
    let association = Association(name: "Samordningsförbundet Åäö", organisationNumber: "222000-1234")

    init() throws {
      let chart = Chart(
        standard: .bas,
        accounts: [
          Account(number: AccountNumber("1930"), name: "Bank", taxCodes: ["7281"]),
          Account(number: AccountNumber("2099"), name: "Resultat"),
          Account(number: AccountNumber("3010"), name: "Bidrag", unit: "st"),
          Account(number: AccountNumber("5010"), name: "Insatser"),
        ])
      let insats = ObjectReference(dimension: .insats, object: "VÄG")
      let objects = ObjectSet([insats, ObjectReference(dimension: .party, object: "FK")])
      let declared = [DeclaredObject(reference: insats, name: "Vägen in")]
      let year = try #require(FiscalYear(calendarYear: 2025))
      let before = try #require(FiscalYear(calendarYear: 2024))
      func money(_ kronor: Int64) -> Money { Money(kronor: kronor) }
      books = Books(
        year: year, chart: chart, objects: declared,
        balances: [
          .init(account: AccountNumber("1930"), opening: money(500), debit: money(1000), credit: money(300)),
          .init(account: AccountNumber("2099"), opening: money(-500), debit: .zero, credit: .zero),
          .init(account: AccountNumber("3010"), opening: .zero, debit: .zero, credit: money(1000)),
          .init(account: AccountNumber("5010"), objects: objects, opening: .zero, debit: money(300), credit: .zero),
        ])
      previous = Books(
        year: before, chart: chart, objects: declared,
        balances: [
          .init(account: AccountNumber("1930"), opening: .zero, debit: money(500), credit: .zero),
          .init(account: AccountNumber("2099"), opening: .zero, debit: .zero, credit: money(500)),
        ])
      func posted(_ number: Int, _ day: Int, _ rows: [Voucher.Row]) throws -> PostedVoucher {
        let date = try #require(CalendarDate(year: 2025, month: number, day: day))
        let draft = Voucher.Draft(
          series: "A", date: date, text: "Händelse \(number)", counterparty: "Region Syd", compiledOn: date,
          compiledBy: "ekonom", rows: rows)
        return PostedVoucher(
          id: ID(rawValue: Int64(number)), number: .init(series: "A", number: number), voucher: try Voucher(draft))
      }
      vouchers = [
        try posted(
          1, 15,
          [
            .init(account: AccountNumber("1930"), amount: money(1000)),
            .init(account: AccountNumber("3010"), amount: money(-1000)),
          ]),
        try posted(
          2, 20,
          [
            .init(account: AccountNumber("5010"), amount: money(300), objects: objects),
            .init(account: AccountNumber("1930"), amount: money(-300)),
          ]),
      ]
    }

    func file(_ kind: SIEFile.Making.Kind) throws -> SIEFile {
      let day = try #require(CalendarDate(yyyymmdd: 2026_01_15))
      return SIEFile(
        books: books, previous: previous, vouchers: vouchers, association: association,
        as: .init(kind: kind, generatedOn: day))
    }
  }

  @Test(arguments: SIEFile.Making.Kind.allCases)
  func `a file made from books is read without a word, and is the same`(kind: SIEFile.Making.Kind) throws {
    let file = try Example().file(kind)
    let written = SIEWriter.write(file, named: "a.se")
    let reading = SIEFile.read(written.value, named: "a.se")

    #expect(written.diagnostics == [])
    #expect(reading.diagnostics.filter { $0.severity > .note }.map(\.text) == [])
    #expect(reading.value.entries == file.entries)
    #expect(reading.value.vouchers == file.vouchers)
    #expect(reading.value.companyName == "Samordningsförbundet Åäö")
    #expect(reading.value.isEntries == (kind == .entries))
  }

  @Test func `balances, months and objects stand where the types want them`() throws {
    let example = try Example()
    let year = try example.file(.yearBalances)
    #expect(year.balances.filter { $0.year == 0 && $0.kind == .closing }.map(\.amount.ore) == [120_000, -50_000])
    #expect(year.balances.filter { $0.kind == .result && $0.year == 0 }.map(\.amount.ore) == [-100_000, 30_000])
    #expect(year.balances.filter { $0.year == -1 && $0.kind == .closing }.map(\.amount.ore) == [50_000, -50_000])
    #expect(year.objects.isEmpty && year.periods.isEmpty && year.vouchers.isEmpty)

    let months = try example.file(.periodBalances).periods
    #expect(months.map(\.amount.ore) == [100_000, -30_000, -100_000, 30_000])
    #expect(months.allSatisfy { $0.objects.isEmpty })

    let objects = try example.file(.objectBalances)
    #expect(objects.periods.filter { !$0.objects.isEmpty }.map(\.amount.ore) == [30_000, 30_000])
    #expect(
      objects.entries.map(\.record).contains(.dimension(.insats, name: "Insats"))
        && objects.entries.map(\.record).contains(.dimension(.party, name: "Part")))
    #expect(objects.objects.map(\.name) == ["Vägen in", "FK"])
  }

  @Test func `vouchers carry the number they have in the book`() throws {
    let vouchers = try Example().file(.vouchers).vouchers
    #expect(vouchers.map(\.name) == ["A 1", "A 2"])
    #expect(vouchers.map(\.text) == ["Händelse 1", "Händelse 2"])
    #expect(vouchers.map(\.sign) == ["ekonom", "ekonom"])
  }
}
