import Ledger

/// What somebody has typed to find a voucher, and what it may mean: a number, an amount, words.
struct SearchWords {
  /// `A 17` and `A17`: a series and a number. Words too, where there is no such voucher.
  private(set) var number: Voucher.Number?
  /// `17`: that number in any series.
  private(set) var anyNumber: Int?
  /// `1 234,50`, `1234.5`, `17`: an amount, on whichever side.
  private(set) var amount: Money?
  /// The words, folded for `holds`; none where it can be nothing but an amount.
  private(set) var words: [String] = []

  init(_ text: String) {
    let parts = SearchWords.parts(of: text)
    guard !parts.isEmpty else { return }
    let joined = parts.joined()
    amount = SearchWords.amount(joined)
    if let whole = Int(voucherNumber: joined), parts.count == 1 { anyNumber = whole }
    let digits = joined.utf8.reversed().prefix { $0 >= 48 && $0 <= 57 }.count
    if amount == nil, let value = Int(voucherNumber: String(decoding: joined.utf8.suffix(digits), as: UTF8.self)) {
      // `A-17` is `A 17`, as it stands in an address.
      let head = joined.utf8.dropLast(digits)
      let series = String(decoding: head.last == UInt8(ascii: "-") ? head.dropLast() : head, as: UTF8.self)
      if parts.count == 1 || (parts.count == 2 && parts[0] == series) {
        number = Voucher.Number(series: series, number: value)
      }
    }
    // With a decimal comma or spaces between its thousands it is an amount and nothing else.
    if amount == nil || anyNumber != nil { words = parts.map { TextSearch.folded($0) } }
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { words.isEmpty && amount == nil }

  /// The words between blanks, those that do not break included: thousands are set apart by U+00A0 and U+202F.
  private static func parts(of text: String) -> [String] {
    text.unicodeScalars.split { $0.value <= 32 || $0.value == 0xA0 || $0.value == 0x202F }.map { String($0) }
  }

  /// `-1234,50` without blanks, with a minus of either sort; nil where it is none.
  private static func amount(_ text: String) -> Money? {
    var bytes = Array(text.utf8)
    let minus = Array("\u{2212}".utf8)
    if bytes.starts(with: minus) { bytes.replaceSubrange(0..<minus.count, with: [UInt8(ascii: "-")]) }
    if let comma = bytes.firstIndex(of: UInt8(ascii: ",")) { bytes[comma] = UInt8(ascii: ".") }
    return Money(decimal: bytes)?.magnitude
  }
}
