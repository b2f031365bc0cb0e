public import Association
public import Ledger

/// What is sought in the diary.
public struct DiaryFilter: Hashable, Sendable {
  /// Of this year; nil for all.
  public var year: Int?
  /// That went this way.
  public var direction: DiaryDirection?
  /// That have all of these words, in whatever inflection, or this number; empty for all.
  public var words: String
  /// That have to do with this.
  public var link: DiaryLink?
  /// Those that are not closed, and no others.
  public var isOpenOnly: Bool
  /// Those that are marked as secret, and no others.
  public var isMarkedOnly: Bool

  /// All there is, or what is said.
  public init(
    year: Int? = nil, direction: DiaryDirection? = nil, words: String = "", link: DiaryLink? = nil,
    isOpenOnly: Bool = false, isMarkedOnly: Bool = false
  ) {
    self.year = year
    self.direction = direction
    self.words = words
    self.link = link
    self.isOpenOnly = isOpenOnly
    self.isMarkedOnly = isMarkedOnly
  }

  /// Whether it asks for something that a marked entry keeps to itself.
  var asksForContent: Bool { direction != nil || link != nil || isOpenOnly || !words.isEmpty }
}

extension TextKind {
  private static func diary(_ number: Int64, where condition: String) -> TextKind {
    TextKind(
      number: number, form: 1,
      source: """
        SELECT id, prefix || ' ' || year || '/' || number || ' ' || party || ' ' || subject AS text
        FROM diary_now WHERE \(condition)
        """)
  }

  /// Entries that all readers may see the words of.
  static let diary = diary(21, where: "secrecy = ''")
  /// Entries that are marked as secret: an index of its own, so that nobody else's search passes over their words.
  static let secretDiary = diary(22, where: "secrecy <> ''")
}

