import Association
import Ledger
import TestKit
import Testing

@testable import Store

/// What a book takes of the board's meetings, and what the database itself refuses of them.
@Suite struct MeetingTests {
  /// A board of five members and five substitutes.
  static func association() -> Association {
    var association = Association.example
    association.members = ["FK", "AF", "REG", "NORRBY", "SODERBY"].map { Member(id: $0, name: $0, kind: .municipality) }
    association.seats =
      association.members.enumerated().map { index, member in
        Seat(function: index == 0 ? "Ordförande" : index == 1 ? "Vice ordförande" : "Ledamot", memberID: member.id)
      }
      + association.members.enumerated().map { index, member in
        Seat(function: "Ersättare", memberID: member.id, substituteOrder: index + 1)
      }
    return association
  }

  static let agenda = [
    AgendaItem(title: "Öppnande"), AgendaItem(title: "Delegationsbeslut", kind: .delegation),
    AgendaItem(title: "Budget", kind: .budget(year: 2024)), AgendaItem(title: "Val", kind: .election),
    AgendaItem(title: "Ungdomsteamet"),
  ]

  static func plan(
    _ date: String = "2023-11-10", number: Int = 1, isPublic: Bool = false, remote: RemoteRule? = nil
  ) throws -> MeetingPlan {
    MeetingPlan(
      number: number, day: try day(date), place: "Rådhuset", isPublic: isPublic, remote: remote, agenda: agenda)
  }

  static let present = [1, 2, 3].map { Attendance.Presence(seat: $0) }

  /// A meeting that is open, with those who are said to be there.
  static func open(
    _ book: Book, _ plan: MeetingPlan, _ attendance: Attendance = Attendance(presences: present, chair: 1),
    first: Int = 1
  ) throws -> ID<BoardMeeting> {
    try book.store.together(by: .tester, at: .now2) { writing in
      let id = try writing.plan(plan)
      try writing.take(.called(on: plan.day), in: id)
      let seats = MeetingSeat.roll(of: try writing.association().seats, on: plan.day)
      try writing.take(
        .opened(BoardMeeting.Opening(seats: seats, memberCount: 5, firstParagraph: first, attendance: attendance)),
        in: id)
      return id
    }
  }

  static func refusal(
    _ book: Book, _ event: BoardMeeting.Event, in id: ID<BoardMeeting>
  ) throws -> MeetingRefusal? {
    do {
      try book.store.together(by: .tester, at: .now2) { _ = try $0.take(event, in: id) }
      return nil
    } catch let refusal as MeetingRefusal {
      return refusal
    }
  }

  static func decision(_ paragraph: Int, item: Int = 5) -> BoardMeeting.Event {
    .decided(BoardDecision.Draft(paragraph: paragraph, item: item, wording: "Styrelsen beslutar."), consultedOn: nil)
  }

