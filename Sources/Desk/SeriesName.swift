package import Ledger

extension Voucher.Number {
  /// A series as people type it: small letters are made large. Nil where it is not one to ten of the letters A to Z and
  /// digits; a file may have others.
  package static func series(typed text: String) -> String? {
    let series = text.uppercased()
    let isAllowed = series.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    return isAllowed && (1...10).contains(series.utf8.count) ? series : nil
  }
}