extension Connection {
  /// The entries that meet the condition on `e`, with all that has been changed in them.
  func diaryEntries(where condition: String, _ fields: Field...) throws -> [DiaryEntry] {
    var entries: [DiaryEntry] = []
    try each(
      """
      SELECT e.id, e.prefix, e.year, e.number, e.day, e.direction, e.party, e.subject, e.secrecy, e.is_public,
        h.actor, h.moment
      FROM diary_entry e JOIN history h ON h.sequence = e.history_sequence WHERE \(condition) ORDER BY e.id
      """, fields: fields
    ) { row in
      let id = row.integer(0)
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(4))),
        let direction = DiaryDirection(rawValue: row.text(5))
      else { throw Store.Refusal.corrupt("diary_entry \(id)") }
      let draft = DiaryEntry.Draft(
        year: Int(row.integer(2)), day: day, direction: direction, party: row.text(6), subject: row.text(7),
        secrecy: SecrecyMark(row.text(8)), isPublic: row.integer(9) == 1)
      entries.append(
        DiaryEntry(
          id: ID(rawValue: id),
          number: DiaryNumber(prefix: row.text(1), year: draft.year, number: Int(row.integer(3))), draft,
          registered: mark(row, 10), links: try diaryLinks(of: id), documents: try diaryDocuments(of: id)))
    }
    return try entries.map { entry in
      do {
        return try diaryChanges(of: entry.id.rawValue).reduce(entry) { try $0.changing($1) }
      } catch let refusal as DiaryRefusal {
        throw Store.Refusal.corrupt("diary_entry \(entry.id.rawValue): \(refusal)")
      }
    }
  }

  private func mark(_ row: Statement, _ column: Int) -> StepMark {
    StepMark(by: Actor(name: row.text(column)), at: Moment(secondsSince1970: row.integer(column + 1)))
  }

  private func diaryLinks(of id: Int64) throws -> [DiaryLink] {
    var links: [DiaryLink] = []
    try each("SELECT kind, key FROM diary_link WHERE entry_id = ? ORDER BY id", .integer(id)) { row in
      guard let kind = DiaryLink.Kind(rawValue: row.text(0)) else { throw Store.Refusal.corrupt("diary_link, \(id)") }
      links.append(DiaryLink(kind: kind, key: row.text(1)))
    }
    return links
  }

  private func diaryDocuments(of id: Int64) throws -> [String] {
    var digests: [String] = []
    try each(
      """
      SELECT a.sha256 FROM diary_document d JOIN attachment a ON a.id = d.attachment_id WHERE d.entry_id = ? ORDER BY d.id
      """, .integer(id)
    ) { digests.append($0.text(0)) }
    return digests
  }

  private func diaryChanges(of id: Int64) throws -> [DiaryEntry.Changed] {
    var changes: [DiaryEntry.Changed] = []
    try each(
      """
      SELECT c.kind, c.text, c.reason, h.actor, h.moment
      FROM diary_change c JOIN history h ON h.sequence = c.history_sequence WHERE c.entry_id = ? ORDER BY c.id
      """, .integer(id)
    ) { row in
      let text = row.text(1)
      let change: DiaryEntry.Change? =
        switch row.text(0) {
        case "subject": .subject(text)
        case "party": .party(text)
        case "secrecy": .secrecy(SecrecyMark(text))
        case "shown": .shown(text == "ja")
        case "place": text == "closed" ? .closed : .reopened
        default: nil
        }
      guard let change else { throw Store.Refusal.corrupt("diary_change, \(id)") }
      changes.append(DiaryEntry.Changed(change, because: row.text(2), mark(row, 3)))
    }
    return changes
  }

  /// The lines that meet the filter, the latest first, and how many there are in all. What the sight may not see is
  /// neither in a line nor found by.
  func diaryLines(
    _ filter: DiaryFilter, seenBy sight: DiarySight, offset: Int, limit: Int
  ) throws -> (count: Int, lines: [DiaryLine]) {
    var conditions = ["1"]
    var fields: [Field] = []
    func add(_ condition: String, _ more: Field...) {
      conditions.append(condition)
      fields += more
    }
    if sight == .everybody {
      // Few entries have ever been shown, and no other is looked at.
      add(
        """
        n.id IN (SELECT id FROM diary_entry WHERE is_public = 1
          UNION SELECT entry_id FROM diary_change WHERE kind = 'shown') AND n.is_public AND n.secrecy = ''
        """)
    }
    if sight == .readers, filter.asksForContent, DiaryNumber(filter.words) == nil { add("n.secrecy = ''") }
    if let year = filter.year { add("n.year = ?", .integer(year)) }
    if let direction = filter.direction { add("n.direction = ?", .text(direction.rawValue)) }
    if let link = filter.link {
      add(
        "n.id IN (SELECT entry_id FROM diary_link WHERE kind = ? AND key = ?)", .text(link.kind.rawValue),
        .text(link.key))
    }
    if filter.isOpenOnly { add("NOT n.is_closed") }
    if filter.isMarkedOnly { add("n.secrecy <> ''") }
    if let number = DiaryNumber(filter.words) {
      add(
        "n.prefix = ? AND n.year = ? AND n.number = ?", .text(number.prefix), .integer(number.year),
        .integer(number.number))
    } else if !filter.words.isEmpty {
      let kinds = sight == .insiders ? [TextKind.diary, .secretDiary] : [.diary]
      let ids = try kinds.flatMap { try search(filter.words, kind: $0, limit: Store.diaryHitsMax) }
      // The ids are the index's own: numbers, and nothing that anybody typed.
      add("n.id IN (\(ids.map { "\($0)" }.joined(separator: ", ")))")
    }
    let condition = conditions.joined(separator: " AND ")
    let count = try counted("SELECT COUNT(*) FROM diary_now n WHERE \(condition)", fields)
    var lines: [DiaryLine] = []
    // The page's entries are found first: how each stands is asked of them alone.
    try each(
      """
      SELECT n.id, n.prefix, n.year, n.number, n.day, n.direction, n.party, n.subject, n.secrecy, n.is_closed, n.is_public
      FROM diary_now n WHERE n.id IN (
        SELECT n.id FROM diary_now n WHERE \(condition) ORDER BY n.year DESC, n.number DESC, n.prefix LIMIT ? OFFSET ?)
      ORDER BY n.year DESC, n.number DESC, n.prefix
      """, fields: fields + [.integer(limit), .integer(offset)]
    ) { row in
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(4))),
        let direction = DiaryDirection(rawValue: row.text(5))
      else { throw Store.Refusal.corrupt("diary_entry \(row.integer(0))") }
      let line = DiaryLine(
        id: ID(rawValue: row.integer(0)),
        number: DiaryNumber(prefix: row.text(1), year: Int(row.integer(2)), number: Int(row.integer(3))), day: day,
        isMarked: !row.text(8).isEmpty,
        DiaryLine.Content(
          direction: direction, party: row.text(6), subject: row.text(7), isClosed: row.integer(9) == 1,
          isPublic: row.integer(10) == 1), seenBy: sight)
      if let line { lines.append(line) }
    }
    return (count, lines)
  }

  private func counted(_ sql: String, _ fields: [Field]) throws -> Int {
    var count = 0
    try each(sql, fields: fields) { count = Int($0.integer(0)) }
    return count
  }

  /// Whether a document lies at an entry that is marked as secret now.
  func isSecret(document digest: String) throws -> Bool {
    try first(
      """
      SELECT 1 FROM attachment a JOIN diary_document d ON d.attachment_id = a.id JOIN diary_now n ON n.id = d.entry_id
      WHERE a.sha256 = ? AND n.secrecy <> '' LIMIT 1
      """, .text(digest)
    ) { _ in true } ?? false
  }

  /// The letters of the association's numbers.
  func diaryPrefix() throws -> String {
    try first("SELECT prefix FROM diary_series ORDER BY id DESC LIMIT 1") { $0.text(0) } ?? DiaryNumber.usualPrefix
  }
}

