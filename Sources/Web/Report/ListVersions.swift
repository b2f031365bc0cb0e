import Desk
import HTTPTypes
import Press
import Report
import Store

/// The versions of the report that somebody has seen, and the form that keeps one more.
enum ListVersions {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard try asked.fiscalYear(year) != nil else { return .notFound }
    return .page(try page(asked, year))
  }

  static func save(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let report = try await asked.workbench(year)?.report else { return .notFound }
    var reading = FormReading(asked.form)
    let name = reading.text("namn", "Namnet", isRequired: true, byteCountMax: 200)
    guard !reading.hasFaults else {
      return .page(try page(asked, year, name: name, faults: reading.faults), status: .unprocessableContent)
    }
    // The board has seen it: what it tells is in the register of releases.
    guard try ReportMaking.release(report, of: asked.store, by: asked.actor, at: asked.now) else {
      return try await save(asked, year)
    }
    try asked.store.keepVersion(
      of: year, name: name, lines: ReportLines.all(of: report), by: asked.actor, at: asked.now)
    return .see(
      Addresses.versions.path(year), notice: "Versionen är sparad. Det som ändras efter den märks på rapportens sida.")
  }

  private static func page(
    _ asked: Asked, _ year: Int, name: String = "", faults: [FieldFault] = []
  ) throws -> Page {
    let versions = try asked.store.reportVersions(year: year)
    return Page(
      title: "Versioner som styrelsen har sett", section: .report, trail: ReportWords.trail(year),
      main: FormPart.summary(of: faults) + list(versions, year)
        + (Access.bookkeepers.admits(asked.user) ? form(asked, year, name, faults) : .empty))
  }

  private static func list(_ versions: [ReportVersion], _ year: Int) -> HTML {
    guard !versions.isEmpty else {
      return tag(
        "p", [.class("empty")],
        .text(
          "Ingen version är sparad än. Spara en när styrelsen har fått se årsredovisningen, så syns sedan vad som har ändrats."
        ))
    }
    let rows = versions.reversed().map { version in
      tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          tag("a", [.href(.path(Addresses.version.path(Pair(year, version.sequence))))], .text(version.name))),
        tag("td", [.class("date")], .text(SwedishTime.text(version.at))), tag("td", .text(version.by)))
    }
    func heading(_ words: String) -> HTML { tag("th", [.scope(.column)], .text(words)) }
    return tag(
      "table", [.class("list")], tag("caption", .text("Sparade versioner, den senaste först")),
      tag("thead", tag("tr", heading("Version"), heading("Sparad"), heading("Av"))), tag("tbody", each: rows))
  }

  private static func form(_ asked: Asked, _ year: Int, _ name: String, _ faults: [FieldFault]) -> HTML {
    tag("h2", .text("Styrelsen såg den här"))
      + tag(
        "p",
        .text("Årsredovisningens alla ord och siffror sparas som de är nu. Det går sedan att se vad som har ändrats."))
      + FormPart.form(
        to: Addresses.versions.path(year), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "namn", label: "Vad den visades för", value: name,
              hint: "Till exempel Styrelsens möte \(year + 1)-03-12.",
              isRequired: true), faults: faults), FormPart.button("Spara versionen"),
        ])
  }
}
