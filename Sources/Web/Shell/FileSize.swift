import Report

/// How large a file is, as people say it.
enum FileSize {
  /// `830 byte`, `12 kB`, `1,4 MB`.
  static func words(_ byteCount: Int) -> String {
    let count = Int64(byteCount)
    let space = Numerals.space
    if count < 1000 { return "\(count)\(space)byte" }
    if count < 1_000_000 { return "\(Numerals.whole((count + 500) / 1000))\(space)kB" }
    return "\(Numerals.tenths((count + 50_000) / 100_000))\(space)MB"
  }
}