extension Store {
  /// So many entries are found by words at the most; who finds more writes another word.
  static let diaryHitsMax = 1_000

  /// The entry of that number, with all that has been changed in it; nil where there is none. It holds what may be secret:
  /// who may see that is for whoever asks to say.
  public func diaryEntry(_ number: DiaryNumber) throws(Refusal) -> DiaryEntry? {
    try read { connection in
      try connection.diaryEntries(
        where: "e.prefix = ? AND e.year = ? AND e.number = ?", .text(number.prefix), .integer(number.year),
        .integer(number.number)
      ).first
    }
  }

  /// The entry of that key; nil where there is none.
  public func diaryEntry(_ id: ID<DiaryEntry>) throws(Refusal) -> DiaryEntry? {
    try read { try $0.diaryEntries(where: "e.id = ?", .integer(id.rawValue)).first }
  }

  /// A page of the lines that meet the filter, the latest first, as they are seen, and how many there are in all.
  public func diaryPage(
    _ filter: DiaryFilter, seenBy sight: DiarySight, offset: Int = 0, limit: Int
  ) throws(Refusal) -> (count: Int, lines: [DiaryLine]) {
    try read { try $0.diaryLines(filter, seenBy: sight, offset: offset, limit: limit) }
  }

  /// The years that have entries, the first first.
  public func diaryYears() throws(Refusal) -> [Int] {
    try read { connection in
      var years: [Int] = []
      try connection.each("SELECT DISTINCT year FROM diary_entry ORDER BY year") { years.append(Int($0.integer(0))) }
      return years
    }
  }

  /// The letters that the association's numbers begin with.
  public func diaryPrefix() throws(Refusal) -> String { try read { try $0.diaryPrefix() } }

  /// Whether a document lies at an entry that is marked as secret now.
  public func isSecret(document digest: String) throws(Refusal) -> Bool {
    try read { try $0.isSecret(document: digest) }
  }
}
