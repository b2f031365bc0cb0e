public import Ledger

/// The voucher that a file in `bilagor/` is an underlying document of.
public struct AttachedVoucher: Hashable, Sendable {
  /// Its number.
  public var number: Voucher.Number
  /// The fiscal year, by the year of its last day.
  public var year: Int

  /// A voucher of a year.
  public init(number: Voucher.Number, year: Int) {
    self.number = number
    self.year = year
  }

  /// Where a document of that name is put: `bilagor/A-17-2022-faktura.pdf`.
  public func path(ofDocument name: String) -> String { "bilagor/\(number.series)-\(number.number)-\(year)-\(name)" }
}

extension FolderFile {
  /// The voucher that the file's name binds it to, `<serie>-<nummer>-<år>-<vad>.<ändelse>`; nil for other names.
  public var attachedVoucher: AttachedVoucher? {
    guard let name = path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap({ String($0) }) else { return nil }
    let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
    let parts = stem.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard parts.count >= 3, !parts[0].isEmpty, let number = FolderFile.number(parts[1], digitsMax: 9), number > 0,
      parts[2].utf8.count == 4, let year = FolderFile.number(parts[2], digitsMax: 4)
    else { return nil }
    return AttachedVoucher(number: Voucher.Number(series: parts[0], number: number), year: year)
  }

  private static func number(_ text: String, digitsMax: Int) -> Int? {
    guard (1...digitsMax).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
