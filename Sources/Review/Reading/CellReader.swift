/// What stands in a cell.
enum CellContent: Hashable, Sendable {
  /// A number, its unit if it has one, and how sure the reading is.
  case number(Number, Unit, Int)
  /// A dash, or a word for nothing.
  case nothing
  /// Several numbers in one: columns that slid together, or digits that came apart. The blank-parted pieces.
  case many([[UInt8]])
  /// Words.
  case words
}

/// Reads cells.
enum CellReader {
  /// What the folded bytes of a cell say.
  static func content(_ cell: ArraySlice<UInt8>) -> CellContent {
    let bytes = Array(cell).trimmedBytes
    guard !bytes.isEmpty else { return .nothing }
    if bytes.count <= 7, Vocabulary.nothing.contains(String(decoding: bytes, as: UTF8.self)) { return .nothing }
    let digitCount = bytes.count { $0.isDigit }
    guard digitCount > 0 else { return .words }
    let letterCount = bytes.count { $0.isLetterByte }
    if letterCount > 0 { return withLetters(bytes, digitCount: digitCount, letterCount: letterCount) }
    return plain(bytes, confidence: 98)
  }

  /// Letters beside digits: a unit, or a letter that a machine read for a digit.
  private static func withLetters(_ bytes: [UInt8], digitCount: Int, letterCount: Int) -> CellContent {
    let tokens = NumberScanner.tokens(in: bytes)
    if tokens.count == 1, tokens[0].unit != .none {
      let token = tokens[0]
      let rest = Array(bytes[..<token.range.lowerBound] + bytes[token.end...])
      if rest.allSatisfy({ !$0.isWordByte }) || rest.starts(with: Array("/deltagare".utf8)) {
        return .number(signed(token.value, bytes), token.unit, 98)
      }
    }
    // A nought and a one are often read as letters; others seldom, and then few of them.
    let isUsual = bytes.allSatisfy { !$0.isLetterByte || $0 == 111 || $0 == 108 }
    guard digitCount >= 2, letterCount <= (isUsual ? 6 : 3), isUsual || digitCount > letterCount else { return .words }
    var mended = bytes
    for index in mended.indices where mended[index].isLetterByte {
      switch mended[index] {
      case 111, 113: mended[index] = 48
      case 108, 105, 106: mended[index] = 49
      case 122: mended[index] = 50
      case 115: mended[index] = 53
      case 98: mended[index] = 56
      case 103: mended[index] = 57
      default: return .words
      }
    }
    return plain(mended, confidence: 60)
  }

  /// Blank, hyphen, plus, brackets, comma, point, per cent, apostrophe, star, equals and bar.
  private static let allowed: [UInt8] = [32, 45, 43, 40, 41, 44, 46, 37, 39, 42, 61, 124, 91, 93]

