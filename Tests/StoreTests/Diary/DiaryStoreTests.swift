import Association
import Ledger
import TestKit
import Testing

@testable import Store

/// The diary, the governing documents and what is laid out for everybody, in a real book.
@Suite struct DiaryStoreTests {
  @Test func `the twenty-first migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0021.sql)
    #expect(digest.hash == "03811d89c30caf8f5fa55a590512286339c9c6d31dc02ae9fe6a13e92d4a52ec")
  }

  private func draft(
    _ subject: String, year: Int = 2023, secrecy: String = "", isPublic: Bool = false, links: [DiaryLink] = [],
    documents: [String] = []
  ) throws -> DiaryEntry.Draft {
    DiaryEntry.Draft(
      year: year, day: try day("\(year)-03-12"), direction: .incoming, party: "Försäkringskassan", subject: subject,
      secrecy: SecrecyMark(secrecy), isPublic: isPublic, links: links, documents: documents)
  }

  @discardableResult
  private func register(_ book: Book, _ draft: DiaryEntry.Draft) throws -> DiaryNumber {
    try book.store.together(by: .tester, at: .now2) { try $0.register(draft) }
  }

  private func change(_ book: Book, _ number: DiaryNumber, _ change: DiaryEntry.Change) throws {
    let id = try #require(try book.store.diaryEntry(number)).id
    try book.store.together(by: .tester, at: .now2) { try $0.change(id, change, because: "Skäl") }
  }

  @Test func `numbers have no gaps in any series and year, however many write at once`() async throws {
    let book = try Book()
    let path = book.path
    let drafts = try (0..<40).map { try draft("Ärende \($0)", year: $0 % 3 == 0 ? 2022 : 2023) }

    try await withThrowingTaskGroup(of: Void.self) { group in
      for part in 0..<4 {
        group.addTask {
          let store = try Store(opening: path)
          for (index, draft) in drafts.enumerated() where index % 4 == part {
            if index == 20 {
              try store.together(by: .tester, at: .now2) { try $0.chooseDiaryPrefix("SF") }
            }
            _ = try store.together(by: .tester, at: .now2) { try $0.register(draft) }
            // What is refused takes no number.
            var empty = draft
            empty.subject = ""
            #expect(throws: DiaryRefusal.subjectMissing) {
              try store.together(by: .tester, at: .now2) { try $0.register(empty) }
            }
          }
        }
      }
      try await group.waitForAll()
    }

    let lines = try book.store.diaryPage(DiaryFilter(), seenBy: .insiders, limit: 100)
    #expect(lines.count == 40)
    let series = Dictionary(grouping: lines.lines.map(\.number)) { "\($0.prefix) \($0.year)" }
    for (name, numbers) in series {
      #expect(numbers.map(\.number).sorted() == Array(1...numbers.count), "\(name)")
    }
    #expect(try book.store.verify().findings == [])
  }

  @Test func `an entry is read as it was registered and changed, and nothing of it goes away`() throws {
    let book = try Book { try $0.attach(Array("brev".utf8), name: "brev.txt", mediaType: "text/plain") }
    let digest = try #require(try book.store.read { try $0.first("SELECT sha256 FROM attachment") { $0.text(0) } })
    let link = DiaryLink(kind: .insats, key: "SAMSA")
    let number = try register(book, try draft("Fråga om medel", links: [link], documents: [digest]))
    #expect(number.text == "FS 2023/1")

    try change(book, number, .subject("Svar om medel"))
    try change(book, number, .secrecy(SecrecyMark("OSL 26 kap. 1 §")))
    try change(book, number, .closed)
    try book.reopen()

    let entry = try #require(try book.store.diaryEntry(number))
    #expect(entry.subject == "Svar om medel" && entry.first.subject == "Fråga om medel")
    #expect(entry.secrecy?.paragraph == "OSL 26 kap. 1 §" && entry.isClosed)
    #expect(entry.links == [link] && entry.documents == [digest] && entry.changes.count == 3)
    #expect(try book.store.isSecret(document: digest))
    #expect(throws: DiaryRefusal.closed(number)) {
      try book.store.together(by: .tester, at: .now2) { try $0.add(links: [link], to: entry.id) }
    }
    #expect(throws: DiaryRefusal.documentMissing("x")) { try register(book, try draft("Mer", documents: ["x"])) }
    try change(book, number, .secrecy(nil))
    #expect(try !book.store.isSecret(document: digest))
    #expect(try book.store.verify().findings == [])
  }

  @Test
  func `however an entry is changed, the lists say what its changes say, and search finds no more than one may see`()
    throws
  {
    let book = try Book()
    var random = SeededGenerator(seed: 21)
    let numbers = try (0..<12).map {
      try register(
        book,
        try draft("Ärende\($0) grundord", secrecy: $0 % 4 == 0 ? "OSL 26 kap. 1 §" : "", isPublic: $0 % 4 == 1))
    }
    for step in 0..<120 {
      let number = try #require(numbers.randomElement(using: &random))
      let entry = try #require(try book.store.diaryEntry(number))
      let change: DiaryEntry.Change =
        switch Int.random(in: 0...4, using: &random) {
        case 0: .subject("Ändrat\(step) grundord")
        case 1: .secrecy(entry.secrecy == nil ? SecrecyMark("OSL 25 kap. 1 §") : nil)
        case 2: .shown(!entry.isPublic)
        case 3: .party("Part\(step)")
        default: entry.isClosed ? .reopened : .closed
        }
      do {
        try book.store.together(by: .tester, at: .now2) { try $0.change(entry.id, change, because: "Skäl") }
      } catch let refusal as DiaryRefusal {
        #expect(refusal == .secretAndPublic)
      }
    }
    for sight in [DiarySight.insiders, .readers, .everybody] {
      let entries = try numbers.map { try #require(try book.store.diaryEntry($0)) }
      let expected = entries.compactMap { DiaryLine($0, seenBy: sight) }.sorted { $0.number > $1.number }
      #expect(try book.store.diaryPage(DiaryFilter(), seenBy: sight, limit: 100).lines == expected)
      let found = try book.store.diaryPage(DiaryFilter(words: "grundorden"), seenBy: sight, limit: 100).lines
      #expect(found == expected.filter { $0.content != nil })
      for entry in entries {
        let word = String(entry.subject.prefix { $0 != " " })
        let hits = try book.store.diaryPage(DiaryFilter(words: word), seenBy: sight, limit: 100).lines
        #expect(hits == expected.filter { $0.number == entry.number && $0.content != nil }, "\(word) \(sight)")
      }
    }
    #expect(try book.store.read { try $0.staleTextIndexes() } == [])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `what a marked entry has to do with, and which way it went, is not told by a filter`() throws {
    let book = try Book()
    let link = DiaryLink(kind: .insats, key: "SAMSA")
    let number = try register(book, try draft("Hemligt", secrecy: "OSL 26 kap. 1 §", links: [link]))

    for filter in [DiaryFilter(link: link), DiaryFilter(direction: .incoming), DiaryFilter(isOpenOnly: true)] {
      #expect(try book.store.diaryPage(filter, seenBy: .readers, limit: 10).count == 0)
      #expect(try book.store.diaryPage(filter, seenBy: .insiders, limit: 10).count == 1)
    }
    // The number itself is no secret.
    let byNumber = try book.store.diaryPage(DiaryFilter(words: number.text), seenBy: .readers, limit: 10)
    #expect(byNumber.lines.map(\.content) == [nil])
    #expect(try book.store.diaryPage(DiaryFilter(words: number.text), seenBy: .everybody, limit: 10).count == 0)
  }

  @Test(arguments: [
    "UPDATE diary_entry SET subject = 'x'", "DELETE FROM diary_change", "DELETE FROM diary_document",
    "INSERT INTO diary_entry VALUES (90, 'FS', 2023, 9, 20230101, 'in', 'A', 'B', '', 0, 1)",
    "INSERT INTO diary_entry VALUES (90, 'FS', 2023, 1, 20230101, 'in', 'A', 'B', '', 0, 1)",
    "INSERT INTO diary_entry VALUES (90, 'XX', 2023, 1, 20230101, 'in', 'A', 'B', 'OSL 1 §', 1, 1)",
    "INSERT INTO diary_change VALUES (90, 1, 'subject', 'Fråga', 'Skäl', 1)",
    "INSERT INTO diary_change VALUES (90, 1, 'shown', 'ja', 'Skäl', 1)",
    "INSERT INTO diary_change VALUES (90, 1, 'party', ' ', 'Skäl', 1)",
    "INSERT INTO diary_change VALUES (90, 1, 'subject', 'Annat', ' ', 1)",
    "INSERT INTO publication VALUES (90, 'annat', 2023, 'T', 1, 1)",
    "INSERT INTO governing_version VALUES (90, 1, 3, 'T', NULL, 20230101, '§ 1', 20230101, NULL, '', 1)",
    "INSERT INTO governing_version VALUES (90, 1, 2, 'T', NULL, NULL, '', 20230101, NULL, '', 1)",
    "INSERT INTO governing_point VALUES (1, 2, '§ 2', 1)",
  ])
  func `the tables refuse what the verbs would not do`(sql: String) throws {
    let book = try Book { try $0.attach(Array("brev".utf8), name: "brev.txt", mediaType: "text/plain") }
    let digest = try #require(try book.store.read { try $0.first("SELECT sha256 FROM attachment") { $0.text(0) } })
    let number = try register(book, try draft("Fråga", secrecy: "OSL 26 kap. 1 §", documents: [digest]))
    try change(book, number, .closed)
    try book.store.together(by: .tester, at: .now2) {
      _ = try $0.record(.charter, titled: "Förbundsordning", try self.version("Text", points: [.name: "§ 1"]))
    }

    #expect(throws: (any Error).self) { try book.attack(sql) }
  }

  private func version(
    _ text: String, from: String = "2023-01-01", points: [CharterPoint: String] = [:], file: String? = nil
  ) throws -> GoverningDocument.Draft {
    GoverningDocument.Draft(
      content: GoverningDocument.Content(text: text, file: file),
      decision: Decision(date: try day("2022-12-15"), paragraph: "§ 9"), validFrom: try day(from),
      reviewOn: try day("2030-01-01"), points: points)
  }

  @Test func `governing documents keep every version, hold by day, and end once`() throws {
    let book = try Book()
    let id = try book.store.together(by: .tester, at: .now2) {
      try $0.record(.charter, titled: "Förbundsordning", try self.version("Första texten", points: [.name: "§ 1"]))
    }
    let later = try version("Andra lydelsen", from: "2024-01-01")
    try book.store.together(by: .tester, at: .now2) { _ = try $0.record(later, of: id) }
    #expect(throws: GoverningRefusal.unchanged) {
      try book.store.together(by: .tester, at: .now2) { _ = try $0.record(later, of: id) }
    }
    #expect(throws: GoverningRefusal.another(.charter)) {
      try book.store.together(by: .tester, at: .now2) { _ = try $0.record(.charter, titled: "En till", later) }
    }
    try book.store.together(by: .tester, at: .now2) {
      try $0.review(id, on: try day("2024-06-01"), next: try day("2025-06-01"), note: "Står kvar")
      try $0.show(id, isPublic: true)
    }
    try book.reopen()

    let document = try #require(try book.store.governingDocument(id))
    #expect(document.versions.map(\.number) == [1, 2])
    #expect(document.versions[0].draft.points == [.name: "§ 1"])
    #expect(document.version(on: try day("2023-12-31"))?.number == 1)
    #expect(document.version(on: try day("2024-01-01"))?.number == 2)
    #expect(document.reviewOn(as: try day("2024-07-01")) == (try day("2025-06-01")) && document.isPublic)
    #expect(try book.store.governingDocuments(withWords: "lydelser", limit: 5).map(\.id) == [id])

    try book.store.together(by: .tester, at: .now2) {
      try $0.end(id, from: try day("2025-01-01"), because: "Ny ordning")
    }
    #expect(throws: GoverningRefusal.ended(try day("2025-01-01"))) {
      try book.store.together(by: .tester, at: .now2) { try $0.end(id, from: try day("2025-02-01"), because: "Igen") }
    }
    #expect(try book.store.governingDocument(id)?.version(on: try day("2025-01-01")) == nil)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a file is laid out, and taken away by hand or by a mark of secrecy`() throws {
    let book = try Book { try $0.attach(Array("rapport".utf8), name: "r.pdf", mediaType: "application/pdf") }
    let digest = try #require(try book.store.read { try $0.first("SELECT sha256 FROM attachment") { $0.text(0) } })
    let today = try day("2023-11-14")
    let id = try book.store.together(by: .tester, at: .now2) {
      try $0.publish(.annualReport, year: 2022, titled: "Årsredovisning 2022", file: digest)
    }
    #expect(try book.store.publicAttachment(digest, on: today) == nil, "the page is off")
    try book.store.together(by: .tester, at: .now2) { try $0.turnPublicPage(on: true) }
    #expect(try book.store.publicAttachment(digest, on: today)?.name == "r.pdf")

    let number = try register(book, try draft("Rapport", secrecy: "OSL 26 kap. 1 §", documents: [digest]))
    #expect(try book.store.publications() == [])
    #expect(try book.store.publicAttachment(digest, on: today) == nil)
    #expect(throws: PublicationRefusal.secret) {
      try book.store.together(by: .tester, at: .now2) {
        _ = try $0.publish(.other, year: 2022, titled: "T", file: digest)
      }
    }
    try change(book, number, .secrecy(nil))
    #expect(try book.store.publications().count == 1)
    try book.store.together(by: .tester, at: .now2) { try $0.endPublication(id) }
    #expect(try book.store.publications() == [])
    #expect(throws: PublicationRefusal.unknown) {
      try book.store.together(by: .tester, at: .now2) { try $0.endPublication(id) }
    }
    #expect(try book.store.verify().findings == [])
  }
}
