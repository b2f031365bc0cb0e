/// Finds the tables of a text and reads their rows, columns, units and meaning.
struct TableReader {
  let lines: [SourceLine]
  private(set) var tables: [ReadTable] = []
  /// Headings that still have no rows.
  private var pending: [Int]?
  /// Which lines belong to a table.
  private(set) var isTaken: [Bool]
  /// What is printed at the head and foot of every page.
  private let furniture: Set<Int>
  /// Lines of sentences in two columns.
  private let prose: Set<Int>

  init(_ text: SourceText) {
    lines = text.lines
    isTaken = Array(repeating: false, count: text.lines.count)
    prose = ProseColumns.sentences(text.lines)
    furniture = PageFurniture.lines(of: text.lines)
    read()
  }

  // MARK: Runs of lines

  /// A title that may name the table beneath it.
  private struct Title {
    var text: String
    var bytes: [UInt8]
    var kind: TableKind?
    var note: String?
    var line: Int
  }

  private mutating func read() {
    var run: [Int] = []
    var title: Title?
    var lead: [Int] = []
    var blanks = 0
    var isInContents = false
    func closes(_ index: Int) -> Bool { !run.isEmpty && lines[run[0]].isTabbed != lines[index].isTabbed }
    func isRowRun() -> Bool { run.contains { RowReader.mayHoldFigures(lines[$0]) } }
    for index in lines.indices {
      let line = lines[index]
      if furniture.contains(index) || line.isDrawn { continue }
      if line.isBlank {
        blanks += 1
        if let first = run.first, lines[first].isTabbed || blanks >= 4 {
          close(&run, title: &title, lead: &lead)
        }
        continue
      }
      defer { blanks = 0 }
      if line.isContents {
        close(&run, title: &title, lead: &lead)
        continue
      }
      if line.fold.bytes.trimmedBytes.starts(with: Array("innehall".utf8)), line.wordCount <= 2 { isInContents = true }
      if !line.fold.has("innehall"), line.headingLevel > 0 || line.wordCount > 12 { isInContents = false }
      if isInContents, looksLikeContents(line) { continue }
      let found = titleOf(line, index)
      if found != nil || line.headingLevel > 0 {
        close(&run, title: &title, lead: &lead)
        if let found { title = found }
        lead = [index]
        if found != nil, !HeadingReader.periods(line).isEmpty, line.cells.count > 1, line.headingLevel == 0 {
          run = [index]
        }
        continue
      }
      if line.isTabbed {
        if closes(index) { close(&run, title: &title, lead: &lead) }
        run.append(index)
        continue
      }
      if let first = run.first, lines[first].isTabbed {
        // A heading inside a table of tabs has none of its own: `Tillgångar`.
        let goesOn = index + 1 < lines.count && lines[index + 1].isTabbed && !lines[index + 1].isContents
        if goesOn, blanks == 0, isShort(line) {
          run.append(index)
          continue
        }
        close(&run, title: &title, lead: &lead)
      }
      if !prose.contains(index), RowReader.isRow(line) || HeadingReader.isHeading(line) {
        let isHead =
          HeadingReader.isYears(line) && HeadingReader.periods(line).count >= 2 || HeadingReader.namesColumns(line)
        if isRowRun(), isHead, !line.isTabbed {
          // What stands last without figures is the title of what begins here.
          var names: [Int] = []
          while let last = run.last, !RowReader.mayHoldFigures(lines[last]), names.count < 2 {
            names.insert(run.removeLast(), at: 0)
          }
          close(&run, title: &title, lead: &lead)
          if !names.isEmpty { title = nil }
          lead = names
        }
        run.append(index)
      } else if !run.isEmpty, isShort(line) {
        run.append(index)
      } else if isPageFurniture(line) {
        continue
      } else {
        if !run.isEmpty, isRowRun() || line.wordCount > 9 { close(&run, title: &title, lead: &lead) }
        lead.append(index)
        if lead.count > 12 { lead.removeFirst() }
      }
    }
    close(&run, title: &title, lead: &lead)
    mergeParts()
  }

