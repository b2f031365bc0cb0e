import Association
import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct AssociationTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `an association with everything is read back as it was written`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let association = Association.random(&random)
    let book = try Book(association)

    #expect(try book.store.association() == association)
    var other = Association.random(&random)
    other.organisationNumber = association.organisationNumber
    #expect(try book.store.record(other, by: .tester, at: .now2) != nil)
    #expect(try book.store.association() == other)
    #expect(try book.store.association(asOf: 1) == association)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `what has not changed leaves no line in the history`() throws {
    var random = SeededGenerator(seed: 11)
    let association = Association.random(&random)
    let book = try Book(association)

    #expect(try book.store.record(association, by: .tester, at: .now2) == nil)
    #expect(try book.store.history().map(\.act) == [.create])
  }

  @Test func `a change writes only the tables it changes`() throws {
    var random = SeededGenerator(seed: 12)
    var association = Association.random(&random)
    let book = try Book(association)
    association.seat = "Ronneby"

    let line = try #require(try book.store.record(association, by: .tester, at: .now2))

    #expect(line.act == .association)
    #expect(try book.ask("SELECT COUNT(*) FROM edition WHERE rows_sequence = 2") == ["1"])
    #expect(try book.store.association() == association)
  }

  @Test func `an answer to a finding is kept, and a new answer takes its place`() throws {
    let book = try Book()
    let answer = FindingAnswer(
      year: 2024, code: "not-mot-rakning", place: "not-2", reason: "Avrundning", by: "ordförande",
      on: try day("2025-03-01"))
    var better = answer
    better.reason = "Avrundning till tkr"

    try book.store.answer(answer, by: .tester, at: .now2)
    try book.store.answer(better, by: .tester, at: .now2)
    let unchanged = try book.store.answer(better, by: .tester, at: .now2)

    #expect(try book.store.association().findingAnswers == [better])
    #expect(unchanged == nil)
    #expect(try book.store.history().map(\.act) == [.create, .answer, .answer])
    #expect(try book.store.association(asOf: 2)?.findingAnswers == [answer])
  }
}

extension Association {
  /// An association with something of everything, the same for the same state of `random`.
  static func random(_ random: inout SeededGenerator) -> Association {
    var maker = Maker(random: random)
    defer { random = maker.random }
    var association = Association(name: maker.text(), organisationNumber: "222000-0000", chart: maker.one())
    association.seat = maker.text()
    association.settings.capBase = maker.one()
    association.settings.capLowPermille = maker.number()
    association.settings.capHighPermille = maker.number()
    association.settings.capStep = maker.money()
    association.settings.operatingLayout = maker.one()
    association.settings.operatingInThousands = maker.claim()
    association.settings.smallCountBelow = maker.number()
    association.settings.overviewYearCount = maker.number()
    association.members = maker.some { maker in
      Member(
        id: maker.text(), name: maker.text(), kind: maker.one(), joined: maker.perhaps { $0.day() },
        left: maker.perhaps { $0.day() })
    }
    association.contributionKeys = maker.some { maker in
      ContributionKey(
        validFrom: maker.day(),
        parts: maker.some {
          ContributionKey.Part(memberID: $0.text(), numerator: Int64($0.number()), denominator: Int64($0.number()))
        }, roundingMemberID: maker.text(), unitOre: 100, decision: maker.decision(),
        population: maker.perhaps { maker in
          ContributionKey.Population(
            year: maker.number(), source: maker.text(),
            counts: maker.some { .init(memberID: $0.text(), inhabitants: $0.number()) })
        })
    }
    maker.addBilling(to: &association)
    association.insatser = maker.some { maker in
      Insats(
        id: maker.text(), name: maker.text(), kind: maker.one(), ownerID: maker.text(), purpose: maker.text(),
        targetGroup: maker.text(), started: maker.perhaps { $0.day() }, ended: maker.perhaps { $0.day() })
    }
    association.frames = maker.some { maker in
      Frame(
        insatsID: maker.text(), receiverID: maker.text(), year: maker.number(), granted: maker.money(),
        decision: maker.decision())
    }
    association.budgets = maker.some { maker in
      Budget(
        year: maker.number(), version: maker.number(), decision: maker.decision(),
        consultedOn: maker.perhaps { $0.day() },
        lines: maker.some { maker in
          Budget.Line(
            id: maker.text(), title: maker.text(), group: maker.one(), memberID: maker.text(),
            insatsID: maker.text(), activityID: maker.text(), amounts: maker.some { $0.money() })
        }, expectedOpeningEquity: maker.money(), statedClosingEquity: maker.some { $0.money() })
    }
    association.goals = maker.some { maker in
      Goal(
        id: maker.text(), year: maker.number(), kind: maker.one(), title: maker.text(), text: maker.text(),
        definition: maker.text(), rule: maker.rule(), insatsID: maker.text(),
        outcomes: maker.some { $0.outcome() }, judgedMet: maker.perhaps { $0.claim() }, comment: maker.text(),
        breakReason: maker.perhaps { $0.text() } ?? "")
    }
    association.quotedShares = maker.some { $0.quotedShare() }
    association.countTables = maker.some { maker in
      CountTable(
        id: maker.text(), year: maker.number(), title: maker.text(), kind: maker.one(), rowHeading: maker.text(),
        insatsID: maker.text(),
        rows: maker.some { CountTable.Row(id: $0.text(), title: $0.text(), tally: $0.tally()) },
        remark: maker.text())
    }
    association.exitReasons = maker.some {
      ExitReasonMapping(insatsID: $0.text(), code: $0.text(), title: $0.text(), reason: $0.one())
    }
    association.surveys = maker.some { maker in
      Survey(
        id: maker.text(), year: maker.number(), title: maker.text(), scale: maker.some { $0.text() },
        positiveFrom: maker.number(), population: maker.text(), asked: maker.number(), answered: maker.number(),
        insatsID: maker.text(),
        questions: maker.some {
          Survey.Question(id: $0.text(), text: $0.text(), positive: $0.tally(), answered: $0.tally())
        })
    }
    maker.addBoard(to: &association)
    return association
  }
}

