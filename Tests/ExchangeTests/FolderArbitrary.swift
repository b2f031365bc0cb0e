import Association
import Ledger
import TestKit

/// Associations that use every field, made from a seed. Every list is in the order that the folder keeps.
struct ArbitraryAssociation {
  private var numbers: SeededGenerator
  private var memberIDs: [String] = []
  private var insatsIDs: [String] = []
  private var activityIDs: [String] = []
  private var groupIDs: [String] = []

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  /// Texts that trip readers and writers of YAML.
  static let nastyTexts = [
    "Vanlig text", "\"citat\"", "it's", "Mål: arbete", "a #b", "#a", "  inledande blanktecken", "avslutande ",
    "- lista",
    "-", "? fråga", "[klammer", "{a: b}", "&ankare", "*alias*", "!tagg", "|", ">", "%", "@", "`", "yes", "no", "No",
    "null",
    "~", "true", "ja", "nej", "on", "123", "-1", "0x1F", "1e3", "1_000", "12:30", "2022-12-31", "1.5", ".5", "+46",
    "§ 45",
    "rad ett\nrad två", "rad ett\n\nrad tre\n", "slut\n\n\n", "\n", "\n\nbörjar tomt", "  indragen\n rad", "a\n   \nb",
    "tabb\there", "\tbörjar med tabb", "retur\r\nrad", "ensam\rretur", "a\u{85}b", "a\u{2028}b\u{2029}c", "😀 emoji 👩‍👩‍👧",
    "e\u{301}", "mitt\u{FEFF}i", "\u{7F}", "\u{0}", "\\n", "\\", "a: ", "slutar med kolon:", "---", "...", "--- a\nb",
    "rad\n# inte kommentar\n- inte lista", "{{mal.a.andel|procent}} och **fet**", "<p>", "=", "å", "ÅÄÖ", "a,b", "]",
    "}",
    "!\n!", "&a\n*a", "'", "''", "\"", "\u{A0}", "a\u{200B}b", "text   med   blanktecken", "x\n y\n  z",
  ]

  mutating func text() -> String {
    let text = ArbitraryAssociation.nastyTexts.randomElement(using: &numbers) ?? ""
    return Bool.random(using: &numbers)
      ? text : text + (ArbitraryAssociation.nastyTexts.randomElement(using: &numbers) ?? "")
  }

  private mutating func textOrNone() -> String { Bool.random(using: &numbers) ? text() : "" }

  private mutating func id(_ index: Int) -> String {
    let stems = ["SIRI", "no", "2022", "null", "åäö-", "0", "1.5", "-x", "#", "a:b", "[", "*", "&é", "65+", "!", "?"]
    return (stems.randomElement(using: &numbers) ?? "") + (index == 0 ? "" : "\(index)")
  }

  private mutating func ids(_ count: Int) -> [String] {
    var ids: [String] = []
    for index in 0..<count {
      let id = id(index)
      ids.append(ids.contains(id) ? "\(id)-\(index)" : id)
    }
    return ids
  }

