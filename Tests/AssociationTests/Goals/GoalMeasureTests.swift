import Ledger
import Testing

@testable import Association

struct GoalMeasureTests {
  /// Blekinge 2022: 136 finished, of whom 36 to work or studies and 97 took a step.
  static func association(year: Int = 2022, by sexes: Bool = true) -> Association {
    var association = Association(name: "Exempel", organisationNumber: "222000-0000")
    let rows: [(ExitReason, Int, Int)] = [
      (.work, 16, 8), (.studies, 8, 4), (.jobSeeking, 20, 9), (.furtherRehabilitation, 22, 10), (.illness, 20, 5),
      (.interrupted, 12, 2),
    ]
    association.countTables = [
      CountTable(
        id: "avslut", year: year, title: "Avslutade", kind: .parts, rowHeading: "Orsak",
        rows: rows.map { CountTable.Row(id: $0.0.rawValue, title: $0.0.title, tally: Tally(women: $0.1, men: $0.2)) })
    ]
    association.goals = [
      Goal(
        id: "steg", year: year, kind: .individual, title: "Deltagarmål 1", text: "60 procent tar ett steg.",
        rule: .shareAtLeast(permille: 600),
        outcomes: [
          Goal.Outcome(title: "Arbete eller studier", source: .exits([.work, .studies])),
          Goal.Outcome(
            title: "Steg", source: .exits([.work, .studies, .jobSeeking, .furtherRehabilitation])),
        ])
    ]
    return association
  }

  @Test func `a step is a set of exit reasons, and its numerator and denominator are reckoned from the year's table`() {
    let outcomes = Self.association().measured.goals[0].outcomes
    #expect(outcomes[0].met == Tally(women: 24, men: 12) && outcomes[0].base == Tally(women: 98, men: 38))
    #expect(outcomes[1].met?.total == 97 && outcomes[1].base?.total == 136)
    #expect(Self.association().measured.measured == Self.association().measured)
  }

  @Test func `a table of every insats is added up where there is none of all`() {
    var association = Self.association()
    var other = association.countTables[0]
    association.countTables[0].insatsID = "A"
    (other.id, other.insatsID) = ("avslut-B", "B")
    association.countTables.append(other)
    #expect(association.measured.goals[0].outcomes[1].met?.total == 194)
    association.goals[0].insatsID = "B"
    #expect(association.measured.goals[0].outcomes[1].met?.total == 97)
    association.goals[0].insatsID = "C"
    #expect(association.measured.goals[0].outcomes[1].met == nil)
  }

  @Test func `a goal may be reckoned from a survey's question or a row of counts`() {
    var association = Self.association()
    let question = Survey.Question(
      id: "stod", text: "Stöd?", positive: Tally(women: 17, men: 8), answered: Tally(women: 18, men: 9))
    association.surveys = [
      Survey(
        id: "avslut", year: 2022, title: "Enkät", scale: ["Nej", "Ja"], positiveFrom: 2, population: "Alla", asked: 30,
        answered: 27, questions: [question])
    ]
    association.goals[0].outcomes = [
      Goal.Outcome(source: .answers(survey: "avslut", question: "stod")),
      Goal.Outcome(source: .row(table: "avslut", row: "arbete", of: Goal.Source.sum)),
      Goal.Outcome(source: .row(table: "avslut", row: Goal.Source.sum, of: "")),
      Goal.Outcome(source: .answers(survey: "avslut", question: "annan")),
    ]
    let outcomes = association.measured.goals[0].outcomes
    #expect(outcomes[0].met?.total == 25 && outcomes[0].base?.total == 27)
    #expect(outcomes[1].met?.total == 24 && outcomes[1].base?.total == 136)
    #expect(outcomes[2].met?.total == 136 && outcomes[2].base == nil)
    #expect(outcomes[3].met == nil)
  }

