import Association
import Ledger
import Press
import Store

/// The board's meetings, the latest first.
enum ListBoardMeetings {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try BoardDesk(asked)
    let years = Dictionary(grouping: desk.record.meetings) { $0.day.year }.sorted { $0.key > $1.key }
    return .page(
      Page(
        title: "Styrelsens möten", section: .board, trail: [BoardDesk.trail], isWide: true,
        main: .joined([
          desk.mayWrite
            ? tag(
              "p", [.class("toolbar")],
              tag("a", [.class("button primary"), .href(.path(Addresses.newBoardMeeting.path()))], .text("Nytt möte")))
            : .empty,
          years.isEmpty
            ? tag("p", [.class("empty")], .text("Inga möten är inlagda. Planera det första med Nytt möte.")) : .empty,
          .joined(years.map { tag("h2", .text("\($0.key)")) + table(Array($0.value.reversed()), year: $0.key) }),
        ])))
  }

  private static func table(_ meetings: [BoardMeeting], year: Int) -> HTML {
    MoneyPart.table(
      "Möten \(year)",
      [
        MoneyPart.Column("Möte"), MoneyPart.Column("Dag och tid"), MoneyPart.Column("Plats"), MoneyPart.Column("Läge"),
        MoneyPart.Column("Paragrafer"),
      ],
      rows: meetings.map { meeting in
        let plan = meeting.plan
        let numbers = meeting.decisions.map(\.paragraph)
        let span =
          numbers.count < 2
          ? numbers.map { "§ \($0)" }.joined() : "§§ \(numbers[0])–\(numbers[numbers.count - 1])"
        return [
          MoneyPart.link("Möte \(plan.number)", Addresses.boardMeeting.path(meeting.id.rawValue)),
          .text("\(plan.day.text) kl. \(plan.time)"), .text(plan.place + (plan.isPublic ? " (offentligt)" : "")),
          BoardPart.badge(meeting.place), .text(span),
        ]
      })
  }
}
