public import Ledger

/// What stands on an import, so that it cannot be undone.
public enum ImportDependency: Hashable, Sendable {
  /// One of its vouchers has been reversed.
  case reversed(Voucher.Number, FiscalYear)
  /// A voucher was recorded after it in one of its series, which would have a gap.
  case followed(by: Voucher.Number, FiscalYear)
  /// A month it has vouchers in is closed.
  case monthClosed(Month)
  /// A year it has vouchers or openings in is closed or ended.
  case yearClosed(FiscalYear)
  /// Another file was imported later into one of its years.
  case imported(ImportReceipt)
  /// A document has been added to one of its vouchers.
  case documented(Voucher.Number, FiscalYear)
}

extension Store {
  /// What stands on the import; empty where it can be undone.
  public func dependencies(ofImport sequence: Int64) throws(Refusal) -> [ImportDependency] {
    preconditionFailure("M0003")
  }

  /// Undoes an import as one batch: its vouchers, openings and years no longer stand, its numbers are free, and the
  /// same file can be imported again. What it was stays in the book, and the history says who undid it and why.
  public func undoImport(
    _ sequence: Int64, because reason: String, by actor: Actor, at moment: Moment
  ) throws(Refusal) { preconditionFailure("M0003") }

  /// The imports that have been undone: when, by whom and why, by their number.
  public func undoneImports() throws(Refusal) -> [Int64: (at: Moment, by: String, reason: String)] {
    preconditionFailure("M0003")
  }
}