  @Test func `a series breaks where the definition changes, and not where only the level does`() throws {
    var association = Self.association()
    let next = Self.association(year: 2023)
    association.countTables += next.countTables
    association.goals += next.goals
    association.goals[1].rule = .shareAtLeast(permille: 800)
    func series() throws -> GoalSeries { try #require(association.measured.series(of: association.goals[1]).first) }
    #expect(try series().points.map(\.breakReason) == [nil, nil])

    association.goals[1].outcomes[0].source = .exits([.work, .studies, .jobSeeking])
    #expect(association.hasNewDefinition(association.goals[1]))
    #expect(try series().points[1].breakReason != nil)
    association.goals[1].breakReason = "Målet om 60 procent ersattes av ett om steg."
    #expect(try series().points[1].breakReason == "Målet om 60 procent ersattes av ett om steg.")

    association.quotedShares = [
      try QuotedShare(
        goalID: "steg", year: 2021, kind: .history, title: "Förbundet", all: try #require(PrintedPercent("58")),
        source: "Årsredovisningen för 2021"),
      try QuotedShare(
        goalID: "steg", year: 2022, kind: .comparison, title: "Riket", all: try #require(PrintedPercent("46")),
        source: "Riket"),
    ]
    let points = try series().points
    #expect(points.map(\.year) == [2021, 2022, 2023] && points[1].comparisons.map(\.title) == ["Riket"])
    #expect(points[0].quoted?.all.text == "58")
  }

  @Test func `what a goal is reckoned from is known to the gate, so that the sum never tells a hidden part`() {
    var association = Self.association()
    // Three with a job, whom nobody may count: the goal of work and studies is those and the studies.
    association.countTables[0].rows[0].tally = Tally(women: 3, men: 0)
    let sheet = association.countSheet(year: 2022)
    let table = association.countTables[0]
    let rows = table.rows.filter { ["arbete", "studier"].contains($0.id) }.map { table.cells(of: $0).women }
    let goal = association.goals[0].cells(ofOutcome: 0).part.women
    #expect(sheet.relations.contains(CountRelation(parts: rows, make: goal)))
    let protection = CountProtection(association, year: 2022)
    #expect(protection.printed(3, rows[0]) == .fewer(than: 5))
    let studies = protection.printed(8, rows[1])
    #expect(studies.count == nil || protection.printed(11, goal).count == nil)
  }
}

struct FollowUpRowTests {
  private static let year = (CalendarDate(yyyymmdd: 20_250_101), CalendarDate(yyyymmdd: 20_251_231))

  private static func period(_ first: Int, _ last: Int) throws -> ClosedRange<CalendarDate> {
    try #require(CalendarDate(yyyymmdd: first))...(try #require(CalendarDate(yyyymmdd: last)))
  }

  @Test func `the same of the same period takes the old one's place, and the same again changes nothing`() throws {
    var association = Association(name: "", organisationNumber: "")
    let period = try Self.period(20_250_101, 20_251_231)
    let row = FollowUpRow.cases(CaseCount(kind: .consultation, period: period, place: "Storstad", count: 40))
    association.keep(row)
    association.keep(row)
    association.keep(.cases(CaseCount(kind: .consultation, period: period, place: "Storstad", count: 41)))
    association.keep(.cases(CaseCount(kind: .consultation, period: period, place: "Lillstad", count: 18)))
    #expect(association.caseCounts.map(\.count) == [41, 18])
    #expect(association.caseTables(year: 2025).map(\.id) == ["konsultationer"])
    #expect(association.caseTables(year: 2025)[0].sum.total == 59)
  }

  @Test func `a period that runs into another, and cases that would be counted twice, clash`() throws {
    let (all, half) = (try Self.period(20_250_101, 20_251_231), try Self.period(20_250_701, 20_251_231))
    func cases(_ place: String, _ ground: String, _ period: ClosedRange<CalendarDate>) -> FollowUpRow {
      .cases(CaseCount(kind: .referral, period: period, place: place, ground: ground, count: 7))
    }
    #expect(cases("A", "", all).clash(with: cases("A", "", half)) == .overlaps(half))
    #expect(cases("A", "", all).clash(with: cases("B", "", half)) == nil)
    #expect(cases("A", "VGR", all).clash(with: cases("B", "", all)) == .counted(twice: all))
    #expect(cases("A", "", all).clash(with: cases("", "VGR", all)) == nil)
    #expect(cases("A", "", all).clash(with: cases("A", "", all)) == nil)
  }

  @Test func `small counts of cases, screening and progression are protected`() throws {
    var association = Association(name: "", organisationNumber: "")
    let period = try Self.period(20_250_101, 20_251_231)
    association.caseCounts = [("Storstad", 40), ("Lillstad", 18), ("Byn", 3)].map {
      CaseCount(kind: .consultation, period: period, place: $0.0, count: $0.1)
    }
    association.progressions = [
      Progression(
        insatsID: "A", period: period, indicator: "Hälsa", better: Tally(women: 9, men: 2),
        same: Tally(women: 6, men: 7), worse: Tally(women: 6, men: 8))
    ]
    association.screenings = [
      ScreeningCount(
        insatsID: "A", period: period, asked: Tally(women: 20, men: 12), answered: Tally(women: 18, men: 12))
    ]
    let protection = CountProtection(association, year: 2025)
    let table = association.caseTables(year: 2025)[0]
    #expect(protection.printed(3, table.cells(of: table.rows[2]).total) == .fewer(than: 5))
    // The sum or another row is withheld with it, so that it cannot be reckoned.
    let others = [
      (40, table.cells(of: table.rows[0]).total), (18, table.cells(of: table.rows[1]).total),
      (61, table.sumCells.total),
    ]
    #expect(others.contains { protection.printed($0.0, $0.1).count == nil })
    let cells = association.progressions[0].cells
    #expect(protection.printed(2, cells.better.men) == .fewer(than: 5))
    #expect(
      protection.printed(9, cells.better.women).count == nil || protection.printed(11, cells.better.total).count == nil)
    let screened = association.screeningSums(year: 2025)[0]
    // Two women did not answer: asked and answered are not both told.
    #expect(
      protection.printed(20, screened.cells.whole.women).count == nil
        || protection.printed(18, screened.cells.part.women).count == nil)
  }
}
