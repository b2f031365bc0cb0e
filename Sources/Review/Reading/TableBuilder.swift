/// Makes rows and columns of a run of lines.
struct TableBuilder {
  let lines: [SourceLine]
  let run: [Int]
  private(set) var rows: [ReadRow] = []
  private(set) var columns: [ReadColumn] = []
  /// The lines of the headings.
  private(set) var headLines: [Int] = []

  init(lines: [SourceLine], run: [Int]) {
    self.lines = lines
    self.run = run
  }

  /// A line taken apart.
  private struct Raw {
    var line: Int
    var label: Range<Int>?
    var values: [(cell: Cell, content: CellContent)] = []
    var words: [Cell] = []
    var note: String?
  }

  /// Reads the run; false where it is no table.
  mutating func build() -> Bool {
    let raws = run.map(raw)
    let headCount = countOfHeadings(raws)
    let heads = Array(raws[..<headCount])
    headLines = heads.map(\.line)
    var body = Array(raws[headCount...])
    guard body.contains(where: { !$0.values.isEmpty }) else {
      return buildWords(raws, heads: heads)
    }
    let isTabbed = lines[run[0]].isTabbed
    let headings = headingCells(heads)
    for index in body.indices { takeNote(&body[index], headings: headings, isTabbed: isTabbed) }
    if !isTabbed { partAgain(&body, heads: heads) }
    let positions = clusters(body, isTabbed: isTabbed, headings: headings, heads: heads)
    guard !positions.isEmpty else { return false }
    let hasNotes =
      headings.contains { isNoteHeading($0.bytes) } || heads.contains { lines[$0.line].fold.find("_not_") != nil }
    columns = headedColumns(positions, heads: heads, isTabbed: isTabbed)
    for raw in body { rows.append(row(raw, positions: positions, hasNotes: hasNotes, isTabbed: isTabbed)) }
    if !isTabbed { joinLabels() }
    return true
  }

  /// A label that goes on in the next line, before or after its figures, is one: `Ökning (-) / minskning (+) av` above
  /// `kortfristiga fordringar`. A list of rows in small letters beneath a heading is none.
  private mutating func joinLabels() {
    func isSmall(_ row: ReadRow) -> Bool {
      row.label.unicodeScalars.first { $0.value > 45 }?.properties.isLowercase ?? false
    }
    func isOpen(_ label: String) -> Bool {
      let bytes = Fold(label).bytes.trimmedBytes
      if bytes.last == 45, bytes.count > 3, bytes[bytes.count - 2].isLetterByte { return true }
      let word = bytes.split(separator: 32).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
      return Vocabulary.opens.contains(word) || bytes.last == 44
    }
    func joined(_ first: ReadRow, _ second: ReadRow) -> String {
      let head = first.label.trimmed
      return head.utf8.last == 45 && !head.hasSuffix(" -")
        ? String(head.dropLast()) + second.label.trimmed : head + " " + second.label.trimmed
    }
    var index = 0
    while index + 1 < rows.count {
      let (row, next) = (rows[index], rows[index + 1])
      let isNear = next.place.line - row.place.line == 1 && next.place.page == row.place.page
      let isAlone = index + 2 >= rows.count || !isSmall(rows[index + 2])
      if isNear, isSmall(next), row.words.isEmpty, next.words.isEmpty, row.isHeading != next.isHeading,
        isOpen(row.label) || (row.isHeading && isAlone && next.label.utf8.count <= 30 && !row.isSum)
      {
        var whole = row.isHeading ? next : row
        whole.label = joined(row, next)
        whole.folded = HeadingReader.label(Fold(whole.label).bytes).label
        whole.isSum = HeadingReader.isSum(whole.folded)
        rows.replaceSubrange(index...(index + 1), with: [whole])
      } else {
        index += 1
      }
    }
  }

  /// As many columns as the headings say, where they are written with single blanks; 0 where they do not say.
  private func columnCount(_ heads: [Raw]) -> Int {
    heads.map { raw -> Int in
      let line = lines[raw.line]
      let cells = line.cells.filter { !isNoteHeading(Array(line.fold.bytes[$0.range])) }
      return cells.count <= 2
        ? cells.map { HeadingReader.columns(Array(line.fold.bytes[$0.range])).count }.max() ?? 0 : 0
    }.max() ?? 0
  }

