import HTTPTypes
import Store

/// One way into the office: a method and an address, who may pass, and what answers. `Door.all` is the whole office; a
/// test knocks on each as every role and as a stranger.
struct Door: Sendable {
  let method: HTTPRequest.Method
  let pattern: String
  let access: Access
  /// The largest body that is read, in bytes, as the office is set.
  let bodyBytesMax: @Sendable (Office.Settings) -> Int
  let answer: @Sendable (Asked) async throws -> Answer

  /// Forms are small: the largest is a voucher of some hundred rows or a chapter of the report.
  static let formBytesMax = 1 << 20
  /// What whoever comes may send: a name, an address, a password. Nobody makes the office read more for nothing.
  static let openFormBytesMax = 16 << 10

  /// What is asked for needs no body.
  private static let noBody: @Sendable (Office.Settings) -> Int = { _ in 0 }

  /// A page or a file.
  static func get<Value>(
    _ address: Address<Value>, _ access: Access, _ action: @escaping @Sendable (Asked, Value) async throws -> Answer
  ) -> Door {
    Door(method: .get, pattern: address.pattern, access: access, bodyBytesMax: noBody) { asked in
      guard let value = address.read(asked.path) else { return .notFound }
      return try await action(asked, value)
    }
  }

  /// An act: the body is a form, with the visitor's token in it.
  static func post<Value>(
    _ address: Address<Value>, _ access: Access, bodyBytesMax: Int? = nil,
    _ action: @escaping @Sendable (Asked, Value) async throws -> Answer
  ) -> Door {
    let most = bodyBytesMax ?? (access.isOpen ? Door.openFormBytesMax : Door.formBytesMax)
    return post(address, access, bodyBytesMax: { _ in most }, action)
  }

  /// An act with files: the office's settings say how large they may be.
  static func post<Value>(
    _ address: Address<Value>, _ access: Access, bodyBytesMax: @escaping @Sendable (Office.Settings) -> Int,
    _ action: @escaping @Sendable (Asked, Value) async throws -> Answer
  ) -> Door {
    Door(method: .post, pattern: address.pattern, access: access, bodyBytesMax: bodyBytesMax) { asked in
      guard let value = address.read(asked.path) else { return .notFound }
      return try await action(asked, value)
    }
  }
}

/// Who may pass a door.
enum Access: Hashable, Sendable {
  /// Whoever comes: what is needed to sign in, and what is nobody's secret.
  case everybody
  /// Whoever has what stands in the address – a survey's one-time code, the secret of a notice or of a calendar – or reads
  /// what is laid out for everybody. The reception looks at no cookie and gives none, so that nobody can be known by a
  /// visit here; what stands in the address takes the place of a form's token.
  case respondents
  /// Those who are signed in and have one of the roles.
  case roles(Set<Role>)

  /// Whether one passes without having signed in.
  var isOpen: Bool { self == .everybody || self == .respondents }

  /// Whoever is signed in.
  static let signedIn = Access.roles(Set(Role.allCases))
  /// Who reads the association's books, report and history: all but performers.
  static let readers = Access.roles([.director, .bookkeeper, .boardMember, .auditor, .viewer])
  /// Who keeps the books.
  static let bookkeepers = Access.roles([.director, .bookkeeper])
  /// Who says what an insats will cost: the office, and performers of their own.
  static let forecasters = Access.roles([.director, .bookkeeper, .performer])
  /// Who may ask and comment: all readers but the viewer.
  static let questioners = Access.roles([.director, .bookkeeper, .boardMember, .auditor])
  /// Who attests invoices: the office the first time, the director or the board the second.
  static let attesters = Access.roles([.director, .bookkeeper, .boardMember])
  /// Who reports obstacles: whoever works in the association or sits in its board.
  static let reporters = Access.roles([.director, .bookkeeper, .performer, .boardMember, .viewer])
  /// Who answers obstacles: the office for every level, the board for itself.
  static let answerers = Access.roles([.director, .bookkeeper, .boardMember])
  /// Who gives the second attest.
  static let approvers = Access.roles([.director, .boardMember])
  /// Who sees who has done what: the history, users' sign-ins, drafts.
  static let insiders = Access.roles([.director, .bookkeeper, .auditor])
  /// The director alone: users, roles, the association's own settings.
  static let director = Access.roles([.director])

  func admits(_ user: User?) -> Bool {
    switch self {
    case .everybody, .respondents: true
    case .roles(let roles): user.map { $0.isActive && roles.contains($0.role) } ?? false
    }
  }
}
