/// Text that was set in two columns beside each other and came out line by line: what belongs together is beneath, not
/// to the right.
struct ProseColumns {
  private let lines: [SourceLine]
  /// Runs of such lines, and where the right column begins.
  private var runs: [(lines: Range<Int>, edge: Int)] = []
  private var held: Set<Int> = []

  init(_ lines: [SourceLine], isTaken: [Bool]) {
    self.lines = lines
    var start = 0
    while start < lines.count {
      guard !isTaken[start], let edge = ProseColumns.edge(lines[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      var both = 1
      while end < lines.count, !isTaken[end], !lines[end].isTabbed, !lines[end].isContents,
        ProseColumns.fits(lines[end], edge)
      {
        if ProseColumns.edge(lines[end]).map({ abs($0 - edge) <= 2 }) == true { both += 1 }
        end += 1
      }
      while end > start + 1, lines[end - 1].isBlank { end -= 1 }
      if both >= 3, both * 2 >= lines[start..<end].count(where: { !$0.isBlank }) {
        runs.append((start..<end, edge))
        held.formUnion(start..<end)
      }
      start = end
    }
  }

  /// The lines of such texts that no table may take: sentences on both sides, one of which may end in a number.
  static func sentences(_ lines: [SourceLine]) -> Set<Int> {
    let columns = ProseColumns(lines, isTaken: Array(repeating: false, count: lines.count))
    return columns.held.filter { index in
      let line = lines[index]
      guard line.cells.count == 2 else { return false }
      let counts = line.cells.map { cell in
        line.fold.bytes[cell.range].split(separator: 32).count { $0.first?.isLetterByte == true }
      }
      return counts[0] >= 3 && counts[1] >= 2
    }
  }

  /// Whether the line is part of such a text.
  func holds(_ index: Int) -> Bool { held.contains(index) }

  /// The texts of the run that begins at that line: the left column's, then the right's, each with where its lines begin.
  mutating func take(_ index: Int) -> [(text: String, starts: [(Int, Place)])]? {
    guard let first = runs.first, first.lines.lowerBound == index else { return nil }
    runs.removeFirst()
    return [false, true].flatMap { isRight -> [(String, [(Int, Place)])] in
      var texts: [(String, [(Int, Place)])] = []
      var text: [UInt8] = []
      var starts: [(Int, Place)] = []
      for line in lines[first.lines] {
        let cells = line.cells.filter { ($0.left >= first.edge - 2) == isRight }
        guard !cells.isEmpty else {
          if line.isBlank, !text.isEmpty {
            texts.append((String(decoding: text, as: UTF8.self), starts))
            (text, starts) = ([], [])
          }
          continue
        }
        if text.last == 45, text.count > 1, text[text.count - 2] >= 97 {
          text.removeLast()
        } else if !text.isEmpty {
          text.append(32)
        }
        starts.append((text.count, line.place))
        text += Array(cells.map { line.printed($0) }.joined(separator: " ").utf8)
      }
      if !text.isEmpty { texts.append((String(decoding: text, as: UTF8.self), starts)) }
      return texts
    }
  }

  /// Where the right column of the line begins: of two cells that are words, the second.
  private static func edge(_ line: SourceLine) -> Int? {
    guard !line.isTabbed, line.cells.count == 2 else { return nil }
    let (left, right) = (line.cells[0], line.cells[1])
    guard right.left - left.right >= 2, right.left >= 24 else { return nil }
    return isWords(line, left) && isWords(line, right) ? right.left : nil
  }

  private static func isWords(_ line: SourceLine, _ cell: Cell) -> Bool {
    let bytes = line.fold.bytes[cell.range]
    return bytes.count(where: \.isLetterByte) >= 8 && bytes.count(where: { $0 == 32 }) >= 1
  }

  /// Whether a line may go on in the two columns: its cells keep to their sides.
  private static func fits(_ line: SourceLine, _ edge: Int) -> Bool {
    line.isBlank
      || line.cells.allSatisfy { $0.left >= edge - 2 || $0.right <= edge - 1 }
        && line.cells.count <= 3
        && line.fold.bytes.contains(where: \.isLetterByte)
  }
}
