import Association
import Ledger
import Statements
import Testing

struct ShippedMappingTests {
  @Test(arguments: Chart.Standard.allCases)
  func `every account of a shipped chart is counted by exactly one line`(standard: Chart.Standard) throws {
    let entries = Chart.shipped(standard).accounts.compactMap(\.number.group).map { Entry($0, opening: 1, change: 1) }
    let gaps = unmapped(try books(2025, entries, standard: standard), mapping: .shipped(for: standard))
    #expect(gaps.isEmpty, "\(gaps.map { "\($0.account) \($0.countedBy)" })")
  }

  @Test(arguments: Chart.Standard.allCases)
  func `the accounts that carry the result are in the chart`(standard: Chart.Standard) {
    let mapping = Mapping.shipped(for: standard)
    for account in [mapping.resultAccount, mapping.yearResultAccount, mapping.retainedAccount] {
      #expect(Chart.shipped(standard)[account] != nil)
    }
  }

  @Test(arguments: Chart.Standard.allCases)
  func `every line of the law is mapped, if only to nothing, and every note specifies one of them`(
    standard: Chart.Standard
  ) {
    let mapping = Mapping.shipped(for: standard)
    let lines = (mapping.incomeLines + mapping.balanceLines).map(\.id)
    #expect(lines.count == 20)
    #expect(Set(lines).count == lines.count)
    for note in mapping.notes {
      #expect(lines.contains(note.lineID))
      #expect(Set(note.rows.map(\.id)).count == note.rows.count)
    }
  }

  @Test func `both charts make the same statements of the same year`() throws {
    let bas = try books(
      2025,
      [
        Entry(3981, change: -1000), Entry(4010, change: 600), Entry(7210, change: 200), Entry(7832, change: 10),
        Entry(8310, change: -5), Entry(8420, change: 1), Entry(1930, opening: 50, change: 254),
        Entry(1229, change: -10), Entry(2995, change: -50), Entry(2069, opening: -50),
      ])
    let kommun = try books(
      2025,
      [
        Entry(3511, change: -1000), Entry(4510, change: 600), Entry(5030, change: 200), Entry(7920, change: 10),
        Entry(8410, change: -5), Entry(8510, change: 1), Entry(1930, opening: 50, change: 254),
        Entry(1229, change: -10), Entry(2995, change: -50), Entry(2090, opening: -50),
      ], standard: .kommunBas)

    let mapping = Mapping.shipped(for: .kommunBas)
    #expect(
      incomeStatement(bas, previous: nil, mapping: Blekinge.mapping).column()
        == incomeStatement(kommun, previous: nil, mapping: mapping).column())
    #expect(
      balanceSheet(bas, previous: nil, mapping: Blekinge.mapping).column()
        == balanceSheet(kommun, previous: nil, mapping: mapping).column())
  }
}
