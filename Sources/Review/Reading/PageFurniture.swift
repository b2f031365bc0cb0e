/// What is printed at the head and foot of every page: the association's name, the year, the number of the page. It
/// stands in the midst of a table that goes on from one page to the next, and is no row of it.
enum PageFurniture {
  /// So many lines at either end of a page may be furniture.
  private static let depth = 3
  /// On so many pages the same words must stand.
  private static let pageCountMin = 3

  /// The numbers of such lines.
  static func lines(of lines: [SourceLine]) -> Set<Int> {
    guard let last = lines.last, last.place.page >= pageCountMin else { return [] }
    var pages: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() where !line.isBlank { pages[line.place.page, default: []].append(index) }
    var places: [[UInt8]: [Int]] = [:]
    for own in pages.values {
      let ends = own.count <= 2 * depth ? own : Array(own.prefix(depth) + own.suffix(depth))
      for index in ends { places[words(lines[index]), default: []].append(index) }
    }
    return Set(
      places.filter { words, found in
        words.count >= 4 && Set(found.map { lines[$0].place.page }).count >= pageCountMin
      }.flatMap(\.value))
  }

  /// The line's letters alone: the number of the page differs.
  private static func words(_ line: SourceLine) -> [UInt8] {
    // A row with figures to add is no furniture, whatever it is called.
    let digitCount = line.fold.bytes.count { $0.isDigit }
    return digitCount > 8 ? [] : line.fold.bytes.filter(\.isLetterByte)
  }
}
