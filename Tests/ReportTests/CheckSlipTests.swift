import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

/// The slips of two published reports, numbers only, each found by the check made for it, though only the print is known.
struct CheckSlipTests {
  private static let years = [(id: "current", title: "2022", year: 2022), (id: "previous", title: "2021", year: 2021)]

  /// Resultaträkningen of 2022 as one association printed it.
  private static let income2022 = Table.printed(
    "resultatrakning", "Resultaträkning", years,
    [
      ("verksamhetens-intakter", "Verksamhetens intäkter", [13_880_000, 13_879_994]),
      ("verksamhetens-kostnader", "Verksamhetens kostnader", [-16_346_823, -14_030_624]),
      ("verksamhetens-resultat", "Verksamhetens resultat", [-2_466_823, -150_630]),
      ("finansiella-intakter", "Finansiella intäkter", [46_952, 0]),
      ("finansiella-kostnader", "Finansiella kostnader", [-2692, -3463]),
      ("arets-resultat", "Årets resultat", [-2_422_563, -154_093]),
    ])

  /// Resultaträkningen of 2023 as another printed it.
  private static let income2023 = Table.printed(
    "resultatrakning", "Resultaträkning",
    [(id: "current", title: "2022", year: 2022), (id: "previous", title: "2022", year: 2022)],
    [
      ("verksamhetens-intakter", "Verksamhetens intäkter", [5_222_000, 5_217_397]),
      ("verksamhetens-kostnader", "Verksamhetens kostnader", [-4_920_564, -5_566_728]),
      ("verksamhetens-resultat", "Verksamhetens resultat", [301_436, -349_331]),
      ("finansiella-intakter", "Finansiella intäkter", [9007, 308]),
      ("finansiella-kostnader", "Finansiella kostnader", [-1655, -1610]),
      ("arets-resultat", "Årets resultat", [308_788, -350_633]),
    ])

  private static let operating2022 = Table.printed(
    "driftredovisning", "Driftredovisning", in: .thousands,
    [
      (id: "current", title: "Utfall 2022", year: 2022), (id: "budget", title: "Budget 2022", year: 2022),
      (id: "deviation", title: "Avvikelse", year: 2022), (id: "previous", title: "Bokslut 2021", year: 2021),
    ],
    [
      ("nettokostnad", "Nettokostnad", [-16_347, 16_839, 492, -14_034]),
      ("medlemsavgift", "Medlemsavgift", [13_880, 13_880, 0, 13_880]),
      ("resultat", "Resultat", [-2422, -2959, 537, -154]),
    ], total: "resultat")

  /// What is found by one check in the sound report, as printed, with somebody's figures put in.
  private func found(_ code: String, _ spoil: (inout AnnualReport) throws -> Void) throws -> [Finding] {
    let check = try #require(Check.all.first { $0.code == code })
    var report = AnnualReport.published
    try spoil(&report)
    return check.find(report)
  }

  @Test func `B01: a report decided in March of the year it reports`() throws {
    let findings = try found("datum-fore-arets-slut") { $0.facts.decision.date = CalendarDate("2022-03-17") }

    #expect(findings.map(\.place) == ["fakta/beslut"])
    #expect(findings.first?.stated == "2022-03-17")
  }

  @Test func `B02: two employed in the overview, three in the text`() throws {
    let findings = try found("anstallda-lika") { report in
      report.put(
        .printed(
          "oversikt", "Översikt", in: .none, [(id: "2022", title: "2022", year: 2022)], [("anstallda", "Antal", [2])]))
      report.say("Förbundet har tre anställda: en förbundschef och två processledare.")
    }

    #expect(findings.map(\.difference) == ["1"])
  }

