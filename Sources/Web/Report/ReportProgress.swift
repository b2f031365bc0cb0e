import Association
import Ledger
import Report
import Store

/// How far a year's report is: its parts in the template's order, and how many of them are ready. The report's desk and
/// the start page say the same.
struct ReportProgress: Sendable {
  /// How a part stands.
  enum State: Hashable, Sendable {
    /// Somebody has called its text ready.
    case ready(by: String, at: Moment)
    /// It has a text that nobody has called ready.
    case written
    /// The law asks for a text, and there is none.
    case missing
    /// It is made of books and facts alone, and is ready when nothing is wrong in it.
    case automatic
    /// Nothing asks for it and nothing stands in it: it is not printed, and not counted.
    case leftOut
  }

  /// A part: a chapter, or what is said of the report itself.
  struct Part: Sendable {
    /// The chapter's id; empty for what is no chapter.
    let id: String
    let title: String
    let number: String
    /// 1 for a chapter, 2 for a section, 3 for a subsection.
    let level: Int
    let state: State
    /// Findings that are neither mended nor answered.
    let errorCount: Int
    let warningCount: Int
    /// Comments that have not ended.
    let commentCount: Int
    /// Whether it says something else than when the board last saw it.
    let isChangedSinceBoard: Bool
    /// Where it is worked on.
    let path: String

    var isReady: Bool {
      guard errorCount == 0 else { return false }
      switch state {
      case .ready, .automatic: return true
      case .written, .missing, .leftOut: return false
      }
    }

    var isCounted: Bool { state != .leftOut }
  }

  let year: Int
  let parts: [Part]
  /// Whether some error is neither mended nor answered.
  let isDraft: Bool

  var count: Int { parts.filter(\.isCounted).count }
  var readyCount: Int { parts.filter { $0.isCounted && $0.isReady }.count }
  var missingCount: Int { parts.filter { $0.state == .missing }.count }
  var errorCount: Int { parts.map(\.errorCount).reduce(0, +) }

  /// `31 av 42 delar klara`.
  var words: String { "\(readyCount) av \(count) delar klara" }

  /// What is left, in a sentence; empty where nothing is.
  var rest: String {
    let waiting = parts.filter { $0.state == .written && $0.errorCount == 0 }.count
    let wrong = parts.filter { $0.isCounted && $0.errorCount > 0 }.count
    var said: [String] = []
    if missingCount > 0 { said.append("\(missingCount) saknar text") }
    if wrong > 0 { said.append("\(wrong) har fel som varken är rättade eller besvarade") }
    if waiting > 0 { said.append("\(waiting) har text som ingen har märkt som klar") }
    return said.isEmpty ? "" : said.joined(separator: ", ") + "."
  }

  /// The progress of the year's report; nil where the book has no such year.
  static func of(_ asked: Asked, year: Int) async throws -> ReportProgress? {
    guard let workbench = try await asked.workbench(year) else { return nil }
    let store = asked.store
    let seen = try store.reportVersions(year: year).last.map { try store.lines(ofVersion: $0.sequence) }
    return ReportProgress(
      workbench, year: year, marks: try store.chapterMarks(year: year),
      comments: try store.comments(below: "rapport/\(year)"), seen: seen)
  }

  init(
    _ workbench: Workbench, year: Int, marks: [String: ChapterMark], comments: [Comment], seen: [ReportVersion.Line]?
  ) {
    self.year = year
    isDraft = workbench.report.status == .draft
    let reckoning = Reckoning(
      workbench: workbench, year: year, marks: marks, open: comments.filter { $0.ending == nil },
      seen: seen.map(ReportLines.byChapter))
    parts = reckoning.parts()
  }

  /// Where comments on a chapter stand.
  static func place(ofChapter id: String, year: Int) -> String { "rapport/\(year)/kapitel/\(id)" }
}

/// The reckoning of the parts.
private struct Reckoning {
  let workbench: Workbench
  let year: Int
  let marks: [String: ChapterMark]
  let open: [Comment]
  let seen: [String: [String]]?

  private var report: AnnualReport { workbench.report }

  func parts() -> [ReportProgress.Part] {
    let findings = Dictionary(grouping: report.findings.filter { $0.answer == nil }) { finding in
      report.chapterID(ofPlace: finding.place).flatMap { id in DeskChapter.all(in: workbench).first { $0.id == id } }?
        .id
        ?? (finding.place.utf8.starts(with: "fakta".utf8) ? "fakta" : "")
    }
    let chapters = DeskChapter.all(in: workbench).map { part(of: $0, findings[$0.id] ?? []) }
    return chapters + [facts(findings["fakta"] ?? []), books(findings[""] ?? [])]
  }

  private func part(of chapter: DeskChapter, _ findings: [Finding]) -> ReportProgress.Part {
    ReportProgress.Part(
      id: chapter.id, title: chapter.title, number: chapter.number, level: chapter.level,
      state: state(of: chapter, findings), errorCount: findings.filter { $0.severity == .error }.count,
      warningCount: findings.filter { $0.severity == .warning }.count,
      commentCount: open.filter { $0.place == ReportProgress.place(ofChapter: chapter.id, year: year) }.count,
      isChangedSinceBoard: isChanged(chapter.id), path: Addresses.chapter.path(Pair(year, chapter.id)))
  }

  private func state(of chapter: DeskChapter, _ findings: [Finding]) -> ReportProgress.State {
    let hasText = !workbench.text(of: chapter.id).isEmpty
    if let mark = marks[chapter.id], mark.isReady { return .ready(by: mark.by, at: mark.at) }
    if findings.contains(where: { $0.code == "obligatoriskt-kapitel-saknar-text" }) { return .missing }
    if hasText { return .written }
    return chapter.isPrinted ? .automatic : .leftOut
  }

  private func isChanged(_ id: String) -> Bool {
    guard let seen else { return false }
    return (seen[id] ?? []) != (report.chapter(id).map(ReportLines.lines) ?? [])
  }

  /// What is said of the report itself: the decision, who signs, who audits.
  private func facts(_ findings: [Finding]) -> ReportProgress.Part {
    let facts = report.facts
    let isWhole = facts.decision.date != nil && !facts.auditors.isEmpty
    return other(
      "Uppgifter om beslut och underskrifter", state: isWhole ? .automatic : .missing, findings,
      path: Addresses.reportFacts.path(year))
  }

  /// What the checks find in the books themselves.
  private func books(_ findings: [Finding]) -> ReportProgress.Part {
    other(
      "Bokföringen", state: .automatic, findings, path: Addresses.findings.path(year, query: [("del", "bokforing")]))
  }

  private func other(
    _ title: String, state: ReportProgress.State, _ findings: [Finding], path: String
  ) -> ReportProgress.Part {
    ReportProgress.Part(
      id: "", title: title, number: "", level: 1, state: state,
      errorCount: findings.filter { $0.severity == .error }.count,
      warningCount: findings.filter { $0.severity == .warning }.count, commentCount: 0, isChangedSinceBoard: false,
      path: path)
  }
}