  /// How many figures most lines have, where no heading says it and nothing but single blanks parts them.
  private func usualCount(_ body: [Raw]) -> Int {
    let counts = body.map(\.values.count).filter { $0 > 0 }
    let isPlain = body.allSatisfy { !lines[$0.line].fold.bytes.contains(9) }
    guard isPlain, counts.count >= 3,
      let usual = Set(counts).max(by: { left, right in
        let (first, second) = (counts.count { $0 == left }, counts.count { $0 == right })
        return first == second ? left > right : first < second
      })
    else { return 0 }
    return counts.count { $0 == usual } * 4 >= counts.count * 3 ? usual : 0
  }

  /// Figures with single blanks between are parted by how many columns there are: `-179 100` is one number or two.
  private func partAgain(_ body: inout [Raw], heads: [Raw]) {
    let headed = columnCount(heads)
    let count = headed >= 2 ? headed : usualCount(body)
    guard count >= 2 else { return }
    let hasNotes = heads.contains { lines[$0.line].fold.find("_not_") != nil }
    for index in body.indices where body[index].values.count != count && !body[index].values.isEmpty {
      let bytes = lines[body[index].line].fold.bytes
      guard let first = body[index].values.first?.cell.range.lowerBound,
        let last = body[index].values.last?.cell.range.upperBound
      else { continue }
      var start = first
      while start > 0,
        bytes[start - 1] == 45 || bytes[start - 1] == 40
          || bytes[start - 1] == 32 && start > 1 && bytes[start - 2] == 45
      { start -= 1 }
      let run = Array(bytes[start..<last])
      // Where blanks part some of the figures already, they are not all one run.
      guard run.find("  ") == nil, body[index].words.isEmpty else { continue }
      let pieces = run.split(separator: 32).map(Array.init)
      if hasNotes, body[index].note == nil, let piece = pieces.first, piece.count <= 2, piece.allSatisfy(\.isDigit),
        let parts = CellReader.split(Array(pieces.dropFirst()), into: count)
      {
        body[index].note = String(decoding: piece, as: UTF8.self)
        body[index].values = parts.enumerated().map {
          (Cell(range: start..<last, left: start + $0, right: start + $0 + 1), $1)
        }
      } else if let parts = CellReader.split(pieces, into: count) {
        body[index].values = parts.enumerated().map {
          (Cell(range: start..<last, left: start + $0, right: start + $0 + 1), $1)
        }
      }
    }
  }

  /// The number of the note, where the headings have a column for it and the figure stands beneath.
  private func takeNote(_ raw: inout Raw, headings: [(cell: Cell, bytes: [UInt8])], isTabbed: Bool) {
    guard let heading = headings.first(where: { isNoteHeading($0.bytes) })?.cell else { return }
    guard
      let index = raw.values.firstIndex(where: { value in
        isTabbed
          ? value.cell.left == heading.left
          : value.cell.left <= heading.right + 5 && value.cell.right >= heading.left - 5
      })
    else { return }
    switch raw.values[index].content {
    case .number(let number, .none, _) where number.whole >= 1 && number.whole <= 60 && number.isWhole:
      guard isTabbed || raw.values.count > 1 || raw.values[index].cell.range.count <= 2 else { return }
      raw.note = String(number.whole)
      raw.values.remove(at: index)
    case .nothing where isTabbed: raw.values.remove(at: index)
    case .many(let pieces) where isTabbed:
      raw.note = pieces.first.map { String(decoding: $0.filter(\.isDigit), as: UTF8.self) }
      raw.values.remove(at: index)
    default: break
    }
  }

  // MARK: Lines

