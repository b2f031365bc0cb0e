import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

/// Counts of people on their way into the report.
struct ProtectedCountTests {
  private func report(_ change: (inout Association) -> Void) -> AnnualReport {
    var source = AnnualReport.Source.example
    change(&source.association)
    return AnnualReport.assembled(from: source)
  }

  /// The table of ages with three men in the last row.
  private var small: AnnualReport {
    report { association in
      association.countTables = [
        CountTable(
          id: "alder", year: 2022, title: "Ålder", kind: .parts, rowHeading: "Ålder", insatsID: "BRON",
          rows: [
            .init(id: "15-29", title: "15–29 år", tally: Tally(women: 17, men: 28)),
            .init(id: "30-44", title: "30–44 år", tally: Tally(women: 27, men: 15)),
            .init(id: "45-59", title: "45–59 år", tally: Tally(women: 32, men: 3)),
          ])
      ]
    }
  }

  @Test func `a small count is fewer than the threshold, and the sums stand`() throws {
    let table = try #require(small.table("antal-alder"))

    #expect(table.figure("45-59", "man")?.withheld == .count(.fewer(than: 5)))
    #expect(table.row("summa")?.cells.map(\.figure?.count) == [76, 46, 122])
    #expect(table.rows.flatMap(\.cells).contains { $0.figure?.withheld == .count(.withheld(atLeast: 5)) })
    #expect(table.remark.contains("”Färre än 5” står i stället för"))
  }

  @Test func `nothing in the report says the count: no name, no origin, no diagram, no finding`() throws {
    let report = small.checked()

    let hidden = report.figures.filter { $0.value.figure.withheld != nil }
    #expect(hidden["antal.alder.45-59.man"] != nil)
    #expect(hidden["antal.alder.45-59.andel-man"] != nil)
    for (name, named) in hidden { #expect(named.figure.counts.allSatisfy { !(1..<5).contains($0) }, "\(name)") }
    for figure in report.everyFigure where report.isOfPeople(figure) {
      #expect(figure.counts.allSatisfy { !(1..<5).contains($0) }, "\(figure)")
    }
    #expect(report.findings.filter { $0.code == "sma-tal" } == [])
    let words = report.findings.map(\.message).joined(separator: " ")
    #expect(!words.contains("3 män") && !words.contains("män: 3"))
  }

  @Test func `a share is told of counts that are told, and of no handful`() throws {
    let report = small

    #expect(report.figures["antal.alder.summa.andel-kvinnor"]?.figure.share == Share(76, of: 122))
    #expect(report.figures["antal.alder.45-59.andel-kvinnor"]?.figure.share == nil)
  }

  @Test func `where all but a few met a goal it is said that at least so many did`() throws {
    let report = report { association in
      association.goals = [
        Goal(
          id: "steg", year: 2022, kind: .individual, title: "Steg", text: "Steg framåt",
          rule: .shareAtLeast(permille: 500),
          outcomes: [.init(met: Tally(women: 0, men: 0, notStated: 56), base: Tally(women: 0, men: 0, notStated: 59))])
      ]
    }
    let table = try #require(report.table("maluppfyllelse"))

    #expect(table.figure("steg", "antal")?.withheld == .count(.atLeast(55)))
    #expect(table.figure("steg", "bas")?.count == 59)
    #expect(table.figure("steg", "utfall")?.withheld == .share(atLeast: Share(55, of: 59)))
    #expect(FigureForm.usual.text(of: try #require(table.figure("steg", "utfall"))) == "minst\u{A0}93\u{A0}%")
    #expect(table.row("steg")?.cells.last == .text("Uppnått"))
  }

  @Test func `a verdict that would tell the count is not told`() throws {
    // Four of six met it. The verdict alone would say that it was four, for three are not six tenths of six.
    let report = report { association in
      association.goals = [
        Goal(
          id: "steg", year: 2022, kind: .individual, title: "Steg", text: "Steg framåt",
          rule: .shareAtLeast(permille: 600),
          outcomes: [.init(met: Tally(women: 4, men: 0), base: Tally(women: 6, men: 0))])
      ]
    }

    #expect(report.table("maluppfyllelse")?.row("steg")?.cells.last == .text("Visas inte"))
  }

  @Test func `a cost per participant does not tell how many they are`() throws {
    let report = report { association in
      association.countTables = [
        CountTable(
          id: "bron", year: 2022, title: "Bron", kind: .separate, rowHeading: "Bron", insatsID: "BRON",
          rows: [.init(id: "deltagare", title: "Deltagare", tally: Tally(women: 2, men: 1))])
      ]
    }
    let table = try #require(report.table("kostnad-per-deltagare"))

    #expect(table.figure("BRON", "participants")?.withheld == .count(.fewer(than: 5)))
    #expect(table.figure("BRON", "per-participant")?.withheld == .amount)
    #expect(report.figures["insats.BRON.kostnad-per-deltagare"]?.figure.amount == nil)
  }

  @Test func `a sentence says what a figure withholds`() {
    func words(_ withheld: Figure.Withheld, _ form: String = "") -> String? {
      let figure = Figure(.withheld(withheld), origin: .nothing(why: "Prov."))
      return (form.isEmpty ? FigureForm.usual : FigureForm(form))?.text(of: figure)
    }

    #expect(words(.count(.fewer(than: 5)), "ord") == "färre än\u{A0}5")
    #expect(words(.count(.withheld(atLeast: 5))) == "ett ej visat antal")
    #expect(words(.share(atLeast: nil), "procent1") == "en ej visad andel")
    #expect(words(.amount) == "ett ej visat belopp")
    #expect(words(.share(atLeast: nil), "tkr") == nil)
  }

  @Test func `a corrected report is made with the first in mind`() throws {
    var source = AnnualReport.Source.example
    source.association.countTables[0].rows[2].tally = Tally(women: 11, men: 3)
    let first = AnnualReport.assembled(from: source)
    source.releases = [try #require(first.protection?.release)]
    let same = AnnualReport.assembled(from: source)

    #expect(same.table("antal-alder") == first.table("antal-alder"))
    #expect(same.protection?.release.hasNews == false)
    source.association.countTables[0].rows[2].tally.men = 4
    let corrected = AnnualReport.assembled(from: source)
    #expect(corrected.protection?.release.hasNews == true)
    #expect(corrected.protection?.disclosed == [])
  }
}

extension Figure {
  /// Every count in the figure and in what it is made of.
  fileprivate var counts: [Int64] {
    var found = [count, share?.numerator].compactMap(\.self)
    if case .formula(let operands) = origin { found += operands.flatMap(\.figure.counts) }
    return found
  }
}

extension AnnualReport {
  /// Every figure that stands in a table, a diagram or a sentence.
  fileprivate var everyFigure: [Figure] {
    let diagrams = chapters.flatMap(\.blocks).flatMap { block -> [Figure] in
      if case .diagram(let diagram) = block { diagram.series.flatMap(\.values).compactMap(\.self) } else { [] }
    }
    return tables.flatMap { $0.rows.flatMap(\.cells).compactMap(\.figure) } + diagrams
  }

  /// Whether a figure is of participants: those of staff and meetings are no secret.
  fileprivate func isOfPeople(_ figure: Figure) -> Bool {
    switch figure.origin {
    case .fact(_, let source): source.contains("deltagare") || source.contains("mål") || source.contains("enkät")
    case .formula(let operands): operands.contains { isOfPeople($0.figure) }
    default: false
    }
  }
}
