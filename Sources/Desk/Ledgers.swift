import Association
package import Exchange
package import Ledger
import Press
package import Store

/// A year's ledger as the files that others read.
package enum Ledgers {
  /// The year as SIE of that type, and what could not be written as it is.
  package static func sie(
    of store: Store, year: FiscalYear, kind: SIEFile.Making.Kind, generatedOn: CalendarDate, isUTF8: Bool = false
  ) throws -> Reading<[UInt8]> {
    let file = SIEFile(
      books: try store.books(of: year), previous: try ReportMaking.previousBooks(of: store, year: year),
      vouchers: try store.vouchers(of: year), association: try store.association(),
      as: SIEFile.Making(kind: kind, generatedOn: generatedOn, version: Version.number))
    return SIEWriter.write(
      file, named: "bokforing-\(year.number).se",
      options: SIEWriter.Options(encoding: isUTF8 ? .utf8 : .codePage437))
  }

  /// The vouchers of a year that came in no file: entered, reversed and closed here. As SIE 4I, which another book can
  /// read beside the files that were imported. Nil where there are none.
  package static func own(of store: Store, year: FiscalYear, generatedOn: CalendarDate) throws -> FolderFile? {
    let vouchers = try store.vouchers(of: year).filter { posted in
      if case .imported = posted.voucher.source { return false }
      return posted.voucher.source != .balances
    }
    guard !vouchers.isEmpty else { return nil }
    let file = SIEFile(
      books: try store.books(of: year), vouchers: vouchers, association: try store.association(),
      as: SIEFile.Making(kind: .entries, generatedOn: generatedOn, version: Version.number))
    return FolderFile(
      path: "bokforing/\(year.number)-tillagg.si", bytes: SIEWriter.write(file, named: "tillägg").value)
  }
}
