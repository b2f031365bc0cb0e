import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct GoalPageTests {
  private static let fields = [
    ("slag", "finansiellt"), ("rubrik", "Finansiellt mål 9"), ("mal", "Eget kapital är under taket."),
    ("definition", ""),
    ("regel", "tal-hogst"), ("tal", "eget-kapital"), ("grans", "eget-kapital-tak"), ("niva", ""), ("bedomning", ""),
    ("kommentar", ""),
  ]

  @Test func `the goals stand with their rule, their figures and how they went`() async throws {
    let kit = try OfficeKit()

    let page = try await kit.visit(as: .boardMember) { try await $0.get("/mal/2022") }

    #expect(page.status == .ok)
    // Equity 1 611 554 against the cap 2 432 000: met. Of 136 finished 36 went to work: not met.
    #expect(page.body.contains("1\u{A0}611\u{A0}554") && page.body.contains("2\u{A0}432\u{A0}000"))
    #expect(page.body.contains("/rapport/2022/siffror/eget-kapital-tak"))
    #expect(page.body.contains("Uppnått") && page.body.contains("Ej uppnått") && page.body.contains("36 av 136"))
    #expect(!page.body.contains("Nytt mål"))
    let empty = try await kit.visit(as: .director) { try await $0.get("/mal/2030") }
    #expect(empty.body.contains("Inga mål är satta för 2030"))
  }

  @Test func `a financial goal is set, tried, changed and taken away, and stands in the report at once`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      let tried = try await guest.post("/nytt-mal/2022", Self.fields + [("gor", "prova")])
      #expect(tried.status == .ok && tried.body.contains("Ingenting är sparat än") && tried.body.contains("Uppnått"))
      #expect(try kit.store.association().goals.contains { $0.title == "Finansiellt mål 9" } == false)

      #expect(try await guest.post("/nytt-mal/2022", Self.fields + [("gor", "spara")]).location == "/mal/2022")
      // Sent twice it is the same goal.
      #expect(try await guest.post("/nytt-mal/2022", Self.fields + [("gor", "spara")]).location == "/mal/2022")
      #expect(try kit.store.association().goals.count { $0.title == "Finansiellt mål 9" } == 1)
      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(report.body.contains("Finansiellt mål 9"))
      let goal = try #require(try kit.store.association().goals.first { $0.title == "Finansiellt mål 9" })
      #expect(goal.id == "finansiellt-mal-9" && goal.kind == .financial)
      #expect(goal.rule == .figureAtMost(figure: "eget-kapital", limit: "eget-kapital-tak"))

      let page = "/mal/2022/finansiellt-mal-9"
      var changed = Self.fields
      changed[4].1 = "tal-minst"
      let stale = try await guest.post(page, changed + [("gor", "spara"), ("avtryck", "gammalt")])
      #expect(stale.status == .unprocessableContent && stale.body.contains("Någon har ändrat målet"))
      let right = try await guest.post(page, changed + [("gor", "spara"), ("avtryck", GoalForm.digest(of: goal))])
      #expect(right.status == .seeOther)
      #expect(try await guest.get(page).body.contains("Ej uppnått"))
      #expect(try await guest.post(page + "/borttagning").status == .seeOther)
      #expect(try await guest.get(page).status == .notFound)
    }
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a rule that cannot be reckoned is named, and what was typed is kept`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      var fields = Self.fields
      fields[5].1 = "eget-kapitall"
      fields[2].1 = "811228-9874"
      let unknown = try await guest.post("/nytt-mal/2022", fields + [("gor", "spara")])
      #expect(unknown.status == .unprocessableContent)
      #expect(unknown.body.contains("”eget-kapitall”, som ingen siffra") && unknown.body.contains("personnummer"))
      #expect(unknown.body.contains("value=\"eget-kapitall\""))
      for (rule, level, isRight) in [
        ("andel", "62,5 %", true), ("andel", "120", false), ("andel", "hälften", false), ("antal", "1 200", true),
        ("antal", "många", false), ("bedoms", "", true), ("annat", "", false),
      ] {
        var fields = Self.fields
        fields[4].1 = rule
        fields[7].1 = level
        let reply = try await guest.post("/nytt-mal/2022", fields + [("gor", "prova")])
        #expect((reply.status == .ok) == isRight, "\(rule) \(level)")
      }
    }
  }

  @Test func `the counts of a goal for individuals stand when its words are changed`() async throws {
    let kit = try OfficeKit()
    let before = try #require(try kit.store.association().goals.first { $0.id == "deltagarmal-1" })
    try await kit.visit(as: .director) { guest in
      let reply = try await guest.post(
        "/mal/2022/deltagarmal-1",
        [
          ("slag", "individ"), ("rubrik", before.title), ("mal", "Nya ord."), ("definition", before.definition),
          ("regel", "andel"), ("niva", "60 %"), ("kommentar", before.comment), ("gor", "spara"),
          ("avtryck", GoalForm.digest(of: before)),
        ])
      #expect(reply.status == .seeOther)
    }
    let after = try #require(try kit.store.association().goals.first { $0.id == "deltagarmal-1" })
    #expect(after.outcomes == before.outcomes && after.rule == before.rule && after.text == "Nya ord.")
  }

  @Test func `goals are taken over from last year without their outcome, and never over one that is there`()
    async throws
  {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      #expect(try await guest.post("/mal-fran-i-fjol/2023").status == .unprocessableContent)
      let copied = try await guest.post("/mal-fran-i-fjol/2023", [("mal", "tak"), ("mal", "deltagarmal-1")])
      #expect(copied.notice.contains("2 mål är kopierade"))
      let again = try await guest.post("/mal-fran-i-fjol/2023", [("mal", "tak")])
      #expect(again.notice.contains("Inget kopierades"))
    }
    let goals = try kit.store.association().goals.filter { $0.year == 2023 }
    #expect(goals.map(\.id) == ["tak", "deltagarmal-1"])
    #expect(goals.allSatisfy { $0.comment.isEmpty && $0.outcomes.allSatisfy { $0.met == nil && $0.base == nil } })
  }
}

struct SettingsPageTests {
  @Test func `the director changes how the cap is reckoned, and what has held is kept`() async throws {
    let kit = try OfficeKit()
    let fields = [
      ("underlag", "medlemsbidrag"), ("andel-under", "25 %"), ("andel-over", "12,5"), ("trappsteg", "6 000 000"),
    ]
    for role in Role.allCases {
      let page = try await kit.visit(as: role) { try await $0.get("/installningar") }
      #expect(page.status == (role == .performer ? .forbidden : .ok), "\(role)")
      #expect(page.body.contains("name=\"trappsteg\"") == (role == .director), "\(role)")
    }
    #expect(try await kit.visit(as: .bookkeeper) { try await $0.post("/installningar", fields) }.status == .forbidden)

    try await kit.visit(as: .director) { guest in
      let stale = try await guest.post("/installningar", fields)
      #expect(stale.status == .unprocessableContent && stale.body.contains("Någon har ändrat inställningarna"))
      let page = try await guest.get("/installningar")
      let digest = try #require(page.body.firstMatch(of: /name="avtryck" value="([0-9a-f]+)"/)?.output.1)
      let wrong = try await guest.post(
        "/installningar",
        [
          ("underlag", "x"), ("andel-under", "200"), ("andel-over", "1,25"), ("trappsteg", "-1"),
          ("avtryck", String(digest)),
        ])
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("4 saker behöver rättas"))
      let saved = try await guest.post("/installningar", fields + [("avtryck", String(digest))])
      #expect(saved.status == .seeOther)
      let after = try await guest.get("/installningar")
      #expect(after.body.contains("25 % av medlemsbidragen upp till 6\u{A0}000\u{A0}000\u{A0}kr och 12,5 %"))
      #expect(after.body.contains("20 % av verksamhetens intäkter") && after.body.contains("Test director"))
    }
    let settings = try kit.store.association().settings
    #expect(settings.capBase == .contributions && settings.capLowPermille == 250 && settings.capHighPermille == 125)
    #expect(settings.capStep == Money(kronor: 6_000_000))
  }
}
