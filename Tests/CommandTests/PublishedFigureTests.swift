import Association
import Desk
import Foundation
import Ledger
import Report
import Statements
import Store
import Testing

@testable import finsam

/// The published reports are acceptance tests: every figure below was printed by the association itself. Where what was
/// printed was wrong, the line names the slip and ours is right.
struct PublishedFigureTests {
  /// A line of a text table: table, row, then the printed figures of the columns named at the head of its block.
  /// `·` stands for a cell that is not compared, `~` before a count for one that was printed and that we withhold.
  static let blekinge2022 = """
    resultatrakning current previous
      verksamhetens-intakter 13880000 13879994
      verksamhetens-kostnader -16346823 -14030624
      verksamhetens-resultat -2466823 -150630
      finansiella-intakter 46952 0
      finansiella-kostnader -2692 -3463
      resultat-efter-finansiella-poster -2422563 -154093
      arets-resultat -2422563 -154093
    balansrakning current previous
      maskiner-och-inventarier 0 0
      fordringar 66806 109220
      kassa-och-bank 7935026 8909156
      summa-tillgangar 8001832 9018376
      ingaende-eget-kapital 4034117 4188210
      arets-resultat -2422563 -154093
      utgaende-eget-kapital 1611554 4034117
      kortfristiga-skulder 6390278 4984259
      summa-eget-kapital-avsattningar-och-skulder 8001832 9018376
    kassaflode current previous
      arets-resultat -2422563 -154093
      forandring-fordringar 42414 1672717
      forandring-kortfristiga-skulder 1406019 -320565
      kassaflode-lopande -974130 1198059
      arets-kassaflode -974130 1198059
      likvida-medel-ingang 8909156 7711097
      likvida-medel-utgang 7935026 8909156
    not-verksamhetens-intakter current previous
      staten 6940000 6940000
      karlskrona 1388000 1388000
      karlshamn 694000 694000
      ronneby 694000 694000
      solvesborg 347000 347000
      olofstrom 347000 347000
      region 3470000 3470000
      summa 13880000 13879994
    not-verksamhetens-kostnader current previous
      insatser.SIRI.AF 1185311 1086955
      insatser.SIRI.FK 1437141 1475737
      insatser.SKAPA.SOLVESBORG 0 1416395
      insatser.UNG.KARLSHAMN 157346 147742
      insatser.ARIS.KARLSHAMN 2169000 1492360
      insatser.VISA.KARLSKRONA 3112443 2935542
      insatser.HAS.OLOFSTROM 1509858 1509949
      insatser.SAMSA.RONNEBY 2187715 2011696
      insatser.SARA.RONNEBY 298080 0
      insatser.SKAPA2.SOLVESBORG 1487395 0
      insatser.KOMM.FK 63431 0
      insatser.BLIP.OLOFSTROM 108905 0
      insatser.ROLLER.REG 78040 0
      delsumma-1 13794665 12076376
      lokaler 40372 39792
      administration 328321 419305
      styrelse 108284 129083
      personal 2075177 1366068
      summa 16346823 14030624
    not-fordringar current previous
      ovriga 56136 99127
      forutbetalda 10670 10093
    not-kortfristiga-skulder current previous
      samverkansinsatser 6236157 4734426
      ovriga 63120 189132
      upplupna 91001 60701
    projektnot granted outcome difference
      SIRI 2622452 2622452 0
      SAMSA 2676885 2187715 489170
      SARA 298081 298080 1
      SKAPA2 1510996 1487395 23601
      ARIS 2169000 2169000 0
      UNG 149209 157346 -8137
      VISA 3167000 3112443 54557
      HAS 1509858 1509858 0
      KOMM 71480 63431 8049
      BLIP 122000 108905 13095
      ROLLER 120000 78040 41960
      summa 14416961 13794665 622296
    balanskrav current
      arets-resultat -2422563
      balanskravsresultat -2422563
      synnerliga-skal 2422563
    driftredovisning current budget deviation previous
      nettokostnad -16347 -16839 492 -14031
      medlemsavgift 13880 13880 0 13880
      resultat -2423 -2959 536 -154
      utgaende-eget-kapital 1612 1075 537 4034
      likvida-medel 7935 · · 8909
    oversikt 2022 2021 2020 2019
      intakter 13880000 13879994 13879999 13964000
      kostnader -16302563 -14034087 -14887921 -11672145
      resultat -2422563 -154093 -1007922 2291855
    budget 2022 2023 2024
      medlemsintakter 13880000 13880000 13880000
      gemensamma-kostnader -2535800 -1975450 -1994177
      medlemskostnader -14303481 -11979183 -11885823
      summa-kostnader -16839281 -13954633 -13880000
      resultat -2959281 -74633 0
      ingaende-eget-kapital 4033914 1074633 1000000
      utgaende-eget-kapital 1074633 1000000 1000000
    antal-alder kvinnor man totalt
      15-29 17 ~28 ~45
      30-44 27 15 42
      45-59 ~32 ~3 35
      60-74 ~3 0 ~3
      summa 79 46 125
    antal-nya kvinnor man totalt
      summa 87 54 141
    """

