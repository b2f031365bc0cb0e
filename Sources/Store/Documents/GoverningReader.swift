public import Association
public import Ledger

extension TextKind {
  /// Governing documents, by title and the latest version's text.
  static let governing = TextKind(
    number: 23, form: 1,
    source: """
      SELECT d.id, d.title || ' ' || d.kind || ' ' || COALESCE((SELECT v.text FROM governing_version v
        WHERE v.document_id = d.id ORDER BY v.number DESC LIMIT 1), '') AS text
      FROM governing_document d
      """)
}

extension Connection {
  /// The governing documents that meet the condition on `d`, with every version.
  func governingDocuments(where condition: String = "1", _ fields: Field...) throws -> [GoverningDocument] {
    var heads: [(id: Int64, kind: GoverningDocument.Kind, title: String)] = []
    try each("SELECT d.id, d.kind, d.title FROM governing_document d WHERE \(condition) ORDER BY d.id", fields: fields)
    {
      guard let kind = GoverningDocument.Kind(rawValue: $0.text(1)) else {
        throw Store.Refusal.corrupt("governing_document \($0.integer(0))")
      }
      heads.append(($0.integer(0), kind, $0.text(2)))
    }
    return try heads.map { head in
      GoverningDocument(
        id: ID(rawValue: head.id), kind: head.kind, title: head.title, versions: try governingVersions(of: head.id),
        reviews: try governingReviews(of: head.id), end: try governingEnd(of: head.id),
        isPublic: try first(
          "SELECT is_public FROM governing_showing WHERE document_id = ? ORDER BY id DESC LIMIT 1", .integer(head.id)
        ) { $0.integer(0) == 1 } ?? false)
    }
  }

  private func governingVersions(of id: Int64) throws -> [GoverningDocument.Version] {
    var points: [Int64: [CharterPoint: String]] = [:]
    try each(
      """
      SELECT p.version_id, p.point, p.place FROM governing_point p JOIN governing_version v ON v.id = p.version_id
      WHERE v.document_id = ?
      """, .integer(id)
    ) { row in
      guard let point = CharterPoint(rawValue: Int(row.integer(1))) else {
        throw Store.Refusal.corrupt("governing_point, \(id)")
      }
      points[row.integer(0), default: [:]][point] = row.text(2)
    }
    var versions: [GoverningDocument.Version] = []
    try each(
      """
      SELECT v.id, v.number, v.text, a.sha256, v.decision_day, v.decision_paragraph, v.valid_from, v.review_on, v.remark,
        h.actor, h.moment
      FROM governing_version v LEFT JOIN attachment a ON a.id = v.attachment_id
      JOIN history h ON h.sequence = v.history_sequence WHERE v.document_id = ? ORDER BY v.number
      """, .integer(id)
    ) { row in
      func day(_ column: Int) -> CalendarDate? {
        row.optionalInteger(column).flatMap { CalendarDate(yyyymmdd: Int($0)) }
      }
      guard let validFrom = day(6) else { throw Store.Refusal.corrupt("governing_version \(row.integer(0))") }
      versions.append(
        GoverningDocument.Version(
          number: Int(row.integer(1)),
          GoverningDocument.Draft(
            content: GoverningDocument.Content(text: row.text(2), file: row.optionalText(3)),
            decision: Decision(date: day(4), paragraph: row.text(5)), validFrom: validFrom, reviewOn: day(7),
            remark: row.text(8), points: points[row.integer(0)] ?? [:]), governingMark(row, 9)))
    }
    return versions
  }

