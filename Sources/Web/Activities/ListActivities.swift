import Association
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A year's work on structures: what was done, with how many, why, what came of it and how it went.
enum ListActivities {
  static func show(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    return .page(try page(asked, year, ActivityForm()))
  }

  static func page(_ asked: Asked, _ year: Int, _ form: ActivityForm) throws -> Page {
    let association = try asked.store.association()
    let activities = association.activities.filter { $0.year == year }
    let years = Set(association.activities.map(\.year)).union(try asked.store.fiscalYears().map(\.number)).union([year])
    return Page(
      title: "Aktiviteter \(year)", section: .activities, isWide: true,
      main: .joined([
        FormPart.summary(of: form.faults),
        FollowUpPart.years(Array(years), year) { Addresses.activities.path($0) },
        tag(
          "p", [.class("lead")],
          .text(
            "Det som görs för strukturerna: konferenser, besök, möten. Tabellen står i årsredovisningen, där deltagare som är så "
              + "få att de kan kännas igen inte visas.")),
        activities.isEmpty
          ? tag("p", [.class("empty")], .text("Ingen aktivitet är skriven för \(year)."))
          : table(asked, year, activities),
        Access.bookkeepers.admits(asked.user)
          ? tag(
            "section", [.labelled(by: "ny")], tag("h2", [.id("ny")], .text("Ny aktivitet")),
            FormPart.form(
              to: Addresses.activities.path(year), asked.visitor,
              each: form.fields() + [FormPart.button("Spara aktiviteten")])) : .empty,
        tag(
          "p", [.class("hint")],
          tag("a", [.href(.path(Addresses.handbookPage.path("aktiviteter.md")))], .text("Handboken om aktiviteter"))),
      ]))
  }

  private static func table(_ asked: Asked, _ year: Int, _ activities: [Activity]) -> HTML {
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return MoneyPart.table(
      "Aktiviteter \(year)",
      [
        MoneyPart.Column("Aktivitet"), MoneyPart.Column("Typ"), MoneyPart.Column("Dag"),
        MoneyPart.Column("Deltagare", isNumber: true), MoneyPart.Column("Mål"), MoneyPart.Column("Resultat"),
        MoneyPart.Column("Bedömning"),
      ],
      rows: activities.enumerated().map { index, activity in
        [
          mayWrite
            ? MoneyPart.link(activity.title, Addresses.activity.path(Pair(year, index + 1))) : .text(activity.title),
          .text(activity.kind), .text(activity.day?.text ?? ""),
          .text(activity.participants.map { Numerals.whole(Int64($0)) } ?? ""), .text(activity.goal),
          .text(activity.result), .text(activity.verdict),
        ]
      })
  }

  static func save(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    let (form, activity) = ActivityForm.read(asked.form, year: year)
    guard let activity else { return .page(try page(asked, year, form), status: .unprocessableContent) }
    let isNew = try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      // The same form sent twice is the same activity.
      guard !association.activities.contains(activity) else { return false }
      let next = association.activities.firstIndex { $0.year > year } ?? association.activities.count
      association.activities.insert(activity, at: next)
      try writing.record(association)
      return true
    }
    return .see(
      Addresses.activities.path(year),
      notice: isNew ? "Aktiviteten är sparad." : "Aktiviteten står redan här, likadan. Inget nytt är sparat.")
  }
}