  private func raw(_ index: Int) -> Raw {
    let line = lines[index]
    let bytes = line.fold.bytes
    var raw = Raw(line: index)
    for (position, cell) in line.cells.enumerated() {
      let content = CellReader.content(bytes[cell.range])
      switch content {
      case .words:
        let isHeadline = raw.values.isEmpty
        if !line.isTabbed, position == line.cells.count - 1 || position == 0 || isHeadline,
          let tail = RowReader.tail(of: bytes, in: cell.range), tail.start > cell.range.lowerBound,
          isFigureTail(tail.pieces, hasOthers: line.cells.count - position > 1 || !raw.values.isEmpty)
        {
          let labelRange = cell.range.lowerBound..<tail.start
          raw.label = raw.label.map { $0.lowerBound..<labelRange.upperBound } ?? labelRange
          let tailCell = Cell(range: tail.start..<cell.range.upperBound, left: tail.start, right: cell.right)
          var content = CellReader.content(bytes[tailCell.range])
          if case .words = content { content = .many(tail.pieces) }
          raw.values += parted(tailCell, content, bytes)
          continue
        }
        if isHeadline, line.isTabbed ? true : true, raw.words.isEmpty,
          raw.label == nil || (line.isTabbed && raw.values.isEmpty && position <= 2) || !line.isTabbed
        {
          raw.label = raw.label.map { $0.lowerBound..<cell.range.upperBound } ?? cell.range
          if line.isTabbed, position > 0 { raw.words.append(cell) }
        } else {
          raw.words.append(cell)
        }
      case .nothing where position == 0 && line.isTabbed && cell.left == 0: break
      case .many where !line.isTabbed: raw.values += parted(cell, content, bytes)
      default:
        raw.values.append((cell, content))
      }
    }
    return raw
  }

  /// Figures with a single blank between, each with its own place; as they were where they are no whole figures.
  private func parted(_ cell: Cell, _ content: CellContent, _ bytes: [UInt8]) -> [(cell: Cell, content: CellContent)] {
    guard case .many = content else { return [(cell, content)] }
    let tokens = NumberScanner.tokens(in: bytes, from: cell.range.lowerBound, to: cell.range.upperBound)
    guard tokens.count >= 2, tokens.allSatisfy({ $0.value.magnitude < Number(10_000_000_000) }) else {
      return [(cell, content)]
    }
    let digitCount = bytes[cell.range].count { $0.isDigit }
    guard tokens.reduce(0, { $0 + bytes[$1.range].count { $0.isDigit } }) == digitCount else {
      return [(cell, content)]
    }
    // A group of fewer than three digits after another is a number that came apart, not two numbers.
    for (left, right) in zip(tokens, tokens.dropFirst()) {
      let gap = right.range.lowerBound - left.range.upperBound
      if gap <= 1, !right.isSigned, left.value.magnitude < Number(1000), left.range.count < 3, right.range.count > 3,
        left.range.lowerBound > cell.range.lowerBound
      {
        return [(cell, content)]
      }
    }
    return tokens.map { token in
      let range = token.range.lowerBound..<token.range.upperBound
      return (Cell(range: range, left: range.lowerBound, right: token.end), .number(token.value, token.unit, 92))
    }
  }

  /// Whether the pieces at the end of a label are figures and no part of its name.
  private func isFigureTail(_ pieces: [[UInt8]], hasOthers: Bool) -> Bool {
    let digitCount = pieces.reduce(0) { $0 + $1.count { $0.isDigit } }
    if pieces.count == 1, Period.year(pieces[0], at: 0) != nil { return false }
    if pieces.allSatisfy({ Period.year($0, at: 0) != nil }) { return false }
    if hasOthers { return digitCount >= 4 && pieces.count >= 2 }
    return digitCount >= 4 || (pieces.count >= 2 && digitCount >= 2) || pieces.contains { $0.contains(37) }
      || pieces == [[48]]
  }

