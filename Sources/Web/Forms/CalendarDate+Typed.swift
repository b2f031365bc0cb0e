import Ledger
import Report

extension CalendarDate {
  /// A day as people type it: `2025-03-31`, `2025-3-31`, `20250331`, `250331`, `31/3 2025`, `31.3.2025`, `31 mars 2025`;
  /// and where a year is given, `31/3`, `0331` and `31 mars` of it.
  init?(typed text: String, year: Int? = nil) {
    guard let parts = CalendarDate.parts(of: text) else { return nil }
    func number(_ index: Int) -> Int? { parts[index].isWord ? nil : Int(parts[index].text) }
    func digits(_ index: Int) -> Int { parts[index].isWord ? 0 : parts[index].text.utf8.count }
    let counts = parts.indices.map(digits)
    switch counts {
    case [8]: self.init(yyyymmdd: number(0) ?? 0)
    case [6]: self.init(yyyymmdd: 20_000_000 + (number(0) ?? 0))
    case [4]:
      guard let year, let number = number(0) else { return nil }
      self.init(year: year, month: number / 100, day: number % 100)
    case [4, 1, 1], [4, 1, 2], [4, 2, 1], [4, 2, 2]:
      self.init(year: number(0) ?? 0, month: number(1) ?? 0, day: number(2) ?? 0)
    case [2, 2, 2] where parts[1].separator == "-":
      self.init(year: 2000 + (number(0) ?? 0), month: number(1) ?? 0, day: number(2) ?? 0)
    case [1, 1, 4], [1, 2, 4], [2, 1, 4], [2, 2, 4]:
      self.init(year: number(2) ?? 0, month: number(1) ?? 0, day: number(0) ?? 0)
    case [1, 1], [1, 2], [2, 1], [2, 2]:
      guard let year, parts[1].separator != "-" else { return nil }
      self.init(year: year, month: number(1) ?? 0, day: number(0) ?? 0)
    case [1, 0, 4], [2, 0, 4]:
      self.init(year: number(2) ?? 0, month: CalendarDate.month(parts[1].text) ?? 0, day: number(0) ?? 0)
    case [1, 0], [2, 0]:
      guard let year else { return nil }
      self.init(year: year, month: CalendarDate.month(parts[1].text) ?? 0, day: number(0) ?? 0)
    default: return nil
    }
  }

  /// A number or a word of a day, with the mark that stands before it.
  private struct Part {
    var text: String
    let isWord: Bool
    let separator: Character
  }

  /// The numbers and words; nil where something else stands there.
  private static func parts(of text: String) -> [Part]? {
    guard text.utf8.count <= 30 else { return nil }
    var parts: [Part] = []
    var separator: Character?
    for character in text.strippedOfBlanks.lowercased() {
      let isDigit = character.isASCII && character.isNumber
      let isLetter = character.isASCII && character.isLetter
      if isDigit || isLetter {
        if let last = parts.indices.last, separator == nil, parts[last].isWord == isLetter {
          parts[last].text.append(character)
        } else {
          parts.append(Part(text: String(character), isWord: isLetter, separator: separator ?? " "))
        }
        separator = nil
      } else if ["-", "/", ".", " ", "\u{A0}"].contains(character), !parts.isEmpty {
        // Of several marks the first is the one that was meant: `5/12 2022`, `5 dec. 2022`.
        separator = separator ?? character
      } else {
        return nil
      }
    }
    // A mark with nothing after it belongs to no day, but for that of a month cut short: `5 dec.`.
    return separator == nil || separator == "." ? parts : nil
  }

  /// The month of a name or of its first letters, at least three.
  private static func month(_ text: String) -> Int? {
    guard text.utf8.count >= 3 else { return nil }
    return Numerals.monthNames.firstIndex { $0.utf8.starts(with: text.utf8) }.map { $0 + 1 }
  }
}
