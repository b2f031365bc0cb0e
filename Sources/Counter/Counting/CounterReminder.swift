import Association
public import Ledger

/// Something that the one who keeps the list ought to do.
public enum CounterReminder: Hashable, Sendable {
  /// A period has ended and its counts are not delivered.
  case delivery(ClosedRange<CalendarDate>)
  /// The day that the exit was planned for has passed, and no exit is written.
  case exitMissing(Int, planned: CalendarDate)
  /// Somebody has been in the insats for so many months.
  case long(Int, months: Int)
  /// So many who have left wait to be deleted until their counts are delivered.
  case deletionWaits(entryCount: Int)
}

extension CounterList {
  /// For how many days after a delivery an entry is kept whatever its age, so that a question from the association can
  /// be answered by a corrected delivery.
  public static let answerDays = 30

  /// The periods of the rhythm that have ended and are not delivered, the earliest first.
  public func periodsDue(on today: CalendarDate) -> [ClosedRange<CalendarDate>] {
    var periods: [ClosedRange<CalendarDate>] = []
    var first = max(setup.begins, settledThrough?.next ?? setup.begins)
    while true {
      let whole = setup.rhythm.period(of: first)
      guard whole.upperBound < today else { return periods }
      if let done = current(on: first) {
        first = done.counts.period.upperBound.next
      } else {
        // A delivery of other days than the rhythm's ends the period before it.
        let next = standing.first { $0.counts.period.lowerBound > first }?.counts.period.lowerBound
        let last = next.map { next in next <= whole.upperBound ? next.dayBefore : whole.upperBound }
        periods.append(first...(last ?? whole.upperBound))
        first = (last ?? whole.upperBound).next
      }
    }
  }

  /// What ought to be done, what is most pressing first.
  public func reminders(on today: CalendarDate) -> [CounterReminder] {
    var reminders = periodsDue(on: today).map { CounterReminder.delivery($0) }
    for entry in ongoing {
      if let planned = entry.facts.plannedExit, planned < today {
        reminders.append(.exitMissing(entry.number, planned: planned))
      }
    }
    for entry in ongoing {
      let months = entry.months(on: today)
      if months >= setup.longMonths { reminders.append(.long(entry.number, months: months)) }
    }
    let waiting = finished.count { entry in
      deletion(of: entry) == nil && entry.exit.map { $0.day.adding(months: setup.keptMonths) <= today } ?? false
    }
    if waiting > 0 { reminders.append(.deletionWaits(entryCount: waiting)) }
    return reminders
  }

  /// The day on which an entry is deleted: so many months after the exit, though not within `answerDays` of the delivery
  /// that has it. Nil for one who is still in the insats, and while any of what it is counted in is not delivered.
  public func deletion(of entry: CounterEntry) -> CalendarDate? {
    guard let exit = entry.exit else { return nil }
    let clock = exit.day.adding(months: setup.keptMonths)
    guard exit.day >= setup.begins else { return clock }
    var day = max(entry.facts.day, setup.begins)
    var made: CalendarDate?
    if let settledThrough, day <= settledThrough { day = settledThrough.next }
    while day <= exit.day {
      guard let delivery = current(on: day) else { return nil }
      made = max(made ?? delivery.made, delivery.made)
      day = delivery.counts.period.upperBound.next
    }
    return made.map { max(clock, $0.adding(days: CounterList.answerDays)) } ?? clock
  }
}

extension CounterEntry {
  /// For how many whole months they have been in the insats on that day.
  public func months(on today: CalendarDate) -> Int {
    let months = (today.year - facts.day.year) * 12 + today.month - facts.day.month
    return max(today.day < facts.day.day ? months - 1 : months, 0)
  }
}
