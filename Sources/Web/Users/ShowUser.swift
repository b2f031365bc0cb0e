import Association
import Ledger
import Store

/// One user: what is said of them, and for the director what can be done.
enum ShowUser {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let user = try find(id, asked) else { return .notFound }
    return .page(try page(asked, user, UserForm(user), faults: []))
  }

  static func find(_ id: Int64, _ asked: Asked) throws -> User? {
    try asked.office.store.users().first { $0.id.rawValue == id }
  }

  static func page(_ asked: Asked, _ user: User, _ form: UserForm, faults: [FieldFault]) throws -> Page {
    let store = asked.office.store
    let credential = try store.credential(of: user.id)
    let association = try store.association()
    return UserPage(
      visitor: asked.visitor, user: user, form: form, state: UserState.digest(of: user),
      insatser: association.insatser, hasPassword: credential.passwordHash != nil,
      hasSecondFactor: credential.totpSecret != nil,
      seen: try store.latestSignIns()[user.id].map { SwedishTime.text($0) } ?? "aldrig",
      sessions: try store.sessions(of: user.id, at: asked.now).map {
        SessionTable.Row($0, this: asked.visitor.session)
      }, mayChange: asked.user.role == .director, isSelf: user.id == asked.user.id, faults: faults
    ).page
  }
}

/// What a user's form was made over, so that one who saves over somebody else's change is told.
enum UserState {
  static func digest(of user: User) -> String {
    let parts = [user.name, user.mail, user.role.rawValue, user.isActive ? "1" : "0"] + user.insatser
    return String(Secret.digest(of: parts.joined(separator: "\n")).prefix(16))
  }
}
