import Association
package import Exchange
package import Ledger
package import Store

/// A whole book as an association folder.
package enum BookFolder {
  /// The folder's files: the association's facts, every file that was imported as it was and has not been undone,
  /// documents, and vouchers made here.
  package static func files(of store: Store, on day: CalendarDate) throws -> [FolderFile] {
    let association = try store.association()
    var bookkeeping: [FolderFile] = []
    let undone = try store.undoneImports()
    for receipt in try store.imports() where undone[receipt.sequence] == nil {
      var bytes: [UInt8] = []
      try store.originalBytes(ofImport: receipt.sequence) { bytes.append(contentsOf: $0) }
      bookkeeping.append(FolderFile(path: path(of: receipt, beside: bookkeeping), bytes: bytes))
    }
    for year in try store.fiscalYears() {
      if let own = try Ledgers.own(of: store, year: year, generatedOn: day) { bookkeeping.append(own) }
    }
    let documents = try store.attachments().map { FolderFile(path: $0.name, bytes: $0.bytes) }
    let mapping = association.mappingSource.isEmpty ? nil : Mapping.read(association.mappingSource).value ?? nil
    return AssociationFolder(
      association: association, mapping: mapping, bookkeeping: bookkeeping,
      attachments: documents.filter { $0.path.hasPrefix("bilagor/") },
      unknown: documents.filter { !$0.path.hasPrefix("bilagor/") }
    ).files()
  }

  /// Two files imported by one name must not hide each other: the later gets its number before the name, so that the
  /// order of names is still the order of import.
  private static func path(of receipt: ImportReceipt, beside others: [FolderFile]) -> String {
    let path = "bokforing/\(receipt.name)"
    return others.contains { $0.path == path } ? "bokforing/\(receipt.sequence)-\(receipt.name)" : path
  }
}
