import Ledger
import Store

/// Into the practice association, which is made if it is not there.
enum EnterPractice {
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    guard try !asked.office.store.isPractice() else { return .see(Addresses.practice.path()) }
    let (practice, actor, now) = (asked.office.practice, asked.actor, asked.now)
    let store = try await LongWork.run { try practice.make(by: actor, at: now) }
    try bringUsers(to: store, asked)
    try practise(true, asked)
    return .see(Addresses.start.path(), notice: "Du är i övningsförbundet. Allt här är påhittat.")
  }

  /// The office's users by the same keys, so that a comment there can be for one of them. Users signed in are always
  /// looked up in the association's own book.
  private static func bringUsers(to store: Store, _ asked: Asked) throws {
    let have = Set(try store.users().map(\.id))
    for user in try asked.office.store.users().sorted(by: { $0.id.rawValue < $1.id.rawValue })
    where !have.contains(user.id) {
      try store.record(
        user: nil, name: user.name, mail: user.mail, role: user.role, insatser: user.insatser, isActive: user.isActive,
        by: asked.actor, at: asked.now)
    }
  }

  /// Says in the session whether it practises.
  static func practise(_ practises: Bool, _ asked: Asked) throws {
    guard var session = asked.visitor.session else { return }
    session.isPractising = practises
    try asked.office.store.update(session)
    asked.office.sessions.forget()
  }
}

/// Back to the association's own book.
enum LeavePractice {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    try EnterPractice.practise(false, asked)
    return .see(Addresses.start.path(), notice: "Du har lämnat övningen och är i det egna förbundet.")
  }
}
