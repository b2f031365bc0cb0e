import Ledger

/// What is sought: words, and what in them says where to seek and in which year.
struct SearchQuery {
  /// The groups that hits are shown in.
  enum Kind: Int, Comparable {
    case vouchers, diary, accounts, objects, pages, decisions, governing, report, handbook

    /// As they stand among groups that fit as well.
    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    /// The heading.
    var title: String {
      switch self {
      case .vouchers: "Verifikationer"
      case .diary: "Diariet"
      case .accounts: "Konton"
      case .objects: "Insatser, parter och projekt"
      case .pages: "Sidor i kontoret"
      case .decisions: "Beslut"
      case .governing: "Styrdokument"
      case .report: "Årsredovisningen"
      case .handbook: "Handboken"
      }
    }

    /// The most hits of it that are shown, some twenty in all.
    var countMax: Int {
      switch self {
      case .vouchers: 6
      case .diary, .accounts, .objects, .pages, .decisions, .governing, .report: 4
      case .handbook: 3
      }
    }
  }

  /// As it was typed.
  let text: String
  /// What is sought, without the words that say where.
  let words: String
  let match: WordMatch
  /// The year that was named, if the book has it.
  let year: FiscalYear?
  /// The paragraph that is sought, where one is: the number after §.
  let paragraph: String?
  /// The day that was typed, where it was one with its year.
  let day: CalendarDate?
  private let kind: Kind?

  /// Reads what was typed: `konto bank`, `ver 214`, `samsa 2024`, `§ 45`.
  init(_ text: String, years: [FiscalYear]) {
    self.text = text
    var tokens = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map { String($0) }
    var kind: Kind?
    if let first = tokens.first, tokens.count > 1, let named = SearchQuery.kinds[first.lowercased()] {
      kind = named
      tokens.removeFirst()
    }
    if text.utf8.starts(with: "§".utf8) { kind = .decisions }
    paragraph = SearchQuery.paragraph(in: text)
    day = CalendarDate(typed: text)
    var year: FiscalYear?
    if kind != .decisions, tokens.count > 1,
      let index = tokens.firstIndex(where: { token in years.contains { "\($0.number)" == token } })
    {
      year = years.last { "\($0.number)" == tokens[index] }
      tokens.remove(at: index)
    }
    words = tokens.joined(separator: " ")
    match = WordMatch(words)
    self.kind = kind
    self.year = year
  }

  /// The digits after a paragraph sign: `§ 12`, `§12`.
  static func paragraph(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let sign = bytes.firstRange(of: Array("§".utf8)) else { return nil }
    let rest = bytes[sign.upperBound...].drop { $0 == 32 || $0 == 0xC2 || $0 == 0xA0 }
    let digits = rest.prefix { (48...57).contains($0) }
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
  }

  /// Whether anything is sought at all.
  var isEmpty: Bool { match.words.isEmpty }

  /// Whether hits of that kind are wanted.
  func wants(_ kind: Kind) -> Bool { self.kind == nil || self.kind == kind }

  /// Words that say where to seek when more words follow.
  private static let kinds: [String: Kind] = [
    "verifikation": .vouchers, "verifikationer": .vouchers, "verifikat": .vouchers, "ver": .vouchers,
    "konto": .accounts, "konton": .accounts, "insats": .objects, "projekt": .objects, "part": .objects,
    "beslut": .decisions, "diarium": .diary, "diariet": .diary, "dnr": .diary, "styrdokument": .governing,
    "sida": .pages, "kapitel": .report, "siffra": .report, "hjälp": .handbook,
    "handbok": .handbook,
  ]
}

/// Something that was found.
struct SearchHit: Hashable {
  let kind: SearchQuery.Kind
  /// What it is called.
  let title: String
  /// What tells it from others: a day and an amount, a year.
  var detail = ""
  let path: String
  /// How well it fits; higher is better.
  let score: Int
}
