import Association
import Ledger
import TestKit
import Testing

@testable import Store

/// What a book takes of minutes and notices, and what the database itself refuses of them.
@Suite struct MinutesBookTests {
  static func association() -> Association {
    var association = MeetingTests.association()
    association.members = [
      Member(id: "FK", name: "Försäkringskassan", kind: .state),
      Member(id: "AF", name: "Arbetsförmedlingen", kind: .state),
      Member(id: "REG", name: "Region Exempel", kind: .region),
      Member(id: "NORRBY", name: "Norrby kommun", kind: .municipality),
      Member(id: "SODERBY", name: "Söderby kommun", kind: .municipality),
    ]
    return association
  }

  /// A meeting with one decision that has ended; who chaired is seat 1, adjusters seats 2 and 3.
  static func ended(_ book: Book, isEnded: Bool = true, ballot: BoardDecision.Ballot? = nil) throws -> ID<BoardMeeting>
  {
    let id = try MeetingTests.open(
      book, try MeetingTests.plan("2023-03-10"),
      Attendance(presences: MeetingTests.present, chair: 1, secretary: "Förbundschefen", adjusters: [2, 3]))
    try book.store.together(by: .tester, at: .now2) { writing in
      try writing.take(
        .decided(
          BoardDecision.Draft(paragraph: 1, item: 5, wording: "Styrelsen beslutar.", ballot: ballot), consultedOn: nil),
        in: id)
      if isEnded { try writing.take(.closed(at: "11.30"), in: id) }
    }
    return id
  }

  static func closed(_ book: Book) throws -> Int64 {
    let meeting = try ended(book)
    return try book.store.together(by: .tester, at: .now2) { writing in
      try writing.note(MinutesNotes(keptAt: "Kansliet i Norrby"), in: meeting)
      return try writing.closeMinutes(of: meeting)
    }
  }

  private func refusal(_ book: Book, _ body: (Store.Writing) throws -> Void) throws -> MinutesRefusal? {
    do {
      try book.store.together(by: .tester, at: .now2, body)
      return nil
    } catch let refusal as MinutesRefusal {
      return refusal
    }
  }

  @Test func `minutes are closed, adjusted by each, announced at each member with a board, and gain force`() throws {
    let book = try Book(Self.association())
    let id = try Self.closed(book)
    var found = try #require(try book.store.minutes(id))
    #expect(found.state.closed?.signers.map(\.seat) == [1, 2, 3])
    #expect(found.gainsForce == .notAdjusted)
    #expect(try refusal(book) { try $0.postNotice(id, at: "REG", on: try day("2023-03-14")) } == .notAdjusted)

    for position in [2, 0, 1] {
      #expect(try refusal(book) { try $0.adjust(id, by: position, on: try day("2023-03-1\(position + 2)")) } == nil)
    }
    found = try #require(try book.store.minutes(id))
    #expect(found.state.adjusted?.adjustedOn == (try day("2023-03-14")))
    #expect(found.notices.map(\.memberID) == ["REG", "NORRBY", "SODERBY"])
    #expect(try refusal(book) { try $0.postNotice(id, at: "FK", on: try day("2023-03-14")) } == .noNotice)
    #expect(
      try refusal(book) { try $0.postNotice(id, at: "REG", on: try day("2023-03-13")) }
        == .beforeAdjustment(try day("2023-03-13"), adjustedOn: try day("2023-03-14")))

