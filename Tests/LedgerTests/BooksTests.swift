import Ledger
import Testing

struct BooksTests {
  @Test func `balances are kept by account and objects, and the end is the beginning and what moved`() throws {
    let siri = ObjectSet([ObjectReference(dimension: .insats, object: "SIRI")])
    let books = Books(
      year: try #require(FiscalYear(calendarYear: 2025)), chart: .bas,
      objects: [DeclaredObject(reference: siri.objects[0], name: "Siri")],
      balances: [
        Books.Balance(
          account: AccountNumber("4010"), objects: siri, opening: .zero, debit: Money(kronor: 9), credit: .zero),
        Books.Balance(
          account: AccountNumber("4010"), opening: .zero, debit: Money(kronor: 1), credit: Money(kronor: 3)),
        Books.Balance(
          account: AccountNumber("1930"), opening: Money(kronor: 5), debit: .zero, credit: Money(kronor: 7)),
      ])

    #expect(books.balances.map(\.account.text) == ["1930", "4010", "4010"])
    #expect(books.balances[1].objects.isEmpty)
    #expect(books.balances[0].closing == Money(kronor: -2))
    #expect(books.name(of: siri.objects[0]) == "Siri")
    #expect(books.name(of: ObjectReference(dimension: .insats, object: "X")) == "X")
    #expect(books.kind(of: AccountNumber("8310")) == .income)
    #expect(books.kind(of: AccountNumber("9999")) == .cost)
  }

  @Test func `a set of objects is the same in whatever order it is said`() {
    let insats = ObjectReference(dimension: .insats, object: "SIRI")
    let party = ObjectReference(dimension: .party, object: "FK")
    #expect(ObjectSet([party, insats]) == ObjectSet([insats, party]))
    #expect(ObjectSet([party, insats])[.party] == "FK")
    #expect(ObjectSet.none[.party] == nil)
    #expect(ObjectSet.none < ObjectSet([insats]))
  }
}
