import GRDB
import Ledger
import Testing

@testable import Store

/// What is said of the report: facts.
@Suite struct ReportDeskTests {
  private static let auditor = Actor(name: "Revisorn")

  @Test func `a comment stands at its place, with who said it and when`() throws {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")
    let place = "rapport/2025/kapitel/handelser"

    let id = try book.store.comment("Vad menas?", at: place, to: anna.id, by: ReportDeskTests.auditor, at: .now2)

    let comment = try #require(try book.store.comment(id))
    #expect(comment.text == "Vad menas?")
    #expect(comment.place == place)
    #expect(comment.to == anna.id)
    #expect(comment.by == "Revisorn")
    #expect(comment.at == .now2)
    #expect(comment.ending == nil)
    #expect(try book.store.comment(ID(rawValue: 99)) == nil)
    #expect(try book.store.history().last?.act == .comment)
    #expect(try book.store.history().last?.subject == place)
  }

  @Test func `a place has the comments below it, and not those of a place whose name begins alike`() throws {
    let book = try Book()
    for place in [
      "rapport/2025", "rapport/2025/kapitel/a", "rapport/20250", "rapport/2024/kapitel/a", "rapport/2025-x",
    ] {
      try book.store.comment(place, at: place, to: nil, by: .tester, at: .now1)
    }

    #expect(try book.store.comments(below: "rapport/2025").map(\.text) == ["rapport/2025", "rapport/2025/kapitel/a"])
    #expect(try book.store.comments(below: "rapport/2025/kapitel/a").count == 1)
    #expect(try book.store.comments(below: "rapport").count == 5)
    #expect(try book.store.comments(below: "verifikation") == [])
    #expect(try book.store.comments(below: "").count == 5)
  }

  @Test func `a comment ends once`() throws {
    let book = try Book()
    let id = try book.store.comment("Vad menas?", at: "rapport/2025", to: nil, by: ReportDeskTests.auditor, at: .now1)

    try book.store.end(id, as: .carried, text: "Tas nästa år", by: .tester, at: .now2)

    let ending = try #require(try book.store.comments(below: "rapport/2025").first?.ending)
    #expect(ending.ending == .carried)
    #expect(ending.text == "Tas nästa år")
    #expect(ending.by == "förbundschef")
    #expect(ending.at == .now2)
    #expect(
      try refusal { try book.store.end(id, as: .resolved, text: "", by: .tester, at: .now2) } == .commentEnded)
    #expect(
      try refusal { try book.store.end(ID(rawValue: 9), as: .resolved, text: "", by: .tester, at: .now2) }
        == .unknownComment)
    #expect(
      try refusal { try book.store.comment("Hej", at: "rapport/2025", to: ID(rawValue: 9), by: .tester, at: .now2) }
        == .unknownUser)
    #expect(try book.store.history().map(\.act) == [.create, .comment, .endComment])
    let again = """
      INSERT INTO history SELECT MAX(sequence) + 1, 0, 'x', 'comment-ended', 'x', 1 FROM history;
      INSERT OR REPLACE INTO comment_ending VALUES (1, 'resolved', '', (SELECT MAX(sequence) FROM history))
      """
    let error = #expect(throws: DatabaseError.self) { try book.attack(again) }
    #expect(error?.message?.contains("has ended") == true)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a chapter stands as it was last marked, and to mark it so again is nothing`() throws {
    let book = try Book()
    #expect(try book.store.chapterMarks(year: 2025) == [:])

    try book.store.mark(chapter: "handelser", year: 2025, isReady: true, by: .tester, at: .now1)
    try book.store.mark(chapter: "handelser", year: 2025, isReady: true, by: ReportDeskTests.auditor, at: .now2)
    try book.store.mark(chapter: "handelser", year: 2024, isReady: false, by: .tester, at: .now1)
    try book.store.mark(chapter: "mal", year: 2025, isReady: true, by: .tester, at: .now1)
    try book.store.mark(chapter: "mal", year: 2025, isReady: false, by: .tester, at: .now2)

    #expect(
      try book.store.chapterMarks(year: 2025) == [
        "handelser": ChapterMark(year: 2025, chapter: "handelser", isReady: true, by: "förbundschef", at: .now1),
        "mal": ChapterMark(year: 2025, chapter: "mal", isReady: false, by: "förbundschef", at: .now2),
      ])
    #expect(try book.store.history().count == 5)
    #expect(try book.store.history().last?.subject == "2025 mal")
  }

  @Test func `a version keeps the report's words as they were shown`() throws {
    let book = try Book()
    let lines = (1...300).map { ReportVersion.Line(chapter: "kapitel \($0 % 7)", text: "Rad\t\($0)\nåäö \\") }

    let version = try book.store.keepVersion(of: 2025, name: "Styrelsens möte", lines: lines, by: .tester, at: .now2)
    let other = try book.store.keepVersion(of: 2024, name: "Tom", lines: [], by: .tester, at: .now2)

    #expect(version == ReportVersion(sequence: 2, year: 2025, name: "Styrelsens möte", by: "förbundschef", at: .now2))
    #expect(try book.store.reportVersions(year: 2025) == [version])
    #expect(try book.store.reportVersions(year: 2024) == [other])
    #expect(try book.store.lines(ofVersion: version.sequence) == lines)
    #expect(try book.store.lines(ofVersion: other.sequence) == [])
    #expect(try book.store.lines(ofVersion: 99) == [])
    #expect(try book.store.verify().findings == [])
  }
}
