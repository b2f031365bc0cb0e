import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Press
import Store

/// All minutes: of the board's meetings and of the auditors', how far each has come and when what was decided gains force.
enum ListMinutes {
  enum Name {
    static let day = "dag"
    static let keptAt = "forvaras"
    static let signers = "justerare"
  }

  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  /// Keeps the auditors' minutes of a day, to be adjusted and announced as the board's are.
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    var reading = FormReading(asked.form)
    let day = reading.date(Name.day, "Dag")
    let keptAt = reading.text(Name.keptAt, "Var protokollet förvaras", isRequired: true)
    let names = reading.text(Name.signers, "Vilka som justerar", isRequired: true, isLong: true, byteCountMax: 2000)
      .split(whereSeparator: \.isNewline).map { String($0).strippedOfBlanks }.filter { !$0.isEmpty }
    let uploaded = UploadedDocuments(asked, accepting: [.pdf])
    if uploaded.files.count > 1 { reading.add("Skicka protokollet som en fil.", at: UploadedDocuments.field) }
    var faults = reading.faults + uploaded.faults
    var id: Int64 = 0
    if let day, faults.isEmpty {
      let document = try await uploaded.keep(asked).first
      faults = try MinutesPart.attempt(asked) {
        id = try $0.closeAuditorsMinutes(heldOn: day, keptAt: keptAt, signers: names, document: document)
      }
    }
    guard faults.isEmpty else { return .page(try page(asked, faults: faults), status: .unprocessableContent) }
    return .see(Addresses.adjustment.path(id), notice: "Revisorernas protokoll är lämnat till justering.")
  }

  private static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let store = asked.store
    var all: [MinutesCase] = try store.minutes().filter { $0.kind == .auditors }
    for meeting in try store.boardRecord().meetings {
      if let minutes = try store.minutes(of: meeting) { all.append(minutes) }
    }
    let shown = all.filter { MinutesPlace.mayRead($0, asked.user) }
      .sorted { ($1.state.heldOn, $1.id ?? .max) < ($0.state.heldOn, $0.id ?? .max) }
    let rows = shown.map { row($0) }
    return Page(
      title: "Protokoll", section: .minutes, isWide: true, scripts: ["lists.js"],
      main: .joined([
        FormPart.summary(of: faults),
        rows.isEmpty
          ? tag(
            "p", [.class("empty")], .text("Inget möte är öppnat än. När styrelsens möte öppnas börjar protokollet här.")
          )
          : MoneyPart.table(
            "Protokoll",
            [
              MoneyPart.Column("Protokoll"), MoneyPart.Column("Läge"), MoneyPart.Column("Justeras senast"),
              MoneyPart.Column("Anslag"), MoneyPart.Column("Laga kraft"),
            ], rows: rows),
        Access.bookkeepers.admits(asked.user) ? auditors(asked, faults) : .empty,
        tag(
          "p", [.class("hint")], .text("Läs mer i "),
          MoneyPart.link("handboken om protokoll", Addresses.handbookPage.path("protokoll.md")), .text(".")),
      ]))
  }

  private static func row(_ minutes: MinutesCase) -> [HTML] {
    let path =
      minutes.meeting.map { Addresses.minutes.path($0.rawValue) } ?? Addresses.adjustment.path(minutes.id ?? 0)
    let up = minutes.notices.count { $0.standing != nil }
    let notices =
      minutes.id.flatMap { id in
        minutes.notices.isEmpty
          ? nil : MoneyPart.link("\(up) av \(minutes.notices.count) uppe", Addresses.notices.path(id))
      } ?? .text("–")
    let adjustBy: HTML =
      minutes.state.adjusted == nil
      ? .text(MinutesRules.adjustBy(heldOn: minutes.state.heldOn).text) : .text("–")
    return [
      MoneyPart.link(minutes.title, path), MinutesPart.badge(minutes), adjustBy, notices,
      .text(minutes.gainsForce.day?.text ?? "inte känt"),
    ]
  }

  private static func auditors(_ asked: Asked, _ faults: [FieldFault]) -> HTML {
    tag(
      "details", faults.isEmpty ? [] : [.other("open", "")], tag("summary", .text("Revisorernas protokoll")),
      tag(
        "p", [.class("hint")],
        .text("Revisorernas protokoll justeras och anslås som styrelsens (lag 2003:1210, 26 §).")),
      FormPart.form(
        to: Addresses.minutesList.path(), asked.visitor, hasFiles: true,
        each: [
          FormPart.field(
            FormPart.Field(name: Name.day, label: "Dag", value: asked.form.choice(Name.day)), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: Name.keptAt, label: "Var protokollet förvaras", value: asked.form.choice(Name.keptAt)),
            faults: faults),
          FormPart.area(
            Name.signers, "Vilka som justerar", value: asked.form.choice(Name.signers),
            hint: "Ett namn eller en funktion på varje rad. Den första ledde mötet; alla var med.", rows: 3,
            faults: faults),
          FormPart.field(
            FormPart.Field(
              name: UploadedDocuments.field, label: "Protokollet som PDF", hint: "Behövs inte.", type: "file"),
            faults: faults), FormPart.button("Lämna till justering"),
        ]))
  }
}
