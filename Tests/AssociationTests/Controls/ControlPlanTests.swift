import Ledger
import Testing

@testable import Association

@Suite struct ControlPlanTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func control(_ number: Int = 1, due: String = "2026-06-30", likelihood: Int = 2) throws -> Control {
    try Control(
      number: number, risk: "Fel konto", likelihood: likelihood, consequence: 3, measure: "Stickprov", frequency: "",
      responsible: "ekonomen", due: try day(due), year: 2026)
  }

  @Test func `a plan is decided before its year, or says why it was not`() throws {
    let (before, first) = (try day("2025-12-31"), try day("2026-01-01"))
    #expect(try !ControlPlan.Decided(day: before, paragraph: "§ 5", lateReason: "", year: 2026).isLate)
    #expect(throws: ControlRefusal.decidedLate(first, year: 2026)) {
      try ControlPlan.Decided(day: first, paragraph: "§ 5", lateReason: " ", year: 2026)
    }
    let late = try ControlPlan.Decided(day: first, paragraph: "§ 5", lateReason: "Ny styrelse", year: 2026)
    #expect(late.isLate)
    #expect(throws: ControlRefusal.paragraphMissing) {
      try ControlPlan.Decided(day: before, paragraph: "", lateReason: "", year: 2026)
    }
  }

  @Test func `the value is likelihood times consequence, both from one to four, and the day is of the year`() throws {
    #expect(try control().value == 6)
    #expect(throws: ControlRefusal.gradeOutside) { try control(likelihood: 5) }
    #expect(throws: ControlRefusal.gradeOutside) { try control(likelihood: 0) }
    let day = try day("2027-04-01")
    #expect(throws: ControlRefusal.dueOutside(day, year: 2026)) { try control(due: "2027-04-01") }
    _ = try control(due: "2027-03-31")
  }

  @Test func `a control is planned, overdue after its day, and then as its last result`() throws {
    let control = try control()
    let decided = try ControlPlan.Decided(
      day: try day("2025-11-01"), paragraph: "§ 5", lateReason: "", year: 2026)
    func year(_ results: [ControlResult]) -> ControlYear {
      ControlYear(
        year: 2026, plans: [ControlPlan(year: 2026, controls: [control], decided: decided)], results: results)
    }
    #expect(year([]).state(of: control, on: try day("2026-06-30")) == .planned)
    #expect(year([]).state(of: control, on: try day("2026-07-01")) == .overdue(days: 1))
    #expect(year([]).overdue(on: try day("2026-07-01")) == [control])
    let bad = try ControlResult(
      number: 1, day: try day("2026-07-02"), hasDeviation: true, words: "Fel", remedy: "Rättat", by: "A")
    let good = try ControlResult(
      number: 1, day: try day("2026-07-09"), hasDeviation: false, words: "", remedy: "", by: "A")
    #expect(year([bad]).state(of: control, on: try day("2026-07-03")) == .deviating(bad))
    #expect(year([bad, good]).state(of: control, on: try day("2026-07-10")) == .clean(good))
    #expect(throws: ControlRefusal.deviationUnexplained) {
      try ControlResult(number: 1, day: try day("2026-07-02"), hasDeviation: true, words: "Fel", remedy: "", by: "A")
    }
    let empty = ControlYear(year: 2026, plans: [], results: [])
    #expect(throws: ControlRefusal.notDecided(year: 2026)) { try empty.checkResult(good) }
  }
}

@Suite struct RetentionPlanTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func kind(_ keeping: RetentionPlan.Keeping, isAccounting: Bool) -> RetentionPlan.Kind {
    RetentionPlan.Kind(
      title: "Fakturor", place: "Pärm", keeping: keeping, ground: "LKBR 3:13", isAccounting: isAccounting)
  }

  private func destruction(
    _ kind: RetentionPlan.Kind, decided: String = "2026-02-01", day: String = "2026-02-10", lastYear: Int
  ) throws -> Destruction {
    try Destruction(
      of: kind, lastYear: lastYear, words: "", decidedOn: try self.day(decided), paragraph: "§ 3",
      day: try self.day(day), by: "chefen", method: "Förstörare")
  }

  @Test func `accounting information is kept seven years, in the plan and in fact`() throws {
    #expect(throws: RetentionRefusal.accountingTooShort("Fakturor", years: 6)) {
      try RetentionPlan([kind(.years(6), isAccounting: true)])
    }
    let seven = kind(.years(7), isAccounting: true)
    _ = try RetentionPlan([seven])
    #expect(throws: RetentionRefusal.accountingKept("Fakturor", lastYear: 2019, until: 2026)) {
      try destruction(seven, lastYear: 2019)
    }
    _ = try destruction(seven, lastYear: 2018)
    // The decision too waits for the time to be over.
    #expect(throws: RetentionRefusal.accountingKept("Fakturor", lastYear: 2018, until: 2025)) {
      try destruction(seven, decided: "2025-12-31", lastYear: 2018)
    }
  }

  @Test func `what is preserved, not due or not decided is not destroyed`() throws {
    #expect(throws: RetentionRefusal.preserved("Fakturor")) {
      try destruction(kind(.preserved, isAccounting: false), lastYear: 1990)
    }
    let two = kind(.years(2), isAccounting: false)
    #expect(throws: RetentionRefusal.tooEarly("Fakturor", lastYear: 2024, until: 2026)) {
      try destruction(two, lastYear: 2024)
    }
    _ = try destruction(two, lastYear: 2023)
    let (decided, done) = (try day("2026-02-11"), try day("2026-02-10"))
    #expect(throws: RetentionRefusal.beforeDecision(decidedOn: decided, day: done)) {
      try destruction(two, decided: "2026-02-11", lastYear: 2023)
    }
  }
}
