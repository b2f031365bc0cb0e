import Association
import Foundation
import Ledger
import TestKit
import Testing

@testable import Store

/// Obstacles up and down the lift, as the book keeps them and refuses to keep them.
@Suite struct ObstacleStoreTests {
  static func report(
    _ subject: String = "Blanketten finns bara på svenska",
    stops: String = "Deltagare förstår inte handläggarnas brev.",
    origin: Obstacle.Origin = .insats("A"), members: [String] = ["FK", "AF"]
  ) -> Obstacle.Report {
    Obstacle.Report(
      origin: origin, subject: subject, stops: stops, memberIDs: members, others: "Migrationsverket",
      frequency: .weekly, tried: "Tolk", solution: "Översatta blanketter")
  }

  static func charge(_ owner: String, _ due: String) throws -> Obstacle.Charge {
    Obstacle.Charge(owner: owner, due: try day(due))
  }

  private func take(
    _ event: Obstacle.Event, by level: Obstacle.Level, in id: Int64, on text: String, _ book: Book
  ) throws -> ObstacleCase {
    let date = try day(text)
    return try book.store.together(by: .tester, at: .now2) { try $0.take(event, by: level, in: id, on: date) }
  }

  private func add(
    _ report: Obstacle.Report, on text: String = "2024-01-10", receipt: String? = nil, channel: Int64? = nil,
    sameAs: Int64? = nil, to book: Book
  ) throws -> Int64 {
    let date = try day(text)
    return try book.store.together(by: .tester, at: .now1) {
      try $0.report(report, on: date, channel: channel, receipt: receipt, sameAs: sameAs)
    }
  }

