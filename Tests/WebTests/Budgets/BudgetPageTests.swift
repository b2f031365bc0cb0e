import Association
import Exchange
import Foundation
import HTTPTypes
import Ledger
import Statements
import Store
import Testing

@testable import Web

struct BudgetPageTests {
  /// The example's office without its budgets, and the budget of 2022 that it had.
  static func withoutBudget() throws -> (kit: OfficeKit, budget: Budget) {
    let kit = try OfficeKit()
    var association = try kit.store.association()
    let budget = try #require(association.budget(for: 2022))
    association.budgets = []
    try kit.store.record(association, by: Actor(name: "Testet"), at: kit.clock.now)
    return (kit, budget)
  }

  /// The fields that a browser sends for those lines, as they are typed.
  static func fields(_ lines: [Budget.Line], revision: Int, opening: String, closings: [String] = ["", "", ""])
    -> [(String, String)]
  {
    var fields = [("sparning", "\(revision)"), ("ingaende", opening)]
    for (index, closing) in closings.enumerated() { fields.append(("utgaende-\(index + 1)", closing)) }
    for line in lines {
      fields += [
        ("id", ""), ("grupp", line.group.rawValue), ("rubrik", line.title), ("medlem", line.memberID),
        ("insats", line.insatsID), ("verksamhet", line.activityID),
      ]
      for (index, amount) in line.amounts.enumerated() { fields.append(("belopp-\(index + 1)", "\(amount.ore / 100)")) }
    }
    return fields
  }

