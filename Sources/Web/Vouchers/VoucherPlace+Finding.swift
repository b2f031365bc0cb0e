import Ledger
import Store

extension VoucherPlace {
  /// The place of a voucher of that year.
  init(_ number: Voucher.Number, in year: FiscalYear) { self.init(year: year.number, number: number) }

  init(_ neighbour: VoucherSurroundings.Neighbour) { self.init(neighbour.number, in: neighbour.year) }

  /// The place as it stands in a sketch's `corrects` and in a comment's place: `2025/A-17`.
  var key: String { segments.joined(separator: "/") }

  /// The place that a key says, or nil.
  init?(key: String) {
    let parts = key.split(separator: "/", maxSplits: 1).map { String($0) }
    self.init(segments: parts)
  }

  /// `A 17, 2025`, in a sentence.
  var words: String { "\(number.text), \(year)" }

  /// Where comments on the voucher stand.
  var commentPlace: String { "verifikation/\(key)" }

  /// The voucher and its year, or nil where the book has none there.
  func find(in store: Store) throws -> (year: FiscalYear, posted: PostedVoucher)? {
    guard let year = try store.fiscalYears().first(where: { $0.number == self.year }),
      let posted = try store.voucher(number, in: year)
    else { return nil }
    return (year, posted)
  }
}
