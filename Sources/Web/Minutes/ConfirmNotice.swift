import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// Where a member's registrar says that a notice is up: whoever has the notice's own link, without signing in.
enum ConfirmNotice {
  enum Name {
    static let by = "vem"
    static let day = "dag"
  }

  static func show(_ asked: Asked, _ secret: String) throws -> Answer {
    switch try admit(asked, secret) {
    case .turnedAway(let answer): answer
    case .admitted(let minutes, let notice):
      .bare(try page(asked, minutes, notice, faults: []))
    }
  }

  static func save(_ asked: Asked, _ secret: String) throws -> Answer {
    let (minutes, notice): (MinutesCase, Notice)
    switch try admit(asked, secret) {
    case .turnedAway(let answer): return answer
    case .admitted(let found, let its): (minutes, notice) = (found, its)
    }
    guard let id = minutes.id else { return .notFound }
    var reading = FormReading(asked.form)
    let by = reading.text(Name.by, "Namn eller funktion", isRequired: true, byteCountMax: 200)
    let day =
      notice.standing == nil ? reading.date(Name.day, "Uppsatt den", year: asked.today.year) : notice.standing?.postedOn
    var faults = reading.faults
    if let day, faults.isEmpty {
      let member = try memberName(asked, notice)
      do {
        try asked.office.store.together(by: Actor(name: "\(by), \(member)"), at: asked.now) {
          try $0.confirmNotice(id, at: notice.memberID, by: by, postedOn: day, on: asked.publicToday)
        }
      } catch let refusal as MinutesRefusal {
        faults = [FieldFault(field: "", message: Words.sentence(refusal))]
      }
    }
    guard faults.isEmpty else {
      return .bare(try page(asked, minutes, notice, faults: faults), status: .unprocessableContent)
    }
    return .see(Addresses.noticeConfirmation.path(secret))
  }

  private enum Admission {
    case admitted(MinutesCase, Notice)
    case turnedAway(Answer)
  }

  private static func admit(_ asked: Asked, _ secret: String) throws -> Admission {
    let (office, now) = (asked.office, asked.now)
    guard !office.doorkeeper.isTired(of: asked.remote, at: now) else {
      return .turnedAway(
        .bare(
          RespondentPage(asked).words(
            "Vänta en stund", "Det har kommit många länkar som inte gäller härifrån. Försök igen om en timme."),
          status: .tooManyRequests))
    }
    guard secret.utf8.count == 64, let link = try office.store.noticeLink(Secret.digest(of: secret)),
      let minutes = try office.store.minutes(link.minutes),
      let notice = minutes.notices.first(where: { $0.memberID == link.memberID })
    else {
      office.doorkeeper.noteMiss(from: asked.remote, at: now)
      return .turnedAway(
        .bare(
          RespondentPage(asked).words("Länken gäller inte", Words.sentence(MinutesRefusal.linkUnknown)),
          status: .notFound))
    }
    return .admitted(minutes, notice)
  }

  private static func memberName(_ asked: Asked, _ notice: Notice) throws -> String {
    try asked.office.store.association().members.first { $0.id == notice.memberID }?.name ?? notice.memberID
  }

  private static func page(
    _ asked: Asked, _ minutes: MinutesCase, _ notice: Notice, faults: [FieldFault]
  ) throws -> HTML {
    let store = asked.office.store
    let association = try store.association()
    let name = try memberName(asked, notice)
    let rows = try MinutesPart.noticeRows(minutes, notice, association, store)
    let facts = tag(
      "ul", each: rows.map { tag("li", tag("strong", .text($0.title)), .text(": \($0.words)")) })
    return RespondentPage(asked).page(
      "Anslag hos \(name)",
      .joined([
        summary(faults), tag("h2", .text("Tillkännagivande av justerat protokoll")), facts,
        tag("p", .text(NoticeWords.appeal)),
        notice.standing?.confirmation.map { said in
          tag(
            "p", [.class("lead"), .role("status")],
            .text(
              "Tack! Uppsättningen \(notice.standing?.postedOn.text ?? "") är bekräftad av \(said.by). Anslaget ska sitta "
                + "uppe hela tiden och får tas ned tidigast \(notice.standing?.takeDownFrom.text ?? "")."))
        } ?? form(asked, notice, faults),
      ]))
  }

  private static func summary(_ faults: [FieldFault]) -> HTML {
    guard !faults.isEmpty else { return .empty }
    return tag(
      "div", [.class("faults"), .role("alert")], tag("h2", .text("Något behöver rättas")),
      tag("ul", each: faults.map { tag("li", .text($0.message)) }))
  }

  private static func form(_ asked: Asked, _ notice: Notice, _ faults: [FieldFault]) -> HTML {
    func field(_ name: String, _ label: String, _ value: String) -> HTML {
      tag(
        "div", [.class(faults.contains { $0.field == name } ? "question faulty" : "question")],
        tag("label", [.other("for", name), .class("text")], .text(label)),
        voidTag(
          "input",
          [
            .id(name), .other("name", name), .other("type", "text"), .other("value", value),
            .other("autocomplete", "off"),
          ]))
    }
    let day = asked.form.has(Name.day) ? asked.form.choice(Name.day) : asked.publicToday.text
    return tag(
      "form", [.other("method", "post"), .other("action", asked.path), .other("novalidate", "")],
      notice.standing.map { tag("p", .text("Förbundet har antecknat att anslaget sattes upp \($0.postedOn.text).")) }
        ?? field(Name.day, "Vilken dag sattes anslaget upp?", day),
      field(Name.by, "Vem bekräftar? Funktionen räcker, till exempel registrator.", asked.form.choice(Name.by)),
      tag("button", [.other("type", "submit")], .text("Bekräfta att anslaget är uppsatt")))
  }
}