  /// A statement that was printed in two parts, on two pages or with its sides apart, is one.
  private mutating func mergeParts() {
    let kinds: Set<TableKind> = [.incomeStatement, .balanceSheet, .cashFlow, .operatingStatement]
    var merged: [ReadTable] = []
    for table in tables {
      if kinds.contains(table.kind),
        let index = merged.lastIndex(where: { $0.kind == table.kind && $0.columns.count == table.columns.count }),
        let last = merged[index].rows.last?.place, table.place.line - last.line <= 45
      {
        let old = Set(merged[index].rows.filter { !$0.isHeading }.compactMap(\.key))
        let new = Set(table.rows.filter { !$0.isHeading }.compactMap(\.key))
        let shared = old.intersection(new).subtracting(["result_for_year"])
        let isHeaded =
          !table.columns.compactMap(\.year).isEmpty && table.columns.map(\.year) != merged[index].columns.map(\.year)
        if shared.isEmpty, !isHeaded {
          merged[index].rows += table.rows
          if merged[index].columns.allSatisfy({ $0.year == nil }) { merged[index].columns = table.columns }
          if merged[index].statedUnit == nil, let unit = table.statedUnit {
            merged[index].statedUnit = unit
            merged[index].unit = unit
          }
          continue
        }
      }
      merged.append(table)
    }
    for index in merged.indices { merged[index].id = index }
    tables = merged
  }

  private func looksLikeContents(_ line: SourceLine) -> Bool {
    guard let last = line.cells.last else { return false }
    // A page and nothing else at the end, and no other figure before it but the number of the heading.
    let bytes = Array(line.fold.bytes[last.range])
    let tail = bytes.reversed().prefix { $0.isDigit }.count
    guard tail > 0, tail <= 3, line.wordCount > 0, line.cells.count <= 3 else { return false }
    return tail == bytes.count || bytes[bytes.count - tail - 1] == 46
      || (bytes[bytes.count - tail - 1] == 32 && tail <= 2)
  }

  private func isShort(_ line: SourceLine) -> Bool {
    let bytes = line.fold.bytes.trimmedBytes
    return line.wordCount <= 8 && bytes.count(where: { $0 != 32 }) <= 60 && bytes.last != 46
  }

  private func isPageFurniture(_ line: SourceLine) -> Bool {
    let bytes = line.fold.bytes.trimmedBytes
    return bytes.count <= 4 || bytes.starts(with: Array("sida ".utf8))
  }

  /// The title that the line is, if it is one.
  private func titleOf(_ line: SourceLine, _ index: Int) -> Title? {
    guard let first = line.cells.first else { return nil }
    let areYears = line.cells.dropFirst().allSatisfy { cell in
      let bytes = Array(line.fold.bytes[cell.range])
      return Period.years(in: bytes).count == 1 && bytes.count <= 12
    }
    guard !line.isTabbed || areYears else { return nil }
    let bytes = HeadingReader.withoutNumbering(line.fold.bytes[first.range])
    if line.isTabbed, line.cells.count > 1, HeadingReader.noteNumber(bytes) == nil { return nil }
    if let title = noteTitle(line, index, bytes) { return title }
    guard bytes.count >= 4, bytes.count <= 110 else { return nil }
    let text = line.printed(first)
    if let note = HeadingReader.noteNumber(bytes), bytes.last != 46 || line.wordCount <= 8 {
      let kind = noteKind(bytes)
      return Title(text: text, bytes: bytes, kind: kind, note: note, line: index)
    }
    guard line.wordCount <= 10, bytes.last != 46 else { return nil }
    if let kind = Vocabulary.kind(ofTitle: bytes) {
      // A sentence may begin with the word, and a row may: a title has no figures beside it but years.
      guard !RowReader.isRow(line) else { return nil }
      return Title(text: text, bytes: bytes, kind: kind, note: nil, line: index)
    }
    return line.headingLevel > 0 ? Title(text: text, bytes: bytes, kind: nil, note: nil, line: index) : nil
  }

  /// `Verksamhetens kostnader, not 2` above its years.
  private func noteTitle(_ line: SourceLine, _ index: Int, _ bytes: [UInt8]) -> Title? {
    guard line.cells.count == 1, !line.isTabbed, line.wordCount <= 8, let first = line.cells.first,
      let note = HeadingReader.label(bytes).note, HeadingReader.noteNumber(bytes) == nil,
      let next = lines[(index + 1)...].prefix(3).first(where: { !$0.isBlank }),
      HeadingReader.isYears(next)
    else { return nil }
    return Title(text: line.printed(first), bytes: bytes, kind: .note, note: note, line: index)
  }

  /// A note that is a table of a kind of its own.
  private func noteKind(_ bytes: [UInt8]) -> TableKind? {
    bytes.has("projektuppf") || bytes.has("beviljad")
      || bytes.has("projektram") || bytes.has("insatsuppf")
      ? .projectNote : .note
  }