  /// How many lines at the top are headings.
  private func countOfHeadings(_ raws: [Raw]) -> Int {
    var count = 0
    for raw in raws.prefix(8) {
      let line = lines[raw.line]
      let bytes = line.fold.bytes
      // No heading of a column is a sentence.
      if line.cells.contains(where: { $0.range.count > 70 }) { break }
      if let last = line.cells.last, line.cells.count >= 2, bytes[last.range].last == 46, last.range.count > 30 {
        break
      }
      let years = Period.years(in: bytes)
      // What counts something is no heading: `100 deltagare`.
      let counts = line.cells.contains { cell in
        NumberScanner.tokens(in: bytes, from: cell.range.lowerBound, to: cell.range.upperBound).contains { token in
          !years.contains { $0.range.overlaps(token.range) } && token.unit == .none
            && bytes[cell.range].contains(where: \.isLetterByte)
            && token.value >= Number(20)
        }
      }
      if counts, line.isTabbed { break }
      let figures = raw.values.filter { value in
        switch value.content {
        case .number(let number, let unit, _):
          let isYear = years.contains { $0.range == value.cell.range } && unit == .none
          return !isYear && number.thousandths != 0 || (unit != .none)
        case .many(let pieces): return !pieces.allSatisfy { Period.year($0, at: 0) != nil }
        case .nothing: return false
        case .words: return false
        }
      }
      let nothings = raw.values.count { if case .nothing = $0.content { true } else { false } }
      if figures.isEmpty, nothings == 0 {
        let hasWords = !years.isEmpty || line.cells.count >= 2 || HeadingReader.isHeading(line)
        if hasWords || count == 0 && raws.count > 1 {
          count += 1
          continue
        }
      }
      break
    }
    // A heading that is all there is, is no heading; and rows without figures right before the body are its own.
    while count > 0 {
      let last = lines[raws[count - 1].line]
      let isHead = !HeadingReader.periods(last).isEmpty || HeadingReader.isHeading(last) || last.cells.count >= 2
      if isHead, !(raws[count - 1].values.isEmpty && last.cells.count == 1 && HeadingReader.periods(last).isEmpty) {
        break
      }
      count -= 1
    }
    return count
  }

  // MARK: Columns

  private struct Cluster {
    var left: Int
    var right: Int
    var count: Int
  }

  private func headingCells(_ heads: [Raw]) -> [(cell: Cell, bytes: [UInt8])] {
    heads.flatMap { raw in
      lines[raw.line].cells.map { ($0, Array(lines[raw.line].fold.bytes[$0.range])) }
    }
  }

  private func clusters(
    _ body: [Raw], isTabbed: Bool, headings: [(cell: Cell, bytes: [UInt8])], heads: [Raw]
  ) -> [Cluster] {
    var clusters: [Cluster] = []
    let tolerance = isTabbed ? 0 : 3
    for raw in body {
      for value in raw.values {
        switch value.content {
        case .number, .many: break
        default: continue
        }
        if case .many = value.content, !isTabbed { continue }
        if let found = clusters.firstIndex(where: { abs($0.right - value.cell.right) <= tolerance }) {
          clusters[found].left = Swift.min(clusters[found].left, value.cell.left)
          clusters[found].count += 1
        } else {
          clusters.append(Cluster(left: value.cell.left, right: value.cell.right, count: 1))
        }
      }
    }
    clusters.sort { $0.right < $1.right }
    if !isTabbed {
      clusters = ordered(body, heads: heads) ?? overlapping(body) ?? clusters
      let rowsWithFigures = body.count { !$0.values.isEmpty }
      if clusters.count > 2, rowsWithFigures >= 6 { clusters.removeAll { $0.count * 12 < rowsWithFigures } }
    }
    // A column that only dashes stand in is still a column, if it is headed.
    if isTabbed {
      for heading in headings where !clusters.contains(where: { $0.left == heading.cell.left }) {
        guard heading.cell.left > 0, !isNoteHeading(heading.bytes) else { continue }
        let hasNothing = body.contains { raw in
          raw.values.contains { $0.cell.left == heading.cell.left }
        }
        let hasWords = body.contains { raw in raw.words.contains { $0.left == heading.cell.left } }
        if hasNothing, !hasWords {
          clusters.append(Cluster(left: heading.cell.left, right: heading.cell.right, count: 0))
        }
      }
      clusters.sort { $0.right < $1.right }
    }
    // What is written with single blanks has no places: as many columns as there are years, or as fit most rows.
    let unplaced = body.filter { raw in raw.values.contains { if case .many = $0.content { true } else { false } } }
    if !isTabbed, clusters.count <= 1, !unplaced.isEmpty {
      let years = heads.map { HeadingReader.periods(lines[$0.line]).count }.max() ?? 0
      let wanted = years >= 2 ? years : Swift.max(2, clusters.count)
      let right = lines[unplaced[0].line].fold.count
      clusters = (0..<wanted).map { Cluster(left: right + $0 * 20, right: right + $0 * 20 + 10, count: 1) }
    }
    return clusters
  }

