import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Blekinge 2022, entered on the pages: goal 1 from exit reasons, goals 2 and 3 from the survey, national values beside.
struct GoalOutcomePageTests {
  private static func goal(_ goal: Goal) -> [(String, String)] {
    var rule: [(String, String)] = []
    if case .shareAtLeast(let permille) = goal.rule { rule = [("regel", "andel"), ("niva", "\(permille / 10)")] }
    return [
      ("slag", "individ"), ("rubrik", goal.title), ("mal", goal.text), ("definition", goal.definition),
      ("kommentar", ""), ("gor", "spara"), ("avtryck", GoalForm.digest(of: goal)),
    ] + rule
  }

  private static func exits(_ number: Int, _ title: String, _ reasons: [ExitReason]) -> [(String, String)] {
    [("utfall-\(number)-rubrik", title), ("utfall-\(number)-kalla", "avslut")]
      + reasons.map { ("utfall-\(number)-orsak", $0.rawValue) }
  }

  /// The year's finished by reason: 136, of whom 36 to work or studies and 97 a step.
  private static let exitTable = CountTable(
    id: "avslut", year: 2022, title: "Avslutade efter orsak", kind: .parts, rowHeading: "Orsak",
    rows: [
      (ExitReason.work, 16, 8), (.studies, 8, 4), (.jobSeeking, 20, 9), (.furtherRehabilitation, 22, 10),
      (.illness, 20, 5), (.interrupted, 12, 2),
    ].map { CountTable.Row(id: $0.0.rawValue, title: $0.0.title, tally: Tally(women: $0.1, men: $0.2)) })

