import Association
import HTTPTypes
import Press
import Store

/// Changes an activity, or takes it away; the history has what it was.
enum SaveActivity {
  static func show(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    guard let activity = find(try asked.store.association(), place)?.activity else { return .notFound }
    return .page(page(asked, place, ActivityForm(activity)))
  }

  /// The activity that stands in that place of its year, counted from 1, and where it stands among all.
  private static func find(
    _ association: Association, _ place: Pair<Int, Int>
  ) -> (index: Int, activity: Activity)? {
    let ofYear = association.activities.enumerated().filter { $0.element.year == place.first }
    guard ofYear.indices.contains(place.second - 1) else { return nil }
    let found = ofYear[place.second - 1]
    return (found.offset, found.element)
  }

  private static func page(_ asked: Asked, _ place: Pair<Int, Int>, _ form: ActivityForm) -> Page {
    Page(
      title: form.title.isEmpty ? "Aktivitet" : form.title, section: .activities,
      trail: [Page.Link("Aktiviteter \(place.first)", Addresses.activities.path(place.first))],
      main: .joined([
        FormPart.summary(of: form.faults),
        FormPart.form(
          to: Addresses.activity.path(place), asked.visitor,
          each: form.fields() + [FormPart.button("Spara aktiviteten")]),
        tag(
          "details", tag("summary", .text("Ta bort aktiviteten")),
          tag("p", .text("Aktiviteten försvinner ur årsredovisningen. Historiken har kvar den.")),
          FormPart.form(
            to: Addresses.activityRemoval.path(place), asked.visitor,
            each: [
              FormPart.hidden(ActivityForm.Name.digest, form.digest),
              FormPart.button("Ta bort aktiviteten", kind: "secondary"),
            ])),
      ]))
  }

  static func save(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    guard let present = find(try asked.store.association(), place)?.activity else { return .notFound }
    var (form, activity) = ActivityForm.read(asked.form, year: place.first)
    guard let activity else { return .page(page(asked, place, form), status: .unprocessableContent) }
    let isSaved = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Bool in
      var association = try writing.association()
      guard let found = find(association, place), ActivityForm.digest(of: found.activity) == form.digest else {
        return false
      }
      association.activities[found.index] = activity
      try writing.record(association)
      return true
    }
    guard !isSaved else { return .see(Addresses.activities.path(place.first), notice: "Aktiviteten är sparad.") }
    form.digest = ActivityForm.digest(of: present)
    form.faults = [
      FieldFault(
        field: "",
        message:
          "Någon har ändrat aktiviteterna medan du skrev. Här stod ”\(present.title)”. Läs igenom, och spara igen om ditt ska gälla."
      )
    ]
    return .page(page(asked, place, form), status: .unprocessableContent)
  }

  static func remove(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    let digest = asked.form.choice(ActivityForm.Name.digest)
    guard find(try asked.store.association(), place) != nil else { return .notFound }
    let title = try asked.store.together(by: asked.actor, at: asked.now) { writing -> String? in
      var association = try writing.association()
      guard let found = find(association, place), ActivityForm.digest(of: found.activity) == digest else { return nil }
      association.activities.remove(at: found.index)
      try writing.record(association)
      return found.activity.title
    }
    return .see(
      Addresses.activities.path(place.first),
      notice: title.map { "\($0) är borttagen. Historiken har kvar den." }
        ?? "Inget togs bort: någon har ändrat aktiviteterna. Öppna den igen.")
  }
}