  private mutating func close(_ run: inout [Int], title: inout Title?, lead: inout [Int]) {
    defer { run = [] }
    // Headings that a blank line parts from their rows.
    if let head = pending, let first = run.first {
      pending = nil
      if first - head[head.count - 1] <= 3, lines[first].isTabbed == lines[head[0]].isTabbed,
        HeadingReader.periods(lines[first]).isEmpty
      {
        run = head + run
      }
    }
    if !run.isEmpty, run.count <= 3,
      run.allSatisfy({ HeadingReader.isHeading(lines[$0]) || HeadingReader.isYears(lines[$0]) })
    {
      pending = run
      return
    }
    while let last = run.last, !RowReader.mayHoldFigures(lines[last]), !lines[last].isTabbed { run.removeLast() }
    guard !run.isEmpty else { return }
    var heads: [Int] = []
    let near = lead.suffix(3).filter { lines[$0].wordCount <= 12 }
    var builder = TableBuilder(lines: lines, run: run)
    guard builder.build() else {
      lead.append(contentsOf: run.suffix(4))
      return
    }
    heads = Array(near)
    guard builder.rows.contains(where: { row in row.cells.contains { $0 != nil } || !row.words.isEmpty }) else {
      return
    }
    var table = builder.table(id: tables.count)
    for index in run { isTaken[index] = true }
    let distance = title.map { run[0] - $0.line } ?? Int.max
    let usable = title.flatMap { distance <= 40 ? $0 : nil }
    table.title = usable?.text ?? heads.last.map { lines[$0].text.trimmed } ?? ""
    table.noteNumber = usable?.note
    let leadText = near.map { lines[$0].fold.bytes }
    classify(&table, titleKind: usable?.kind, titleBytes: usable?.bytes ?? [], lead: leadText, isNear: distance <= 12)
    UnitReader.read(&table, lines: lines, head: builder.headLines, near: near + (usable.map { [$0.line] } ?? []))
    ColumnReader.settle(&table)
    tables.append(table)
    lead = []
  }

  // MARK: Meaning

  private func classify(
    _ table: inout ReadTable, titleKind: TableKind?, titleBytes: [UInt8], lead: [[UInt8]], isNear: Bool
  ) {
    var best: (kind: TableKind, score: Int) = (.other, 0)
    let years = Set(table.columns.compactMap(\.year))
    for kind in TableKind.allCases {
      var score = 0
      if Vocabulary.rows[kind] != nil {
        var seen: Set<String> = []
        for row in table.rows where !row.isHeading {
          guard let hit = Vocabulary.key(of: row.folded, in: kind), seen.insert(hit.key).inserted else { continue }
          score += hit.weight * (hit.confidence >= 92 ? 2 : 1)
        }
      }
      if titleKind == kind { score += isNear ? 9 : 4 }
      if lead.contains(where: { Vocabulary.kind(ofTitle: HeadingReader.withoutNumbering($0[...])) == kind }) {
        score += 4
      }
      switch kind {
      case .operatingStatement:
        let hasBudget = table.columns.contains { $0.role == .budget }
        let hasOutcome = table.columns.contains { $0.role == .current || $0.role == .deviation }
        if hasBudget, hasOutcome { score += 6 } else if titleKind != .operatingStatement || !isNear { score /= 3 }
      case .overview:
        if years.count >= 3, score >= 4 { score += 6 } else if years.count < 3 { score = score / 3 }
      case .projectNote:
        let roles = Set(table.columns.map(\.role))
        if roles.contains(.granted), roles.contains(.outcome) || roles.contains(.deviation) || roles.contains(.current)
        {
          score += 9
        }
        if !roles.contains(.granted), !roles.contains(.outcome) { score -= 6 }
      case .budget:
        let title = titleBytes + (lead.last ?? [])
        let isBudget =
          title.has("budget") || table.rows.first.map { $0.has("budget") } == true
          || headText(table).has("budget")
        let hasActual = table.columns.contains { $0.role == .deviation || $0.role == .outcome }
        if !isBudget || hasActual { score = 0 } else { score += years.count >= 2 ? 6 : 2 }
      case .incomeStatement:
        if table.columns.contains(where: { $0.role == .budget || $0.role == .deviation }) { score = score * 2 / 3 }
        if years.count >= 3 { score = score / 2 }
      case .note:
        if titleKind == .note, isNear { score += 8 }
      case .participants:
        let roles = Set(table.columns.map(\.role))
        if roles.contains(.women), roles.contains(.men) { score += 12 }
      case .survey:
        let questions = table.rows.count { $0.label.utf8.last == 63 }
        let percents = table.rows.count { row in row.cells.contains { $0?.unit == .percent } }
        if percents >= 2, questions >= 2 || percents * 2 > table.rows.count { score += questions >= 2 ? 12 : 3 }
      default: break
      }
      if score > best.score { best = (kind, score) }
    }
    table.kind = best.score >= 6 ? best.kind : .other
    table.kindConfidence = Swift.min(99, 50 + best.score * 3)
    if table.kind != .note, table.kind != .projectNote { table.noteNumber = nil }
    guard table.kind != .other else { return }
    for index in table.rows.indices {
      guard let hit = Vocabulary.key(of: table.rows[index].folded, in: table.kind) else { continue }
      table.rows[index].key = hit.key
      table.rows[index].keyConfidence = hit.confidence
      // `Tillgångar totalt` adds as much as `Summa tillgångar` does.
      if ["assets_total", "equity_and_liabilities_total"].contains(hit.key) {
        table.rows[index].isSum = true
      }
    }
  }

