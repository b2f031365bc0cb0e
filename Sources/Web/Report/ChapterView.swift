import Association
import Ledger
import Report
import Store

/// What a chapter's page shows: the text as it stands or as it was just typed, the report with that text in it, and
/// what there is beside it.
struct ChapterView: Sendable {
  /// The text that somebody else has saved meanwhile.
  struct Conflict: Sendable {
    let stored: String
    /// Who changed the association's facts last, and when, where the history says.
    let by: String
  }

  let year: Int
  let chapter: DeskChapter
  /// What stands in the field.
  var text: String
  /// The digest of the text that the field was opened with: what is stored, if nobody else has saved.
  var digest: String
  /// The report as it would be with the text in the field.
  var workbench: Workbench
  let mark: ChapterMark?
  let talk: CommentTalk
  var talkDraft: CommentDraft
  /// Last year's text of the chapter; empty where there is none.
  let lastYearsText: String
  var faults: [FieldFault] = []
  var conflict: Conflict?
  /// Whether what stands in the field is not saved.
  var isUnsaved = false

  /// The findings at the chapter, the gravest first; those that are answered last.
  var findings: [Finding] {
    let here = workbench.report.findings.filter { workbench.report.chapterID(ofPlace: $0.place) == chapter.id }
    return here.filter { $0.answer == nil } + here.filter { $0.answer != nil }
  }

  /// The chapter as it is stored; nil where there is no such year or chapter.
  static func of(
    _ asked: Asked, _ year: Int, _ id: String, talkDraft: CommentDraft = CommentDraft()
  ) async throws -> ChapterView? {
    guard let workbench = try await asked.workbench(year), let chapter = DeskChapter.find(id, in: workbench) else {
      return nil
    }
    let text = workbench.text(of: id)
    return ChapterView(
      year: year, chapter: chapter, text: text, digest: digest(of: text), workbench: workbench,
      mark: try asked.store.chapterMarks(year: year)[id],
      talk: try CommentTalk.of(asked, at: .chapter(year: year, id)), talkDraft: talkDraft,
      lastYearsText: try asked.store.association().text(of: id, year: year - 1))
  }

  /// The same page with another text in the field, not saved.
  func writing(_ text: String, digest: String, faults: [FieldFault] = []) async throws -> ChapterView {
    var view = self
    view.text = text
    view.digest = digest
    view.faults = faults
    view.isUnsaved = text != self.text
    // A text that may not be kept is not shown as printed either: it could hold a personnummer.
    if faults.isEmpty, view.isUnsaved {
      let (workbench, id) = (workbench, chapter.id)
      view.workbench = try await LongWork.run { workbench.writing(text, in: id) }
    }
    return view
  }

  static func digest(of text: String) -> String { Secret.digest(of: text) }
}