  @Test func `B03: a row of costs from which financial income is taken`() throws {
    let findings = try found("oversikt-mot-resultatrakning") { report in
      report.put(CheckSlipTests.income2022)
      report.put(
        .printed(
          "oversikt", "Översikt", [(id: "2022", title: "2022", year: 2022), (id: "2021", title: "2021", year: 2021)],
          [
            (
              "kostnader", "Verksamhetens kostnader inkl. avskrivningar och finansiella kostnader",
              [-16_302_562, -14_034_087]
            )
          ]))
    }

    #expect(findings.map(\.place) == ["oversikt/kostnader/2022"])
    #expect(findings.first?.difference == "46\u{A0}953\u{A0}kr")
  }

  @Test func `B04: rows of the driftredovisning that do not give its result, for the financial net has no row`() throws
  {
    let findings = try found("driftredovisning-mot-resultat") { report in
      report.put(CheckSlipTests.income2022)
      report.put(CheckSlipTests.operating2022)
    }

    #expect(findings.contains { $0.difference == "45\u{A0}tkr" })
    #expect(!findings.contains { $0.place.has("previous") })
  }

  @Test func `B05: a net cost that is negative in the outcome and positive in the budget`() throws {
    let findings = try found("driftredovisning-tecken") { $0.put(CheckSlipTests.operating2022) }

    #expect(findings.map(\.place) == ["driftredovisning/nettokostnad/budget"])
    #expect(findings.first?.expected == "−16\u{A0}839\u{A0}tkr")
  }

  @Test func `B06: a text that says another budget than the table`() throws {
    let findings = try found("text-motsager-tabell") { report in
      report.name("budgeterade-kostnader", .amount(Money(kronor: -16_839_281)))
      report.say("Budget för året omfattade kostnader om 17 103 tkr.")
    }

    #expect(findings.map(\.stated) == ["17 103 tkr"])
    #expect(findings.first?.expected == "16\u{A0}839\u{A0}tkr")
  }

  @Test func `B07: a text that says another unused amount than the note`() throws {
    let findings = try found("text-motsager-tabell") { report in
      report.name("ej-utnyttjat", .amount(Money(kronor: 622_296)))
      report.say("Det finns 509 tkr i projektmedel i godkända projekt som ej avropats.")
    }

    #expect(findings.map(\.difference) == ["113\u{A0}tkr"])
  }

  @Test func `B08 and B09: an operating cash flow without the result, and a total without a number`() throws {
    let cash = Table.printed(
      "kassaflode", "Kassaflödesanalys", CheckSlipTests.years,
      [
        ("arets-resultat", "Årets resultat", [-2_422_563, -154_093]),
        ("forandring-fordringar", "Fordringar", [42_414, 1_672_718]),
        ("forandring-kortfristiga-skulder", "Skulder", [1_406_019, -320_565]),
        ("kassaflode-lopande", "Kassaflöde för den löpande verksamheten", [1_448_433, 1_352_152]),
        ("arets-kassaflode", "Årets kassaflöde", [nil, nil]),
        ("likvida-medel-ingang", "Likvida medel vid årets början", [8_909_156, 7_711_097]),
        ("likvida-medel-utgang", "Likvida medel vid årets slut", [7_935_026, 8_909_156]),
      ])

    let subtotal = try found("kassaflode-delsumma") { $0.put(cash) }
    let empty = try found("kassaflode-tomt") { $0.put(cash) }

    #expect(subtotal.map(\.expected) == ["−974\u{A0}130\u{A0}kr", "1\u{A0}198\u{A0}060\u{A0}kr"])
    #expect(subtotal.first?.message.has("Årets resultat, −2\u{A0}422\u{A0}563\u{A0}kr, fattas") == true)
    #expect(empty.map(\.place) == ["kassaflode/arets-kassaflode/current", "kassaflode/arets-kassaflode/previous"])
  }

