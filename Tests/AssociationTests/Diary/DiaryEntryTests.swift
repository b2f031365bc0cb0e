import Ledger
import TestKit
import Testing

@testable import Association

@Suite struct DiaryEntryTests {
  private static let mark = StepMark(by: Actor(name: "Kansliet"), at: Moment(secondsSince1970: 1_700_000_000))

  private func day(_ number: Int) throws -> CalendarDate { try #require(CalendarDate(yyyymmdd: number)) }

  private func entry(secrecy: String = "", isPublic: Bool = false) throws -> DiaryEntry {
    DiaryEntry(
      id: ID(rawValue: 1), number: DiaryNumber(prefix: "FS", year: 2025, number: 7),
      DiaryEntry.Draft(
        year: 2025, day: try day(20_250_312), direction: .incoming, party: "Försäkringskassan",
        subject: "Fråga om medel",
        secrecy: SecrecyMark(secrecy), isPublic: isPublic), registered: Self.mark)
  }

  @Test(arguments: [
    ("FS 2025/12", "FS 2025/12"), ("fs2025/12", "FS 2025/12"), ("FS 2025-12", "FS 2025/12"), ("FÖ-2024/1", "FÖ 2024/1"),
  ])
  func `a number is read in the ways that people write one`(typed: String, said: String) {
    #expect(DiaryNumber(typed)?.text == said)
  }

  @Test(arguments: [
    "", "2025/12", "FS 25/12", "FS 2025/0", "FS 2025/", "FS 2025/1x", "F1 2025/1", "FS 2025/1234567890",
  ])
  func `what is no number is none`(typed: String) { #expect(DiaryNumber(typed) == nil) }

  @Test func `every number is read as it was printed`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let prefix = String(
        (0..<Int.random(in: 1...8, using: &random)).map { _ in "ABCFSXYZÅÄÖ".randomElement(using: &random) ?? "F" })
      let number = DiaryNumber(
        prefix: prefix, year: .random(in: 1000...9999, using: &random), number: .random(in: 1...999_999, using: &random)
      )
      #expect(DiaryNumber(number.text) == number)
    }
  }

  @Test func `the register may not lack what the law asks for`() throws {
    let today = try day(20_250_401)
    var draft = try entry().first
    func refusal() -> DiaryRefusal? {
      do throws(DiaryRefusal) {
        try draft.check(today: today)
        return nil
      } catch { return error }
    }
    #expect(refusal() == nil)
    draft.subject = " \n"
    #expect(refusal() == .subjectMissing)
    draft.subject = "Fråga"
    draft.party = ""
    #expect(refusal() == .partyMissing(.incoming))
    draft.direction = .made
    #expect(refusal() == nil)
    draft.day = try day(20_250_402)
    #expect(refusal() == .dayAhead(draft.day))
    draft.day = try day(20_250_312)
    draft.year = 2024
    #expect(refusal() == .yearWrong(2024, of: draft.day))
    draft.year = 2026
    #expect(refusal() == .yearWrong(2026, of: draft.day))
    draft.year = 2025
    draft.secrecy = SecrecyMark("OSL 26 kap. 1 §")
    draft.isPublic = true
    #expect(refusal() == .secretAndPublic)
  }

