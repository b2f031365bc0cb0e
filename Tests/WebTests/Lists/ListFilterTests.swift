import Association
import Ledger
import Store
import Testing

@testable import Web

struct ListFilterTests {
  private static let samsa = DeclaredObject(
    reference: ObjectReference(dimension: .insats, object: "SAMSA"), name: "Samsa")
  private static let accounts = [
    Account(number: AccountNumber("1930"), name: "Företagskonto"),
    Account(number: AccountNumber("4010"), name: "Samverkansinsatser"),
    Account(number: AccountNumber("40105"), name: "Samverkansinsatser, övriga"),
    Account(number: AccountNumber("5010"), name: "Lokalhyra"),
    Account(number: AccountNumber("7010"), name: "Löner"),
    Account(number: AccountNumber("7011"), name: "Löner till processledare"),
  ]

  private func filter(_ pairs: (String, String)...) throws -> ListFilter {
    let year = try #require(FiscalYear(calendarYear: 2022))
    return ListFilter(
      Form(fields: pairs.map { (name: $0.0, value: $0.1) }), year: year, objects: [ListFilterTests.samsa]
    ) { ListFilterTests.accounts }
  }

  @Test func `an address that says nothing keeps the whole year`() throws {
    let filter = try filter()

    #expect(filter.isEmpty && filter.faults.isEmpty)
    #expect(filter.words == "2022-01-01–2022-12-31")
    #expect(filter.voucherFilter == VoucherFilter(year: filter.year))
  }

  @Test func `a period may be said by days or by months`() throws {
    let filter = try filter(("fran", "2022-02"), ("till", "220430"))

    #expect(filter.faults.isEmpty)
    #expect(filter.period == "2022-02-01–2022-04-30")
    #expect(try self.filter(("till", "2022-02")).last.text == "2022-02-28")
  }

  @Test(arguments: [
    ("fran", "i våras", "Från och med är ”i våras”, som inte är någon dag."),
    ("fran", "2022-02-30", "Från och med är ”2022-02-30”, som inte är någon dag."),
    ("till", "2023-01-01", "ligger utanför räkenskapsåret 2022-01-01–2022-12-31"),
    ("konto", "9999", "Inget konto i boken är eller börjar på 9999."),
    ("konto", "cykel", "Inget konto heter något med ”cykel”."),
    ("konto", "4999-4000", "Skriv det lägsta först: 4000-4999."),
    ("objekt", "20:OKÄND", "Objektet ”20:OKÄND” finns inte i boken."),
    ("objekt", "SAMSA", "Objektet ”SAMSA” finns inte i boken."),
    ("text", "19811218-9876", "personnummer"),
  ])
  func `what makes no sense is told at its field and the rest is kept`(
    field: String, value: String, words: String
  ) throws {
    let filter = try filter((field, value), (field == "text" ? "konto" : "text", field == "text" ? "1930" : "hyra"))

    #expect(filter.faults.map(\.field) == [field])
    #expect(filter.faults.first?.message.contains(words) == true, "\(filter.faults)")
    #expect(filter.written[field] == value)
    #expect(field == "text" ? filter.accounts?.written == "1930" : filter.text == "hyra")
    #expect(filter.from == nil && filter.through == nil && filter.object == nil)
  }

  @Test func `a period whose end comes before its beginning keeps its beginning`() throws {
    let filter = try filter(("fran", "2022-05-01"), ("till", "2022-04-30"))

    #expect(filter.faults.map(\.field) == ["till"])
    #expect(filter.from?.text == "2022-05-01")
    #expect(filter.through == nil)
  }

  @Test(arguments: [
    ("1930", ["1930"], "konto 1930 Företagskonto"), ("4000-4999", ["4010", "40105"], "konto 4000–4999"),
    ("4000 – 4999", ["4010", "40105"], "konto 4000–4999"), ("40", ["4010", "40105"], "konton som börjar på 40"),
    ("4010", ["4010"], "konto 4010 Samverkansinsatser"), ("hyra", ["5010"], "konto 5010 Lokalhyra"),
    ("LÖNER", ["7010"], "konto 7010 Löner"), ("processledare", ["7011"], "konto 7011 Löner till processledare"),
  ])
  func `accounts are asked for by number, span, beginning or word`(
    text: String, numbers: [String], words: String
  ) throws {
    let choice = try #require(try filter(("konto", text)).accounts)

    let kept = ListFilterTests.accounts.map(\.number).filter(choice.range.contains).map(\.text)
    #expect(kept == numbers)
    #expect(choice.words == words)
  }

  @Test func `a word that several accounts have names them`() throws {
    let fault = try #require(try filter(("konto", "samverkans")).faults.first)

    #expect(
      fault.message
        == "2 konton har ”samverkans” i namnet: 4010 Samverkansinsatser, 40105 Samverkansinsatser, övriga. Skriv numret "
        + "på ett av dem.")
  }

  @Test func `the filter makes the address that it was read from`() throws {
    let pairs = [
      ("fran", "2022-02-01"), ("till", "2022-03-31"), ("konto", "4000-4999"), ("objekt", "20:SAMSA"),
      ("text", "hyra & el"), ("slag", "debet"),
    ]
    let year = try #require(FiscalYear(calendarYear: 2022))
    let filter = ListFilter(
      Form(fields: pairs.map { (name: $0.0, value: $0.1) }), year: year, objects: [ListFilterTests.samsa]
    ) { ListFilterTests.accounts }

    #expect(filter.query().map(\.0) == pairs.map(\.0))
    #expect(filter.query().map(\.1) == pairs.map(\.1))
    #expect(filter.query([("text", ""), ("sida", "2")]).map(\.1).suffix(3) == ["", "debet", "2"])
    #expect(
      filter.words == "2022-02-01–2022-03-31, konto 4000–4999, Samsa (SAMSA), ”hyra & el”, endast debet")
  }

  @Test func `the day before the first of a month is the last of the month before`() throws {
    for (day, before) in [
      (20_220_301, "2022-02-28"), (20_240_301, "2024-02-29"), (20_220_101, "2021-12-31"), (20_220_516, "2022-05-15"),
    ] {
      #expect(try #require(CalendarDate(yyyymmdd: day)).dayBefore.text == before)
    }
  }
}
