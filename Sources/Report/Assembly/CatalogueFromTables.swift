import Association
import Ledger
import Statements

extension FigureCatalogue {
  /// Names every figure of the report's statements and facts.
  init(source: AnnualReport.Source, statements: StatementTables, protection: CountProtection) {
    self.init()
    let year = source.books.year.number
    for table in statements.all { addFigures(of: table, year: year) }
    addAliases(source, year: year)
    addReportFacts(source, year: year)
    addInsatser(source.association, statements: statements)
    addFollowUp(source.association, year: year, protection)
    addObstacles(source.association, year: year)
  }

  /// Names the figures of a table `<table>.<row>` for this year, `….fg` for last year, `….<column>` for any other.
  private mutating func addFigures(of table: Table, year: Int) {
    let hasCurrent = table.columns.contains { $0.id == "current" }
    for row in table.rows {
      for (column, cell) in zip(table.columns, row.cells) {
        guard let figure = cell.figure else { continue }
        let base = "\(table.id).\(row.id)"
        let told = column.group.isEmpty ? column.title : "\(column.group), \(column.title)"
        let title = "\(table.title): \(row.title), \(told)"
        if column.id == "current" {
          add(base, title, figure, in: table.unit)
        } else if column.id == "previous" {
          add("\(base).fg", title, figure, in: table.unit)
        } else {
          add("\(base).\(column.id)", title, figure, in: table.unit)
          // A table with a column per year says this year's figure by the row's name alone, as other tables do.
          if !hasCurrent, column.id == String(year) { add(base, title, figure, in: table.unit) }
          if !hasCurrent, column.id == String(year - 1) { add("\(base).fg", title, figure, in: table.unit) }
        }
      }
    }
  }

  private mutating func addAliases(_ source: AnnualReport.Source, year: Int) {
    let aliases: KeyValuePairs = [
      "arets-resultat": "resultatrakning.arets-resultat",
      "verksamhetens-intakter": "resultatrakning.verksamhetens-intakter",
      "verksamhetens-kostnader": "resultatrakning.verksamhetens-kostnader",
      "nettokostnad": "resultatrakning.verksamhetens-nettokostnader",
      "eget-kapital": "balansrakning.utgaende-eget-kapital",
      "ingaende-eget-kapital": "balansrakning.ingaende-eget-kapital",
      "summa-tillgangar": "balansrakning.summa-tillgangar",
      "likvida-medel": "kassaflode.likvida-medel-utgang",
      "arets-kassaflode": "kassaflode.arets-kassaflode",
      "balanskravsresultat": "balanskrav.balanskravsresultat",
      "eget-kapital-tak": "eget-kapital-tak.tak",
      "eget-kapital-utrymme": "eget-kapital-tak.utrymme",
      "eget-kapital-andel": "eget-kapital-tak.andel",
      "budgeterat-resultat": "driftredovisning.resultat.budget",
      "budgetavvikelse": "driftredovisning.resultat.deviation",
      "budgeterade-kostnader": "budget.summa-kostnader",
      "medlemsbidrag": "medlemsbidrag.summa.booked",
      "beviljat": "projektnot.summa.granted",
      "utnyttjat": "projektnot.summa.outcome",
      "ej-utnyttjat": "projektnot.summa.difference",
      "revisionskostnad": "revisionskostnad.revisionskostnad",
      "anstallda": "oversikt.anstallda",
    ]
    if let solidity = solidity(source.books, mapping: source.mapping) {
      add("soliditet", "Soliditet \(year)", solidity)
    }
    if let previous = source.previousBooks, let solidity = solidity(previous, mapping: source.mapping) {
      add("soliditet.fg", "Soliditet \(year - 1)", solidity)
    }
    for (short, name) in aliases { alias(short, of: name) }
    let overview = [
      ("intakter", "intakter"), ("kostnader", "kostnader"), ("resultat", "resultat"), ("soliditet", "soliditet"),
    ]
    for told in (year - 20)...year {
      for (short, row) in overview { alias("ar.\(told).\(short)", of: "oversikt.\(row).\(told)") }
    }
    for member in source.association.members {
      alias("medlem.\(member.id).bidrag", of: "medlemsbidrag.\(member.id).booked")
    }
  }

  private mutating func addReportFacts(_ source: AnnualReport.Source, year: Int) {
    let facts = "Förbundets uppgifter"
    add(
      "rakenskapsar", "Räkenskapsår",
      Figure(.quoted(String(year)), origin: .fact(title: "Räkenskapsår", source: "Bokföringen")))
    add(
      "balansdag", "Balansdag",
      Figure(.date(source.books.year.last), origin: .fact(title: "Balansdag", source: "Bokföringen")))
    let report = source.association.reportFacts(year: year)
    if let day = report.decision.date {
      let decided = report.decision.paragraph.isEmpty ? facts : "Styrelsens beslut \(report.decision.paragraph)"
      add("beslutsdag", "Beslutsdag", Figure(.date(day), origin: .fact(title: "Beslutsdag", source: decided)))
    }
    // The meetings that were held in the book are counted there, whatever is typed of them.
    let held = source.board.heldCount(in: year)
    for meeting in source.association.meetings where meeting.year == year {
      let title = "Möten \(year): \(meeting.title)"
      let isBoard = held > 0 && meeting.id == MeetingCount.boardID
      add(
        "moten.\(meeting.id)", title,
        isBoard
          ? .told(held, title, in: "Styrelsens möten i boken") : .told(meeting.count, title, in: facts))
    }
    if held > 0, !source.association.meetings.contains(where: { $0.year == year && $0.id == MeetingCount.boardID }) {
      let title = "Möten \(year): Styrelsen"
      add("moten.\(MeetingCount.boardID)", title, .told(held, title, in: "Styrelsens möten i boken"))
    }
    for quoted in source.association.quotedFigures {
      add(
        "citat.\(quoted.id)", "Citerat: \(quoted.id)",
        Figure(.quoted(quoted.text), origin: .fact(title: "Citerat tal", source: quoted.source)))
    }
    let own = source.association.staff.filter { $0.year == year && $0.employer == "förbundet" }
    guard !own.isEmpty else { return }
    let sum = own.reduce(Tally(women: 0, men: 0)) { $0 + $1.headcount }
    let staff = TallyFigures(sum, "Anställda i förbundet", in: "Förbundets uppgifter om personal")
    for (name, title, figure) in staff.bySex { add("anstallda.\(name)", "Anställda, \(title)", figure) }
  }
}

extension Association {
  /// What is said of the year's report; an empty value where nothing is.
  func reportFacts(year: Int) -> ReportFacts { reports.first { $0.year == year } ?? ReportFacts(year: year) }
}
