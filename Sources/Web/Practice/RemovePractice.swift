import HTTPTypes
import Store

/// Takes the practice association away, with all that has been practised in it; whoever is in it is sent home.
enum RemovePractice {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    guard asked.form.choice("bekrafta") == "ja" else {
      let fault = FieldFault(
        field: "", message: "Bekräfta att övningsförbundet ska tas bort: öppna ”Ta bort övningsförbundet” och svara ja."
      )
      return .page(try ShowPractice.page(asked, faults: [fault]), status: .unprocessableContent)
    }
    for var session in try asked.office.store.sessions(of: nil, at: asked.now) where session.isPractising {
      session.isPractising = false
      try asked.office.store.update(session)
    }
    asked.office.sessions.forget()
    guard asked.office.practice.remove() else {
      return .see(Addresses.start.path(), notice: "Övningsförbundet var redan borttaget.")
    }
    return .see(Addresses.start.path(), notice: "Övningsförbundet är borttaget. Du är i det egna förbundet.")
  }
}
