import Association
import Ledger
import Testing

struct MappingTests {
  private let siri = ObjectReference(dimension: .insats, object: "SIRI")
  private let party = ObjectReference(dimension: .party, object: "FK")

  @Test(arguments: [("3010", true), ("30105", true), ("3099", true), ("3100", false), ("301", false), ("A010", false)])
  func `an account belongs where its first four digits do`(number: String, isCounted: Bool) {
    let selection = Selection(accounts: [3010...3099])
    #expect(selection.counts(AccountNumber(number), .none) == isCounted)
  }

  @Test func `any of several ranges counts, and none counts nothing`() {
    let selection = Selection(accounts: [1500...1599, 1700...1799])
    #expect(selection.counts(AccountNumber("1710"), .none))
    #expect(!selection.counts(AccountNumber("1630"), .none))
    #expect(!Selection(accounts: []).counts(AccountNumber("1710"), .none))
  }

  @Test func `a selection with objects counts only balances that have all of them`() {
    let selection = Selection(accounts: [4000...4999], objects: [siri, party])
    let account = AccountNumber("4010")

    #expect(selection.counts(account, ObjectSet([party, siri])))
    #expect(!selection.counts(account, ObjectSet([siri])))
    #expect(!selection.counts(account, ObjectSet([siri, ObjectReference(dimension: .party, object: "AF")])))
    #expect(!selection.counts(account, .none))
    #expect(Selection(accounts: [4000...4999]).counts(account, ObjectSet([siri])))
  }
}
