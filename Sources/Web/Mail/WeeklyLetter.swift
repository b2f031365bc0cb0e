import Association
import Desk
import Ledger
import Store

/// The weekly mail to one user: what is theirs to do, and nothing else. Pure: the same things and the same day make the
/// same letter.
struct WeeklyLetter {
  let user: User
  /// The association's name.
  let association: String
  /// Where the office is reached, without a slash at the end.
  let address: String
  let today: CalendarDate
  /// What the user has to do within two weeks, in order.
  let things: [DueThing]
  /// How many things more there are to do within six weeks.
  let laterCount: Int

  /// So far ahead it looks: until the mail after the next one.
  static let daysAhead = 14
  /// More lines than this nobody reads in a mail; the start page has them all.
  static let lineCountMax = 25

  init(to user: User, of all: [DueThing], association: String, address: String, on today: CalendarDate) {
    self.user = user
    self.association = association
    self.address = address
    self.today = today
    let own = all.filter { $0.isPresent(on: today, withinDays: DueBook.startDays) && $0.isFor(user) }
    things = own.filter { $0.isPresent(on: today, withinDays: WeeklyLetter.daysAhead) }
    laterCount = own.count - things.count
  }

  /// The letter; nil where there is nothing to do.
  var mail: Office.Mail? {
    guard !things.isEmpty else { return nil }
    return Office.Mail(to: user.mail, subject: "Att göra i \(association): \(count)", text: text)
  }

  private var count: String { Words.count(things.count, "sak", "saker") }

  private var text: String {
    let shown = Array(things.prefix(WeeklyLetter.lineCountMax))
    let questions = shown.filter(\.isAsked)
    let rest = shown.filter { !$0.isAsked }
    let late = rest.filter { $0.isLate(on: today) }
    let parts = [
      part("Frågor till dig", questions), part("Försenat", late.filter { $0.basis != .custom }),
      part("Dagen har passerat", late.filter { $0.basis == .custom }),
      part("Väntar på dig", rest.filter { $0.isWaiting && !$0.isLate(on: today) }),
      part("Snart", rest.filter { !$0.isWaiting && !$0.isLate(on: today) }),
    ]
    let more = [
      things.count > shown.count ? "Och \(things.count - shown.count) till, på första sidan: \(address)/" : "",
      laterCount > 0
        ? "\(Words.count(laterCount, "sak", "saker")) till har sin dag inom sex veckor: \(address)/" : "",
    ]
    return
      ([
        "Hej \(user.name)!", "", "Det här har du att göra i \(association), \(today.text):",
      ] + parts.flatMap { $0 } + more.filter { !$0.isEmpty }.flatMap { ["", $0] } + [
        "",
        "Brevet kommer en gång i veckan, och bara när du har något att göra. Du väljer dag, eller stänger av det, på",
        "Mitt konto: \(address)\(Addresses.account.path())", "",
      ]).joined(separator: "\n")
  }

  private func part(_ heading: String, _ things: [DueThing]) -> [String] {
    guard !things.isEmpty else { return [] }
    return ["", heading.uppercased()]
      + things.flatMap { ["- \($0.title)\(when($0))", "  \(address)\(DueLink($0.place).path)"] }
  }

  private func when(_ thing: DueThing) -> String {
    let since = thing.since.map { $0 < today ? ", sedan \($0.text)" : "" } ?? ""
    guard let day = thing.day else { return since }
    guard day < today else { return since + ", senast \(day.text)" }
    let days = day.days(until: today)
    return ", skulle vara gjort \(day.text) (\(Words.count(days, "dag", "dagar")) sedan)"
  }
}
