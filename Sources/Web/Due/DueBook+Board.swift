import Association
import Ledger
import Store

extension DueBook {
  /// So long before a meeting its call is usually sent: two weeks. The law leaves it to the board's own rules.
  static let callDays = 14

  /// The board's meetings on their days, and the call that is sent before each; a meeting that was opened and not ended
  /// waits to be.
  static func meetings(_ book: DueBook) throws -> [DueThing] {
    try book.store.boardRecord().meetings.flatMap { meeting -> [DueThing] in
      let place = DueThing.Place.boardMeeting(meeting.id.rawValue)
      let isOver = meeting.day < book.today
      let held = DueThing(
        .meeting, meeting.plan.isPublic ? "Styrelsens möte, öppet för alla" : "Styrelsens möte",
        detail: [meeting.plan.time.isEmpty ? "" : "Klockan \(meeting.plan.time)", meeting.plan.place]
          .filter { !$0.isEmpty }.joined(separator: ", "), day: meeting.day, place: place)
      var done = held
      done.isDone = true
      switch meeting.place {
      case .planned:
        var call = DueThing(
          .meeting, "Kalla till styrelsens möte \(meeting.day.text)", detail: "Två veckor före mötet är brukligt",
          place: place)
        var day = meeting.day
        for _ in 0..<callDays { day = day.dayBefore }
        call.day = day
        return [call, held]
      case .called: return [held]
      case .opened:
        let opened = DueThing(
          .meeting, "Avsluta styrelsens möte \(meeting.day.text)", detail: "Mötet är öppnat och inte avslutat",
          since: meeting.day, place: place)
        return isOver ? [opened, done] : [held]
      case .closed: return [done]
      case .cancelled: return []
      }
    }
  }

  /// Decisions taken by delegation, which the board is to be told of at its next meeting (lag 2003:1210 § 10).
  static func delegated(_ book: DueBook) throws -> [DueThing] {
    let waiting = try book.store.delegatedDecisions().filter { $0.reported == nil }
    guard let first = waiting.map(\.decision.day).min() else { return [] }
    return [
      DueThing(
        .meeting,
        "Anmäl \(waiting.count == 1 ? "ett delegationsbeslut" : "\(waiting.count) delegationsbeslut") till styrelsen",
        detail: "Lag 2003:1210, 10 §", since: first, place: .delegated)
    ]
  }
}
