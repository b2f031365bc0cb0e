import Foundation
import Testing

/// `finsam forecast` on the example association, run as a user runs it.
struct ForecastTests {
  private func book(_ program: Program) throws {
    let source = Program.root.appendingPathComponent("Examples/blekinge-2022").path
    #expect(try program.run("import", source, "--book", "bok.finsam").code == 0)
  }

  private func json(_ program: Program, _ more: String...) throws -> [String: Any] {
    let (process, out, err) = try program.start(["forecast", "bok.finsam", "--json"] + more)
    let problems = err.fileHandleForReading
    let output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: problems.readDataToEndOfFile(), as: UTF8.self))")
    return try #require(JSONSerialization.jsonObject(with: output) as? [String: Any])
  }

  @Test func `after December it is the year as it was published, and in May it comes to the budget`() throws {
    try Program.inFolder { program in
      try book(program)

      let december = try json(program, "--month", "2022-12")
      let frames = try #require(december["frames"] as? [[String: Any]])

      #expect(december["capOre"] as? Int == 243_200_000)
      #expect(december["openingEquityOre"] as? Int == 403_411_700)
      // 1 611 554 in the published report, and 4 034 117 where the year began.
      #expect(december["closingEquityOre"] as? Int == 161_155_400)
      #expect(frames.compactMap { $0["grantedOre"] as? Int }.reduce(0, +) == 1_441_696_100)
      #expect(frames.compactMap { $0["drawnOre"] as? Int }.reduce(0, +) == 1_379_466_500)
      #expect(december["overCapOre"] as? Int == 0)

      let may = try json(program, "--month", "2022-05")
      #expect(may["capOre"] as? Int == 243_200_000)
      let closing = try #require(may["closingEquityOre"] as? Int)
      #expect((0..<243_200_000).contains(closing))
      #expect((may["months"] as? [[String: Any]])?.count == 12)

      let tried = try json(program, "--month", "2022-05", "--try", "ARIS=-250000", "--try", "SAMSA=100000")
      #expect(tried["closingEquityOre"] as? Int == closing + 15_000_000)
      #expect(try json(program, "--month", "2022-05")["closingEquityOre"] as? Int == closing)
    }
  }

  @Test func `a month outside the book, no month and an unknown insats are refused in words`() throws {
    try Program.inFolder { program in
      try book(program)

      let outside = try program.run("forecast", "bok.finsam", "--month", "2031-05")
      let wrong = try program.run("forecast", "bok.finsam", "--month", "maj")
      let unknown = try program.run("forecast", "bok.finsam", "--month", "2022-05", "--try", "XYZ=1")
      let shown = try program.run("forecast", "bok.finsam", "--month", "2022-05")

      #expect(outside.code == 65 && outside.problems.contains("inget räkenskapsår med 2031-05"))
      #expect(wrong.code == 64 && wrong.problems.contains("”maj” är ingen månad"))
      #expect(unknown.code == 65 && unknown.problems.contains("ingen insats ”XYZ”"))
      let words = shown.output.replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(
        of: "\u{202F}", with: " ")
      #expect(shown.code == 0 && words.contains("Under taket, som är 2 432 000 kr"), "\(shown.output)")
    }
  }
}