  @Test func `a change has a reason, changes something, and leaves what was registered`() throws {
    let before = try entry()
    #expect(throws: DiaryRefusal.reasonMissing) {
      try before.changing(DiaryEntry.Changed(.subject("Annat"), because: " ", Self.mark))
    }
    #expect(throws: DiaryRefusal.unchanged) {
      try before.changing(DiaryEntry.Changed(.subject("Fråga om medel"), because: "Fel", Self.mark))
    }
    let after = try before.changing(DiaryEntry.Changed(.subject("Svar om medel"), because: "Fel", Self.mark))
    #expect(after.subject == "Svar om medel" && after.first.subject == "Fråga om medel" && after.changes.count == 1)
  }

  @Test func `what is marked is taken from the public page, and does not come back with the mark's end`() throws {
    let shown = try entry(isPublic: true)
    let marked = try shown.changing(
      DiaryEntry.Changed(.secrecy(SecrecyMark("OSL 26 kap. 1 §")), because: "Uppgift om enskild", Self.mark))
    #expect(!marked.isPublic)
    #expect(throws: DiaryRefusal.secretAndPublic) {
      try marked.changing(DiaryEntry.Changed(.shown(true), because: "Begärd", Self.mark))
    }
    let lifted = try marked.changing(DiaryEntry.Changed(.secrecy(nil), because: "Prövad", Self.mark))
    #expect(!lifted.isPublic)
  }

  @Test func `of what is marked others see the number and the day, and everybody nothing`() throws {
    let marked = try entry(secrecy: "OSL 26 kap. 1 §")
    #expect(DiaryLine(marked, seenBy: .insiders)?.content?.subject == "Fråga om medel")
    let line = try #require(DiaryLine(marked, seenBy: .readers))
    #expect(line.content == nil && line.isMarked && line.number == marked.number)
    #expect(DiaryLine(marked, seenBy: .everybody) == nil)
    #expect(DiaryLine(try entry(), seenBy: .everybody) == nil)
    #expect(DiaryLine(try entry(isPublic: true), seenBy: .everybody)?.content?.party == "Försäkringskassan")
  }

  @Test func `the version that holds is the last that has begun, and none after the end`() throws {
    var random = SeededGenerator(seed: 11)
    let days = try (1...28).map { try day(20_250_100 + $0) }
    for _ in 0..<200 {
      let versions = (1...Int.random(in: 1...6, using: &random)).map { number in
        GoverningDocument.Version(
          number: number,
          GoverningDocument.Draft(
            content: GoverningDocument.Content(text: "Text \(number)"),
            validFrom: days[Int.random(in: days.indices, using: &random)]), Self.mark)
      }
      let end = Bool.random(using: &random) ? days[Int.random(in: days.indices, using: &random)] : nil
      let document = GoverningDocument(
        id: ID(rawValue: 1), kind: .agreement, title: "Avtal", versions: versions,
        end: end.map { GoverningDocument.End(day: $0, because: "Uppsagt", Self.mark) })
      for day in days {
        let begun = versions.filter { $0.draft.validFrom <= day }
        let holds = document.version(on: day)
        if end.map({ $0 <= day }) ?? false || begun.isEmpty {
          #expect(holds == nil)
        } else {
          let held = try #require(holds)
          #expect(
            begun.allSatisfy {
              ($0.draft.validFrom, $0.number) <= (held.draft.validFrom, held.number)
            })
        }
      }
    }
  }

  @Test func `a version has contents and a decision, and is not older than it`() throws {
    let good = GoverningDocument.Draft(
      content: GoverningDocument.Content(text: "Text"),
      decision: Decision(date: try day(20_250_312), paragraph: "§ 45"), validFrom: try day(20_250_312))
    try good.check(.attest)
    var draft = good
    draft.content = GoverningDocument.Content()
    #expect(throws: GoverningRefusal.contentMissing) { try draft.check(.attest) }
    draft = good
    draft.decision = Decision(date: try day(20_250_312))
    #expect(throws: GoverningRefusal.decisionMissing(.attest)) { try draft.check(.attest) }
    try draft.check(.agreement)
    draft = good
    draft.validFrom = try day(20_250_311)
    #expect(throws: (any Error).self) { try draft.check(.attest) }
    draft = good
    draft.points = [.name: "§ 1"]
    #expect(throws: GoverningRefusal.pointsElsewhere) { try draft.check(.attest) }
    try draft.check(.charter)
    #expect(CharterPoint.allCases.count == 18)
  }

  @Test func `a review counts from the version that holds`() throws {
    let first = GoverningDocument.Version(
      number: 1,
      GoverningDocument.Draft(
        content: GoverningDocument.Content(text: "A"), validFrom: try day(20_240_101), reviewOn: try day(20_250_101)),
      Self.mark)
    let review = GoverningDocument.Review(day: try day(20_250_110), next: try day(20_260_110), note: "", Self.mark)
    let document = GoverningDocument(
      id: ID(rawValue: 1), kind: .other, title: "Policy", versions: [first], reviews: [review])
    #expect(document.isOverdue(on: try day(20_260_111)))
    #expect(!document.isOverdue(on: try day(20_260_110)))
    let alone = GoverningDocument(id: ID(rawValue: 1), kind: .other, title: "Policy", versions: [first])
    #expect(alone.isOverdue(on: try day(20_250_102)))
  }
}