  private func headText(_ table: ReadTable) -> [UInt8] { Fold(table.headingQuote).bytes }
}

extension [UInt8] {
  /// Where the words begin, anywhere.
  func find(_ words: String) -> Int? { find(words, from: 0, before: count) }

  /// Whether the words stand there.
  func has(_ words: String) -> Bool { find(words) != nil }

  /// Whether any of the words stand there.
  func hasAny(_ words: [String]) -> Bool { words.contains { has($0) } }
}

/// Tells rows with figures from sentences.
enum RowReader {
  /// Whether any of the line's cells may be a figure.
  static func mayHoldFigures(_ line: SourceLine) -> Bool {
    guard line.fold.bytes.contains(where: { $0.isDigit }) else { return false }
    return line.isTabbed || isRow(line)
  }

  /// Whether an untabbed line is a row: a label, and figures after it.
  static func isRow(_ line: SourceLine) -> Bool {
    let bytes = line.fold.bytes
    guard let last = line.cells.last else { return false }
    let contents = line.cells.map { CellReader.content(bytes[$0.range]) }
    let figures = contents.count {
      switch $0 {
      case .number, .many: true
      default: false
      }
    }
    if line.cells.count >= 2 {
      if figures >= 2 { return true }
      if figures == 1, contents.last.map({ if case .words = $0 { false } else { true } }) == true {
        return line.wordCount <= 16
      }
    }
    guard let tail = tail(of: bytes, in: last.range) else { return false }
    let label = Array(bytes[line.cells[0].range.lowerBound..<tail.start]).trimmedBytes
    guard !label.isEmpty, line.wordCount <= 14 else { return false }
    let digitCount = tail.pieces.reduce(0) { $0 + $1.count { $0.isDigit } }
    let amounts = tail.pieces.count { piece in piece.contains { $0.isDigit } }
    if tail.pieces.count == 1, Period.year(tail.pieces[0], at: 0) != nil { return false }
    if digitCount >= 5 && label.last != 46 { return true }
    if label.last == 63, tail.pieces.contains(where: { $0.contains(37) }) { return true }
    if amounts >= 2, digitCount >= 2, line.wordCount <= 8 { return true }
    let clean = HeadingReader.label(label).label
    return amounts >= 1
      && Vocabulary.rows.values.contains { entries in entries.contains { $0.phrases.contains(clean) } }
  }

  /// The figures at the end of a cell that begins with words.
  static func tail(of bytes: [UInt8], in range: Range<Int>) -> (start: Int, pieces: [[UInt8]])? {
    var start = range.upperBound
    var pieces: [[UInt8]] = []
    var end = range.upperBound
    while end > range.lowerBound {
      var begin = end
      while begin > range.lowerBound, bytes[begin - 1] != 32 { begin -= 1 }
      let piece = Array(bytes[begin..<end])
      let isNumeric = piece.allSatisfy {
        $0.isDigit || $0 == 44 || $0 == 46 || $0 == 37 || $0 == 40 || $0 == 41 || $0 == 45 || $0 == 43
      }
      let isMended =
        piece.count >= 2 && piece.contains { $0.isDigit } && piece.allSatisfy { $0.isDigit || $0 == 111 || $0 == 108 }
      let isUnit = piece == Array("kr".utf8) && pieces.isEmpty
      guard isNumeric || isMended || isUnit else { break }
      if !isUnit { pieces.insert(isMended ? piece.map { $0 == 111 ? 48 : $0 == 108 ? 49 : $0 } : piece, at: 0) }
      start = begin
      end = begin
      while end > range.lowerBound, bytes[end - 1] == 32 { end -= 1 }
    }
    guard pieces.contains(where: { $0.contains { $0.isDigit } }) else { return nil }
    return (start, pieces)
  }
}

