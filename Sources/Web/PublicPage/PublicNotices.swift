import Association
import Ledger
import Store

/// A notice that everybody may read: that minutes are adjusted, where they are kept, and until when they can be appealed.
struct PublicNotice: Hashable {
  /// What it is about: `Protokoll från styrelsens möte 2025-03-12`.
  let title: String
  /// The day that it was posted first.
  let day: CalendarDate
  /// What it says.
  let text: String
}

/// The notices that stand on the public page.
enum PublicNotices {
  /// Those of minutes that are adjusted and posted, the latest first, until the last day to appeal has passed (KL 8:12,
  /// 13:5). It says what the notice on a member's board says, and nothing of what was decided.
  static func all(of store: Store, on today: CalendarDate) throws -> [PublicNotice] {
    try store.minutes().compactMap { minutes -> PublicNotice? in
      guard let adjusted = minutes.state.adjusted else { return nil }
      let postings = minutes.notices.compactMap(\.standing)
      guard let first = postings.map(\.postedOn).min(), let last = postings.map(\.lastAppealDay).max(), today <= last
      else { return nil }
      let force = minutes.gainsForce.day.map { " Besluten vinner laga kraft \($0.text) om ingen överklagar." } ?? ""
      return PublicNotice(
        title: minutes.title, day: first,
        text: "Protokollet justerades \(adjusted.adjustedOn.text)"
          + (minutes.notes.keptAt.isEmpty ? "." : " och förvaras hos \(minutes.notes.keptAt).") + force)
    }.sorted { $0.day > $1.day }
  }
}
