import Association
import Ledger
import Store

extension DueBook {
  /// So many days before a meeting its call is asked for, where it has not been sent.
  static let callDays = 7

  /// The board's meetings: the call of each that is planned, the meeting itself when it is called, and one that was opened
  /// and never closed.
  static func meetings(_ book: DueBook) throws -> [DueThing] {
    try book.store.boardRecord().meetings.compactMap { meeting in
      let day = meeting.plan.day
      func thing(_ title: String, detail: String = "", day: CalendarDate) -> DueThing {
        DueThing(.meeting, title, detail: detail, day: day, place: .boardMeeting(meeting.id.rawValue))
      }
      switch meeting.stage {
      case .planned:
        return thing(
          "Kalla styrelsen till sammanträdet \(day.text)", detail: meeting.plan.place,
          day: (0..<callDays).reduce(day) { before, _ in before.dayBefore })
      case .called: return thing("Styrelsen sammanträder", detail: meeting.plan.place, day: day)
      case .opened: return thing("Avsluta sammanträdet \(day.text) i boken", day: day)
      case .closed, .cancelled: return nil
      }
    }
  }
}
