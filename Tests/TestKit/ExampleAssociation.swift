import Association
import Ledger

extension Association {
  /// The example association with every kind of fact.
  static let example: Association = {
    var example = Association(name: "Samordningsförbundet Exempelbygden", organisationNumber: "222000-0000")
    example.seat = "Norrby"
    example.members = [
      Member(id: "FK", name: "Försäkringskassan", kind: .state),
      Member(id: "AF", name: "Arbetsförmedlingen", kind: .state),
      Member(id: "REG", name: "Region Exempel", kind: .region),
      Member(id: "NORRBY", name: "Norrby kommun", kind: .municipality),
      Member(id: "SODERBY", name: "Söderby kommun", kind: .municipality),
    ]
    example.contributionKeys = [
      ContributionKey(
        validFrom: ExampleBooks.day("2020-01-01"),
        parts: [
          .init(memberID: "FK", numerator: 1, denominator: 2), .init(memberID: "REG", numerator: 1, denominator: 4),
          .init(memberID: "NORRBY", numerator: 3, denominator: 20),
          .init(memberID: "SODERBY", numerator: 1, denominator: 10),
        ],
        roundingMemberID: "NORRBY", decision: decision("2019-09-20", "§ 31"))
    ]
    example.insatser = [
      Insats(
        id: "BRON", name: "Bron", kind: .individual, ownerID: "NORRBY",
        purpose: "Bron ger samordnat stöd på väg mot arbete eller studier.",
        targetGroup: "Personer mellan 18 och 64 år som behöver stöd från minst två parter.",
        started: ExampleBooks.day("2020-03-01")),
      Insats(
        id: "KOMPASSEN", name: "Kompassen", kind: .structural, ownerID: "REG",
        purpose: "Kompassen ger medlemmarnas personal gemensam kunskap och gemensamma arbetssätt.",
        targetGroup: "Handläggare och chefer hos medlemmarna."),
    ]
    example.frames = [
      frame("BRON", "NORRBY", "2400000.00", "§ 44"), frame("BRON", "FK", "600000.00", "§ 44"),
      frame("KOMPASSEN", "REG", "920000.00", "§ 45"),
    ]
    example.budgets = [.example]
    example.goals = Goal.examples
    example.countTables = CountTable.examples
    example.surveys = [.example]
    example.activities = [
      Activity(
        year: 2022, title: "Kompetensdag om gemensam kartläggning", participants: 84,
        goal: "Fler ska känna till varandras uppdrag.", result: "Tre nya rutiner för överlämning.", verdict: "God"),
      Activity(
        year: 2022, title: "Besök hos kommunstyrelsen i Söderby", participants: 17,
        goal: "Visa vad insatserna leder till.", result: "Dialogen fortsätter varje halvår.", verdict: "God"),
      Activity(
        year: 2022, title: "Behovsinventering inför nästa år", goal: "Se vilka grupper som saknar stöd.",
        result: "En gemensam lägesbild."),
    ]
    example.seats = [
      Seat(function: "Ordförande", memberID: "NORRBY"), Seat(function: "Vice ordförande", memberID: "REG"),
      Seat(function: "Ledamot", memberID: "FK"), Seat(function: "Ledamot", memberID: "AF"),
      Seat(function: "Ledamot", memberID: "SODERBY"), Seat(function: "Ersättare", memberID: "FK"),
    ]
    example.staff = [
      staff(2022, "Förbundschef", women: 1, men: 0, percent: 100),
      staff(2022, "Processledare", women: 1, men: 1, percent: 160),
      staff(2021, "Förbundschef", women: 1, men: 0, percent: 100),
      staff(2021, "Processledare", women: 1, men: 0, percent: 100),
    ]
    example.meetings = [
      MeetingCount(id: "styrelsen", year: 2022, title: "Styrelsen", count: 7),
      MeetingCount(id: "beredningsgruppen", year: 2022, title: "Beredningsgruppen", count: 10),
    ]
    example.history = [
      history(2018, "5650000.00", "-5600000.00", "50000.00", "1572404.11", "2298750.00", 1),
      history(2019, "5700000.00", "-5820000.00", "-120000.00", "1452404.11", "2201300.00", 2),
      history(2020, "5750000.00", "-5690000.00", "60000.00", "1512404.11", "2408930.58", 2),
    ]
    example.deviations = [
      Deviation(
        year: 2022, recommendation: "Rekommendation om hyra av lokaler",
        reason: "Förbundet hyr en lokal där parternas personal möts, för att gemensamma möten ger bättre planering.")
    ]
    var requirement = BalanceRequirement(year: 2022)
    requirement.exceptionalAmount = ExampleBooks.money("420676.96")
    requirement.exceptionalReason = "Budgeten räknar med ett underskott som tas ur tidigare års överskott."
    requirement.exceptionalDecision = decision("2021-11-19", "§ 45")
    requirement.restoration = "Underskottet återställs inte, för det är planerat och ryms i det egna kapitalet."
    example.balanceRequirements = [requirement]
    example.reports = [
      ReportFacts(
        year: 2022, decision: decision("2023-03-15", "§ 12"), signedOn: ExampleBooks.day("2023-03-15"),
        diaryNumber: "EX 2023/7",
        signatories: [
          .init(function: "Ordförande"), .init(function: "Vice ordförande"), .init(function: "Ledamot"),
          .init(function: "Ledamot"), .init(function: "Ledamot"),
        ],
        auditors: [
          .init(function: "Auktoriserad revisor", appointedBy: "Försäkringskassan och Arbetsförmedlingen"),
          .init(function: "Förtroendevald revisor", appointedBy: "Region Exempel"),
          .init(function: "Förtroendevald revisor", appointedBy: "Norrby och Söderby kommuner"),
        ])
    ]
    example.quotedFigures = [
      QuotedFigure(id: "stod-riket", text: "89\u{00A0}%", source: "Indikatorrapporten för 2022")
    ]
    example.texts = ExampleTexts.all
    return example
  }()