  private func isNoteHeading(_ bytes: [UInt8]) -> Bool {
    bytes == Array("not".utf8) || bytes == Array("noter".utf8) || bytes == Array("not nr".utf8)
      || bytes == Array("not.".utf8)
  }

  /// Columns as the order of the figures, where most rows have as many.
  private func ordered(_ body: [Raw], heads: [Raw]) -> [Cluster]? {
    let full = body.filter { raw in
      !raw.values.isEmpty && !raw.values.contains { if case .many = $0.content { true } else { false } }
    }
    guard full.count >= 2 else { return nil }
    var histogram: [Int: Int] = [:]
    for raw in full { histogram[raw.values.count, default: 0] += 1 }
    let years = heads.map { HeadingReader.periods(lines[$0.line]).count }.max() ?? 0
    var count = histogram.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    if years >= 2, (histogram[years] ?? 0) * 3 >= full.count { count = years }
    let rows = full.filter { $0.values.count == count }
    guard count >= 1, rows.count * 2 >= full.count || rows.count >= 4 else { return nil }
    return (0..<count).map { column in
      let cells = rows.map { $0.values[column].cell }
      return Cluster(
        left: cells.map(\.left).min() ?? 0, right: cells.map(\.right).sorted()[cells.count / 2], count: cells.count)
    }
  }

  /// Columns as the figures that lie above one another; nil where some row has two figures in what would be one.
  private func overlapping(_ body: [Raw]) -> [Cluster]? {
    var clusters: [Cluster] = []
    let cells = body.flatMap { raw in
      raw.values.compactMap { value -> (cell: Cell, line: Int)? in
        if case .number = value.content { (value.cell, raw.line) } else { nil }
      }
    }
    var members: [Set<Int>] = []
    for (cell, line) in cells.sorted(by: { ($0.cell.left, $0.cell.right) < ($1.cell.left, $1.cell.right) }) {
      if var last = clusters.last, cell.left <= last.right {
        guard members[members.count - 1].insert(line).inserted else { return nil }
        last.right = Swift.max(last.right, cell.right)
        last.count += 1
        clusters[clusters.count - 1] = last
      } else {
        clusters.append(Cluster(left: cell.left, right: cell.right, count: 1))
        members.append([line])
      }
    }
    return clusters.isEmpty ? nil : clusters
  }

  /// The columns with their headings.
  private func headedColumns(_ positions: [Cluster], heads: [Raw], isTabbed: Bool) -> [ReadColumn] {
    var titles = Array(repeating: [String](), count: positions.count)
    for (order, head) in heads.enumerated() {
      let line = lines[head.line]
      let bytes = line.fold.bytes
      let isLast = order == heads.count - 1
      var cells = line.cells.filter { !isNoteHeading(Array(bytes[$0.range])) }
      if isTabbed {
        cells.removeAll {
          $0.left == 0 || $0.left < positions[0].left && Period.years(in: Array(bytes[$0.range])).isEmpty
        }
      } else {
        let years = Period.years(in: bytes)
        if cells.count <= 2, let wide = cells.max(by: { $0.range.count < $1.range.count }) {
          let parts = HeadingReader.columns(Array(bytes[wide.range]))
          if parts.count == positions.count, parts.count >= 2 {
            for (index, part) in parts.enumerated() {
              let range = (part.lowerBound + wide.range.lowerBound)..<(part.upperBound + wide.range.lowerBound)
              titles[index].append(line.fold.printed(range, of: line.text))
            }
            continue
          }
        }
        if cells.count < positions.count, years.count == positions.count {
          // Years on one line with single blanks between.
          for (index, year) in years.enumerated() { titles[index].append(line.fold.printed(year.range, of: line.text)) }
          continue
        }
        if cells.count > positions.count {
          let extra = cells.count - positions.count
          let isLabelled = cells.prefix(extra).allSatisfy { Period.years(in: Array(bytes[$0.range])).isEmpty }
          if isLabelled, isLast || extra == 1 { cells.removeFirst(extra) }
        } else if cells.count < positions.count, let first = cells.first, first.right < positions[0].left - 2,
          Period.years(in: Array(bytes[first.range])).isEmpty
        {
          cells.removeFirst()
        }
      }
      guard !cells.isEmpty else { continue }
      if cells.count == positions.count, !isTabbed || zip(cells, positions).allSatisfy({ $0.left == $1.left }) || isLast
      {
        for (index, cell) in cells.enumerated() { titles[index].append(line.printed(cell)) }
        continue
      }
      for (index, cell) in cells.enumerated() {
        let next = index + 1 < cells.count ? cells[index + 1].left : Int.max
        for (column, position) in positions.enumerated() {
          let isBeneath: Bool
          if isTabbed {
            isBeneath = isLast ? position.left == cell.left : position.left >= cell.left && position.left < next
          } else {
            let middle = (position.left + position.right) / 2
            let nearest = cells.min { abs(($0.left + $0.right) / 2 - middle) < abs(($1.left + $1.right) / 2 - middle) }
            isBeneath = nearest == cell
          }
          if isBeneath { titles[column].append(line.printed(cell)) }
        }
      }
    }
    return titles.map { parts in
      ColumnReader.column(titled: parts.joined(separator: " "))
    }
  }

