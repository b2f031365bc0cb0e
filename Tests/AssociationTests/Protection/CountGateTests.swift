import Testing

@testable import Association

/// The gate by itself, on counts that are easy to see through.
struct CountGateTests {
  private func sheet(_ counts: [String: Int], _ relations: [CountRelation]) -> CountSheet {
    var sheet = CountSheet()
    for (name, count) in counts { sheet.add(count, CountCell(name)) }
    for relation in relations { sheet.add(relation) }
    return sheet
  }

  private func cells(_ names: String...) -> [CountCell] { names.map { CountCell($0) } }

  @Test func `one small count takes its neighbour with it, and the sum stays`() {
    var gate = CountGate()
    let sum = CountRelation(parts: cells("a", "b", "c"), make: CountCell("s"))

    let out = gate.release(sheet(["a": 3, "b": 12, "c": 40, "s": 55], [sum]), year: 2025)

    #expect(out.printed[CountCell("a")] == .fewer(than: 5))
    #expect(out.printed[CountCell("b")] == .withheld(atLeast: 5))
    #expect(out.printed[CountCell("c")] == .exact(40))
    #expect(out.printed[CountCell("s")] == .exact(55))
    #expect(out.disclosed == [])
  }

  @Test func `a zero is printed and hides nobody`() {
    var gate = CountGate()
    let sum = CountRelation(parts: cells("a", "b"), make: CountCell("s"))

    let out = gate.release(sheet(["a": 0, "b": 12, "s": 12], [sum]), year: 2025)

    #expect(out.printed.values.allSatisfy { $0.count != nil })
  }

  @Test func `two small counts of a sum that is printed are not both one value`() {
    // 4 + 4 = 8: whoever knows that both are under five knows that both are four, so of one it is not said.
    var gate = CountGate()
    let sum = CountRelation(parts: cells("a", "b"), make: CountCell("s"))

    let out = gate.release(sheet(["a": 4, "b": 4, "s": 8], [sum]), year: 2025)

    #expect(out.printed[CountCell("s")] == .exact(8))
    #expect(
      Set([out.printed[CountCell("a")], out.printed[CountCell("b")]]) == [.fewer(than: 5), .withheld(atLeast: 0)])
  }

  @Test func `a sum that was printed before is not told by difference later`() {
    var gate = CountGate()
    let sum = CountRelation(parts: cells("a", "b", "c"), make: CountCell("s"))
    let first = gate.release(sheet(["s": 55], []), year: 2025)
    #expect(first.printed[CountCell("s")] == .exact(55))

    let second = gate.release(sheet(["a": 3, "b": 12, "c": 40, "s": 55], [sum]), year: 2025)

    #expect(second.printed[CountCell("s")] == .exact(55))
    #expect(cells("b", "c").count { second.printed[$0] == .withheld(atLeast: 5) } == 1)
    #expect(second.disclosed == [])
  }

  @Test func `what earlier releases give away is said, for it cannot be taken back`() {
    var gate = CountGate()
    _ = gate.release(sheet(["s": 20], []), year: 2025)
    _ = gate.release(sheet(["a": 17], []), year: 2025)

    let out = gate.release(
      sheet(["b": 3], [CountRelation(parts: cells("a", "b"), make: CountCell("s"))]), year: 2025)

    #expect(out.disclosed == [CountCell("b")])
  }

  @Test func `what was withheld once stays withheld`() {
    var gate = CountGate()
    let sum = CountRelation(parts: cells("a", "b", "c"), make: CountCell("s"))
    let all = sheet(["a": 3, "b": 12, "c": 40, "s": 55], [sum])
    _ = gate.release(all, year: 2025)

    let again = gate.release(sheet(["b": 12], []), year: 2025)

    #expect(again.printed[CountCell("b")] == .withheld(atLeast: 5))
    #expect(!again.release.hasNews)
  }

  @Test func `a corrected count is not told by what the correction changed`() {
    // The sum goes from 55 to 56 with the small count: both sums printed would tell nothing, but the same neighbours
    // under both would.
    var gate = CountGate()
    let sum = CountRelation(parts: cells("a", "b"), make: CountCell("s"))
    _ = gate.release(sheet(["a": 1, "b": 12, "s": 13], [sum]), year: 2025)

    let out = gate.release(sheet(["a": 4, "b": 12, "s": 16], [sum]), year: 2025)

    // 13 is out, and one and four are both under five. Were 16 printed too, the difference of three would tell both; so
    // of the four nothing is said, not even that it is small.
    #expect(out.printed[CountCell("a")] == .withheld(atLeast: 0) || out.printed[CountCell("s")]?.count == nil)
    #expect(out.disclosed == [])
  }

  @Test func `the register makes the gate that it was written by`() {
    var gate = CountGate()
    let sum = CountRelation(parts: cells("a", "b", "c"), make: CountCell("s"))
    let first = gate.release(sheet(["a": 3, "b": 12, "c": 40, "s": 55], [sum]), year: 2025).release
    var again = CountGate(earlier: [first])

    let out = again.release(sheet(["a": 3, "b": 12, "c": 40, "s": 55], [sum]), year: 2025)

    #expect(out.printed[CountCell("a")] == .fewer(than: 5))
    #expect(out.printed[CountCell("b")] == .withheld(atLeast: 5))
    #expect(!out.release.hasNews)
  }

  @Test func `the threshold is the association's`() {
    var gate = CountGate(threshold: 3)

    let out = gate.release(sheet(["a": 3, "b": 2], []), year: 2025)

    #expect(out.printed[CountCell("a")] == .exact(3))
    #expect(out.printed[CountCell("b")] == .fewer(than: 3))
  }

  @Test func `what is left of a whole is protected though it is not printed`() {
    var sheet = CountSheet()
    sheet.add(28, CountCell("met"))
    sheet.add(31, CountCell("base"))
    sheet.add(3, CountCell("rest"), role: .complement)
    sheet.add(CountRelation(parts: cells("met", "rest"), make: CountCell("base")))
    var gate = CountGate()

    let out = gate.release(sheet, year: 2025)

    #expect(out.printed[CountCell("met")] == .withheld(atLeast: 5))
    #expect(out.printed[CountCell("base")] == .exact(31))
  }
}
