import Foundation
import TestKit
import Testing

/// The built program's office, visited by a real browser from the line that the server prints to its end.
@Suite(.enabled(if: BrowserProgram.isRunnable, Comment(rawValue: BrowserProgram.absence)), .serialized)
struct OfficeBrowserTests {
  @Test func `a newcomer comes in by the one-time link, books by keys, corrects, closes, and follows a figure home`()
    throws
  {
    // 277 in the example; two in the file; the one that is entered, its reversal, and the one in its place.
    try Self.visit("walk.py", leaving: 282)
  }

  @Test func `a day at the office is done without JavaScript`() throws {
    // 277 in the example; the one that is entered, and two in the file.
    try Self.visit("noscript.py", leaving: 280)
  }

  @Test func `a survey is answered on a telephone by the sheet's link and from paper, and closed`() throws {
    try Self.visit("surveys.py", leaving: 277)
  }

  @Test func `an obstacle goes from a telephone to the board, is decided and announced, and is answered there`() throws
  {
    try Self.visit("lift.py", leaving: 277)
  }

  @Test func `a year's money is entered through the pages, and the published figures come out to the krona`() throws {
    // 226 in the file; 28 invoices, 12 requisitions, the year's accrual and a payment.
    try Self.visit("money.py", leaving: 268) { program in
      let demo = program.folder.appendingPathComponent("demo/forbundsmapp")
      let beginning = program.folder.appendingPathComponent("borjan")
      let books = beginning.appendingPathComponent("bokforing")
      try FileManager.default.createDirectory(at: books, withIntermediateDirectories: true)
      for file in ["forbund.yaml", "rader.yaml", "historik.yaml", "bokforing/2021.se"] {
        try FileManager.default.copyItem(
          at: demo.appendingPathComponent(file), to: beginning.appendingPathComponent(file))
      }
      try FileManager.default.copyItem(
        at: demo.appendingPathComponent("budget/2022.yaml"), to: program.folder.appendingPathComponent("budget.yaml"))
      let whole = try Data(contentsOf: demo.appendingPathComponent("bokforing/2022.se"))
      try Self.withoutMoney(whole).write(to: books.appendingPathComponent("2022.se"))
      let made = try program.run("import", "borjan", "--book", "borjan.finsam")
      try #require(made.code == 0, "\(made.problems)")
      return "borjan.finsam"
    }
  }

  /// The year without what members have been asked for, what parties have drawn of that year's frames, and the debts to
  /// them at its end, so that all of it can be entered by hand. Balances that the file states are left out too.
  private static func withoutMoney(_ file: Data) -> Data {
    var kept: [Data] = []
    var voucher: [Data] = []
    for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let words = String(decoding: line, as: Unicode.ASCII.self)
      if words.hasPrefix("#VER") || !voucher.isEmpty {
        voucher.append(line)
      } else if !states(words) {
        kept.append(line)
      }
      guard words.hasPrefix("}") else { continue }
      let text = voucher.map { String(decoding: $0, as: Unicode.ASCII.self) }
      let isDrawn = text[0].contains("rekvisition") && text[0].contains(" 2022\"") || text[0].contains("Skulder sam")
      let isGrant = text.contains { $0.contains("#TRANS 40") }
      if !(isDrawn && isGrant), !text.contains(where: { $0.contains("#TRANS 398") }) { kept += voucher }
      voucher = []
    }
    return Data(kept.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func states(_ line: String) -> Bool {
    ["#KSUMMA", "#UB 0", "#RES 0", "#PSALDO 0", "#OUB 0"].contains { line.hasPrefix($0) }
  }

  /// Serves the example, or what is made of it, as a user does while the browser's program works there. The server must then end when it is
  /// asked to, without having complained of anything, and the book must be whole and have that many vouchers.
  private static func visit(
    _ script: String, leaving vouchers: Int,
    of prepared: (Program) throws -> String = { _ in "demo/blekinge-2022.finsam" }
  ) throws {
    try Program.inFolder { program in
      let demo = try program.run("demo", "--out", "demo")
      try #require(demo.code == 0, "\(demo.problems)")
      let book = try prepared(program)
      let (server, out, err) = try program.start(["serve", book, "--port", "0"])
      defer { if server.isRunning { server.terminate() } }
      let problems = Reader(err.fileHandleForReading)
      let said = lines(of: out.fileHandleForReading, through: "Stäng det med Ctrl-C.")
      let address = try #require(said.first?.split(separator: ": ").last, "\(said)")
      let link = try #require(said.first { $0.contains("/inbjudan/") }, "\(said)")

      let (code, output) = try BrowserProgram.run(
        script,
        [
          "FINSAM_ADDRESS": String(address), "FINSAM_LINK": link.trimmingCharacters(in: .whitespaces),
          "FINSAM_FILES": program.folder.path,
        ])
      server.terminate()
      server.waitUntilExit()

      #expect(code == 0, "\(script) ended with \(code):\n\(output)")
      #expect(server.terminationReason == .exit)
      #expect(server.terminationStatus == 0)
      #expect(String(decoding: problems.wait(), as: UTF8.self) == "")
      let verified = try program.run("verify", book)
      #expect(verified.code == 0, "\(verified.problems)")
      #expect(verified.output.hasPrefix("Boken stämmer: \(vouchers) verifikationer"), "\(verified.output)")
    }
  }

  /// What a program prints through that line, or all of it where it ends before.
  static func lines(of handle: FileHandle, through last: String) -> [String] {
    var bytes = Data()
    while true {
      let more = handle.availableData
      bytes += more
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
      if more.isEmpty || lines.contains(last) { return lines }
    }
  }
}
