import Association
import Ledger
import Testing

@testable import Store

@Suite struct HistoryThingTests {
  private func acts(_ thing: HistoryThing, in book: Book) throws -> [HistoryLine.Act] {
    try book.store.history(of: thing).map(\.act)
  }

  @Test func `a voucher's history is what was done with it, latest first`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    let posted = try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now1)
    try book.store.record(try voucher("2024-01-16"), by: .tester, at: .now1)
    let digest = try book.store.attach(
      Array("kvitto".utf8), name: "k.txt", mediaType: "text/plain", by: .tester, at: .now1)
    try book.store.addDocument(digest, to: posted.number, in: year, by: .tester, at: .now1)
    try book.store.reverse(
      posted.number, in: year, on: try day("2024-02-01"), because: "Fel", by: .tester, at: .now2)

    #expect(try acts(.voucher(posted.number, year), in: book) == [.reversal, .document, .voucher])
    #expect(try acts(.voucher(Voucher.Number(series: "Q", number: 9), year), in: book).isEmpty)
  }

  @Test func `a chapter's history is when its text became another, or its mark`() throws {
    let book = try Book()
    func write(_ chapter: String, _ text: String?) throws {
      var association = try book.store.association()
      association.texts.removeAll { $0.chapterID == chapter }
      if let text { association.texts.append(ReportText(year: 2024, chapterID: chapter, markdown: text)) }
      try book.store.record(association, by: .tester, at: .now1)
    }
    try write("handelser", "Ett")
    try write("personal", "Två")
    try write("handelser", "Ett och ett halvt")
    try book.store.mark(chapter: "handelser", year: 2024, isReady: true, by: .tester, at: .now1)
    try write("handelser", nil)

    #expect(
      try acts(.chapter(year: 2024, id: "handelser"), in: book)
        == [.association, .markChapter, .association, .association])
    #expect(try acts(.chapter(year: 2024, id: "personal"), in: book) == [.association])
    #expect(try acts(.chapter(year: 2023, id: "handelser"), in: book).isEmpty)
  }

  @Test func `a line tells what it recorded`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    let posted = try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now1)
    let line = try #require(try book.store.history().last)
    let facts = try book.store.recordedFacts(in: line.sequence)

    #expect(facts.vouchers.map(\.number) == [posted.number] && facts.voucherCount == 1)
    #expect(facts.lock == nil && facts.user == nil && facts.editedTables.isEmpty)

    try book.store.close(try month(2024, 1), by: .tester, at: .now2)
    let lock = try #require(try book.store.recordedFacts(in: line.sequence + 1).lock)
    #expect(lock.month == (try month(2024, 1)) && lock.closes)

    let made = try book.store.recordedFacts(in: 1)
    #expect(made.editedTables.contains("report_text") && made.editedTables.contains("deadline_fact"))
    #expect(try book.store.recordedFacts(in: 99).voucherCount == 0)
  }

  @Test func `a user's history tells what was said before`() throws {
    let book = try Book()
    let user = try book.store.record(
      user: nil, name: "Chefen", mail: "c@example.se", role: .director, insatser: [], isActive: true, by: .tester,
      at: .now1)
    let other = try book.store.record(
      user: nil, name: "Utföraren", mail: "u@example.se", role: .performer, insatser: ["SIRI"], isActive: true,
      by: .tester, at: .now1)
    try book.store.record(
      user: other.id, name: "Utföraren", mail: "u@example.se", role: .performer, insatser: ["SIRI", "SAMSA"],
      isActive: true, by: .tester, at: .now2)
    let last = try #require(try book.store.history(of: .user(other.id)).first)

    let facts = try #require(try book.store.recordedFacts(in: last.sequence).user)

    #expect(facts.now.insatser == ["SIRI", "SAMSA"] && facts.before?.insatser == ["SIRI"])
    #expect(try acts(.user(user.id), in: book) == [.user])
  }
}