  private static func decision(_ day: String, _ paragraph: String) -> Decision {
    Decision(date: ExampleBooks.day(day), paragraph: paragraph)
  }

  private static func frame(_ insats: String, _ receiver: String, _ amount: String, _ paragraph: String) -> Frame {
    Frame(
      insatsID: insats, receiverID: receiver, year: 2022, granted: ExampleBooks.money(amount),
      decision: decision("2021-11-19", paragraph))
  }

  private static func staff(_ year: Int, _ function: String, women: Int, men: Int, percent: Int) -> StaffFact {
    StaffFact(
      year: year, function: function, employer: "förbundet", headcount: Tally(women: women, men: men),
      fullTimePercent: percent)
  }

  private static func history(
    _ year: Int, _ income: String, _ costs: String, _ result: String, _ equity: String, _ assets: String,
    _ employees: Int
  ) -> YearFigures {
    YearFigures(
      year: year, income: ExampleBooks.money(income), costs: ExampleBooks.money(costs),
      result: ExampleBooks.money(result), equity: ExampleBooks.money(equity), assets: ExampleBooks.money(assets),
      employees: employees)
  }
}

extension Budget {
  fileprivate static let example: Budget = {
    func line(
      _ id: String, _ title: String, _ group: Line.Group, _ amounts: String..., member: String = "",
      insats: String = ""
    ) -> Line {
      Line(
        id: id, title: title, group: group, memberID: member, insatsID: insats,
        amounts: amounts.map { ExampleBooks.money($0) })
    }
    return Budget(
      year: 2022, decision: Decision(date: ExampleBooks.day("2021-11-19"), paragraph: "§ 46"),
      consultedOn: ExampleBooks.day("2021-10-08"),
      lines: [
        line("bidrag-fk", "Medlemsbidrag", .contributions, "3000000", "3000000", "3000000", member: "FK"),
        line("bidrag-reg", "Medlemsbidrag", .contributions, "1500000", "1500000", "1500000", member: "REG"),
        line("bidrag-norrby", "Medlemsbidrag", .contributions, "900000", "900000", "900000", member: "NORRBY"),
        line("bidrag-soderby", "Medlemsbidrag", .contributions, "600000", "600000", "600000", member: "SODERBY"),
        line("kansli", "Personal och kansli", .commonCosts, "2150000", "1950000", "1950000"),
        line("styrelse", "Styrelse och revision", .commonCosts, "180000", "180000", "180000"),
        line("kompetens", "Kompetensutveckling", .commonCosts, "200000", "150000", "150000"),
        line("bron", "Bron", .insatsCosts, "3000000", "2850000", "2800000", insats: "BRON"),
        line("kompassen", "Kompassen", .insatsCosts, "900000", "870000", "870000", insats: "KOMPASSEN"),
      ],
      expectedOpeningEquity: ExampleBooks.money("1400000"))
  }()
}
