import Association
import Desk
import Ledger
import Press
import Store

/// The board's fees as a meeting gives them: a row for everybody who was there, to be looked through before it is booked.
enum MeetingFees {
  /// The query's field for the meeting.
  static let meeting = "mote"
  /// The query's field for what each is paid.
  static let fee = "arvode-per-mote"

  /// The meeting that is asked for; nil where none is, or it has not ended.
  static func meeting(_ asked: Asked) throws -> BoardMeeting? {
    guard let id = Int64(typed: asked.query.choice(meeting), in: TypedRange.id) else { return nil }
    return try asked.store.boardMeeting(ID(rawValue: id)).flatMap { $0.place == .closed ? $0 : nil }
  }

  /// `Arvoden möte 3, 2026-05-12`; empty where no meeting is asked for.
  static func text(_ asked: Asked) -> String {
    // A book that cannot be read says so on the page itself.
    guard let meeting = try? meeting(asked) else { return "" }
    return "Arvoden \(BoardDesk.title(meeting.plan).lowercased())"
  }

  /// A row for each seat that was at the meeting.
  static func rows(of meeting: BoardMeeting, fee: String) -> [FeeForm.Row] {
    guard let held = meeting.held else { return [] }
    return held.seats.filter { held.attendance.mode(of: $0.number) != nil }.map {
      FeeForm.Row(function: $0.function, memberID: $0.memberID, fee: fee)
    } + [FeeForm.Row()]
  }

  /// The choice of a meeting; nothing where none has been held.
  static func choice(_ asked: Asked) throws -> HTML {
    let held = try asked.store.boardRecord().meetings.filter { $0.place == .closed }.reversed()
    guard !held.isEmpty else { return .empty }
    return tag(
      "form", [.class("filter"), .other("method", "get"), .other("action", Addresses.fees.path())],
      FormPart.select(
        meeting, "Möte",
        options: [("", "Välj möte")]
          + held.map { (value: "\($0.id.rawValue)", words: BoardDesk.title($0.plan)) },
        chosen: asked.query.choice(meeting)),
      FormPart.field(
        FormPart.Field(
          name: fee, label: "Arvode per möte", value: asked.query.choice(fee), inputMode: "decimal")),
      FormPart.button("Hämta från mötet", kind: "secondary"))
  }
}
