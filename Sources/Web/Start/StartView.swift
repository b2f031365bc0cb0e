import Association
import Ledger
import Store

/// What the start page shows, gathered from the book for one role.
struct StartView {
  let late: [Deadline]
  let soon: [Deadline]
  /// The years of the book.
  let years: Set<Int>
  /// This year's wheel.
  let wheel: [Deadline]
  let progress: ReportProgress?
  let economy: EconomyNow?
  let drafts: [KeptSketch]
  /// Applications and reports that wait for the office.
  let grants: GrantTasks
  let comments: [Comment]
  /// What the money says must be acted on.
  let money: [MoneyAlert]
  /// Members' invoices that should have been paid.
  let overdue: [MemberInvoice]
  /// The last lines of history, and which tables each changed.
  let lines: [HistoryLine]
  let tables: [Int64: [String]]

  /// The drafts that this user changed last, and those of others.
  func drafts(of user: User, isOwn: Bool) -> [KeptSketch] { drafts.filter { ($0.changedBy == user.name) == isOwn } }

  /// So many of each are shown; the rest is a link away.
  static let countMax = 6

  static func of(_ asked: Asked, states: [YearState]) async throws -> StartView {
    let store = asked.store
    let association = try store.association()
    let ledger = try LedgerFacts(states, in: store)
    let grants = try store.grantCases()
    let reports = [asked.today.year - 1, asked.today.year, asked.today.year + 1].flatMap {
      ShowWheel.withReports([], grants, association, year: $0, today: asked.today)
    }
    let present = (YearlyWheel.present(for: association, ledger: ledger, today: asked.today) + reports)
      .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
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
      late: present.filter(\.isLate), soon: present.filter(\.isSoon), years: Set(states.map(\.year.number)),
      wheel: ShowWheel.withReports(
        YearlyWheel.deadlines(for: association, ledger: ledger, year: asked.today.year, today: asked.today), grants,
        association, year: asked.today.year, today: asked.today),
      progress: progress, economy: try EconomyNow.of(asked, association: association, states: states),
      drafts: Access.bookkeepers.admits(asked.user) ? try store.sketches(.draft) : [],
      grants: GrantTasks(asked, grants, association),
      comments: try openComments(asked),
      money: try await MoneyAlerts.of(asked, association) + DeliveryTasks.waiting(asked),
      overdue: try store.unsettledInvoices().filter {
        if case .overdue = $0.state(on: asked.today) { true } else { false }
      }, lines: lines,
      tables: try store.editedTables(from: first, through: last))
  }

  /// The report one works with: that of the last year that is over, until it is decided and a later year has begun.
  private static func reportYear(_ association: Association, _ states: [YearState], today: CalendarDate) -> Int? {
    let over = states.last { $0.year.last < today }?.year.number
    let isDecided = association.reports.contains { $0.year == over && $0.decision.date != nil }
    return isDecided ? states.last?.year.number : over ?? states.last?.year.number
  }

  /// What is asked of this user or of everybody, and for an auditor what they have asked themselves.
  private static func openComments(_ asked: Asked) throws -> [Comment] {
    guard Access.questioners.admits(asked.user) else { return [] }
    return try asked.store.comments(below: "").filter { comment in
      guard comment.ending == nil else { return false }
      if asked.user.role == .auditor { return comment.to == asked.user.id || comment.by == asked.user.name }
      return comment.to == asked.user.id || (comment.to == nil && comment.by != asked.user.name)
    }.sorted { $1.at < $0.at }
  }
}
