public import Association
public import Ledger
public import Statements

/// Report: the annual report as a value, and the checks it must pass.
///
/// Chapters in the template's order, prose whose numbers are bound to figures, tables, diagrams, and what the checks
/// found. A reader of somebody's published report makes the same value, so the same checks serve both.

/// An årsredovisning.
public struct AnnualReport: Hashable, Sendable {
  /// Whether it may be called finished.
  public enum Status: String, Hashable, Sendable {
    /// Some finding of severity error has neither been mended nor answered.
    case draft = "utkast"
    /// Every such finding is mended or answered.
    case complete = "färdig"
  }

  /// The association's name.
  public var associationName: String
  /// Its organisation number.
  public var organisationNumber: String
  /// The year reported.
  public var year: FiscalYear
  /// What the document is called, where it is not the annual report but is printed as one: `Statistik 2022`.
  public var heading: String?
  /// What is said of the report itself: decision, signatures, diary number.
  public var facts: ReportFacts
  /// The chapters, in order, each with its number.
  public var chapters: [Chapter]
  /// Every named figure, by name. The same names work inside the association's texts.
  public var figures: [String: NamedFigure]
  /// What the checks found, answered or not; empty before `checked(_:)`.
  public var findings: [Finding]
  /// What it was made from; nil for a report read from somebody's PDF.
  public var source: Source?
  /// How its counts of people have been protected, and what it tells that was not told before; nil for a report read
  /// from somebody's PDF.
  public var protection: CountProtection?

  /// A figure and what it is called in the list one picks from.
  public struct NamedFigure: Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// The figure.
    public var figure: Figure

    /// A named figure.
    public init(title: String, figure: Figure) {
      self.title = title
      self.figure = figure
    }
  }

  /// Everything our own report is made from.
  public struct Source: Hashable, Sendable {
    /// The association.
    public var association: Association
    /// The year's books.
    public var books: Books
    /// Last year's books, if they are in the book.
    public var previousBooks: Books?
    /// From accounts and objects to lines.
    public var mapping: Mapping
    /// The vouchers of the year, in order of number: what a figure opens down to.
    public var vouchers: [PostedVoucher]
    /// The counts of people that have been released before, in order.
    public var releases: [CountRelease]
    /// The year's internal control; nil where nothing is planned.
    public var controls: ControlYear?
    /// The meetings of groups that stand, of any year.
    public var groupMeetings: [GroupMeeting]
    /// The local groups' FINSAM plans, of any year.
    public var plans: [LocalPlan]
    /// The board's meetings that are in the book.
    public var board: BoardRecord

    /// A source.
    public init(
      association: Association, books: Books, previousBooks: Books?, mapping: Mapping, vouchers: [PostedVoucher],
      releases: [CountRelease] = [], controls: ControlYear? = nil, groupMeetings: [GroupMeeting] = [],
      plans: [LocalPlan] = [], board: BoardRecord = BoardRecord([])
    ) {
      self.association = association
      self.books = books
      self.previousBooks = previousBooks
      self.mapping = mapping
      self.vouchers = vouchers
      self.releases = releases
      self.controls = controls
      self.groupMeetings = groupMeetings
      self.plans = plans
      self.board = board
    }
  }

  /// A report of those chapters and figures, not yet checked.
  public init(
    associationName: String, organisationNumber: String, year: FiscalYear, facts: ReportFacts, chapters: [Chapter],
    figures: [String: NamedFigure], findings: [Finding] = [], source: Source? = nil,
    protection: CountProtection? = nil
  ) {
    self.associationName = associationName
    self.organisationNumber = organisationNumber
    self.year = year
    self.facts = facts
    self.chapters = chapters
    self.figures = figures
    self.findings = findings
    self.source = source
    self.protection = protection
  }

  /// A draft as long as an error stands unanswered.
  public var status: Status {
    findings.contains { $0.severity == .error && $0.answer == nil } ? .draft : .complete
  }

  /// All tables, in order of print.
  public var tables: [Table] {
    chapters.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The table with that id, or nil.
  public func table(_ id: String) -> Table? { tables.first { $0.id == id } }
}

/// A chapter of the report.
public struct Chapter: Hashable, Sendable {
  /// A stable name, as in the template: `forvaltningsberattelse`, `handelser`, `noter`.
  public var id: String
  /// Its number as printed, `1.3`; empty for one that is not numbered.
  public var number: String
  /// Its heading.
  public var title: String
  /// 1 for a chapter, 2 for a section, 3 for a subsection.
  public var level: Int
  /// What stands in it.
  public var blocks: [Block]

  /// A chapter.
  public init(id: String, number: String, title: String, level: Int, blocks: [Block]) {
    self.id = id
    self.number = number
    self.title = title
    self.level = level
    self.blocks = blocks
  }
}

/// A piece of a chapter.
public indirect enum Block: Hashable, Sendable {
  /// A paragraph.
  case paragraph([Inline])
  /// A heading inside the chapter, 1 for the largest that may stand there.
  case heading(level: Int, [Inline])
  /// A list; each item is a list of blocks.
  case list(isOrdered: Bool, [[Block]])
  /// A quotation.
  case quote([Block])
  /// A table.
  case table(Table)
  /// A diagram.
  case diagram(Diagram)
  /// Lines to sign on.
  case signatures([ReportFacts.Signatory])
}

/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
  /// Words.
  case text(String)
  /// Strong.
  case strong([Inline])
  /// Emphasis.
  case emphasis([Inline])
  /// A link, to https or mailto only.
  case link([Inline], to: String)
  /// A figure bound to a fact: its name, the figure, and the words it is printed as, unit included.
  case figure(name: String, Figure, printed: String)
  /// A name that no figure has: printed as a visible gap, and found by a check.
  case missingFigure(name: String)
  /// A line break.
  case lineBreak
}

/// A diagram of figures that also stand in a table or are printed beside it.
public struct Diagram: Hashable, Sendable {
  /// How it is drawn.
  public enum Form: String, Hashable, Sendable {
    /// Bars beside one another.
    case bars = "staplar"
    /// Bars on top of one another.
    case stacked = "staplade"
    /// A line per series.
    case lines = "linjer"
  }

  /// One series: its name and a value per category.
  public struct Series: Hashable, Sendable {
    /// What it shows.
    public var title: String
    /// A figure per category; nil where there is none.
    public var values: [Figure?]

    /// A series.
    public init(title: String, values: [Figure?]) {
      self.title = title
      self.values = values
    }
  }

  /// A stable name.
  public var id: String
  /// The caption.
  public var title: String
  /// How it is drawn.
  public var form: Form
  /// The unit of amounts.
  public var unit: Table.Unit
  /// The categories, left to right.
  public var categories: [String]
  /// The series.
  public var series: [Series]

  /// A diagram.
  public init(
    id: String, title: String, form: Form, unit: Table.Unit, categories: [String], series: [Series]
  ) {
    self.id = id
    self.title = title
    self.form = form
    self.unit = unit
    self.categories = categories
    self.series = series
  }
}
