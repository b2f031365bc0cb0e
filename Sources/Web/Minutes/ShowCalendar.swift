import Association
import Exchange
import HTTPTypes
import Ledger
import Press
import Store

/// A user's calendar, which other programs subscribe to by a secret address of the user's own: meetings of the board, the
/// yearly wheel, and minutes to adjust; each role what it has use for.
enum ShowCalendar {
  /// Nobody has said when a meeting ends before it has: three hours is what most take.
  private static let meetingMinutes = 180

  static func show(_ asked: Asked, _ file: String) throws -> Answer {
    let (office, now) = (asked.office, asked.now)
    guard !office.doorkeeper.isTired(of: asked.remote, at: now) else { return .notFound }
    guard file.hasSuffix(".ics"), file.utf8.count == 68,
      let user = try office.store.calendarUser(Secret.digest(of: String(file.dropLast(4))))
    else {
      office.doorkeeper.noteMiss(from: asked.remote, at: now)
      return .notFound
    }
    let feed = try feed(of: user, asked)
    return .file(
      FileAnswer(bytes: feed.bytes, name: "kalender.ics", mediaType: "text/calendar; charset=utf-8", isShown: true))
  }

  static func make(_ asked: Asked, _: Nothing) throws -> Answer {
    let secret = Secret.make(asked.office.randomBytes)
    try asked.office.store.keepCalendarKey(Secret.digest(of: secret), of: asked.user.id, at: asked.now)
    let address = asked.office.settings.publicAddress + Addresses.calendar.path(secret + ".ics")
    return .page(
      Page(
        title: "Din kalender", section: .account, trail: [Page.Link("Mitt konto", Addresses.account.path())],
        scripts: ["lists.js"],
        main: tag(
          "p", [.class("warning")],
          .text(
            "Kopiera adressen nu; den visas bara den här gången. Den som har den ser din kalender utan att logga in, så ge "
              + "den inte till någon annan."))
          + tag(
            "div", [.class("field")],
            tag("label", [.other("for", "kalenderadress")], .text("Adress att prenumerera på")),
            voidTag(
              "input",
              [
                .id("kalenderadress"), .other("type", "text"), .other("readonly", ""), .other("value", address),
                .other("data-copy", ""),
              ]))
          + tag(
            "p",
            .text(
              "I kalenderprogrammet: välj att prenumerera på en kalender från en adress och klistra in den. Programmet "
                + "hämtar sedan nya tider själv."))))
  }

  static func end(_ asked: Asked, _: Nothing) throws -> Answer {
    try asked.office.store.endCalendarKey(of: asked.user.id)
    return .see(Addresses.account.path(), notice: "Kalenderns adress gäller inte längre.")
  }

  /// On one's own page: whether there is an address, and how one is made or ended.
  static func part(_ asked: Asked) throws -> HTML {
    guard Access.readers.admits(asked.user) else { return .empty }
    let made = try asked.office.store.calendarKey(of: asked.user.id)
    let words =
      made.map { "Din kalender har en egen adress sedan \(SwedishTime.day($0))." }
      ?? "Styrelsens möten, årshjulet och protokoll att justera kan visas i ditt eget kalenderprogram."
    return tag("h2", .text("Kalender")) + tag("p", .text(words))
      + FormPart.form(
        to: Addresses.ownCalendar.path(), asked.visitor,
        each: [FormPart.button(made == nil ? "Gör en adress" : "Gör en ny adress", kind: "secondary")])
      + (made == nil
        ? .empty
        : FormPart.form(
          to: Addresses.ownCalendarEnd.path(), asked.visitor,
          each: [FormPart.button("Avsluta adressen", kind: "secondary")]))
  }