/// Reads headings, labels and numbering.
enum HeadingReader {
  static let words = [
    "not", "utfall", "budget", "avvikelse", "differens", "diff", "bokslut", "intakt", "kostnad", "netto", "kvinna",
    "kvinnor", "man",
    "totalt", "summa", "slutsumma", "beviljad", "projektram", "ram", "prognos", "belopp", "tkr", "kr", "kkr", "mnkr",
    "antal", "andel",
    "plan", "ack", "ar", "jan-dec", "helar", "noter", "beviljat", "periodiserad", "aktuell", "kon", "i", "tusental",
    "kronor", "fg", "foregaende",
    "projektnamn", "insats", "insatser", "projekt", "arets", "per", "procent", "intakter", "kostnader", "alder", "mot",
    "forbrukat", "kvar", "beslutad", "beslutat",
  ]
  private static let wordBytes = Set(words.map { Array($0.utf8) })

  /// The years of a line.
  static func periods(_ line: SourceLine) -> [Int] { Period.years(in: line.fold.bytes).map(\.year) }

  /// Whether an untabbed line is nothing but years and words of headings.
  static func isHeading(_ line: SourceLine) -> Bool {
    let bytes = line.fold.bytes
    let years = Period.years(in: bytes)
    var other = 0
    var known = 0
    for piece in bytes.split(whereSeparator: { !$0.isWordByte && $0 != 45 }) {
      let word = Array(piece)
      if !word.contains(where: \.isLetterByte) { continue }
      if wordBytes.contains(word) { known += 1 } else { other += word.count }
    }
    if years.count >= 1, columns(bytes).count >= 3, line.wordCount <= 16,
      NumberScanner.tokens(in: bytes).allSatisfy({ token in years.contains { $0.range.overlaps(token.range) } })
    {
      return true
    }
    guard other <= 14,
      known + years.count >= 2
        || (years.count == 1 && other == 0 && line.cells.count >= 1 && bytes.trimmedBytes.count <= 24
          && years[0].range.count >= 8)
    else { return false }
    // No figures but the years, and short words between.
    let figures = NumberScanner.tokens(in: bytes).filter { token in
      !years.contains { $0.range.overlaps(token.range) } && token.value.magnitude >= Number(100)
    }
    return figures.isEmpty && (years.count >= 1 || line.cells.count >= 2) && bytes.trimmedBytes.last != 46
  }

  /// Whether a line is nothing but years or days, a unit and the word for notes.
  static func isYears(_ line: SourceLine) -> Bool {
    let years = Period.years(in: line.fold.bytes)
    return !years.isEmpty && line.wordCount <= 4
      && NumberScanner.tokens(in: line.fold.bytes).allSatisfy { token in
        years.contains { $0.range.overlaps(token.range) }
      }
  }

  /// What begins a column in a heading whose words have single blanks between.
  private static let starts = [
    "utfall", "budget", "avvikelse", "bokslut", "prognos", "differens", "beviljad", "beviljat", "aktuell budget",
    "skillnad", "kvinnor", "man_", "totalt", "andel",
  ]

  /// Whether a line without figures names columns and nothing else: `Insats   Kvinnor   Män   Totalt`.
  static func namesColumns(_ line: SourceLine) -> Bool {
    let named = line.cells.dropFirst().count { cell in
      let bytes = Array(line.fold.bytes[cell.range])
      return (starts + ["aterstar", "kvar", "alla", "samtliga"]).contains { word in
        let letters = Array(word.utf8).filter(\.isLetterByte)
        return bytes.starts(with: letters) && (bytes.count == letters.count || word.utf8.count > 4)
      }
    }
    return named >= 2 && named == line.cells.count - 1 && !line.fold.bytes.contains(where: \.isDigit)
  }

