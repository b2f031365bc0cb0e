package import Exchange
package import Ledger
package import Store

/// What an import read and had to say, whether or not it was stored.
package struct ImportOutcome: Sendable {
  package var accounts = 0
  package var vouchers = 0
  package var transactions = 0
  package var sumDebitOre: Int64 = 0
  package var unbalanced = 0
  package var diagnostics: [Diagnostic] = []
  /// Files of a folder that the book had already, passed over.
  package var known: [String] = []
  /// Why the book does not take what has been read, if so.
  package var refusal: Failure?
  /// The import as it stands in the book, where one file was read and stored.
  package var receipt: ImportReceipt?

  package init() {}

  package var hasErrors: Bool { refusal != nil || diagnostics.contains { $0.severity == .error } }

  package mutating func add(_ summary: SIESummary) {
    accounts += summary.accounts
    vouchers += summary.vouchers
    transactions += summary.transactions
    sumDebitOre += summary.sumDebitOre
    unbalanced += summary.unbalancedCount
  }
}

/// Thrown out of the transaction to store nothing: the file is not right, or it was only to be looked at, or the book
/// does not take it.
package struct NothingStored: Error {
  package let outcome: ImportOutcome

  package init(outcome: ImportOutcome) { self.outcome = outcome }
}

/// The answer that other programs read.
package struct ImportAnswer: Encodable {
  package struct DiagnosticAnswer: Encodable {
    let code: String
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let message: String
  }

  package let accounts: Int
  package let vouchers: Int
  package let transactions: Int
  package let sumDebitOre: Int64
  package let unbalanced: Int
  package let isStored: Bool
  package let diagnostics: [DiagnosticAnswer]
  /// The sentence that says why the book does not take the file; left out where it does.
  package let refusal: String?

  package init(_ outcome: ImportOutcome, isStored: Bool) {
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
