import Foundation
import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct VerifyTests {
  private func book() throws -> Book {
    var random = SeededGenerator(seed: 21)
    let book = try Book(.random(&random)) { writing in
      try writing.openFiscalYear(try year(2024))
      try writing.attach(Array("underlag".utf8), name: "u.txt", mediaType: "text/plain")
      for voucher in try randomVouchers(20, in: try year(2024), seed: 2) { try writing.record(voucher) }
    }
    try book.store.importFile(ImportHead(name: "åäö.se", kind: "SIE 4"), by: .tester, at: .now2) { session in
      try session.keep(chunk: "bytes".utf8)
      try session.keep(unknownRecord: "#X \\ \t y", line: 1)
      try session.declare(Account(number: AccountNumber("1930"), name: "Bank", taxCodes: ["7281"]))
      for number in 1...30 { try session.add(try voucher("2024-05-01", series: "I", imported: "\(number)")) }
    }
    return book
  }

  /// The tests may run from a package that reaches them through links: the manual lies beside the real files.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the independent script: its exit code, and what it printed.
  static func script(_ path: String) throws -> (code: Int32, text: String) {
    let script = root.appending(path: "docs/reference/verify.py").path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func `a book that is whole is found whole, by us and by the independent script`() throws {
    let book = try book()

    let verification = try book.store.verify()
    let (code, text) = try VerifyTests.script(book.path)

    #expect(verification.findings == [])
    #expect(verification.lineCount == 24)
    #expect(verification.voucherCount == 50)
    #expect(verification.lastHash == (try book.store.lastHash()))
    #expect(text == "whole: 24 lines of history, last hash \(verification.lastHash)\n")
    #expect(code == 0)
  }

  /// What somebody does to the file once the triggers are gone, and the first line of history that differs for it.
  static let tamperings: [(sql: String, line: Int64?, part: Verification.Difference.Part?)] = [
    ("UPDATE voucher_row SET amount_ore = amount_ore + 1 WHERE voucher_id = 5 AND line = 1", 8, .facts),
    ("UPDATE voucher SET text = text || ' ' WHERE id = 3", 6, .facts),
    ("UPDATE voucher_row SET account_id = 1 WHERE voucher_id = 40 AND line = 1", 24, .facts),
    ("DELETE FROM voucher_row WHERE voucher_id = 7", 10, .facts),
    ("UPDATE history SET actor = 'någon annan' WHERE sequence = 2", 2, .line),
    ("UPDATE history SET moment = moment + 1 WHERE sequence = 24", 24, .line),
    ("UPDATE history_seal SET hash = '\(String(repeating: "0", count: 64))' WHERE sequence = 9", 9, .line),
    ("DELETE FROM history WHERE sequence = 6; DELETE FROM history_seal WHERE sequence = 6", 6, .missing),
    ("DELETE FROM history WHERE sequence = 24; DELETE FROM history_seal WHERE sequence = 24", 24, .missing),
    ("UPDATE association SET name = 'Ett annat'", 1, .facts),
    ("INSERT INTO period_lock VALUES (9, 1, 202401, 1, '', 3)", 3, .facts),
    ("UPDATE attachment SET bytes = x'00', byte_count = 1", 3, .facts),
    ("UPDATE attachment SET bytes = zeroblob(byte_count)", nil, nil),
    ("UPDATE import_chunk SET bytes = zeroblob(byte_count)", nil, nil),
    ("UPDATE period_total SET debit_ore = debit_ore + 1 WHERE month = 202405", nil, nil),
    ("UPDATE period_total SET row_count = row_count + 1 WHERE month = 202405", nil, nil),
    ("DELETE FROM period_count WHERE month = 202405", nil, nil),
  ]

  @Test func `a file that has been tampered with is found out, and the first line that differs is named`() throws {
    let book = try book()
    for tampering in VerifyTests.tamperings {
      let path = try book.tampered(tampering.sql)

      let verification = try Store(opening: path).verify()
      let (code, text) = try VerifyTests.script(path)

      #expect(!verification.isWhole, "\(tampering.sql)")
      #expect(verification.firstDifference?.sequence == tampering.line, "\(tampering.sql)")
      #expect(verification.firstDifference?.part == tampering.part, "\(tampering.sql)")
      // The totals are no facts but a cache of ours, which the script does not know of.
      #expect(code == (tampering.sql.contains(" period_") && tampering.line == nil ? 0 : 1), "\(tampering.sql)")
      guard let difference = verification.firstDifference else { continue }
      #expect(text.hasPrefix("history line \(difference.sequence) "), "\(tampering.sql)")
      guard difference.part != .missing else { continue }
      #expect(text.contains("expected \(difference.expected), found \(difference.found)\n"), "\(tampering.sql)")
    }
  }

  @Test func `each thing that is wrong is named`() throws {
    let book = try book()
    let path = try book.tampered(
      """
      UPDATE voucher_row SET amount_ore = amount_ore + 250 WHERE voucher_id = 21 AND line = 1;
      UPDATE voucher SET number = 99 WHERE id = 20;
      UPDATE import_chunk SET bytes = zeroblob(byte_count);
      UPDATE attachment SET bytes = zeroblob(byte_count);
      DELETE FROM account WHERE number = '5010';
      """)

    let findings = try Store(opening: path).verify().findings

    let year = try year(2024)
    #expect(findings.contains(.voucher(Voucher.Number(series: "I", number: 1), year, difference: Money(ore: 250))))
    #expect(findings.contains(.numberMissing(Voucher.Number(series: "A", number: 98), year)))
    func has(_ isWanted: (Verification.Finding) -> Bool) -> Bool { findings.contains(where: isWanted) }
    #expect(has { if case .importedFile("åäö.se", _, _) = $0 { true } else { false } })
    #expect(has { if case .attachment("u.txt", _, _) = $0 { true } else { false } })
    #expect(has { if case .reference("voucher_row", _) = $0 { true } else { false } })
  }

  @Test func `the hash of a line is that of the form in the manual`() {
    let hash = HistoryLine.hash(
      sequence: 2, moment: 1_700_000_060, actor: "förbundschef", act: "voucher", subject: "A\t1",
      digest: String(repeating: "a", count: 64), previousHash: HistoryLine.noHash)

    // printf 'finsam-history-1\t2\t1700000060\tförbundschef\tvoucher\tA\\t1\t<64 a>\t<64 zeros>\n' | sha256sum
    #expect(hash == "c5b799fa1fa9481e5d6d33e3eb6ea0a43caa95336b9c47aa9cbb35c9f111d3b1")
  }
}
