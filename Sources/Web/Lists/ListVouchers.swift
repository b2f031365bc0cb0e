import Ledger
import Press
import Store

/// The list of a year's vouchers, newest first.
enum ListVouchers {
  /// How many stand on a page.
  static let pageRowCount = 100
  /// The most that are shown on one page to be printed: some 120 sheets.
  static let wholeRowCountMax = 5000
  /// The most that a CSV holds: more than a spreadsheet of the usual kind opens with ease.
  static let fileRowCountMax = 200_000

  static func show(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let request = try ListRequest(asked, number, Addresses.vouchers) else {
      return try ListRequest.noYear(asked, title: "Verifikationer", section: .vouchers)
    }
    let filter = request.filter.voucherFilter
    if request.wantsCSV {
      let page = try await LongWork.run { try asked.store.voucherPage(filter, offset: 0, limit: fileRowCountMax) }
      if page.lines.count == page.count { return request.csv("verifikationer", lines(page)) }
    }
    let limit = request.filter.isWhole ? wholeRowCountMax : pageRowCount
    var number = request.filter.isWhole ? 1 : request.filter.page
    var page = try asked.store.voucherPage(filter, offset: (number - 1) * limit, limit: limit)
    let count = max((page.count + limit - 1) / limit, 1)
    // A page after the last is an old link to a list that was longer: the last is shown.
    if number > count {
      number = count
      page = try asked.store.voucherPage(filter, offset: (number - 1) * limit, limit: limit)
    }
    return request.answer(
      "Verifikationer \(request.year.number)", section: .vouchers,
      main: (request.wantsCSV ? ListPart.tooLong(rowCountMax: fileRowCountMax) : .empty)
        + VouchersPage(request: request, page: page, number: number, pageCount: count).html())
  }

  private static func lines(_ page: VoucherPage) -> [[String]] {
    [["Serie", "Nummer", "Dag", "Text", "Motpart", "Belopp", "Underlag", "Rättar", "Rättad av"]]
      + page.lines.map { line in
        [
          line.number.series, "\(line.number.number)", line.date.text, line.text, line.counterparty,
          CSVPress.decimal(line.sum), "\(line.documentCount)", line.reverses?.text ?? "", line.reversedBy?.text ?? "",
        ]
      }
  }
}
