import Association
import Ledger
import Testing

struct YearlyWheelTests {
  private static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("The test's day is a day.") }
    return day
  }

  private static func year(_ number: Int) -> FiscalYear {
    guard let year = FiscalYear(calendarYear: number) else { preconditionFailure("The test's year is a year.") }
    return year
  }

  private let association = Association(name: "Prövoförbundet", organisationNumber: "222000-0000")

  private func wheel(
    _ year: Int, on day: String, _ change: (inout Association) -> Void = { _ in }, ledger: LedgerFacts = LedgerFacts()
  ) -> [Deadline] {
    var association = association
    change(&association)
    return YearlyWheel.deadlines(for: association, ledger: ledger, year: year, today: YearlyWheelTests.day(day))
  }

  private func deadline(_ duty: Duty, in wheel: [Deadline]) throws -> Deadline {
    try #require(wheel.first { $0.duty == duty })
  }

  @Test(arguments: [
    (Duty.report, "2026-03-31", 2025, Deadline.Basis.law), (.vatStatement, "2026-06-30", 2025, .law),
    (.budget, "2026-11-30", 2027, .law), (.consultation, "2026-11-30", 2027, .law),
    (.budgetProposal, "2026-11-30", 2027, .law), (.vatApplication, "2026-12-31", 2024, .law),
    (.audit, "2026-04-30", 2025, .custom), (.discharge, "2026-06-30", 2025, .custom),
  ])
  func `a year has the law's deadlines, each on its day and about its year`(
    duty: Duty, day: String, concerns: Int, basis: Deadline.Basis
  ) throws {
    let deadline = try deadline(duty, in: wheel(2026, on: "2026-01-01"))

    #expect(deadline.day.text == day)
    #expect(deadline.concerns == concerns)
    #expect(deadline.basis == basis)
    #expect(deadline.title.utf8.contains { $0 > 0x7F } || deadline.title.contains("\(concerns)"))
  }

  @Test(arguments: [
    ("2026-02-16", Deadline.State.coming(days: 43)), ("2026-02-17", .soon(days: 42)), ("2026-03-31", .soon(days: 0)),
    ("2026-04-01", .late(days: 1)), ("2027-03-31", .late(days: 365)),
  ])
  func `a deadline comes, is soon for six weeks with the day itself, and is then late`(
    today: String, state: Deadline.State
  ) throws {
    #expect(try deadline(.report, in: wheel(2026, on: today)).state == state)
  }

  @Test func `the report is done by the day of its decision, and signed by the day of the signatures`() throws {
    let wheel = wheel(2026, on: "2026-05-01") {
      $0.reports = [
        ReportFacts(
          year: 2025, decision: Decision(date: YearlyWheelTests.day("2026-03-12")),
          signedOn: YearlyWheelTests.day("2026-03-20"))
      ]
    }

    #expect(try deadline(.report, in: wheel).state == .done(on: YearlyWheelTests.day("2026-03-12")))
    #expect(try deadline(.signatures, in: wheel).state == .done(on: YearlyWheelTests.day("2026-03-20")))
    #expect(try deadline(.audit, in: wheel).state == .late(days: 1))
  }

  @Test func `a budget is done by its first decision, and the consultation by its own day`() throws {
    let wheel = wheel(2025, on: "2026-05-01") {
      $0.budgets = [
        Budget(year: 2026, version: 2, decision: Decision(date: YearlyWheelTests.day("2026-04-20")), lines: []),
        Budget(
          year: 2026, version: 1, decision: Decision(date: YearlyWheelTests.day("2025-11-21")),
          consultedOn: YearlyWheelTests.day("2025-10-02"), lines: []),
      ]
    }

    #expect(try deadline(.budget, in: wheel).state == .done(on: YearlyWheelTests.day("2025-11-21")))
    #expect(try deadline(.consultation, in: wheel).state == .done(on: YearlyWheelTests.day("2025-10-02")))
    #expect(try deadline(.budgetProposal, in: wheel).isLate)
  }

  @Test(arguments: [(2019, true), (2022, false), (2023, true), (2024, false), (2027, true), (2031, true)])
  func `a new board takes office on 1 April the year after a general election`(year: Int, isThere: Bool) {
    let wheel = wheel(year, on: "\(year)-01-01")

    #expect(wheel.contains { $0.duty == .boardTerm } == isThere)
  }

  @Test func `the new term is done when a seat begins that year`() throws {
    let wheel = wheel(2027, on: "2027-05-01") {
      $0.seats = [Seat(function: "Ordförande", memberID: "fk", from: YearlyWheelTests.day("2027-04-01"))]
    }

    #expect(try deadline(.boardTerm, in: wheel).isDone)
  }

  @Test func `a quarter is done when its three months are closed, and all four when the year is`() throws {
    let months = [1, 2, 3, 4].compactMap { Month(year: 2026, month: $0) }
    let open = LedgerFacts(years: [LedgerFacts.Year(YearlyWheelTests.year(2026))], closedMonths: Set(months))
    let closed = LedgerFacts(years: [LedgerFacts.Year(YearlyWheelTests.year(2026), isClosed: true)])

    let some = wheel(2026, on: "2026-07-01", ledger: open)
    let all = wheel(2026, on: "2026-07-01", ledger: closed)

    #expect(try deadline(.firstQuarter, in: some).state == .done(on: nil))
    #expect(try !deadline(.secondQuarter, in: some).isDone)
    #expect(try deadline(.thirdQuarter, in: all).isDone)
  }

  @Test func `a year's end is asked for only of a year in the book, and is done by ending it or by the year after`()
    throws
  {
    let first = LedgerFacts.Year(YearlyWheelTests.year(2025))
    let ended = LedgerFacts.Year(YearlyWheelTests.year(2025), isClosed: true, isEnded: true)
    let next = LedgerFacts.Year(YearlyWheelTests.year(2026))

    #expect(!wheel(2026, on: "2026-02-01").contains { $0.duty == .yearEnd })
    #expect(
      try deadline(.yearEnd, in: wheel(2026, on: "2026-04-01", ledger: LedgerFacts(years: [first]))).state
        == .late(days: 1))
    #expect(try deadline(.yearEnd, in: wheel(2026, on: "2026-04-01", ledger: LedgerFacts(years: [ended]))).isDone)
    #expect(
      try deadline(.yearEnd, in: wheel(2026, on: "2026-04-01", ledger: LedgerFacts(years: [next, first]))).isDone)
  }

  @Test func `a day that the association has decided stands instead of the usual one`() throws {
    let wheel = wheel(2026, on: "2026-11-01") {
      $0.deadlineFacts = [
        DeadlineFact(year: 2026, id: "budget", day: YearlyWheelTests.day("2026-11-13"), note: "Styrelsen § 31"),
        DeadlineFact(year: 2025, id: "budget", day: YearlyWheelTests.day("2025-11-14")),
      ]
    }
    let budget = try deadline(.budget, in: wheel)

    #expect(budget.day.text == "2026-11-13")
    #expect(budget.basis == .decision)
    #expect(budget.state == .soon(days: 12))
    #expect(budget.note == "Styrelsen § 31")
  }

  @Test func `what the book cannot see is done when somebody says so`() throws {
    let wheel = wheel(2026, on: "2026-07-10") {
      $0.deadlineFacts = [DeadlineFact(year: 2026, id: "momsuppgift", doneOn: YearlyWheelTests.day("2026-06-12"))]
    }

    #expect(try deadline(.vatStatement, in: wheel).state == .done(on: YearlyWheelTests.day("2026-06-12")))
    #expect(try deadline(.vatStatement, in: wheel).day.text == "2026-06-30")
  }

  @Test func `a half-year report and calls by quarter stand there only where the association says when`() throws {
    let bare = wheel(2026, on: "2026-01-01")
    let told = wheel(2026, on: "2026-01-01") {
      $0.deadlineFacts = [
        DeadlineFact(year: 2026, id: "delarsrapport", day: YearlyWheelTests.day("2026-09-18")),
        DeadlineFact(year: 2026, id: "bidrag-kvartal-1", day: YearlyWheelTests.day("2026-01-10")),
        DeadlineFact(year: 2026, id: "bidrag-kvartal-2"),
      ]
    }

    #expect(!bare.contains { $0.duty == .interimReport || $0.duty == .firstCall })
    #expect(try deadline(.interimReport, in: told).basis == .decision)
    #expect(try deadline(.firstCall, in: told).state == .soon(days: 9))
    #expect(!told.contains { $0.duty == .secondCall })
  }

  @Test func `an association's own deadline stands among the others by its day`() throws {
    let wheel = wheel(2026, on: "2026-01-01") {
      $0.deadlineFacts = [
        DeadlineFact(
          year: 2026, id: "lagesrapporter", title: "Lägesrapporter från utförarna",
          day: YearlyWheelTests.day("2026-05-15"))
      ]
    }
    let place = try #require(wheel.firstIndex { $0.id == "lagesrapporter" })

    #expect(wheel[place].title == "Lägesrapporter från utförarna")
    #expect(wheel[place].basis == .decision)
    #expect(wheel.map(\.day) == wheel.map(\.day).sorted())
  }

  @Test func `now is what is late and what is soon, across the turn of the year`() {
    let ledger = LedgerFacts(years: [2024, 2025].map { LedgerFacts.Year(YearlyWheelTests.year($0)) })

    let present = YearlyWheel.present(for: association, ledger: ledger, today: YearlyWheelTests.day("2025-12-20"))

    #expect(present.allSatisfy { $0.isLate || $0.isSoon })
    #expect(present.contains { $0.duty == .budget && $0.concerns == 2026 && $0.isLate })
    // The last quarter, to be closed in January, is soon though it stands in next year's wheel.
    #expect(present.contains { $0.duty == .fourthQuarter && $0.year == 2026 && $0.isSoon })
    #expect(present.map(\.day) == present.map(\.day).sorted())
  }

  @Test func `what is late is asked for a year back, the report and the year end from the book's beginning`() {
    let ledger = LedgerFacts(years: [2022, 2023, 2024].map { LedgerFacts.Year(YearlyWheelTests.year($0)) })

    let present = YearlyWheel.present(for: association, ledger: ledger, today: YearlyWheelTests.day("2026-02-15"))

    #expect(present.contains { $0.duty == .report && $0.concerns == 2022 })
    #expect(!present.contains { $0.duty == .vatStatement && $0.year == 2023 })
    #expect(!present.contains { $0.duty == .firstQuarter })
    // What is about the year before the book's first is not asked for: its audit, its statement of tax.
    #expect(!present.contains { $0.concerns < 2022 })
    #expect(present.contains { $0.duty == .vatStatement && $0.year == 2025 })
  }

  @Test func `a year whose figures were adopted before the book began is not asked for`() {
    var association = association
    association.history = [YearFigures(year: 2022, income: .zero, costs: .zero, result: .zero)]
    let ledger = LedgerFacts(years: [2022, 2023].map { LedgerFacts.Year(YearlyWheelTests.year($0)) })

    let present = YearlyWheel.present(for: association, ledger: ledger, today: YearlyWheelTests.day("2026-02-15"))

    #expect(!present.contains { $0.duty == .report && $0.concerns == 2022 })
    #expect(present.contains { $0.duty == .report && $0.concerns == 2023 })
    association.reports = [ReportFacts(year: 2024, decision: Decision(date: YearlyWheelTests.day("2025-03-01")))]
    let decided = YearlyWheel.present(for: association, ledger: ledger, today: YearlyWheelTests.day("2026-02-15"))
    #expect(!decided.contains { $0.duty == .report && $0.concerns == 2023 })
  }

  @Test func `nothing is late in a book without years`() {
    let present = YearlyWheel.present(for: association, today: YearlyWheelTests.day("2026-12-15"))

    #expect(!present.contains { $0.isLate })
  }

  @Test(arguments: [
    ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1), ("2025-12-31", "2026-01-01", 1),
    ("2026-03-01", "2026-02-01", -28), ("1900-01-01", "2199-12-31", 109_572),
  ])
  func `days are counted over months, years and leap days`(from: String, to: String, count: Int) {
    #expect(YearlyWheelTests.day(from).days(until: YearlyWheelTests.day(to)) == count)
  }

  @Test func `every duty has words, a law and what counts as done`() {
    for duty in Duty.allCases {
      #expect(!duty.title(in: 2026).isEmpty && !duty.law.isEmpty && duty.meaning.hasSuffix("."), "\(duty)")
    }
  }

  @Test func `late is what is about a year of the book, prepares the one after, or has been decided`() {
    var association = association
    association.deadlineFacts = [
      DeadlineFact(year: 2025, id: "delarsrapport", day: YearlyWheelTests.day("2025-09-01")),
      DeadlineFact(year: 2025, id: "hemsidan", title: "Se över webbplatsen", day: YearlyWheelTests.day("2025-10-01")),
    ]
    let ledger = LedgerFacts(years: [LedgerFacts.Year(YearlyWheelTests.year(2022))])

    let late = YearlyWheel.present(for: association, ledger: ledger, today: YearlyWheelTests.day("2026-02-15"))
      .filter(\.isLate)

    #expect(Set(late.map(\.id)) == ["bokslut", "arsredovisning", "underskrift", "delarsrapport", "hemsidan"])
    let next = YearlyWheel.present(for: association, ledger: ledger, today: YearlyWheelTests.day("2022-12-20"))
    #expect(next.contains { $0.duty == .budget && $0.concerns == 2023 && $0.isLate })
  }
}
