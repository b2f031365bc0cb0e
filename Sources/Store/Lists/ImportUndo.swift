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
  /// What stands on the import; empty where it can be undone, or has been.
  public func dependencies(ofImport sequence: Int64) throws(Refusal) -> [ImportDependency] {
    try read { connection in
      guard try connection.undoing(ofImport: sequence) == nil else { return [] }
      return try ImportRecord(sequence, on: connection).dependencies(YearLedger(connection))
    }
  }

  /// Undoes an import as one batch: its vouchers, openings and years no longer stand, its numbers are free, and the
  /// same file can be imported again. What it was stays in the book, and the history says who undid it and why.
  ///
  /// A year that stood by its balances alone and gave way to the import stands by them again. Names of accounts and
  /// objects that others have come to rest on stay.
  public func undoImport(
    _ sequence: Int64, because reason: String, by actor: Actor, at moment: Moment
  ) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.undoImport(sequence, because: reason) }
  }

  /// The imports that have been undone: when, by whom and why, by their number.
  public func undoneImports() throws(Refusal) -> [Int64: (at: Moment, by: String, reason: String)] {
    try read { connection in
      var undone: [Int64: (at: Moment, by: String, reason: String)] = [:]
      try connection.each(
        """
        SELECT u.import_sequence, h.moment, h.actor, u.reason FROM import_undoing u
        JOIN import_file f ON f.history_sequence = u.import_sequence JOIN history h ON h.sequence = u.history_sequence
        """
      ) { row in
        undone[row.integer(0)] = (Moment(secondsSince1970: row.integer(1)), row.text(2), row.text(3))
      }
      return undone
    }
  }
}

extension Store.Writing {
  /// Undoes an import as one batch, where nothing stands on it.
  public func undoImport(_ sequence: Int64, because reason: String) throws {
    guard reason.hasContent else { throw Store.Refusal.reasonMissing }
    let record = try ImportRecord(sequence, on: connection)
    if try connection.undoing(ofImport: sequence) != nil { throw Store.Refusal.importUndone(record.receipt) }
    let dependencies = try record.dependencies(posting.years)
    guard dependencies.isEmpty else { throw Store.Refusal.importHasDependencies(dependencies) }
    _ = try act(.undoImport, subject: record.receipt.name) { act in
      let names = try ImportNames(record, on: self.connection)
      for undone in record.acts {
        try act.record("import_undoing", .integer(undone), .text(reason), .integer(act.sequence))
      }
      try record.takeFromTotals()
      for year in try record.unusedYears() { try act.record("year_undoing", .integer(year), .integer(act.sequence)) }
      try names.keep(in: act, keys: self.posting.keys)
    }
    try posting.years.reload()
  }
}