  // MARK: Rows

  private func row(_ raw: Raw, positions: [Cluster], hasNotes: Bool, isTabbed: Bool) -> ReadRow {
    let line = lines[raw.line]
    let bytes = line.fold.bytes
    let labelBytes = raw.label.map { Array(bytes[$0]) } ?? []
    let (folded, labelNote) = HeadingReader.label(labelBytes)
    var noteReference = raw.note ?? labelNote
    var values = raw.values
    var cells: [ReadCell?] = Array(repeating: nil, count: positions.count)
    let pieces = values.enumerated().compactMap { index, value -> (Int, [[UInt8]])? in
      if case .many(let pieces) = value.content { (index, pieces) } else { nil }
    }
    if pieces.count == 1 {
      let (index, parts) = pieces[0]
      let free = positions.count - (values.count - 1)
      var replaced: [CellContent]?
      if free >= 1, !(isTabbed && free > 1 && values.count == positions.count) {
        if free == 1 {
          replaced = [CellReader.split(parts, into: 1)?.first ?? CellReader.joined(parts)]
          if hasNotes, noteReference == nil, let both = CellReader.split(parts, into: 2),
            case .number(let number, _, _) = both[0],
            number.whole >= 1, number.whole <= 30, CellReader.split(parts, into: 1) == nil
          {
            noteReference = String(number.whole)
            replaced = [both[1]]
          }
        } else {
          replaced = CellReader.split(parts, into: free)
          if hasNotes, noteReference == nil, let more = CellReader.split(parts, into: free + 1),
            case .number(let number, _, _) = more[0], number.whole >= 1, number.whole <= 30, parts[0].count <= 2
          {
            noteReference = String(number.whole)
            replaced = Array(more.dropFirst())
          }
          if replaced == nil {
            for count in stride(from: free - 1, through: 1, by: -1) where replaced == nil {
              replaced = CellReader.split(parts, into: count)
            }
          }
        }
      }
      let contents = replaced ?? [CellReader.joined(parts)]
      let cell = values[index].cell
      values.replaceSubrange(
        index...index,
        with: contents.map { (Cell(range: cell.range, left: cell.left, right: cell.right), $0) })
    } else {
      for (index, parts) in pieces {
        values[index].content = CellReader.split(parts, into: 1)?.first ?? CellReader.joined(parts)
      }
    }
    // A small number well before the first column is a note's, with or without a heading that says so.
    let stands = values.first.map { !isTabbed && !positions.isEmpty && $0.cell.right + 4 < positions[0].left } ?? false
    if hasNotes || stands, noteReference == nil, values.count == positions.count + 1,
      case .number(let number, .none, _) = values[0].content, number.isWhole,
      number.whole >= 1, number.whole <= 40
    {
      noteReference = String(number.whole)
      values.removeFirst()
    }
    for (order, value) in values.enumerated() {
      let column: Int?
      if values.count == positions.count {
        column = order
      } else if isTabbed, let exact = positions.firstIndex(where: { $0.left == value.cell.left }) {
        column = exact
      } else if pieces.count == 1, values.allSatisfy({ $0.cell == value.cell }) {
        column = order < positions.count ? order : nil
      } else {
        column = positions.indices.min { distance(positions[$0], value.cell) < distance(positions[$1], value.cell) }
      }
      guard let column, cells[column] == nil else { continue }
      let printed = line.fold.printed(value.cell.range, of: line.text)
      switch value.content {
      case .number(let number, let unit, let confidence) where values.count { $0.cell.range == value.cell.range } > 1:
        cells[column] = ReadCell(
          value: number, printed: number.text, unit: unit == .none ? nil : unit, confidence: Swift.min(90, confidence))
      case .number(let number, let unit, let confidence):
        let single = pieces.count == 1 && values.count > 1 && pieces[0].1.count > 1
        cells[column] = ReadCell(
          value: number, printed: single ? number.text : printed, unit: unit == .none ? nil : unit,
          confidence: confidence)
      case .nothing: cells[column] = ReadCell(value: nil, printed: printed, confidence: 95)
      case .many, .words: break
      }
    }
    return ReadRow(
      place: line.place, label: raw.label.map { line.fold.printed($0, of: line.text) } ?? "", folded: folded, key: nil,
      note: noteReference, isSum: HeadingReader.isSum(folded), cells: cells, words: raw.words.map { line.printed($0) },
      quote: TableBuilder.onOneLine(line.text))
  }

