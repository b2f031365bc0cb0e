import Foundation
import Testing

/// `finsam statistics` on the two published years: what they printed comes out, and what was too small does not.
struct StatisticsCommandTests {
  /// The statistics as data, as a program outside reads them.
  private struct Outside {
    let json: [String: Any]

    init(_ text: String) throws {
      json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func entry(_ list: String, _ id: String) throws -> [String: Any] {
      try #require((json[list] as? [[String: Any]])?.first { $0["id"] as? String == id }, "\(list) \(id)")
    }

    func row(_ table: String, _ id: String) throws -> [String: Any] {
      let table = try entry("tables", table)
      if id == "summa" { return try #require(table["sum"] as? [String: Any]) }
      return try #require((table["rows"] as? [[String: Any]])?.first { $0["id"] as? String == id }, "\(id)")
    }

    func count(_ table: String, _ id: String, _ sex: String) throws -> Int? {
      try Outside.count(try row(table, id), "counts", sex)
    }

    static func value(_ row: [String: Any], _ kind: String, _ sex: String) throws -> [String: Any] {
      try #require((row[kind] as? [String: Any])?[sex] as? [String: Any], "\(kind) \(sex)")
    }

    static func count(_ row: [String: Any], _ kind: String, _ sex: String) throws -> Int? {
      try value(row, kind, sex)["value"] as? Int
    }
  }

  private func statistics(_ example: String, year: Int, _ program: Program) throws -> Outside {
    let folder = Program.root.appendingPathComponent("Examples/\(example)").path
    #expect(try program.run("import", folder, "--book", "bok.finsam").code == 0)
    let outcome = try program.run("statistics", "bok.finsam", "--year", "\(year)", "--json")
    #expect(outcome.code == 0, "\(outcome.problems)")
    return try Outside(outcome.output)
  }

  @Test func `Blekinge 2022: 141 new, 97 of 136 a step further, and the cells of three cannot be told`() throws {
    try Program.inFolder { program in
      let outside = try statistics("blekinge-2022", year: 2022, program)

      #expect(outside.json["format"] as? String == "finsam-statistics" && outside.json["threshold"] as? Int == 5)
      #expect(try outside.count("nya", "summa", "women") == 87)
      #expect(try outside.count("nya", "summa", "men") == 54)
      #expect(try outside.count("nya", "summa", "total") == 141)
      #expect(try outside.count("alder", "30-44", "total") == 42)
      #expect(try outside.count("alder", "summa", "total") == 125)
      let small = try Outside.value(try outside.row("alder", "45-59"), "counts", "men")
      #expect(small["kind"] as? String == "fewerThan" && small["k"] as? Int == 5)

      let goal = try outside.entry("goals", "deltagarmal-1")
      let outcomes = try #require(goal["outcomes"] as? [[String: Any]])
      let step = try Outside.value(outcomes[1], "shares", "total")
      #expect(step["numerator"] as? Int == 97 && step["denominator"] as? Int == 136 && step["permille"] as? Int == 713)
      #expect(goal["verdict"] as? String == "missed")

      try attack(outside, table: "alder")
    }
  }

  @Test func `Sydnärke 2023: two teams, the survey with 31 of 33, and what each participant cost`() throws {
    try Program.inFolder { program in
      let outside = try statistics("sydnarke-2023", year: 2023, program)

      for (team, women, men) in [("mottagning", 40, 32), ("coaching", 52, 29)] {
        #expect(try outside.count("insatser", team, "women") == women)
        #expect(try outside.count("insatser", team, "men") == men)
        #expect(try outside.count(team, "deltagare", "total") == women + men)
      }
      let survey = try outside.entry("surveys", "avslut")
      #expect((survey["rate"] as? [String: Any])?["numerator"] as? Int == 31)
      #expect((survey["rate"] as? [String: Any])?["denominator"] as? Int == 33)
      let questions = try #require(survey["questions"] as? [[String: Any]])
      // One of 31 answered otherwise: how few is not told.
      #expect(try Outside.value(questions[0], "shares", "total")["kind"] as? String == "shareAtLeast")
      #expect(try Outside.value(questions[4], "shares", "total")["permille"] as? Int == 793)
      let costs = try #require(outside.json["costPerParticipant"] as? [[String: Any]])
      #expect(costs.map { ($0["perParticipant"] as? [String: Any])?["ore"] as? Int } == [1_509_050, 2_493_894])
      let activities = try #require(outside.json["activities"] as? [[String: Any]])
      #expect(activities.count == 28)
      // Nothing small stands anywhere.
      #expect(!smallCounts(in: outside.json).contains { (1..<5).contains($0) })
    }
  }

  @Test func `a second run says the same, in the terminal too, and the book verifies`() throws {
    try Program.inFolder { program in
      let folder = Program.root.appendingPathComponent("Examples/blekinge-2022").path
      #expect(try program.run("import", folder, "--book", "bok.finsam").code == 0)
      let runs = try (0..<2).map { _ in try program.run("statistics", "bok.finsam", "--year", "2022") }
      #expect(runs[0].output == runs[1].output && runs[0].code == 0)
      #expect(runs[0].output.contains("NYA DELTAGARE EFTER ÅLDER") && runs[0].output.contains("Kvinnor, antal"))
      let json = try (0..<2).map { _ in try program.run("statistics", "bok.finsam", "--year", "2022", "--json").output }
      #expect(json[0] == json[1])
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test(.enabled(if: Program.python != nil))
  func `the appendix is written as web page, PDF and CSV`() throws {
    try Program.inFolder { program in
      let folder = Program.root.appendingPathComponent("Examples/sydnarke-2023").path
      #expect(try program.run("import", folder, "--book", "bok.finsam").code == 0)
      let outcome = try program.run(
        "statistics", "bok.finsam", "--year", "2023", "--html", "s.html", "--pdf", "s.pdf", "--csv", "s.csv")
      #expect(outcome.code == 0 && outcome.output == "s.html\ns.pdf\ns.csv\n", "\(outcome.problems)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: program.path("s.pdf"))).starts(with: Array("%PDF-1.7".utf8)))
      #expect(
        try String(contentsOfFile: program.path("s.csv"), encoding: .utf8).contains(";Mottagningsteamet;kvinnor;40;"))
    }
  }

  @Test func `a year without anything is refused with those there are`() throws {
    try Program.inFolder { program in
      let folder = Program.root.appendingPathComponent("Examples/sydnarke-2023").path
      #expect(try program.run("import", folder, "--book", "bok.finsam").code == 0)
      let outcome = try program.run("statistics", "bok.finsam", "--year", "2019", "--json")
      #expect(outcome.code == 65 && outcome.output.isEmpty)
      #expect(outcome.problems.contains("ingenting räknat för 2019. Den har 2022, 2023."))
    }
  }

  // The attacker: everybody who has the file, and counts.

  /// Tries every whole number that the hidden cells of a table of women and men could be, with all that the file says of
  /// rows and sums: each small one must be left with several.
  private func attack(_ outside: Outside, table id: String) throws {
    let table = try outside.entry("tables", id)
    let rows = try #require(table["rows"] as? [[String: Any]])
    let sum = try #require(table["sum"] as? [String: Any])
    let sexes = ["women", "men", "total"]
    let most = try #require(try Outside.count(sum, "counts", "total"))
    func range(_ row: [String: Any], _ sex: String) throws -> ClosedRange<Int> {
      let value = try Outside.value(row, "counts", sex)
      switch value["kind"] as? String {
      case "count": return try #require(value["value"] as? Int)...(try #require(value["value"] as? Int))
      case "fewerThan": return 1...(try #require(value["k"] as? Int) - 1)
      default: return 0...most
      }
    }
    let told = try rows.map { row in try sexes.map { try range(row, $0) } }
    let sums = try sexes.map { try range(sum, $0) }
    // What each row may be by itself; then which of those go together with the sums.
    let ways = told.map { told -> [(women: Int, men: Int)] in
      told[0].flatMap { women in
        told[1].compactMap { men in told[2].contains(women + men) ? (women, men) : nil }
      }
    }
    var found = Array(repeating: [Set<Int>(), [], []], count: rows.count)
    func follow(_ index: Int, _ taken: [(women: Int, men: Int)], _ women: Int, _ men: Int) {
      guard index < ways.count else {
        guard sums[0].contains(women), sums[1].contains(men), sums[2].contains(women + men) else { return }
        for (row, way) in taken.enumerated() {
          found[row][0].insert(way.women)
          found[row][1].insert(way.men)
          found[row][2].insert(way.women + way.men)
        }
        return
      }
      for way in ways[index] where women + way.women <= sums[0].upperBound && men + way.men <= sums[1].upperBound {
        follow(index + 1, taken + [way], women + way.women, men + way.men)
      }
    }
    follow(0, [], 0, 0)
    for (row, possible) in found.enumerated() {
      for (sex, values) in possible.enumerated() {
        #expect(!values.isEmpty, "what is told contradicts itself")
        let isSmall = told[row][sex].count > 1 && told[row][sex].upperBound < 5
        #expect(!isSmall || values.count > 1, "row \(row), \(sexes[sex]): only \(values)")
      }
    }
  }

  /// Every count of people in the file.
  private func smallCounts(in value: Any) -> [Int] {
    if let list = value as? [Any] { return list.flatMap(smallCounts) }
    guard let object = value as? [String: Any] else { return [] }
    var counts = object.values.flatMap(smallCounts)
    if object["kind"] as? String == "count", let count = object["value"] as? Int { counts.append(count) }
    if object["kind"] as? String == "share", let part = object["numerator"] as? Int { counts.append(part) }
    return counts
  }
}
