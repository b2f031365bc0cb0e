import Ledger

/// What a comment is about, as it is kept and as it is read: `rapport/2025/kapitel/handelser`,
/// `rapport/2025/siffra/eget-kapital`, `verifikation/2025/A-17`.
enum CommentPlace: Hashable, Sendable {
  case chapter(year: Int, String)
  case figure(year: Int, String)
  case voucher(VoucherPlace)

  init?(_ text: String) {
    // A chapter's and a figure's name is what is left: it may hold a slash of its own.
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).map { String($0) }
    guard parts.count >= 3, let year = Int(typed: parts[1], in: TypedRange.year) else { return nil }
    switch (parts[0], parts[2], parts.count) {
    case ("rapport", "kapitel", 4): self = .chapter(year: year, parts[3])
    case ("rapport", "siffra", 4): self = .figure(year: year, parts[3])
    case ("verifikation", _, 3):
      guard let place = VoucherPlace(segments: [parts[1], parts[2]]) else { return nil }
      self = .voucher(place)
    default: return nil
    }
  }

  /// As it is kept.
  var text: String {
    switch self {
    case .chapter(let year, let id): "rapport/\(year)/kapitel/\(id)"
    case .figure(let year, let id): "rapport/\(year)/siffra/\(id)"
    case .voucher(let place): "verifikation/" + place.segments.joined(separator: "/")
    }
  }

  /// The page where it is read and answered.
  var path: String {
    switch self {
    case .chapter(let year, let id): Addresses.chapter.path(Pair(year, id))
    case .figure(let year, let id): Addresses.figure.path(Pair(year, id))
    case .voucher(let place): Addresses.voucher.path(place)
    }
  }

  /// The form where a new one is posted.
  var formPath: String {
    switch self {
    case .chapter(let year, let id): Addresses.chapterComments.path(Pair(year, id))
    case .figure(let year, let id): Addresses.figureComments.path(Pair(year, id))
    case .voucher(let place): Addresses.voucherComments.path(place)
    }
  }

  /// The same chapter or figure in next year's report; nil for a voucher, which stays in its year.
  var nextYear: CommentPlace? {
    switch self {
    case .chapter(let year, let id): .chapter(year: year + 1, id)
    case .figure(let year, let id): .figure(year: year + 1, id)
    case .voucher: nil
    }
  }

  /// What it is, in words.
  var words: String {
    switch self {
    case .chapter(let year, let id): "Årsredovisning \(year), kapitlet \(Self.title(ofChapter: id))"
    case .figure(let year, let id): "Årsredovisning \(year), \(FigureTitles.words(ofFigure: id, year: year))"
    case .voucher(let place): "Verifikation \(place.number.text), \(place.year)"
    }
  }
}
