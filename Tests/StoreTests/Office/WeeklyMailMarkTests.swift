import GRDB
import Ledger
import Testing

@testable import Store

/// What the book remembers of weekly mails.
@Suite struct WeeklyMailMarkTests {
  @Test func `the twenty-third migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0023.sql)
    #expect(digest.hash == "360bd9f5ac65bf9885c4da271928b75910e8ec06552050bf26d94f1b9bda0e4a")
  }

  @Test func `one gets it on Mondays until one chooses another day, or none`() throws {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")

    #expect(try book.store.weeklyMailDay(of: anna.id) == 1)
    try book.store.setWeeklyMailDay(4, of: anna.id)
    #expect(try book.store.weeklyMailDay(of: anna.id) == 4)
    try book.store.setWeeklyMailDay(nil, of: anna.id)
    try book.reopen()
    #expect(try book.store.weeklyMailDay(of: anna.id) == nil)
    #expect(throws: Store.Refusal.unknownUser) { try book.store.setWeeklyMailDay(1, of: ID(rawValue: 99)) }
  }

  @Test func `a week's mail is begun once, whoever asks, and again only where it failed`() throws {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")
    let other = try Store(opening: book.path)
    func begin(_ store: Store, _ week: String = "2026-W08") throws -> Bool {
      try store.beginWeeklyMail(of: anna.id, week: week, thingCount: 2, at: .now1)
    }

    #expect(try begin(book.store))
    #expect(try !begin(other) && !begin(book.store))
    try other.endWeeklyMail(of: anna.id, week: "2026-W08", as: .failed, at: .now2)
    #expect(try begin(other))
    try other.endWeeklyMail(of: anna.id, week: "2026-W08", as: .failed, at: .now2)
    #expect(try begin(other))
    try other.endWeeklyMail(of: anna.id, week: "2026-W08", as: .failed, at: .now2)
    // Three times are enough.
    #expect(try !begin(other))
    #expect(try begin(other, "2026-W09"))
    try other.endWeeklyMail(of: anna.id, week: "2026-W09", as: .sent, at: .now2)
    // What is sent stays so.
    try other.endWeeklyMail(of: anna.id, week: "2026-W09", as: .failed, at: .now2)
    #expect(try !begin(book.store, "2026-W09"))
    let marks = try book.store.weeklyMails(of: anna.id)
    #expect(marks.map(\.week) == ["2026-W09", "2026-W08"] && marks.map(\.state) == [.sent, .failed])
    #expect(marks.map(\.attempts) == [1, 3])
    #expect(throws: DatabaseError.self) {
      try book.attack("UPDATE weekly_mail SET state = 'begun' WHERE week = '2026-W09'")
    }
    #expect(try book.store.verify().findings == [])
  }
}
