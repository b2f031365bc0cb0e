import Association
import Ledger
import Statements

extension FigureCatalogue {
  /// Names what each insats was granted, cost and reached.
  mutating func addInsatser(_ association: Association, statements: StatementTables) {
    for insats in association.insatser {
      let columns = [
        ("granted", "ram", "beviljad ram"), ("outcome", "utfall", "utfall"),
        ("difference", "differens", "ej utnyttjat"),
      ]
      for (column, name, title) in columns {
        guard let figure = statements["projektnot"]?.sum(ofInsats: insats.id, column: column) else { continue }
        add("insats.\(insats.id).\(name)", "\(insats.name): \(title)", figure)
      }
      alias("insats.\(insats.id).deltagare", of: "kostnad-per-deltagare.\(insats.id).participants")
      alias("insats.\(insats.id).kostnad-per-deltagare", of: "kostnad-per-deltagare.\(insats.id).per-participant")
    }
  }

  /// Names counts of participants, outcomes of goals and answers to surveys.
  mutating func addFollowUp(_ association: Association, year: Int, _ protection: CountProtection) {
    for table in association.countTables where table.year == year { add(table, protection) }
    for table in association.caseTables(year: year) { addCases(table, protection) }
    for goal in association.goals where goal.year == year { add(goal, protection) }
    for survey in association.surveys where survey.year == year { add(survey, protection) }
  }

  private mutating func add(_ table: CountTable, _ protection: CountProtection) {
    let sum = table.sumFigures(protection)
    var rows = table.rowFigures(protection).map {
      (id: $0.row.id, title: "\(table.title): \($0.row.title)", figures: $0.figures)
    }
    if let sum { rows.append((id: "summa", title: "\(table.title): summa", figures: sum)) }
    for row in rows {
      let name = "antal.\(table.id).\(row.id)"
      add(name, row.title, row.figures.total)
      for (sex, title, figure) in row.figures.bySex {
        add("\(name).\(sex)", "\(row.title), \(title)", figure)
        if let share = Figure.share(figure, of: row.figures.total, "Antal \(title)", "Alla") {
          add("\(name).andel-\(sex)", "\(row.title), andel \(title)", share)
        }
      }
      if let sum, row.id != "summa",
        let share = Figure.share(row.figures.total, of: sum.total, row.title, "\(table.title): summa")
      {
        add("\(name).andel", "\(row.title), andel av alla", share)
      }
    }
  }

  /// Cases have no sex: how many in each row, and in all.
  private mutating func addCases(_ table: CountTable, _ protection: CountProtection) {
    for (row, figures) in table.rowFigures(protection) {
      add("antal.\(table.id).\(row.id)", "\(table.title): \(row.title)", figures.total)
    }
    if let sum = table.sumFigures(protection) { add("antal.\(table.id).summa", "\(table.title): summa", sum.total) }
  }

  private mutating func add(_ goal: Goal, _ protection: CountProtection) {
    for (index, outcome) in goal.outcomes.enumerated() {
      let name = index == 0 ? "mal.\(goal.id)" : "mal.\(goal.id).\(index + 1)"
      let title = outcome.title.isEmpty ? goal.title : "\(goal.title), \(outcome.title)"
      let (met, base) = goal.figures(ofOutcome: index, protection)
      if let met { add("\(name).antal", "\(title): antal", met) }
      if let base { add("\(name).bas", "\(title): underlag", base) }
      if let met, let base { addShares("\(name).andel", "\(title): andel", met, of: base) }
    }
  }

  private mutating func add(_ survey: Survey, _ protection: CountProtection) {
    let name = "enkat.\(survey.id)"
    add("\(name).tillfragade", "\(survey.title): tillfrågade", survey.askedFigure(protection))
    add("\(name).svar", "\(survey.title): svar", survey.answeredFigure(protection))
    if let rate = survey.responseRate(protection) {
      add("\(name).svarsfrekvens", "\(survey.title): svarsfrekvens", rate)
    }
    for question in survey.questions {
      let (positive, answered) = survey.figures(of: question, protection)
      addShares("\(name).\(question.id)", "\(survey.title): \(question.text)", positive, of: answered)
      add("\(name).\(question.id).antal", "\(question.text): positiva svar", positive)
      add("\(name).\(question.id).svar", "\(question.text): svar", answered)
    }
  }

  private mutating func add(_ name: String, _ title: String, _ tally: TallyFigures) {
    add(name, title, tally.total)
    for (sex, told, figure) in tally.bySex { add("\(name).\(sex)", "\(title), \(told)", figure) }
  }

  private mutating func addShares(_ name: String, _ title: String, _ part: TallyFigures, of whole: TallyFigures) {
    if let share = Figure.share(part.total, of: whole.total, "\(title), antal", "\(title), underlag") {
      add(name, title, share)
    }
    for (part, whole) in zip(part.bySex, whole.bySex) {
      guard
        let share = Figure.share(
          part.figure, of: whole.figure, "\(title), antal \(part.title)", "\(title), underlag \(part.title)")
      else { continue }
      add("\(name).\(part.name)", "\(title), \(part.title)", share)
    }
  }
}

extension Table {
  /// One insats in the project note: its row, or the sum of its rows where it has one per receiver.
  func sum(ofInsats id: String, column: String) -> Figure? {
    if let figure = figure(id, column) { return figure }
    let parts = rows.filter { $0.id.utf8.starts(with: "\(id).".utf8) }.compactMap { row in
      figure(row.id, column).map { Origin.Operand(sign: "+", title: row.title, figure: $0) }
    }
    guard !parts.isEmpty else { return nil }
    let exact = parts.reduce(Money.zero) { $0 + ($1.figure.amount ?? .zero) }
    let printed = parts.reduce(Int64(0)) { $0 + (printedUnits(of: $1.figure) ?? 0) }
    return Figure(.amount(exact), printedUnits: printed, origin: .formula(parts))
  }
}
