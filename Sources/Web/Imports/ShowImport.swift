import Desk
import Ledger
import Store

/// Shows the receipt of a file that has been read.
enum ShowImport {
  static func show(_ asked: Asked, _ number: Int64) async throws -> Answer {
    guard let model = try model(asked, number) else { return .notFound }
    return .page(ReceiptPage.page(model))
  }

  static func model(
    _ asked: Asked, _ number: Int64, faults: [FieldFault] = [], reason: String = ""
  ) throws -> ReceiptPage.Model? {
    let store = asked.store
    guard let receipt = try store.importReceipt(number) else { return nil }
    let undone = try store.undoneImports()[number]
    let contents = try store.contents(ofImport: number)
    let years = undone == nil ? Set(contents.years + contents.series.map(\.year)).sorted() : []
    let transfer = BookSnapshot.resultTransfer(of: try store.association())
    return ReceiptPage.Model(
      receipt: receipt, contents: contents,
      totals: try years.map { year in
        let count = try store.voucherPage(VoucherFilter(year: year), offset: 0, limit: 1).count
        return (year, ImportTotals(try store.books(of: year), voucherCount: count, resultTransfer: transfer))
      },
      unknown: try store.unknownRecords(ofImport: number).map(\.text),
      undone: undone.map { ReceiptPage.Undone(at: $0.at, by: $0.by, reason: $0.reason) },
      dependencies: undone == nil ? try store.dependencies(ofImport: number) : [],
      isBookkeeper: Access.bookkeepers.admits(asked.user), faults: faults, reason: reason, visitor: asked.visitor)
  }
}