  @Test func `B10 and B11: notes that are 6 kr and 4 kr from their line`() throws {
    let costs = Table.printed(
      "not-verksamhetens-kostnader", "Verksamhetens kostnader", CheckSlipTests.years,
      [
        ("insatser", "Samverkansinsatser", [13_794_665, 12_076_376]), ("lokaler", "Lokaler", [40_372, 39_792]),
        ("administration", "Administration", [328_321, 419_305]), ("styrelse", "Styrelse", [108_284, 129_083]),
        ("personal", "Personal", [2_075_177, 1_366_068]), ("summa", "Summa", [16_346_823, 14_030_624]),
      ], total: "summa", sumOf: ["+insatser", "+lokaler", "+administration", "+styrelse", "+personal"])
    let income = Table.printed(
      "not-verksamhetens-intakter", "Verksamhetens intäkter", CheckSlipTests.years,
      [("bidrag", "Bidrag", [13_880_000, 13_880_000]), ("summa", "Summa", [13_880_000, 13_880_000])], total: "summa")

    let findings = try found("not-mot-rakning") { report in
      report.put(CheckSlipTests.income2022)
      report.put(costs)
      report.put(income)
    }
    let sums = try found("summa-i-tabell") { $0.put(costs) }

    #expect(
      findings.map(\.difference).sorted() == ["6\u{A0}kr", "−4\u{A0}kr"], "\(findings.map(\.message))")
    #expect(sums.map(\.difference) == ["4\u{A0}kr"])
    #expect(
      findings.contains {
        $0.message.has("summerar till 16\u{A0}346\u{A0}819\u{A0}kr men raden Verksamhetens kostnader säger")
      })
  }

  @Test func `B12: two goals of one number`() throws {
    let goals = Table.printed(
      "maluppfyllelse", "Mål", in: .none, [(id: "antal", title: "Antal", year: 2022)],
      [
        ("a", "Deltagarmål 1: Arbete", [97]), ("b", "Deltagarmål 2: Stöd", [30]),
        ("c", "Deltagarmål 2: Beredskap", [24]),
      ])

    let findings = try found("mal-numrering") { $0.put(goals) }

    #expect(findings.map(\.stated) == ["Deltagarmål 2"])
  }

  @Test func `B13: a budget in balance, says the text of a year with a deficit`() throws {
    let findings = try found("text-sager-balans") { report in
      report.put(CheckSlipTests.income2022)
      report.say("Budgeten har varit i balans och självfinansierad.")
    }

    #expect(findings.map(\.expected) == ["−2\u{A0}422\u{A0}563\u{A0}kr"])
  }

  @Test func `DB4: exceptional reasons inside the sum make the requirement nought`() throws {
    let balance = Table.printed(
      "balanskrav", "Balanskravsresultat", [(id: "current", title: "2022", year: 2022)],
      [
        ("arets-resultat", "Årets resultat", [-2_422_563]),
        ("skal", "Synnerliga skäl för att inte återställa kapitalet", [2_422_563]),
        ("balanskravsresultat", "Balanskravsresultat", [0]),
      ], total: "balanskravsresultat", sumOf: ["+arets-resultat", "+skal"])

    let inSum = try found("balanskrav-synnerliga-skal-over-linjen") { $0.put(balance) }
    let sum = try found("balanskrav-summa") { $0.put(balance) }

    #expect(inSum.map(\.place) == ["balanskrav/skal"])
    #expect(sum.map(\.expected) == ["−2\u{A0}422\u{A0}563\u{A0}kr"])
  }

  @Test func `S01: 155 participants reached by two insatser of 72 and 81`() throws {
    let findings = try found("deltagare-summa-mot-insatser") { report in
      report.figures = [:]
      report.name("insats.a.deltagare", .count(72))
      report.name("insats.b.deltagare", .count(81))
      report.say("Förbundet har nått ut till 155 deltagare.")
    }

    #expect(findings.map(\.expected) == ["153"])
  }

  @Test func `S02: 72 per cent, where 72 is the count of 92`() throws {
    let findings = try found("procent-i-text-ar-antal") { report in
      report.figures = [:]
      report.name("mal.a.andel", .share(try #require(Share(56, of: 59))))
      report.name("mal.b.andel", .share(try #require(Share(16, of: 33))))
      report.say("72 procent av de deltagare som avslutades under året tog ett steg.")
    }

    #expect(findings.map(\.expected) == ["78\u{A0}%"])
  }

  @Test func `S03: 49 per cent of 33, rounded twice`() throws {
    let findings = try found("text-motsager-tabell") { report in
      report.figures = [:]
      report.name("mal.b.andel", .share(try #require(Share(16, of: 33))))
      report.say("Av dem har 49 % avslutats med en positiv stegförflyttning.")
    }

    #expect(findings.map(\.expected) == ["48\u{A0}%"])
  }

  @Test func `S04 and S05: percentages that 31 answers cannot give`() throws {
    let findings = try found("enkat-svar") { report in
      report.name("enkat.e.svar", .count(31))
      report.name("enkat.e.bemotande", .share(try #require(Share(98, of: 100))))
      report.name("enkat.e.tid", .share(try #require(Share(79, of: 100))))
      report.name("enkat.e.nytta", .share(try #require(Share(97, of: 100))))
    }

    #expect(findings.map(\.place) == ["figurer/enkat.e.bemotande", "figurer/enkat.e.tid"])
    #expect(findings.map(\.severity) == [.error, .warning])
  }

  @Test(arguments: ["resultatrakning", "kassaflode"])
  func `S06 and S07: two columns that say the same year`(id: String) throws {
    let findings = try found("kolumnrubriker") { report in
      var table = CheckSlipTests.income2023
      table.id = id
      report.put(table)
    }

    #expect(findings.map(\.place) == ["\(id)/previous"])
    #expect(findings.first?.expected == "2021")
  }

  private static let activities = Table.printed(
    "driftredovisning", "Driftredovisning", in: .thousands,
    [
      (id: "income", title: "Intäkt", year: 2022), (id: "cost", title: "Kostnad", year: 2022),
      (id: "net", title: "Netto", year: 2022), (id: "previous-income", title: "Intäkt 2021", year: 2021),
      (id: "previous-cost", title: "Kostnad 2021", year: 2021), (id: "previous-net", title: "Netto 2021", year: 2021),
    ],
    [
      ("administration", "Administration", [5_222_000, 1_392_951, 3_829_049, 5_234_000, 1_250_684, -3_983_316]),
      ("mottagning", "Mottagningsteam", [nil, 1_086_516, -1_086_516, nil, 1_149_224, 1_149_224]),
      ("coachning", "Coachingteam", [nil, 2_020_054, -2_020_054, nil, 2_862_676, 2_862_676]),
      ("drivbank", "Drivbank", [nil, nil, nil, -16_603, nil, 16_603]),
      ("struktur", "Strukturinsatser", [nil, 355_954, -355_954, nil, 277_281, 277_281]),
      ("massa", "Mässa", [nil, 29_725, -29_725, nil, 28_164, 28_164]),
      ("summa", "Summa", [5_222_000, 4_913_212, 308_788, 5_217_397, 5_568_029, 350_632]),
    ], total: "summa")

  @Test func `S08: thousands, says the heading over amounts in kronor`() throws {
    let findings = try found("enhet-mot-storlek") { report in
      report.put(CheckSlipTests.income2023)
      report.put(CheckSlipTests.activities)
    }

    #expect(findings.map(\.place) == ["driftredovisning"])
    #expect(findings.first?.expected == "kr")
  }

  @Test func `S09: last year's net is costs less income on seven rows`() throws {
    let findings = try found("driftredovisning-tecken") { $0.put(CheckSlipTests.activities) }

    #expect(findings.count == 7)
    #expect(findings.allSatisfy { $0.place.has("previous-net") })
    #expect(findings.last?.expected == "−350\u{A0}632\u{A0}tkr")
  }

  @Test func `S10: a result that income less costs does not give, for the financial net is left out`() throws {
    let findings = try found("text-resultat-utan-finansnetto") { report in
      report.put(CheckSlipTests.income2023)
      report.say(
        "Förbundet hade intäkter på 5 222 000 kr. Kostnaderna uppgick till 4 920 564 kr, "
          + "vilket ger ett plusresultat på 308 788 kr.")
    }

    #expect(findings.map(\.difference) == ["7\u{A0}352\u{A0}kr"])
  }

  @Test func `DS1: a visit that stands twice`() throws {
    let findings = try found("dubblerad-aktivitet") { report in
      report.put(
        .printed(
          "aktiviteter", "Aktiviteter", in: .none, [(id: "deltagare", title: "Deltagare", year: 2022)],
          [("1", "Besök hos kommunfullmäktige", [30]), ("2", "Besök hos Kommunfullmäktige.", [40])]))
    }

    #expect(findings.count == 1)
  }

  @Test func `E25: cells of three persons`() throws {
    let findings = try found("sma-tal") { report in
      report.put(
        .printed(
          "antal-alder", "Ålder", in: .none,
          [(id: "kvinnor", title: "Kvinnor", year: 2022), (id: "man", title: "Män", year: 2022)],
          [("45-59", "45–59 år", [21, 3]), ("60-74", "60–74 år", [3, 9])]))
    }

    #expect(findings.map(\.stated) == ["45–59 år, Män: 3"])
    #expect(findings.first?.message.has("och 1 till") == true)
  }

  @Test func `an insats that overran its frame by 8 137 kr`() throws {
    let findings = try found("ram-overskriden") { report in
      report.put(
        .printed(
          "projektnot", "Projektuppföljning",
          [
            (id: "granted", title: "Ram", year: 2022), (id: "outcome", title: "Utfall", year: 2022),
            (id: "difference", title: "Differens", year: 2022),
          ], [("ung", "Ung och skuldfri", [149_209, 157_346, -8137]), ("blip", "BLIP", [122_000, 108_905, 13_095])]))
    }

    #expect(findings.map(\.difference) == ["8\u{A0}137\u{A0}kr"])
  }

  @Test func `members' guidance and employers on the signature page`() throws {
    let guidance = try found("vagledningstext-kvar") {
      $0.say(
        "(Då varje ledamot sitter på personligt mandat ska de inte skriva under som representant för en myndighet)")
    }
    let employers = try found("underskrift-arbetsgivare") { report in
      report.facts.signatories = ["FK", "VG region", "AF", "Ordförande"].map { ReportFacts.Signatory(function: $0) }
    }

    #expect(guidance.count == 1)
    #expect(employers.map(\.stated) == ["FK", "VG region", "AF"])
  }

  @Test func `what differs by one krona is a note of rounding and no error`() throws {
    let spoil: (inout AnnualReport) -> Void = { report in
      report.put(CheckSlipTests.income2022)
      report.put(
        .printed(
          "oversikt", "Översikt", [(id: "2022", title: "2022", year: 2022)],
          [
            ("intakter", "Intäkter", [13_880_000]), ("kostnader", "Kostnader med finansiella poster", [-16_302_562]),
            ("resultat", "Resultat", [-2_422_563]),
          ]))
    }

    let errors = try found("oversikt-intakt-plus-kostnad", spoil) + found("oversikt-mot-resultatrakning", spoil)
    let notes = try found("avrundning", spoil)

    #expect(errors.isEmpty)
    #expect(notes.contains { $0.place == "oversikt/resultat/2022/oversikt-intakt-plus-kostnad" })
    #expect(notes.allSatisfy { $0.severity == .note })
  }

  @Test func `a count that differs by one is an error and no rounding`() throws {
    let spoil: (inout AnnualReport) -> Void = { report in
      report.put(
        .printed(
          "antal-alder", "Ålder", in: .none,
          [
            (id: "kvinnor", title: "Kvinnor", year: 2022), (id: "man", title: "Män", year: 2022),
            (id: "totalt", title: "Totalt", year: 2022),
          ], [("15-29", "15–29 år", [21, 14, 36])]))
    }

    #expect(try found("kon-mot-totalt", spoil).map(\.difference) == ["1"])
    #expect(try found("avrundning", spoil).isEmpty)
  }
}
