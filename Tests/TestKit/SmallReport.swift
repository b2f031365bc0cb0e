import Association
import Ledger
public import Report
import Statements

extension AnnualReport {
  /// A report of a few pages made by hand, with every kind of block, inline, cell and origin in it. Its ledger has
  /// seven vouchers, one corrected by another, and its figures are summed from them.
  public static var small: AnnualReport { SmallReport().report }
}

/// The parts of the small report, made by hand so that the printers can be tested without the rooms that assemble one.
struct SmallReport {
  /// Words that a careless printer would let through: markup, a quotation mark with a combining mark, and a
  /// backslash, a hash sign and stars that mean something to a typesetter.
  static let hostile = "<b>\"\u{301} onfocus=x 'y' & #let \\ *x* $1$ @ref _under_ ]] }} ~ -- \"raka\""

  static let fk = ObjectSet([ObjectReference(dimension: .party, object: "FK")])
  static let samsa = ObjectSet([
    ObjectReference(dimension: .insats, object: "SAMSA"), ObjectReference(dimension: .party, object: "KOM"),
  ])

  var report: AnnualReport {
    AnnualReport(
      associationName: "Samordningsförbundet Åsbygden", organisationNumber: "222000-0000", year: Self.year(2022),
      facts: facts,
      chapters: [
        Chapter(id: "ordforanden", number: "", title: "Ordföranden har ordet", level: 1, blocks: foreword),
        Chapter(
          id: "forvaltningsberattelse", number: "1", title: "Förvaltningsberättelse", level: 1, blocks: management),
        Chapter(
          id: "oversikt", number: "1.1", title: "Översikt över verksamhetens utveckling", level: 2, blocks: overview),
        Chapter(
          id: "handelser", number: "1.2", title: "Händelser av väsentlig betydelse", level: 2, blocks: events),
        Chapter(id: "resultatrakning", number: "2", title: "Resultaträkning", level: 1, blocks: [.table(income)]),
        Chapter(id: "balansrakning", number: "3", title: "Balansräkning", level: 1, blocks: [.table(balance)]),
        Chapter(id: "driftredovisning", number: "4", title: "Driftredovisning", level: 1, blocks: [.table(operating)]),
        Chapter(id: "noter", number: "5", title: "Noter", level: 1, blocks: [.table(note)]),
        Chapter(
          id: "underskrifter", number: "6", title: "Styrelsens underskrift", level: 1,
          blocks: [
            .paragraph([.text("Vi försäkrar att årsredovisningen ger en rättvisande bild.")]),
            .signatures(facts.signatories),
          ]),
      ],
      figures: [
        "arets-resultat": AnnualReport.NamedFigure(title: "Årets resultat", figure: result),
        "soliditet": AnnualReport.NamedFigure(title: "Soliditet", figure: solidity),
        "beslutsdag": AnnualReport.NamedFigure(
          title: "Beslutsdag", figure: Figure(.date(Self.day(20_230_317)), origin: decided)),
        "citat.riket": AnnualReport.NamedFigure(title: "Svarsfrekvens i riket", figure: quoted),
      ],
      findings: findings,
      source: source)
  }

  static func year(_ number: Int) -> FiscalYear {
    guard let year = FiscalYear(calendarYear: number) else { preconditionFailure("\(number) is no year.") }
    return year
  }

  static func day(_ number: Int) -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: number) else { preconditionFailure("\(number) is no day.") }
    return day
  }

  private var facts: ReportFacts {
    ReportFacts(
      year: 2022, decision: Decision(date: Self.day(20_230_317), paragraph: "§ 14"), diaryNumber: "ÅS 2023/5",
      signatories: [
        ReportFacts.Signatory(function: "Ordförande"), ReportFacts.Signatory(function: "Vice ordförande"),
        ReportFacts.Signatory(function: "Ledamot", appointedBy: "Åsbygdens kommun"),
      ])
  }

  private var decided: Origin { .fact(title: "Styrelsens beslut om årsredovisningen", source: "Protokoll § 14") }
  private var quoted: Figure {
    Figure(.quoted("89\u{00A0}%"), origin: .fact(title: "Riksgenomsnitt", source: "Nationella rådet, indikatorer 2022"))
  }
}

