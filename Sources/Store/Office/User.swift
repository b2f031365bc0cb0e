public import Ledger

/// What a user of the office may do; `Web/Doors` says which doors each opens.
public enum Role: String, CaseIterable, Sendable {
  /// Förbundschef: everything, users and settings too.
  case director
  /// Ekonom: the books, the imports, the report.
  case bookkeeper
  /// Utförare: sees their own insatser and nothing else.
  case performer
  /// Styrelseledamot: reads everything, comments.
  case boardMember = "board-member"
  /// Revisor: reads everything, writes only questions.
  case auditor
  /// Läsare: reads the books and the report.
  case viewer
}

/// Somebody who signs in to the office. Never a participant.
public struct User: Hashable, Sendable {
  /// The key under which the book knows them, whatever they are called.
  public let id: ID<User>
  /// What stands in the history.
  public let name: String
  /// The mail address, in small letters: what one signs in with.
  public let mail: String
  /// What they may do.
  public let role: Role
  /// The insatser that a performer sees, by id.
  public let insatser: [String]
  /// Whether they may sign in.
  public let isActive: Bool

  /// A user as the book knows them.
  public init(id: ID<User>, name: String, mail: String, role: Role, insatser: [String] = [], isActive: Bool = true) {
    self.id = id
    self.name = name
    self.mail = mail
    self.role = role
    self.insatser = insatser
    self.isActive = isActive
  }
}

/// How a user proves who they are. Not a fact: it is replaced when it changes, and nothing of it stands in the history.
public struct Credential: Hashable, Sendable {
  /// The password's hash with its parameters (`$scrypt$…`); nil before the first password, or with OIDC alone.
  public var passwordHash: String?
  /// The shared secret of the second factor; nil where it is not set up.
  public var totpSecret: [UInt8]?
  /// How many recovery codes are left.
  public var recoveryCodeCount: Int

  /// What a user can prove themselves by; nothing, before anything is set.
  public init(passwordHash: String? = nil, totpSecret: [UInt8]? = nil, recoveryCodeCount: Int = 0) {
    self.passwordHash = passwordHash
    self.totpSecret = totpSecret
    self.recoveryCodeCount = recoveryCodeCount
  }
}

/// A browser that is signed in.
public struct Session: Hashable, Sendable {
  /// SHA-256 of the secret in the cookie, in small hexadecimal. The secret itself is nowhere in the book.
  public let digest: String
  /// Who is signed in.
  public let user: ID<User>
  /// When they signed in.
  public let startedAt: Moment
  /// When a page was last asked for.
  public var lastSeenAt: Moment
  /// When it runs out: from that moment on it lets nobody in.
  public let endsAt: Moment
  /// What the browser calls itself.
  public let agent: String
  /// The address it came from.
  public let remote: String
  /// Whether it works in the practice book.
  public var isPractising: Bool

  /// A session under the digest of its secret.
  public init(
    digest: String, user: ID<User>, startedAt: Moment, lastSeenAt: Moment, endsAt: Moment, agent: String,
    remote: String, isPractising: Bool = false
  ) {
    self.digest = digest
    self.user = user
    self.startedAt = startedAt
    self.lastSeenAt = lastSeenAt
    self.endsAt = endsAt
    self.agent = agent
    self.remote = remote
    self.isPractising = isPractising
  }
}

/// A link by which somebody comes in without a password: invited, or having forgotten it. Used once.
public struct Invitation: Hashable, Sendable {
  /// SHA-256 of the secret in the link.
  public let digest: String
  /// Whom it lets in.
  public let user: ID<User>
  /// When it runs out: from that moment on it lets nobody in.
  public let endsAt: Moment

  /// An invitation under the digest of its secret.
  public init(digest: String, user: ID<User>, endsAt: Moment) {
    self.digest = digest
    self.user = user
    self.endsAt = endsAt
  }
}