    for (member, date) in [("REG", "2023-03-15"), ("NORRBY", "2023-03-17"), ("SODERBY", "2023-03-14")] {
      #expect(try #require(try book.store.minutes(id)).gainsForce.day == nil)
      #expect(try refusal(book) { try $0.postNotice(id, at: member, on: try day(date)) } == nil)
    }
    // Three weeks from 17 March is 7 April, Good Friday; the next working day is the Tuesday after Easter.
    found = try #require(try book.store.minutes(id))
    #expect(found.gainsForce == .on(try day("2023-04-12"), latestPosting: try day("2023-03-17")))
    #expect(
      try refusal(book) {
        try $0.confirmNotice(id, at: "NORRBY", by: "Registrator", on: try day("2023-03-17"))
      } == nil)
    #expect(try refusal(book) { try $0.takeDownNotice(id, at: "NORRBY", on: try day("2023-04-12")) } == nil)
    #expect(try refusal(book) { try $0.takeDownNotice(id, at: "REG", on: try day("2023-03-30")) } == nil)
    found = try #require(try book.store.minutes(id))
    #expect(found.gainsForce == .waiting(memberIDs: ["REG"]))
    #expect(found.notices[1].postings[0].confirmation?.by == "Registrator")
    #expect(try refusal(book) { try $0.postNotice(id, at: "REG", on: try day("2023-04-03")) } == nil)
    #expect(try #require(try book.store.minutes(id)).gainsForce.day == (try day("2023-04-25")))
    #expect(try book.store.verify().findings == [])
  }

  @Test func `minutes wait for the end of the meeting, a place of keeping, and what a vote wants said`() throws {
    let book = try Book(Self.association())
    let ballot = BoardDecision.Ballot(
      yesMeans: "Bifall", noMeans: "Avslag", votes: .open([1: .yes, 2: .yes, 3: .no]))
    let open = try Self.ended(book, isEnded: false, ballot: ballot)
    #expect(try refusal(book) { try $0.closeMinutes(of: open) } == .meetingNotEnded)
    try book.store.together(by: .tester, at: .now2) { _ = try $0.take(.closed(at: "11.30"), in: open) }
    guard case .incomplete(let gaps)? = try refusal(book, { try $0.closeMinutes(of: open) }) else {
      Issue.record("minutes without what the law asks for are not closed")
      return
    }
    #expect(gaps.map(\.place) == ["Förvaring", "§ 1", "§ 1"])
    let notes = MinutesNotes(
      keptAt: "Kansliet",
      paragraphs: [1: MinutesNotes.Note(proposals: "Avslag", propositions: "Bifall mot avslag"), 9: .init(remark: "?")])
    #expect(try refusal(book) { try $0.note(notes, in: open) } == nil)
    #expect(try refusal(book) { try $0.closeMinutes(of: open) } == nil)
    #expect(try refusal(book) { try $0.closeMinutes(of: open) } == .closedBefore)
    #expect(try refusal(book) { try $0.note(MinutesNotes(keptAt: "Annan"), in: open) } == .closedBefore)
    let kept = try book.store.minutes().first
    #expect(kept?.notes.paragraphs.keys.sorted() == [1])
    #expect(kept?.notes.keptAt == "Kansliet")
  }

  @Test func `the auditors' minutes are adjusted and announced in the same way`() throws {
    let book = try Book(Self.association())
    let id = try book.store.together(by: .tester, at: .now2) {
      try $0.closeAuditorsMinutes(
        heldOn: try day("2023-04-12"), keptAt: "Kansliet", signers: ["Revisor A", "Revisor B"])
    }
    for position in 0...1 {
      #expect(try refusal(book) { try $0.adjust(id, by: position, on: try day("2023-04-13")) } == nil)
    }
    let found = try #require(try book.store.minutes(id))
    #expect(found.kind == .auditors)
    #expect(found.notices.count == 3)
    #expect(try refusal(book) { try $0.adjust(id, by: 0, on: try day("2023-04-14")) } == .adjustedBefore("Revisor A"))
  }

  @Test func `the database lets nobody adjust who was not there, and nothing be announced before`() throws {
    let book = try Book(Self.association())
    let id = try Self.closed(book)
    let sequence = "(SELECT MAX(sequence) FROM history)"
    // Seat 4 was not there: neither a signer nor an adjustment of theirs can be added, by whatever hand.
    for attack in [
      "INSERT INTO minutes_signer VALUES (\(id), 3, 'Obehörig', 'Justerare', 0, 4, \(sequence))",
      "INSERT INTO minutes_adjustment VALUES (\(id), 3, 20230312, \(sequence))",
      "INSERT INTO notice_posting VALUES (1, \(id), 'REG', 20230314, 20230405, \(sequence))",
      "INSERT INTO minutes_notes VALUES (9, 1, 'x', \(sequence))",
      "INSERT OR REPLACE INTO minutes_signer SELECT * FROM minutes_signer",
      "UPDATE minutes SET kept_at = 'x'", "DELETE FROM minutes_signer",
    ] {
      #expect(throws: (any Error).self, "\(attack)") { try book.attack(attack) }
    }
    #expect(try book.store.verify().findings == [])
  }

  @Test(arguments: UInt64(1)...25)
  func `the types and the database give one verdict on whatever is tried`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let book = try Book(Self.association())
    let id = try Self.closed(book)
    let members = ["FK", "REG", "NORRBY", "SODERBY"]
    var adjusted: [Int: CalendarDate] = [:]
    var notices = Dictionary(uniqueKeysWithValues: members.dropFirst().map { ($0, Notice(memberID: $0)) })
    let today = try #require(Moment.now2.dayInSweden)
    for step in 1...40 {
      let date = try day("2023-03-05").adding(days: Int.random(in: 0...45, using: &random))
      let member = try #require(members.randomElement(using: &random))
      let adjustedOn = adjusted.count == 3 ? adjusted.values.max() : nil
      let notice = notices[member]
      var expected: Notice?
      let refused: MinutesRefusal?
      switch Int.random(in: 0...4, using: &random) {
      case 0, 1:
        let position = Int.random(in: 0...2, using: &random)
        let held = try day("2023-03-10")
        let isRight = adjusted[position] == nil && date >= held
        refused = try refusal(book) { try $0.adjust(id, by: position, on: date) }
        #expect((refused == nil) == isRight, "seed \(seed), step \(step)")
        if isRight { adjusted[position] = date }
        continue
      case 2:
        if let adjustedOn { expected = try? notice?.posted(on: date, adjustedOn: adjustedOn, today: today) }
        refused = try refusal(book) { try $0.postNotice(id, at: member, on: date) }
      case 3:
        expected = try? notice?.confirmed(by: "Registrator", on: date, today: today)
        refused = try refusal(book) { try $0.confirmNotice(id, at: member, by: "Registrator", on: date) }
      default:
        expected = try? notice?.takenDown(on: date, today: today)
        refused = try refusal(book) { try $0.takeDownNotice(id, at: member, on: date) }
      }
      #expect((refused == nil) == (expected != nil), "seed \(seed), step \(step): \(String(describing: refused))")
      if let expected { notices[member] = expected }
    }
    let found = try #require(try book.store.minutes(id))
    if let adjustedOn = adjusted.count == 3 ? adjusted.values.max() : nil {
      #expect(found.state.adjusted?.adjustedOn == adjustedOn)
      #expect(Set(found.notices) == Set(notices.values), "seed \(seed)")
    } else {
      #expect(found.state.adjusted == nil)
    }
    #expect(try book.store.verify().findings == [])
  }

  @Test func `the address of a calendar is one at a time, and ends with who may not sign in`() throws {
    let book = try Book(Self.association())
    let user = try book.store.record(
      user: nil, name: "Kim Ek", mail: "kim@exempel.se", role: .boardMember, insatser: [], isActive: true, by: .tester,
      at: .now1)
    func digest(_ letter: Character) -> String { String(repeating: letter, count: 64) }
    try book.store.keepCalendarKey(digest("a"), of: user.id, at: .now1)
    try book.store.keepCalendarKey(digest("b"), of: user.id, at: .now2)
    #expect(try book.store.calendarUser(digest("a")) == nil)
    #expect(try book.store.calendarUser(digest("b"))?.id == user.id)
    #expect(try book.store.calendarKey(of: user.id) == .now2)
    try book.store.endCalendarKey(of: user.id)
    #expect(try book.store.calendarUser(digest("b")) == nil)
  }

  @Test func `a notice's address is for that notice, and the last one made is the one that holds`() throws {
    let book = try Book(Self.association())
    let id = try Self.closed(book)
    func digest(_ letter: Character) -> String { String(repeating: letter, count: 64) }
    try book.store.keepNoticeLink(digest("a"), minutes: id, memberID: "REG")
    try book.store.keepNoticeLink(digest("b"), minutes: id, memberID: "REG")
    #expect(try book.store.noticeLink(digest("a")) == nil)
    #expect(try book.store.noticeLink(digest("b"))?.memberID == "REG")
  }

  @Test func `the twentieth migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0020.sql)
    #expect(digest.hash == "990cf11b8ab8df50f8e8d4495a4ff6056da83c028331dcf9785484dfb9caf1d8")
  }
}
