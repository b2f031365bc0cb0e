public import Association
public import Ledger
public import Statements

extension Statistics {
  /// The statistics of a year, with what has been released before in mind. `cost` is what each insats cost per
  /// participant, as Statements has it. The same facts and releases give the same statistics.
  public init(of association: Association, year period: FiscalYear, cost: Table? = nil, earlier: [CountRelease] = []) {
    let year = period.number
    let association = association.measured
    let tables = association.countTables.filter { $0.year == year }
    let years = association.yearsBeside(year)
    let protection = CountProtection(
      association.sheet(year: year, years: years, costed: Set(cost?.rows.map(\.id) ?? [])),
      threshold: association.settings.smallCountBelow, year: year, earlier: earlier)
    let counted = tables.filter(\.insatsID.isEmpty) + tables.filter { !$0.insatsID.isEmpty }
    let surveys = association.surveys.filter { $0.year == year }
    let goals = association.goals.filter {
      $0.year == year && $0.kind != .financial && $0.outcomes.contains { $0.met != nil }
    }
    self.associationName = association.name
    self.organisationNumber = association.organisationNumber
    self.period = period
    self.threshold = protection.threshold
    let named = Set(
      tables.map(\.insatsID) + surveys.map(\.insatsID) + goals.map(\.insatsID) + (cost?.rows.map(\.id) ?? []))
    self.insatser = association.insatser.filter { named.contains($0.id) }
    self.tables = counted.map { Counted($0, protection) }
    self.surveys = surveys.map { SurveyResult($0, protection) }
    self.goals = goals.map { GoalResult($0, protection) }
    self.activities = association.activityTable(year: year, protection)
    self.cost = cost?.protectedCost(association, year: year, protection)
    self.series = association.yearSeries(year: year, years: years, protection)
    self.comparisons = SexComparison.all(tables: self.tables, surveys: self.surveys, goals: self.goals, protection)
    self.protection = protection
    self.releaseCount = earlier.count
  }
}

extension Association {
  /// The years that stand beside that one, the oldest first: those before it in which something is counted, as far back as
  /// the overview of the years in the annual report goes.
  fileprivate func yearsBeside(_ year: Int) -> [Int] {
    let counted = Set(countTables.map(\.year) + surveys.map(\.year) + goals.map(\.year))
    return counted.filter { $0 < year && $0 > year - max(settings.overviewYearCount, 2) }.sorted()
  }

  /// The counts that the statistics tell: all of the year's, and of the years before it those that stand beside them.
  fileprivate func sheet(year: Int, years: [Int], costed: Set<String>) -> CountSheet {
    var whole = self
    // What the statistics do not print has not left the book with them.
    (whole.progressions, whole.caseCounts, whole.screenings) = ([], [], [])
    // Of other years no more is told than what stands in a series: the tables of all insatser, and the flows.
    let ids = Set(countTables.lazy.filter { $0.year == year && $0.standsBesideYears }.map(\.seriesName))
    whole.countTables = countTables.filter { table in
      table.year == year || (table.standsBesideYears && ids.contains(table.seriesName))
    }
    var sheet = whole.countSheet(year: year, costed: costed)
    guard !years.isEmpty else { return sheet }
    let earlierGoals = goals.filter { $0.year == year && $0.kind != .financial }.flatMap { sameGoals($0, years).0 }
    let earlierSurveys = surveys.filter { $0.year == year }.flatMap { sameSurveys($0, years).0 }
    whole.goals = earlierGoals.filter { $0.year != year }
    whole.surveys = earlierSurveys.filter { $0.year != year }
    whole.activities = []
    for earlier in years.reversed() { sheet.add(whole.countSheet(year: earlier)) }
    return sheet
  }
}

extension CountTable {
  /// Whether the table is told year by year: it is of all insatser, or a flow.
  var standsBesideYears: Bool { insatsID.isEmpty || kind == .flow }
  /// What a table of another year has to be called to be the same.
  var seriesName: String { "\(insatsID)/\(id)" }
}

extension Table {
  /// The costs per participant as they may be printed: where the participants are withheld, so is what each cost, for
  /// it would tell how many they are.
  func protectedCost(_ association: Association, year: Int, _ protection: CountProtection) -> Table {
    guard let participants = columns.firstIndex(where: { $0.id == "participants" }),
      let perHead = columns.firstIndex(where: { $0.id == "per-participant" })
    else { return self }
    var table = self
    for (index, row) in rows.enumerated() {
      guard let insats = association.insatser.first(where: { $0.id == row.id }),
        let figure = row.cells[participants].figure, let count = figure.count
      else { continue }
      let printed = protection.printed(Int(count), insats.participantsCell(year: year))
      guard printed.count == nil else { continue }
      let told = Figure.told(
        Int(count), as: printed, "Deltagare i \(insats.name) \(year)", in: "Förbundets uppgifter om deltagare")
      table.rows[index].cells[participants] = .figure(told)
      table.rows[index].cells[perHead] = .figure(
        Figure(
          .withheld(.amount),
          origin: .nothing(why: "Kostnaden per deltagare visas inte, för att antalet deltagare inte visas.")))
    }
    return table.explained
  }
}

