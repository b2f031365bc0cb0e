import Ledger
import Statements
import Testing

struct FigureTests {
  @Test func `a share knows its base, and is rounded once from the exact share`() throws {
    let closed = try #require(Share(72, of: 92))
    #expect(closed.percent == 78)
    let small = try #require(Share(16, of: 33))
    #expect(small.permille == 485)
    #expect(small.percent == 48)
    #expect(Share(-1, of: 8)?.permille == -125)
    #expect(Share(1, of: 0) == nil)
    #expect(Share(1, of: -4) == nil)
  }

  @Test func `a share of large amounts does not overflow`() {
    #expect(Share(.max, of: .max)?.permille == 1000)
    #expect(Share(.max - 1, of: .max)?.percent == 100)
  }

  @Test func `a table finds its figures by row and column`() throws {
    let table = incomeStatement(try Blekinge.books2022(), previous: nil, mapping: Blekinge.mapping)
    #expect(table.figure("arets-resultat")?.amount == Money(kronor: -2_422_563))
    #expect(table.figure("arets-resultat", "nej") == nil)
    #expect(table.figure("nej") == nil)
    #expect(table.hasNotes)
  }
}