  @Test func `a meeting is planned, called, opened, decided at and closed, and is read as it was`() throws {
    let book = try Book(Self.association())
    let id = try Self.open(book, try Self.plan())
    try book.store.together(by: .tester, at: .now2) { writing in
      try writing.record(
        try DelegatedDecision(day: try day("2023-11-01"), by: "Förbundschef", ground: "2.1", words: "Avtal tecknat"))
      try writing.take(Self.decision(1, item: 1), in: id)
      try writing.take(Self.decision(2, item: 2), in: id)
      try writing.take(.reserved(paragraph: 2, BoardDecision.Reservation(seat: 3, words: "För sent")), in: id)
      try writing.take(
        .attended(
          Attendance(presences: Self.present, chair: 1, secretary: "Förbundschef", adjusters: [2])), in: id)
      try writing.take(.closed(at: "11.30"), in: id)
    }
    let kept = try #require(try book.store.boardMeeting(id))
    #expect(kept.place == .closed)
    #expect(kept.decisions.map(\.decision.paragraph) == ["§ 1", "§ 2"])
    #expect(kept.decisions[1].reservations == [BoardDecision.Reservation(seat: 3, words: "För sent")])
    #expect(kept.decisions[0].serving == [1, 2, 3])
    #expect(
      try book.store.delegatedDecisions().map(\.reported) == [Decision(date: try day("2023-11-10"), paragraph: "§ 2")])
    #expect(try Self.refusal(book, Self.decision(3), in: id) == .doesNotFollow(.closed))
    let found = try book.store.boardDecision(for: Decision(date: try day("2023-11-10"), paragraph: "2 §"))
    #expect(found?.paragraph == 2)
    #expect(
      try book.store.boardRecord().finding(of: Decision(date: try day("2023-11-10"), paragraph: "§ 9"))
        == .missing(kept))
    #expect(try book.store.verify().findings == [])
  }

  @Test func `nothing is decided before the meeting is open, or without more than half of the members`() throws {
    let book = try Book(Self.association())
    let id = try book.store.together(by: .tester, at: .now2) { try $0.plan(try Self.plan()) }
    #expect(try Self.refusal(book, Self.decision(1), in: id) == .doesNotFollow(.planned))
    let few = try Self.open(
      book, try Self.plan("2023-11-11", number: 2), Attendance(presences: [1, 2].map { .init(seat: $0) }, chair: 1))
    #expect(try Self.refusal(book, Self.decision(1), in: few) == .noQuorum(item: 5, serving: 2, members: 5))
    // A substitute who is there counts first when serving.
    var attendance = Attendance(presences: [1, 2, 6].map { .init(seat: $0) }, chair: 1)
    #expect(try Self.refusal(book, .attended(attendance), in: few) == nil)
    #expect(try Self.refusal(book, Self.decision(1), in: few) == .noQuorum(item: 5, serving: 2, members: 5))
    attendance.services = [Attendance.Service(substitute: 6, for: 3)]
    #expect(try Self.refusal(book, .attended(attendance), in: few) == nil)
    #expect(try Self.refusal(book, Self.decision(1), in: few) == nil)
    // Who is disqualified is not there; the number of members stays.
    attendance.conflicts = [Attendance.Conflict(seat: 2, item: 4, ground: "Arbetar där")]
    #expect(try Self.refusal(book, .attended(attendance), in: few) == nil)
    #expect(try Self.refusal(book, Self.decision(2, item: 4), in: few) == .noQuorum(item: 4, serving: 2, members: 5))
    #expect(
      try Self.refusal(book, .attended(Attendance(presences: Self.present, chair: 1)), in: few)
        == .decidedByOthers(paragraph: 1, item: 5))
  }

  @Test func `paragraphs run on through the year, and a struck one is free again`() throws {
    let book = try Book(Self.association())
    let first = try Self.open(book, try Self.plan("2023-10-01"), first: 40)
    let complete = Attendance(presences: Self.present, chair: 1, secretary: "Sekreteraren", adjusters: [3])
    #expect(try Self.refusal(book, Self.decision(39), in: first) == .paragraphBefore(39, first: 40))
    #expect(try Self.refusal(book, Self.decision(40), in: first) == nil)
    #expect(try Self.refusal(book, Self.decision(40), in: first) == .paragraphTaken(40, year: 2023))
    #expect(try Self.refusal(book, Self.decision(41), in: first) == nil)
    #expect(try Self.refusal(book, .struck(paragraph: 40, because: "Fel punkt"), in: first) == nil)
    #expect(try Self.refusal(book, .attended(complete), in: first) == nil)
    #expect(try Self.refusal(book, .closed(at: "10.00"), in: first) == .paragraphSkipped(40))
    #expect(try Self.refusal(book, Self.decision(40, item: 1), in: first) == nil)
    let second = try Self.plan("2023-11-01", number: 2)
    let wrong = MeetingRefusal.anotherIsOpen(number: 1, day: try day("2023-10-01"))
    #expect(throws: wrong) { _ = try Self.open(book, second, first: 42) }
    #expect(try Self.refusal(book, .closed(at: "10.00"), in: first) == nil)
    #expect(throws: MeetingRefusal.paragraphBehind(41, last: 41)) { _ = try Self.open(book, second, first: 41) }
    let id = try Self.open(book, second, first: 42)
    #expect(try Self.refusal(book, Self.decision(42), in: id) == nil)
    #expect(throws: MeetingRefusal.numberTaken(2, year: 2023)) {
      try book.store.together(by: .tester, at: .now2) { _ = try $0.plan(try Self.plan("2023-11-05", number: 2)) }
    }
  }

  @Test func `a budget is decided in public and after consultation, and one is remote by a decision alone`() throws {
    var association = Self.association()
    let book = try Book(association)
    let closed = try Self.open(book, try Self.plan())
    #expect(try Self.refusal(book, Self.decision(1, item: 3), in: closed) == .budgetNotPublic(year: 2024))
    let far = Attendance(presences: Self.present + [.init(seat: 4, mode: .remote)], chair: 1)
    #expect(try Self.refusal(book, .attended(far), in: closed) == .remoteUndecided(4))

    let other = try Book(association)
    let rule = RemoteRule(
      decision: Decision(date: try day("2023-02-01"), paragraph: "§ 4"), extent: "Alla möten utom det i november")
    let id = try Self.open(other, try Self.plan(isPublic: true, remote: rule))
    #expect(try Self.refusal(other, .attended(far), in: id) == nil)
    let deaf = Attendance(presences: Self.present + [.init(seat: 4, mode: .sound)], chair: 1)
    #expect(try Self.refusal(other, .attended(deaf), in: id) == .soundWithoutReasons(4))
    #expect(try Self.refusal(other, Self.decision(1, item: 3), in: id) == .budgetNotConsulted(year: 2024))
    association = try other.store.association()
    association.budgets = [Budget(year: 2024, consultedOn: try day("2023-11-12"), lines: [])]
    try other.store.record(association, by: .tester, at: .now2)
    #expect(
      try Self.refusal(other, Self.decision(1, item: 3), in: id)
        == .budgetConsultedLater(year: 2024, consulted: try day("2023-11-12"), decided: try day("2023-11-10")))
    association.budgets[0].consultedOn = try day("2023-10-02")
    try other.store.record(association, by: .tester, at: .now2)
    #expect(try Self.refusal(other, Self.decision(1, item: 3), in: id) == nil)
    #expect(try other.store.boardMeeting(id)?.decisions.map(\.consultedOn) == [try day("2023-10-02")])
  }

  @Test(arguments: 1...12) func `the type and the database judge every decision alike, and none is without a quorum`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let book = try Book(Self.association())
    try book.store.record(
      with(try book.store.association()) {
        $0.budgets = [
          Budget(
            year: 2024, consultedOn: CalendarDate("2023-11-1\(Int.random(in: 0...1, using: &random))"), lines: [])
        ]
      }, by: .tester, at: .now2)
    let rule = RemoteRule(decision: Decision(date: try day("2023-02-01"), paragraph: "§ 4"), extent: "Alla möten")
    let id = try Self.open(book, try Self.plan(isPublic: Bool.random(using: &random), remote: rule))
    var verdicts: [Bool: Int] = [:]
    for _ in 0..<60 {
      if Int.random(in: 0...2, using: &random) == 0 {
        // What the type refuses of an attendance is not tried; what it takes, the database takes.
        _ = try Self.refusal(book, .attended(Self.attendance(&random)), in: id)
      }
      let meeting = try #require(try book.store.boardMeeting(id))
      let held = try #require(meeting.held)
      let draft = Self.draft(&random, held)
      let consulted = try book.store.association().budgets[0].consultedOn
      let accepted = (try? held.decided(draft, consultedOn: consulted)) != nil
      #expect(try book.database(takes: draft, held, id, consulted) == accepted, "\(draft)")
      verdicts[accepted, default: 0] += 1
      if accepted, Bool.random(using: &random) {
        #expect(try Self.refusal(book, .decided(draft, consultedOn: nil), in: id) == nil)
      }
    }
    #expect(verdicts.count == 2, "both verdicts are met: \(verdicts)")
    #expect(
      try book.ask(
        """
        SELECT COUNT(*) FROM board_decision d WHERE 2 * (SELECT COUNT(*) FROM board_part WHERE decision_id = d.id)
          <= (SELECT member_count FROM board_opening WHERE meeting_id = d.meeting_id)
        """) == ["0"])
    #expect(try book.store.verify().findings == [])
  }

  private static func attendance(_ random: inout SeededGenerator) -> Attendance {
    func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &random) == 1 }
    var presences: [Attendance.Presence] = []
    for seat in 1...10 where !chance(3) {
      presences.append(
        .init(
          seat: seat, mode: chance(4) ? .remote : .present, from: chance(5) ? 2 : 1, through: chance(6) ? 4 : nil))
    }
    var attendance = Attendance(presences: presences, chair: Int.random(in: 1...5, using: &random))
    for seat in 1...5 where chance(5) {
      attendance.conflicts.append(.init(seat: seat, item: Int.random(in: 1...5, using: &random)))
    }
    for substitute in 6...10 where chance(2) {
      attendance.services.append(.init(substitute: substitute, for: substitute - 5))
    }
    return attendance
  }

  private static func draft(_ random: inout SeededGenerator, _ held: BoardMeeting.Opened) -> BoardDecision.Draft {
    func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &random) == 1 }
    let item = chance(20) ? 6 : Int.random(in: 1...5, using: &random)
    var draft = BoardDecision.Draft(
      paragraph: chance(6) ? Int.random(in: 1...8, using: &random) : held.nextParagraph, item: item,
      wording: chance(15) ? " " : "Beslut")
    let serving = held.serving(at: item)
    if chance(8) { draft.chair = Int.random(in: 1...10, using: &random) }
    switch Int.random(in: 0...3, using: &random) {
    case 0:
      let votes = Dictionary(
        uniqueKeysWithValues: serving.filter { _ in !chance(25) }.map { seat in
          (seat, BoardDecision.Vote.allCases.randomElement(using: &random) ?? .yes)
        })
      draft.ballot = .init(yesMeans: chance(15) ? "" : "Bifall", noMeans: "Avslag", votes: .open(votes))
    case 1:
      let yes = serving.isEmpty ? 0 : Int.random(in: 0...serving.count, using: &random)
      let no = serving.count - yes
      draft.ballot = .init(
        yesMeans: "Ada", noMeans: "Bo",
        votes: .closed(yes: yes, no: no, abstain: chance(8) ? 1 : 0, lotSaysYes: chance(3) ? true : nil))
    default:
      if chance(4) { draft.abstaining = Set((1...10).filter { _ in chance(5) }) }
    }
    return draft
  }

  @Test func `what is written past the verbs is refused by the database`() throws {
    let book = try Book(Self.association())
    let id = try Self.open(book, try Self.plan())
    #expect(try Self.refusal(book, Self.decision(1), in: id) == nil)
    #expect(throws: (any Error).self) { try book.attack("INSERT INTO board_part VALUES (1, 4, 1, 5, '', 1)") }
    #expect(throws: (any Error).self) { try book.attack("UPDATE board_part SET vote = 'nej'") }
    #expect(throws: (any Error).self) { try book.attack("DELETE FROM board_decision") }
    #expect(throws: (any Error).self) {
      try book.attack("INSERT INTO board_step VALUES (9, \(id.rawValue), 'planned', NULL, '', 1)")
    }
  }
}

