import Association
import Foundation
import GRDB
import Ledger
import Synchronization
import TestKit
import Testing

@testable import Store

/// The office in the file: older books, verification, writes that fail, and whatever order things come in.
@Suite struct OfficeBookTests {
  @Test func `the second migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0002.sql)
    #expect(digest.hash == "d6fe441ace9d779d62b0114645806bbade6325798d468b6700bc773f685db96a")
  }

  /// A file of the first schema with what the book has recorded in it, as an older program would have left it.
  private func first(of book: Book) throws -> String {
    let path = book.path + "-copy"
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { database in
      try Schema.migrate(database, through: 1)
      let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try database.execute(sql: "ATTACH ? AS source", arguments: [book.path])
      for table in try String.fetchAll(database, sql: "SELECT name FROM main.sqlite_schema WHERE type = 'table'") {
        let columns = try String.fetchAll(
          database, sql: "SELECT name FROM pragma_table_info(?, 'main')", arguments: [table]
        ).joined(separator: ", ")
        try database.execute(sql: "INSERT INTO main.\(table) SELECT \(columns) FROM source.\(table)")
      }
      try database.execute(sql: "DETACH source")
      for trigger in triggers { try database.execute(sql: trigger["sql"] as String) }
    }
    try queue.close()
    return path
  }

  @Test func `a book of the first schema opens, is whole, and takes users`() throws {
    var random = SeededGenerator(seed: 3)
    var association = Association.random(&random)
    // The first schema had no wheel, no forecasts, no accounts chosen, no inhabitants and nothing on invoices.
    association.roleAccounts = []
    association.insatsOrigins = []
    association.memberBilling = []
    association.ownBilling = nil
    for index in association.contributionKeys.indices { association.contributionKeys[index].population = nil }
    association.deadlineFacts = []
    association.performerForecasts = []
    // Nor had it anything that is counted beside participants.
    association.quotedShares = []
    association.progressions = []
    association.caseCounts = []
    association.screenings = []
    association.exitReasons = []
    // Nor groups, nor more of a seat and a departure than what the report prints.
    association.groups = []
    association.localAllocations = []
    for index in association.seats.indices {
      association.seats[index] = Seat(
        function: association.seats[index].function, name: association.seats[index].name,
        memberID: association.seats[index].memberID, from: association.seats[index].from,
        until: association.seats[index].until)
    }
    for index in association.deviations.indices { association.deviations[index].decision = Decision() }
    for index in association.goals.indices {
      association.goals[index].breakReason = ""
      for outcome in association.goals[index].outcomes.indices {
        association.goals[index].outcomes[outcome].source = nil
      }
    }
    for index in association.activities.indices {
      association.activities[index].kind = ""
      association.activities[index].day = nil
    }
    let book = try Book(association) { writing in
      try writing.attach(Array("underlag".utf8), name: "u.txt", mediaType: "text/plain")
      try writing.openFiscalYear(try year(2024))
      for voucher in try randomVouchers(20, in: try year(2024), seed: 4) { try writing.record(voucher) }
      try writing.close(try month(2024, 1))
    }
    try book.store.importFile(ImportHead(name: "a.se", kind: "SIE 4"), by: .tester, at: .now2) { session in
      try session.keep(chunk: "bytes".utf8)
      try session.declare(try year(2023))
      try session.open(try year(2023), account: AccountNumber("1930"), amount: Money(kronor: 1))
      for voucher in try randomVouchers(9, in: try year(2023), seed: 1, imported: true) { try session.add(voucher) }
    }
    let path = try first(of: book)

    let store = try Store(opening: path)

    #expect(try store.lastHash() == (try book.store.lastHash()))
    #expect(try store.verify().findings == [])
    #expect(try store.association() == (try book.store.association()))
    #expect(try store.vouchers(of: try year(2023)) == (try book.store.vouchers(of: try year(2023))))
    #expect(try store.imports() == (try book.store.imports()))
    let anna = try store.record(
      user: nil, name: "Anna", mail: "anna@exempel.se", role: .director, insatser: [], isActive: true, by: .tester,
      at: .now2)
    try store.record(try voucher("2024-05-01"), by: .tester, at: .now2)
    #expect(try Store(opening: path).users() == [anna])
    #expect(try store.verify().findings == [])
    #expect(try VerifyTests.script(path).code == 0)
    // Opened anew, it has the schema of a book that was made today.
    let schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2"
    let migrated = try store.read { connection in
      var rows: [String] = []
      try connection.each(schema) { rows.append("\($0.text(0)) \($0.text(1)) \($0.text(2))") }
      return rows
    }
    #expect(try book.ask(schema) == migrated.map { $0.hasSuffix(" ") ? $0 + "NULL" : $0 })
  }

  /// A book with a row in each table of the office.
  private func office() throws -> Book {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")
    try book.user("Bo", mail: "bo@exempel.se", as: .performer, insatser: ["siri", "arena"])
    let store = book.store
    let comment = try store.comment("Vad\tmenas?", at: "rapport/2025", to: anna.id, by: .tester, at: .now2)
    try store.end(comment, as: .resolved, text: "Ändrat", by: .tester, at: .now2)
    try store.mark(chapter: "mal", year: 2025, isReady: true, by: .tester, at: .now2)
    try store.keepVersion(
      of: 2025, name: "Möte", lines: [ReportVersion.Line(chapter: "mal", text: "Målet")], by: .tester, at: .now2)
    try store.markPractice(by: .tester, at: .now2)
    let document = try store.attach([1], name: "u", mediaType: "text/plain", by: .tester, at: .now2)
    _ = try store.keep(
      Sketch(kind: .draft, rows: [Sketch.Row()], documents: [document]), by: .tester, at: .now2)
    _ = try store.keep(upload: [1], name: "a.se", by: .tester, at: .now2)
    try store.setPassword(hash: "$", of: anna.id, keeping: nil)
    try store.setSecondFactor(secret: [1], recoveryDigests: [sha256("1")], of: anna.id)
    try store.bind(issuer: "i", subject: "s", to: anna.id)
    try store.start(.of(anna.id))
    try store.keep(Invitation(digest: sha256("i"), user: anna.id, endsAt: .now2))
    try store.noteAttempt(keys: ["x"], at: .now2)
    return book
  }

  /// Each table of facts of the office, with what somebody changes in it, and the line that then differs.
  static let tamperings: [(table: String, sql: String, line: Int64)] = [
    ("user", "UPDATE user SET id = 9 WHERE id = 1", 2),
    ("user_statement", "UPDATE user_statement SET role = 'director' WHERE id = 2", 3),
    ("user_insats", "UPDATE user_insats SET insats_id = 'x' WHERE position = 1", 3),
    ("comment", "UPDATE comment SET to_user_id = NULL", 4),
    ("comment_ending", "DELETE FROM comment_ending", 5),
    ("chapter_mark", "UPDATE chapter_mark SET is_ready = 0", 6),
    ("report_version", "UPDATE report_version SET name = 'Annat'", 7),
    ("report_version_line", "UPDATE report_version_line SET text = 'Målen'", 7),
    ("practice_mark", "DELETE FROM practice_mark", 8),
  ]

  @Test func `every fact of the office is verified, by us and by the independent script`() throws {
    let book = try office()
    #expect(Set(OfficeBookTests.tamperings.map(\.table)) == Set(M0002.factTables.map(\.name)))

    let verification = try book.store.verify()
    #expect(verification.findings == [])
    let whole = try VerifyTests.script(book.path)
    #expect(whole.code == 0)
    #expect(whole.text == "whole: 9 lines of history, last hash \(verification.lastHash)\n")

    for (_, sql, line) in OfficeBookTests.tamperings {
      let path = try book.tampered(sql)
      #expect(try Store(opening: path).verify().firstDifference?.sequence == line, "\(sql)")
      let found = try VerifyTests.script(path)
      #expect(found.code == 1, "\(sql)")
      #expect(found.text.hasPrefix("history line \(line) "), "\(sql): \(found.text)")
    }
  }

  @Test func `every table of facts of the office refuses to have a row changed, deleted or replaced`() throws {
    let book = try office()
    for (table, _) in M0002.factTables {
      #expect(try book.ask("SELECT COUNT(*) > 0 FROM \(table)") == ["1"], "\(table)")
      for sql in [
        "UPDATE \(table) SET history_sequence = history_sequence", "DELETE FROM \(table)",
        "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
      ] {
        #expect(throws: DatabaseError.self, "\(sql)") { try book.attack(sql) }
      }
    }
    #expect(try book.store.verify().findings == [])
  }

  @Test func `the manual names each table that is none of facts, each of the office, and each act`() throws {
    let book = try office()
    let page = try String(contentsOf: VerifyTests.root.appending(path: "docs/reference/schema.md"), encoding: .utf8)
    let none = try book.ask(
      """
      SELECT t.name FROM sqlite_schema t WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND NOT EXISTS (
        SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'history_sequence') ORDER BY 1
      """)

    for table in none + M0002.factTables.map(\.name) { #expect(page.contains("`\(table)`"), "\(table)") }
    for act in HistoryLine.Act.allCases { #expect(page.contains("`\(act.rawValue)`"), "\(act)") }
  }

  /// Every verb of the office, one after the other, over a book with a user, a session, a comment and a sketch.
  private func verbs(_ book: Book, _ anna: User) throws -> [(name: String, run: () throws -> Void)] {
    let store = book.store
    let comment = try store.comment("x", at: "rapport/2025", to: nil, by: .tester, at: .now1)
    let draft = Sketch(kind: .draft, rows: [Sketch.Row(account: "1"), Sketch.Row(account: "2")])
    let sketch = try store.keep(draft, by: .tester, at: .now1).id
    var other = draft
    other.text = "Annat"
    let upload = try store.keep(upload: [1], name: "a", by: .tester, at: .now1).id
    return [
      ("user", { try book.user("Bo", mail: "bo@exempel.se", as: .performer, insatser: ["a", "b"]) }),
      ("leaves", { try book.user("Anna", mail: "anna@exempel.se", as: .viewer, isActive: false, over: anna) }),
      ("password", { try store.setPassword(hash: "$2", of: anna.id, keeping: nil) }),
      ("factor", { try store.setSecondFactor(secret: [2], recoveryDigests: [sha256("1")], of: anna.id) }),
      ("step", { _ = try store.useStep(7, of: anna.id) }),
      ("code", { _ = try store.useRecoveryCode(digest: sha256("1"), of: anna.id) }),
      ("bind", { try store.bind(issuer: "i", subject: "s", to: anna.id) }),
      ("start", { try store.start(.of(anna.id, "new")) }),
      ("end", { try store.endSession(sha256("new")) }),
      ("invitation", { try store.keep(Invitation(digest: sha256("i"), user: anna.id, endsAt: .now2)) }),
      ("invited", { _ = try store.useInvitation(sha256("i"), at: .now1) }),
      ("attempt", { try store.noteAttempt(keys: ["a", "b"], at: .now2) }),
      ("forget", { try store.forgetAttempts(key: "a") }),
      ("practice", { try store.markPractice(by: .tester, at: .now2) }),
      ("keep", { _ = try store.keep(draft, by: .tester, at: .now2) }),
      ("save", { _ = try store.save(other, as: sketch, over: 1, by: .tester, at: .now2) }),
      ("discard", { try store.discard(sketch) }),
      (
        "upload",
        { _ = try store.keep(upload: [UInt8](repeating: 7, count: 1_100_000), name: "b", by: .tester, at: .now2) }
      ),
      ("remove", { try store.remove(upload) }),
      ("comment", { try store.comment("y", at: "rapport/2025", to: anna.id, by: .tester, at: .now2) }),
      ("ended", { try store.end(comment, as: .resolved, text: "", by: .tester, at: .now2) }),
      ("mark", { try store.mark(chapter: "mal", year: 2025, isReady: true, by: .tester, at: .now2) }),
      (
        "version",
        {
          try store.keepVersion(
            of: 2025, name: "v", lines: [ReportVersion.Line(chapter: "a", text: "b")], by: .tester, at: .now2)
        }
      ),
    ]
  }

  @Test func `whichever write of the office fails, all of it is there or nothing, and the book is whole`() throws {
    struct Fault: Error {}
    let book = try Book()
    try book.user("Cia", mail: "cia@exempel.se")
    let anna = try book.user("Anna", mail: "anna@exempel.se", as: .bookkeeper)
    try book.store.setPassword(hash: "$", of: anna.id, keeping: nil)
    for name in ["one", "two"] { try book.store.start(.of(anna.id, name)) }
    let tables = try book.ask(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    func contents() throws -> [String] {
      try book.store.read { connection in
        var rows: [String] = []
        for table in tables {
          try connection.each("SELECT * FROM \(table)") { row in
            rows.append("\(table) \((0..<row.columnCount).map { row.text($0) })")
          }
        }
        return rows
      }
    }

    var failures = 0
    for (name, run) in try verbs(book, anna) {
      let before = try contents()
      var place = 0
      while true {
        let left = Mutex(place)
        let hook: @Sendable () throws -> Void = {
          if left.withLock({ left in
            left -= 1
            return left < 0
          }) {
            throw Fault()
          }
        }
        do {
          try Store.$beforeWrite.withValue(hook) { try run() }
          break
        } catch Store.Refusal.fault {
          place += 1
          failures += 1
          #expect(try contents() == before, "\(name), write \(place)")
        }
      }
      #expect(place > 0, "\(name)")
      #expect(try contents() != before, "\(name)")
    }

    #expect(failures > 50)
    try book.reopen()
    #expect(try book.store.verify().findings == [])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `whatever the office does in whatever order, the book is whole`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let book = try Book { try $0.openFiscalYear(try year(2024)) }
    let store = book.store
    let document = try store.attach([1], name: "u", mediaType: "text/plain", by: .tester, at: .now1)
    let mails = (1...4).map { "user\($0)@exempel.se" }
    var refused: [Store.Refusal: Int] = [:]
    var lines = try store.history().count

    for step in 0..<120 {
      let moment = Moment.now1.later(by: Int64(step) * 60)
      let actor = Actor(name: "Aktör \(Int.random(in: 1...3, using: &random))")
      let someUser = ID<User>(rawValue: Int64.random(in: 1...6, using: &random))
      let someComment = Int64.random(in: 1...15, using: &random)
      let someSketch = ID<Sketch>(rawValue: Int64.random(in: 1...10, using: &random))
      do {
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1, 2:
          try store.record(
            user: Bool.random(using: &random) ? nil : someUser, name: "Namn \(step)",
            mail: mails.randomElement(using: &random) ?? "",
            role: Role.allCases.randomElement(using: &random) ?? .viewer,
            insatser: Bool.random(using: &random) ? ["siri", "arena"] : [], isActive: Bool.random(using: &random),
            by: actor, at: moment)
        case 3:
          try store.comment(
            "Fråga \(step)\n\\", at: "rapport/2024/kapitel/\(step % 3)",
            to: Bool.random(using: &random) ? nil : someUser,
            by: actor, at: moment)
        case 4: try store.end(ID(rawValue: someComment), as: .resolved, text: "Klart", by: actor, at: moment)
        case 5:
          try store.mark(chapter: "\(step % 3)", year: 2024, isReady: .random(using: &random), by: actor, at: moment)
        case 6:
          _ = try store.keep(
            Sketch(kind: .draft, text: "\(step)", rows: [Sketch.Row()], documents: [document]), by: actor, at: moment)
        case 7:
          _ = try store.save(
            Sketch(kind: .draft, text: "\(step)"), as: someSketch, over: Int64.random(in: 1...2, using: &random),
            by: actor,
            at: moment)
        case 8:
          try store.together(by: actor, at: moment) {
            if try $0.discard(someSketch) { try $0.record(try voucher("2024-05-01")) }
          }
        default: try store.start(.of(someUser, "\(step)", seconds: 100_000))
        }
      } catch let refusal as Store.Refusal {
        // What is refused is refused by name, and leaves nothing behind.
        refused[refusal, default: 0] += 1
        if case .refusedByDatabase(let message) = refusal { Issue.record("\(message)") }
        #expect(try store.history().count == lines)
      }
      lines = try store.history().count
      let active = try store.users().filter(\.isActive)
      #expect(Set(active.map(\.mail)).count == active.count)
    }

    #expect(!refused.isEmpty)
    let verification = try store.verify()
    #expect(verification.findings == [])
    #expect(verification.lineCount == lines)
    let script = try VerifyTests.script(book.path)
    #expect(script.text == "whole: \(lines) lines of history, last hash \(verification.lastHash)\n")
    // Once there is a director, there is one for ever.
    let roles = try book.ask("SELECT 1 FROM user_statement WHERE role = 'director' AND is_active = 1")
    let directors = try store.users().filter { $0.role == .director && $0.isActive }
    #expect(roles.isEmpty == directors.isEmpty)
  }
}