  private func governingReviews(of id: Int64) throws -> [GoverningDocument.Review] {
    var reviews: [GoverningDocument.Review] = []
    try each(
      """
      SELECT r.day, r.next_day, r.note, h.actor, h.moment FROM governing_review r
      JOIN history h ON h.sequence = r.history_sequence WHERE r.document_id = ? ORDER BY r.id
      """, .integer(id)
    ) { row in
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(0))),
        let next = CalendarDate(yyyymmdd: Int(row.integer(1)))
      else { throw Store.Refusal.corrupt("governing_review, \(id)") }
      reviews.append(GoverningDocument.Review(day: day, next: next, note: row.text(2), governingMark(row, 3)))
    }
    return reviews
  }

  private func governingEnd(of id: Int64) throws -> GoverningDocument.End? {
    try first(
      """
      SELECT e.day, e.reason, h.actor, h.moment FROM governing_end e JOIN history h ON h.sequence = e.history_sequence
      WHERE e.document_id = ?
      """, .integer(id)
    ) { row in
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(0))) else {
        throw Store.Refusal.corrupt("governing_end, \(id)")
      }
      return GoverningDocument.End(day: day, because: row.text(1), governingMark(row, 2))
    }
  }

  private func governingMark(_ row: Statement, _ column: Int) -> StepMark {
    StepMark(by: Actor(name: row.text(column)), at: Moment(secondsSince1970: row.integer(column + 1)))
  }

  /// What is laid out for everybody, the latest first, but for what lies at an entry that is marked as secret.
  func publications(where condition: String = "1", _ fields: Field...) throws -> [Publication] {
    var publications: [Publication] = []
    try each(
      """
      SELECT p.id, p.kind, p.year, p.title, a.sha256, h.actor, h.moment
      FROM publication p JOIN attachment a ON a.id = p.attachment_id JOIN history h ON h.sequence = p.history_sequence
      WHERE NOT EXISTS (SELECT 1 FROM publication_end e WHERE e.publication_id = p.id)
        AND NOT EXISTS (
          SELECT 1 FROM diary_document d JOIN diary_now n ON n.id = d.entry_id
          WHERE d.attachment_id = p.attachment_id AND n.secrecy <> '')
        AND \(condition)
      ORDER BY p.year DESC, p.id DESC
      """, fields: fields
    ) { row in
      guard let kind = Publication.Kind(rawValue: row.text(1)) else {
        throw Store.Refusal.corrupt("publication \(row.integer(0))")
      }
      publications.append(
        Publication(
          id: ID(rawValue: row.integer(0)), kind: kind, year: Int(row.integer(2)), title: row.text(3),
          file: row.text(4), governingMark(row, 5)))
    }
    return publications
  }

  func isPublicPageOn() throws -> Bool {
    try first("SELECT is_on FROM public_page ORDER BY id DESC LIMIT 1") { $0.integer(0) == 1 } ?? false
  }
}

extension Store {
  /// Every governing document, the first recorded first.
  public func governingDocuments() throws(Refusal) -> [GoverningDocument] { try read { try $0.governingDocuments() } }

  /// A governing document; nil where there is none of that key.
  public func governingDocument(_ id: ID<GoverningDocument>) throws(Refusal) -> GoverningDocument? {
    try read { try $0.governingDocuments(where: "d.id = ?", .integer(id.rawValue)).first }
  }

  /// The governing documents whose words are sought, the best match first.
  public func governingDocuments(withWords words: String, limit: Int) throws(Refusal) -> [GoverningDocument] {
    try read { connection in
      try connection.search(words, kind: .governing, limit: limit).compactMap {
        try connection.governingDocuments(where: "d.id = ?", .integer($0)).first
      }
    }
  }

  /// What is laid out for everybody now, the latest year first. A file that lies at an entry that has been marked as
  /// secret is not among them.
  public func publications() throws(Refusal) -> [Publication] { try read { try $0.publications() } }

  /// Whether the public page answers. It does not until the director turns it on.
  public func isPublicPageOn() throws(Refusal) -> Bool { try read { try $0.isPublicPageOn() } }

  /// A file that everybody may read on that day: one that is laid out, or that of a public governing document's version
  /// which holds. Nil for any other, and for all while the public page is off.
  public func publicAttachment(_ digest: String, on day: CalendarDate) throws(Refusal) -> Attachment? {
    let isOpen = try read { connection in
      guard try connection.isPublicPageOn(), try !connection.isSecret(document: digest) else { return false }
      if try !connection.publications(where: "a.sha256 = ?", .text(digest)).isEmpty { return true }
      return try connection.governingDocuments().contains {
        $0.isPublic && $0.version(on: day)?.draft.content.file == digest
      }
    }
    return isOpen ? try attachment(digest) : nil
  }
}
