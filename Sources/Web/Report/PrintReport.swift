import HTTPTypes
import Ledger
import Press
import Report

/// The report as it is printed, leading on into the office.
enum PrintReport {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let report = try await asked.workbench(year)?.report else { return .notFound }
    let links = OfficeLinks(
      report: Addresses.report.path(year),
      voucher: { Addresses.voucher.path(VoucherPlace(year: year, number: $0)) },
      document: { Addresses.document.path($0) },
      account: { Addresses.ledger.path(year, query: [("konto", $0.text)]) })
    return .document(try await LongWork.run { HTMLPress.page(report, links: links) })
  }
}