  private func distance(_ cluster: Cluster, _ cell: Cell) -> Int {
    Swift.min(abs(cluster.right - cell.right), abs((cluster.left + cluster.right) - (cell.left + cell.right)) / 2)
  }

  /// A table of words alone: its rows, without columns of figures.
  private mutating func buildWords(_ raws: [Raw], heads: [Raw]) -> Bool {
    guard lines[run[0]].isTabbed, raws.count >= 1 else { return false }
    for raw in raws {
      let line = lines[raw.line]
      let bytes = line.fold.bytes
      guard let first = line.cells.first else { continue }
      rows.append(
        ReadRow(
          place: line.place, label: line.printed(first), folded: HeadingReader.label(Array(bytes[first.range])).label,
          key: nil,
          note: nil, isSum: false, cells: [], words: line.cells.dropFirst().map { line.printed($0) },
          quote: TableBuilder.onOneLine(line.text)))
    }
    return true
  }

  static func onOneLine(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      let isBlank = byte == 32 || byte == 9
      if isBlank, result.isEmpty || result.last == 32 { continue }
      result.append(isBlank ? 32 : byte)
      if result.count >= 400 { break }
    }
    while result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// What was built.
  func table(id: Int) -> ReadTable {
    ReadTable(
      id: id, kind: .other, kindConfidence: 50, title: "", noteNumber: nil, unit: .none, statedUnit: nil,
      headingPlaces: headLines.map { lines[$0].place },
      headingQuote: headLines.map { TableBuilder.onOneLine(lines[$0].text) }.joined(separator: " "), columns: columns,
      rows: rows,
      place: lines[run[0]].place)
  }
}

/// Reads what headings of columns say.
enum ColumnReader {
  /// The column of that heading.
  static func column(titled title: String) -> ReadColumn {
    let fold = Fold(mended(title))
    let year = Period.years(in: fold.bytes).last?.year
    let role: ReadColumn.Role
    if fold.hasAny([
      "avvik", "differens", "_diff", "aterstar", "kvar_", "ej forbrukat", "oforbrukat", "- budget", "-budget",
    ]) {
      role = .deviation
    } else if fold.hasAny(["beviljad", "projektram", "_ram_", "beviljat", "tilldelad"]) {
      role = .granted
    } else if fold.hasAny(["budget"]) {
      role = .budget
    } else if fold.hasAny(["prognos"]) {
      role = .forecast
    } else if fold.hasAny(["_plan"]) {
      role = .plan
    } else if fold.hasAny(["kvinn"]) {
      role = .women
    } else if fold.hasAny(["_man_", "_man,", "mannen"]) {
      role = .men
    } else if fold.hasAny(["totalt", "slutsumma", "summa", "samtliga", "_alla_", "_tot"]) {
      role = .total
    } else if fold.hasAny(["%", "andel", "procent"]) {
      role = .percent
    } else if fold.hasAny(["utfall", "forbrukat", "avropat", "redovisat"]) {
      role = .outcome
    } else {
      role = .other
    }
    let part: ReadColumn.Part?
    if fold.hasAny(["netto"]) {
      part = .net
    } else if fold.hasAny(["intakt"]) {
      part = .income
    } else if fold.hasAny(["kostnad"]) {
      part = .cost
    } else {
      part = nil
    }
    return ReadColumn(title: title, role: role, year: year, part: part)
  }

