import Exchange
import Ledger

/// What an import read and had to say, whether or not it was stored.
struct ImportOutcome {
  var accounts = 0
  var vouchers = 0
  var transactions = 0
  var sumDebitOre: Int64 = 0
  var unbalanced = 0
  var diagnostics: [Diagnostic] = []
  /// Files of a folder that the book had already, passed over.
  var known: [String] = []
  /// Why the book does not take what has been read, if so.
  var refusal: Failure?

  var hasErrors: Bool { refusal != nil || diagnostics.contains { $0.severity == .error } }

  mutating func add(_ summary: SIESummary) {
    accounts += summary.accounts
    vouchers += summary.vouchers
    transactions += summary.transactions
    sumDebitOre += summary.sumDebitOre
    unbalanced += summary.unbalancedCount
  }
}

/// Thrown out of the transaction to store nothing: the file is not right, or it was only to be looked at, or the book
/// does not take it.
struct NothingStored: Error {
  let outcome: ImportOutcome
}

/// The answer that other programs read.
struct ImportAnswer: Encodable {
  struct DiagnosticAnswer: Encodable {
    let code: String
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let message: String
  }

  let accounts: Int
  let vouchers: Int
  let transactions: Int
  let sumDebitOre: Int64
  let unbalanced: Int
  let isStored: Bool
  let diagnostics: [DiagnosticAnswer]
  /// The sentence that says why the book does not take the file; left out where it does.
  let refusal: String?

  init(_ outcome: ImportOutcome, isStored: Bool) {
    accounts = outcome.accounts
    vouchers = outcome.vouchers
    transactions = outcome.transactions
    sumDebitOre = outcome.sumDebitOre
    unbalanced = outcome.unbalanced
    self.isStored = isStored
    refusal = outcome.refusal?.message
    diagnostics = outcome.diagnostics.map {
      DiagnosticAnswer(
        code: $0.code, severity: $0.severity.rawValue, file: $0.place.file, line: $0.place.line,
        column: $0.place.column, message: $0.message)
    }
  }
}
