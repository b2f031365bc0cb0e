public import Ledger

// How a user proves who they are. None of it is a fact: it is replaced when it changes.
extension Store {
  /// What the user can prove themselves by; nothing of it, where nothing has been set.
  public func credential(of user: ID<User>) throws(Refusal) -> Credential {
    try read { connection in
      try connection.first(
        """
        SELECT password_hash, totp_secret, (SELECT COUNT(*) FROM recovery_code r WHERE r.user_id = c.user_id)
        FROM credential c WHERE user_id = ?
        """, .integer(user.rawValue)
      ) { row in
        Credential(
          passwordHash: row.optionalText(0), totpSecret: row.isNull(1) ? nil : Array(row.bytes(1)),
          recoveryCodeCount: Int(row.integer(2)))
      } ?? Credential()
    }
  }

  /// Replaces the password's hash, and ends every session of the user but that one. A link that the user has is no
  /// longer good: whoever changes the password means that nobody else comes in.
  public func setPassword(hash: String, of user: ID<User>, keeping session: String?) throws(Refusal) {
    try change { connection in
      try connection.require(user)
      try connection.run(
        """
        INSERT INTO credential (user_id, password_hash) VALUES (?, ?)
        ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash
        """, .integer(user.rawValue), .text(hash))
      try connection.run(
        "DELETE FROM session WHERE user_id = ? AND digest IS NOT ?", .integer(user.rawValue),
        session.map { .text($0) } ?? .null)
      try connection.run("DELETE FROM invitation WHERE user_id = ?", .integer(user.rawValue))
    }
  }

  /// Puts a hash of the same password in place of that one, and ends no session; nothing where the password has been
  /// changed meanwhile.
  public func renewHash(from old: String, to new: String, of user: ID<User>) throws(Refusal) {
    try change { connection in
      try connection.run(
        "UPDATE credential SET password_hash = ? WHERE user_id = ? AND password_hash = ?", .text(new),
        .integer(user.rawValue), .text(old))
    }
  }

  /// Sets up the second factor with fresh recovery codes (their SHA-256); nil takes it away, and the codes with it.
  public func setSecondFactor(secret: [UInt8]?, recoveryDigests: [String], of user: ID<User>) throws(Refusal) {
    try change { connection in
      try connection.require(user)
      let key = Field.integer(user.rawValue)
      try connection.run(
        """
        INSERT INTO credential (user_id, totp_secret) VALUES (?, ?)
        ON CONFLICT (user_id) DO UPDATE SET totp_secret = excluded.totp_secret, totp_last_step = NULL
        """, key, secret.map { .bytes($0) } ?? .null)
      try connection.replaceRecoveryCodes(with: secret == nil ? [] : recoveryDigests, of: user)
    }
  }

  /// Puts fresh recovery codes (their SHA-256) in place of those that are left; nothing where there is no second factor.
  public func setRecoveryCodes(_ digests: [String], of user: ID<User>) throws(Refusal) {
    try change { connection in
      let hasFactor = try connection.first(
        "SELECT 1 FROM credential WHERE user_id = ? AND totp_secret IS NOT NULL", .integer(user.rawValue)
      ) { _ in true }
      if hasFactor != nil { try connection.replaceRecoveryCodes(with: digests, of: user) }
    }
  }

  /// Uses a time step of the second factor: false where that step or a later one has been used, or there is none.
  public func useStep(_ step: Int64, of user: ID<User>) throws(Refusal) -> Bool {
    try change { connection in
      try connection.change(
        """
        UPDATE credential SET totp_last_step = ?1
        WHERE user_id = ?2 AND totp_secret IS NOT NULL AND (totp_last_step IS NULL OR totp_last_step < ?1)
        """, .integer(step), .integer(user.rawValue)) > 0
    }
  }

  /// Uses up a recovery code: false where there is none of that digest.
  public func useRecoveryCode(digest: String, of user: ID<User>) throws(Refusal) -> Bool {
    try change { connection in
      try connection.change(
        "DELETE FROM recovery_code WHERE user_id = ? AND digest = ?", .integer(user.rawValue), .text(digest)) > 0
    }
  }

  /// The user that an identity at an OIDC provider has been bound to, or nil.
  public func user(issuer: String, subject: String) throws(Refusal) -> User? {
    try read { connection in
      let user = try connection.first(
        "SELECT user_id FROM openid_identity WHERE issuer = ? AND subject = ?", .text(issuer), .text(subject)
      ) { $0.integer(0) }
      return try user.flatMap { try connection.users(where: "user_id = ?1", .integer($0)).first }
    }
  }

  /// Whether the user has been bound to an identity at that provider.
  public func isBound(_ user: ID<User>, issuer: String) throws(Refusal) -> Bool {
    try read { connection in
      try connection.first(
        "SELECT 1 FROM openid_identity WHERE issuer = ? AND user_id = ?", .text(issuer), .integer(user.rawValue)
      ) { _ in true } ?? false
    }
  }

  /// Binds an identity at an OIDC provider to a user, and to nobody else.
  public func bind(issuer: String, subject: String, to user: ID<User>) throws(Refusal) {
    try change { connection in
      try connection.require(user)
      try connection.run(
        """
        INSERT INTO openid_identity VALUES (?, ?, ?)
        ON CONFLICT (issuer, subject) DO UPDATE SET user_id = excluded.user_id
        """, .text(issuer), .text(subject), .integer(user.rawValue))
    }
  }
}

extension Connection {
  fileprivate func replaceRecoveryCodes(with digests: [String], of user: ID<User>) throws {
    try run("DELETE FROM recovery_code WHERE user_id = ?", .integer(user.rawValue))
    for digest in digests {
      try run("INSERT INTO recovery_code VALUES (?, ?)", .integer(user.rawValue), .text(digest))
    }
  }
}
