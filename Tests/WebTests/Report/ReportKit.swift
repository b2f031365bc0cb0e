import Association
import Ledger
import Report
import Store

@testable import Web

extension OfficeKit {
  static let year = 2022
  static let chapter = Addresses.chapter.path(Pair(year, "handelser"))

  /// What stands in a chapter of the book.
  func text(of chapter: String, year: Int = OfficeKit.year) throws -> String {
    try store.association().text(of: chapter, year: year)
  }

  /// Puts a text in a chapter, as another user would.
  func write(_ text: String, in chapter: String, year: Int = OfficeKit.year, by name: String = "Någon annan") throws {
    var association = try store.association()
    association.setText(text, of: chapter, year: year)
    try store.record(association, by: Actor(name: name), at: clock.now)
  }

  /// The form of a chapter as its page would send it.
  func form(_ text: String, over chapter: String = "handelser") throws -> [(String, String)] {
    [("text", text), ("avtryck", ChapterView.digest(of: try self.text(of: chapter)))]
  }
}

/// A comment of the office's; `Testing` has one of its own.
typealias OfficeComment = Comment
