package import Review

/// A file that was sent to be reviewed: what was found in it, or why it could not be read.
package struct ReviewedFile: Sendable {
  /// The file's name.
  package let name: String
  /// What came of it.
  package let outcome: Outcome

  package enum Outcome: Sendable {
    /// Read and reviewed; `against` says for each line which lines its figures are held against.
    case reviewed(Review, against: [Int: [Int]])
    /// Not read: a sentence.
    case unread(String)
  }

  /// The review, where the file could be read.
  package var review: Review? { if case .reviewed(let review, _) = outcome { review } else { nil } }

  /// Reads and reviews a file's bytes.
  package init(name: String, bytes: [UInt8], within bounds: ReportText.Bounds = ReportText.Bounds()) {
    self.name = name
    do {
      let review = Review(of: try ReportText.read(bytes: bytes, within: bounds))
      outcome = .reviewed(review, against: review.checkedAgainst())
    } catch let obstacle {
      outcome = .unread(obstacle.sentence)
    }
  }
}
