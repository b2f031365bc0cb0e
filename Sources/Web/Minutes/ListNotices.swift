import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// The notices of adjusted minutes: one for each member municipality and region, and the day the decisions gain force.
enum ListNotices {
  enum Name {
    static let day = "dag"
    static let members = "medlem"
  }

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let minutes = try asked.store.minutes(id) else { return .notFound }
    guard MinutesPlace.mayRead(minutes, asked.user) else { return .forbidden }
    return .page(try page(asked, minutes, id, faults: []))
  }

  /// The same day at several members.
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let minutes = try asked.store.minutes(id) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date(Name.day, "Uppsatt den")
    let members = asked.form.choices(Name.members)
    if members.isEmpty { reading.add("Kryssa för minst en medlem.", at: Name.members) }
    var faults = reading.faults
    if let day, faults.isEmpty {
      faults = try MinutesPart.attempt(asked) { writing in
        for member in members { try writing.postNotice(id, at: member, on: day) }
      }
    }
    guard faults.isEmpty else {
      return .page(try page(asked, minutes, id, faults: faults), status: .unprocessableContent)
    }
    return .see(
      Addresses.notices.path(id),
      notice: Words.count(members.count, "anslag är antecknat", "anslag är antecknade") + ".")
  }

  private static func page(_ asked: Asked, _ minutes: MinutesCase, _ id: Int64, faults: [FieldFault]) throws -> Page {
    let association = try asked.store.association()
    var trail = MinutesPart.trail
    if let meeting = minutes.meeting {
      trail.append(Page.Link(minutes.title, Addresses.minutes.path(meeting.rawValue)))
    }
    guard let adjusted = minutes.state.adjusted else {
      return Page(
        title: "Anslag: \(minutes.title)", section: .minutes, trail: trail,
        main: tag("p", [.class("empty")], .text(Words.sentence(MinutesRefusal.notAdjusted))))
    }
    let isOffice = Access.bookkeepers.admits(asked.user)
    let waiting = minutes.notices.filter { $0.standing == nil }
    let last = MinutesRules.announceBy(adjustedOn: adjusted.adjustedOn)
    return Page(
      title: "Anslag: \(minutes.title)", section: .minutes, trail: trail, isWide: true, scripts: ["lists.js"],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class(minutes.gainsForce.day == nil ? "warning" : "good-news")],
          .text(NoticeWords.sentence(minutes.gainsForce, in: association))),
        tag(
          "p", [.class("hint")],
          .text(
            "Protokollet justerades \(adjusted.adjustedOn.text) och ska anslås senast \(last.text) hos varje kommun och "
              + "region (lag 2003:1210, 19 §, kommunallagen 8 kap. 12 §). Försäkringskassan och Arbetsförmedlingen anslår "
              + "inte.")),
        MoneyPart.table(
          "Anslag",
          [
            MoneyPart.Column("Medlem"), MoneyPart.Column("Uppsatt"), MoneyPart.Column("Bekräftat"),
            MoneyPart.Column("Tas ned tidigast"), MoneyPart.Column("Nedtaget"),
          ], rows: minutes.notices.map { row($0, id, association) }),
        isOffice && !waiting.isEmpty ? posting(asked, id, waiting, association, faults) : .empty,
        isOffice ? links(asked, id) : .empty,
      ]))
  }

  private static func row(_ notice: Notice, _ id: Int64, _ association: Association) -> [HTML] {
    let (up, last) = (notice.standing, notice.postings.last)
    let name = association.members.first { $0.id == notice.memberID }?.name ?? notice.memberID
    return [
      MoneyPart.link(name, Addresses.notice.path(Pair(id, notice.memberID))),
      .text(up?.postedOn.text ?? (last == nil ? "inte uppsatt" : "togs ned för tidigt, sätt upp igen")),
      .text(up.map { $0.confirmation.map { "\($0.by), \($0.day.text)" } ?? "inte bekräftat" } ?? "–"),
      .text(up?.takeDownFrom.text ?? "–"), .text(last?.takenDownOn?.text ?? "–"),
    ]
  }

  private static func posting(
    _ asked: Asked, _ id: Int64, _ waiting: [Notice], _ association: Association, _ faults: [FieldFault]
  ) -> HTML {
    let chosen = asked.form.choices(Name.members)
    return tag("h2", .text("Uppsatt samma dag hos flera"))
      + FormPart.form(
        to: Addresses.notices.path(id), asked.visitor,
        each: [
          tag(
            "fieldset", [.id(Name.members)], tag("legend", .text("Medlemmar")),
            .joined(
              waiting.map { notice in
                let name = association.members.first { $0.id == notice.memberID }?.name ?? notice.memberID
                return FormPart.box(
                  Name.members, name, isTicked: chosen.isEmpty || chosen.contains(notice.memberID),
                  value: notice.memberID, id: "medlem-\(notice.memberID)")
              })),
          FormPart.field(
            FormPart.Field(
              name: Name.day, label: "Uppsatt den", value: asked.form.has(Name.day) ? asked.form.choice(Name.day) : ""),
            faults: faults), FormPart.button("Anteckna"),
        ])
  }

  private static func links(_ asked: Asked, _ id: Int64) -> HTML {
    tag("h2", .text("Bekräftelse från medlemmarna"))
      + tag(
        "p",
        .text(
          "Gör en länk till varje medlem och skicka den till registratorn. Den som har länken ser anslaget och säger vilken "
            + "dag det sattes upp, utan att logga in. Nya länkar gör att de gamla slutar gälla."))
      + FormPart.form(
        to: Addresses.noticeLinks.path(id), asked.visitor, each: [FormPart.button("Gör länkar", kind: "secondary")])
  }

  /// Makes a link for each member and shows them, this once.
  static func makeLinks(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let minutes = try asked.store.minutes(id) else { return .notFound }
    guard minutes.state.adjusted != nil, !asked.visitor.isPractising else {
      let words =
        asked.visitor.isPractising
        ? "I övningsboken görs inga länkar: ingen utanför kommer in i den." : Words.sentence(MinutesRefusal.notAdjusted)
      return .page(
        try page(asked, minutes, id, faults: [FieldFault(field: "", message: words)]), status: .unprocessableContent)
    }
    let association = try asked.store.association()
    var pairs: [(String, String)] = []
    for notice in minutes.notices where notice.standing?.confirmation == nil {
      let secret = Secret.make(asked.office.randomBytes)
      try asked.store.keepNoticeLink(Secret.digest(of: secret), minutes: id, memberID: notice.memberID)
      pairs.append(
        (
          association.members.first { $0.id == notice.memberID }?.name ?? notice.memberID,
          asked.office.settings.publicAddress + Addresses.noticeConfirmation.path(secret)
        ))
    }
    let fields = pairs.enumerated().map { index, pair in
      tag(
        "div", [.class("field")], tag("label", [.other("for", "lank-\(index + 1)")], .text(pair.0)),
        voidTag(
          "input",
          [
            .id("lank-\(index + 1)"), .other("type", "text"), .other("readonly", ""), .other("value", pair.1),
            .other("data-copy", ""),
          ]))
    }
    return .page(
      Page(
        title: "Länkar: \(minutes.title)", section: .minutes,
        trail: MinutesPart.trail + [Page.Link("Anslag", Addresses.notices.path(id))], scripts: ["lists.js"],
        main: tag(
          "p", [.class("warning")],
          .text("Kopiera länkarna nu. De visas bara den här gången; gör nya om någon kommer bort."))
          + (fields.isEmpty
            ? tag("p", [.class("empty")], .text("Alla medlemmar har redan bekräftat."))
            : tag("div", [.class("copies")], each: fields))))
  }
}

