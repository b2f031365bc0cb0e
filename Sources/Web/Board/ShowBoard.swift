import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// The board: who sits in it by member, with substitutes, terms and functions, and what the law asks that is not so.
enum ShowBoard {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try BoardDesk(asked)
    let today = asked.today
    let faults = desk.association.boardFaults(on: today)
    let next = desk.record.meetings.first { [.planned, .called, .opened].contains($0.place) }
    return .page(
      Page(
        title: "Styrelsen", section: .board, isWide: true,
        main: .joined([
          tag(
            "nav", [.class("toolbar"), .label("Om styrelsen")],
            MoneyPart.link("Möten", Addresses.boardMeetings.path()),
            MoneyPart.link("Beslut", Addresses.boardDecisions.path()),
            MoneyPart.link("Delegationsbeslut", Addresses.delegatedDecisions.path()),
            desk.mayWrite ? MoneyPart.link("Lägg till plats", Addresses.newBoardSeat.path()) : .empty),
          next.map { meeting in
            tag(
              "p", [.class("lead")], .text("Nästa möte: "),
              MoneyPart.link(BoardDesk.title(meeting.plan), Addresses.boardMeeting.path(meeting.id.rawValue)),
              .text(" "), BoardPart.badge(meeting.place))
          } ?? .empty,
          own(desk), missing(faults, desk), seats(desk, today),
          tag(
            "p", [.class("hint")],
            MoneyPart.link("Handboken om styrelsen", Addresses.handbookPage.path("styrelsen.md"))),
        ])))
  }

  private static func own(_ desk: BoardDesk) -> HTML {
    guard let seat = desk.ownSeat(on: desk.asked.today) else { return .empty }
    return tag("p", .text("Din plats: \(seat.function), \(desk.memberName(seat.memberID))."))
  }

  private static func missing(_ faults: [BoardFault], _ desk: BoardDesk) -> HTML {
    guard !faults.isEmpty else { return .empty }
    return tag(
      "div", [.class("warning")], tag("p", .text("Det här kräver lagen (2003:1210) och är inte så i dag:")),
      tag("ul", each: faults.map { tag("li", .text(Words.sentence($0, member: desk.memberName))) }))
  }

  private static func seats(_ desk: BoardDesk, _ today: CalendarDate) -> HTML {
    let all = desk.association.seats.enumerated().map { (place: Int64($0.offset + 1), seat: $0.element) }
    guard !all.isEmpty else {
      return tag(
        "p", [.class("empty")],
        .text("Inga platser är inlagda. Lägg till en ledamot och en ersättare för varje medlem (lag 2003:1210 § 10)."))
    }
    let held = all.filter { $0.seat.isHeld(on: today) }
    let ids = desk.association.members.map(\.id)
    let unknown = Set(held.map(\.seat.memberID)).subtracting(ids).sorted()
    let groups = (ids + unknown).map { id in
      held.filter { $0.seat.memberID == id }.sorted { left, right in
        (left.seat.isSubstitute ? 1 : 0, left.seat.substituteOrder ?? 0, left.place)
          < (right.seat.isSubstitute ? 1 : 0, right.seat.substituteOrder ?? 0, right.place)
      }
    }
    let now =
      held.isEmpty
      ? tag(
        "p", [.class("empty")],
        .text("Ingen plats har ett mandat som gäller i dag. Lägg till dem som är valda (lag 2003:1210 § 10)."))
      : table("Styrelsens platser i dag", groups.joined().map { $0 }, desk)
    return now
      + others("Kommande platser", all.filter { $0.seat.from.map { $0 > today } ?? false }, desk)
      + others("Tidigare platser", all.filter { $0.seat.until.map { $0 < today } ?? false }, desk)
  }

  private static func others(_ title: String, _ seats: [(place: Int64, seat: Seat)], _ desk: BoardDesk) -> HTML {
    guard !seats.isEmpty else { return .empty }
    return tag("details", tag("summary", .text("\(title) (\(seats.count))")), table(title, seats, desk))
  }

  private static func table(_ caption: String, _ seats: [(place: Int64, seat: Seat)], _ desk: BoardDesk) -> HTML {
    MoneyPart.table(
      caption,
      [
        MoneyPart.Column("Medlem"), MoneyPart.Column("Funktion"), MoneyPart.Column("Namn"),
        MoneyPart.Column("Ordning"), MoneyPart.Column("Mandattid"), MoneyPart.Column("Konto"), MoneyPart.Column(""),
      ],
      rows: seats.map { place, seat in
        [
          .text(desk.memberName(seat.memberID)), .text(seat.function), .text(seat.name),
          .text(seat.substituteOrder.map { "\($0)" } ?? ""), .text(term(seat)),
          .text(seat.account.isEmpty ? "" : "har konto"),
          desk.mayWrite
            ? tag(
              "a",
              [
                .href(.path(Addresses.boardSeat.path(place))),
                .label("Ändra \(seat.function), \(desk.memberName(seat.memberID))"),
              ], .text("Ändra")) : .empty,
        ]
      })
  }

  static func term(_ seat: Seat) -> String {
    switch (seat.from, seat.until) {
    case (let from?, let until?): "\(from.text)–\(until.text)"
    case (let from?, nil): "från \(from.text)"
    case (nil, let until?): "till \(until.text)"
    case (nil, nil): "ej angiven"
    }
  }
}
