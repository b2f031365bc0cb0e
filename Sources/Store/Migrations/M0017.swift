/// The seventeenth schema: obstacles that ride up and answers that ride down, and the index of words.
/// Shipped, so never changed; a test holds its SHA-256 still.
enum M0017 {
  static let sql = TextIndex.tables
}
