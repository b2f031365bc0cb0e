extension FixedWidthInteger {
  /// A whole number that a visitor has written, in an address, a query or a form; nil outside the range. All numbers
  /// that come from outside are read here: one that is reckoned with near the largest there is would end the process.
  init?(typed text: some StringProtocol, in range: ClosedRange<Self>) {
    guard text.utf8.count <= 20, let number = Self(text), range.contains(number) else { return nil }
    self = number
  }
}

/// The ranges of numbers that visitors write.
enum TypedRange {
  /// A calendar year, or a month or a day of one.
  static let year = 0...9999
  /// The page of a list. A longer list than a million pages is not there.
  static let page = 1...1_000_000
  /// The number of a voucher in its series.
  static let voucherNumber = 1...999_999_999
  /// The number of a dimension of objects.
  static let dimension = 1...999_999
  /// An id or a line in the book: what a JSON reader holds exactly, too.
  static let id: ClosedRange<Int64> = 0...(1 << 53)
}
