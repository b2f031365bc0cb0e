import Association
import Store

/// One's own page: who one is, how one signs in, and where one is signed in.
enum ShowAccount {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let (user, store) = (asked.user, asked.office.store)
    let credential = try store.credential(of: user.id)
    let sessions = try store.sessions(of: user.id, at: asked.now).map {
      SessionTable.Row($0, this: asked.visitor.session)
    }
    let insatser =
      user.insatser.isEmpty
      ? [] : try store.association().insatser.filter { user.insatser.contains($0.id) }.map(\.name)
    return AccountPage(
      visitor: asked.visitor, name: user.name, mail: user.mail, role: user.role.words, meaning: user.role.meaning,
      insatser: insatser, hasPassword: credential.passwordHash != nil,
      hasSecondFactor: credential.totpSecret != nil, recoveryCodeCount: credential.recoveryCodeCount,
      sessions: sessions, weeklyMail: try ChooseWeeklyMail.part(asked, faults: faults),
      calendar: try ShowCalendar.part(asked), faults: faults
    ).page
  }
}
