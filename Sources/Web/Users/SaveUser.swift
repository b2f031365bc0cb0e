import Association
import HTTPTypes
import Store

/// Changes what is said of a user.
enum SaveUser {
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let user = try ShowUser.find(id, asked) else { return .notFound }
    let store = asked.office.store
    let typed = UserForm(typed: asked.form)
    var reading = FormReading(asked.form)
    let read = UserForm.read(&reading, asked.form, insatser: try store.association().insatser)
    let isActive = asked.form.has("aktiv")
    if let other = try store.user(mail: read?.mail ?? ""), other.id != user.id, other.isActive {
      reading.add(MailTaken.words(other), at: "epost")
    }
    // Somebody saved between: both are shown, and the next save is made over what now stands.
    if asked.form.choice("fore") != UserState.digest(of: user) { reading.add(changed(user)) }
    if user.role == .director, user.isActive, read?.role != .director || !isActive,
      try !store.users().contains(where: { $0.role == .director && $0.isActive && $0.id != user.id })
    {
      reading.add(
        "\(user.name) är den enda förbundschefen som får logga in. Gör någon annan till förbundschef först.",
        at: isActive ? "roll" : "aktiv")
    }
    guard let read, !reading.hasFaults else {
      return .page(try ShowUser.page(asked, user, typed, faults: reading.faults), status: .unprocessableContent)
    }
    let saved = try store.record(
      user: user.id, name: read.name, mail: read.mail, role: read.role, insatser: read.insatser, isActive: isActive,
      by: asked.actor, at: asked.now)
    asked.office.sessions.forget()
    return .see(Addresses.user.path(id), notice: saved == user ? "Inget var ändrat." : "Sparat.")
  }

  private static func changed(_ user: User) -> String {
    "Någon har ändrat användaren sedan du öppnade sidan. Nu står: \(user.name), \(user.mail), \(user.role.words), "
      + (user.isActive ? "får logga in" : "avstängd")
      + ". Det du skrev står kvar här nedan; spara igen om det är det som ska gälla."
  }
}
