/// The index of words: an FTS5 table with the stems of each text, by kind and id. It is no fact but follows from facts,
/// and can be thrown away and made again at any time.
enum TextIndex {
  /// Raised when stems are made in another way: every index is then made anew.
  static let form: Int64 = 1

  /// So many stems of a text are looked for among others': its rarest.
  static let rareStemCountMax = 12
  /// So many candidates are looked at beside those that are given, since some share too little.
  static let candidateCountMax = 60

  /// The tables. They hold no facts.
  static let tables = """
    CREATE VIRTUAL TABLE IF NOT EXISTS text_index USING fts5(stems, tokenize = 'unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE IF NOT EXISTS text_index_word USING fts5vocab(text_index, row);
    CREATE TABLE IF NOT EXISTS text_index_form (kind INTEGER PRIMARY KEY, form INTEGER NOT NULL) STRICT;

    """

  /// The form of the kind's index, where it is as it should be.
  static func form(of kind: TextKind) -> Int64 { form * 1_000 + kind.form }
}

extension Connection {
  /// Reads the thing's text from the facts, and keeps its stems in the place of what was kept of it before.
  func index(_ kind: TextKind, _ id: Int64) throws {
    let text = try first("SELECT text FROM (\(kind.source)) WHERE id = ?", .integer(id)) { $0.text(0) }
    try run("DELETE FROM text_index WHERE rowid = ?", .integer(kind.row(of: id)))
    if let text { try keep(kind, id, TextStems().stems(of: text)) }
  }

  private func keep(_ kind: TextKind, _ id: Int64, _ stems: [String]) throws {
    try run(
      "INSERT INTO text_index (rowid, stems) VALUES (?, ?)", .integer(kind.row(of: id)),
      .text(stems.joined(separator: " ")))
  }

  /// The kinds whose index is missing, of another form, or has not as many rows as there are things.
  func staleTextIndexes(of kinds: [TextKind] = TextKind.all) throws -> [TextKind] {
    let tables = try first(
      "SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('text_index', 'text_index_word', 'text_index_form')"
    ) { $0.integer(0) }
    guard tables == 3 else { return kinds }
    return try kinds.filter { kind in
      let form = try first("SELECT form FROM text_index_form WHERE kind = ?", .integer(kind.number)) { $0.integer(0) }
      guard form == TextIndex.form(of: kind) else { return true }
      let have = try first(
        "SELECT COUNT(*) FROM text_index WHERE rowid BETWEEN ? AND ?", .integer(kind.rows.lowerBound),
        .integer(kind.rows.upperBound)
      ) { $0.integer(0) }
      return try have != first("SELECT COUNT(*) FROM (\(kind.source))") { $0.integer(0) }
    }
  }

  /// Makes the index of the kinds anew from the facts.
  func makeTextIndex(of kinds: [TextKind]) throws {
    for table in TextIndex.tables.split(separator: ";") where table.contains("CREATE") { try run(String(table)) }
    let stems = TextStems()
    for kind in kinds {
      try run(
        "DELETE FROM text_index WHERE rowid BETWEEN ? AND ?", .integer(kind.rows.lowerBound),
        .integer(kind.rows.upperBound))
      var texts: [(id: Int64, text: String)] = []
      try each("SELECT id, text FROM (\(kind.source)) ORDER BY id") { texts.append(($0.integer(0), $0.text(1))) }
      for (id, text) in texts { try keep(kind, id, stems.stems(of: text)) }
      try run(
        "INSERT OR REPLACE INTO text_index_form VALUES (?, ?)", .integer(kind.number),
        .integer(TextIndex.form(of: kind)))
    }
  }

  /// The things of the kind whose words are most like the text's, the likest first: ranked by BM25 on the text's rarest
  /// stems, and of those that share a third of them. Any text may be given.
  func similar(to text: String, kind: TextKind, limit: Int) throws -> [Int64] {
    var counted: [(stem: String, count: Int64)] = []
    for stem in Set(TextStems().stems(of: text)) {
      let count = try first("SELECT doc FROM text_index_word WHERE term = ?", .text(stem)) { $0.integer(0) }
      if let count { counted.append((stem, count)) }
    }
    counted.sort { ($0.count, $0.stem) < ($1.count, $1.stem) }
    let rare = counted.prefix(TextIndex.rareStemCountMax).map(\.stem)
    guard !rare.isEmpty, limit > 0 else { return [] }
    let needed = (min(rare.count, 6) + 2) / 3
    var found: [Int64] = []
    let query = rare.map { "\"\($0)\"" }.joined(separator: " OR ")
    try eachWhile(
      """
      SELECT rowid, stems FROM text_index WHERE text_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rank, rowid
      LIMIT ?
      """,
      fields: [
        .text(query), .integer(kind.rows.lowerBound), .integer(kind.rows.upperBound),
        .integer(Int64(limit + TextIndex.candidateCountMax)),
      ]
    ) { row in
      let stems = Set(row.text(1).split(separator: " ").map { String($0) })
      if rare.count(where: { stems.contains($0) }) >= needed { found.append(kind.id(ofRow: row.integer(0))) }
      return found.count < limit
    }
    return found
  }

  /// The things of the kind that have all of the words, in whatever inflection; the last word may be the beginning of one.
  /// The best match first; none where nothing was asked for. Any words may be given.
  func search(_ words: String, kind: TextKind, limit: Int) throws -> [Int64] {
    let words = Array(TextStems.words(in: words).prefix(TextIndex.rareStemCountMax))
    let meant = words.filter { !TextStems.commonWords.contains($0) }
    let asked = meant.isEmpty ? words.suffix(1) : meant[...]
    guard !asked.isEmpty, limit > 0 else { return [] }
    let stems = TextStems()
    let query = asked.map { "\"\(stems.stem($0))\"" }.joined(separator: " AND ") + " *"
    var found: [Int64] = []
    try each(
      "SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rank, rowid LIMIT ?",
      .text(query), .integer(kind.rows.lowerBound), .integer(kind.rows.upperBound), .integer(Int64(limit))
    ) { found.append(kind.id(ofRow: $0.integer(0))) }
    return found
  }
}

extension Store {
  /// Makes the indexes of words that are missing or stale. A book that has them is only read.
  func makeStaleTextIndexes() throws(Refusal) {
    guard try !read({ try $0.staleTextIndexes() }).isEmpty else { return }
    try change { connection in
      // Another program may have made them while we waited for the book.
      try connection.makeTextIndex(of: try connection.staleTextIndexes())
    }
  }
}
