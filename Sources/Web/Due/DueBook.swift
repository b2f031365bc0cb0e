import Association
import Ledger
import Store

/// A book as the sources of what is due read it: what several of them need is read once.
struct DueBook {
  let store: Store
  let association: Association
  let ledger: LedgerFacts
  let grants: [GrantCase]
  let today: CalendarDate
  let now: Moment

  /// Every source of what is due. What else somebody has to see to adds its own line here, and then stands on the start
  /// page, in the wheel, in the weekly mail and in the walk.
  static let sources: [@Sendable (DueBook) throws -> [DueThing]] = [
    duties, reports, reportsToWrite, reportsToRead, applications, agreements, requisitions, invoices, contributions,
    deliveries, missingDeliveries, surveys, comments, seats, obstacles, meetings, delegated, minutes, governing, plans,
    controls,
  ]

  init(_ store: Store, today: CalendarDate, now: Moment) throws {
    self.store = store
    self.today = today
    self.now = now
    association = try store.association()
    ledger = try LedgerFacts(store.yearStates(), in: store)
    grants = try store.grantCases()
  }

  /// All that is due, and what lies ahead, in the order in which it is seen to.
  func things() throws -> [DueThing] {
    DueThing.inOrder(try DueBook.sources.flatMap { try $0(self) }, on: today)
  }

  /// The wheel of a year: its duties, done or not, and all else among those things that has a day in it, but for what is
  /// a performer's own.
  func wheel(_ year: Int, among things: [DueThing]) -> [DueThing] {
    let duties = YearlyWheel.deadlines(for: association, ledger: ledger, year: year, today: today).map(thing)
    let dues = reportDeadlines(year).map(thing)
    let others = things.filter { thing in
      if case .performer = thing.doer { return false }
      return thing.day?.year == year && thing.source != .wheel && thing.source != .report
    }
    return (duties + dues + others).enumerated().sorted { left, right in
      let (l, r) = (left.element.day ?? today, right.element.day ?? today)
      return l == r ? left.offset < right.offset : l < r
    }.map(\.element)
  }

  /// The years of the book.
  var years: Set<Int> { Set(ledger.years.map(\.year.number)) }

  /// So many days ahead a start page looks.
  static let startDays = Deadline.soonDays
}

extension DueBook {
  /// What the yearly wheel asks for: what must be seen to, and what is further off this year and the next.
  static func duties(_ book: DueBook) -> [DueThing] {
    let present = YearlyWheel.present(for: book.association, ledger: book.ledger, today: book.today)
    let coming = [book.today.year, book.today.year + 1].flatMap { year in
      YearlyWheel.deadlines(for: book.association, ledger: book.ledger, year: year, today: book.today).filter {
        if case .coming = $0.state { true } else { false }
      }
    }
    return (present + coming).map(book.thing)
  }

  /// The reports that agreements ask for, a day at a time, as the office follows them.
  static func reports(_ book: DueBook) -> [DueThing] {
    (-1...1).flatMap { book.reportDeadlines(book.today.year + $0) }.filter { !$0.isDone }.map(book.thing)
  }

  private func reportDeadlines(_ year: Int) -> [Deadline] {
    let dues = grants.flatMap { grant in grant.state.dues.map { (name: grant.name(in: association), due: $0) } }
    return YearlyWheel.reportDeadlines(dues, year: year, today: today)
  }

  private func thing(_ deadline: Deadline) -> DueThing {
    DueThing(deadline, place: DeadlineWords.place(deadline, years: years))
  }

  /// The terms on the board that end, those of a day together.
  static func seats(_ book: DueBook) -> [DueThing] {
    let byDay = Dictionary(grouping: book.association.seats) { $0.until }
    return byDay.compactMap { until, seats in
      guard let until else { return nil }
      let all = seats.map { seat in
        "\(seat.function) (\(MemberWords.name(seat.memberID, in: book.association)))"
      }
      let named = all.prefix(3).joined(separator: ", ")
      return DueThing(
        .seat, "Mandat i styrelsen går ut: \(Set(all).count == 1 ? all[0] : "\(all.count) platser")",
        detail: all.count == 1 ? "" : all.count > 3 ? "\(named) och \(all.count - 3) till" : named, day: until,
        place: .board, isDone: until < book.today)
    }.sorted { ($0.day ?? book.today) < ($1.day ?? book.today) }
  }

  /// What is asked of somebody about a figure, a chapter or a voucher. What was asked stands in the detail.
  static func comments(_ book: DueBook) throws -> [DueThing] {
    let auditors = Set(try book.store.users().filter { $0.role == .auditor }.map(\.name))
    return try book.store.comments(below: "").filter { $0.ending == nil }.sorted { $1.at < $0.at }
      .flatMap { comment -> [DueThing] in
        let place = ThingPlace(comment.place)
        func thing(_ title: String, for doer: DueThing.Doer, isAsked: Bool) -> DueThing {
          DueThing(
            .comment, title, detail: comment.text, since: comment.at.dayInSweden, doer: doer,
            place: place.path.isEmpty ? .comments : .thing(comment.place), isAsked: isAsked)
        }
        let doer = comment.to.map { DueThing.Doer.user($0.rawValue) } ?? .answerers(except: comment.by)
        let asked = thing("Fråga från \(comment.by) om \(place.words)", for: doer, isAsked: true)
        guard auditors.contains(comment.by) else { return [asked] }
        return [asked, thing("Din fråga om \(place.words) väntar på svar", for: .asker(comment.by), isAsked: false)]
      }
  }

  /// The surveys that can be answered, by the day on which they close; those that are closed stand in the wheel.
  static func surveys(_ book: DueBook) throws -> [DueThing] {
    try book.store.surveyCases().flatMap { one -> [DueThing] in
      let draft = one.round.draft
      let place = DueThing.Place.survey(one.id.rawValue)
      let opens = DueThing(
        .survey, "Enkäten \(draft.title) öppnar", day: draft.opens, place: place, isDone: draft.opens <= book.today)
      switch one.standing {
      case .open:
        return [
          opens,
          DueThing(
            .survey, "Stäng enkäten \(draft.title)", detail: "\(one.answered) av \(one.asked) har svarat",
            day: draft.closes, place: place),
        ]
      case .closed(_, _, let moment):
        return [
          opens,
          DueThing(
            .survey, "Enkäten \(draft.title) stängs", day: draft.closes, place: place, isDone: true,
            doneOn: moment.dayInSweden),
        ]
      }
    }
  }
}
