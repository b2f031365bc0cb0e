public import Ledger

extension Store.Writing {
  /// Records a user: a new one where `id` is nil, else what has changed; nothing, and no line of history, where
  /// nothing has. Refuses a mail address that another active user has, and to leave the book without an active
  /// director. Whoever is no longer active, or has got another role, is signed out everywhere; their link, as that of
  /// one with a new mail address, is no longer good.
  @discardableResult
  public func record(
    user id: ID<User>?, name: String, mail: String, role: Role, insatser: [String] = [], isActive: Bool = true
  ) throws -> User {
    let users = try connection.users()
    let present = try id.map { id in
      guard let user = users.first(where: { $0.id == id }) else { throw Store.Refusal.unknownUser }
      return user
    }
    let key = try present?.id.rawValue ?? posting.keys.next("user")
    let user = User(
      id: ID(rawValue: key), name: name, mail: mail.inSmallLetters, role: role, insatser: insatser, isActive: isActive)
    guard user != present else { return user }
    let others = users.filter { $0.id != user.id && $0.isActive }
    if user.isActive, others.contains(where: { $0.mail == user.mail }) { throw Store.Refusal.mailTaken(user.mail) }
    if let present, present.leadsTheOffice, !user.leadsTheOffice, !others.contains(where: \.leadsTheOffice) {
      throw Store.Refusal.lastDirector
    }
    _ = try act(.user, subject: name) { act in
      if present == nil { try act.record("user", .integer(key), .integer(act.sequence)) }
      try self.state(user, in: act)
    }
    if let present, !user.isActive || user.role != present.role {
      try connection.run("DELETE FROM session WHERE user_id = ?", .integer(key))
    }
    // A link lies in the mailbox that it was sent to, and lets in as it was meant when it was made.
    if let present, !user.isActive || user.role != present.role || user.mail != present.mail {
      try connection.run("DELETE FROM invitation WHERE user_id = ?", .integer(key))
    }
    return user
  }

  /// Records how a user got, or lost, a way into the office: a link, a second factor, a password. No secret stands in
  /// it; what is said of the user is said again, so that the line is one of theirs.
  public func note(_ access: HistoryLine.Act, of user: User) throws {
    precondition(HistoryLine.Act.access.contains(access), "Only what lets somebody in or shuts them out is noted so.")
    try connection.require(user.id)
    guard let present = try connection.users().first(where: { $0.id == user.id }) else {
      throw Store.Refusal.unknownUser
    }
    _ = try act(access, subject: present.name) { try self.state(present, in: $0) }
  }

  private func state(_ user: User, in act: Act) throws {
    let statement = try posting.keys.next("user_statement")
    try act.record(
      "user_statement", .integer(statement), .integer(user.id.rawValue), .text(user.name), .text(user.mail),
      .text(user.role.rawValue), .integer(user.isActive ? 1 : 0), .integer(act.sequence))
    for (position, insats) in user.insatser.enumerated() {
      try act.record(
        "user_insats", .integer(statement), .integer(position), .text(insats), .integer(act.sequence))
    }
  }
}

extension HistoryLine.Act {
  /// What changes how a user comes in, and not what is said of them.
  public static let access: Set<HistoryLine.Act> = [.makeLink, .endSecondFactor, .choosePassword]
}

extension Store {
  /// Records how a user got, or lost, a way into the office.
  public func note(_ access: HistoryLine.Act, of user: User, by actor: Actor, at moment: Moment) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.note(access, of: user) }
  }

  /// All users, by name.
  public func users() throws(Refusal) -> [User] { try read { try $0.users() } }

  /// The user with that mail address (any case), or nil. The active one, where some have had it before.
  public func user(mail: String) throws(Refusal) -> User? {
    try read {
      try $0.users(where: "mail = ?1 ORDER BY is_active DESC, user_id DESC", .text(mail.inSmallLetters)).first
    }
  }

  /// Records a user: a new one where `id` is nil, else what has changed; nothing, and no line of history, where
  /// nothing has. Refuses a mail address that another active user has, and to leave the book without an active
  /// director. Whoever is no longer active, or has got another role, is signed out everywhere; their link, as that of
  /// one with a new mail address, is no longer good.
  @discardableResult
  public func record(
    user id: ID<User>?, name: String, mail: String, role: Role, insatser: [String], isActive: Bool, by actor: Actor,
    at moment: Moment
  ) throws(Refusal) -> User {
    try act(by: actor, at: moment) {
      try $0.record(user: id, name: name, mail: mail, role: role, insatser: insatser, isActive: isActive)
    }
  }
}

extension Connection {
  /// What was last said of each user, by name, or of those that fit.
  func users(where condition: String = "TRUE ORDER BY name, user_id", _ field: Field? = nil) throws -> [User] {
    var users: [User] = []
    let statement = try statement(
      "SELECT user_id, statement_id, name, mail, role, is_active FROM user_now WHERE \(condition)")
    try statement.each(field.map { [$0] } ?? []) { row in
      guard let role = Role(rawValue: row.text(4)) else {
        throw Store.Refusal.corrupt("user_statement \(row.integer(1))")
      }
      var insatser: [String] = []
      try each("SELECT insats_id FROM user_insats WHERE statement_id = ? ORDER BY position", .integer(row.integer(1))) {
        insatser.append($0.text(0))
      }
      users.append(
        User(
          id: ID(rawValue: row.integer(0)), name: row.text(2), mail: row.text(3), role: role, insatser: insatser,
          isActive: row.integer(5) == 1))
    }
    return users
  }

  /// Refuses a user that the book does not have.
  func require(_ user: ID<User>) throws {
    let known = try first("SELECT 1 FROM user WHERE id = ?", .integer(user.rawValue)) { _ in true }
    guard known != nil else { throw Store.Refusal.unknownUser }
  }
}

extension User {
  /// Whether they can let others in.
  fileprivate var leadsTheOffice: Bool { role == .director && isActive }
}

extension String {
  /// The text with the letters A–Z, Å, Ä and Ö made small, and nothing else of it changed: so are mail addresses
  /// compared. What other alphabets make of their letters is not ours to guess.
  var inSmallLetters: String {
    var small = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "A"..."Z", "Å", "Ä", "Ö":
        small.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      default: small.unicodeScalars.append(scalar)
      }
    }
    return small
  }
}
