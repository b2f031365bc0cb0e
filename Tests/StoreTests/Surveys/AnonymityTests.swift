import Association
import Foundation
import GRDB
import Ledger
import TestKit
import Testing

@testable import Store

/// Whether anything in the file says who answered what.
///
/// Two worlds are made of one book. In both the same codes are used, as many answers come on paper, and the same answers
/// are given; but who gives which, and in which order they come, is drawn by lot anew. What differs between the worlds is
/// what the file knows of it. Nothing may differ: not a row of any table, and not a byte of the file.
struct AnonymityTests {
  private static let asked = 24
  private static let answers = 20
  private static let onPaper = 5

  /// Answers a copy of the book: who answers what is decided by the seed.
  private static func world(of base: String, seed: UInt64) throws -> String {
    var random = SeededGenerator(seed: seed)
    let path = base + "-\(seed)"
    try FileManager.default.copyItem(atPath: base, toPath: path)
    let store = try Store(opening: path)
    // Which answers, and by which way each comes: a code of the first, or paper.
    let order = Array(0..<answers).shuffled(using: &random)
    let ways = Array(0..<answers).shuffled(using: &random)
    for (number, way) in zip(order, ways) {
      let answer = try SurveyKit.answer(number)
      if way < answers - onPaper {
        try store.answer(
          answer, code: SurveyKit.digest(way), on: try day("2025-05-05"), randomBytes: SurveyKit.bytes(number))
      } else {
        try store.answer(answer, onPaper: ID(rawValue: 1), randomBytes: SurveyKit.bytes(number))
      }
      let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).count
      #expect(log == 0, "What was written before an answer and after it lies side by side in the log.")
    }
    return path
  }

  private static func base() throws -> (book: Book, path: String) {
    let (book, _) = try SurveyKit.book(asked: asked)
    let path = book.path + "-copy"
    let queue = try DatabaseQueue(path: book.path)
    try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    try queue.close()
    return (book, path)
  }

  private static func remove(_ paths: [String]) {
    for path in paths {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
  }

  /// Every row of every table, the schema and what SQLite keeps for itself.
  private static func dump(_ path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.inDatabase { database in
      let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table): \($0.databaseValues)" }
      }
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `the file is the same to the byte, whoever answered what and in whichever order`(seed: UInt64) throws {
    let (book, base) = try Self.base()
    defer { withExtendedLifetime(book) {} }
    let paths = [try Self.world(of: base, seed: 1), try Self.world(of: base, seed: seed)]
    defer { Self.remove(paths + [base]) }

    let rows = try paths.map(Self.dump)
    #expect(rows[0].count > 60)
    #expect(rows[0] == rows[1])
    let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    let differing = zip(files[0], files[1]).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
    #expect(files[0].count == files[1].count && differing.isEmpty, "bytes \(differing.prefix(20))")
  }

  @Test func `another answer does make another file, so the comparison can fail`() throws {
    let (book, base) = try Self.base()
    defer { withExtendedLifetime(book) {} }
    let paths = [try Self.world(of: base, seed: 1), try Self.world(of: base, seed: 2)]
    defer { Self.remove(paths + [base]) }

    try Store(opening: paths[1]).answer(
      try SurveyKit.answer(33), code: SurveyKit.digest(22), on: try day("2025-05-05"), randomBytes: SurveyKit.bytes(33))

    #expect(try Self.dump(paths[0]) != Self.dump(paths[1]))
  }

  @Test func `no answer leaves a line of history, a moment or a key that grows`() throws {
    let (book, _) = try SurveyKit.book(asked: 9)
    let before = try book.store.history()
    for number in 0..<9 {
      try book.store.answer(
        try SurveyKit.answer(number), code: SurveyKit.digest(number), on: try day("2025-05-05"),
        randomBytes: SurveyKit.bytes(number))
    }

    #expect(try book.store.history() == before)
    #expect(
      try book.ask(
        """
        SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c
        WHERE t.name IN ('survey_invitation', 'survey_tally', 'survey_paper', 'survey_text') ORDER BY t.name, c.cid
        """) == [
          "survey_invitation.digest", "survey_invitation.round_id", "survey_invitation.is_used",
          "survey_paper.round_id", "survey_paper.raised", "survey_tally.round_id", "survey_tally.question",
          "survey_tally.step", "survey_tally.sex", "survey_tally.raised", "survey_text.text_id", "survey_text.round_id",
          "survey_text.question", "survey_text.text",
        ])
    // No index but the keys: one on what changes would lie in the order of the changes.
    #expect(
      try book.ask(
        """
        SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite_autoindex%'
        AND tbl_name IN ('survey_invitation', 'survey_tally', 'survey_paper', 'survey_text')
        """) == [])
  }

  @Test func `the file is the same after the survey is closed, too`() throws {
    let (book, base) = try Self.base()
    defer { withExtendedLifetime(book) {} }
    let paths = [try Self.world(of: base, seed: 1), try Self.world(of: base, seed: 9)]
    defer { Self.remove(paths + [base]) }
    for path in paths {
      try Store(opening: path).together(by: .tester, at: .now2) { _ = try $0.close(ID(rawValue: 1)) }
    }

    let rows = try paths.map(Self.dump)
    #expect(rows[0] == rows[1])
  }
}