// Findings and texts.
extension SmallReport {
  private var findings: [Finding] {
    [
      Finding(
        code: "not-mot-rakning", severity: .error, place: "not-1", stated: "1\u{00A0}388\u{00A0}004",
        expected: "1\u{00A0}388\u{00A0}000", difference: "4",
        message:
          "Not 1 summerar till 1\u{00A0}388\u{00A0}004 kr men resultaträkningen säger 1\u{00A0}388\u{00A0}000 kr."),
      Finding(
        code: "beslutsdag", severity: .error, place: "omslag", stated: "2022-03-17", expected: "efter 2022-12-31",
        message: "Beslutsdagen ligger före årets slut.",
        answer: FindingAnswer(
          year: 2022, code: "beslutsdag", place: "omslag", reason: "Skrivfel i protokollet, rättat.",
          by: "förbundschef", on: Self.day(20_230_320))),
      Finding(
        code: "sma-tal", severity: .warning, place: "antal-alder", stated: "3", expected: "minst 5",
        message: SmallReport.hostile),
    ]
  }

  private var foreword: [Block] {
    [
      .paragraph([
        .text("Året visade att "), .strong([.text("samverkan")]), .text(" lönar sig. "),
        .emphasis([.text("Tillsammans")]), .text(" nådde vi längre än förr. Läs mer hos "),
        .link([.text("Nationella rådet")], to: "https://www.finsam.se/"), .text("."),
      ]),
      .quote([
        .paragraph([.text("Jag blev sedd, och sedan började det hända saker."), .lineBreak, .text("– deltagare")])
      ]),
      .paragraph([.text(SmallReport.hostile)]),
    ]
  }

  private var management: [Block] {
    [
      .paragraph([.text("Förbundet ska verka för att medborgare får stöd till egen försörjning.")]),
      .heading(level: 1, [.text("Uppdrag och finansiering")]),
      .list(
        isOrdered: false,
        [
          [.paragraph([.text("Staten betalar hälften.")])],
          [
            .paragraph([.text("Regionen och kommunerna betalar var sin fjärdedel:")]),
            .list(
              isOrdered: true, [[.paragraph([.text("regionen,")])], [.paragraph([.text("kommunerna.")])]]),
          ],
        ]),
      .heading(level: 2, [.text("Vision")]),
      .paragraph([.text("Alla som behöver samordnad rehabilitering får den.")]),
    ]
  }

  private var overview: [Block] {
    [
      .paragraph([
        .text("Årets resultat är "), .figure(name: "arets-resultat", result, printed: "−212\u{00A0}tkr"),
        .text(" och soliditeten "), .figure(name: "soliditet", solidity, printed: "20,1\u{00A0}%"),
        .text(". I riket svarade "), .figure(name: "citat.riket", quoted, printed: "89\u{00A0}%"),
        .text(". Likviditeten är "), .missingFigure(name: "likvida-medlen"), .text("."),
      ]),
      .table(years),
      .diagram(
        Diagram(
          id: "resultat", title: "Årets resultat", form: .bars, unit: .thousands,
          categories: ["2019", "2020", "2021", "2022"],
          series: [Diagram.Series(title: "Resultat", values: [fact(229_185_500), fact(-100_792_200), nil, result])])),
    ]
  }

  private var events: [Block] {
    [
      .diagram(
        Diagram(
          id: "deltagare", title: "Deltagare efter insats och kön", form: .stacked, unit: .none,
          categories: ["Samsa, stöd till arbete för unga vuxna som varken studerar eller arbetar", "Vägen in"],
          series: [
            Diagram.Series(title: "Kvinnor", values: [count(41), count(18)]),
            Diagram.Series(title: "Män", values: [count(31), count(3)]),
          ])),
      .diagram(
        Diagram(
          id: "utveckling", title: "Intäkter och kostnader", form: .lines, unit: .thousands,
          categories: ["2020", "2021", "2022"],
          series: [
            Diagram.Series(title: "Intäkter", values: [fact(1_390_000_00), fact(1_388_000_00), fact(1_388_000_00)]),
            Diagram.Series(title: "Kostnader", values: [fact(1_250_000_00), fact(1_400_000_00), fact(1_600_200_50)]),
          ])),
      .diagram(
        Diagram(
          id: "utfall", title: "Beviljat och utnyttjat", form: .bars, unit: .kronor,
          categories: ["Samsa", "Vägen in – förstudie om samverkan kring psykisk hälsa", "Återbetalt"],
          series: [
            Diagram.Series(title: "Beviljat", values: [fact(1_500_000_00), fact(300_000_00), fact(0)]),
            Diagram.Series(title: "Utnyttjat", values: [fact(1_250_000_50), fact(200_000_00), fact(-20_000_00)]),
          ])),
    ]
  }

  private func fact(_ ore: Int64) -> Figure {
    Figure(.amount(Money(ore: ore)), origin: .fact(title: "Fastställd årsredovisning", source: "Förbundets historik"))
  }

  private func count(_ count: Int64) -> Figure {
    Figure(.count(count), origin: .fact(title: "Deltagare", source: "Räknade av insatsen"))
  }
}
