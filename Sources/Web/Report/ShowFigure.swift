import Association
import HTTPTypes
import Ledger
import Press
import Report
import Statements
import Store

/// Any figure, opened: its formula, its accounts, their vouchers, where it stands, what has been said of it.
enum ShowFigure {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    try await page(asked, place, draft: CommentDraft(), status: .ok)
  }

  /// The page with a comment that is being written.
  static func page(
    _ asked: Asked, _ place: Pair<Int, String>, draft: CommentDraft, status: HTTPResponse.Status
  ) async throws -> Answer {
    guard let workbench = try await asked.workbench(place.first), let id = FigurePlace(place.second),
      let found = id.find(in: workbench)
    else { return .notFound }
    let store = asked.store
    let accounts = try await LongWork.run { try FigureAccounts.of(found.figure, in: workbench, store: store) }
    let view = FigureView(
      year: place.first, place: id, title: found.title, figure: found.figure, accounts: accounts,
      operands: FigureView.operands(of: found.figure, at: id, in: workbench),
      uses: FigureUses.of(found.figure, in: workbench.report, year: place.first),
      forms: name(id).map { workbench.forms(of: $0) } ?? [],
      history: try history(of: id, asked, place.first),
      deliveries: try deliveries(of: found.figure, asked, place.first))
    // The panel beside a text has the figure alone; comments are written on its page.
    if asked.isScript { return .piece(FigurePart(view, isPanel: true).panel()) }
    let talk = try CommentTalk.of(asked, at: .figure(year: place.first, place.second))
    return .page(
      FigurePart(view).page(talk: talk.html(asked, draft: draft), faults: FormPart.summary(of: draft.faults)),
      status: status)
  }

  /// The deliveries that a count follows from; none for whoever may not open them.
  private static func deliveries(of figure: Figure, _ asked: Asked, _ year: Int) throws -> [Int64] {
    guard case .fact(_, let source) = figure.origin, Access.forecasters.admits(asked.user) else { return [] }
    return try asked.store.association().deliveredCountTables.first { $0.year == year && $0.source == source }?
      .deliveryIDs ?? []
  }

  private static func name(_ id: FigurePlace) -> String? {
    if case .named(let name) = id.base, id.path.isEmpty { name } else { nil }
  }

  /// What the figure was when versions of the report were kept.
  private static func history(of id: FigurePlace, _ asked: Asked, _ year: Int) throws -> [FigureView.Past] {
    guard let name = name(id) else { return [] }
    return try asked.store.reportVersions(year: year).compactMap { version in
      guard let value = ReportLines.value(of: name, in: try asked.store.lines(ofVersion: version.sequence)) else {
        return nil
      }
      return FigureView.Past(
        version: version.name, path: Addresses.version.path(Pair(year, version.sequence)), value: value)
    }
  }
}
