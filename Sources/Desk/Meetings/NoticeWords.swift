package import Association
package import Ledger

/// What a notice says, and what is said of notices.
package enum NoticeWords {
  static let lead =
    "Att protokollet är justerat har tillkännagetts på varje medlemskommuns och medlemsregions anslagstavla "
    + "(lag 2003:1210, 19 §, kommunallagen 8 kap. 12 §)."

  /// A row of a notice: what, and what of it.
  package typealias Row = (title: String, words: String)

  /// The notice that one member puts up: what has been adjusted, when, where the minutes are, and how long it is up.
  package static func rows(
    association: String, body: String, heldOn: CalendarDate, adjustedOn: CalendarDate, paragraphs: String,
    keptAt: String,
    posting: Notice.Posting?
  ) -> [Row] {
    var rows: [Row] = [
      ("Förbund", association), ("Organ", body), ("Sammanträdesdag", heldOn.text),
      ("Protokollet justerat", adjustedOn.text),
    ]
    if !paragraphs.isEmpty { rows.append(("Paragrafer", paragraphs)) }
    rows.append(("Protokollet förvaras", keptAt))
    rows.append(("Anslaget sätts upp", posting?.postedOn.text ?? "____-__-__"))
    rows.append(
      (
        "Anslaget tas ned",
        posting?.takeDownFrom.text ?? "tidigast dagen efter sista dagen att överklaga, tre veckor från uppsättningen"
      ))
    if let posting { rows.append(("Sista dag att överklaga", posting.lastAppealDay.text)) }
    return rows
  }

  /// How one appeals, which the notice ends with.
  package static let appeal =
    "Beslut i protokollet kan överklagas av den som är medlem av en kommun eller region som är medlem i förbundet "
    + "(lag 2003:1210, 28 §). Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då det "
    + "tillkännagavs på anslagstavlan att protokollet justerats (kommunallagen 13 kap. 5 §)."

  /// When the decisions gain force, in a sentence.
  package static func sentence(_ force: GainsForce, in association: Association) -> String {
    switch force {
    case .notAdjusted:
      return "När besluten vinner laga kraft är inte känt: protokollet är inte justerat."
    case .waiting(let ids):
      let names = ids.map { id in association.members.first { $0.id == id }?.name ?? id }
      guard !names.isEmpty else {
        return "När besluten vinner laga kraft är inte känt: förbundet har inga medlemmar med anslagstavla i boken."
      }
      return
        "När besluten vinner laga kraft är inte känt: anslaget sitter inte uppe hos \(names.joined(separator: ", "))."
    case .on(let day, let latest):
      return
        "Besluten vinner laga kraft \(day.text) om ingen överklagar och anslagen sitter uppe till dess: det senaste "
        + "anslaget sattes upp \(latest.text) och sista dagen att överklaga är \(day.dayBefore.text)."
    }
  }
}
