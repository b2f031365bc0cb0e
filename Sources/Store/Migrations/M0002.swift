/// The second schema: the office. Shipped, so never changed; a test holds its SHA-256 still.
///
/// Users and what they have said of the report are facts, as everything in `M0001`. How somebody proves who they are,
/// which browsers are signed in, what is half written and what has only been sent in are none: they are changed and
/// thrown away, and nothing of them stands in the history (decision 0018).
enum M0002 {
  static let sql = users + said + access + desk + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts; those whose key is an id of their own also refuse to have a row replaced.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("user", true), ("user_statement", true), ("user_insats", false), ("comment", true), ("comment_ending", false),
    ("chapter_mark", true), ("report_version", false), ("report_version_line", false), ("practice_mark", true),
  ]
}
