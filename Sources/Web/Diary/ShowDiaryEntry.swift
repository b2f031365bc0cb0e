import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// An entry: what it says, its documents, what it has to do with, and every change with its reason. Whoever may not see what
/// is marked is told that it is marked, and how one asks for it.
enum ShowDiaryEntry {
  enum Name {
    static let what = "vad"
    static let subject = "nytt-arende"
    static let party = "ny-part"
  }

  /// What can be changed, as it stands in the form.
  private enum What: String, CaseIterable {
    case subject = "arende"
    case party = "part"
    case secrecy = "sekretess"
    case shown = "visning"
    case place = "lage"
  }

  static func show(_ asked: Asked, _ place: DiaryPlace) throws -> Answer {
    guard let entry = try asked.store.diaryEntry(place.number) else { return .notFound }
    return .page(try page(asked, entry, faults: []))
  }

  static func change(_ asked: Asked, _ place: DiaryPlace) throws -> Answer {
    guard let entry = try asked.store.diaryEntry(place.number) else { return .notFound }
    var reading = FormReading(asked.form)
    let reason = reading.text(DiaryForm.Name.reason, "Skälet", isRequired: true, byteCountMax: 500)
    let change: DiaryEntry.Change?
    switch What(rawValue: asked.form.choice(Name.what)) {
    case .subject: change = .subject(reading.text(Name.subject, "Vad det gäller", isRequired: true, byteCountMax: 300))
    case .party: change = .party(reading.text(Name.party, "Avsändaren eller mottagaren", byteCountMax: 200))
    case .secrecy: change = .secrecy(DiaryForm.readSecrecy(asked.form, &reading))
    case .shown: change = .shown(!entry.isPublic)
    case .place: change = entry.isClosed ? .reopened : .closed
    case nil:
      change = nil
      reading.add("Det är inte sagt vad som ändras. Välj i listan.", at: Name.what)
    }
    if let change, !reading.hasFaults {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { try $0.change(entry.id, change, because: reason) }
        return .see(Addresses.diaryEntry.path(place), notice: "\(DiaryWords.words(change)).")
      } catch let refusal as DiaryRefusal {
        reading.add(Words.sentence(refusal), at: Name.what)
      }
    }
    return .page(try page(asked, entry, faults: reading.faults), status: .unprocessableContent)
  }

  static func add(_ asked: Asked, _ place: DiaryPlace) async throws -> Answer {
    guard let entry = try asked.store.diaryEntry(place.number) else { return .notFound }
    var reading = FormReading(asked.form)
    let links = try DiaryForm.readLinks(asked, &reading)
    let uploaded = UploadedDocuments(asked)
    if entry.isClosed { reading.add(Words.sentence(DiaryRefusal.closed(entry.number)), at: UploadedDocuments.field) }
    if uploaded.files.isEmpty, links.isEmpty, !reading.hasFaults {
      reading.add("Det finns inget att lägga till. Välj en fil eller en koppling.", at: UploadedDocuments.field)
    }
    let faults = reading.faults + uploaded.faults
    guard faults.isEmpty else {
      return .page(try page(asked, entry, faults: faults), status: .unprocessableContent)
    }
    let documents = try await uploaded.keep(asked)
    try asked.store.together(by: asked.actor, at: asked.now) {
      try $0.add(documents: documents, links: links, to: entry.id)
    }
    return .see(Addresses.diaryEntry.path(place), notice: "Det är tillagt.")
  }

  private static func page(_ asked: Asked, _ entry: DiaryEntry, faults: [FieldFault]) throws -> Page {
    let mayWrite = Access.bookkeepers.admits(asked.user)
    let line = DiaryLine(entry, seenBy: DiarySight.of(asked))
    let main: HTML
    if line?.content == nil {
      main = .joined([
        MoneyPart.facts([("Nummer", .text(entry.number.text)), ("Dag", .text(entry.first.day.text))]),
        tag(
          "p", [.class("warning")],
          .text(
            "Posten är sekretessmarkerad, och det den innehåller visas bara för kansliet och revisorerna. Markeringen är en "
              + "påminnelse: be kansliet om handlingen, så prövas den.")),
      ])
    } else {
      main = .joined([
        FormPart.summary(of: faults), facts(asked, entry), try documents(asked, entry), try links(asked, entry),
        history(entry), mayWrite ? forms(asked, entry, faults) : .empty,
      ])
    }
    return Page(
      title: entry.number.text, section: .diary,
      trail: [Page.Link("Diarium \(entry.number.year)", Addresses.diaryYear.path(entry.number.year))], main: main)
  }

  private static func facts(_ asked: Asked, _ entry: DiaryEntry) -> HTML {
    MoneyPart.facts([
      ("Vad det gäller", .text(entry.subject)), ("Riktning", .text(DiaryForm.words(entry.first.direction))),
      ("Dag", .text(entry.first.day.text)),
      (entry.first.direction == .outgoing ? "Mottagare" : "Avsändare", .text(entry.party)),
      ("Sekretess", .text(entry.secrecy?.paragraph ?? "")), ("Läge", .text(entry.isClosed ? "Avslutad" : "Öppen")),
      ("Öppna sidan", .text(entry.isPublic ? "Raden visas" : "Raden visas inte")),
      ("Registrerad", .text("\(SwedishTime.text(entry.registered.at)) av \(entry.registered.by.name)")),
    ])
  }

  private static func documents(_ asked: Asked, _ entry: DiaryEntry) throws -> HTML {
    tag("h2", .text("Handlingar"))
      + (entry.documents.isEmpty
        ? tag("p", [.class("quiet")], .text("Inga handlingar ligger vid posten."))
        : DocumentPart.list(try asked.store.documents(named: entry.documents)))
  }

  private static func links(_ asked: Asked, _ entry: DiaryEntry) throws -> HTML {
    let back = try asked.store.diaryPage(
      DiaryFilter(link: DiaryLink(kind: .entry, key: entry.number.text)), seenBy: DiarySight.of(asked), limit: 50
    ).lines
    guard !entry.links.isEmpty || !back.isEmpty else { return .empty }
    let own = entry.links.map { link -> HTML in
      let words = link.kind == .entry ? link.key : "\(DiaryWords.words(link.kind)) \(link.key)"
      return tag("li", link.path(year: entry.number.year).map { MoneyPart.link(words, $0) } ?? .text(words))
    }
    let others = back.map { line in
      tag(
        "li", MoneyPart.link(line.number.text, Addresses.diaryEntry.path(DiaryPlace(line.number))),
        .text(line.content.map { " \($0.subject)" } ?? ""))
    }
    return tag("h2", .text("Hör ihop med")) + tag("ul", each: own + others)
  }

  private static func history(_ entry: DiaryEntry) -> HTML {
    guard !entry.changes.isEmpty else { return .empty }
    let first = tag(
      "li", .text("\(SwedishTime.text(entry.registered.at)): registrerades som ”\(entry.first.subject)”."))
    return tag("h2", .text("Ändringar"))
      + tag(
        "ul",
        each: [first]
          + entry.changes.map { changed in
            tag(
              "li",
              .text(
                "\(SwedishTime.text(changed.mark.at)) av \(changed.mark.by.name): "
                  + "\(DiaryWords.words(changed.change)). Skäl: \(changed.reason)"))
          })
  }

  private static func forms(_ asked: Asked, _ entry: DiaryEntry, _ faults: [FieldFault]) -> HTML {
    let typed = asked.form
    let place = DiaryPlace(entry.number)
    let options = What.allCases.map { what -> (String, String) in
      let words =
        switch what {
        case .subject: "Vad det gäller"
        case .party: "Avsändaren eller mottagaren"
        case .secrecy: "Sekretessmarkeringen"
        case .shown: entry.isPublic ? "Visa inte längre på den öppna sidan" : "Visa raden på den öppna sidan"
        case .place: entry.isClosed ? "Öppna posten igen" : "Avsluta posten"
        }
      return (what.rawValue, words)
    }
    let change = FormPart.form(
      to: Addresses.diaryChange.path(place), asked.visitor,
      each: [
        FormPart.select(
          Name.what, "Vad ska ändras", options: options, chosen: typed.choice(Name.what),
          hint: "Det som står kvar oförändrat: numret, dagen och riktningen.", faults: faults),
        FormPart.field(
          FormPart.Field(
            name: Name.subject, label: "Ny text för vad det gäller",
            value: typed.has(Name.subject) ? typed.choice(Name.subject) : entry.subject), faults: faults),
        FormPart.field(
          FormPart.Field(
            name: Name.party, label: "Ny avsändare eller mottagare",
            value: typed.has(Name.party) ? typed.choice(Name.party) : entry.party), faults: faults),
        DiaryForm.secrecy(typed, faults),
        FormPart.field(
          FormPart.Field(
            name: DiaryForm.Name.reason, label: "Varför", value: typed.choice(DiaryForm.Name.reason)), faults: faults),
        FormPart.button("Spara ändringen"),
      ])
    let isChanging = typed.has(Name.what)
    let isAdding = !faults.isEmpty && !isChanging
    let addition = FormPart.form(
      to: Addresses.diaryAddition.path(place), asked.visitor, hasFiles: true,
      each: [
        FormPart.field(
          FormPart.Field(
            name: UploadedDocuments.field, label: "Handlingar", type: "file", others: [.other("multiple", "")]),
          faults: faults),
        DiaryForm.links(typed.choices(DiaryForm.Name.kind), typed.choices(DiaryForm.Name.key), faults),
        FormPart.button("Lägg till"),
      ])
    return tag(
      "details", isChanging ? [.other("open", "")] : [], tag("summary", .text("Ändra med skäl")), change)
      + (entry.isClosed
        ? .empty
        : tag("details", isAdding ? [.other("open", "")] : [], tag("summary", .text("Lägg till")), addition))
  }
}