  @Test func `the whole budget of 2022 is entered through the pages and gives the appendix as it was published`()
    async throws
  {
    let (kit, published) = try Self.withoutBudget()

    let (grid, refused, warned, done, page) = try await kit.visit(as: .director) { guest in
      let empty = try await guest.get("/budget/2022")
      #expect(empty.status == .ok && empty.body.contains("Styrelsen har inte beslutat någon budget för 2022"))
      let begun = try await guest.post("/budget/2022/forslag", [("borja", "tom")])
      #expect(begun.location == "/budget/2022/forslag/1")
      let saved = try await guest.post(
        begun.location, Self.fields(published.lines, revision: 1, opening: "4 033 914") + [("gor", "spara")])
      #expect(saved.status == .seeOther)
      let grid = try await guest.get(begun.location)
      let steps = begun.location + "/steg"
      let decision = [
        ("steg", "beslut"), ("beslut-dag", "2021-11-19"), ("beslut-paragraf", "§ 62"), ("beslut-not", "Taket"),
      ]
      let refused = try await guest.post(steps, decision)
      let consulted = try await guest.post(
        steps, [("steg", "samrad"), ("samrad-dag", "2021-10-15"), ("samrad-not", "")])
      #expect(consulted.status == .seeOther)
      let warned = try await guest.post(steps, decision)
      let done = try await guest.post(steps, decision + [("beslut-last", "ja")])
      return (grid, refused, warned, done, try await guest.get("/budget/2022"))
    }

    // The sums stand in the grid, reckoned by the office.
    for words in ["2\u{A0}535\u{A0}800", "14\u{A0}303\u{A0}481", "\u{2212}2\u{A0}959\u{A0}281", "1\u{A0}074\u{A0}633"] {
      #expect(grid.body.contains(words), "\(words)")
    }
    #expect(refused.status == .unprocessableContent && refused.body.contains("Notera samrådets dag först"))
    #expect(warned.status == .unprocessableContent)
    #expect(warned.body.contains("underskott på 2\u{A0}959\u{A0}281\u{A0}kr"))
    #expect(warned.body.contains("inte noterat att förslaget har legat på webbplatsen"))
    #expect(done.location == "/budget/2022")
    #expect(page.body.contains("Beslutad av styrelsen 2021-11-19 § 62"))

    let budget = try #require(try kit.store.association().budget(for: 2022))
    let (made, right) = (budgetAppendix(budget), budgetAppendix(published))
    #expect(made.rows.map(\.title) == right.rows.map(\.title))
    #expect(made.columns == right.columns)
    for (row, known) in zip(made.rows, right.rows) {
      #expect(row.cells.map { $0.figure?.amount } == known.cells.map { $0.figure?.amount }, "\(row.title)")
    }
    #expect(
      ["2022", "2023", "2024"].map { made.figure("utgaende-eget-kapital", $0)?.amount }
        == [1_074_633, 1_000_000, 1_000_000].map { Money(kronor: $0) })
    #expect(made.figure("gemensamma-kostnader", "2022")?.amount == Money(kronor: -2_535_800))
    #expect(made.figure("medlemskostnader", "2022")?.amount == Money(kronor: -14_303_481))
    #expect(made.figure("resultat", "2022")?.amount == Money(kronor: -2_959_281))
    #expect(made.figure("ingaende-eget-kapital", "2022")?.amount == Money(kronor: 4_033_914))
    #expect(budget.consultedOn == published.consultedOn && budget.decision == published.decision)
    #expect(budget.lines.map(\.memberID) == published.lines.map(\.memberID))
    #expect(budget.lines.map(\.insatsID) == published.lines.map(\.insatsID))
    #expect(try kit.store.verify().findings == [])
    // The report prints it.
    let report = try await kit.visit(as: .viewer) { try await $0.get("/rapport/2022/utskrift") }
    #expect(report.body.contains("Möjlig medlemsaktivitet, Region Blekinge"))
  }

  @Test func `a draft is never printed, and a decided budget has no grid`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      let begun = try await guest.post("/budget/2022/forslag", [("borja", "gallande")])
      let id = begun.location
      let budget = try #require(try kit.store.association().budget(for: 2022))
      var lines = budget.lines
      lines[0].title = "Helt ny rubrik"
      let saved = try await guest.post(
        id, Self.fields(lines, revision: 1, opening: "4033914") + [("gor", "spara")])
      #expect(saved.status == .seeOther)
      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(!report.body.contains("Helt ny rubrik"))
      #expect(try await guest.get(id).body.contains("version 2"))
      let thrown = try await guest.post(id + "/steg", [("steg", "kassera"), ("kasserat-varfor", "Behövs inte")])
      #expect(thrown.status == .seeOther)
      let page = try await guest.get(id)
      #expect(!page.body.contains("id=\"budgetforslag\"") && page.body.contains("Behövs inte"))
      let again = try await guest.post(id, Self.fields(lines, revision: 2, opening: "1") + [("gor", "spara")])
      #expect(again.status == .unprocessableContent && again.body.contains("är kasserat"))
    }
    #expect(try kit.store.association().budget(for: 2022)?.version == 1)
  }

  @Test func `a line is added and taken away, and sums are reckoned, without anything being kept`() async throws {
    let (kit, published) = try Self.withoutBudget()
    let lines = Array(published.lines.prefix(3))
    let before = try kit.store.lastHash()
    _ = before
    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await guest.post("/budget/2023/forslag", [("borja", "tom")]).location
      let hash = try kit.store.lastHash()
      let fields = Self.fields(lines, revision: 1, opening: "100")
      let added = try await guest.post(id, fields + [("gor", "lagg-till gemensamma-kostnader")])
      #expect(added.status == .ok && added.body.contains("id=\"rubrik-4\"") && added.body.contains("autofocus"))
      let removed = try await guest.post(id, fields + [("gor", "ta-bort 1")])
      #expect(removed.body.contains("id=\"rubrik-2\"") && !removed.body.contains("id=\"rubrik-3\""))
      #expect(!removed.body.contains("Medlemsavgift Karlskrona kommun\""))
      let reckoned = try await guest.post(id, fields + [("gor", "rakna")])
      #expect(reckoned.body.contains("<output id=\"summa-medlemsintakter-1\">2\u{A0}776\u{A0}000</output>"))
      #expect(try kit.store.lastHash() == hash)
    }
  }

  @Test func `what cannot be read is named and kept, and who saves over another is told`() async throws {
    let (kit, published) = try Self.withoutBudget()
    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await guest.post("/budget/2023/forslag", [("borja", "tom")]).location
      var fields = Self.fields(Array(published.lines.prefix(2)), revision: 1, opening: "mycket")
      if let index = fields.firstIndex(where: { $0.0 == "belopp-2" }) { fields[index].1 = "12 34" }
      if let index = fields.firstIndex(where: { $0.0 == "rubrik" }) { fields[index].1 = "811228-9874" }
      let faulty = try await guest.post(id, fields + [("gor", "spara")])
      #expect(faulty.status == .unprocessableContent)
      #expect(faulty.body.contains("Ingående eget kapital är ”mycket”") && faulty.body.contains("value=\"mycket\""))
      #expect(faulty.body.contains("Beloppet för 2024 på rad 1 är ”12 34”") && faulty.body.contains("personnummer"))

      let right = Self.fields(Array(published.lines.prefix(2)), revision: 1, opening: "1")
      #expect(try await guest.post(id, right + [("gor", "spara")]).status == .seeOther)
      let other = Self.fields(Array(published.lines.prefix(1)), revision: 1, opening: "2")
      let conflict = try await guest.post(id, other + [("gor", "spara")])
      #expect(conflict.status == .unprocessableContent && conflict.body.contains("Någon annan har sparat"))
      #expect(conflict.body.contains("name=\"sparning\" value=\"2\""))
      let chosen = Self.fields(Array(published.lines.prefix(1)), revision: 2, opening: "2")
      #expect(try await guest.post(id, chosen + [("gor", "spara")]).status == .seeOther)
    }
    #expect(try kit.store.budgets(year: 2023).first?.version.proposal.content.lines.count == 1)
  }

  @Test func `a file is looked at before anything of it is kept, and comes back equal`() async throws {
    let (kit, published) = try Self.withoutBudget()
    try await kit.visit(as: .director) { guest in
      let id = try await guest.post("/budget/2022/forslag", [("borja", "tom")]).location
      let hash = try kit.store.lastHash()
      let file = BudgetFileFormat.xlsx.bytes(of: published, on: kit.clock.today)
      let read = try await guest.upload(
        id + "/inlasning", files: [("fil", "budget.xlsx", "application/octet-stream", file)])
      #expect(read.status == .ok)
      #expect(read.body.contains("Ingenting är sparat än") && read.body.contains("Ny rad: Samsa"))
      #expect(read.body.contains("value=\"2\u{A0}676\u{A0}885\""))
      #expect(try kit.store.lastHash() == hash)

      let wrong = try await guest.upload(
        id + "/inlasning", files: [("fil", "b.csv", "text/csv", Array("grupp;rubrik;2022\nhej;A;x\n".utf8))])
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("Rad 2, kolumn 1 är gruppen ”hej”"))
      let none = try await guest.upload(id + "/inlasning", files: [])
      #expect(none.status == .unprocessableContent && none.body.contains("Ingen fil är vald"))

      _ = try await guest.post(
        id, Self.fields(published.lines, revision: 1, opening: "4033914") + [("gor", "spara")])
      for ending in ["csv", "xlsx"] {
        let got = try await guest.get("/budget/2022/filer/forslag-1.\(ending)")
        #expect(got.status == .ok)
        let reading = BudgetFileFormat.read(
          got.bytes, named: "f", year: 2022, association: try kit.store.association(), activities: [])
        let kept = try kit.store.budgets(year: 2022).first?.version.proposal.content
        #expect(reading.value == kept, "\(ending)")
      }
      let paper = try await guest.get("/budget/2022/filer/forslag-1.html")
      #expect(paper.body.contains("Förslag till budget 2022 med plan till 2024") && paper.body.contains("lang=\"sv\""))
      #expect(try await guest.get("/budget/2022/filer/forslag-9.html").status == .notFound)
      #expect(try await guest.get("/budget/2022/filer/forslag-1.exe").status == .notFound)
    }
  }

  @Test func `a budget begins with last year's, its plan or what is booked`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      for (index, origin) in ["budget", "plan", "utfall"].enumerated() {
        let id = try await guest.post("/budget/2023/forslag", [("borja", origin)]).location
        #expect(id == "/budget/2023/forslag/\(index + 1)", "\(origin)")
        _ = try await guest.post(id + "/steg", [("steg", "kassera"), ("kasserat-varfor", "Provat")])
      }
      let wrong = try await guest.post("/budget/2023/forslag", [("borja", "annat")])
      #expect(wrong.status == .unprocessableContent)
    }
    let made = try kit.store.budgets(year: 2023).map(\.version.proposal.content)
    let last = try #require(try kit.store.association().budget(for: 2022))
    #expect(made[0].lines.map(\.amounts[0]) == last.lines.map(\.amounts[0]))
    #expect(made[1].lines.map(\.amounts[0]) == last.lines.map(\.amounts[1]))
    // Equity as the books of 2022 end, and the result that they had.
    #expect(made.allSatisfy { $0.expectedOpeningEquity == Money(kronor: 1_611_554) })
    #expect(made[2].result().rounded(toUnitsOf: 100) == -2_422_563)
  }

  @Test func `the way to the decision stands in the yearly wheel`() async throws {
    let (kit, published) = try Self.withoutBudget()
    kit.clock.set(day: try #require(CalendarDate("2025-10-20")))
    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await guest.post("/budget/2026/forslag", [("borja", "tom")]).location
      _ = try await guest.post(
        id, Self.fields(published.lines, revision: 1, opening: "1") + [("gor", "spara")])
      let early = try await guest.post(id + "/steg", [("steg", "samrad"), ("samrad-dag", "2025-12-24")])
      #expect(early.status == .unprocessableContent && early.body.contains("inte har varit än"))
      for fields in [
        [("steg", "samrad"), ("samrad-dag", "2025-10-01")],
        [("steg", "kungorelse"), ("kungord-dag", "2025-10-20"), ("mote-dag", "2025-11-14")],
        [("steg", "utlagt"), ("utlagt-dag", "2025-10-20"), ("utlagt-var", "https://example.se/budget")],
      ] { #expect(try await guest.post(id + "/steg", fields).status == .seeOther) }
      let wheel = try await guest.get("/arshjul/2025")
      #expect(wheel.body.contains("Gjord 2025-10-01") && wheel.body.contains("Gjord 2025-10-20"))
      let page = try await guest.get("/budget/2026")
      #expect(page.body.contains("Klart 2025-10-01") && page.body.contains("Mötet hålls 2025-11-14"))
    }
  }

  @Test func `each role does what it may`() async throws {
    let kit = try OfficeKit()
    let id = try kit.store.begin(
      Budget(year: 2023, lines: []), origin: "", by: Actor(name: "Testet"), at: kit.clock.now)
    for role in Role.allCases {
      try await kit.visit(as: role) { guest in
        let page = try await guest.get("/budget/2022")
        let proposal = try await guest.get("/budget/2023/forslag/\(id.rawValue)")
        let saved = try await guest.post("/budget/2023/forslag/\(id.rawValue)", [("gor", "rakna"), ("sparning", "1")])
        let mayRead = role != .performer
        let mayWrite = role == .director || role == .bookkeeper
        #expect(page.status == (mayRead ? .ok : .forbidden), "\(role)")
        #expect(proposal.status == (mayRead ? .ok : .forbidden), "\(role)")
        #expect(proposal.body.contains("id=\"budgetforslag\"") == mayWrite, "\(role)")
        #expect(saved.status == (mayWrite ? .ok : .forbidden), "\(role)")
      }
    }
    try await kit.visit(as: .director) { guest in
      for path in ["/budget/1850", "/budget/2022?version=7", "/budget/2023/forslag/99", "/budget/2022/forslag/1"] {
        let reply = try await guest.get(path)
        #expect(reply.status == .notFound, "\(path)")
      }
    }
  }
}
