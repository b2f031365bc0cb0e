import Ledger
import Testing

struct ChartTests {
  @Test(arguments: Chart.Standard.allCases)
  func `a shipped chart has each account once, in order, with four digits and a name`(standard: Chart.Standard) {
    let accounts = Chart.shipped(standard).accounts
    #expect(Chart.shipped(standard).standard == standard)
    #expect(accounts.count > 90)
    #expect(accounts.allSatisfy { $0.number.group != nil && $0.number.text.utf8.count == 4 && !$0.name.isEmpty })
    for (left, right) in zip(accounts, accounts.dropFirst()) { #expect(left.number < right.number) }
  }

  @Test func `interest received is income in both charts, though the groups differ`() {
    #expect(Chart.bas[AccountNumber("8310")]?.kind == .income)
    #expect(Chart.bas[AccountNumber("8400")]?.kind == .cost)
    #expect(Chart.kommunBas[AccountNumber("8410")]?.kind == .income)
    #expect(Chart.kommunBas[AccountNumber("8510")]?.kind == .cost)
  }

  @Test(arguments: Chart.Standard.allCases)
  func `classes 1 and 2 are carried over and no other`(standard: Chart.Standard) {
    for account in Chart.shipped(standard).accounts {
      let isBalance = account.number.text.utf8.first.map { $0 < UInt8(ascii: "3") } ?? false
      #expect(account.kind.isBalance == isBalance, "\(account.number) \(account.name)")
    }
  }
}
