public import Ledger

extension Store {
  /// The drafts or the templates, latest changed first.
  public func sketches(_ kind: Sketch.Kind) throws(Refusal) -> [KeptSketch] {
    try read { try $0.sketches(where: "kind = ?1", .text(kind.rawValue)) }
  }

  /// One sketch, or nil where it has been thrown away or recorded.
  public func sketch(_ id: ID<Sketch>) throws(Refusal) -> KeptSketch? { try read { try $0.sketch(id) } }

  /// Keeps a new sketch. Refuses a document that the book does not keep.
  public func keep(_ sketch: Sketch, by actor: Actor, at moment: Moment) throws(Refusal) -> KeptSketch {
    try change { connection in
      let key = try connection.insert(
        """
        INSERT INTO sketch (
          kind, name, series, date, text, counterparty, corrects, reason, changed_by, changed_at, revision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """, .text(sketch.kind.rawValue), .text(sketch.name), .text(sketch.series), .text(sketch.date),
        .text(sketch.text), .text(sketch.counterparty), .text(sketch.corrects), .text(sketch.reason),
        .text(actor.name), .integer(moment.secondsSince1970))
      try connection.writeParts(of: sketch, key: key)
      return KeptSketch(id: ID(rawValue: key), revision: 1, sketch: sketch, changedBy: actor.name, changedAt: moment)
    }
  }

  /// Saves a sketch over that revision of it. What stands as it is to be saved counts as saved, over whichever
  /// revision: the same form sent twice is no change by somebody else.
  public func save(
    _ sketch: Sketch, as id: ID<Sketch>, over revision: Int64, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> SketchSave {
    try change { connection in
      guard let present = try connection.sketch(id) else { return .gone }
      guard present.sketch != sketch else { return .saved(present) }
      guard present.revision == revision else { return .changedMeanwhile(present) }
      try connection.run(
        """
        UPDATE sketch SET kind = ?, name = ?, series = ?, date = ?, text = ?, counterparty = ?, corrects = ?,
          reason = ?, changed_by = ?, changed_at = ?, revision = revision + 1 WHERE id = ?
        """, .text(sketch.kind.rawValue), .text(sketch.name), .text(sketch.series), .text(sketch.date),
        .text(sketch.text), .text(sketch.counterparty), .text(sketch.corrects), .text(sketch.reason),
        .text(actor.name), .integer(moment.secondsSince1970), .integer(id.rawValue))
      try connection.run("DELETE FROM sketch_row WHERE sketch_id = ?", .integer(id.rawValue))
      try connection.run("DELETE FROM sketch_document WHERE sketch_id = ?", .integer(id.rawValue))
      try connection.writeParts(of: sketch, key: id.rawValue)
      return .saved(
        KeptSketch(id: id, revision: revision + 1, sketch: sketch, changedBy: actor.name, changedAt: moment))
    }
  }

  /// Throws away a sketch; nothing where it is gone already.
  public func discard(_ id: ID<Sketch>) throws(Refusal) { try change { _ = try $0.discard(id) } }
}

extension Store.Writing {
  /// Throws away a sketch in the same transaction as what became of it: false where it was gone already, so that one
  /// draft is never recorded twice.
  public func discard(_ id: ID<Sketch>) throws -> Bool { try connection.discard(id) }
}

extension Connection {
  fileprivate func discard(_ id: ID<Sketch>) throws -> Bool {
    try change("DELETE FROM sketch WHERE id = ?", .integer(id.rawValue)) > 0
  }

  fileprivate func sketch(_ id: ID<Sketch>) throws -> KeptSketch? {
    try sketches(where: "id = ?1", .integer(id.rawValue)).first
  }

  fileprivate func sketches(where condition: String, _ field: Field) throws -> [KeptSketch] {
    var sketches: [KeptSketch] = []
    try each(
      """
      SELECT id, revision, kind, name, series, date, text, counterparty, corrects, reason, changed_by, changed_at
      FROM sketch WHERE \(condition) ORDER BY changed_at DESC, id DESC
      """, field
    ) { row in
      let key = row.integer(0)
      guard let kind = Sketch.Kind(rawValue: row.text(2)) else { throw Store.Refusal.corrupt("sketch \(key)") }
      let sketch = Sketch(
        kind: kind, name: row.text(3), series: row.text(4), date: row.text(5), text: row.text(6),
        counterparty: row.text(7), rows: try rows(ofSketch: key), documents: try documents(ofSketch: key),
        corrects: row.text(8), reason: row.text(9))
      sketches.append(
        KeptSketch(
          id: ID(rawValue: key), revision: row.integer(1), sketch: sketch, changedBy: row.text(10),
          changedAt: Moment(secondsSince1970: row.integer(11))))
    }
    return sketches
  }

  private func rows(ofSketch key: Int64) throws -> [Sketch.Row] {
    var rows: [Sketch.Row] = []
    try each(
      """
      SELECT account, insats, party, debit, credit, text FROM sketch_row WHERE sketch_id = ? ORDER BY position
      """, .integer(key)
    ) { row in
      rows.append(
        Sketch.Row(
          account: row.text(0), insats: row.text(1), party: row.text(2), debit: row.text(3), credit: row.text(4),
          text: row.text(5)))
    }
    return rows
  }

  private func documents(ofSketch key: Int64) throws -> [String] {
    var documents: [String] = []
    try each("SELECT sha256 FROM sketch_document WHERE sketch_id = ? ORDER BY position", .integer(key)) {
      documents.append($0.text(0))
    }
    return documents
  }

  fileprivate func writeParts(of sketch: Sketch, key: Int64) throws {
    for (position, row) in sketch.rows.enumerated() {
      try run(
        "INSERT INTO sketch_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)", .integer(key), .integer(position),
        .text(row.account), .text(row.insats), .text(row.party), .text(row.debit), .text(row.credit), .text(row.text))
    }
    for (position, document) in sketch.documents.enumerated() {
      let known = try first("SELECT 1 FROM attachment WHERE sha256 = ?", .text(document)) { _ in true }
      guard known != nil else { throw Store.Refusal.unknownAttachment(document) }
      try run("INSERT INTO sketch_document VALUES (?, ?, ?)", .integer(key), .integer(position), .text(document))
    }
  }
}