  private static func plain(_ bytes: [UInt8], confidence: Int) -> CellContent {
    guard bytes.allSatisfy({ $0.isDigit || allowed.contains($0) }) else { return .words }
    let tokens = NumberScanner.tokens(in: bytes)
    guard !tokens.isEmpty else { return .words }
    // Two columns of round thousands look like one number of twelve digits.
    let isTooBig = tokens[0].value.magnitude >= Number(10_000_000_000) && bytes.contains(32)
    if tokens.count == 1, tokens[0].range.count == span(of: bytes), !isTooBig {
      return .number(signed(tokens[0].value, bytes), tokens[0].unit, confidence)
    }
    // A machine loses the narrow blank after the first group: `5222 000`.
    let groups = bytes.split(separator: 32).map { $0.filter(\.isDigit) }
    let isLost = (4...7).contains(groups[0].count) || groups.dropFirst().contains { $0.count == 6 }
    if groups.count >= 2, isLost, (1...7).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 || $0.count == 6 }), groups.joined().count <= 10,
      !bytes.dropFirst().contains(45), !bytes.contains(44), !bytes.contains(46)
    {
      let digits = (bytes.first == 45 ? [45] : []) + Array(groups.joined())
      let joined = NumberScanner.tokens(in: digits)
      if joined.count == 1 { return .number(joined[0].value, .none, Swift.min(confidence, 86)) }
    }
    // A range is no amount: `15 - 29`, `2019-2023`.
    if tokens.count == 2, tokens[0].range.upperBound < tokens[1].range.lowerBound {
      let between = bytes[tokens[0].range.upperBound..<tokens[1].range.lowerBound]
      let isDash = between.contains(45)
      if isDash, tokens[0].value.magnitude < Number(10_000), tokens[1].value.magnitude < Number(10_000),
        tokens[0].value.decimals == 0
      {
        return .words
      }
    }
    let pieces = bytes.split(separator: 32).map(Array.init)
    return .many(pieces)
  }

  private static func span(of bytes: [UInt8]) -> Int {
    guard let first = bytes.firstIndex(where: \.isDigit), let last = bytes.lastIndex(where: \.isDigit) else { return 0 }
    return last - first + 1
  }

  /// A number within brackets, or with a minus after it, is below nought.
  private static func signed(_ value: Number, _ bytes: [UInt8]) -> Number {
    guard value.thousandths > 0 else { return value }
    let opens = bytes.first == 40 || (bytes.count > 1 && bytes[0] == 45 && bytes[1] == 40)
    if opens, bytes.contains(41) { return -value }
    if bytes.last == 45, bytes.first?.isDigit == true { return -value }
    return value
  }

  /// Digits that came apart, put together.
  static func joined(_ pieces: [[UInt8]]) -> CellContent {
    let kept: [UInt8] = [45, 44, 37]
    let digits = Array(pieces.joined()).filter { byte in byte.isDigit || kept.contains(byte) }
    if case .number(let value, let unit, _) = plain(digits, confidence: 70) { return .number(value, unit, 70) }
    return .words
  }

  /// The pieces as exactly so many numbers, the most even way; nil where they cannot be.
  static func split(_ pieces: [[UInt8]], into count: Int) -> [CellContent]? {
    guard count >= 1, pieces.count <= 40 else { return nil }
    var best: (score: Int, parts: [CellContent])?
    var tries = 0
    func step(_ at: Int, _ parts: [(CellContent, Int)]) {
      tries += 1
      guard tries < 4000 else { return }
      if at == pieces.count {
        guard parts.count == count else { return }
        let sizes = parts.map(\.1).filter { $0 > 0 }
        let spread = (sizes.max() ?? 0) - (sizes.min() ?? 0)
        let nothing = parts.count { $0.1 == 0 }
        let score = spread * 4 + nothing
        if best.map({ score < $0.score }) ?? true { best = (score, parts.map(\.0)) }
        return
      }
      guard parts.count < count else { return }
      var start = at
      var isMinus = false
      if pieces[at] == [45] || pieces[at] == [43] {
        step(at + 1, parts + [(.nothing, 0)])
        guard at + 1 < pieces.count, pieces[at + 1].first?.isDigit == true else { return }
        isMinus = pieces[at] == [45]
        start = at + 1
      }
      var text = isMinus ? [UInt8(45)] : []
      var end = start
      while end < pieces.count {
        let piece = pieces[end]
        if end > start {
          let digits = piece.prefix { $0.isDigit }.count
          guard digits == 3, pieces[start].last?.isDigit == true || end > start + 1 else { break }
          let first = pieces[start].filter(\.isDigit).count
          guard first <= 3, pieces[end - 1].last?.isDigit == true else { break }
        }
        text += piece
        end += 1
        guard case .number(let value, let unit, let confidence) = plain(text, confidence: 90) else { continue }
        step(end, parts + [(.number(value, unit, confidence), String(abs(value.whole)).utf8.count)])
      }
    }
    step(0, [])
    return best?.parts
  }
}
