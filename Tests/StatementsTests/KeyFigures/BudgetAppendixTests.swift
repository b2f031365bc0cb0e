import Association
import Ledger
import Statements
import Testing

struct BudgetAppendixTests {
  @Test func `Blekinge's budget for 2022 and its plan give the result and the equity that were printed`() throws {
    var association = Blekinge.association()
    association.budgets[0].statedClosingEquity = [1_074_633, 1_000_000, 1_000_000].map { Money(kronor: $0) }
    let table = try #require(budgetAppendix(association, year: 2022))

    #expect(table.columns.map(\.id) == ["2022", "2023", "2024"])
    #expect(table.columns.map { table.printed("summa-kostnader", $0.id) } == [-16_839_281, -13_954_633, -13_880_000])
    #expect(table.columns.map { table.printed("resultat", $0.id) } == [-2_959_281, -74_633, 0])
    #expect(table.columns.map { table.printed("ingaende-eget-kapital", $0.id) } == [4_033_914, 1_074_633, 1_000_000])
    #expect(table.columns.map { table.printed("utgaende-eget-kapital", $0.id) } == [1_074_633, 1_000_000, 1_000_000])
    #expect(table.faultySum == nil)
  }

  @Test func `equity that is not stated follows from the lines`() throws {
    let table = try #require(budgetAppendix(Blekinge.association(), year: 2022))
    #expect(table.printed("utgaende-eget-kapital", "2024") == 1_000_000)
  }

  @Test func `a year without a budget has no appendix`() {
    #expect(budgetAppendix(Blekinge.association(), year: 2030) == nil)
  }
}
