import Association
public import Ledger
public import Logging
public import Store

/// The weekly mail to everybody who wants it and has something to do. Sent by the office itself, which looks every hour,
/// and by `finsam mail --weekly`: the book remembers each week's, so nobody gets two however many look.
public struct WeeklyMail: Sendable {
  let store: Store
  /// Where users reach the office, without a slash at the end.
  let address: String
  let now: Moment
  let today: CalendarDate

  /// The weekly mail of a book, as of that moment.
  public init(_ store: Store, address: String, now: Moment, today: CalendarDate) {
    self.store = store
    self.address = address
    self.now = now
    self.today = today
  }

  /// What came of one round.
  public struct Outcome: Hashable, Sendable {
    /// How many letters were handed to what sends mail.
    public var sent = 0
    /// How many could not be.
    public var failed = 0
    /// How many users had nothing to do.
    public var idle = 0
  }

  /// The letters to everybody who wants one and has something to do, whatever weekday they have chosen; nothing is noted
  /// in the book. None in a practice book, where nobody is a user.
  public func letters() throws -> [Office.Mail] { try addressed { _ in true }.compactMap(\.letter.mail) }

  /// Sends each user whose day has come this week, and who has not had this week's, their letter.
  public func send(by mailer: Office.Mailer, log: Logger) async throws -> Outcome {
    let week = CalendarWeek(of: today).text
    var outcome = Outcome()
    let waiting = try addressed { user in
      guard let day = try store.weeklyMailDay(of: user.id), day <= today.weekday else { return false }
      guard let mark = try store.weeklyMails(of: user.id).first(where: { $0.week == week }) else { return true }
      return mark.state == .failed && mark.attempts < WeeklyMailMark.attemptsMax
    }
    for (user, letter) in waiting {
      // Said before it is sent: should the program end in between, the book says that it was begun, and nobody gets two.
      guard
        try store.beginWeeklyMail(of: user.id, week: week, thingCount: letter.things.count, at: now)
      else { continue }
      guard let mail = letter.mail else {
        try store.endWeeklyMail(of: user.id, week: week, as: .nothing, at: now)
        outcome.idle += 1
        continue
      }
      do {
        try await mailer(mail)
        try store.endWeeklyMail(of: user.id, week: week, as: .sent, at: now)
        outcome.sent += 1
      } catch {
        log.error("mail", metadata: ["error": "\(String(reflecting: error))"])
        try store.endWeeklyMail(of: user.id, week: week, as: .failed, at: now)
        outcome.failed += 1
      }
    }
    return outcome
  }

  /// The users who want the mail and fit, each with their letter. The book is read once for all of them.
  private func addressed(_ fits: (User) throws -> Bool) throws -> [(user: User, letter: WeeklyLetter)] {
    guard try !store.isPractice() else { return [] }
    let users = try store.users().filter { user in
      guard user.isActive, try store.weeklyMailDay(of: user.id) != nil else { return false }
      return try fits(user)
    }
    guard !users.isEmpty else { return [] }
    let things = try DueBook(store, today: today, now: now).things()
    let name = try store.title().name
    return users.map {
      ($0, WeeklyLetter(to: $0, of: things, association: name, address: address, on: today))
    }
  }
}

extension WeeklyMail {
  /// Looks every hour of the day, from seven in the morning, whether somebody is to have the week's mail; until the task
  /// is cancelled. Nothing where the office has no mailer.
  public static func keepSending(in office: Office) async {
    guard let mailer = office.mailer else { return }
    while !Task.isCancelled {
      if office.now().clockInSweden.hour >= firstHour {
        let round = WeeklyMail(
          office.store, address: office.settings.publicAddress, now: office.now(), today: office.today())
        do {
          _ = try await round.send(by: mailer, log: office.log)
        } catch {
          office.log.error("weekly mail", metadata: ["error": "\(String(reflecting: error))"])
        }
      }
      // Ended early where the office closes.
      guard (try? await Task.sleep(for: .seconds(secondsBetween))) != nil else { return }
    }
  }

  private static let firstHour = 7
  private static let secondsBetween = 3600
}