/// Makes small values of every type.
private struct Maker {
  var random: SeededGenerator

  mutating func number() -> Int { Int.random(in: -5...3000, using: &random) }
  mutating func claim() -> Bool { Bool.random(using: &random) }
  mutating func money() -> Money { Money(ore: Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)) }
  mutating func tally() -> Tally { Tally(women: number(), men: number(), notStated: number()) }

  mutating func text() -> String {
    let texts = ["", "Åtgärd", "rad\nrad", "a\tb", "\\N", "”citat” {{tal}}", "\r\n", "0", "nul\u{0}l", "👩‍👩‍👧"]
    return (texts.randomElement(using: &random) ?? "") + "\(number())"
  }

  mutating func day() -> CalendarDate {
    CalendarDate(
      year: Int.random(in: 1990...2100, using: &random), month: Int.random(in: 1...12, using: &random),
      day: Int.random(in: 1...28, using: &random)) ?? day()
  }

  mutating func one<Choice: CaseIterable>() -> Choice where Choice.AllCases == [Choice] {
    Choice.allCases[Int.random(in: 0..<Choice.allCases.count, using: &random)]
  }

  mutating func perhaps<Value>(_ make: (inout Maker) -> Value) -> Value? { claim() ? make(&self) : nil }

  mutating func some<Value>(_ make: (inout Maker) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in make(&self) }
  }

  mutating func decision() -> Decision { Decision(date: perhaps { $0.day() }, paragraph: text()) }

  mutating func outcome() -> Goal.Outcome {
    switch Int.random(in: 0...4, using: &random) {
    case 0: Goal.Outcome(title: text(), source: .exits(Set(some { $0.one() as ExitReason })))
    case 1: Goal.Outcome(title: text(), source: .answers(survey: text(), question: text()))
    case 2: Goal.Outcome(title: text(), source: .row(table: text(), row: text(), of: text()))
    default: Goal.Outcome(title: text(), met: perhaps { $0.tally() }, base: perhaps { $0.tally() })
    }
  }

  /// A percentage of counts that there are, so that it can be.
  mutating func quotedShare() -> QuotedShare {
    let whole = Int64.random(in: 1...90, using: &random)
    let part = Int64.random(in: 0...whole, using: &random)
    let all = PrintedPercent(part, of: whole, decimals: Int.random(in: 0...2, using: &random))
    do {
      return try QuotedShare(
        goalID: text(), year: number(), outcome: number(), kind: one(), title: text(), all: all,
        women: perhaps { _ in all }, base: perhaps { _ in Tally(women: 0, men: 0, notStated: Int(whole)) },
        source: text())
    } catch { return quotedShare() }
  }

  mutating func period() -> ClosedRange<CalendarDate> {
    let (one, other) = (day(), day())
    return min(one, other)...max(one, other)
  }

  mutating func rule() -> Goal.Rule {
    switch Int.random(in: 0...4, using: &random) {
    case 0: .shareAtLeast(permille: number())
    case 1: .countAtLeast(number())
    case 2: .figureAtLeast(figure: text(), limit: text())
    case 3: .figureAtMost(figure: text(), limit: text())
    default: .judged
    }
  }

  mutating func addBilling(to association: inout Association) {
    association.memberBilling = some { maker in
      MemberBilling(
        memberID: maker.text(), organisationNumber: maker.text(), street: maker.text(), postalCode: maker.text(),
        city: maker.text(), endpoint: maker.text(), endpointScheme: maker.text(), buyerReference: maker.text(),
        channel: maker.one())
    }
    association.ownBilling = perhaps { maker in
      var billing = OwnBilling()
      billing.street = maker.text()
      billing.postalCode = maker.text()
      billing.city = maker.text()
      billing.endpoint = maker.text()
      billing.endpointScheme = maker.text()
      billing.bankgiro = maker.text()
      billing.plusgiro = maker.text()
      billing.iban = maker.text()
      billing.bic = maker.text()
      billing.contact = maker.text()
      billing.mail = maker.text()
      billing.phone = maker.text()
      billing.dueDays = maker.number()
      billing.firstInvoiceNumber = maker.number()
      return billing
    }
  }

  mutating func addBoard(to association: inout Association) {
    association.activities = some { maker in
      Activity(
        year: maker.number(), title: maker.text(), participants: maker.perhaps { $0.number() }, goal: maker.text(),
        result: maker.text(), verdict: maker.text(), kind: maker.perhaps { $0.text() } ?? "",
        day: maker.perhaps { $0.day() })
    }
    association.progressions = some { maker in
      Progression(
        insatsID: maker.text(), period: maker.period(), instrument: maker.text(), indicator: maker.text(),
        better: maker.tally(), same: maker.tally(), worse: maker.tally())
    }
    association.caseCounts = some { maker in
      CaseCount(
        kind: maker.one(), period: maker.period(), place: maker.text(), ground: maker.text(), count: maker.number(),
        groupID: maker.perhaps { $0.text() } ?? "")
    }
    association.screenings = some { maker in
      ScreeningCount(
        insatsID: maker.text(), period: maker.period(), asked: maker.tally(), answered: maker.tally())
    }
    association.localAllocations = some {
      LocalAllocation(year: $0.number(), amount: $0.money(), decision: $0.decision())
    }
    association.groups = some { maker in
      Group(
        id: maker.text(), title: maker.text(), kind: maker.one(), memberID: maker.perhaps { $0.text() },
        from: maker.perhaps { $0.day() }, until: maker.perhaps { $0.day() },
        members: maker.some { maker in
          GroupMember(
            name: maker.text(), function: maker.text(), partyID: maker.text(), from: maker.perhaps { $0.day() },
            until: maker.perhaps { $0.day() })
        })
    }
    association.seats = some { maker in
      Seat(
        function: maker.text(), name: maker.text(), memberID: maker.text(), from: maker.perhaps { $0.day() },
        until: maker.perhaps { $0.day() }, substituteOrder: maker.perhaps { $0.number() }, account: maker.text())
    }
    association.staff = some { maker in
      StaffFact(
        year: maker.number(), function: maker.text(), employer: maker.text(), headcount: maker.tally(),
        fullTimePercent: maker.number())
    }
    association.meetings = some {
      MeetingCount(id: $0.text(), year: $0.number(), title: $0.text(), count: $0.number())
    }
    association.history = some { maker in
      YearFigures(
        year: maker.number(), income: maker.money(), costs: maker.money(), result: maker.money(),
        equity: maker.perhaps { $0.money() }, assets: maker.perhaps { $0.money() },
        solidityPermille: maker.perhaps { $0.number() }, employees: maker.perhaps { $0.number() })
    }
    association.deviations = some {
      Deviation(year: $0.number(), recommendation: $0.text(), reason: $0.text(), decision: $0.decision())
    }
    association.balanceRequirements = some { maker in
      var requirement = BalanceRequirement(year: maker.number())
      requirement.realisedGains = maker.money()
      requirement.exemptGains = maker.money()
      requirement.exemptLosses = maker.money()
      requirement.unrealised = maker.money()
      requirement.unrealisedReversed = maker.money()
      requirement.reserveChange = maker.money()
      requirement.exceptionalAmount = maker.money()
      requirement.exceptionalReason = maker.text()
      requirement.exceptionalDecision = maker.decision()
      requirement.restoration = maker.text()
      return requirement
    }
    association.reports = some { maker in
      ReportFacts(
        year: maker.number(), decision: maker.decision(), signedOn: maker.perhaps { $0.day() },
        diaryNumber: maker.text(), signatories: maker.some { $0.signatory() }, auditors: maker.some { $0.signatory() })
    }
    association.quotedFigures = some { QuotedFigure(id: $0.text(), text: $0.text(), source: $0.text()) }
    association.texts = some { ReportText(year: $0.number(), chapterID: $0.text(), markdown: $0.text()) }
    association.findingAnswers = some { maker in
      FindingAnswer(
        year: maker.number(), code: maker.text(), place: maker.text(), reason: maker.text(), by: maker.text(),
        on: maker.day())
    }
    association.deadlineFacts = some { maker in
      DeadlineFact(
        year: maker.number(), id: maker.text(), title: maker.text(), day: maker.perhaps { $0.day() },
        doneOn: maker.perhaps { $0.day() }, note: maker.text())
    }
    association.performerForecasts = some { maker in
      PerformerForecast(
        insatsID: maker.text(), receiverID: maker.text(), year: maker.number(), month: Month(of: maker.day()),
        expected: maker.money(), reason: maker.text())
    }
    association.insatsOrigins = some { maker in
      InsatsOrigin(
        insatsID: maker.text(), formerID: maker.text(), formerName: maker.text(), since: maker.perhaps { $0.day() },
        words: maker.text())
    }
    association.roleAccounts = some { maker in
      RoleAccount(role: maker.one(), number: AccountNumber(maker.text()))
    }
    association.mappingSource = text()
  }

  mutating func signatory() -> ReportFacts.Signatory {
    ReportFacts.Signatory(function: text(), name: text(), appointedBy: text())
  }
}