extension Book {
  /// Whether the database itself takes a decision, written past what the verbs refuse. Nothing is left of the try.
  fileprivate func database(
    takes draft: BoardDecision.Draft, _ held: BoardMeeting.Opened, _ id: ID<BoardMeeting>, _ consulted: CalendarDate?
  ) throws -> Bool {
    struct Taken: Error {}
    var votes: [Int: String] = [:]
    for seat in held.serving(at: draft.item) { votes[seat] = "" }
    for seat in draft.abstaining { votes[seat] = "avstår" }
    var kind = ""
    var counts: [Field] = [.null, .null, .null, .null]
    switch draft.ballot?.votes {
    case .open(let said):
      kind = "open"
      for (seat, vote) in said { votes[seat] = vote.rawValue }
    case .closed(let yes, let no, let abstain, let lot):
      kind = "closed"
      counts = [.integer(yes), .integer(no), .integer(abstain), .integer(lot.map { $0 ? 1 : 0 })]
    case nil: break
    }
    let ballot = draft.ballot
    do {
      try store.together(by: .tester, at: .now2) { writing in
        _ = try writing.act(.decideMeeting, subject: "förbi") { act in
          let key = try writing.posting.keys.next("board_decision")
          for (seat, vote) in votes.sorted(by: { $0.key < $1.key }) {
            try act.record(
              "board_part", .integer(key), .integer(seat), .integer(id.rawValue), .integer(draft.item), .text(vote),
              .integer(act.sequence))
          }
          try act.record(
            "board_decision", .integer(key), .integer(id.rawValue), .integer(2023), .integer(draft.paragraph),
            .integer(draft.item), .text(draft.wording), .text(""), .text(""), .text("bifall"),
            .integer(draft.chair ?? held.attendance.chair), .text(kind), .text(ballot?.yesMeans ?? ""),
            .text(ballot?.noMeans ?? ""), .text(ballot?.ifYes.rawValue ?? ""), .text(ballot?.ifNo.rawValue ?? ""),
            counts[0], counts[1], counts[2], counts[3], .date(consulted), .integer(act.sequence))
        }
        throw Taken()
      }
    } catch is Taken {
      return true
    } catch let refusal as Store.Refusal {
      guard case .refusedByDatabase = refusal else { throw refusal }
      return false
    }
    return false
  }
}

private func with(_ association: Association, _ change: (inout Association) -> Void) -> Association {
  var association = association
  change(&association)
  return association
}
