import Association
import Ledger
import Statements
import Store

/// A trial balance as it is shown: the accounts class by class with their sums, the sum of all, and the result.
struct TrialBalance {
  /// The four amounts of a line or a sum.
  struct Sums: Hashable {
    var opening = Money.zero
    var debit = Money.zero
    var credit = Money.zero
    var closing: Money { opening + debit - credit }

    mutating func add(_ line: TrialLine) {
      opening += line.opening
      debit += line.debit
      credit += line.credit
    }
  }

  /// The accounts that begin with one digit.
  struct AccountClass {
    /// The digit, or what else the numbers begin with.
    let digit: String
    var lines: [TrialLine] = []
    var sums = Sums()

    /// What stands in such a class in both charts that we ship.
    var words: String {
      switch digit {
      case "1": "tillgångar"
      case "2": "eget kapital och skulder"
      case "3": "intäkter"
      case "4", "5", "6", "7": "kostnader"
      case "8": "finansiella poster och resultat"
      default: ""
      }
    }
  }

  private(set) var classes: [AccountClass] = []
  private(set) var sums = Sums()
  /// What stands on the accounts of the result, but for those that carry it to equity when a year is ended.
  private(set) var result = Sums()

  /// The lines, which come in order of account.
  init(_ lines: [TrialLine]) {
    // Both charts carry the result by the same accounts, so which one the association follows need not be read.
    let transfer = Mapping.shipped(for: .bas).resultTransfer
    for line in lines {
      let digit = String(line.account.number.text.prefix(1))
      if classes.last?.digit != digit { classes.append(AccountClass(digit: digit)) }
      classes[classes.count - 1].lines.append(line)
      classes[classes.count - 1].sums.add(line)
      sums.add(line)
      if !line.account.kind.isBalance, !transfer.contains(where: { $0.counts(line.account.number, .none) }) {
        result.add(line)
      }
    }
  }

  /// The period's result, positive for a surplus.
  var periodResult: Money { result.credit - result.debit }
}
