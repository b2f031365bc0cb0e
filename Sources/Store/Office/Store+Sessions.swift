public import Ledger

// Sessions, invitations and attempts: what runs out. None of it is a fact.
extension Store {
  /// Keeps the session of somebody who has signed in, notes when they did, and forgets the sessions and invitations that have run out.
  public func start(_ session: Session) throws(Refusal) {
    try change { connection in
      try connection.require(session.user)
      let now = Field.integer(session.startedAt.secondsSince1970)
      try connection.run("DELETE FROM session WHERE ends_at <= ?", now)
      try connection.run("DELETE FROM invitation WHERE ends_at <= ?", now)
      try connection.run(
        "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)", .text(session.digest), .integer(session.user.rawValue),
        now, .integer(session.lastSeenAt.secondsSince1970), .integer(session.endsAt.secondsSince1970),
        .text(session.agent), .text(session.remote), .integer(session.isPractising ? 1 : 0))
      try connection.run(
        """
        INSERT INTO credential (user_id, signed_in_at) VALUES (?, ?)
        ON CONFLICT (user_id) DO UPDATE SET signed_in_at = excluded.signed_in_at
        """, .integer(session.user.rawValue), now)
    }
  }

  /// When each user last signed in; who never has is left out.
  public func latestSignIns() throws(Refusal) -> [ID<User>: Moment] {
    try read { connection in
      var latest: [ID<User>: Moment] = [:]
      try connection.each("SELECT user_id, signed_in_at FROM credential WHERE signed_in_at IS NOT NULL") { row in
        latest[ID(rawValue: row.integer(0))] = Moment(secondsSince1970: row.integer(1))
      }
      return latest
    }
  }

  /// The session with that digest and its user, if it has not run out and the user is active.
  public func session(_ digest: String, at moment: Moment) throws(Refusal) -> (session: Session, user: User)? {
    try read { connection in
      guard let session = try connection.sessions(where: "digest = ?2", at: moment, .text(digest)).first,
        let user = try connection.users(where: "user_id = ?1", .integer(session.user.rawValue)).first, user.isActive
      else { return nil }
      return (session, user)
    }
  }

  /// The sessions that have not run out, latest seen first; of one user or of all.
  public func sessions(of user: ID<User>?, at moment: Moment) throws(Refusal) -> [Session] {
    try read { connection in
      try connection.sessions(
        where: "(?2 IS NULL OR user_id = ?2)", at: moment, user.map { .integer($0.rawValue) } ?? .null)
    }
  }

  /// Notes that a session was seen, or whether it practises; nothing where it has ended meanwhile.
  public func update(_ session: Session) throws(Refusal) {
    try change { connection in
      try connection.run(
        "UPDATE session SET last_seen_at = MAX(last_seen_at, ?), is_practising = ? WHERE digest = ?",
        .integer(session.lastSeenAt.secondsSince1970), .integer(session.isPractising ? 1 : 0), .text(session.digest))
    }
  }

  /// Ends a session.
  public func endSession(_ digest: String) throws(Refusal) {
    try change { try $0.run("DELETE FROM session WHERE digest = ?", .text(digest)) }
  }

  /// Ends every session of the user.
  public func endSessions(of user: ID<User>) throws(Refusal) {
    try change { try $0.run("DELETE FROM session WHERE user_id = ?", .integer(user.rawValue)) }
  }

  /// Keeps an invitation; one the user had before is no longer good.
  public func keep(_ invitation: Invitation) throws(Refusal) {
    try change { connection in
      try connection.require(invitation.user)
      try connection.run("DELETE FROM invitation WHERE user_id = ?", .integer(invitation.user.rawValue))
      try connection.run(
        "INSERT INTO invitation VALUES (?, ?, ?)", .text(invitation.digest), .integer(invitation.user.rawValue),
        .integer(invitation.endsAt.secondsSince1970))
    }
  }

  /// The invitation with that digest, if it has not run out.
  public func invitation(_ digest: String, at moment: Moment) throws(Refusal) -> Invitation? {
    try read { connection in
      try connection.first(
        "SELECT user_id, ends_at FROM invitation WHERE digest = ? AND ends_at > ?", .text(digest),
        .integer(moment.secondsSince1970)
      ) { row in
        Invitation(
          digest: digest, user: ID(rawValue: row.integer(0)), endsAt: Moment(secondsSince1970: row.integer(1)))
      }
    }
  }

  /// Uses an invitation up: false where it was used or has run out.
  public func useInvitation(_ digest: String, at moment: Moment) throws(Refusal) -> Bool {
    try change { connection in
      try connection.change(
        "DELETE FROM invitation WHERE digest = ? AND ends_at > ?", .text(digest), .integer(moment.secondsSince1970)) > 0
    }
  }

  /// Notes a failed attempt to sign in under each key (a mail address, a remote address), and forgets what is a day old.
  public func noteAttempt(keys: [String], at moment: Moment) throws(Refusal) {
    try change { connection in
      try connection.run("DELETE FROM attempt WHERE moment <= ?", .integer(moment.secondsSince1970 - 86_400))
      for key in keys {
        try connection.run(
          "INSERT INTO attempt (key, moment) VALUES (?, ?)", .text(key), .integer(moment.secondsSince1970))
      }
    }
  }

  /// How many attempts have failed under the key since that moment.
  public func attempts(key: String, since moment: Moment) throws(Refusal) -> Int {
    try read { connection in
      try connection.first(
        "SELECT COUNT(*) FROM attempt WHERE key = ? AND moment >= ?", .text(key), .integer(moment.secondsSince1970)
      ) { Int($0.integer(0)) } ?? 0
    }
  }

  /// Forgets the attempts under the key: somebody has signed in.
  public func forgetAttempts(key: String) throws(Refusal) {
    try change { try $0.run("DELETE FROM attempt WHERE key = ?", .text(key)) }
  }
}

extension Connection {
  /// The sessions that fit and have not run out, latest seen first.
  fileprivate func sessions(where condition: String, at moment: Moment, _ field: Field) throws -> [Session] {
    var sessions: [Session] = []
    try each(
      """
      SELECT digest, user_id, started_at, last_seen_at, ends_at, agent, remote, is_practising FROM session
      WHERE ends_at > ?1 AND \(condition) ORDER BY last_seen_at DESC, digest
      """, .integer(moment.secondsSince1970), field
    ) { row in
      sessions.append(
        Session(
          digest: row.text(0), user: ID(rawValue: row.integer(1)), startedAt: Moment(secondsSince1970: row.integer(2)),
          lastSeenAt: Moment(secondsSince1970: row.integer(3)), endsAt: Moment(secondsSince1970: row.integer(4)),
          agent: row.text(5), remote: row.text(6), isPractising: row.integer(7) == 1))
    }
    return sessions
  }
}
