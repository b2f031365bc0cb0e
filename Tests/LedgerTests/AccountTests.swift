import Ledger
import Testing

struct AccountTests {
  @Test(arguments: [
    ("1930", 1930), ("30105", 3010), ("0510", 510), ("0000", 0), ("193", nil), ("", nil), ("19A0", nil), ("193A", nil),
    ("1930A", 1930), ("１９３０", nil), ("-193", nil),
  ])
  func `the group is the first four digits, where there are four`(text: String, group: Int?) {
    #expect(AccountNumber(text).group == group)
  }

  @Test(arguments: [
    ("1930", AccountKind.asset), ("2069", .liability), ("3980", .income), ("4010", .cost), ("7210", .cost),
    ("8310", .income), ("8420", .cost), ("8999", .cost), ("", .cost), ("X1", .cost),
  ])
  func `the first digit tells the usual kind`(text: String, kind: AccountKind) {
    #expect(Account.usualKind(of: AccountNumber(text)) == kind)
    #expect(Account(number: AccountNumber(text), name: "").kind == kind)
  }

  @Test func `a chart finds an account by number and nothing else`() {
    let chart = Chart(
      standard: .bas,
      accounts: ["1930", "1510", "2440"].map { Account(number: AccountNumber($0), name: "konto \($0)") })
    #expect(chart.accounts.map(\.number.text) == ["1510", "1930", "2440"])
    #expect(chart[AccountNumber("1930")]?.name == "konto 1930")
    #expect(chart[AccountNumber("1931")] == nil)
    #expect(chart[AccountNumber("")] == nil)
  }
}
