import Association
import Foundation
import HTTPTypes
import Ledger
import Logging
import Store
import Synchronization
import TestKit
import Testing

@testable import Web

/// The weekly mail: what stands in it, to whom, and how often.
@Suite struct WeeklyLetterTests {
  private static let address = "https://kontor.example.se"

  private func links(in text: String) -> [String] {
    text.matches(of: /https:\/\/kontor\.example\.se(\/[^\s]*)/).map { String($0.1) }
  }

  private func mail(_ kit: OfficeKit) -> WeeklyMail {
    WeeklyMail(kit.store, address: Self.address, now: kit.clock.now, today: kit.clock.today)
  }

  private var log: Logger {
    var log = Logger(label: "test")
    log.logLevel = .critical
    return log
  }

  /// Any things at all, of any source, place and doer.
  private static func things(_ random: inout SeededGenerator, today: CalendarDate) -> [DueThing] {
    (0..<Int.random(in: 0...40, using: &random)).map { number in
      let doers: [DueThing.Doer] = [
        .office, .officeBut("Test director"), .approvers(except: [1]), .user(Int64.random(in: 1...6, using: &random)),
        .performer(insatsID: "SAMSA", applicant: nil, name: ""), .answerers(except: "Test viewer"),
        .performer(insatsID: nil, applicant: 3, name: ""), .asker("Test auditor"), .lift(.board), .lift(.frontLine),
      ]
      return DueThing(
        DueThing.Source.allCases.randomElement(using: &random) ?? .wheel, "Sak \(number)",
        day: Bool.random(using: &random) ? nil : today.adding(days: Int.random(in: 0...60, using: &random)),
        since: Bool.random(using: &random) ? nil : today, doer: doers.randomElement(using: &random) ?? .office,
        place: DueBookTests.place(Int.random(in: 0..<100, using: &random)), isAsked: Bool.random(using: &random),
        isDone: Int.random(in: 0..<8, using: &random) == 0)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `a letter has the receiver's own things alone, and only addresses that their role's doors admit`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let today = try #require(CalendarDate("2026-02-16"))
    let all = Self.things(&random, today: today)
    for (index, role) in Role.allCases.enumerated() {
      let user = User(
        id: ID(rawValue: Int64(index + 1)), name: "Test \(role.rawValue)", mail: "\(role.rawValue)@example.se",
        role: role,
        insatser: role == .performer ? ["SAMSA"] : [])
      let letter = WeeklyLetter(to: user, of: all, association: "Förbundet", address: Self.address, on: today)
      let wanted = all.filter { $0.isFor(user) && $0.isPresent(on: today, withinDays: 14) }
      #expect(letter.things == wanted)
      guard let mail = letter.mail else {
        #expect(wanted.isEmpty)
        continue
      }
      #expect(
        mail.to == user.mail && !wanted.isEmpty && mail.subject.hasPrefix("Att göra i Förbundet: \(wanted.count) "))
      #expect(wanted.prefix(WeeklyLetter.lineCountMax).allSatisfy { mail.text.contains("- \($0.title)") })
      let links = links(in: mail.text)
      #expect(links.count >= min(wanted.count, WeeklyLetter.lineCountMax))
      for link in links {
        let path = String(link.split(separator: "?").first ?? "/")
        let doors = Door.all.filter { $0.method == .get && PathPattern($0.pattern).values(in: path) != nil }
        let door = doors.first { !$0.pattern.contains("{") } ?? doors.first
        #expect(door?.access.admits(user) == true, "\(role) \(link)")
      }
    }
  }

  @Test func `each role's letter of a real book leads to pages that are open to it`() async throws {
    let kit = try OfficeKit()
    let director = try #require(kit.users[.director])
    _ = try kit.store.comment(
      "Hur så?", at: "rapport/2022/kapitel/handelser", to: director.id, by: Actor(name: "Test auditor"),
      at: kit.clock.now)
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post(
        "/insatser/ny",
        [("insats", "SAMSA"), ("beslut-dag", "2021-11-19"), ("paragraf", "§ 64")]
          + GrantPageTests.amounts([("2022", "RONNEBY", "2 676 885")]))
      _ = try await guest.post("/ansokningar/1/avtal", GrantPageTests.agreement(to: "2026-03-31"))
    }
    kit.clock.set(day: try #require(CalendarDate("2026-03-20")))

    let letters = try mail(kit).letters()

    #expect(Set(letters.map(\.to)).isSuperset(of: ["director@example.se", "performer@example.se"]))
    #expect(!letters.contains { $0.to == "viewer@example.se" })
    let performers = try #require(letters.first { $0.to == "performer@example.se" })
    #expect(performers.text.contains("Lägesrapport 2026-01-01") && !performers.text.contains("årsredovisningen"))
    #expect(letters.allSatisfy { !$0.text.contains("Hur så?") })
    for letter in letters {
      let role = try #require(Role.allCases.first { letter.to == "\($0.rawValue)@example.se" })
      for link in links(in: letter.text) {
        let reply = try await kit.visit(as: role) { try await $0.get(link) }
        #expect(reply.status == .ok, "\(role) \(link)")
      }
    }
  }

