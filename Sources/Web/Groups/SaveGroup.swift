import Association
import HTTPTypes
import Press
import Store

/// Makes a group, or changes one; the history has what it was.
enum SaveGroup {
  static func showNew(_ asked: Asked, _: Nothing) throws -> Answer {
    .page(page(asked, nil, GroupForm(nil, try asked.store.association())))
  }

  static func show(_ asked: Asked, _ id: String) throws -> Answer {
    let association = try asked.store.association()
    guard let group = association.groups.first(where: { $0.id == id }) else { return .notFound }
    return .page(page(asked, group, GroupForm(group, association)))
  }

  static func saveNew(_ asked: Asked, _: Nothing) throws -> Answer { try save(asked, of: nil) }

  static func save(_ asked: Asked, _ id: String) throws -> Answer {
    guard let group = try asked.store.association().groups.first(where: { $0.id == id }) else { return .notFound }
    return try save(asked, of: group)
  }

  private static func save(_ asked: Asked, of present: Group?) throws -> Answer {
    var form = GroupForm(typed: asked.form, try asked.store.association())
    if form.rows.wantsMore(asked.form) { return .page(page(asked, present, form)) }
    guard let group = form.read(id: present?.id) else {
      return .page(page(asked, present, form), status: .unprocessableContent)
    }
    let isSaved = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Bool in
      var association = try writing.association()
      guard let present else {
        association.groups.append(group)
        try writing.record(association)
        return true
      }
      guard let index = association.groups.firstIndex(where: { $0.id == present.id }),
        GroupForm.digest(of: association.groups[index]) == asked.form.choice(GroupForm.Name.digest)
      else { return false }
      association.groups[index] = group
      try writing.record(association)
      return true
    }
    guard isSaved else {
      form.faults = [
        FieldFault(
          field: "",
          message: "Någon har ändrat gruppen medan du skrev. Öppna den igen, och gör din ändring på det som står nu.")
      ]
      return .page(page(asked, present, form), status: .unprocessableContent)
    }
    return .see(Addresses.group.path(group.id), notice: "\(group.title) är sparad.")
  }

  private static func page(_ asked: Asked, _ group: Group?, _ form: GroupForm) -> Page {
    let trail =
      [Page.Link("Grupper", Addresses.groups.path())]
      + (group.map { [Page.Link($0.title, Addresses.group.path($0.id))] } ?? [])
    return Page(
      title: group.map { "Ändra \($0.title)" } ?? "Ny grupp", section: .groups, trail: trail, isWide: true,
      main: .joined([
        FormPart.summary(of: form.faults),
        FormPart.form(
          to: group.map { Addresses.groupChange.path($0.id) } ?? Addresses.newGroup.path(), asked.visitor,
          each: form.fields() + [FormPart.button("Spara gruppen")]),
      ]))
  }
}
