import HTTPTypes
import Report

/// A comment on a chapter or a figure of the report.
enum CommentOnReport {
  static func onChapter(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let workbench = try await asked.workbench(place.first), DeskChapter.find(place.second, in: workbench) != nil
    else { return .notFound }
    let talk = CommentPlace.chapter(year: place.first, place.second)
    guard let draft = try CommentDraft.record(asked, at: talk) else {
      return .see(talk.path + "#kommentarer", notice: "Kommentaren är sparad.")
    }
    let view = try await ChapterView.of(asked, place.first, place.second, talkDraft: draft)
    return view.map { .page(ChapterPage(view: $0, asked: asked).page(), status: .unprocessableContent) } ?? .notFound
  }

  static func onFigure(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let workbench = try await asked.workbench(place.first), FigurePlace(place.second)?.find(in: workbench) != nil
    else { return .notFound }
    let talk = CommentPlace.figure(year: place.first, place.second)
    guard let draft = try CommentDraft.record(asked, at: talk) else {
      return .see(talk.path + "#kommentarer", notice: "Kommentaren är sparad.")
    }
    return try await ShowFigure.page(asked, place, draft: draft, status: .unprocessableContent)
  }
}
