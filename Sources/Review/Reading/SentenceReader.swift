/// A sentence and the numbers in it.
public struct Sentence: Sendable, Hashable {
  /// Where it begins.
  public var place: Place
  /// What it says.
  public var text: String
  /// The same, as it is compared.
  public var fold: Fold
  /// The numbers in it, in order.
  var numbers: [NumberToken]
  /// The line of each byte of the folded sentence, by where the lines begin.
  var starts: [(at: Int, place: Place)]
  /// The table and row that it stands in, where it stands in a cell.
  var cellLabel: [UInt8] = []
  /// The last heading before it.
  var section: [UInt8] = []

  /// The place of the byte.
  func place(at byte: Int) -> Place { starts.last { $0.at <= byte }?.place ?? place }

  /// The same words in the same place.
  public static func == (left: Sentence, right: Sentence) -> Bool {
    left.place == right.place && left.text == right.text
  }
  /// By what it says.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Puts the lines of paragraphs together and takes them apart into sentences.
enum SentenceReader {
  static func sentences(of source: SourceText, isTaken: [Bool], tables: [ReadTable]) -> [Sentence] {
    var sentences: [Sentence] = []
    var text: [UInt8] = []
    var starts: [(Int, Place)] = []
    var section: [UInt8] = []
    func flush() {
      if !text.isEmpty {
        split(String(decoding: text, as: UTF8.self), starts, section: section, label: [], into: &sentences)
      }
      text = []
      starts = []
    }
    var columns = ProseColumns(source.lines, isTaken: isTaken)
    for (index, line) in source.lines.enumerated() {
      if let texts = columns.take(index) {
        flush()
        for (text, starts) in texts {
          split(text, starts, section: section, label: [], into: &sentences)
        }
      }
      if columns.holds(index) { continue }
      if line.isBlank || line.isContents {
        flush()
        continue
      }
      if isTaken[index] {
        flush()
        // Words in the cells of a table are sentences too.
        guard line.isTabbed else { continue }
        let label = line.cells.first.map { Array(line.fold.bytes[$0.range]) } ?? []
        for cell in line.cells {
          let bytes = line.fold.bytes[cell.range]
          let letterCount = bytes.count(where: \.isLetterByte)
          guard bytes.contains(where: \.isDigit) || bytes.count > 30, letterCount >= 6 else { continue }
          split(line.printed(cell), [(0, line.place)], section: section, label: label, into: &sentences)
        }
        continue
      }
      if line.headingLevel > 0
        || (line.wordCount <= 8 && line.fold.bytes.trimmedBytes.first?.isDigit == true && line.fold.bytes.last != 46)
      {
        flush()
        section = line.fold.bytes.trimmedBytes
        split(line.text, [(0, line.place)], section: section, label: [], into: &sentences)
        continue
      }
      let trimmed = line.text.trimmed
      let first = line.fold.bytes.trimmedBytes.first ?? 0
      if first == 42 || first == 63 || (first == 45 && line.fold.bytes.trimmedBytes.dropFirst().first == 32) { flush() }
      if text.last == 45, text.count > 1, text[text.count - 2] >= 97 {
        text.removeLast()
      } else if !text.isEmpty {
        text.append(32)
      }
      starts.append((text.count, line.place))
      text.append(contentsOf: trimmed.utf8)
      if text.count > 30_000 { flush() }
    }
    flush()
    return sentences
  }

  private static func split(
    _ text: String, _ starts: [(Int, Place)], section: [UInt8], label: [UInt8], into sentences: inout [Sentence]
  ) {
    let all = Array(text.utf8)
    var start = 0
    var at = 0
    func add(_ end: Int) {
      guard end > start else { return }
      let piece = String(decoding: all[start..<end], as: UTF8.self)
      let trimmed = piece.trimmed
      guard !trimmed.isEmpty else { return }
      var lead = 0
      while start + lead < end, all[start + lead] <= 32 { lead += 1 }
      let base = start + lead
      let fold = Fold(trimmed)
      let inside = starts.filter { $0.0 < end }
      let own = inside.last { $0.0 <= base }?.1 ?? inside.first?.1 ?? Place(page: 1, line: 1)
      // The folded text is never longer than the printed; where lines begin is close enough for the place of a number.
      let places = inside.filter { $0.0 > base }.map { mark in
        (at: fold.origins.firstIndex { Int($0) >= mark.0 - base } ?? fold.count, place: mark.1)
      }
      sentences.append(
        Sentence(
          place: own, text: trimmed, fold: fold,
          numbers: NumberScanner.tokens(in: fold.bytes).filter { !isYear($0, fold) },
          starts: [(0, own)] + places, cellLabel: label, section: section))
    }
    while at < all.count {
      let byte = all[at]
      if byte == 46 || byte == 33 || byte == 63, at + 1 < all.count, all[at + 1] == 32 {
        var next = at + 1
        while next < all.count, all[next] == 32 { next += 1 }
        let isCapital =
          next < all.count
          && (all[next] >= 65 && all[next] <= 90 || all[next] == 0xC3 || all[next] == 34 || all[next] >= 0xE2)
        let short = at >= 2 && all[at - 2] <= 46 && !all[at - 1].isDigit
        let isNumber = at >= 1 && all[at - 1].isDigit && at >= 2 && !(all[at - 2].isDigit || all[at - 2] == 44)
        if isCapital, !short, !isNumber {
          add(at + 1)
          start = at + 1
        }
      }
      at += 1
    }
    add(all.count)
  }

  private static func isYear(_ token: NumberToken, _ fold: Fold) -> Bool {
    token.unit == .none && token.range.count == 4 && Period.year(fold.bytes, at: token.range.lowerBound) != nil
  }
}
