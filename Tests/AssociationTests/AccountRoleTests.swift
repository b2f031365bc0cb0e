import Association
import Ledger
import Testing

@Suite struct AccountRoleTests {
  @Test(arguments: Chart.Standard.allCases)
  func `every role has an account in the shipped chart`(_ standard: Chart.Standard) {
    for role in AccountRole.allCases {
      #expect(Chart.shipped(standard)[role.usualNumber(in: standard)]?.kind.isBalance == role.isBalance, "\(role)")
    }
  }

  @Test func `the association's own choice goes before the chart's`() {
    var association = Association(name: "Exempel", organisationNumber: "222000-0000")
    #expect(association.accountNumber(for: .bank) == AccountNumber("1930"))
    association.roleAccounts = [RoleAccount(role: .bank, number: AccountNumber("1975"))]
    #expect(association.account(for: .bank) == Account(number: AccountNumber("1975"), name: "Bankkonto"))
    #expect(association.account(for: .receivables).name == "Kundfordringar")
  }
}