  @Test func `it is sent once a week, from the chosen day on, and a mail that failed is tried again`() async throws {
    let kit = try OfficeKit()
    let (director, bookkeeper) = (try #require(kit.users[.director]), try #require(kit.users[.bookkeeper]))
    try kit.store.setWeeklyMailDay(3, of: bookkeeper.id)
    // The report's day has come; nobody else than the office has anything to do.
    kit.clock.set(day: try #require(CalendarDate("2026-03-23")))
    struct Broken: Error {}
    let sent = Mutex<[String]>([])
    let isBroken = Mutex(true)
    func round() async throws -> WeeklyMail.Outcome {
      try await mail(kit).send(
        by: { @Sendable mail in
          if isBroken.withLock({ $0 }) { throw Broken() }
          sent.withLock { $0.append(mail.to) }
        }, log: log)
    }

    let failed = try await round()
    #expect(failed.failed == 1 && failed.sent == 0 && sent.withLock(\.isEmpty))
    isBroken.withLock { $0 = false }
    #expect(try await round().sent == 1)
    #expect(try await round() == WeeklyMail.Outcome())
    #expect(sent.withLock { $0 } == ["director@example.se"])
    #expect(try kit.store.weeklyMails(of: director.id).map(\.state) == [.sent])

    // Thursday: the day that the bookkeeper chose has come, and the office was closed on it.
    kit.clock.set(day: try #require(CalendarDate("2026-03-26")))
    #expect(try await round().sent == 1)
    #expect(sent.withLock { $0 } == ["director@example.se", "bookkeeper@example.se"])
    // The next week.
    kit.clock.set(day: try #require(CalendarDate("2026-03-30")))
    #expect(try await round().sent == 1)
    #expect(sent.withLock(\.count) == 3)
    let viewer = try #require(kit.users[.viewer])
    #expect(try kit.store.weeklyMails(of: viewer.id).allSatisfy { $0.state == .nothing })
  }

  @Test func `whoever looks at the same time, each gets one`() async throws {
    let kit = try OfficeKit()
    kit.clock.set(day: try #require(CalendarDate("2026-03-23")))
    let outbox = Outbox()
    let round = mail(kit)
    let log = log
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          _ = try await round.send(by: { @Sendable mail in outbox.sent.withLock { $0.append(mail.to) } }, log: log)
        }
      }
      try await group.waitForAll()
    }
    let all = outbox.sent.withLock { $0 }
    #expect(!all.isEmpty && Set(all).count == all.count)
  }

  @Test func `one chooses the day, or none, on one's own page`() async throws {
    let kit = try OfficeKit()
    let director = try #require(kit.users[.director])
    kit.clock.set(day: try #require(CalendarDate("2026-03-23")))

    try await kit.visit(as: .director) { guest in
      let page = try await guest.get("/mitt-konto")
      #expect(page.body.contains("Veckobrev") && page.body.contains("<option value=\"1\" selected"))
      let saved = try await guest.post("/mitt-konto/veckobrev", [("veckobrev", "5")])
      #expect(saved.notice == "Veckobrevet kommer på fredagar.")
      #expect(try kit.store.weeklyMailDay(of: director.id) == 5)
      let wrong = try await guest.post("/mitt-konto/veckobrev", [("veckobrev", "8")])
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("Välj en veckodag"))
      _ = try await guest.post("/mitt-konto/veckobrev", [("veckobrev", "aldrig")])
    }
    #expect(try kit.store.weeklyMailDay(of: director.id) == nil)
    #expect(try !mail(kit).letters().contains { $0.to == "director@example.se" })
  }

  @Test func `nobody gets a mail out of a practice book`() throws {
    let kit = try OfficeKit()
    kit.clock.set(day: try #require(CalendarDate("2026-03-23")))
    #expect(try !mail(kit).letters().isEmpty)
    try kit.store.markPractice(by: Actor(name: "Testet"), at: kit.clock.now)
    #expect(try mail(kit).letters().isEmpty)
  }
}

/// Whom mails went to, from whatever task they were sent.
private final class Outbox: Sendable {
  let sent = Mutex<[String]>([])
}
