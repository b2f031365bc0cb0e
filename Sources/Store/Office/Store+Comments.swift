public import Ledger

extension Store.Writing {
  /// Records a comment at a place, to one user or to everybody.
  @discardableResult
  public func comment(_ text: String, at place: String, to: ID<User>? = nil) throws -> ID<Comment> {
    if let to { try connection.require(to) }
    let key = try posting.keys.next("comment")
    _ = try act(.comment, subject: place) { act in
      try act.record(
        "comment", .integer(key), .text(place), .text(text), to.map { .integer($0.rawValue) } ?? .null,
        .integer(act.sequence))
    }
    return ID(rawValue: key)
  }

  /// Ends a comment; refuses one that has ended.
  public func end(_ comment: ID<Comment>, as ending: Comment.Ending, text: String) throws {
    guard let present = try connection.comments(where: "c.id = ?1", .integer(comment.rawValue)).first else {
      throw Store.Refusal.unknownComment
    }
    guard present.ending == nil else { throw Store.Refusal.commentEnded }
    _ = try act(.endComment, subject: present.place) { act in
      try act.record(
        "comment_ending", .integer(comment.rawValue), .text(ending.rawValue), .text(text), .integer(act.sequence))
    }
  }
}

extension Store {
  /// The comments at a place and below it (`rapport/2025` has those of all its chapters), the first first. All that
  /// there are, where the place is empty.
  public func comments(below place: String) throws(Refusal) -> [Comment] {
    // What lies below a place begins with it and a slash; the character after the slash is the nought.
    try read {
      try $0.comments(
        where: "?1 = '' OR c.place = ?1 OR (c.place >= ?1 || '/' AND c.place < ?1 || '0')", .text(place))
    }
  }

  /// One comment, or nil.
  public func comment(_ id: ID<Comment>) throws(Refusal) -> Comment? {
    try read { try $0.comments(where: "c.id = ?1", .integer(id.rawValue)).first }
  }

  /// Records a comment at a place, to one user or to everybody.
  @discardableResult
  public func comment(
    _ text: String, at place: String, to: ID<User>?, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> ID<Comment> {
    try act(by: actor, at: moment) { try $0.comment(text, at: place, to: to) }
  }

  /// Ends a comment; refuses one that has ended.
  public func end(
    _ comment: ID<Comment>, as ending: Comment.Ending, text: String, by actor: Actor, at moment: Moment
  ) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.end(comment, as: ending, text: text) }
  }
}

extension Connection {
  fileprivate func comments(where condition: String, _ field: Field) throws -> [Comment] {
    var comments: [Comment] = []
    try each(
      """
      SELECT c.id, c.place, c.text, c.to_user_id, h.actor, h.moment, e.ending, e.text, f.actor, f.moment
      FROM comment c JOIN history h ON h.sequence = c.history_sequence
      LEFT JOIN comment_ending e ON e.comment_id = c.id LEFT JOIN history f ON f.sequence = e.history_sequence
      WHERE \(condition) ORDER BY c.id
      """, field
    ) { row in
      var ending: (ending: Comment.Ending, text: String, by: String, at: Moment)?
      if let text = row.optionalText(6) {
        guard let how = Comment.Ending(rawValue: text) else { throw Store.Refusal.corrupt("comment \(row.integer(0))") }
        ending = (how, row.text(7), row.text(8), Moment(secondsSince1970: row.integer(9)))
      }
      comments.append(
        Comment(
          id: ID(rawValue: row.integer(0)), place: row.text(1), text: row.text(2),
          to: row.optionalInteger(3).map { ID(rawValue: $0) }, by: row.text(4),
          at: Moment(secondsSince1970: row.integer(5)), ending: ending))
    }
    return comments
  }
}
