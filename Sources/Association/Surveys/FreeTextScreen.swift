import Ledger

/// Looks for persons in a free text, so that whoever reads it before it is shown knows where to look. What is found is a
/// suspicion; that nothing is found proves nothing.
public enum FreeTextScreen {
  /// What something in a text may be.
  public enum Kind: String, CaseIterable, Sendable {
    /// A personal identity number, by its check digit.
    case personalNumber
    /// An address of e-mail, or a handle.
    case mail
    /// A telephone number, or another long row of digits.
    case digits
    /// A name: a word with a capital inside a sentence, or two such words together.
    case name
  }

  /// Something found: what, and where as offsets in the text's UTF-8.
  public struct Finding: Hashable, Sendable {
    /// What it may be.
    public let kind: Kind
    /// Where.
    public let range: Range<Int>
  }

  /// What is found in the text, in order and without overlap.
  public static func findings(in text: String) -> [Finding] {
    var found = PersonalNumber.find(in: text).map { Finding(kind: .personalNumber, range: $0) }
    let words = words(of: text)
    let extra = mails(words) + digits(text) + names(words)
    for finding in extra where !found.contains(where: { $0.range.overlaps(finding.range) }) { found.append(finding) }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A piece between blanks, without the signs around it.
  private struct Word {
    let text: Substring.UnicodeScalarView
    let range: Range<Int>
    /// Whether a sentence begins with it.
    let isFirst: Bool

    var hasCapital: Bool { text.first?.properties.isUppercase ?? false }
    var isLetters: Bool {
      text.contains { $0.properties.isLowercase }
        && text.allSatisfy { $0.properties.isAlphabetic || $0 == "-" || $0 == "’" }
    }
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var isFirst = true
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard !scalars[index].properties.isWhitespace else {
        if scalars[index] == "\n" { isFirst = true }
        index = scalars.index(after: index)
        continue
      }
      let end = scalars[index...].firstIndex { $0.properties.isWhitespace } ?? scalars.endIndex
      var (low, high) = (index, end)
      let isKept: (Unicode.Scalar) -> Bool = { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "@" }
      while low < high, !isKept(scalars[low]) { low = scalars.index(after: low) }
      while high > low, !isKept(scalars[scalars.index(before: high)]) { high = scalars.index(before: high) }
      if low < high {
        let start = text.utf8.distance(from: text.utf8.startIndex, to: low)
        let length = text.utf8.distance(from: low, to: high)
        words.append(
          Word(text: Substring(scalars[low..<high]).unicodeScalars, range: start..<(start + length), isFirst: isFirst))
      }
      isFirst = scalars[high..<end].contains { [".", "!", "?", ":", "…"].contains($0) }
      index = end
    }
    return words
  }

  private static func mails(_ words: [Word]) -> [Finding] {
    words.filter { $0.text.contains("@") && $0.text.count > 1 }.map { Finding(kind: .mail, range: $0.range) }
  }

  /// Seven digits or more with at most a blank, hyphen, plus or parenthesis between two: 070-123 45 67.
  private static func digits(_ text: String) -> [Finding] {
    let bytes = Array(text.utf8)
    var found: [Finding] = []
    var start: Int?
    var (last, count) = (0, 0)
    func end() {
      if let first = start, count >= 7 { found.append(Finding(kind: .digits, range: first..<(last + 1))) }
    }
    for (index, byte) in bytes.enumerated() {
      let isDigit = (48...57).contains(byte)
      if isDigit {
        if start == nil { (start, count) = (index, 0) }
        count += 1
        last = index
      } else if start != nil, !([32, 45, 43, 40, 41, 46, 47].contains(byte) && index - last <= 2) {
        end()
        start = nil
      }
    }
    end()
    return found
  }

  /// Words that are written with a capital inside a sentence and are no person's name.
  private static let known: Set<String> = [
    "Arbetsförmedlingen", "Arbetsförmedlingens", "Försäkringskassan", "Försäkringskassans", "Sverige", "Svenska", "Jag",
    "Finsam", "Region", "Covid", "Corona", "Gud", "Internet",
  ]

  private static func names(_ words: [Word]) -> [Finding] {
    var found: [Finding] = []
    var index = 0
    while index < words.count {
      guard isNameLike(words[index]) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < words.count, !words[last + 1].isFirst, isNameLike(words[last + 1]) { last += 1 }
      // One word with a capital at the beginning of a sentence is how sentences begin.
      if !words[index].isFirst || last > index {
        found.append(Finding(kind: .name, range: words[index].range.lowerBound..<words[last].range.upperBound))
      }
      index = last + 1
    }
    return found
  }

  private static func isNameLike(_ word: Word) -> Bool {
    word.hasCapital && word.isLetters && word.text.count > 1 && !known.contains(String(word.text))
  }
}
