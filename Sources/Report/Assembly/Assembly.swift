import Association
import Ledger
import Statements

/// The making of one report: all tables, figures and diagrams first, then the chapters in which they stand.
struct Assembly {
  var source: AnnualReport.Source
  let year: Int
  let statements: StatementTables
  /// How every count of people is printed.
  let protection: CountProtection
  let catalogue: FigureCatalogue
  /// Every table that a chapter or a text can place, by id.
  let tables: [String: Table]
  /// The ids of the tables of counts and surveys, in the association's order.
  let followUpIDs: [String]
  let diagrams: [String: Diagram]
  let markdown: Markdown

  init(_ source: AnnualReport.Source) {
    var source = source
    source.association = source.association.measured
    self.source = source
    let year = source.books.year.number
    let association = source.association
    var statements = StatementTables(source)
    let protection = CountProtection(
      association, year: year, earlier: source.releases,
      costed: Set(statements["kostnad-per-deltagare"]?.rows.map(\.id) ?? []))
    statements.protect(association, year: year, protection)
    let catalogue = FigureCatalogue(source: source, statements: statements, protection: protection)
    var tables = statements.byID
    var followUpIDs: [String] = []
    func add(_ table: Table?) {
      guard let table, tables[table.id] == nil else { return }
      tables[table.id] = table
      if table.id.isFollowUp { followUpIDs.append(table.id) }
    }
    add(
      goalTable(association.goals.filter { $0.year == year }, year: year, catalogue: catalogue, protection: protection))
    add(association.insatsRegister(year: year))
    add(association.activityTable(year: year, protection))
    let obstacles = association.obstacles(in: year)
    add(obstacles?.table)
    add(association.staffTable(year: year))
    for table in association.countTables where table.year == year { add(table.table(protection)) }
    for survey in association.surveys where survey.year == year { add(survey.table(protection)) }
    for table in association.progressionTables(year: year, protection) { add(table) }
    for table in association.caseTablesPrinted(year: year, protection) { add(table) }
    add(association.screeningTable(year: year, protection))
    add(association.deviationTable(year: year, markdown: Markdown(catalogue: catalogue)))
    add(source.controls?.table)
    var diagrams: [String: Diagram] = [:]
    for diagram in reportDiagrams(source, statements: statements, protection) { diagrams[diagram.id] = diagram }
    if let diagram = obstacles?.diagram { diagrams[diagram.id] = diagram }
    for goal in association.goals where goal.year == year {
      for series in association.series(of: goal) where series.hasMore {
        add(series.table(goal, year: year, protection))
        if let diagram = series.diagram(goal, protection) { diagrams[diagram.id] = diagram }
      }
    }
    self.year = year
    self.statements = statements
    self.protection = protection
    self.catalogue = catalogue
    self.tables = tables
    self.followUpIDs = followUpIDs
    self.diagrams = diagrams
    markdown = Markdown(catalogue: catalogue, tables: tables, diagrams: diagrams)
  }

  /// The report, and what is not right in the association's texts.
  func report() -> Reading<AnnualReport> {
    let chapters = chapters()
    return Reading(
      value: AnnualReport(
        associationName: source.association.name, organisationNumber: source.association.organisationNumber,
        year: source.books.year, facts: source.association.reportFacts(year: year), chapters: chapters.value,
        figures: catalogue.figures, source: source, protection: protection),
      diagnostics: chapters.diagnostics)
  }
}

extension String {
  /// Whether a table of that id counts participants, answers or cases, or follows a goal over years.
  var isFollowUp: Bool {
    ["antal-", "enkat-", "progression-", "malserie-"].contains { utf8.starts(with: $0.utf8) }
  }
}
