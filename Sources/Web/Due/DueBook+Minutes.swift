import Association
import Desk
import Ledger
import Store

extension DueBook {
  /// Minutes that wait to be closed and adjusted, notices that are not up, and notices that may be taken down.
  static func minutes(_ book: DueBook) throws -> [DueThing] {
    let all = try book.store.minutes()
    let closed = Set(all.compactMap(\.meeting))
    let unwritten = try book.store.boardRecord().meetings.filter { $0.place == .closed && !closed.contains($0.id) }
    let users = try book.store.users().filter(\.isActive)
    return unwritten.map { meeting in
      DueThing(
        .minutes, "Lämna protokollet från \(meeting.day.text) till justering",
        detail: book.warning(heldOn: meeting.day), day: MinutesRules.adjustBy(heldOn: meeting.day),
        place: .minutes(meeting.id.rawValue))
    } + (try all.flatMap { try book.things(of: $0, users) })
  }

  private func things(of minutes: MinutesCase, _ users: [User]) throws -> [DueThing] {
    guard let id = minutes.id, let closed = minutes.state.closed else { return [] }
    let title = minutes.title.prefix(1).lowercased() + minutes.title.dropFirst()
    if let adjusted = minutes.state.adjusted { return notices(minutes, id, title, adjusted) }
    let day = MinutesRules.adjustBy(heldOn: closed.heldOn)
    let own = try users.filter { user in
      try AdjustMinutes.positions(of: user, in: minutes, store).contains { position in
        !closed.adjustments.contains { $0.position == position }
      }
    }
    return own.map { user in
      DueThing(
        .minutes, "Justera \(title)", detail: warning(heldOn: closed.heldOn), day: day,
        doer: .user(user.id.rawValue), place: .adjustment(id))
    } + [
      DueThing(
        .minutes, "Få justerat: \(title)",
        detail: ["Väntar på \(closed.waiting.count) av \(closed.signers.count)", warning(heldOn: closed.heldOn)]
          .filter { !$0.isEmpty }.joined(separator: ". "), day: day, place: .adjustment(id))
    ]
  }

  private func notices(
    _ minutes: MinutesCase, _ id: Int64, _ title: String, _ adjusted: MinutesState.Adjusted
  ) -> [DueThing] {
    var things: [DueThing] = []
    let missing = minutes.notices.count { $0.standing == nil }
    if missing > 0 {
      things.append(
        DueThing(
          .minutes, "Få upp \(missing) anslag: \(title)", day: MinutesRules.announceBy(adjustedOn: adjusted.adjustedOn),
          place: .notices(id)))
    }
    // A notice that is down, or that nobody says anything of long after, asks for nothing before its day.
    let up = minutes.notices.compactMap(\.standing).filter { $0.takenDownOn == nil }
    let byDay = Dictionary(grouping: up, by: \.takeDownFrom)
    things += byDay.keys.sorted().map { day in
      DueThing(
        .minutes, "Ta ned \(byDay[day]?.count ?? 0) anslag: \(title)",
        detail: day <= today ? "Får tas ned" : "Får tas ned först då", day: day <= today ? nil : day,
        since: day <= today ? day : nil, place: .notices(id))
    }
    return things
  }

  /// From the twelfth day it is said that little time is left.
  private func warning(heldOn: CalendarDate) -> String {
    let left = today.days(until: MinutesRules.adjustBy(heldOn: heldOn))
    guard today >= MinutesRules.alarm(heldOn: heldOn), left >= 0 else { return "" }
    return left == 0 ? "Sista dagen" : left == 1 ? "En dag kvar av fjorton" : "\(left) dagar kvar av fjorton"
  }
}
