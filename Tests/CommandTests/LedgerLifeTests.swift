import Foundation
import Testing

/// A ledger's life through the commands: corrected, locked, opened, ended, taken out and put in again.
struct LedgerLifeTests {
  static func imported(in program: Program) throws {
    try ImportTests.book(in: program)
    try program.write(SmallSIE.bytes, to: "2025.se")
    let run = try program.run("import", "2025.se", "--book", "bok.finsam")
    #expect(run.code == 0, "\(run.problems)")
  }

  @Test func `a correction is a new voucher, and a corrected voucher is not corrected twice`() throws {
    try Program.inFolder { program in
      try Self.imported(in: program)

      let first = try program.run(
        "reverse", "bok.finsam", "--year", "2025", "--number", "A 2", "--date", "2025-11-03", "--because", "Fel konto")
      let second = try program.run(
        "reverse", "bok.finsam", "--year", "2025", "--number", "A 2", "--date", "2025-11-03", "--because", "Fel konto")

      #expect(first.code == 0, "\(first.problems)")
      #expect(first.output.contains("A 2 är rättad av A 3"), "\(first.output)")
      #expect(second.code == 65)
      #expect(second.problems.contains("redan rättad, av A 3"), "\(second.problems)")
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test func `a book and what is taken out of it are for the own user alone`() throws {
    try Program.inFolder { program in
      try Self.imported(in: program)
      #expect(try program.run("export", "sie", "bok.finsam", "--year", "2025", "--out", "ut.se").code == 0)

      for name in ["bok.finsam", "ut.se"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: program.path(name))
        let mode = try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
        #expect(mode & 0o077 == 0, "\(name)")
      }
    }
  }

  @Test func `a new book is not written over by the log that a removed one left behind`() throws {
    try Program.inFolder { program in
      let rest = Array("rest av en bok som togs bort".utf8)
      try program.write(rest, to: "bok.finsam-wal")

      try Self.imported(in: program)

      let log = FileManager.default.contents(atPath: program.path("bok.finsam-wal")) ?? Data()
      #expect(log != Data(rest))
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test func `a lock holds for corrections and for files, until it is opened with a reason`() throws {
    try Program.inFolder { program in
      try Self.imported(in: program)
      #expect(try program.run("lock", "bok.finsam", "--month", "2025-11").code == 0)
      let late = SmallSIE.lines.filter { !$0.hasPrefix("#UB") && !$0.hasPrefix("#RES") && !$0.hasPrefix("#IB") }
      let voucher = [
        "#VER A 3 20251105 \"Sen hyra\" 20251105", "{", "#TRANS 5010 {} 1.00", "#TRANS 1930 {} -1.00", "}",
      ]
      let head = late.prefix { !$0.hasPrefix("#VER") }
      try program.write(SmallSIE.bytes(head + voucher), to: "sen.se")

      let correction = try program.run(
        "reverse", "bok.finsam", "--year", "2025", "--number", "A 2", "--date", "2025-11-03", "--because", "Fel konto")
      let file = try program.run("import", "sen.se", "--book", "bok.finsam")
      let withoutReason = try program.run("lock", "bok.finsam", "--month", "2025-11", "--open")
      let opened = try program.run("lock", "bok.finsam", "--month", "2025-11", "--open", "--because", "Sen faktura")
      let again = try program.run("import", "sen.se", "--book", "bok.finsam")

      #expect(correction.code == 65)
      #expect(correction.problems.contains("November 2025 är stängd"), "\(correction.problems)")
      #expect(file.code == 65)
      #expect(file.problems.contains("November 2025 är stängd"), "\(file.problems)")
      #expect(withoutReason.code == 64)
      #expect(opened.code == 0)
      #expect(again.code == 0, "\(again.problems)")
    }
  }

  @Test func `a year that is ended carries its result to equity and opens the next with what it closed with`() throws {
    try Program.inFolder { program in
      try Self.imported(in: program)

      let ended = try program.run("end-year", "bok.finsam", "--year", "2025")
      let twice = try program.run("end-year", "bok.finsam", "--year", "2025")
      let csv = try program.run("export", "csv", "bok.finsam", "--year", "2026")

      #expect(ended.code == 0, "\(ended.problems)")
      #expect(twice.code == 65)
      let statements = try program.run("statements", "bok.finsam", "--year", "2025")
      #expect(statements.output.contains("45\u{A0}000"), "\(statements.output)")
      #expect(csv.output.contains("1930") && csv.output.contains("145000,00"), "\(csv.output)")
      #expect(csv.output.contains("-145000,00"), "\(csv.output)")
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test func `a ledger written as SIE and read into another book gives the same statements`() throws {
    try Program.inFolder { program in
      try Self.imported(in: program)
      #expect(try program.run("export", "sie", "bok.finsam", "--year", "2025", "--out", "ut.se").code == 0)
      let new = try program.run("new", "annan.finsam", "--name", "Exempelbygden", "--orgnr", "222000-0000")
      #expect(new.code == 0)

      #expect(try program.run("import", "ut.se", "--book", "annan.finsam").code == 0)

      let one = try program.run("statements", "bok.finsam", "--year", "2025").output
      let other = try program.run("statements", "annan.finsam", "--year", "2025").output
      #expect(one == other)
    }
  }

  @Test func `balances read as last year's comparison give way to the year itself`() throws {
    try Program.inFolder { program in
      try ImportTests.book(in: program)
      let earlier = SmallSIE.lines.map { $0.replacingOccurrences(of: "2025", with: "2024") }
      let withComparison = SmallSIE.lines.map { line in
        switch line {
        case "#IB 0 1930 100000.00": "#IB 0 1930 145000.00"
        case "#IB 0 2068 -100000.00": "#IB 0 2068 -145000.00"
        case "#UB 0 1930 145000.00": "#UB 0 1930 190000.00"
        case "#UB 0 2068 -100000.00": "#UB 0 2068 -145000.00"
        default: line
        }
      }
      let year = ["#RAR -1 20240101 20241231", "#IB -1 1930 100000.00", "#IB -1 2068 -100000.00"]
      let closing = [
        "#UB -1 1930 145000.00", "#UB -1 2068 -100000.00", "#RES -1 3985 -50000.00", "#RES -1 5010 5000.00",
      ]
      let position = try #require(withComparison.firstIndex { $0.hasPrefix("#RAR 0") })
      var lines = withComparison
      lines.insert(contentsOf: year + closing, at: position + 1)
      try program.write(SmallSIE.bytes(lines), to: "2025.se")
      try program.write(SmallSIE.bytes(earlier), to: "2024.se")

      let first = try program.run("import", "2025.se", "--book", "bok.finsam")
      let compared = try program.run("statements", "bok.finsam", "--year", "2024").output
      let second = try program.run("import", "2024.se", "--book", "bok.finsam")
      let whole = try program.run("statements", "bok.finsam", "--year", "2024").output

      #expect(first.code == 0, "\(first.problems)")
      #expect(second.code == 0, "\(second.problems)")
      #expect(compared == whole)
      #expect(whole.contains("45\u{A0}000"), "\(whole)")
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test func `a document whose name binds it to a voucher that is not there is kept, and said`() throws {
    try Program.inFolder { program in
      try program.write(
        Array("namn: Exempelbygden\norganisationsnummer: 222000-0000\nkontoplan: BAS\n".utf8), to: "mapp/forbund.yaml")
      try program.write(SmallSIE.bytes, to: "mapp/bokforing/2025.se")
      try program.write(Array("kvitto".utf8), to: "mapp/bilagor/A-17-2025-kvitto.txt")
      try program.write(Array("hyra".utf8), to: "mapp/bilagor/A-2-2025-hyra.txt")

      let run = try program.run("import", "mapp", "--book", "bok.finsam")

      #expect(run.code == 0, "\(run.output)\(run.problems)")
      #expect(run.problems.contains("A-17-2025-kvitto.txt: varning"), "\(run.problems)")
      #expect(!run.problems.contains("A-2-2025-hyra.txt"))
      #expect(try program.run("export", "folder", "bok.finsam", "--out", "ut").code == 0)
      #expect(program.exists("ut/bilagor/A-17-2025-kvitto.txt"))
    }
  }
}