extension Statistics.BySex {
  /// A tally as figures.
  init(_ figures: TallyFigures) {
    let sexes = figures.bySexCells.map(\.figure)
    self.init(women: sexes[0], men: sexes[1], notStated: figures.notStated, total: figures.total)
  }

  /// Nothing at all.
  static let nothing = Statistics.BySex(women: nil, men: nil, notStated: nil, total: nil)

  /// The shares that these are of those, sex by sex: of a handful none is told.
  func shares(
    of whole: Statistics.BySex, _ partTitle: String, _ wholeTitle: String, _ protection: CountProtection
  ) -> Statistics.BySex {
    func share(_ path: KeyPath<Statistics.BySex, Figure?>, _ sex: String) -> Figure? {
      guard let part = self[keyPath: path], let base = whole[keyPath: path] else { return nil }
      return .share(part, ofGroup: base, "\(partTitle), \(sex)", "\(wholeTitle), \(sex)", protection)
    }
    return Statistics.BySex(
      women: share(\.women, "kvinnor"), men: share(\.men, "män"), notStated: share(\.notStated, "uppgift saknas"),
      total: share(\.total, "alla"))
  }
}

extension Figure {
  /// A share of a group of people, or nil where there is nobody: of a group smaller than the threshold it is withheld.
  static func share(
    _ part: Figure, ofGroup whole: Figure, _ partTitle: String, _ wholeTitle: String, _ protection: CountProtection
  ) -> Figure? {
    let share = share(part, of: whole, partTitle, wholeTitle)
    guard let base = whole.count, base > 0, !protection.mayShare(of: Int(base)) else { return share }
    return Figure(
      .withheld(.share(atLeast: nil)),
      origin: .nothing(why: "Andelen visas inte, för att gruppen är så liten att någon kan kännas igen."))
  }
}

extension Statistics.Counted {
  init(_ table: CountTable, _ protection: CountProtection) {
    let sum = table.sumFigures(protection).map { Statistics.BySex($0) }
    func row(_ id: String, _ title: String, _ counts: Statistics.BySex) -> Statistics.Row {
      Statistics.Row(
        id: id, title: title, counts: counts,
        shares: sum.map { counts.shares(of: $0, title, "Summa", protection) } ?? .nothing,
        shareOfWomen: counts.shareOfWomen(title, protection))
    }
    self.init(
      id: table.id, title: table.title, subject: Statistics.Subject(table), kind: table.kind,
      insatsID: table.insatsID, rowHeading: table.rowHeading,
      rows: table.rowFigures(protection).map { row($0.row.id, $0.row.title, Statistics.BySex($0.figures)) },
      sum: sum.map { row("summa", "Summa", $0) }, remark: table.remark)
  }
}

extension Statistics.BySex {
  /// How large a part of all are women, where it is known of everybody.
  fileprivate func shareOfWomen(_ title: String, _ protection: CountProtection) -> Figure? {
    guard let women, let total, notStated?.count == 0 else { return nil }
    return .share(women, ofGroup: total, "\(title), kvinnor", "\(title), alla", protection)
  }
}

extension Statistics.Proportion {
  init(
    id: String, title: String, part: TallyFigures?, whole: TallyFigures?, _ partTitle: String, _ wholeTitle: String,
    _ protection: CountProtection
  ) {
    let parts = part.map { Statistics.BySex($0) } ?? .nothing
    let wholes = whole.map { Statistics.BySex($0) } ?? .nothing
    self.init(
      id: id, title: title, part: parts, whole: wholes,
      shares: parts.shares(of: wholes, partTitle, wholeTitle, protection))
  }
}

extension Statistics.SurveyResult {
  init(_ survey: Survey, _ protection: CountProtection) {
    self.init(
      id: survey.id, title: survey.title, population: survey.population, insatsID: survey.insatsID,
      scale: survey.scale, positiveFrom: survey.positiveFrom, asked: survey.askedFigure(protection),
      answered: survey.answeredFigure(protection),
      rate: .share(
        survey.answeredFigure(protection), ofGroup: survey.askedFigure(protection), "Svar", "Tillfrågade", protection),
      questions: survey.questions.map { question in
        let figures = survey.figures(of: question, protection)
        return Statistics.Proportion(
          id: question.id, title: question.text, part: figures.positive, whole: figures.answered, "Positiva svar",
          "Svar", protection)
      })
  }
}

extension Statistics.GoalResult {
  init(_ goal: Goal, _ protection: CountProtection) {
    self.init(
      id: goal.id, title: goal.title, text: goal.text, definition: goal.definition, insatsID: goal.insatsID,
      verdict: goal.printedVerdict(figures: FigureCatalogue(), protection),
      outcomes: goal.outcomes.indices.map { index in
        let figures = goal.figures(ofOutcome: index, protection)
        return Statistics.Proportion(
          id: "\(index + 1)", title: goal.outcomes[index].title, part: figures.met, whole: figures.base,
          "Uppnådde målet", "Underlag", protection)
      })
  }
}
