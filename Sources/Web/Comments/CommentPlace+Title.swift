import Report

extension CommentPlace {
  /// A chapter's heading, or its name where the template has none.
  static func title(ofChapter id: String) -> String { Template.entries.first { $0.id == id }?.title ?? id }
}