  @Test func `the seventeenth migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0017.sql)
    #expect(digest.hash == "a4427edfc2750baa4411f3a27ab96b893abfdfd6a64665dc6b7ed5c17e08a823")
  }

  @Test func `an obstacle rides up to the board and its answer comes back, with every step as it was taken`() throws {
    let book = try Book()
    let channel = try book.store.together(by: .tester, at: .now1) {
      try $0.openChannel(from: .insats("A"), digest: sha256("länk"))
    }
    let id = try add(Self.report(), receipt: sha256("kvitto"), channel: channel, to: book)
    let decision = Decision(date: try day("2024-03-01"), paragraph: "§ 12")
    let events: [(Obstacle.Event, Obstacle.Level, String)] = [
      (.assigned(try Self.charge("LSG Ronneby", "2024-02-01")), .frontLine, "2024-01-11"),
      (
        .passedUp(Obstacle.Verdict(words: "Gäller alla"), to: try Self.charge("LSG", "2024-02-01")), .frontLine,
        "2024-01-12"
      ),
      (
        .passedUp(Obstacle.Verdict(words: "Kostar"), to: try Self.charge("Beredning", "2024-02-20")), .localGroup,
        "2024-01-20"
      ),
      (
        .passedUp(Obstacle.Verdict(words: "Principiellt"), to: try Self.charge("Styrelsen", "2024-03-10")),
        .preparation, "2024-02-20"
      ),
      (.solved(Obstacle.Verdict(words: "Parterna översätter", decision: decision)), .board, "2024-03-01"),
      (.reopened("Finns ännu inte", try Self.charge("Styrelsen", "2024-06-01")), .board, "2024-05-01"),
      (.declined(Obstacle.Verdict(words: "Parternas ansvar", decision: decision)), .board, "2024-05-20"),
    ]
    for (event, level, date) in events { _ = try take(event, by: level, in: id, on: date, book) }
    let document = try book.store.attach(
      Array("x".utf8), name: "Brev.pdf", mediaType: "text/plain", by: .tester, at: .now1)
    let references: [ObstacleReference] = [
      .insats("A"), .figure("samsa.deltagare"), .decision(decision), .document(sha256: document, name: "Brev.pdf"),
      .diary("FS 2024/1"),
    ]
    for reference in references { try book.store.together(by: .tester, at: .now2) { try $0.refer(id, to: reference) } }
    try book.store.together(by: .tester, at: .now2) { try $0.endReference(1, of: id) }
    try book.store.together(by: .tester, at: .now2) { try $0.endChannel(channel) }

    try book.reopen()
    let obstacle = try #require(try book.store.obstacle(id))

    #expect(obstacle.report == Self.report())
    #expect(obstacle.steps.dropFirst().map(\.event) == events.map(\.0))
    #expect(obstacle.state.answered?.verdict.words == "Parternas ansvar" && obstacle.state.level == .board)
    #expect(obstacle.references.map(\.reference) == Array(references.dropFirst()))
    #expect(try book.store.obstacle(receipt: sha256("kvitto"))?.id == id)
    #expect(try book.store.obstacleChannel(digest: sha256("länk"))?.isEnded == true)
    #expect(throws: Obstacle.Refusal.channelEnded) { try add(Self.report(), channel: channel, to: book) }
    #expect(try book.store.verify().findings == [])
    #expect(try VerifyTests.script(book.path).code == 0)
  }

  @Test func `the type and the database give the same verdict on any step`() throws {
    let book = try Book()
    var random = SeededGenerator(seed: 77)
    for _ in 0..<30 { _ = try add(Self.report(), to: book) }
    var allowedCount = 0
    for _ in 0..<900 {
      let id = Int64.random(in: 1...30, using: &random)
      let present = try #require(try book.store.obstacle(id))
      let (event, level) = try Self.randomEvent(&random, near: present.state.level)
      let date = try day("2024-0\(Int.random(in: 1...9, using: &random))-15")
      let refusal = Self.refusal { () throws(Obstacle.Refusal) in
        _ = try present.state.after(event, by: level, on: date)
      }
      let message = try Self.databaseVerdict(event, level, id, date, book)
      #expect((refusal == nil) == (message == nil), "\(present.state) \(event) by \(level): \(message ?? "allowed")")
      if refusal == nil {
        allowedCount += 1
        try book.store.together(by: .tester, at: .now2) { _ = try $0.take(event, by: level, in: id, on: date) }
      }
    }
    #expect(allowedCount > 100)
    #expect(try book.store.verify().findings == [])
  }

  private static func refusal(_ body: () throws(Obstacle.Refusal) -> Void) -> Obstacle.Refusal? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  private static func randomEvent(
    _ random: inout SeededGenerator, near level: Obstacle.Level
  ) throws -> (Obstacle.Event, Obstacle.Level) {
    func often(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) > 0 }
    let charge = Obstacle.Charge(
      owner: often(8) ? "LSG" : " ", due: try day("2024-\(often(8) ? "11" : "01")-01"))
    let decision = often(2) ? Decision(date: try day("2024-03-01"), paragraph: often(8) ? "§ 1" : "") : nil
    let verdict = Obstacle.Verdict(words: often(8) ? "Därför" : "  ", decision: decision)
    let events: [Obstacle.Event] = [
      .reported(charge), .assigned(charge), .solved(verdict), .declined(verdict), .passedUp(verdict, to: charge),
      .passedUp(verdict, to: charge), .reopened(verdict.words, charge),
    ]
    let said = often(5) ? level : Obstacle.Level.allCases.randomElement(using: &random) ?? level
    return (events.randomElement(using: &random) ?? events[0], said)
  }

  private struct Undo: Error {}

  /// What the database says of the row, whoever writes it; nil where it takes it.
  private static func databaseVerdict(
    _ event: Obstacle.Event, _ level: Obstacle.Level, _ id: Int64, _ date: CalendarDate, _ book: Book
  ) throws -> String? {
    var message: String?
    do {
      _ = try book.store.file.write { connection in
        try connection.run(
          "INSERT INTO history SELECT MAX(sequence) + 1, 0, 'x', 'obstacle', 'x', 1 FROM history")
        do {
          try connection.run(
            """
            INSERT INTO obstacle_step SELECT MAX(id) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT MAX(sequence) FROM history)
            FROM obstacle_step
            """, .integer(id), .text(event.kind.rawValue), .integer(level.rawValue), .date(date),
            .text(event.charge?.owner ?? ""), .date(event.charge?.due), .text(event.verdict?.words ?? ""),
            .date(event.verdict?.decision?.date), event.verdict?.decision.map { .text($0.paragraph) } ?? .null)
        } catch {
          message = "\(error)"
        }
        throw Undo()
      }
    } catch is Undo {}
    return message
  }

  @Test func `joined obstacles are counted and answered as one, and can be taken apart`() throws {
    let book = try Book()
    let date = try day("2024-02-01")
    let first = try add(Self.report(), to: book)
    let second = try add(Self.report("Brevet är på svenska"), to: book)
    let third = try add(Self.report("Samma"), sameAs: second, to: book)
    func join(_ id: Int64, _ kept: Int64) throws {
      try book.store.together(by: .tester, at: .now2) { try $0.join(id, with: kept, on: date) }
    }

    #expect(throws: Obstacle.Refusal.joinedWithItself) { try join(first, first) }
    #expect(throws: Obstacle.Refusal.keptIsJoined(second)) { try join(first, third) }
    #expect(throws: Obstacle.Refusal.joined(second)) { try join(third, first) }
    try join(second, first)
    let fourth = try add(Self.report("Också"), sameAs: third, to: book)

    #expect(try book.store.obstacle(first)?.reportCount == 4)
    #expect(try book.store.obstacle(fourth)?.keptID == first)
    #expect(try book.store.obstacle(third)?.keptID == second)
    #expect(throws: Obstacle.Refusal.joined(first)) {
      try take(.solved(Obstacle.Verdict(words: "Klart")), by: .frontLine, in: second, on: "2024-02-02", book)
    }
    #expect(throws: (any Error).self) {
      try book.attack("INSERT INTO obstacle_join SELECT 99, 1, 3, 20240201, MAX(sequence) FROM history")
    }

    try book.store.together(by: .tester, at: .now2) { try $0.separate(second, on: date) }
    #expect(try book.store.obstacle(first)?.reportCount == 2)
    #expect(try book.store.obstacle(second)?.reportCount == 2)
    #expect(throws: Obstacle.Refusal.notJoined) {
      try book.store.together(by: .tester, at: .now2) { try $0.separate(second, on: date) }
    }
    #expect(try book.store.verify().findings == [])
  }

  @Test func `similar obstacles are found in Swedish inflections, joined ones as the one that is kept`() throws {
    let book = try Book()
    let forms = try add(Self.report(), to: book)
    let doctor = try add(
      Self.report("Ingen läkartid", stops: "Vårdcentralen svarar inte när handläggaren ringer."), to: book)
    let joined = try add(
      Self.report("Läkarna på vårdcentralerna", stops: "Telefonköer och handläggares tider"), sameAs: doctor, to: book)

    #expect(try book.store.obstacles(like: "blanketterna på svenskan").first?.id == forms)
    #expect(try book.store.obstacles(like: "Vårdcentralens telefonkö").map(\.id) == [doctor])
    #expect(try Set(book.store.obstacleIDs(searching: "handläggarna")) == [forms, doctor, joined])
    #expect(try book.store.obstacleIDs(searching: "vårdcentral telefon") == [joined])
    #expect(try book.store.obstacles(like: "kollektivtrafik").isEmpty)
  }

  @Test func `the association is told what became of obstacles, year by year, and keeps none of it as facts`() throws {
    let book = try Book()
    let first = try add(Self.report(), on: "2023-11-01", to: book)
    let second = try add(Self.report(), on: "2023-12-01", to: book)
    _ = try add(Self.report(), on: "2024-02-01", sameAs: first, to: book)
    let verdict = Obstacle.Verdict(words: "Vidare")
    _ = try take(
      .passedUp(verdict, to: try Self.charge("LSG", "2024-05-01")), by: .frontLine, in: first, on: "2024-03-01", book)
    _ = try take(.solved(verdict), by: .localGroup, in: first, on: "2025-01-10", book)

    var association = try book.store.association()
    let (before, year) = try (#require(association.obstacles(in: 2023)), #require(association.obstacles(in: 2024)))

    #expect(before.reported == 2 && before[.frontLine].waiting == 2 && before.answered == 0)
    #expect(year.reported == 1 && year[.frontLine].waiting == 1 && year[.localGroup].waiting == 1)
    #expect(year[.frontLine].passedUp == 1 && year[.localGroup].arrived == 1)
    #expect(association.obstacles(in: 2025)?.solved == 1)
    #expect(association.obstacles(in: 2027)?.waiting == 1)
    #expect(association.obstacles(in: 2022) == nil)

    association.obstacleYears = []
    #expect(try book.store.record(association, by: .tester, at: .now2) == nil)
    _ = try take(.declined(verdict), by: .frontLine, in: second, on: "2025-02-01", book)
    #expect(try book.store.association().obstacles(in: 2026) == nil)
  }

  @Test func `every table of obstacles refuses to have a row changed, deleted or replaced`() throws {
    let book = try Book()
    let channel = try book.store.together(by: .tester, at: .now1) {
      try $0.openChannel(from: .group("Team"), digest: sha256("a"))
    }
    let id = try add(Self.report(), channel: channel, to: book)
    _ = try add(Self.report(), sameAs: id, to: book)
    try book.store.together(by: .tester, at: .now1) { writing in
      try writing.refer(id, to: .insats("A"))
      try writing.endReference(1, of: id)
      try writing.endChannel(channel)
    }
    for table in M0017.factTables.map(\.name) {
      #expect(try book.ask("SELECT COUNT(*) > 0 FROM \(table)") == ["1"], "\(table)")
      for sql in [
        "UPDATE \(table) SET history_sequence = history_sequence", "DELETE FROM \(table)",
        "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
      ] {
        #expect(throws: (any Error).self, "\(sql)") { try book.attack(sql) }
      }
    }
  }
}