  private mutating func many<Value>(_ make: (inout ArbitraryAssociation, Int) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &numbers)).map { make(&self, $0) }
  }

  private mutating func named<Value>(_ make: (inout ArbitraryAssociation, String) -> Value) -> [Value] {
    ids(Int.random(in: 0...3, using: &numbers)).map { make(&self, $0) }
  }

  private mutating func maybe<Value>(_ make: (inout ArbitraryAssociation) -> Value) -> Value? {
    Bool.random(using: &numbers) ? make(&self) : nil
  }

  private mutating func money() -> Money {
    switch Int.random(in: 0...4, using: &numbers) {
    case 0: .zero
    case 1: Money(kronor: Int64.random(in: -9_999_999...9_999_999, using: &numbers))
    case 2: Money(ore: Money.oreMax)
    case 3: Money(ore: -Money.oreMax)
    default: Money(ore: Int64.random(in: -99_999_999...99_999_999, using: &numbers))
    }
  }

  private mutating func count() -> Int { Int.random(in: 0...120, using: &numbers) }

  private mutating func date() -> CalendarDate {
    CalendarDate(
      year: Int.random(in: 1900...2199, using: &numbers), month: Int.random(in: 1...12, using: &numbers),
      day: Int.random(in: 1...28, using: &numbers)) ?? CalendarDate.arbitrary
  }

  private mutating func tally() -> Tally {
    Tally(women: count() % 3, men: count() % 3, notStated: count() % 2)
  }

  private mutating func decision() -> Decision {
    let paragraphs = ["§ 45", "", "2021-11-19 § 4", "12 §", " § 1", "null", "a: b", "§ 1 # 2", "två\nrader", "~"]
    return Decision(date: maybe { $0.date() }, paragraph: paragraphs.randomElement(using: &numbers) ?? "")
  }

  private mutating func choice<Choice: CaseIterable>(_ type: Choice.Type, else other: Choice) -> Choice {
    Array(type.allCases).randomElement(using: &numbers) ?? other
  }

  private mutating func member() -> String { memberIDs.randomElement(using: &numbers) ?? "" }
  private mutating func insats() -> String { maybe { $0.insatsIDs.randomElement(using: &$0.numbers) ?? "" } ?? "" }
  private let years = [2021, 2022, 2023]

  private mutating func perYear<Value>(_ make: (inout ArbitraryAssociation, Int) -> [Value]) -> [Value] {
    years.flatMap { make(&self, $0) }
  }

  mutating func association() -> Association {
    var association = Association(
      name: text(), organisationNumber: text(), chart: choice(Chart.Standard.self, else: .bas))
    association.seat = textOrNone()
    association.settings = settings()
    memberIDs = ids(3)
    insatsIDs = ids(2)
    groupIDs = ids(2)
    activityIDs = ["kansli", "SIRI"]
    association.members = memberIDs.map { id in
      Member(
        id: id, name: text(), kind: choice(Member.Kind.self, else: .state), joined: maybe { $0.date() },
        left: maybe { $0.date() })
    }
    association.contributionKeys = [CalendarDate.arbitrary, CalendarDate.arbitrary.next].map {
      contributionKey(from: $0)
    }
    association.insatser = insatsIDs.map { id in
      Insats(
        id: id, name: text(), kind: choice(Insats.Kind.self, else: .individual), ownerID: maybe { $0.member() } ?? "",
        purpose: textOrNone(), targetGroup: textOrNone(), started: maybe { $0.date() }, ended: maybe { $0.date() })
    }
    association.insatsOrigins = many { make, _ in
      InsatsOrigin(
        insatsID: make.insatsIDs.randomElement(using: &make.numbers) ?? "",
        formerID: make.insatsIDs.randomElement(using: &make.numbers) ?? "", formerName: make.text(),
        since: make.maybe { $0.date() }, words: make.textOrNone())
    }
    association.frames = perYear { make, year in
      make.many { make, _ in
        Frame(
          insatsID: make.insatsIDs.randomElement(using: &make.numbers) ?? "",
          receiverID: make.maybe { $0.member() } ?? "",
          year: year, granted: make.money(), decision: make.decision())
      }
    }
    association.performerForecasts = perYear { make, year in
      make.many { make, _ in
        PerformerForecast(
          insatsID: make.insatsIDs.randomElement(using: &make.numbers) ?? "",
          receiverID: make.maybe { $0.member() } ?? "", year: year, month: Month(of: make.date()),
          expected: make.money(), reason: make.text())
      }
    }
    association.exitReasons = many { make, _ in
      ExitReasonMapping(
        insatsID: make.insatsIDs.randomElement(using: &make.numbers) ?? "", code: make.text(),
        title: make.textOrNone(), reason: make.choice(ExitReason.self, else: .other))
    }
    let billed = memberIDs.filter { _ in Bool.random(using: &numbers) }
    association.memberBilling = billed.map { id in
      MemberBilling(
        memberID: id, organisationNumber: textOrNone(), street: textOrNone(), postalCode: textOrNone(),
        city: textOrNone(), endpoint: textOrNone(), endpointScheme: textOrNone(), buyerReference: textOrNone(),
        channel: choice(MemberBilling.Channel.self, else: .pdf))
    }
    association.ownBilling = maybe { make in
      var billing = OwnBilling()
      billing.street = make.textOrNone()
      billing.postalCode = make.textOrNone()
      billing.city = make.textOrNone()
      billing.endpoint = make.textOrNone()
      billing.endpointScheme = make.textOrNone()
      billing.bankgiro = make.textOrNone()
      billing.plusgiro = make.textOrNone()
      billing.iban = make.textOrNone()
      billing.bic = make.textOrNone()
      billing.contact = make.textOrNone()
      billing.mail = make.textOrNone()
      billing.phone = make.textOrNone()
      billing.dueDays = make.count()
      billing.firstInvoiceNumber = make.count()
      return billing
    }
    association.roleAccounts = many { make, _ in
      RoleAccount(
        role: make.choice(AccountRole.self, else: .bank), number: AccountNumber(String(1000 + make.count())))
    }
    association.budgets = perYear { make, year in make.budgets(year) }
    association.goals = perYear { make, year in make.named { $0.goal($1, year) } }
    association.quotedShares = perYear { make, year in make.many { make, _ in make.quotedShare(year) } }
    association.countTables = perYear { make, year in make.named { $0.countTable($1, year) } }
    association.surveys = perYear { make, year in make.named { $0.survey($1, year) } }
    addBoardAndYears(to: &association)
    return association
  }

  private mutating func settings() -> Settings {
    var settings = Settings()
    settings.capBase = choice(Settings.CapBase.self, else: .income)
    settings.capLowPermille = count()
    settings.capHighPermille = count()
    settings.capStep = money()
    settings.operatingLayout = choice(Settings.OperatingLayout.self, else: .summary)
    settings.operatingInThousands = Bool.random(using: &numbers)
    settings.smallCountBelow = count()
    settings.overviewYearCount = count()
    return settings
  }

  private mutating func contributionKey(from day: CalendarDate) -> ContributionKey {
    ContributionKey(
      validFrom: day,
      parts: memberIDs.map {
        ContributionKey.Part(memberID: $0, numerator: Int64(count()), denominator: Int64(count() + 1))
      },
      roundingMemberID: maybe { $0.member() } ?? "", unitOre: Int64(count() + 1), decision: decision(),
      population: maybe { make in
        ContributionKey.Population(
          year: make.count(), source: make.textOrNone(),
          counts: make.memberIDs.map { .init(memberID: $0, inhabitants: make.count()) })
      })
  }

  private mutating func budgets(_ year: Int) -> [Budget] {
    (1...2).map { version in
      Budget(
        year: year, version: version, decision: decision(), consultedOn: maybe { $0.date() },
        lines: named { make, id in
          Budget.Line(
            id: id, title: make.text(), group: make.choice(Budget.Line.Group.self, else: .commonCosts),
            memberID: make.maybe { $0.member() } ?? "", insatsID: make.insats(),
            activityID: make.maybe { $0.activityIDs.randomElement(using: &$0.numbers) ?? "" } ?? "",
            amounts: make.many { make, _ in make.money() })
        },
        expectedOpeningEquity: money(), statedClosingEquity: many { make, _ in make.money() })
    }
  }

  private mutating func goal(_ id: String, _ year: Int) -> Goal {
    let rules: [Goal.Rule] = [
      .shareAtLeast(permille: count()), .countAtLeast(count()), .figureAtLeast(figure: "eget-kapital", limit: text()),
      .figureAtMost(figure: text(), limit: "eget-kapital-tak"), .judged,
    ]
    return Goal(
      id: id, year: year, kind: choice(Goal.Kind.self, else: .individual), title: text(), text: text(),
      definition: textOrNone(), rule: rules.randomElement(using: &numbers) ?? .judged, insatsID: insats(),
      outcomes: many { make, _ in make.outcome() },
      judgedMet: maybe { Bool.random(using: &$0.numbers) }, comment: textOrNone(), breakReason: textOrNone())
  }

  private mutating func outcome() -> Goal.Outcome {
    switch Int.random(in: 0...5, using: &numbers) {
    case 0:
      let reasons = ExitReason.allCases.filter { _ in Bool.random(using: &numbers) }
      return Goal.Outcome(title: textOrNone(), source: .exits(Set(reasons + [.work])))
    case 1: return Goal.Outcome(title: textOrNone(), source: .answers(survey: text(), question: text()))
    case 2: return Goal.Outcome(title: textOrNone(), source: .row(table: text(), row: text(), of: textOrNone()))
    default: return Goal.Outcome(title: textOrNone(), met: maybe { $0.tally() }, base: maybe { $0.tally() })
    }
  }

  /// Percentages of counts that there are, so that they can be.
  private mutating func quotedShare(_ year: Int) -> QuotedShare {
    let (women, men, rest) = (count() + 1, count() + 1, count() % 3)
    let (met, ofMen) = (Int.random(in: 0...women, using: &numbers), Int.random(in: 0...men, using: &numbers))
    let decimals = count() % 3
    func percent(_ part: Int, _ whole: Int) -> PrintedPercent {
      PrintedPercent(Int64(part), of: Int64(whole), decimals: decimals)
    }
    let (isBySex, hasBase) = (Bool.random(using: &numbers), Bool.random(using: &numbers))
    do {
      return try QuotedShare(
        goalID: id(0), year: year, outcome: count() % 3 + 1, kind: choice(QuotedShare.Kind.self, else: .comparison),
        title: text(), all: percent(met + ofMen, women + men + rest), women: isBySex ? percent(met, women) : nil,
        men: isBySex ? percent(ofMen, men) : nil,
        base: hasBase && isBySex ? Tally(women: women, men: men, notStated: rest) : nil, source: text())
    } catch { return quotedShare(year) }
  }

  private mutating func period(_ year: Int) -> ClosedRange<CalendarDate> {
    func day() -> CalendarDate {
      CalendarDate(
        year: year, month: Int.random(in: 1...12, using: &numbers), day: Int.random(in: 1...28, using: &numbers))
        ?? CalendarDate.arbitrary
    }
    let (one, other) = (day(), day())
    return min(one, other)...max(one, other)
  }

  private mutating func countTable(_ id: String, _ year: Int) -> CountTable {
    CountTable(
      id: id, year: year, title: text(), kind: choice(CountTable.Kind.self, else: .parts), rowHeading: text(),
      insatsID: insats(),
      rows: named { make, id in CountTable.Row(id: id, title: make.text(), tally: make.tally()) }, remark: textOrNone())
  }

  private mutating func survey(_ id: String, _ year: Int) -> Survey {
    Survey(
      id: id, year: year, title: text(), scale: many { make, _ in make.text() } + [""], positiveFrom: count(),
      population: text(), asked: count(), answered: count(), insatsID: insats(),
      questions: named { make, id in
        Survey.Question(id: id, text: make.text(), positive: make.tally(), answered: make.tally())
      })
  }

  private mutating func addBoardAndYears(to association: inout Association) {
    association.activities = perYear { make, year in
      make.many { make, _ in
        Activity(
          year: year, title: make.text(), participants: make.maybe { $0.count() }, goal: make.textOrNone(),
          result: make.textOrNone(), verdict: make.textOrNone(), kind: make.textOrNone(),
          day: make.maybe { $0.date() })
      }
    }
    association.progressions = perYear { make, year in
      make.many { make, _ in
        Progression(
          insatsID: make.insatsIDs.randomElement(using: &make.numbers) ?? "", period: make.period(year),
          instrument: make.textOrNone(), indicator: make.text(), better: make.tally(), same: make.tally(),
          worse: make.tally())
      }
    }
    association.caseCounts = perYear { make, year in
      make.many { make, _ in
        CaseCount(
          kind: make.choice(CaseCount.Kind.self, else: .referral), period: make.period(year), place: make.textOrNone(),
          ground: make.textOrNone(), count: make.count(),
          groupID: make.maybe { $0.groupIDs.randomElement(using: &$0.numbers) ?? "" } ?? "")
      }
    }
    association.screenings = perYear { make, year in
      make.many { make, _ in
        ScreeningCount(
          insatsID: make.insatsIDs.randomElement(using: &make.numbers) ?? "", period: make.period(year),
          asked: make.tally(), answered: make.tally())
      }
    }
    association.localAllocations = perYear { make, year in
      make.many { make, _ in LocalAllocation(year: year, amount: make.money(), decision: make.decision()) }
    }
    association.groups = groupIDs.map { id in
      Group(
        id: id, title: text(), kind: choice(Group.Kind.self, else: .network), memberID: maybe { $0.member() },
        from: maybe { $0.date() }, until: maybe { $0.date() },
        members: many { make, _ in
          GroupMember(
            name: make.textOrNone(), function: make.textOrNone(), partyID: make.member(),
            from: make.maybe { $0.date() },
            until: make.maybe { $0.date() })
        })
    }
    association.seats = many { make, _ in
      Seat(
        function: make.text(), name: make.textOrNone(), memberID: make.maybe { $0.member() } ?? "",
        from: make.maybe { $0.date() }, until: make.maybe { $0.date() }, substituteOrder: make.maybe { $0.count() },
        account: make.textOrNone())
    }
    association.staff = perYear { make, year in
      make.many { make, index in
        StaffFact(
          year: year, function: make.text(), employer: index == 0 ? "förbundet" : make.member(),
          headcount: make.tally(),
          fullTimePercent: make.count())
      }
    }
    association.meetings = perYear { make, year in
      make.named { make, id in MeetingCount(id: id, year: year, title: make.text(), count: make.count()) }
    }
    association.history = years.map { year in
      YearFigures(
        year: year, income: money(), costs: -money().magnitude, result: money(), equity: maybe { $0.money() },
        assets: maybe { $0.money() }, solidityPermille: maybe { $0.count() - 60 }, employees: maybe { $0.count() })
    }
    association.deviations = perYear { make, year in
      make.many { make, _ in
        Deviation(year: year, recommendation: make.text(), reason: make.text(), decision: make.decision())
      }
    }
    association.balanceRequirements = years.map { balanceRequirement($0) }
    association.reports = years.map { reportFacts($0) }
    association.quotedFigures = named { make, id in QuotedFigure(id: id, text: make.text(), source: make.text()) }
    association.texts = perYear { make, year in
      ["ekonomi", "handelser", "år-2"].map {
        ReportText(year: year, chapterID: $0, markdown: make.markdown())
      }
    }
    association.findingAnswers = perYear { make, year in
      make.many { make, _ in
        FindingAnswer(
          year: year, code: make.text(), place: make.text(), reason: make.text(), by: make.text(), on: make.date())
      }
    }
    association.deadlineFacts = perYear { make, year in
      make.named { make, id in
        DeadlineFact(
          year: year, id: id, title: make.text(), day: make.maybe { $0.date() }, doneOn: make.maybe { $0.date() },
          note: make.text())
      }
    }
  }

  /// Markdown is a file of its own: its line ends are made LF, and what cannot be seen is refused there.
  private mutating func markdown() -> String {
    let text = text().unicodeScalars.filter { !"\r\u{0}\u{7F}\u{FEFF}".unicodeScalars.contains($0) }
    var markdown = ""
    markdown.unicodeScalars.append(contentsOf: text)
    return markdown
  }

  private mutating func balanceRequirement(_ year: Int) -> BalanceRequirement {
    var requirement = BalanceRequirement(year: year)
    guard Bool.random(using: &numbers) else { return requirement }
    requirement.realisedGains = money()
    requirement.exemptGains = money()
    requirement.exemptLosses = money()
    requirement.unrealised = money()
    requirement.unrealisedReversed = money()
    requirement.reserveChange = money()
    requirement.exceptionalAmount = money()
    requirement.exceptionalReason = textOrNone()
    requirement.exceptionalDecision = decision()
    requirement.restoration = textOrNone()
    return requirement
  }

  private mutating func reportFacts(_ year: Int) -> ReportFacts {
    guard Bool.random(using: &numbers) else { return ReportFacts(year: year) }
    return ReportFacts(
      year: year, decision: decision(), signedOn: maybe { $0.date() }, diaryNumber: textOrNone(),
      signatories: many { make, _ in ReportFacts.Signatory(function: make.text(), name: make.textOrNone()) },
      auditors: many { make, _ in
        ReportFacts.Signatory(function: make.text(), name: make.textOrNone(), appointedBy: make.textOrNone())
      })
  }

  mutating func mapping() -> Mapping {
    Mapping(
      incomeLines: ["verksamhetens-intakter", "avskrivningar"].map { Mapping.Line(id: $0, counts: selections()) },
      balanceLines: ["fordringar", "eget-kapital"].map { Mapping.Line(id: $0, counts: selections()) },
      resultTransfer: selections(),
      notes: ["fordringar", "eget-kapital"].map { line in
        Mapping.Note(
          lineID: line, title: text(),
          rows: named { make, id in
            Mapping.Note.Row(
              id: id, title: make.text(), counts: make.selections(),
              splitBy: make.maybe { _ in [.insats, Dimension(number: 31)] } ?? [], group: make.textOrNone())
          })
      },
      activities: ["kansli", "SIRI"].map { Mapping.Activity(id: $0, title: text(), counts: selections()) },
      insatsCosts: selections(), contributions: selections(), auditCosts: selections(),
      resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
      retainedAccount: AccountNumber("20-B"))
  }

  private mutating func selections() -> [Selection] {
    many { make, _ in
      Selection(
        accounts: [make.accounts()] + make.many { make, _ in make.accounts() },
        objects: make.many { make, index in
          ObjectReference(dimension: [.insats, .kind, Dimension(number: 40)][index], object: make.text())
        })
    }
  }

  private mutating func accounts() -> ClosedRange<Int> {
    let lower = Int.random(in: 0...9999, using: &numbers)
    return lower...min(9999, lower + count() % 3)
  }
}

extension CalendarDate {
  /// A day that exists.
  fileprivate static let arbitrary =
    Month(year: 2021, month: 3).flatMap { CalendarDate(yyyymmdd: $0.yyyymm * 100 + 1) }
    ?? Moment.never
}

extension Moment {
  fileprivate static var never: CalendarDate { preconditionFailure("1 March 2021 exists") }
}
