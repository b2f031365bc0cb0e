import Report

/// How large a file is, as computers say it: a MB is 1024 kB of 1024 byte.
enum FileSize {
  /// `830 byte`, `12 kB`, `1,4 MB`.
  static func words(_ byteCount: Int) -> String {
    let count = Int64(byteCount)
    let space = Numerals.space
    if count < 1024 { return "\(count)\(space)byte" }
    if count < 1 << 20 { return "\(Numerals.whole((count + 512) >> 10))\(space)kB" }
    let tenths = (count * 10 + (1 << 19)) >> 20
    return "\(tenths % 10 == 0 ? Numerals.whole(tenths / 10) : Numerals.tenths(tenths))\(space)MB"
  }
}
