import Foundation
import Testing

/// `finsam import`, run as a user runs it: what is read, what is refused, and that nothing is ever half-written.
struct ImportTests {
  struct Answer: Decodable {
    struct Diagnostic: Decodable {
      let code: String
      let severity: String
      let line: Int
      let column: Int
      let message: String
    }
    let accounts: Int
    let vouchers: Int
    let transactions: Int
    let sumDebitOre: Int
    let unbalanced: Int
    let diagnostics: [Diagnostic]
  }

  static func book(in program: Program) throws {
    let new = try program.run("new", "bok.finsam", "--name", "Exempelbygden", "--orgnr", "222000-0000")
    #expect(new.code == 0, "\(new.problems)")
  }

  @Test func `a SIE file is read, and the counts are said as JSON`() throws {
    try Program.inFolder { program in
      try Self.book(in: program)
      try program.write(SmallSIE.bytes, to: "2025.se")

      let run = try program.run("import", "2025.se", "--book", "bok.finsam", "--json")

      #expect(run.code == 0, "\(run.output)\(run.problems)")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
      #expect(answer.accounts == 4)
      #expect(answer.vouchers == 2)
      #expect(answer.transactions == 4)
      #expect(answer.sumDebitOre == 5_500_000)
      #expect(answer.unbalanced == 0)
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test func `a dry run shows the same counts and stores nothing`() throws {
    try Program.inFolder { program in
      try Self.book(in: program)
      try program.write(SmallSIE.bytes, to: "2025.se")
      let before = try program.run("verify", "bok.finsam").output

      let run = try program.run("import", "2025.se", "--book", "bok.finsam", "--dry-run", "--json")

      #expect(run.code == 0, "\(run.problems)")
      #expect(try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).vouchers == 2)
      #expect(try program.run("verify", "bok.finsam").output == before)
      #expect(try program.run("check", "bok.finsam", "--year", "2025").code == 65)
    }
  }

  @Test func `a dry run says what a file holds also when the book would not take it`() throws {
    try Program.inFolder { program in
      try Self.book(in: program)
      try program.write(SmallSIE.replacing("#ORGNR 222000-0000", with: "#ORGNR 222000-2451"), to: "annan.se")

      let run = try program.run("import", "annan.se", "--book", "bok.finsam", "--dry-run", "--json")

      #expect(run.code == 65)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
      #expect(answer.vouchers == 2)
      #expect(answer.sumDebitOre == 5_500_000)
      #expect(run.output.contains("222000-2451"))
    }
  }

  /// Each: what is wrong, the bytes, the exit code, and a word of the message.
  static let spoilt: [(String, [UInt8], Int32, String)] = [
    ("cut in the middle of a voucher", Array(SmallSIE.bytes.dropLast(20)), 65, "sie-"),
    ("empty", [], 65, "tom"),
    ("binary", (0..<4096).map { UInt8(($0 * 7919) % 256) }, 65, "sie-"),
    ("a web page", Array("<!DOCTYPE html><html><body>404</body></html>".utf8), 65, "webbsida"),
    ("SIE 5", Array(#"<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5"></Sie>"#.utf8), 65, "SIE 5"),
    ("unbalanced", SmallSIE.replacing("#TRANS 5010 {} 5000.00", with: "#TRANS 5010 {} 5001.00"), 65, "balans"),
    (
      "an amount that is no amount", SmallSIE.replacing("#TRANS 5010 {} 5000.00", with: "#TRANS 5010 {} 5o00.00"), 65,
      "5o00.00"
    ),
    (
      "a voucher outside the year",
      SmallSIE.replacing("#VER A 2 20250301 \"Hyra\" 20250301", with: "#VER A 2 20240301 \"Hyra\""), 65, "2024"
    ),
    (
      "a date that does not exist",
      SmallSIE.replacing("#VER A 2 20250301 \"Hyra\" 20250301", with: "#VER A 2 20250230 \"Hyra\""), 65, "20250230"
    ),
    ("no fiscal year", SmallSIE.replacing("#RAR 0 20250101 20251231", with: nil), 65, "RAR"),
    ("another association", SmallSIE.replacing("#ORGNR 222000-0000", with: "#ORGNR 222000-2451"), 65, "222000-2451"),
    (
      "a wrong checksum",
      SmallSIE.bytes(["#FLAGGA 0", "#KSUMMA"] + SmallSIE.lines.dropFirst() + ["#KSUMMA 123456789"]), 65, "123456789"
    ),
  ]

  @Test(arguments: spoilt.indices)
  func `a file that is not right is refused with a sentence, and nothing is stored`(case index: Int) throws {
    let (what, bytes, code, word) = Self.spoilt[index]
    try Program.inFolder { program in
      try Self.book(in: program)
      try program.write(bytes, to: "fil.se")

      let run = try program.run("import", "fil.se", "--book", "bok.finsam")

      #expect(run.code == code, "\(what): \(run.output)\(run.problems)")
      #expect((run.output + run.problems).localizedCaseInsensitiveContains(word), "\(what): \(run.problems)")
      #expect(try program.run("verify", "bok.finsam", "--json").output.contains("\"vouchers\" : 0"), "\(what)")
    }
  }

  @Test func `the same file twice, and a file that overlaps, are refused and name the earlier import`() throws {
    try Program.inFolder { program in
      try Self.book(in: program)
      try program.write(SmallSIE.bytes, to: "2025.se")
      #expect(try program.run("import", "2025.se", "--book", "bok.finsam").code == 0)

      let again = try program.run("import", "2025.se", "--book", "bok.finsam")
      try program.write(SmallSIE.bytes(SmallSIE.lines + [""]), to: "igen.se")
      let overlapping = try program.run("import", "igen.se", "--book", "bok.finsam")

      #expect(again.code == 65)
      #expect(again.problems.contains("redan inläst"))
      #expect(overlapping.code == 65)
      #expect(overlapping.problems.contains("A 1"), "\(overlapping.problems)")
    }
  }

  @Test func `a missing file, a missing book and a file that is no book have their own sentences`() throws {
    try Program.inFolder { program in
      try Self.book(in: program)
      try program.write(SmallSIE.bytes, to: "2025.se")
      try program.write(Array("ingen bok".utf8), to: "annat.finsam")

      let noFile = try program.run("import", "saknas.se", "--book", "bok.finsam")
      let noBook = try program.run("import", "2025.se", "--book", "saknas.finsam")
      let otherFile = try program.run("import", "2025.se", "--book", "annat.finsam")

      #expect(noFile.code == 74)
      #expect(noFile.problems.contains("saknas.se"))
      #expect(noBook.code == 74)
      #expect(noBook.problems.contains("finsam new"))
      #expect(otherFile.code == 74)
      #expect(otherFile.problems.contains("ingen bok"))
    }
  }

  @Test func `a book that another program writes in says so, and is left as it was`() throws {
    try Program.inFolder { program in
      try Self.book(in: program)
      try program.write(SmallSIE.bytes, to: "2025.se")
      let holder = Process()
      holder.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
      holder.arguments = [program.path("bok.finsam")]
      let input = Pipe()
      let output = Pipe()
      holder.standardInput = input
      holder.standardOutput = output
      try holder.run()
      input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE; SELECT 'held';\n".utf8))
      _ = output.fileHandleForReading.availableData

      let run = try program.run("import", "2025.se", "--book", "bok.finsam")
      input.fileHandleForWriting.write(Data("ROLLBACK;\n.quit\n".utf8))
      holder.waitUntilExit()

      #expect(run.code == 74)
      #expect(run.problems.contains("används av ett annat program"), "\(run.problems)")
      #expect(try program.run("import", "2025.se", "--book", "bok.finsam").code == 0)
    }
  }

  @Test func `an import killed at any moment leaves all of it or nothing`() throws {
    try Program.inFolder { program in
      var lines = SmallSIE.lines.filter { !$0.hasPrefix("#UB") && !$0.hasPrefix("#RES") }
      for number in 3...4000 {
        lines += [
          "#VER A \(number) 20250401 \"Kaffe \(number)\"", "{", "#TRANS 5010 {} 1.00", "#TRANS 1930 {} -1.00", "}",
        ]
      }
      try program.write(SmallSIE.bytes(lines), to: "stor.se")
      try Self.book(in: program)
      let empty = try Data(contentsOf: URL(fileURLWithPath: program.path("bok.finsam")))
      let start = ContinuousClock.now
      #expect(try program.run("import", "stor.se", "--book", "bok.finsam").code == 0)
      let whole = ContinuousClock.now - start

      var seen: Set<Int> = []
      for turn in 0..<50 {
        for ending in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: program.path("bok.finsam\(ending)"))
        }
        try program.write(empty, to: "bok.finsam")
        let killed = Process()
        killed.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        let seconds = whole * turn / 45 / .milliseconds(1) / 1000
        killed.arguments = [
          "-s", "KILL", String(format: "%.3f", max(seconds, 0.001)), Program.executable.path, "import",
          program.path("stor.se"), "--book", program.path("bok.finsam"),
        ]
        killed.standardOutput = FileHandle.nullDevice
        killed.standardError = FileHandle.nullDevice
        try killed.run()
        killed.waitUntilExit()

        let check = try program.run("verify", "bok.finsam", "--json")
        #expect(check.code == 0, "turn \(turn): \(check.output)\(check.problems)")
        let vouchers =
          check.output.contains("\"vouchers\" : 0") ? 0 : check.output.contains("\"vouchers\" : 4000") ? 4000 : -1
        #expect(vouchers >= 0, "turn \(turn): \(check.output)")
        seen.insert(vouchers)
      }
      #expect(seen.contains(0))
    }
  }
}
