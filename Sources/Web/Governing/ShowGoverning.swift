import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A governing document: what holds today, what it must say, every version and review, and what can be done with it.
enum ShowGoverning {
  enum Name {
    static let day = "dag"
    static let next = "nasta"
    static let note = "anteckning"
    static let endDay = "slutdag"
    static let reason = "skal"
  }

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let document = try asked.store.governingDocument(ID(rawValue: id)) else { return .notFound }
    return .page(try page(asked, document, faults: []))
  }

  static func version(_ asked: Asked, _ place: Pair<Int64, Int64>) throws -> Answer {
    guard let document = try asked.store.governingDocument(ID(rawValue: place.first)),
      let version = document.versions.first(where: { Int64($0.number) == place.second })
    else { return .notFound }
    return .page(
      Page(
        title: "\(document.title), version \(version.number)", section: .governing, trail: trail(document),
        main: try content(asked, version)))
  }

  static func review(_ asked: Asked, _ id: Int64) throws -> Answer {
    try act(asked, id) { reading, _ in
      let day = reading.date(Name.day, "Dagen")
      let next = reading.date(Name.next, "Nästa översyn")
      let note = reading.text(Name.note, "Anteckningen", isLong: true, byteCountMax: 2000)
      if let day, day > asked.today {
        reading.add("\(day.text) har inte varit än. Skriv dagen då översynen gjordes.", at: Name.day)
      }
      guard let day, let next, !reading.hasFaults else { return nil }
      return {
        try $0.review(ID(rawValue: id), on: day, next: next, note: note)
        return "Översynen är noterad. Nästa är \(next.text)."
      }
    }
  }

  static func end(_ asked: Asked, _ id: Int64) throws -> Answer {
    try act(asked, id) { reading, _ in
      let day = reading.date(Name.endDay, "Dagen")
      let reason = reading.text(Name.reason, "Skälet", isRequired: true, byteCountMax: 500)
      guard let day, !reading.hasFaults else { return nil }
      return {
        try $0.end(ID(rawValue: id), from: day, because: reason)
        return "Dokumentet gäller inte från \(day.text). Det står kvar att läsa."
      }
    }
  }

  static func showing(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let document = try asked.store.governingDocument(ID(rawValue: id)) else { return .notFound }
    let isPublic = !document.isPublic
    try asked.store.together(by: asked.actor, at: asked.now) { try $0.show(document.id, isPublic: isPublic) }
    return .see(
      Addresses.governingDocument.path(id),
      notice: isPublic ? "Dokumentet visas på den öppna sidan." : "Dokumentet visas inte längre på den öppna sidan.")
  }

  /// Reads a form and does what it says, or shows the page again with what is wrong.
  private static func act(
    _ asked: Asked, _ id: Int64, _ read: (inout FormReading, Asked) -> ((Store.Writing) throws -> String)?
  ) throws -> Answer {
    guard let document = try asked.store.governingDocument(ID(rawValue: id)) else { return .notFound }
    var reading = FormReading(asked.form)
    if let body = read(&reading, asked) {
      do {
        let notice = try asked.store.together(by: asked.actor, at: asked.now) { try body($0) }
        return .see(Addresses.governingDocument.path(id), notice: notice)
      } catch let refusal as GoverningRefusal {
        reading.add(Words.sentence(refusal))
      }
    }
    return .page(try page(asked, document, faults: reading.faults), status: .unprocessableContent)
  }

  private static func trail(_ document: GoverningDocument) -> [Page.Link] {
    [
      Page.Link("Styrdokument", Addresses.governing.path()),
      Page.Link(document.title, Addresses.governingDocument.path(document.id.rawValue)),
    ]
  }

  private static func page(_ asked: Asked, _ document: GoverningDocument, faults: [FieldFault]) throws -> Page {
    let today = asked.today
    let version = document.version(on: today)
    let late = document.isOverdue(on: today)
    return Page(
      title: document.title, section: .governing, trail: [Page.Link("Styrdokument", Addresses.governing.path())],
      main: .joined([
        FormPart.summary(of: faults),
        late
          ? tag(
            "p", [.class("warning")],
            .text(
              "Dokumentet skulle ha setts över senast \(document.reviewOn(as: today)?.text ?? ""). Notera översynen, eller lägg in "
                + "en ny version.")) : .empty,
        MoneyPart.facts([
          ("Slag", .text(Words.name(of: document.kind))),
          ("Gäller i dag", .text(version.map { "Version \($0.number)" } ?? "Ingen version")),
          ("Nästa översyn", .text(document.reviewOn(as: today)?.text ?? "")),
          ("Öppna sidan", .text(document.isPublic ? "Visas" : "Visas inte")),
          (
            "Upphör",
            .text(document.end.map { "\($0.day.text): \($0.reason) (\($0.mark.by.name))" } ?? "")
          ),
        ]), Access.bookkeepers.admits(asked.user) ? forms(asked, document, faults) : .empty,
        version.map { tag("h2", .text("Version \($0.number), som gäller")) } ?? .empty,
        try version.map { try content(asked, $0) } ?? .empty, checklist(document, version), versions(document, today),
        reviews(document),
      ]))
  }

  private static func content(_ asked: Asked, _ version: GoverningDocument.Version) throws -> HTML {
    let draft = version.draft
    let files = try asked.store.documents(named: draft.content.file.map { [$0] } ?? [])
    return .joined([
      MoneyPart.facts([
        ("Beslut", .text(GoverningWords.words(draft.decision))), ("Gäller från", .text(draft.validFrom.text)),
        ("Nytt", .text(draft.remark)),
        ("Inlagd", .text("\(SwedishTime.text(version.mark.at)) av \(version.mark.by.name)")),
      ]), files.isEmpty ? .empty : DocumentPart.list(files), GoverningWords.paragraphs(draft.content.text),
    ])
  }

  /// The eighteen points of § 9, and where each stands.
  private static func checklist(_ document: GoverningDocument, _ version: GoverningDocument.Version?) -> HTML {
    guard document.kind == .charter, let points = version?.draft.points else { return .empty }
    let missing = CharterPoint.allCases.count { points[$0] == nil }
    return tag("h2", .text("Det som ska stå (9 § finsamlagen)"))
      + tag(
        "p", [.class("lead")],
        .text(
          missing == 0
            ? "Alla arton punkterna har sin plats."
            : "\(missing) av arton punkter är inte angivna. De är märkta Saknas."))
      + MoneyPart.table(
        "De arton punkterna", [MoneyPart.Column("Punkt"), MoneyPart.Column("Står i")],
        rows: CharterPoint.allCases.map { point in
          [
            .text("\(point.rawValue). \(point.title)"),
            points[point].map { .text($0) } ?? tag("strong", .text("Saknas")),
          ]
        })
  }

  private static func versions(_ document: GoverningDocument, _ today: CalendarDate) -> HTML {
    let holding = document.version(on: today)?.number
    return tag("h2", .text("Versioner"))
      + MoneyPart.table(
        "Versioner av \(document.title)",
        ["Version", "Gäller från", "Beslut", "Nytt", "Läge"].map { MoneyPart.Column($0) },
        rows: document.versions.reversed().map { version in
          let draft = version.draft
          return [
            MoneyPart.link(
              "\(version.number)",
              Addresses.governingVersion.path(Pair(document.id.rawValue, Int64(version.number)))),
            .text(draft.validFrom.text), .text(GoverningWords.words(draft.decision)), .text(draft.remark),
            .text(version.number == holding ? "Gäller" : draft.validFrom > today ? "Väntar" : "Ersatt"),
          ]
        })
  }

  private static func reviews(_ document: GoverningDocument) -> HTML {
    guard !document.reviews.isEmpty else { return .empty }
    return tag("h2", .text("Översyner"))
      + tag(
        "ul",
        each: document.reviews.reversed().map { review in
          tag(
            "li",
            .text(
              "\(review.day.text): stod kvar som det var, nästa \(review.next.text). \(review.note) (\(review.mark.by.name))"
            ))
        })
  }

  private static func forms(_ asked: Asked, _ document: GoverningDocument, _ faults: [FieldFault]) -> HTML {
    let typed = asked.form
    let id = document.id.rawValue
    func field(_ name: String, _ label: String, _ value: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: typed.has(name) ? typed.choice(name) : value), faults: faults)
    }
    let showing =
      Access.director.admits(asked.user)
      ? FormPart.form(
        to: Addresses.governingShowing.path(id), asked.visitor,
        each: [
          FormPart.button(
            document.isPublic ? "Visa inte längre på den öppna sidan" : "Visa på den öppna sidan", kind: "secondary")
        ]) : .empty
    guard document.end == nil else { return showing }
    let review = FormPart.form(
      to: Addresses.governingReview.path(id), asked.visitor,
      each: [
        field(Name.day, "Dag", asked.today.text), field(Name.next, "Nästa översyn"),
        FormPart.area(Name.note, "Anteckning", value: typed.choice(Name.note), rows: 2, faults: faults),
        FormPart.button("Notera översynen"),
      ])
    let end = FormPart.form(
      to: Addresses.governingEnd.path(id), asked.visitor,
      each: [
        field(Name.endDay, "Gäller inte från och med"), field(Name.reason, "Varför"),
        FormPart.button("Notera", kind: "secondary"),
      ])
    func part(_ words: String, _ form: HTML, _ name: String) -> HTML {
      tag("details", typed.has(name) ? [.other("open", "")] : [], tag("summary", .text(words)), form)
    }
    return .joined([
      tag(
        "p", [.class("toolbar")],
        tag("a", [.class("button"), .href(.path(Addresses.governingNewVersion.path(id)))], .text("Ny version"))),
      showing,
      part("Översyn utan ändring", review, Name.next), part("Gäller inte längre", end, Name.endDay),
    ])
  }
}
