import Ledger
import Testing

@testable import Store

/// What is half written, and what has only been sent in.
@Suite struct SketchTests {
  private static let bo = Actor(name: "Bo")

  private func draft(_ text: String = "Hyra mars", documents: [String] = []) -> Sketch {
    Sketch(
      kind: .draft, series: "A", date: "2025-03-0", text: text, counterparty: "Hyresvärden",
      rows: [
        Sketch.Row(account: "50", insats: "SIRI", debit: "100,-", text: "åäö"), Sketch.Row(),
        Sketch.Row(account: "1930", party: "FK", credit: "hundra"),
      ], documents: documents, corrects: "2025/A-17", reason: "Fel konto")
  }

  @Test func `a draft is kept as it was typed, and saved over the revision it was made of`() throws {
    let book = try Book()
    let document = try book.store.attach([1], name: "u.pdf", mediaType: "application/pdf", by: .tester, at: .now1)

    let kept = try book.store.keep(draft(documents: [document]), by: .tester, at: .now1)

    #expect(kept.revision == 1)
    #expect(kept.changedBy == "förbundschef")
    #expect(try book.store.sketch(kept.id) == kept)
    #expect(try book.store.sketches(.draft) == [kept])
    #expect(try book.store.sketches(.template) == [])
    var changed = draft()
    changed.rows.removeFirst()
    guard case .saved(let saved) = try book.store.save(changed, as: kept.id, over: 1, by: SketchTests.bo, at: .now2)
    else {
      Issue.record("not saved")
      return
    }
    #expect(saved.revision == 2)
    #expect(saved.sketch == changed)
    #expect(saved.changedBy == "Bo")
    #expect(saved.changedAt == .now2)
    #expect(try book.store.sketch(kept.id) == saved)
    #expect(try book.store.history().count == 2)
  }

  @Test func `a save over what somebody has changed meanwhile is not done, and what stands is told`() throws {
    let book = try Book()
    let kept = try book.store.keep(draft(), by: .tester, at: .now1)
    _ = try book.store.save(draft("Bos"), as: kept.id, over: 1, by: SketchTests.bo, at: .now2)

    let save = try book.store.save(draft("Annas"), as: kept.id, over: 1, by: .tester, at: .now2)

    let standing = try #require(try book.store.sketch(kept.id))
    #expect(standing.sketch.text == "Bos")
    #expect(save == .changedMeanwhile(standing))
    // The same form sent twice is no change by somebody else.
    #expect(try book.store.save(draft("Bos"), as: kept.id, over: 1, by: SketchTests.bo, at: .now2) == .saved(standing))
    #expect(try book.store.sketch(kept.id) == standing)
  }

  @Test func `a draft that has been thrown away is gone, and its key is never another's`() throws {
    let book = try Book()
    let kept = try book.store.keep(draft(), by: .tester, at: .now1)

    try book.store.discard(kept.id)

    #expect(try book.store.sketch(kept.id) == nil)
    #expect(try book.store.save(draft("x"), as: kept.id, over: 1, by: .tester, at: .now2) == .gone)
    try book.store.discard(kept.id)
    #expect(try book.ask("SELECT (SELECT COUNT(*) FROM sketch_row) + (SELECT COUNT(*) FROM sketch_document)") == ["0"])
    #expect(try book.store.keep(draft(), by: .tester, at: .now1).id != kept.id)
  }

  @Test func `a draft is recorded once, whoever records it, and stays where the voucher is refused`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2025)) }
    let kept = try book.store.keep(draft(), by: .tester, at: .now1)
    func record(_ date: String) throws -> Bool {
      try book.store.together(by: .tester, at: .now2) { writing in
        guard try writing.discard(kept.id) else { return false }
        try writing.record(try voucher(date))
        return true
      }
    }

    #expect(try refusal { _ = try record("2024-03-01") } == .dateOutsideYears(try day("2024-03-01")))
    #expect(try book.store.sketch(kept.id) == kept)
    #expect(try record("2025-03-01"))
    #expect(try !record("2025-03-01"))

    #expect(try book.store.vouchers(of: try year(2025)).count == 1)
    #expect(try book.store.sketches(.draft) == [])
  }

  @Test func `a document that the book does not keep is refused, and nothing is kept`() throws {
    let book = try Book()
    let unknown = sha256("unknown")

    let refused = try refusal { _ = try book.store.keep(draft(documents: [unknown]), by: .tester, at: .now1) }

    #expect(refused == .unknownAttachment(unknown))
    #expect(try book.store.sketches(.draft) == [])
    let kept = try book.store.keep(draft(), by: .tester, at: .now1)
    let again = try refusal {
      _ = try book.store.save(draft(documents: [unknown]), as: kept.id, over: 1, by: .tester, at: .now2)
    }
    #expect(again == .unknownAttachment(unknown))
    #expect(try book.store.sketch(kept.id) == kept)
  }

  @Test func `templates stand apart from drafts, latest changed first`() throws {
    let book = try Book()
    var template = draft()
    template.kind = .template
    template.name = "Hyra"

    let first = try book.store.keep(template, by: .tester, at: .now1)
    template.name = "Lön"
    let second = try book.store.keep(template, by: .tester, at: .now2)

    #expect(try book.store.sketches(.template) == [second, first])
    #expect(try book.store.sketches(.draft) == [])
  }

  @Test func `a file that was sent in is kept in pieces, and given back as it came`() throws {
    let book = try Book()
    let bytes = (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    let upload = try book.store.keep(upload: bytes, name: "åäö.se", by: .tester, at: .now1)
    let empty = try book.store.keep(upload: [], name: "tom.se", by: SketchTests.bo, at: .now2)

    #expect(upload.byteCount == 2_500_000)
    #expect(try book.store.upload(upload.id) == upload)
    #expect(try book.store.uploads() == [empty, upload])
    var pieces: [[UInt8]] = []
    try book.store.bytes(of: upload.id) { pieces.append($0) }
    #expect(pieces.map(\.count) == [1 << 20, 1 << 20, 2_500_000 - (2 << 20)])
    #expect(pieces.flatMap { $0 } == bytes)
    try book.store.bytes(of: empty.id) { pieces.append($0) }
    #expect(pieces.count == 3)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try book.store.bytes(of: upload.id) { _ in throw Stop() } }

    try book.store.remove(upload.id)
    #expect(try book.store.upload(upload.id) == nil)
    #expect(try book.ask("SELECT COUNT(*) FROM upload_chunk") == ["0"])
    #expect(try book.store.history().count == 1)
  }

  @Test func `what was sent in a day ago is removed when something new is`() throws {
    let book = try Book()
    let old = try book.store.keep(upload: [1], name: "a.se", by: .tester, at: .now1)
    let younger = try book.store.keep(upload: [2], name: "b.se", by: .tester, at: .now2)

    let new = try book.store.keep(upload: [3], name: "c.se", by: .tester, at: Moment.now1.later(by: 86_400))

    #expect(try book.store.uploads() == [new, younger])
    #expect(try book.store.upload(old.id) == nil)
    #expect(new.id != old.id)
  }
}