  static let sydnarke2023 = """
    resultatrakning current previous
      verksamhetens-intakter 5222000 5217397
      verksamhetens-kostnader -4920564 -5566728
      verksamhetens-nettokostnader 301436 -349331
      finansiella-intakter 9007 308
      finansiella-kostnader -1655 -1610
      arets-resultat 308788 -350633
    balansrakning current previous
      fordringar 2773479 3089108
      kassa-och-bank 1463432 1194427
      summa-tillgangar 4236911 4283535
      arets-resultat 308788 -350633
      ingaende-eget-kapital 492374 843007
      utgaende-eget-kapital 801162 492374
      kortfristiga-skulder 3435749 3791161
      summa-eget-kapital-avsattningar-och-skulder 4236911 4283535
    kassaflode current previous
      arets-resultat 308788 -350633
      forandring-fordringar 315629 137615
      forandring-kortfristiga-skulder -355412 173583
      kassaflode-lopande 269005 -39435
      arets-kassaflode 269005 -39435
      likvida-medel-ingang 1194427 1233862
      likvida-medel-utgang 1463432 1194427
    balanskrav current
      balanskravsresultat 308788
    oversikt 2023 2022 2021 2020 2019
      intakter 5222000 5217397 5673188 5971971 6049407
      resultat 308788 -350633 -405155 125388 323481
    driftredovisning income cost net budget deviation
      resultat 5222000 -4913212 308788 117168 191620
    """

  /// Named figures as they are printed in sentences.
  static let named: [(example: String, year: Int, figures: [String: String])] = [
    (
      "blekinge-2022", 2022,
      [
        "soliditet": "20,1 %", "arets-resultat": "−2 422 563 kr", "ej-utnyttjat": "622 296 kr",
        "eget-kapital-tak": "2 432 000 kr", "moten.styrelsen": "6",
      ]
    ),
    ("sydnarke-2023", 2023, ["soliditet": "18,9 %", "eget-kapital-andel": "15,3 %", "revisionskostnad": "97 500 kr"]),
  ]

  static func report(_ example: String, year: Int) throws -> AnnualReport {
    var report: AnnualReport?
    try Program.inFolder { program in
      let folder = Program.root.appendingPathComponent("Examples/\(example)").path
      let run = try program.run("import", folder, "--book", "bok.finsam")
      #expect(run.code == 0, "\(run.problems)")
      let store = try Store(opening: program.path("bok.finsam"))
      let fiscalYear = try YearOption.fiscalYear(year, in: store)
      report = try ReportMaking.report(of: store, year: fiscalYear)
    }
    return try #require(report)
  }

  @Test(arguments: [("blekinge-2022", 2022, blekinge2022), ("sydnarke-2023", 2023, sydnarke2023)])
  func `every published figure stands in our report, to the krona`(
    example: String, year: Int, published: String
  ) throws {
    let report = try Self.report(example, year: year)

    var table: Table?
    var columns: [String] = []
    var compared = 0
    for line in published.split(separator: "\n") {
      let words = line.split(separator: " ").map { String($0) }
      if !line.hasPrefix(" ") {
        let found: Table = try #require(report.table(words[0]), "\(words[0]) is not in the report")
        table = found
        columns = Array(words[1...])
      } else if let table {
        for (column, expected) in zip(columns, words[1...]) where expected != "·" {
          let figure = try #require(table.figure(words[0], column), "\(table.id)/\(words[0])/\(column)")
          if let published = Self.withheld(expected) {
            let told = Self.range(of: figure)
            #expect(told?.contains(published) == true, "\(table.id)/\(words[0])/\(column)")
            compared += 1
            continue
          }
          let printed = table.printedUnits(of: figure) ?? figure.count
          #expect(printed == Int64(expected), "\(table.id)/\(words[0])/\(column)")
          compared += 1
        }
      }
    }
    #expect(compared > 30)
  }

  /// The published count of a cell that we withhold.
  private static func withheld(_ expected: String) -> Int? { expected.first == "~" ? Int(expected.dropFirst()) : nil }

  /// What a reader is told of a withheld count; nil where the count is printed.
  private static func range(of figure: Figure) -> ClosedRange<Int>? {
    if case .count(let printed)? = figure.withheld { printed.range } else { nil }
  }

  @Test(arguments: named.indices)
  func `a published figure in a sentence is printed as it was`(case index: Int) throws {
    let (example, year, figures) = Self.named[index]
    let report = try Self.report(example, year: year)

    for (name, printed) in figures {
      let figure = try #require(report.figures[name]?.figure, "\(name)")
      #expect(figure.printedPlainly == printed, "\(name)")
    }
  }

  @Test func `every amount in the income statement opens down to the vouchers that make it`() throws {
    let report = try Self.report("blekinge-2022", year: 2022)
    let vouchers = try #require(report.source?.vouchers)
    let figure = try #require(report.table("resultatrakning")?.figure("verksamhetens-intakter"))

    let parts = Self.ledgerParts(of: figure)

    #expect(parts.map(\.amount).sum() == Money(kronor: -13_880_000))
    for part in parts {
      let rows = vouchers.flatMap(\.voucher.rows).filter { $0.account == part.account && $0.objects == part.objects }
      #expect(rows.map(\.amount).sum() == part.amount)
    }
  }

  static func ledgerParts(of figure: Figure) -> [Origin.LedgerPart] {
    switch figure.origin {
    case .ledger(_, _, _, let parts): parts
    case .formula(let operands): operands.flatMap { ledgerParts(of: $0.figure) }
    default: []
    }
  }
}

extension Figure {
  /// As printed, with ordinary blanks.
  fileprivate var printedPlainly: String {
    (FigureForm.usualText(of: self) ?? "").replacingOccurrences(of: "\u{A0}", with: " ")
  }
}

extension FigureForm {
  fileprivate static func usualText(of figure: Figure) -> String? {
    let form = figure.share.map { $0.denominator >= 1000 } == true ? FigureForm("procent1") : FigureForm.usual
    return form?.text(of: figure)
  }
}
