import Association
import Report
import Statements
import TestKit
import Testing

struct AssemblyFactsTests {
  private let report = AnnualReport.example

  private func report(_ change: (inout Association) -> Void) -> AnnualReport {
    var source = AnnualReport.Source.example
    change(&source.association)
    return AnnualReport.assembled(from: source)
  }

  @Test func `parts of a whole are summed by sex`() throws {
    let table = try #require(report.table("antal-alder"))

    #expect(table.columns.map(\.id) == ["kvinnor", "man", "totalt"])
    #expect(table.row("summa")?.cells.map(\.figure?.count) == [41, 31, 72])
    #expect(table.row("summa")?.sumOf == ["+18-29", "+30-44", "+45-64"])
  }

  @Test func `those of whom nothing is stated get a column of their own`() throws {
    let report = report { $0.countTables[0].rows[0].tally.notStated = 6 }

    let table = try #require(report.table("antal-alder"))

    #expect(table.columns.map(\.id) == ["kvinnor", "man", "uppgift-saknas", "totalt"])
    #expect(table.row("summa")?.cells.map(\.figure?.count) == [41, 31, 6, 78])
  }

  @Test func `where sex is stated for nobody women and men are not said to be none`() throws {
    let report = report { association in
      association.countTables[0].rows[0].tally = Tally(women: 0, men: 0, notStated: 3)
      association.staff = [
        StaffFact(
          year: 2022, function: "chef", employer: "förbundet", headcount: Tally(women: 0, men: 0, notStated: 1),
          fullTimePercent: 100)
      ]
      for index in association.surveys[0].questions.indices {
        association.surveys[0].questions[index].answered = Tally(women: 0, men: 0, notStated: 30)
        association.surveys[0].questions[index].positive = Tally(women: 0, men: 0, notStated: 20)
      }
    }

    #expect(report.table("antal-alder")?.rows.first?.cells.prefix(2) == [.empty, .empty])
    let staff = try #require(report.table("personal"))
    #expect(staff.columns.map(\.id) == ["anstalld-hos", "kvinnor", "man", "uppgift-saknas", "totalt", "omfattning"])
    #expect(staff.rows.first?.title == "Chef")
    #expect(staff.rows.first?.cells[1...2] == [.empty, .empty])
    let survey = try #require(report.table("enkat-deltagare"))
    #expect(survey.columns.map(\.id) == ["svar-alla", "alla"])
    #expect(survey.remark.contains("Svaren är inte uppdelade på kön."))
  }

  @Test func `participants who go on are those carried in and new less those finished`() {
    let row = report.table("antal-rorelse")?.row("pågående")

    #expect(row?.sumOf == ["+ingående", "+nya", "-avslutade"])
  }

  @Test func `rows that stand for themselves are not summed`() {
    #expect(report.table("antal-avslut")?.rows.map(\.id) == ["arbete", "studier"])
  }

  @Test func `a survey's percentage stands beside the number of answers`() throws {
    let table = try #require(report.table("enkat-deltagare"))

    #expect(table.figure("stod", "svar-kvinnor")?.count == 23)
    #expect(table.figure("stod", "kvinnor")?.share == Share(17, of: 23))
    #expect(table.remark.contains("38 av 46 svarade (83\u{00A0}%)."))
  }

  @Test func `a question nobody answered has an empty cell and no percentage`() {
    let nobody = Tally(women: 0, men: 0)
    let report = report { association in
      association.surveys[0].questions[0].positive = nobody
      association.surveys[0].questions[0].answered = nobody
    }

    #expect(report.table("enkat-deltagare")?.figure("stod", "alla") == nil)
    #expect(report.figures["enkat.deltagare.stod"] == nil)
  }

  @Test func `the table of goals says outcome, base and the verdict of the rule`() throws {
    let table = try #require(report.table("maluppfyllelse"))

    #expect(table.figure("arbete", "utfall")?.share == Share(30, of: 46))
    #expect(table.figure("arbete", "bas")?.count == 46)
    #expect(table.row("arbete")?.cells.last == .text("Uppnått"))
    #expect(table.row("stod")?.cells.last == .text("Ej uppnått"))
    #expect(table.row("stod.2")?.cells.last == .empty)
    #expect(table.figure("tak", "utfall")?.amount == report.figures["eget-kapital"]?.figure.amount)
  }

  @Test func `staff is summed over functions`() throws {
    let table = try #require(report.table("personal"))

    #expect(table.figure("summa", "totalt")?.count == 3)
    #expect(table.figure("summa", "omfattning")?.share?.percent == 260)
  }

  @Test func `facts of other years are not in the tables`() {
    let report = report { association in
      for index in association.goals.indices { association.goals[index].year = 2021 }
      for index in association.countTables.indices { association.countTables[index].year = 2023 }
    }

    #expect(report.table("maluppfyllelse") == nil)
    #expect(report.table("antal-alder") == nil)
    #expect(report.figures["mal.arbete.andel"] == nil)
  }

  @Test func `an insats that has ended before the year is not in the register`() {
    let report = report { association in
      association.insatser[1].ended = association.insatser[0].started
    }

    #expect(report.table("insatser")?.rows.map(\.id) == ["BRON"])
  }
}
