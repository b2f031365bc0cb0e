public import Association
public import Ledger

/// Governing documents and what is laid out for everybody. Each verb is one act. What is refused is thrown as a
/// `GoverningRefusal` or a `PublicationRefusal`, and then nothing has been stored.
extension Store.Writing {
  /// Records a governing document with its first version. Of most kinds an association has one at a time.
  @discardableResult
  public func record(
    _ kind: GoverningDocument.Kind, titled title: String, _ draft: GoverningDocument.Draft
  ) throws -> ID<GoverningDocument> {
    guard title.utf8.contains(where: { $0 > 32 }) else { throw GoverningRefusal.titleMissing }
    try draft.check(kind)
    if kind.isSingle,
      try connection.governingDocuments(where: "d.kind = ?", .text(kind.rawValue)).contains(where: { $0.end == nil })
    {
      throw GoverningRefusal.another(kind)
    }
    let id = try posting.keys.next("governing_document")
    let file = try file(draft)
    _ = try act(.governingVersion, subject: "\(title), version 1") { act in
      try act.record(
        "governing_document", .integer(id), .text(kind.rawValue), .text(title), .integer(act.sequence))
      try self.record(draft, file: file, number: 1, of: id, in: act)
    }
    try connection.index(.governing, id)
    return ID(rawValue: id)
  }

  /// Records a new version of a governing document; the earlier stand. Gives its number.
  @discardableResult
  public func record(_ draft: GoverningDocument.Draft, of id: ID<GoverningDocument>) throws -> Int {
    let document = try standing(id)
    try draft.check(document.kind)
    if let last = document.versions.last?.draft, last == draft { throw GoverningRefusal.unchanged }
    let number = document.versions.count + 1
    let file = try file(draft)
    _ = try act(.governingVersion, subject: "\(document.title), version \(number)") {
      try self.record(draft, file: file, number: number, of: id.rawValue, in: $0)
    }
    try connection.index(.governing, id.rawValue)
    return number
  }

  /// Records that a document was looked through and stands as it is.
  public func review(
    _ id: ID<GoverningDocument>, on day: CalendarDate, next: CalendarDate, note: String
  ) throws {
    let document = try standing(id)
    guard next > day else { throw GoverningRefusal.reviewBeforeValid(next) }
    _ = try act(.governingReview, subject: document.title) { act in
      try act.record(
        "governing_review", .integer(try self.posting.keys.next("governing_review")), .integer(id.rawValue), .date(day),
        .date(next), .text(note), .integer(act.sequence))
    }
  }

  /// Records that a document no longer holds from a day on.
  public func end(_ id: ID<GoverningDocument>, from day: CalendarDate, because reason: String) throws {
    let document = try standing(id)
    guard reason.utf8.contains(where: { $0 > 32 }) else { throw GoverningRefusal.reasonMissing }
    _ = try act(.endGoverning, subject: document.title) { act in
      try act.record("governing_end", .integer(id.rawValue), .date(day), .text(reason), .integer(act.sequence))
    }
  }

  /// Shows a document to everybody, or no longer.
  public func show(_ id: ID<GoverningDocument>, isPublic: Bool) throws {
    guard let document = try connection.governingDocuments(where: "d.id = ?", .integer(id.rawValue)).first else {
      throw GoverningRefusal.unknown
    }
    guard document.isPublic != isPublic else { return }
    _ = try act(.showGoverning, subject: document.title) { act in
      try act.record(
        "governing_showing", .integer(try self.posting.keys.next("governing_showing")), .integer(id.rawValue),
        .integer(isPublic ? 1 : 0), .integer(act.sequence))
    }
  }

  /// Lays a file of the book out for everybody.
  @discardableResult
  public func publish(
    _ kind: Publication.Kind, year: Int, titled title: String, file digest: String
  ) throws -> ID<Publication> {
    guard title.utf8.contains(where: { $0 > 32 }) else { throw PublicationRefusal.titleMissing }
    let file = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(digest)) { $0.integer(0) }
    guard let file else { throw PublicationRefusal.fileMissing }
    guard try !connection.isSecret(document: digest) else { throw PublicationRefusal.secret }
    let id = try posting.keys.next("publication")
    _ = try act(.publish, subject: title) { act in
      try act.record(
        "publication", .integer(id), .text(kind.rawValue), .integer(year), .text(title), .integer(file),
        .integer(act.sequence))
    }
    return ID(rawValue: id)
  }

  /// Takes a file from what is laid out.
  public func endPublication(_ id: ID<Publication>) throws {
    let title = try connection.first(
      """
      SELECT title FROM publication WHERE id = ?1
        AND NOT EXISTS (SELECT 1 FROM publication_end WHERE publication_id = ?1)
      """, .integer(id.rawValue)
    ) { $0.text(0) }
    guard let title else { throw PublicationRefusal.unknown }
    _ = try act(.endPublication, subject: title) {
      try $0.record("publication_end", .integer(id.rawValue), .integer($0.sequence))
    }
  }

  /// Turns the public page on or off.
  public func turnPublicPage(on isOn: Bool) throws {
    guard try connection.isPublicPageOn() != isOn else { return }
    _ = try act(.publicPage, subject: isOn ? "on" : "off") { act in
      try act.record(
        "public_page", .integer(try self.posting.keys.next("public_page")), .integer(isOn ? 1 : 0),
        .integer(act.sequence))
    }
  }

  // Within.

  private func standing(_ id: ID<GoverningDocument>) throws -> GoverningDocument {
    guard let document = try connection.governingDocuments(where: "d.id = ?", .integer(id.rawValue)).first else {
      throw GoverningRefusal.unknown
    }
    if let end = document.end { throw GoverningRefusal.ended(end.day) }
    return document
  }

  private func file(_ draft: GoverningDocument.Draft) throws -> Int64? {
    guard let digest = draft.content.file else { return nil }
    let key = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(digest)) { $0.integer(0) }
    guard let key else { throw GoverningRefusal.fileMissing }
    return key
  }

  private func record(
    _ draft: GoverningDocument.Draft, file: Int64?, number: Int, of id: Int64, in act: Act
  ) throws {
    let key = try posting.keys.next("governing_version")
    try act.record(
      "governing_version", .integer(key), .integer(id), .integer(number), .text(draft.content.text),
      file.map { .integer($0) } ?? .null, .date(draft.decision.date), .text(draft.decision.paragraph),
      .date(draft.validFrom), .date(draft.reviewOn), .text(draft.remark), .integer(act.sequence))
    for (point, place) in draft.points.sorted(by: { $0.key < $1.key }) {
      try act.record("governing_point", .integer(key), .integer(point.rawValue), .text(place), .integer(act.sequence))
    }
  }
}
