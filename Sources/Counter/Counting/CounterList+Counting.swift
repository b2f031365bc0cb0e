public import Association
public import Ledger

extension CounterList {
  /// The counts of a period: a pure function of the entries and of nothing else. Carried in + new − finished = ongoing
  /// always, and ongoing is carried into the period that begins the day after.
  public func counts(in period: ClosedRange<CalendarDate>) -> CountDelivery {
    let entered = entries.filter { period.contains($0.facts.day) }
    let left = entries.filter { $0.exit.map { period.contains($0.day) } ?? false }
    let carried = entries.filter { $0.facts.day < period.lowerBound && $0.isOut(before: period.lowerBound) == false }
    var delivery = CountDelivery(insatsID: setup.insatsID, period: period)
    if setup.isFollowed {
      delivery.flow = Flow(
        carried: carried.tally(), new: entered.tally(), finished: left.tally(),
        ongoing: entries.filter { $0.facts.day <= period.upperBound && !$0.isOut(before: period.upperBound.next) }
          .tally())
      for ground in CountGround.allCases {
        guard let choices = setup.choices[ground], !choices.isEmpty else { continue }
        let whole = ground == .exitReason ? left : entered
        delivery.grounds[ground] = choices.map { choice in
          CountDelivery.Row(
            id: choice.code, title: choice.title, tally: whole.filter { $0.choice(of: ground) == choice.id }.tally())
        }
        let unknown = whole.filter { $0.choice(of: ground) == nil }.tally()
        if unknown.total > 0 {
          delivery.coverage.append(
            CountDelivery.Coverage(ground: ground, tally: unknown, reason: "Uppgiften är inte känd."))
        }
      }
      let elsewhere = (carried + entered).filter(\.facts.isElsewhere).tally()
      if elsewhere.total > 0 { delivery.alsoElsewhere = elsewhere }
    }
    if setup.asksScreening {
      let asked = entries.filter { $0.screening.map { period.contains($0.day) } ?? false }
      delivery.screening = CountDelivery.Screening(
        asked: asked.tally(), answered: asked.filter { $0.screening?.isAnswered == true }.tally())
    }
    let extras = extras.filter { period.contains($0.day) }
    if setup.countsAdvice {
      delivery.adviceCalls = extras.reduce(0) { sum, extra in
        if case .advice(let count) = extra.kind { sum + count } else { sum }
      }
    }
    if setup.countsVolume {
      delivery.volume = extras.reduce(Tally(women: 0, men: 0)) { sum, extra in
        if case .volume(let tally) = extra.kind { sum + tally } else { sum }
      }
    }
    return delivery
  }

  /// Whether the period can be delivered: it has ended, lies among the days that are counted, and shares no days with
  /// another that is delivered; what it is counted from is still there.
  public func check(_ period: ClosedRange<CalendarDate>, today: CalendarDate) throws(CounterRefusal) {
    guard period.lowerBound.year == period.upperBound.year else { throw .periodAcrossYears(period.upperBound) }
    guard period.upperBound < today else { throw .periodNotEnded(last: period.upperBound, today: today) }
    guard setup.begins <= period.lowerBound else { throw .periodTooEarly(begins: setup.begins) }
    if let settledThrough, period.lowerBound <= settledThrough {
      throw .dayClosed(period.lowerBound, through: settledThrough)
    }
    for delivery in standing where delivery.counts.period != period && delivery.counts.period.overlaps(period) {
      throw .periodOverlaps(delivery.counts.period)
    }
  }

  /// The deliveries that stand: the last that was made of each period, by period.
  public var standing: [CounterDelivery] {
    Dictionary(grouping: deliveries) { $0.counts.period }.values.compactMap(\.last)
      .sorted { $0.counts.period.lowerBound < $1.counts.period.lowerBound }
  }

  /// The delivery that stands and has that day in its period.
  public func current(on day: CalendarDate) -> CounterDelivery? {
    standing.first { $0.counts.period.contains(day) }
  }

  /// The delivered periods whose counts are no longer what was delivered. What is settled is not counted again: what
  /// was delivered then stands.
  public var changed: [ClosedRange<CalendarDate>] {
    standing.filter { delivery in
      let isSettled = settledThrough.map { delivery.counts.period.lowerBound <= $0 } ?? false
      return !isSettled && !delivery.counts.isCounted(as: counts(in: delivery.counts.period))
    }.map(\.counts.period)
  }

  /// What is to be known before the period is delivered.
  public func remarks(on period: ClosedRange<CalendarDate>) -> [CounterRemark] {
    var remarks: [CounterRemark] = []
    let counts = counts(in: period)
    if let same = current(on: period.lowerBound) {
      remarks.append(.deliveredBefore(made: same.made, isSame: same.counts.isCounted(as: counts)))
    }
    if let before = standing.last(where: { $0.counts.period.upperBound < period.lowerBound }) {
      if before.counts.period.upperBound.next != period.lowerBound {
        remarks.append(.gap(after: before.counts.period.upperBound, before: period.lowerBound))
      } else if let ongoing = before.counts.flow?.ongoing, let carried = counts.flow?.carried, ongoing != carried {
        remarks.append(.broken(before.counts.period, ongoing: ongoing, carried: carried))
      }
    } else if setup.begins < period.lowerBound {
      remarks.append(.gap(after: nil, before: period.lowerBound))
    }
    return remarks + changed.filter { $0 != period }.map { .changedSince($0) }
  }
}

/// What is to be known before a period is delivered.
public enum CounterRemark: Hashable, Sendable {
  /// The period has been delivered before; with the same counts or with others.
  case deliveredBefore(made: CalendarDate, isSame: Bool)
  /// Days between the last delivery and this one are not delivered; nil after for the days since counting began.
  case gap(after: CalendarDate?, before: CalendarDate)
  /// Ongoing at the end of the period before is not what is carried in: something has been corrected since.
  case broken(ClosedRange<CalendarDate>, ongoing: Tally, carried: Tally)
  /// The counts of another period that is delivered are no longer what they were.
  case changedSince(ClosedRange<CalendarDate>)
}

extension CountDelivery {
  /// Whether the other says the same of what a list counts; what is typed at the delivery is left aside.
  func isCounted(as other: CountDelivery) -> Bool {
    func bare(_ delivery: CountDelivery) -> CountDelivery {
      var bare = delivery
      bare.remark = ""
      bare.coverage.removeAll { $0.ground == nil }
      return bare
    }
    return bare(self) == bare(other)
  }
}

extension CounterEntry {
  /// Whether they left before that day.
  fileprivate func isOut(before day: CalendarDate) -> Bool { exit.map { $0.day < day } ?? false }

  fileprivate func choice(of ground: CountGround) -> String? {
    ground == .exitReason ? exit?.reason : facts.choices[ground]
  }
}

extension [CounterEntry] {
  /// How many, by sex.
  fileprivate func tally() -> Tally {
    Tally(
      women: count { $0.facts.sex == .woman }, men: count { $0.facts.sex == .man },
      notStated: count { $0.facts.sex == .notStated })
  }
}
