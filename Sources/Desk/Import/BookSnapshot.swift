package import Association
package import Ledger
import Statements
package import Store

/// What a preview must know of the book that the file would be read into.
package struct BookSnapshot: Sendable {
  package var organisationNumber = ""
  package var years: [FiscalYear] = []
  package var closedYears: Set<FiscalYear> = []
  package var closedMonths: Set<Month> = []
  package var accounts: [Account] = []
  /// The books of the years that the file is about, and how many vouchers they have.
  package var books: [FiscalYear: Books] = [:]
  package var voucherCounts: [FiscalYear: Int] = [:]
  /// The imports that stand: those undone are left out.
  package var imports: [ImportReceipt] = []
  /// The accounts that carry the result to equity.
  package var resultTransfer: [Selection] = Mapping.shipped(for: .bas).resultTransfer

  package init() {}
}

extension BookSnapshot {
  /// What the book has of the years that the file is about.
  package init(of store: Store, for content: FileContent) throws {
    self.init()
    let association = try store.association()
    organisationNumber = association.organisationNumber
    resultTransfer = BookSnapshot.resultTransfer(of: association)
    years = try store.fiscalYears()
    closedYears = Set(try years.filter { try store.isClosed($0) })
    closedMonths = Set(try store.closedMonths())
    accounts = try store.accounts()
    let undone = try store.undoneImports()
    imports = try store.imports().filter { undone[$0.sequence] == nil }
    for year in content.years.map(\.year) where years.contains(year) {
      books[year] = try store.books(of: year)
      voucherCounts[year] = try store.voucherPage(VoucherFilter(year: year), offset: 0, limit: 1).count
    }
  }

  /// The accounts that carry the association's result to equity.
  package static func resultTransfer(of association: Association) -> [Selection] {
    // A mapping that cannot be read is the report's matter; the accounts are the usual ones then.
    (try? ReportMaking.mapping(of: association))?.resultTransfer
      ?? Mapping.shipped(for: association.chart).resultTransfer
  }
}
