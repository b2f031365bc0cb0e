import Association
import Desk
import Ledger
import Store

/// What minutes ask of somebody, for the start page: those that wait for adjustment, notices that are not up, and notices
/// that may be taken down.
enum MinutesTasks {
  static func waiting(_ asked: Asked) throws -> [MoneyAlert] {
    let isOffice = Access.bookkeepers.admits(asked.user)
    guard isOffice || Access.attesters.admits(asked.user) else { return [] }
    let today = asked.today
    let all = try asked.store.minutes()
    var alerts: [MoneyAlert] = []
    // A meeting that has ended and whose minutes nobody has closed is the office's to write.
    if isOffice {
      let closed = Set(all.compactMap(\.meeting))
      for meeting in try asked.store.boardRecord().meetings
      where meeting.place == .closed && !closed.contains(meeting.id)
        && today >= MinutesRules.alarm(heldOn: meeting.day)
      {
        alerts.append(
          MoneyAlert(
            words: "Protokollet från \(meeting.day.text) är inte lämnat till justering. "
              + deadline(MinutesRules.adjustBy(heldOn: meeting.day), today),
            path: Addresses.minutes.path(meeting.id.rawValue), isAlarm: true))
      }
    }
    for minutes in all {
      guard let id = minutes.id, let closed = minutes.state.closed else { continue }
      let isOwn = try AdjustMinutes.ownPositions(asked, minutes).contains { index in
        !closed.adjustments.contains { $0.position == index }
      }
      guard let adjusted = minutes.state.adjusted else {
        let isDue = today >= MinutesRules.alarm(heldOn: closed.heldOn)
        if isOwn || (isOffice && isDue) {
          let who = isOwn ? "Justera \(minutes.title.lowercasedFirst)." : "\(minutes.title) är inte justerat."
          alerts.append(
            MoneyAlert(
              words: "\(who) \(deadline(MinutesRules.adjustBy(heldOn: closed.heldOn), today))",
              path: Addresses.adjustment.path(id), isAlarm: isDue))
        }
        continue
      }
      if isOffice { alerts += notices(minutes, id, adjusted, today) }
    }
    return alerts
  }

  private static func notices(
    _ minutes: MinutesCase, _ id: Int64, _ adjusted: MinutesState.Adjusted, _ today: CalendarDate
  ) -> [MoneyAlert] {
    var alerts: [MoneyAlert] = []
    let missing = minutes.notices.count { $0.standing == nil }
    let last = MinutesRules.announceBy(adjustedOn: adjusted.adjustedOn)
    if missing > 0, today >= last {
      alerts.append(
        MoneyAlert(
          words:
            "\(minutes.title): \(Words.count(missing, "anslag är inte uppsatt", "anslag är inte uppsatta")). De skulle "
            + "upp senast \(last.text).", path: Addresses.notices.path(id), isAlarm: true))
    }
    let down = minutes.notices.compactMap(\.standing).count { $0.takenDownOn == nil && today >= $0.takeDownFrom }
    if down > 0 {
      alerts.append(
        MoneyAlert(
          words: "\(minutes.title): \(Words.count(down, "anslag får tas ned", "anslag får tas ned")).",
          path: Addresses.notices.path(id), isAlarm: false))
    }
    return alerts
  }

  private static func deadline(_ day: CalendarDate, _ today: CalendarDate) -> String {
    let days = today.days(until: day)
    return days < 0
      ? "Det skulle ha varit justerat \(day.text)." : "Det ska vara justerat senast \(day.text)."
  }
}

extension String {
  /// The words with a small letter first.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
