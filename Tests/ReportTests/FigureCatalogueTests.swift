import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

struct FigureCatalogueTests {
  private let report = AnnualReport.example

  @Test(arguments: [
    "arets-resultat", "arets-resultat.fg", "verksamhetens-intakter", "verksamhetens-kostnader", "nettokostnad",
    "eget-kapital", "ingaende-eget-kapital", "summa-tillgangar", "likvida-medel", "arets-kassaflode", "soliditet",
    "soliditet.fg", "balanskravsresultat", "eget-kapital-tak", "eget-kapital-utrymme", "eget-kapital-andel",
    "budgeterat-resultat", "budgetavvikelse", "budgeterade-kostnader", "medlemsbidrag", "beviljat", "utnyttjat",
    "ej-utnyttjat", "revisionskostnad", "anstallda", "anstallda.fg", "beslutsdag", "rakenskapsar",
    "antal.alder.30-44", "antal.alder.30-44.kvinnor", "antal.alder.30-44.man", "antal.alder.30-44.andel",
    "antal.alder.summa", "antal.alder.summa.kvinnor", "antal.rorelse.pågående", "mal.arbete.andel",
    "mal.arbete.andel.kvinnor", "mal.arbete.antal", "mal.arbete.antal.man", "mal.arbete.bas", "mal.stod.2.andel",
    "enkat.deltagare.stod", "enkat.deltagare.stod.man", "enkat.deltagare.svarsfrekvens", "enkat.deltagare.svar",
    "enkat.deltagare.tillfragade", "insats.BRON.ram", "insats.BRON.utfall", "insats.BRON.differens",
    "insats.BRON.deltagare", "insats.BRON.kostnad-per-deltagare", "insats.KOMPASSEN.utfall", "moten.styrelsen",
    "citat.stod-riket", "ar.2022.intakter", "ar.2020.kostnader", "ar.2018.resultat", "ar.2022.soliditet",
    "medlem.NORRBY.bidrag", "resultatrakning.avskrivningar", "balansrakning.fordringar.fg",
    "driftredovisning.resultat.budget",
  ])
  func `every name that a text may use is there, with a title`(name: String) throws {
    let named = try #require(report.figures[name])

    #expect(!named.title.isEmpty)
    #expect(FigureForm.usual.text(of: named.figure)?.isEmpty == false)
  }

  @Test func `every figure of a statement has its name`() {
    for id in ["resultatrakning", "balansrakning", "kassaflode", "balanskrav"] {
      for row in report.table(id)?.rows ?? [] where row.cells.first?.figure != nil {
        #expect(report.figures["\(id).\(row.id)"] != nil, "\(id).\(row.id)")
      }
    }
  }

  @Test func `a figure in a sentence says what its table prints`() throws {
    for id in ["resultatrakning", "balansrakning"] {
      let table = try #require(report.table(id))
      for row in table.rows {
        guard let figure = row.cells.first?.figure, let units = table.printedUnits(of: figure) else { continue }
        let named = try #require(report.figures["\(id).\(row.id)"])
        #expect(FigureForm.usual.text(of: named.figure) == Numerals.kronor(units: units))
      }
    }
  }

  @Test func `a figure of a table in thousands says the same thousands as the table`() throws {
    let source = AnnualReport.Source.example
    let catalogue = FigureCatalogue(
      source: source, statements: StatementTables(source),
      protection: CountProtection(source.association, year: source.books.year.number))
    let table = try #require(report.table("driftredovisning"))
    let form = try #require(FigureForm("tkr"))

    for row in table.rows {
      for (column, cell) in zip(table.columns, row.cells) {
        guard let figure = cell.figure, let units = table.printedUnits(of: figure) else { continue }
        let suffix = ["current": "", "previous": ".fg"][column.id] ?? ".\(column.id)"
        #expect(
          catalogue.text(of: "driftredovisning.\(row.id)\(suffix)", form: form) == Numerals.thousands(units: units))
      }
    }
  }

  @Test func `the year's result is one amount whatever name it goes by`() throws {
    let names = [
      "arets-resultat", "resultatrakning.arets-resultat", "balansrakning.arets-resultat", "ar.2022.resultat",
    ]

    let amounts = Set(names.map { report.figures[$0]?.figure.amount })

    #expect(amounts == [Money(ore: -42_067_696)])
  }

  @Test func `a share's figure opens to its part and its whole`() throws {
    let figure = try #require(report.figures["mal.arbete.andel"]?.figure)

    #expect(figure.share == Share(30, of: 46))
    guard case .formula(let operands) = figure.origin else {
      Issue.record("a share is a formula")
      return
    }
    #expect(operands.map(\.figure.count) == [30, 46])
  }

  @Test func `a frame shared by several receivers is summed`() {
    #expect(report.figures["insats.BRON.ram"]?.figure.amount == Money(kronor: 3_000_000))
    #expect(report.figures["insats.BRON.utfall"]?.figure.amount == Money(ore: 285_134_047))
  }
}
