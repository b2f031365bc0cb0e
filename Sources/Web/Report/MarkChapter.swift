import HTTPTypes
import Report
import Store

/// Says that a chapter is ready, or that it is not.
enum MarkChapter {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard var view = try await ChapterView.of(asked, place.first, place.second) else { return .notFound }
    let isReady = asked.form.choice("lage") == "klar"
    if isReady, view.findings.contains(where: { $0.code == "obligatoriskt-kapitel-saknar-text" && $0.answer == nil }) {
      view.faults = [
        FieldFault(
          field: "text",
          message: "Kapitlet saknar text, och lagen kräver det. Skriv en text innan kapitlet märks som klart.")
      ]
      return .page(ChapterPage(view: view, asked: asked).page(), status: .unprocessableContent)
    }
    if (view.mark?.isReady ?? false) != isReady {
      try asked.store.mark(
        chapter: place.second, year: place.first, isReady: isReady, by: asked.actor, at: asked.now)
    }
    return .see(
      Addresses.chapter.path(place),
      notice: isReady ? "Kapitlet är märkt som klart." : "Märket Klar är borttaget.")
  }
}
