import Foundation
import Testing

/// What is given to the program in bad faith, or by mistake: refused with a sentence, and nothing is left behind.
struct HostileInputTests {
  static let names: [([String], String)] = [
    (["--name", " "], "är tomt"),
    (["--name", "Exempel\nbygden"], "radbyte"),
    (["--name", "Exempel 19121212-1212"], "personnummer"),
    (["--name", "Exempel", "--by", "Kim 19121212-1212"], "personnummer"),
    (["--name", "Exempel", "--by", ""], "är tomt"),
  ]

  @Test(arguments: names.indices)
  func `a name that says nothing, or holds a personal identity number, is refused`(case index: Int) throws {
    let (arguments, word) = Self.names[index]
    try Program.inFolder { program in
      let (process, out, err) = try program.start(["new", "bok.finsam", "--orgnr", "222000-0000"] + arguments)
      let problems = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      _ = out.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()

      #expect(process.terminationStatus == 64)
      #expect(problems.contains(word), "\(problems)")
      #expect(!program.exists("bok.finsam"))
    }
  }

  @Test func `a book in a folder that is not there is refused with the folder's name`() throws {
    try Program.inFolder { program in
      let run = try program.run("new", "borta/bok.finsam", "--name", "X", "--orgnr", "222000-0000")

      #expect(run.code == 74)
      #expect(run.problems.contains("borta finns inte"), "\(run.problems)")
    }
  }

  /// The file is right in itself, and the book still does not take it: what the reader saw is said beside why.
  @Test func `a voucher that the book does not take is told by its line, in words and as JSON`() throws {
    try Program.inFolder { program in
      try ImportTests.book(in: program)
      let line = "#VER A 2 20250301 \"Hyra\" 20250301"
      try program.write(SmallSIE.replacing(line, with: "#VER A 2 20240301 \"Hyra\""), to: "2025.se")

      let words = try program.run("import", "2025.se", "--book", "bok.finsam")
      let json = try program.run("import", "2025.se", "--book", "bok.finsam", "--json")

      #expect(words.code == 65)
      #expect(words.problems.contains("[sie-datum-utanfor-ar]"), "\(words.problems)")
      #expect(words.problems.contains("2025.se, rad 24: Dagen 2024-03-01"), "\(words.problems)")
      #expect(json.code == 65)
      let answer = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(answer["isStored"] as? Bool == false)
      #expect((answer["refusal"] as? String)?.contains("2024-03-01") == true)
    }
  }

  @Test func `a file that the book has already is answered as JSON too`() throws {
    try Program.inFolder { program in
      try LedgerLifeTests.imported(in: program)

      let run = try program.run("import", "2025.se", "--book", "bok.finsam", "--json")

      #expect(run.code == 65)
      let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect((answer["refusal"] as? String)?.contains("redan inläst") == true, "\(run.output)")
    }
  }

  @Test func `balances that do not add up are said to be balances, not a voucher`() throws {
    try Program.inFolder { program in
      try ImportTests.book(in: program)
      let lines = SmallSIE.lines.filter { $0.hasPrefix("#") && !$0.hasPrefix("#VER") && !$0.hasPrefix("#TRANS") }
      let bytes = SmallSIE.bytes(lines.map { $0 == "#UB 0 1930 145000.00" ? "#UB 0 1930 145000.50" : $0 })
      try program.write(bytes, to: "2025.se")

      let run = try program.run("import", "2025.se", "--book", "bok.finsam")

      #expect(run.code == 65)
      #expect(run.problems.contains("saldona för 2025-01-01–2025-12-31 går inte ihop"), "\(run.problems)")
      #expect(run.problems.contains("0,50"), "\(run.problems)")
    }
  }

