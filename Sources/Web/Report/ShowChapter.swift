/// A chapter: its text beside the page it becomes, and what is said of it.
enum ShowChapter {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let view = try await ChapterView.of(asked, place.first, place.second) else { return .notFound }
    return .page(ChapterPage(view: view, asked: asked).page())
  }
}
