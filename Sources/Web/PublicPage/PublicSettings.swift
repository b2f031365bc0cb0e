import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Press
import Store

/// Where the director turns the public page on and off, lays files out on it, and sees what it says.
enum PublicSettings {
  enum Name {
    static let kind = "slag"
    static let year = "ar"
    static let title = "titel"
    static let on = "pa"
  }

  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  static func turn(_ asked: Asked, _: Nothing) throws -> Answer {
    let isOn = asked.form.choice(Name.on) == "ja"
    try asked.store.together(by: asked.actor, at: asked.now) { try $0.turnPublicPage(on: isOn) }
    return .see(
      Addresses.publicSettings.path(),
      notice: isOn ? "Den öppna sidan är på. Alla kan läsa den utan att logga in." : "Den öppna sidan är av.")
  }

  static func publish(_ asked: Asked, _: Nothing) async throws -> Answer {
    var reading = FormReading(asked.form)
    let kind = Publication.Kind(rawValue: asked.form.choice(Name.kind))
    if kind == nil { reading.add("Slaget är inte valt. Välj i listan.", at: Name.kind) }
    let year = Int(typed: asked.form.choice(Name.year).strippedOfBlanks, in: TypedRange.year)
    if year == nil { reading.add("Året saknas. Skriv det med fyra siffror.", at: Name.year) }
    let title = reading.text(Name.title, "Titeln", isRequired: true, byteCountMax: 200)
    let uploaded = UploadedDocuments(asked, accepting: [.pdf])
    if uploaded.files.count != 1 {
      reading.add("Välj en fil i taget, som PDF.", at: UploadedDocuments.field)
    }
    var faults = reading.faults + uploaded.faults
    if let kind, let year, faults.isEmpty {
      do {
        // The file is in the book already where it has been kept before; then only the diary can make it secret.
        if let digest = try await uploaded.keep(asked).first {
          try asked.store.together(by: asked.actor, at: asked.now) {
            _ = try $0.publish(kind, year: year, titled: title, file: digest)
          }
          return .see(Addresses.publicSettings.path(), notice: "\(title) är utlagd.")
        }
      } catch let refusal as PublicationRefusal {
        faults.append(FieldFault(field: UploadedDocuments.field, message: Words.sentence(refusal)))
      }
    }
    return .page(try page(asked, faults: faults), status: .unprocessableContent)
  }

  static func end(_ asked: Asked, _ id: Int64) throws -> Answer {
    do {
      try asked.store.together(by: asked.actor, at: asked.now) { try $0.endPublication(ID(rawValue: id)) }
    } catch let refusal as PublicationRefusal {
      return .see(Addresses.publicSettings.path(), notice: Words.sentence(refusal))
    }
    return .see(Addresses.publicSettings.path(), notice: "Filen är inte längre utlagd.")
  }

  private static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let isOn = try asked.store.isPublicPageOn()
    let mayWrite = Access.director.admits(asked.user)
    let publications = try asked.store.publications()
    let facts = try PublicFacts(asked.store, on: asked.today)
    let turn = FormPart.form(
      to: Addresses.publicSwitch.path(), asked.visitor,
      each: [
        FormPart.hidden(Name.on, isOn ? "nej" : "ja"),
        FormPart.button(
          isOn ? "Slå av den öppna sidan" : "Slå på den öppna sidan", kind: isOn ? "secondary" : "primary"),
      ])
    return Page(
      title: "Öppna sidan", section: .publicPage,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            isOn
              ? "Sidan är på: alla kan läsa den utan att logga in."
              : "Sidan är av. Ingen utanför kontoret kan läsa den förrän förbundschefen slår på den.")),
        isOn ? tag("p", MoneyPart.link("Gå till sidan", Addresses.publicPage.path())) : .empty,
        mayWrite ? turn : .empty, mayWrite ? form(asked, faults) : .empty,
        publications.isEmpty
          ? .empty
          : tag("h2", .text("Utlagda filer"))
            + MoneyPart.table(
              "Utlagda filer",
              ["Titel", "Slag", "År", "Utlagd"].map { MoneyPart.Column($0) } + (mayWrite ? [MoneyPart.Column("")] : []),
              rows: publications.map { row($0, asked, mayWrite) }),
        tag("h2", .text("Så här ser sidan ut")),
        tag(
          "p", [.class("hint")],
          .text(
            "Rader i diariet och styrdokument visas när det är sagt på deras egna sidor. Det som är sekretessmarkerat visas "
              + "aldrig.")), tag("div", [.class("card")], PublicPage.content(facts)),
      ]))
  }

  private static func row(_ one: Publication, _ asked: Asked, _ mayWrite: Bool) -> [HTML] {
    let cells: [HTML] = [
      MoneyPart.link(one.title, Addresses.document.path(one.file)), .text(PublicFacts.words(one.kind)),
      .text("\(one.year)"), .text("\(SwedishTime.day(one.mark.at)) av \(one.mark.by.name)"),
    ]
    guard mayWrite else { return cells }
    return cells + [
      FormPart.form(
        to: Addresses.publicationEnd.path(one.id.rawValue), asked.visitor,
        each: [
          tag("button", [.class("plain"), .other("type", "submit"), .label("Ta bort \(one.title)")], .text("Ta bort"))
        ])
    ]
  }

  private static func form(_ asked: Asked, _ faults: [FieldFault]) -> HTML {
    let typed = asked.form
    return tag(
      "details", faults.isEmpty ? [] : [.other("open", "")], tag("summary", .text("Lägg ut en fil")),
      FormPart.form(
        to: Addresses.publications.path(), asked.visitor, hasFiles: true,
        each: [
          FormPart.select(
            Name.kind, "Vad det är", options: Publication.Kind.allCases.map { ($0.rawValue, PublicFacts.words($0)) },
            chosen: typed.choice(Name.kind), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: Name.year, label: "År",
              value: typed.has(Name.year) ? typed.choice(Name.year) : "\(asked.today.year - 1)", inputMode: "numeric"),
            faults: faults),
          FormPart.field(
            FormPart.Field(
              name: Name.title, label: "Titel", value: typed.choice(Name.title),
              hint: "Till exempel Årsredovisning 2025, undertecknad."), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: UploadedDocuments.field, label: "Fil (PDF)",
              hint:
                "Högst \(FileSize.words(asked.office.settings.documentBytesMax)). Kontrollera att den inte innehåller "
                + "personuppgifter som inte ska spridas.", type: "file"), faults: faults),
          FormPart.button("Lägg ut"),
        ]))
  }
}
