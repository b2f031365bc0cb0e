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
    let followUp = try followUp(asked, association, number)
    return Page(
      title: "Dina insatser \(number)", section: .start,
      print: Page.PrintHead(period: "\(number)", unit: "Belopp i kronor"),
      main: try tasks(asked)
        + (own.isEmpty
          ? tag(
            "div", [.class("empty")],
            tag("p", .text("Du har ingen insats än. Förbundschefen kopplar dig till dem som du arbetar med.")))
          : tag("ul", [.class("cards")], each: own.map { card($0, followUp, number) }))
        + tag(
          "p", tag("a", [.href(.path(Addresses.applications.path()))], .text("Ansökningar och rapporter"))))
  }

  /// So many are shown: more is no help on a phone.
  static let taskCountMax = 3

  /// The most urgent things to do, and that there is nothing where there is none.
  private static func tasks(_ asked: Asked) throws -> HTML {
    let things = try DueBook(asked).things().filter {
      asked.mayDo($0) && $0.isPresent(on: asked.today, withinDays: DueBook.startDays)
    }
    guard !things.isEmpty else { return tag("p", [.class("notice")], .text("Du har inget att göra just nu.")) }
    return tag(
      "section", tag("h2", .text("Att göra")),
      DueTasks(things: Array(things.prefix(taskCountMax)), asked: asked).html)
  }

  private static func followUp(
    _ asked: Asked, _ association: Association, _ number: Int
  ) throws -> FollowUp? {
    guard let year = try asked.fiscalYear(number) else { return nil }
    return FollowUp(
      try asked.store.books(of: year), mapping: try ReportMaking.mapping(of: association), association: association)
  }

  private static func card(_ insats: Insats, _ followUp: FollowUp?, _ year: Int) -> HTML {
    let path = ListLink.object(year, ObjectReference(dimension: .insats, object: insats.id))
    let use = followUp?.whole(ofInsats: insats.id)
    let amounts: [(String, Money?)] = [("Beviljat", use?.granted), ("Använt", use?.outcome), ("Kvar", use?.left)]
    let rows = amounts.compactMap { words, amount in
      amount.map { tag("div", tag("dt", .text(words)), tag("dd", .text(Numerals.kronor($0)))) }
    }
    return tag(
      "li", [.class("card")], tag("h2", tag("a", [.href(.path(path))], .text(insats.name))),
      rows.isEmpty
        ? tag("p", [.class("quiet")], .text("Ingen ram och inga kostnader \(year) än."))
        : tag("dl", [.class("economy")], each: rows),
      use?.granted == nil
        ? .empty
        : tag(
          "p",
          tag(
            "a",
            [.class("button"), .href(.path(Addresses.requisitions.path())), .label("Begär pengar för \(insats.name)")],
            .text("Begär pengar"))))
  }
}
