import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// A performer's start page: their own insatser, with what is granted, drawn and left this year.
enum PerformerStart {
  static func page(_ asked: Asked) throws -> Page {
    let association = try asked.store.association()
    let own = association.insatser.filter { asked.user.insatser.contains($0.id) }
    let number = WorkingYear.of(asked)
    let uses = try uses(asked, association, number)
    return Page(
      title: "Dina insatser \(number)", section: .start,
      print: Page.PrintHead(period: "\(number)", unit: "Belopp i kronor"),
      main: own.isEmpty
        ? tag(
          "div", [.class("empty")],
          tag("p", .text("Du har ingen insats än. Förbundschefen kopplar dig till dem som du arbetar med.")))
        : tag("ul", [.class("cards")], each: own.map { card($0, uses, number) }))
  }

  private static func uses(_ asked: Asked, _ association: Association, _ number: Int) throws -> [FrameUse] {
    guard let year = try asked.fiscalYear(number) else { return [] }
    return frameUses(
      try asked.store.books(of: year), mapping: try ReportMaking.mapping(of: association), association: association)
  }

  private static func card(_ insats: Insats, _ uses: [FrameUse], _ year: Int) -> HTML {
    let path = ListLink.object(year, ObjectReference(dimension: .insats, object: insats.id))
    let use = uses.first { $0.insatsID == insats.id }
    let amounts: [(String, Money?)] = [("Beviljat", use?.granted), ("Använt", use?.drawn), ("Kvar", use?.left)]
    let rows = amounts.compactMap { words, amount in
      amount.map { tag("div", tag("dt", .text(words)), tag("dd", .text(Numerals.kronor($0)))) }
    }
    return tag(
      "li", [.class("card")], tag("h2", tag("a", [.href(.path(path))], .text(insats.name))),
      rows.isEmpty
        ? tag("p", [.class("quiet")], .text("Ingen ram och inga kostnader \(year) än."))
        : tag("dl", [.class("economy")], each: rows))
  }
}
