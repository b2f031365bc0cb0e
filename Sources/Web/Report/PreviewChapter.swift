import HTTPTypes
import Report

/// Shows a chapter with the text that is being written, and saves nothing. The page's script gets the pieces that the
/// text changes; without it the whole page comes back, with the text as it was typed.
enum PreviewChapter {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let stored = try await ChapterView.of(asked, place.first, place.second), stored.chapter.isWritten else {
      return .notFound
    }
    let form = ChapterForm(asked.form)
    var text = form.text
    var notice = ""
    // A button beside a finding puts its mend in the text, which is still not saved.
    if form.faults.isEmpty, asked.form.has("ratta") {
      let shown = try await stored.writing(text, digest: form.digest)
      if let mend = mend(asked.form.choice("ratta"), in: shown) {
        text = mend.applied(to: text)
      } else {
        notice = "Det som skulle rättas står inte längre i texten. Se efter i texten själv."
      }
    }
    let view = try await stored.writing(text, digest: form.digest, faults: form.faults)
    let page = ChapterPage(view: view, asked: asked, notice: notice)
    if asked.isScript { return .piece(page.pieces()) }
    return .page(page.page(), status: form.faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// The mend of the finding that the button stands beside, told by its code and place.
  private static func mend(_ choice: String, in view: ChapterView) -> Mend? {
    view.findings.first { "\($0.code) \($0.place)" == choice }
      .flatMap { view.workbench.mend(of: $0, in: view.text) }
  }
}