  /// What stands in the calendar of a user.
  static func feed(of user: User, _ asked: Asked) throws -> CalendarFeed {
    let store = asked.office.store
    let (association, today) = (try store.association(), asked.publicToday)
    // Nothing in it has changed after the last act in the book.
    let changed =
      try store.historyPage(acts: [], actor: "", text: "", offset: 0, limit: 1).lines.first?.moment ?? asked.now
    let address = asked.office.settings.publicAddress
    func uid(_ name: String) -> String { "\(name)@\(association.organisationNumber).finsam" }
    var events: [CalendarFeed.Event] = []
    for meeting in try store.boardRecord().meetings where user.role != .viewer || meeting.plan.isPublic {
      let plan = meeting.plan
      var title = "Styrelsemöte \(plan.number)"
      var minutes = meetingMinutes
      if case .closed(let closed) = meeting.stage {
        minutes = max((minute(closed.endedAt) ?? 0) - (minute(plan.time) ?? 0), 30)
      }
      let isCancelled = meeting.place == .cancelled
      if isCancelled { title = "Inställt: " + title }
      let agenda = plan.agenda.enumerated().map { "\($0.offset + 1). \($0.element.title)" }
      events.append(
        CalendarFeed.Event(
          uid: uid("mote-\(meeting.id.rawValue)"),
          time: minute(plan.time).map { .clock(plan.day, startMinute: $0, minutes: minutes) } ?? .day(plan.day),
          title: title, text: agenda.joined(separator: "\n"), place: plan.place,
          address: Access.questioners.admits(user) ? address + Addresses.boardPapers.path(meeting.id.rawValue) : "",
          isCancelled: isCancelled, changed: changed))
    }
    let ledger = try LedgerFacts(try store.yearStates(), in: store)
    for year in today.year...(today.year + 1) {
      for deadline in YearlyWheel.deadlines(for: association, ledger: ledger, year: year, today: today)
      where !deadline.isDone && concerns(deadline, user.role) {
        events.append(
          CalendarFeed.Event(
            uid: uid("arshjul-\(year)-\(deadline.id)"), time: .day(deadline.day), title: deadline.title,
            text: [deadline.law, deadline.note].filter { !$0.isEmpty }.joined(separator: "\n"),
            address: address + Addresses.deadline.path(Pair(year, deadline.id)), changed: changed))
      }
    }
    return CalendarFeed(
      name: association.name,
      events: events + (try minutesEvents(user, asked, uid: uid, address: address, changed: changed)))
  }

  /// Adjustments that are due, of the user's own or for the office all; for the office notices to be taken down.
  private static func minutesEvents(
    _ user: User, _ asked: Asked, uid: (String) -> String, address: String, changed: Moment
  ) throws -> [CalendarFeed.Event] {
    let isOffice = Access.bookkeepers.admits(user)
    var events: [CalendarFeed.Event] = []
    for minutes in try asked.office.store.minutes() {
      guard let id = minutes.id, let closed = minutes.state.closed else { continue }
      if minutes.state.adjusted == nil {
        let isOwn = try AdjustMinutes.positions(of: user, in: minutes, asked.office.store).contains { index in
          !closed.adjustments.contains { $0.position == index }
        }
        guard isOffice || isOwn else { continue }
        events.append(
          CalendarFeed.Event(
            uid: uid("justering-\(id)"), time: .day(MinutesRules.adjustBy(heldOn: closed.heldOn)),
            title: "Sista dag att justera: \(minutes.title)", address: address + Addresses.adjustment.path(id),
            changed: changed))
      } else if isOffice {
        let days = Set(minutes.notices.compactMap(\.standing).filter { $0.takenDownOn == nil }.map(\.takeDownFrom))
        events += days.sorted().map { day in
          CalendarFeed.Event(
            uid: uid("anslag-\(id)-\(day.yyyymmdd)"), time: .day(day), title: "Anslag får tas ned: \(minutes.title)",
            address: address + Addresses.notices.path(id), changed: changed)
        }
      }
    }
    return events
  }

  /// Which of the wheel's days a role has use for.
  private static func concerns(_ deadline: Deadline, _ role: Role) -> Bool {
    switch role {
    case .director, .bookkeeper: true
    case .boardMember:
      switch deadline.duty {
      case .report, .signatures, .boardTerm, .consultation, .budget, .interimReport, .discharge, nil: true
      default: false
      }
    case .auditor:
      switch deadline.duty {
      case .yearEnd, .report, .audit, .discharge: true
      default: false
      }
    case .performer, .viewer: false
    }
  }

  /// `09.30` as minutes after midnight.
  private static func minute(_ time: String) -> Int? {
    let parts = time.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else { return nil }
    return parts[0] * 60 + parts[1]
  }
}
