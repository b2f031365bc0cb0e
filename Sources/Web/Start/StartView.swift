import Association
import Ledger
import Store

/// What the start page shows, gathered from the book for one role.
struct StartView {
  /// What somebody asks this user.
  let questions: [DueThing]
  /// What waits for this user and has no day, or a day to come.
  let waiting: [DueThing]
  let late: [DueThing]
  let soon: [DueThing]
  /// This year's wheel.
  let wheel: [DueThing]
  let progress: ReportProgress?
  let economy: EconomyNow?
  let drafts: [KeptSketch]
  /// What the money says must be acted on.
  let money: [MoneyAlert]
  /// The last lines of history, and which tables each changed.
  let lines: [HistoryLine]
  let tables: [Int64: [String]]

  /// The drafts that this user changed last, and those of others.
  func drafts(of user: User, isOwn: Bool) -> [KeptSketch] { drafts.filter { ($0.changedBy == user.name) == isOwn } }

  /// So many of each are shown; the rest is a link away.
  static let countMax = 6

  static func of(_ asked: Asked, states: [YearState]) async throws -> StartView {
    let store = asked.store
    let book = try DueBook(asked)
    let association = book.association
    // Readers see what is late and soon in the wheel, though it is the office's to do.
    let isReaderOnly = !Access.bookkeepers.admits(asked.user)
    let things = try book.things()
    let present = things.filter {
      $0.isPresent(on: asked.today, withinDays: DueBook.startDays)
        && (asked.mayDo($0) || (isReaderOnly && $0.basis != nil))
    }
    let (questions, rest) = (present.filter { $0.source == .comment }, present.filter { $0.source != .comment })
    var lines: [HistoryLine] = []
    if Access.insiders.admits(asked.user) {
      lines = try store.historyPage(acts: [], actor: "", text: "", offset: 0, limit: StartView.countMax).lines
    }
    let (first, last) = (lines.map(\.sequence).min() ?? 0, lines.map(\.sequence).max() ?? 0)
    var progress: ReportProgress?
    if let year = reportYear(association, states, today: asked.today) {
      progress = try await ReportProgress.of(asked, year: year)
    }
    return StartView(
      questions: questions.sorted { ($1.since ?? asked.today) < ($0.since ?? asked.today) },
      waiting: rest.filter { $0.isWaiting && !$0.isLate(on: asked.today) },
      late: rest.filter { $0.isLate(on: asked.today) },
      soon: rest.filter { !$0.isWaiting && !$0.isLate(on: asked.today) },
      wheel: book.wheel(asked.today.year, among: things),
      progress: progress, economy: try EconomyNow.of(asked, association: association, states: states),
      drafts: Access.bookkeepers.admits(asked.user) ? try store.sketches(.draft) : [],
      money: try await MoneyAlerts.of(asked, association), lines: lines,
      tables: try store.editedTables(from: first, through: last))
  }

  /// The report one works with: that of the last year that is over, until it is decided and a later year has begun.
  private static func reportYear(_ association: Association, _ states: [YearState], today: CalendarDate) -> Int? {
    let over = states.last { $0.year.last < today }?.year.number
    let isDecided = association.reports.contains { $0.year == over && $0.decision.date != nil }
    return isDecided ? states.last?.year.number : over ?? states.last?.year.number
  }
}

extension DueBook {
  /// The book that the visitor works in.
  init(_ asked: Asked) throws { try self.init(asked.store, today: asked.today, now: asked.now) }
}

extension Asked {
  /// Whether the thing is the visitor's to do.
  func mayDo(_ thing: DueThing) -> Bool { thing.isFor(user, isPractising: visitor.isPractising) }

  /// Where the visitor does it or reads about it.
  func path(to thing: DueThing) -> String? { thing.path(for: user, isPractising: visitor.isPractising) }
}