/// The notice of one member: its text, to be sent or printed, and what is recorded of it.
enum ShowNotice {
  enum Name {
    static let step = "steg"
    static let day = "dag"
    static let by = "vem"
  }

  private enum Step: String {
    case posted = "uppsatt"
    case confirmed = "bekraftat"
    case down = "nedtaget"
  }

  static func show(_ asked: Asked, _ place: Pair<Int64, String>) throws -> Answer {
    guard let minutes = try asked.store.minutes(place.first),
      let notice = minutes.notices.first(where: { $0.memberID == place.second })
    else { return .notFound }
    return .page(try page(asked, minutes, notice, place, faults: []))
  }

  static func save(_ asked: Asked, _ place: Pair<Int64, String>) throws -> Answer {
    guard let minutes = try asked.store.minutes(place.first),
      let notice = minutes.notices.first(where: { $0.memberID == place.second }),
      let step = Step(rawValue: asked.form.choice(Name.step))
    else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date(Name.day, "Dagen")
    let by = step == .confirmed ? reading.text(Name.by, "Vem som bekräftar", isRequired: true) : ""
    var faults = reading.faults
    var words = ""
    if let day, faults.isEmpty {
      faults = try MinutesPart.attempt(asked) { writing in
        switch step {
        case .posted:
          try writing.postNotice(place.first, at: place.second, on: day)
          words = "Anslaget är uppsatt \(day.text)."
        case .confirmed:
          try writing.confirmNotice(place.first, at: place.second, by: by, on: day)
          words = "Uppsättningen är bekräftad."
        case .down:
          let after = try writing.takeDownNotice(place.first, at: place.second, on: day)
          words =
            after.standing == nil
            ? "Anslaget togs ned för tidigt. Överklagandetiden har inte löpt ut: sätt upp det igen (kommunallagen 13 kap. 5 §)."
            : "Anslaget är nedtaget \(day.text)."
        }
      }
    }
    guard faults.isEmpty else {
      return .page(try page(asked, minutes, notice, place, faults: faults), status: .unprocessableContent)
    }
    return .see(Addresses.notice.path(place), notice: words)
  }

