import Ledger
import Store

/// Everybody who may, or might, sign in.
enum ListUsers {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let store = asked.office.store
    let latest = try store.latestSignIns()
    let rows = try store.users().map { user in
      let credential = try store.credential(of: user.id)
      return UsersPage.Row(
        id: user.id.rawValue, name: user.name, mail: user.mail, role: user.role.words,
        seen: latest[user.id].map { SwedishTime.text($0) } ?? "aldrig",
        hasSecondFactor: credential.totpSecret != nil, isActive: user.isActive,
        // Who signs in by OpenID has no password here.
        isInvited: user.isActive && credential.passwordHash == nil && latest[user.id] == nil)
    }
    let sorted = rows.filter(\.isActive) + rows.filter { !$0.isActive }
    return .page(UsersPage(rows: sorted, mayInvite: asked.user.role == .director, day: asked.today.text).page)
  }
}