  private static let known = [
    "utfall", "differens", "avvikelse", "budget", "beviljad", "bokslut", "kvinnor", "prognos", "totalt", "kostnad",
  ].map { Array($0.utf8) }

  /// The heading with words that a machine misread put right.
  private static func mended(_ title: String) -> String {
    let words = Fold(title).text.split(separator: " ").map { word -> String in
      let bytes = Array(word.utf8)
      guard bytes.count >= 5, let near = known.first(where: { editDistance($0, bytes, limit: 1) <= 1 }) else {
        return String(word)
      }
      return String(decoding: near, as: UTF8.self)
    }
    return words.joined(separator: " ")
  }

  /// Which of the columns of outcome is this year's and which is last year's.
  static func settle(_ table: inout ReadTable) {
    let isStatement: Set<TableKind> = [
      .incomeStatement, .balanceSheet, .cashFlow, .note, .overview, .operatingStatement, .balanceRequirement, .other,
    ]
    if table.kind == .projectNote, table.columns.count == 3 {
      let order: [ReadColumn.Role] = [.granted, .outcome, .deviation]
      let isFitting = zip(table.columns, order).allSatisfy {
        $0.role == $1 || $0.role == .other || $0.role == .budget || $0.role == .total
      }
      if isFitting { for index in 0..<3 { table.columns[index].role = order[index] } }
    }
    guard isStatement.contains(table.kind) else { return }
    let plain = table.columns.indices.filter {
      table.columns[$0].role == .other || table.columns[$0].role == .outcome || table.columns[$0].role == .total
    }
    let years = Set(plain.compactMap { table.columns[$0].year })
    if years.count >= 2, let latest = years.max() {
      for index in plain {
        guard let year = table.columns[index].year else { continue }
        if year == latest {
          table.columns[index].role = .current
        } else if year == latest - 1 {
          table.columns[index].role = .previous
        }
      }
    } else if plain.count >= 1, table.kind != .other {
      table.columns[plain[0]].role = .current
      if plain.count >= 2, table.columns[plain[1]].part == nil { table.columns[plain[1]].role = .previous }
    }
  }
}

/// Reads in what a table's amounts are.
enum UnitReader {
  private static let phrases: [(words: String, unit: Unit)] = [
    ("_tkr_", .thousands), ("_kkr_", .thousands), ("_ksek_", .thousands), ("tusental", .thousands),
    ("tusen kronor", .thousands),
    ("_mnkr_", .millions), ("_mkr_", .millions), ("miljoner kronor", .millions),
    ("belopp i kr", .kronor), ("belopp kr", .kronor), ("_kr_", .kronor), ("kronor", .kronor), ("_sek_", .kronor),
  ]

  static func read(_ table: inout ReadTable, lines: [SourceLine], head: [Int], near: [Int]) {
    for index in head + near.reversed() {
      let fold = lines[index].fold
      guard let found = phrases.first(where: { fold.has($0.words) }) else { continue }
      // A sentence above the table may hold amounts of its own.
      if !head.contains(index), NumberScanner.tokens(in: fold.bytes).contains(where: { $0.unit.kronor != nil }) {
        continue
      }
      table.statedUnit = found.unit
      table.unit = found.unit
      if !table.headingPlaces.contains(lines[index].place) { table.headingPlaces.insert(lines[index].place, at: 0) }
      return
    }
    // A label of the table itself may say it: `Budget 2022 (tkr)`.
    if let row = table.rows.first, let found = phrases.first(where: { row.has($0.words) }), row.isHeading {
      table.statedUnit = found.unit
      table.unit = found.unit
    }
  }
}
