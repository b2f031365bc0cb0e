/// How far the reading of a file has come.
package struct ImportProgress: Hashable, Sendable {
  /// The file's name.
  package let name: String
  /// How many hundredths of it have been read.
  package let percent: Int

  package init(name: String, byteCount: Int, of wholeByteCount: Int) {
    self.name = name
    percent = min(100, byteCount * 100 / max(wholeByteCount, 1))
  }

  /// The same in words.
  package var words: String { "Läser \(name): \(percent) %" }
}
