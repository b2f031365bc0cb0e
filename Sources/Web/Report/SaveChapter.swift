import Association
import HTTPTypes
import Ledger
import Report
import Store

/// Saves a chapter's text, in one act. Whoever saves a text that another has changed meanwhile is shown both.
///
/// A change takes away the mark that the chapter is ready, in the same transaction: ”klar” then always means that
/// somebody has called these very words ready, and nobody has to compare days to know.
enum SaveChapter {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let stored = try await ChapterView.of(asked, place.first, place.second), stored.chapter.isWritten else {
      return .notFound
    }
    let form = ChapterForm(asked.form)
    guard form.faults.isEmpty else {
      let view = try await stored.writing(form.text, digest: form.digest, faults: form.faults)
      return .page(ChapterPage(view: view, asked: asked).page(), status: .unprocessableContent)
    }
    let (year, id) = (place.first, place.second)
    let isReady = asked.form.has("klar")
    let expectsText = Template.entries.first { $0.id == id }?.expectsText ?? true
    let outcome = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Outcome in
      var association = try writing.association()
      let present = association.text(of: id, year: year)
      // Whoever asks for both texts in the field wants to read them before anything is saved.
      guard !asked.form.has("bada") else { return .changed(present) }
      guard present == form.text || ChapterView.digest(of: present) == form.digest else { return .changed(present) }
      let isSame = present == form.text
      association.setText(form.text, of: id, year: year)
      try writing.record(association)
      let wasReady = try writing.chapterMarks(year: year)[id]?.isReady ?? false
      if isReady, !form.text.isEmpty || !expectsText {
        // Whoever calls other words ready than those that were is the one who stands for it.
        if wasReady, !isSame { try writing.mark(chapter: id, year: year, isReady: false) }
        try writing.mark(chapter: id, year: year, isReady: true)
        return .ready
      }
      if wasReady, !isSame { try writing.mark(chapter: id, year: year, isReady: false) }
      return isSame ? .same : .saved(tookMarkAway: wasReady)
    }
    switch outcome {
    case .changed(let present): return try await conflict(asked, stored, form, present)
    default: return .see(Addresses.chapter.path(place), notice: words(outcome))
    }
  }

  private enum Outcome {
    case ready
    case same
    case saved(tookMarkAway: Bool)
    case changed(String)
  }

  private static func words(_ outcome: Outcome) -> String {
    switch outcome {
    case .ready: "Texten är sparad och kapitlet är märkt som klart."
    case .same: "Texten var redan sparad så."
    case .saved(tookMarkAway: true): "Texten är sparad. Märket Klar är borttaget, eftersom texten har ändrats."
    case .saved, .changed: "Texten är sparad."
    }
  }

  /// Both texts and the difference; the field has the user's own, and saving it anew is a choice made with open eyes.
  private static func conflict(
    _ asked: Asked, _ stored: ChapterView, _ form: ChapterForm, _ present: String
  ) async throws -> Answer {
    // The way to keep both: the other's text first, then one's own, in one field.
    let isJoined = asked.form.has("bada")
    let text = isJoined ? present + "\n\n" + form.text : form.text
    var view = try await stored.writing(text, digest: ChapterView.digest(of: present))
    view.conflict = ChapterView.Conflict(stored: present, by: try lastEditor(asked))
    return .page(ChapterPage(view: view, asked: asked).page(), status: .conflict)
  }

  private static func lastEditor(_ asked: Asked) throws -> String {
    let line = try asked.store.history().last { $0.act == .association }
    return line.map { "\($0.actor.name), \(SwedishTime.text($0.moment))" } ?? ""
  }
}