  private static func page(
    _ asked: Asked, _ minutes: MinutesCase, _ notice: Notice, _ place: Pair<Int64, String>, faults: [FieldFault]
  ) throws -> Page {
    let association = try asked.store.association()
    let name = association.members.first { $0.id == notice.memberID }?.name ?? notice.memberID
    let rows = try MinutesPart.noticeRows(minutes, notice, association, asked.store)
    let text = rows.map { "\($0.title): \($0.words)" }.joined(separator: "\n") + "\n\n" + NoticeWords.appeal
    return Page(
      title: "Anslag hos \(name)", section: .minutes,
      trail: MinutesPart.trail + [Page.Link("Anslag", Addresses.notices.path(place.first))],
      main: .joined([
        FormPart.summary(of: faults), table(rows),
        tag(
          "p", [.class("toolbar no-print")],
          tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut"))),
        tag(
          "details", [.class("no-print")], tag("summary", .text("Texten att kopiera och skicka")),
          tag("label", [.other("for", "anslagstext")], .text("Anslagets text")),
          tag(
            "textarea", [.id("anslagstext"), .other("rows", "10"), .other("readonly", "")], .text("\n" + text))),
        history(notice), Access.bookkeepers.admits(asked.user) ? forms(asked, notice, place, faults) : .empty,
      ]))
  }

  static func table(_ rows: [NoticeWords.Row]) -> HTML {
    tag("h2", .text("Tillkännagivande av justerat protokoll"))
      + MoneyPart.facts(rows.map { ($0.title, .text($0.words)) })
      + tag("p", .text(NoticeWords.appeal))
  }

  private static func history(_ notice: Notice) -> HTML {
    guard !notice.postings.isEmpty else { return .empty }
    let items = notice.postings.flatMap { posting -> [String] in
      var items = ["Uppsatt \(posting.postedOn.text). Får tas ned tidigast \(posting.takeDownFrom.text)."]
      if let said = posting.confirmation { items.append("Bekräftat \(said.day.text) av \(said.by).") }
      if let day = posting.takenDownOn {
        items.append("Nedtaget \(day.text)" + (posting.wasTakenDownEarly ? ", för tidigt: tiden räknas inte." : "."))
      }
      return items
    }
    return tag("h2", [.class("no-print")], .text("Vad som har hänt"))
      + tag("ol", [.class("no-print")], each: items.map { tag("li", .text($0)) })
  }

  /// What can be said next; what was typed wrong stands where it was typed.
  private static func forms(
    _ asked: Asked, _ notice: Notice, _ place: Pair<Int64, String>, _ faults: [FieldFault]
  ) -> HTML {
    func form(_ step: Step, _ title: String, _ label: String, hasName: Bool = false) -> HTML {
      let isHere = asked.form.choice(Name.step) == step.rawValue
      func field(_ name: String, _ label: String, _ hint: String = "") -> HTML {
        let id = "\(step.rawValue)-\(name)"
        let fault = isHere ? faults.first { $0.field == name } : nil
        return tag(
          "div", [.class(fault == nil ? "field" : "field faulty")], tag("label", [.other("for", id)], .text(label)),
          hint.isEmpty ? .empty : tag("p", [.class("hint"), .id(id + "-rad")], .text(hint)),
          fault.map { tag("p", [.class("fault")], .text($0.atField)) } ?? .empty,
          voidTag(
            "input",
            [
              .id(id), .other("name", name), .other("type", "text"), .other("autocomplete", "off"),
              .other("value", isHere ? asked.form.choice(name) : ""),
            ] + (hint.isEmpty ? [] : [.other("aria-describedby", id + "-rad")])))
      }
      return tag(
        "section", [.class("no-print")], tag("h2", .text(title)),
        FormPart.form(
          to: Addresses.notice.path(place), asked.visitor,
          each: [
            FormPart.hidden(Name.step, step.rawValue),
            hasName ? field(Name.by, "Vem som bekräftar", "Funktionen räcker: registrator.") : .empty,
            field(Name.day, label), FormPart.button("Anteckna"),
          ]))
    }
    guard let up = notice.standing else { return form(.posted, "Anslaget är uppsatt", "Uppsatt den") }
    var parts: [HTML] = []
    if up.confirmation == nil { parts.append(form(.confirmed, "Medlemmen bekräftar", "Bekräftat den", hasName: true)) }
    if up.takenDownOn == nil { parts.append(form(.down, "Anslaget är nedtaget", "Nedtaget den")) }
    return .joined(parts)
  }
}