  @Test func `goals 1, 2 and 3 of Blekinge are reckoned, compared and printed`() async throws {
    let kit = try OfficeKit()
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      var association = try writing.association()
      association.countTables.append(Self.exitTable)
      try writing.record(association)
    }
    func stored(_ id: String) throws -> Goal {
      try #require(try kit.store.association().goals.first { $0.id == id && $0.year == 2022 })
    }
    let (first, second, third) = (
      try stored("deltagarmal-1"), try stored("deltagarmal-2"), try stored("deltagarmal-3")
    )
    try await kit.visit(as: .director) { guest in
      let steps: [ExitReason] = [.work, .studies, .jobSeeking, .furtherRehabilitation]
      let saved = try await guest.post(
        "/mal/2022/deltagarmal-1",
        Self.goal(first) + Self.exits(1, "Till arbete eller studier", [.work, .studies])
          + Self.exits(2, "Stegförflyttning", steps))
      #expect(saved.status == .seeOther)
      let two = [
        ("utfall-1-rubrik", "Stöd"), ("utfall-1-kalla", "enkat|avslut|stod"), ("utfall-2-rubrik", "Inflytande"),
        ("utfall-2-kalla", "enkat|avslut|inflytande"),
      ]
      #expect(try await guest.post("/mal/2022/deltagarmal-2", Self.goal(second) + two).status == .seeOther)
      let three = [("utfall-1-rubrik", ""), ("utfall-1-kalla", "enkat|avslut|redo")]
      #expect(try await guest.post("/mal/2022/deltagarmal-3", Self.goal(third) + three).status == .seeOther)

      let quote = [
        ("citat-slag", "jämförelse"), ("citat-vad", "Riket"), ("citat-ar", "2022"), ("citat-kalla", "NNS 2022"),
      ]
      let values = [
        ("deltagarmal-2", "1", "89", "89", "89"), ("deltagarmal-2", "2", "90", "90", "89"),
        ("deltagarmal-3", "1", "63", "61", "68"),
      ]
      for (goal, outcome, all, women, men) in values {
        let saved = try await guest.post(
          "/mal/2022/\(goal)/jamforelser",
          quote + [
            ("citat-utfall", outcome), ("citat-alla", all), ("citat-kvinnor", women), ("citat-man", men),
          ])
        #expect(saved.status == .seeOther, "\(goal)")
      }
      let page = try await guest.get("/mal/2022/deltagarmal-1")
      #expect(page.body.contains("36 av 136") && page.body.contains("97 av 136 (71,3\u{A0}%)"))
      #expect(page.body.contains("Ej uppnått"))
      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(report.body.contains("Avslutsorsaker som räknas") && report.body.contains("71\u{A0}%"))
      #expect(report.body.contains("Riket 63\u{A0}%") && report.body.contains("NNS 2022"))
    }
    let outcomes = try stored("deltagarmal-1").outcomes
    #expect(
      outcomes.map(\.met) == [nil, nil]
        && outcomes[1].source
          == .exits([
            .work, .studies, .jobSeeking, .furtherRehabilitation,
          ])
    )
    #expect(try kit.store.association().quotedShares.count == 3)
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `no percentage can be typed, and what is reckoned cannot be typed as well`() async throws {
    let kit = try OfficeKit()
    let goal = try #require(try kit.store.association().goals.first { $0.id == "deltagarmal-3" })
    try await kit.visit(as: .bookkeeper) { guest in
      let typed = [("utfall-1-kalla", "skrivs"), ("utfall-1-uppnatt-kvinnor", "67 %"), ("utfall-1-av-kvinnor", "18")]
      let percent = try await guest.post("/mal/2022/deltagarmal-3", Self.goal(goal) + typed)
      #expect(percent.status == .unprocessableContent)
      #expect(percent.body.contains("procenten räknas av programmet") && percent.body.contains("value=\"67 %\""))
      let both = [("utfall-1-kalla", "enkat|avslut|redo"), ("utfall-1-uppnatt-kvinnor", "12")]
      let refused = try await guest.post("/mal/2022/deltagarmal-3", Self.goal(goal) + both)
      #expect(refused.body.contains("kan inte också skrivas"))
      let more = [("utfall-1-kalla", "skrivs"), ("utfall-1-uppnatt-man", "12"), ("utfall-1-av-man", "9")]
      #expect(try await guest.post("/mal/2022/deltagarmal-3", Self.goal(goal) + more).body.contains("Fler än alla"))
      let none = [("utfall-1-kalla", "avslut"), ("utfall-1-rubrik", "Steg")]
      #expect(try await guest.post("/mal/2022/deltagarmal-3", Self.goal(goal) + none).body.contains("Kryssa i dem"))
    }
    #expect(try kit.store.association().goals.first { $0.id == "deltagarmal-3" } == goal)
  }

  @Test func `a quoted percentage that no numbers give is refused with the nearest`() async throws {
    let kit = try OfficeKit()
    let quote = [
      ("citat-slag", "historik"), ("citat-vad", "Förbundet"), ("citat-ar", "2021"), ("citat-kalla", "Rapporten"),
    ]
    try await kit.visit(as: .bookkeeper) { guest in
      let path = "/mal/2022/deltagarmal-3/jamforelser"
      let wrong = try await guest.post(path, quote + [("citat-alla", "98"), ("citat-n", "31")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.body.contains("98 % kan inte uppstå ur 31 svar: 30 av 31 är 97 %, 31 av 31 är 100 %"))
      #expect(wrong.body.contains("value=\"98\""))
      let together = try await guest.post(
        path,
        quote + [
          ("citat-alla", "82,5"), ("citat-kvinnor", "77,8"), ("citat-man", "84,6"), ("citat-n-kvinnor", "27"),
          ("citat-n-man", "13"),
        ])
      #expect(together.body.contains("blir den 80,0 %"))
      let right = try await guest.post(path, quote + [("citat-alla", "97"), ("citat-n", "31")])
      #expect(right.status == .seeOther)
      let share = try #require(try kit.store.association().quotedShares.first)
      #expect(try await guest.get("/mal/2022/deltagarmal-3").body.contains("Förbundet 2021"))
      let removed = try await guest.post(path + "/borttagning", [("andel", QuoteShare.digest(of: share))])
      #expect(removed.status == .seeOther)
    }
    #expect(try kit.store.association().quotedShares.isEmpty)
  }

  @Test func `a goal with another definition than the year before is asked why, and breaks its series`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      #expect(try await guest.post("/mal-fran-i-fjol/2023", [("mal", "deltagarmal-1")]).status == .seeOther)
      func goal() throws -> Goal {
        try #require(try kit.store.association().goals.first { $0.id == "deltagarmal-1" && $0.year == 2023 })
      }
      var fields = Self.goal(try goal())
      fields[3].1 = "Avslutade som tagit ett steg."
      let counts = [
        ("utfall-1-kalla", "skrivs"), ("utfall-1-rubrik", "Steg"), ("utfall-1-uppnatt-kvinnor", "60"),
        ("utfall-1-uppnatt-man", "37"), ("utfall-1-av-kvinnor", "98"), ("utfall-1-av-man", "38"),
      ]
      #expect(try await guest.post("/mal/2023/deltagarmal-1", fields + counts).status == .seeOther)
      let asked = try await guest.get("/mal/2023/deltagarmal-1")
      #expect(asked.body.contains("Serien bryts 2023") && asked.body.contains("Skriv varför"))
      fields[6].1 = GoalForm.digest(of: try goal())
      let reason = [("avbrott", "Målet om 60 procent ersattes av ett om steg.")]
      #expect(try await guest.post("/mal/2023/deltagarmal-1", fields + counts + reason).status == .seeOther)
      let page = try await guest.get("/mal/2023/deltagarmal-1")
      #expect(page.body.contains("Målet om 60 procent ersattes") && !page.body.contains("Skriv varför"))
    }
  }
}