  /// The columns of a heading that is one cell, by what is known to begin one: `Utfall 2023 Budget 2023 Avvikelse`.
  static func columns(_ bytes: [UInt8]) -> [Range<Int>] {
    var found: [Int] = []
    var years: [Int] = []
    var yearAt: [Int] = []
    for (_, range) in Period.years(in: bytes) { yearAt.append(range.lowerBound) }
    for word in starts {
      var at = 0
      while let next = bytes.find("_" + word, from: at, before: bytes.count) {
        found.append(next)
        at = next + 1
      }
    }
    found.sort()
    found = found.filter { start in
      // `aktuell budget` and `utfall - budget` are one column each.
      let before = Array(bytes[..<start]).trimmedBytes
      return !(before.count >= 7 && before.suffix(7) == Array("aktuell".utf8)[...]) && before.last != 45
    }
    for year in yearAt {
      let before = found.last { $0 < year }
      let other = yearAt.last { $0 < year }
      // A year after a word is the word's; a second year after it is a column, unless the two are a period.
      if let before, !yearAt.contains(where: { $0 > before && $0 < year }) { continue }
      if let other, year - other <= 13, Array(bytes[other..<year]).trimmedBytes.last == 45 { continue }
      years.append(year)
    }
    found = (found + years).sorted()
    return found.enumerated().map { index, start in
      start..<(index + 1 < found.count ? found[index + 1] : bytes.count)
    }
  }

  /// Without `1.5.2`, `2.`, bullets and signs in front.
  static func withoutNumbering(_ slice: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(slice).trimmedBytes
    var at = 0
    while at < bytes.count, bytes[at].isDigit || bytes[at] == 46 || bytes[at] == 41 { at += 1 }
    if at > 0, at < bytes.count, bytes[at] == 32 { bytes = Array(bytes[at...]).trimmedBytes }
    return bytes
  }

  /// The number of a note whose title begins so: `not 3. fordringar`.
  static func noteNumber(_ bytes: [UInt8]) -> String? {
    var at: Int
    if bytes.starts(with: Array("not ".utf8)) {
      at = 4
    } else if bytes.starts(with: Array("not".utf8)), bytes.count > 3, bytes[3].isDigit {
      at = 3
    } else {
      return nil
    }
    while at < bytes.count, bytes[at] == 32 { at += 1 }
    let size = NumberScanner.digits(bytes, at, bytes.count)
    guard size >= 1, size <= 2 else { return nil }
    return String(decoding: bytes[at..<(at + size)], as: UTF8.self)
  }

  /// A row's label as it is compared, and the note it names.
  static func label(_ bytes: [UInt8]) -> (label: [UInt8], note: String?) {
    var label = bytes.trimmedBytes
    func dropFront(_ isDropped: (UInt8) -> Bool) {
      var at = 0
      while at < label.count, isDropped(label[at]) { at += 1 }
      if at > 0 { label = Array(label[at...]).trimmedBytes }
    }
    dropFront {
      $0 == 45 || $0 == 43 || $0 == 47 || $0 == 32 || $0 == 42 || $0 == 63 || $0 == 61 || $0 == 34 || $0 == 39
        || $0 == 44
    }
    if let first = label.first, first.isDigit {
      let plain = withoutNumbering(label[...])
      if plain.first?.isLetterByte == true { label = plain }
    }
    var note: String?
    if let at = label.findLast("not ", before: label.count), at > 0, !label[at - 1].isWordByte {
      let number = noteNumber(Array(label[at...]))
      if number != nil, label.count - at <= 9 {
        note = number
        label = Array(label[..<at])
        while let last = label.last, !last.isWordByte { label.removeLast() }
      }
    }
    while let last = label.last,
      last == 58 || last == 46 || last == 32 || last == 42 || last == 45 || last == 63 || last == 44
    {
      if last == 46, label.count < 4 { break }
      label.removeLast()
    }
    // A digit inside a word is a letter that a machine misread.
    for index in label.indices.dropFirst().dropLast()
    where label[index].isDigit && label[index - 1].isLetterByte && label[index + 1].isLetterByte {
      if label[index] == 49 { label[index] = 108 } else if label[index] == 48 { label[index] = 111 }
    }
    // One blank between words.
    var result: [UInt8] = []
    for byte in label where !(byte.isBlankByte && result.last == 32) { result.append(byte.isBlankByte ? 32 : byte) }
    return (result, note)
  }

  /// Whether a label says that its row adds others.
  static func isSum(_ label: [UInt8]) -> Bool {
    let first = Array(label.prefix { $0.isLetterByte || $0 == 58 })
    let text = String(decoding: first, as: UTF8.self)
    return Vocabulary.sums.contains(text)
  }
}
