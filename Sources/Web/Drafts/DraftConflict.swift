import Ledger
import Press
import Report
import Store

/// Two have edited the same draft: the later is shown what the earlier saved, beside what they themselves typed, and
/// chooses.
struct DraftConflict {
  private let asked: Asked
  private let mine: Sketch
  private let saved: KeptSketch

  init(_ asked: Asked, mine: Sketch, saved: KeptSketch) {
    self.asked = asked
    self.mine = mine
    self.saved = saved
  }

  /// The page, whose form has the visitor's own text over the revision that now stands.
  var page: Page {
    get throws {
      var shown = mine
      // Documents that either has added are kept: taking one away is a deliberate act.
      shown = shown.adding(saved.sketch.documents)
      return try DraftPage(asked, kept: saved, shown: shown).page(
        title: "Utkastet har ändrats av någon annan", above: explanation())
    }
  }

  private func explanation() -> HTML {
    tag(
      // Focus is led here, and the table is read as a table; an alert would read it all out in one breath.
      "section", [.class("faults"), .tabIndex(-1), .id("fel"), .labelled(by: "krock-rubrik")],
      tag(
        "h2", [.id("krock-rubrik")],
        .text("\(saved.changedBy) sparade utkastet \(SwedishTime.text(saved.changedAt)), medan du skrev")),
      tag(
        "p",
        .text(
          "Inget av ditt är sparat än, och inget är borta. I tabellen står det som skiljer. I formuläret står ditt: ändra "
            + "det som behövs och spara, så ersätter ditt det som \(saved.changedBy) sparade.")),
      DraftConflict.table(mine: mine, saved: saved.sketch, by: saved.changedBy),
      tag(
        "p",
        tag(
          "a", [.class("button"), .href(.path(Addresses.draft.path(saved.id.rawValue)))],
          .text("Släng mitt och visa det som är sparat"))))
  }

  /// What differs, field by field and row by row.
  static func table(mine: Sketch, saved: Sketch, by name: String) -> HTML {
    var pairs: [(String, String, String)] = [
      ("Namn", mine.name, saved.name), ("Datum", mine.date, saved.date), ("Serie", mine.series, saved.series),
      ("Vad har hänt?", mine.text, saved.text), ("Motpart", mine.counterparty, saved.counterparty),
    ]
    for index in 0..<max(mine.rows.count, saved.rows.count) {
      pairs.append(("Rad \(index + 1)", row(mine.rows, index), row(saved.rows, index)))
    }
    pairs.append(("Antal underlag", "\(mine.documents.count)", "\(saved.documents.count)"))
    let rows = pairs.filter { $0.1 != $0.2 }.map { pair in
      tag(
        "tr", tag("th", [.scope(.row)], .text(pair.0)), tag("td", [.other("data-label", "Ditt")], words(pair.1)),
        tag("td", [.other("data-label", "Sparat av \(name)")], words(pair.2)))
    }
    guard !rows.isEmpty else { return tag("p", .text("De två är lika.")) }
    return tag(
      "table", [.class("list cards-on-phone")], tag("caption", .text("Det som skiljer")),
      tag(
        "thead",
        tag(
          "tr", tag("th", [.scope(.column)], .text("Vad")), tag("th", [.scope(.column)], .text("Ditt")),
          tag("th", [.scope(.column)], .text("Sparat av \(name)")))), tag("tbody", each: rows))
  }

  private static func words(_ text: String) -> HTML { .text(text.isEmpty ? "(tomt)" : text) }

  private static func row(_ rows: [Sketch.Row], _ index: Int) -> String {
    guard rows.indices.contains(index) else { return "" }
    let row = rows[index]
    let sides = [("debet", row.debit), ("kredit", row.credit)].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
    return ([row.account, row.insats, row.party] + sides + [row.text]).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