  /// What a file of 2025 says of 2024, and what is then printed beside 2025's result of 45 000 kronor.
  static let comparisons: [(String, [String], String)] = [
    (
      "how it ended",
      ["#UB -1 1930 100000.00", "#UB -1 2068 -70000.00", "#RES -1 3985 -90000.00", "#RES -1 5010 60000.00"], "30 000"
    ),
    ("positions alone", ["#UB -1 1930 100000.00", "#UB -1 2068 -100000.00"], "–"),
    ("a result that nothing holds", ["#RES -1 3985 -90000.00", "#RES -1 5010 60000.00"], "–"),
  ]

  @Test(arguments: comparisons.indices)
  func `what a file says of the year before is compared with, and gives way to that year's own file`(case index: Int)
    throws
  {
    let (_, lines, result) = Self.comparisons[index]
    try Program.inFolder { program in
      try ImportTests.book(in: program)
      let head = SmallSIE.lines.prefix { !$0.hasPrefix("#VER") }
      let vouchers = SmallSIE.lines.dropFirst(head.count)
      try program.write(SmallSIE.bytes(head + ["#RAR -1 20240101 20241231"] + lines + vouchers), to: "2025.se")
      let before = [
        "#IB 0 1930 70000.00", "#IB 0 2068 -70000.00", "#VER A 1 20240115 \"Bidrag\"", "{", "#TRANS 1930 {} 90000.00",
        "#TRANS 3985 {} -90000.00", "}", "#VER A 2 20240301 \"Hyra\"", "{", "#TRANS 5010 {} 60000.00",
        "#TRANS 1930 {} -60000.00", "}",
      ]
      let known = head.filter { !$0.hasPrefix("#IB") && !$0.hasPrefix("#UB") && !$0.hasPrefix("#RES") }
      let own = known.map { $0 == "#RAR 0 20250101 20251231" ? "#RAR 0 20240101 20241231" : $0 } + before
      try program.write(SmallSIE.bytes(own), to: "2024.se")

      let first = try program.run("import", "2025.se", "--book", "bok.finsam")
      let compared = try program.run("statements", "bok.finsam", "--year", "2025")
      let second = try program.run("import", "2024.se", "--book", "bok.finsam")
      let whole = try program.run("statements", "bok.finsam", "--year", "2025")

      #expect(first.code == 0, "\(first.problems)")
      #expect(Self.results(in: compared.output) == ["45 000", result], "\(compared.output)")
      #expect(second.code == 0, "\(second.problems)")
      #expect(Self.results(in: whole.output) == ["45 000", "30 000"], "\(whole.output)")
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  /// The two figures of the first line that says the year's result, with plain spaces between thousands.
  private static func results(in output: String) -> [String] {
    let line = output.split(separator: "\n").first { $0.hasPrefix("Årets resultat") } ?? ""
    return line.dropFirst("Årets resultat".count).split(separator: " ").map {
      $0.replacingOccurrences(of: "\u{A0}", with: " ")
    }
  }

  @Test func `an organisation number of zeros says nothing of whose the file is`() throws {
    try Program.inFolder { program in
      let new = try program.run("new", "bok.finsam", "--name", "X", "--orgnr", "222000-2451")
      #expect(new.code == 0, "\(new.problems)")
      try program.write(SmallSIE.replacing("#ORGNR 222000-0000", with: "#ORGNR 000000-0000"), to: "2025.se")

      #expect(try program.run("import", "2025.se", "--book", "bok.finsam").code == 0)
    }
  }

  @Test func `a pipe is refused at once, alone and in a folder`() throws {
    try Program.inFolder { program in
      try ImportTests.book(in: program)
      try program.write(Data("namn: X\norganisationsnummer: 222000-0000\n".utf8), to: "mapp/forbund.yaml")
      #expect(mkfifo(program.path("ror.se"), 0o600) == 0)
      #expect(mkfifo(program.path("mapp/ror.se"), 0o600) == 0)

      let alone = try program.run("import", "ror.se", "--book", "bok.finsam")
      let within = try program.run("import", "mapp", "--book", "ny.finsam")

      #expect(alone.code == 74)
      #expect(alone.problems.contains("ingen vanlig fil"), "\(alone.problems)")
      #expect(within.code == 65)
      #expect(within.problems.contains("ror.se"), "\(within.problems)")
      #expect(!program.exists("ny.finsam"))
    }
  }

  @Test func `a link in a folder is neither followed nor left out without a word`() throws {
    try Program.inFolder { program in
      try program.write(Data("namn: X\norganisationsnummer: 222000-0000\n".utf8), to: "mapp/forbund.yaml")
      try program.write(Data("hemligt".utf8), to: "utanfor.txt")
      for (name, target) in [("bilaga.txt", "../utanfor.txt"), ("varv", ".")] {
        let link = program.folder.appendingPathComponent("mapp/\(name)")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: target)

        let run = try program.run("import", "mapp", "--book", "bok.finsam")

        #expect(run.code == 65)
        #expect(run.problems.contains("\(name) är en länk"), "\(run.problems)")
        try FileManager.default.removeItem(at: link)
      }
      #expect(try program.run("import", "mapp", "--book", "bok.finsam").code == 0)
    }
  }

  @Test func `a balance list in UTF-16, or without a year, says what to do`() throws {
    try Program.inFolder { program in
      try ImportTests.book(in: program)
      let text = "konto;ingående;utgående\n1930;0;0\n"
      try program.write(try #require(text.data(using: .utf16)), to: "saldon-2024.csv")
      try program.write(Data(text.utf8), to: "saldon.csv")

      let wide = try program.run("import", "saldon-2024.csv", "--book", "bok.finsam")
      let undated = try program.run("import", "saldon.csv", "--book", "bok.finsam")

      #expect(wide.code == 65)
      #expect(wide.problems.contains("UTF-16"), "\(wide.problems)")
      #expect(undated.code == 64)
      #expect(undated.problems.contains("saldon-2023.csv"), "\(undated.problems)")
    }
  }

  @Test func `a correction is not dated before what it corrects`() throws {
    try Program.inFolder { program in
      try LedgerLifeTests.imported(in: program)

      let run = try program.run(
        "reverse", "bok.finsam", "--year", "2025", "--number", "A 2", "--date", "2025-01-31", "--because", "Fel konto")

      #expect(run.code == 65)
      #expect(run.problems.contains("A 2 är bokförd 2025-03-01"), "\(run.problems)")
    }
  }

  @Test func `a month that is locked is said to be locked already`() throws {
    try Program.inFolder { program in
      try LedgerLifeTests.imported(in: program)
      #expect(try program.run("lock", "bok.finsam", "--month", "2025-03").code == 0)

      let again = try program.run("lock", "bok.finsam", "--month", "2025-03")

      #expect(again.code == 65)
      #expect(again.problems.contains("redan stängd"), "\(again.problems)")
    }
  }

  @Test func `a report that cannot be made in every format is written in none`() throws {
    try Program.inFolder { program in
      try LedgerLifeTests.imported(in: program)

      let run = try program.run(
        "report", "bok.finsam", "--year", "2025", "--out", "rapport", "--only", "html,pdf",
        environment: ["FINSAM_TYPSNITT": program.path("inga")])

      #expect(run.code == 74)
      #expect(run.problems.hasPrefix("finsam: PDF-filen"), "\(run.problems)")
      #expect(!program.exists("rapport/arsredovisning-2025.html"))
    }
  }

  @Test func `a folder that cannot be written whole is not left half-written`() throws {
    try Program.inFolder { program in
      try LedgerLifeTests.imported(in: program)
      let out = program.path("mapp")

      // No file may grow past one block of 512 bytes.
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = [
        "-c", "ulimit -f 1; exec \"$0\" export folder \"$1\" --out \"$2\" 2>\"$3\" >/dev/null", Program.executable.path,
        program.path("bok.finsam"), out, "/dev/null",
      ]
      try process.run()
      process.waitUntilExit()

      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 74 || process.terminationStatus == 70)
      #expect(!program.exists("mapp"))
    }
  }
}
