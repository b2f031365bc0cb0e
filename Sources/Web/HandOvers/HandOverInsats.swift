import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// One insats to be typed into Uppföljning Finsam: its fields as that system has them, and the year's new participants.
enum HandOverInsats {
  enum Name {
    static let women = "kvinnor"
    static let men = "man"
    static let notStated = "uppgift-saknas"
    static let done = "overford"
  }

  static func show(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    try page(asked, place, faults: [])
  }

  /// Ticks that the counts on the page have been typed in; where they have become others meanwhile, the page says so.
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    let association = try asked.store.association()
    guard let here = try find(asked, association, place), let counts = here.counts else { return .notFound }
    var reading = FormReading(asked.form)
    let typed = [Name.women, Name.men, Name.notStated].map { Int(typed: asked.form.choice($0), in: 0...1_000_000) }
    if !asked.form.has(Name.done) {
      reading.add("Bocka i att antalen är införda i Försäkringskassans system innan du sparar.", at: Name.done)
    } else if typed != [counts.women, counts.men, counts.notStated] {
      reading.add(
        "Antalen har ändrats medan sidan var öppen: nu är det \(counts.women) kvinnor och \(counts.men) män. För in dem och "
          + "bocka i igen.", at: Name.done)
    }
    guard !reading.hasFaults else { return try page(asked, place, faults: reading.faults) }
    do {
      try asked.store.together(by: asked.actor, at: asked.now) {
        try $0.handOver(counts, of: here.insats.id, year: place.first)
      }
    } catch let refusal as HandOver.Refusal {
      return try page(asked, place, faults: [FieldFault(field: "", message: Words.sentence(refusal))])
    }
    return .see(
      Addresses.handOvers.path(place.first),
      notice: "\(here.insats.name): \(counts.women) kvinnor och \(counts.men) män är förda till Uppföljning Finsam.")
  }

  private static func find(
    _ asked: Asked, _ association: Association, _ place: Pair<Int, String>
  ) throws -> HandOverPlace? {
    try HandOverPlace.all(asked, association, place.first).first { $0.insats.id == place.second }
  }

  private static func page(_ asked: Asked, _ place: Pair<Int, String>, faults: [FieldFault]) throws -> Answer {
    guard let here = try find(asked, try asked.store.association(), place) else { return .notFound }
    let year = place.first
    return .page(
      Page(
        title: "\(here.insats.name) i Uppföljning Finsam", section: .statistics,
        trail: [
          Page.Link("Statistik \(year)", Addresses.statistics.path(year)),
          Page.Link("Uppföljning Finsam \(year)", Addresses.handOvers.path(year)),
        ], scripts: ["lists.js"],
        main: .joined([
          FormPart.summary(of: faults), HandOverPlace.exact, fields(here, year, asked),
          counts(here, place, asked, faults), history(here),
        ])), status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// What stands of the insats itself; before it stands there, what will be locked.
  private static func fields(_ here: HandOverPlace, _ year: Int, _ asked: Asked) -> HTML {
    let heading = tag("h2", .text("Insatsen i systemet"))
    let facts = Addresses.insatsFacts.path(Pair(year, ListLink.segment(of: here.reference)))
    let mayWrite = Access.bookkeepers.admits(asked.user)
    guard let followUp = here.followUp else {
      return heading
        + tag(
          "p", [.class("warning")],
          .text(
            "Insatsen är inte upplagd. Inriktning, uppföljningsmetod och ESF-finansiering går inte att ändra i "
              + "Försäkringskassans system när insatsen väl är skapad: kontrollera dem mot styrelsens beslut först. En insats "
              + "som är både individ- och strukturinriktad läggs upp som två."))
        + (mayWrite
          ? tag("p", tag("a", [.class("button"), .href(.path(facts))], .text("Fyll i uppgifterna"))) : .empty)
    }
    let pairs = [("Namn", here.insats.name)] + followUp.pairs
    return heading + tag("div", [.class("copies")], each: pairs.map { copied($0.0, $0.1) })
      + tag(
        "p", [.class("hint")], .text("Inriktning, uppföljningsmetod och ESF-finansiering är låsta i systemet. "),
        mayWrite ? tag("a", [.href(.path(facts))], .text("Ändra preciserad inriktning")) : .empty)
  }

  /// A value to be taken to another program: a field that is read only, so that it can be marked and copied whole.
  private static func copied(_ label: String, _ value: String) -> HTML {
    let id = "kopia-" + label.lowercased().split(whereSeparator: { !$0.isLetter }).joined(separator: "-")
    return tag(
      "div", [.class("field")], tag("label", [.other("for", id)], .text(label)),
      voidTag(
        "input",
        [.id(id), .other("type", "text"), .other("readonly", ""), .other("value", value), .other("data-copy", "")]
      ))
  }

  private static func counts(
    _ here: HandOverPlace, _ place: Pair<Int, String>, _ asked: Asked, _ faults: [FieldFault]
  ) -> HTML {
    let heading = tag("h2", .text("Nya deltagare \(place.first)"))
    guard let counts = here.counts else {
      return heading
        + tag(
          "p", [.class("empty")],
          .text(
            "Ingen har räknat nya deltagare i \(here.insats.name) \(place.first). De kommer med utförarens leverans."))
    }
    let values = [("Kvinnor", counts.women), ("Män", counts.men)].map { copied($0.0, "\($0.1)") }
    let missing =
      counts.notStated == 0
      ? HTML.empty
      : tag(
        "p", [.class("warning")],
        .text(
          "\(counts.notStated) har inte kön angivet. Systemet tar bara emot juridiskt kön: fråga utföraren, och ta emot en "
            + "rättad leverans."))
    let changed =
      here.isChanged
      ? here.handed.last.map { last in
        tag(
          "p", [.class("warning")],
          .text(
            "Ändrad sedan den fördes över: då var det \(last.counts.women) kvinnor och \(last.counts.men) män. Rätta i "
              + "systemet och bocka i igen."))
      } ?? .empty : HTML.empty
    return .joined([
      heading, changed, missing, tag("div", [.class("copies")], each: values), tick(here, place, asked, faults),
    ])
  }

  private static func tick(
    _ here: HandOverPlace, _ place: Pair<Int, String>, _ asked: Asked, _ faults: [FieldFault]
  ) -> HTML {
    guard let counts = here.counts, Access.bookkeepers.admits(asked.user), here.isWaiting else { return .empty }
    guard here.followUp != nil else {
      return tag("p", [.class("hint")], .text("Antalen kan bockas av när insatsen är upplagd i systemet."))
    }
    return FormPart.form(
      to: Addresses.handOver.path(place), asked.visitor,
      each: [
        FormPart.hidden(Name.women, "\(counts.women)"), FormPart.hidden(Name.men, "\(counts.men)"),
        FormPart.hidden(Name.notStated, "\(counts.notStated)"),
        FormPart.box(Name.done, "Antalen är införda i Försäkringskassans system", isTicked: false),
        FormPart.button("Spara"),
      ])
  }

  private static func history(_ here: HandOverPlace) -> HTML {
    guard !here.handed.isEmpty else { return .empty }
    let items = here.handed.reversed().map { handed in
      tag(
        "li",
        .text(
          "\(SwedishTime.day(handed.at)): \(handed.counts.women) kvinnor och \(handed.counts.men) män, av "
            + "\(handed.by)"))
    }
    return tag("h2", .text("Fört över")) + tag("ul", each: Array(items))
  }
}

extension HandOverPlace {
  /// The insats as other lists name it.
  fileprivate var reference: ObjectReference { ObjectReference(dimension: .insats, object: insats.id) }
}
