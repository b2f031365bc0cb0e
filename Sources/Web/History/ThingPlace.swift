import Desk
import Ledger
import Press
import Store

/// Something with a history or comments of its own, as it is written in comments and in the history's address:
/// `verifikation/2025/A-17`, `rapport/2025/kapitel/handelser`, `manad/2025-03`, `ar/2025`, `anvandare/3`.
struct ThingPlace {
  let text: String
  /// What it is called inside a sentence.
  let words: String
  /// Where it is; empty where there is no page.
  let path: String
  private let kind: Kind

  private enum Kind {
    case voucher(VoucherPlace)
    case chapter(Int, String)
    case figure(Int, String)
    case month(Month)
    case year(Int)
    case user(Int64)
    case unknown
  }

  init(_ text: String) {
    self.text = text
    kind = ThingPlace.kind(of: text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) })
    switch kind {
    case .voucher(let place):
      words = "verifikation \(place.number.text) (\(place.year))"
      path = Addresses.voucher.path(place)
    case .chapter(let year, let id):
      words = "kapitlet \(HistoryWords.chapterName(id)), årsredovisningen \(year)"
      path = Addresses.chapter.path(Pair(year, id))
    case .figure(let year, let name):
      words = "\(FigureTitles.words(ofFigure: name, year: year)), årsredovisningen \(year)"
      path = Addresses.figure.path(Pair(year, name))
    case .month(let month):
      words = MonthName.text(month)
      path = Addresses.year.path(month.year)
    case .year(let year):
      words = "räkenskapsåret \(year)"
      path = Addresses.year.path(year)
    case .user(let id):
      words = "användaren \(id)"
      path = Addresses.user.path(id)
    case .unknown:
      words = text
      path = ""
    }
  }

  private static func kind(of parts: [String]) -> Kind {
    switch (parts.first, parts.count) {
    case ("verifikation", 3):
      return VoucherPlace(segments: Array(parts[1...])).map { .voucher($0) } ?? .unknown
    case ("rapport", 4):
      guard let year = Int(typed: parts[1], in: TypedRange.year) else { return .unknown }
      switch parts[2] {
      case "kapitel": return .chapter(year, parts[3])
      case "siffra", "siffror": return .figure(year, parts[3])
      default: return .unknown
      }
    case ("manad", 2):
      let numbers = parts[1].split(separator: "-").compactMap { Int(typed: $0, in: TypedRange.year) }
      guard numbers.count == 2 else { return .unknown }
      return Month(year: numbers[0], month: numbers[1]).map { .month($0) } ?? .unknown
    case ("ar", 2): return Int(typed: parts[1], in: TypedRange.year).map { .year($0) } ?? .unknown
    case ("anvandare", 2): return Int64(typed: parts[1], in: TypedRange.id).map { .user($0) } ?? .unknown
    default: return .unknown
    }
  }

  /// Everything in the history that is about it, latest first; nil where it is nothing that has a history.
  func history(in store: Store) throws -> [HistoryLine]? {
    var lines: [HistoryLine]
    switch kind {
    case .voucher(let place):
      guard let year = try store.fiscalYears().first(where: { $0.number == place.year }) else { return nil }
      lines = try store.history(of: .voucher(place.number, year))
    case .chapter(let year, let id): lines = try store.history(of: .chapter(year: year, id: id))
    case .figure: lines = []
    case .month(let month): lines = try store.history(of: .month(month))
    case .year(let number):
      guard let year = try store.fiscalYears().first(where: { $0.number == number }) else { return nil }
      lines = try store.history(of: .year(year))
    case .user(let id): lines = try store.history(of: .user(ID(rawValue: id)))
    case .unknown: return nil
    }
    lines += try store.history(of: .place(text))
    return Set(lines).sorted { $0.sequence > $1.sequence }
  }
}

/// The links to the history of one thing, from its own page.
enum HistoryLink {
  static func voucher(_ place: VoucherPlace) -> String {
    thing("verifikation/" + place.segments.joined(separator: "/"))
  }

  static func chapter(_ id: String, year: Int) -> String { thing("rapport/\(year)/kapitel/\(id)") }
  static func month(_ month: Month) -> String { thing("manad/\(month.text)") }
  static func year(_ year: Int) -> String { thing("ar/\(year)") }
  static func user(_ id: ID<User>) -> String { thing("anvandare/\(id.rawValue)") }

  /// The link as a page shows it, to whom the history is open.
  static func html(_ path: String, for user: User?) -> HTML {
    guard Access.insiders.admits(user) else { return .empty }
    return tag("a", [.href(.path(path))], .text("Historik"))
  }

  private static func thing(_ text: String) -> String {
    Addresses.history.path(query: [(HistoryRequest.Name.thing, text)])
  }
}
