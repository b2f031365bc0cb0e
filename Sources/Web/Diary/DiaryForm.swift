import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// The form of a new entry: what must be said first, so that a letter is registered from a phone in half a minute; the rest
/// beneath, for whoever needs it.
struct DiaryForm {
  enum Name {
    static let direction = "riktning"
    static let day = "dag"
    static let party = "part"
    static let subject = "arende"
    static let secrecy = "sekretess"
    static let otherSecrecy = "sekretess-annan"
    static let year = "nummerar"
    static let shown = "oppen"
    static let kind = "slag"
    static let key = "nyckel"
    static let reason = "skal"
  }

  /// What says that the paragraph is none of the usual.
  static let other = "annan"
  /// So many links can be said at once.
  static let linkCount = 3

  let asked: Asked
  let typed: Form
  var faults: [FieldFault] = []

  private var isFresh: Bool { !typed.has(Name.subject) }

  func page() -> Page {
    Page(
      title: "Registrera en handling", section: .diary,
      trail: [Page.Link("Diarium", Addresses.diaryYear.path(asked.today.year))],
      main: .joined([
        FormPart.summary(of: faults), documentsAgain(),
        FormPart.form(
          to: Addresses.newDiaryEntry.path(), asked.visitor, hasFiles: true,
          each: [
            FormPart.select(
              Name.direction, "Riktning",
              options: DiaryDirection.allCases.map { ($0.rawValue, DiaryForm.words($0)) },
              chosen: typed.choice(Name.direction), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: Name.day, label: "Dag", value: isFresh ? asked.today.text : typed.choice(Name.day),
                hint: "Då den kom in, skickades eller upprättades."), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: Name.party, label: "Avsändare eller mottagare", value: typed.choice(Name.party),
                hint: "Myndigheten eller organisationen. Lämnas tomt för det som upprättas här."), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: Name.subject, label: "Vad det gäller", value: typed.choice(Name.subject),
                hint: "Kort, och utan uppgifter som kan vara hemliga: registret ska kunna visas."), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: UploadedDocuments.field, label: "Handlingar",
                hint: "Välj filer eller fotografera. Högst "
                  + "\(FileSize.words(asked.office.settings.documentBytesMax)) per fil.", type: "file",
                others: [.other("multiple", "")]), faults: faults), DiaryForm.secrecy(typed, faults), more(),
            FormPart.button("Registrera"),
          ]),
      ]))
  }

  private func documentsAgain() -> HTML {
    faults.isEmpty || asked.form.files.isEmpty
      ? .empty : tag("p", [.class("warning")], .text("Filerna du valde är inte sparade än. Välj dem igen."))
  }

  private func more() -> HTML {
    let years = Set([asked.today.year, asked.today.year - 1]).sorted(by: >)
    let kinds = typed.choices(Name.kind)
    let keys = typed.choices(Name.key)
    let isOpen =
      typed.has(Name.shown) || faults.contains { $0.field.hasPrefix(Name.key) || $0.field == Name.year }
      || !keys.allSatisfy { $0.isEmpty }
    return tag(
      "details", isOpen ? [.other("open", "")] : [], tag("summary", .text("Fler uppgifter")),
      FormPart.select(
        Name.year, "Numret hör till", options: years.map { ("\($0)", "\($0)") }, chosen: typed.choice(Name.year),
        hint: "Året då handlingen registreras, om inget annat sägs.", faults: faults),
      FormPart.box(Name.shown, "Raden får visas på den öppna sidan", isTicked: typed.has(Name.shown)),
      DiaryForm.links(kinds, keys, faults))
  }

  static func words(_ direction: DiaryDirection) -> String {
    switch direction {
    case .incoming: "Kom in"
    case .outgoing: "Skickades ut"
    case .made: "Upprättades här"
    }
  }

  /// Whether it may be secret, and by which paragraph.
  static func secrecy(_ typed: Form, _ faults: [FieldFault]) -> HTML {
    let options =
      [("", "Nej")] + SecrecyMark.usual.map { ($0.paragraph, "\($0.paragraph), \($0.protects)") }
      + [(other, "Annan paragraf, skriv nedan")]
    return FormPart.select(
      Name.secrecy, "Sekretessmarkering", options: options, chosen: typed.choice(Name.secrecy),
      hint: "En påminnelse. Sekretessen prövas varje gång någon begär ut handlingen.", faults: faults)
      + FormPart.field(
        FormPart.Field(
          name: Name.otherSecrecy, label: "Annan paragraf", value: typed.choice(Name.otherSecrecy),
          hint: "Fylls i bara om den inte finns i listan."), faults: faults)
  }

  static func links(_ kinds: [String], _ keys: [String], _ faults: [FieldFault]) -> HTML {
    let options = [("", "Ingen")] + DiaryLink.Kind.allCases.map { ($0.rawValue, DiaryWords.words($0)) }
    return tag(
      "fieldset",
      each: [
        tag("legend", .text("Hör ihop med")),
        tag(
          "p", [.class("hint")],
          .text("Till exempel Insats SAMSA, Beslut 2025-03-12 § 45, Verifikation 2025/A-17 eller Post FS 2025/3.")),
      ]
        + (0..<linkCount).map { index in
          let id = "\(Name.kind)-\(index + 1)"
          let key = "\(Name.key)-\(index + 1)"
          let fault = faults.first { $0.field == key }
          return tag(
            "div", [.class(fault == nil ? "field" : "field faulty")],
            fault.map { tag("p", [.class("fault"), .id(key + "-fel")], .text($0.message)) } ?? .empty,
            tag("label", [.other("for", id)], .text("Slag \(index + 1)")),
            tag(
              "select", [.id(id), .other("name", Name.kind)],
              each: options.map { value, words in
                tag(
                  "option",
                  [.other("value", value)]
                    + (index < kinds.count && kinds[index] == value && !value.isEmpty ? [.other("selected", "")] : []),
                  .text(words))
              }),
            tag("label", [.other("for", key)], .text("Vilken \(index + 1)")),
            voidTag(
              "input",
              [
                .id(key), .other("name", Name.key), .other("type", "text"), .other("autocomplete", "off"),
                .other("value", index < keys.count ? keys[index] : ""),
              ]
                + (fault == nil
                  ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", key + "-fel")])))
        })
  }

  /// The mark that is said; nil where none is. A paragraph that names no number is a fault.
  static func readSecrecy(_ form: Form, _ reading: inout FormReading) -> SecrecyMark? {
    let chosen = form.choice(Name.secrecy)
    let typed = reading.text(Name.otherSecrecy, "Paragrafen", byteCountMax: 100)
    if chosen.isEmpty, typed.isEmpty { return nil }
    let text = chosen.isEmpty || chosen == other ? typed : chosen
    if let mark = SecrecyMark(text), text == typed || SecrecyMark.usual.contains(where: { $0.paragraph == text }) {
      return mark
    }
    reading.add(
      "Sekretessmarkeringen saknar paragraf. Skriv den, till exempel OSL 25 kap. 1 §.", at: Name.otherSecrecy)
    return nil
  }

  /// The links that are said; a kind without a key, or a key that there is none of, is a fault.
  static func readLinks(_ asked: Asked, _ reading: inout FormReading) throws -> [DiaryLink] {
    let kinds = asked.form.choices(Name.kind)
    let keys = reading.texts(Name.key, "Kopplingen", byteCountMax: 100)
    var links: [DiaryLink] = []
    for (index, (kind, key)) in zip(kinds, keys).enumerated() {
      let place = "\(Name.key)-\(index + 1)"
      guard let kind = DiaryLink.Kind(rawValue: kind) else {
        if !key.isEmpty { reading.add("Det är inte sagt vad ”\(key)” är. Välj slaget.", at: place) }
        continue
      }
      guard !key.isEmpty else {
        reading.add(
          "Det är inte sagt vilken \(DiaryWords.words(kind).lowercased()) det är. Skriv dess beteckning.", at: place)
        continue
      }
      guard let link = try known(kind, key, asked) else {
        reading.add(
          "\(DiaryWords.words(kind)) ”\(key)” finns inte i boken. Kontrollera beteckningen.", at: place)
        continue
      }
      if !links.contains(link) { links.append(link) }
    }
    return links
  }

  /// The link as it is kept, where what it names is in the book. What other parts of the book keep is taken as it is typed.
  private static func known(_ kind: DiaryLink.Kind, _ key: String, _ asked: Asked) throws -> DiaryLink? {
    func link(_ isThere: Bool) -> DiaryLink? { isThere ? DiaryLink(kind: kind, key: key) : nil }
    switch kind {
    case .insats: return link(try asked.store.association().insatser.contains { $0.id == key })
    case .member: return link(try asked.store.association().members.contains { $0.id == key })
    case .voucher:
      guard let place = VoucherPlace(key: key) else { return nil }
      return link(try place.find(in: asked.store) != nil)
    case .entry:
      guard let number = DiaryNumber(key), try asked.store.diaryEntry(number) != nil else { return nil }
      return DiaryLink(kind: .entry, key: number.text)
    case .document:
      guard let id = Int64(key) else { return nil }
      return link(try asked.store.governingDocument(ID(rawValue: id)) != nil)
    case .group: return link(try asked.store.association().groups.contains { $0.id == key })
    case .grant, .obstacle, .meeting: return link(Int64(key).map { $0 > 0 } ?? false)
    case .decision: return link(key.contains("§"))
    }
  }
}

/// Registers what came in, was sent or was made.
enum NewDiaryEntry {
  static func show(_ asked: Asked, _: Nothing) -> Answer {
    .page(DiaryForm(asked: asked, typed: asked.query).page())
  }

  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    var reading = FormReading(asked.form)
    let direction = DiaryDirection(rawValue: asked.form.choice(DiaryForm.Name.direction))
    if direction == nil { reading.add("Riktningen är inte vald. Välj i listan.", at: DiaryForm.Name.direction) }
    let day = reading.date(DiaryForm.Name.day, "Dagen", year: asked.today.year)
    let party = reading.text(DiaryForm.Name.party, "Avsändaren eller mottagaren", byteCountMax: 200)
    let subject = reading.text(DiaryForm.Name.subject, "Vad det gäller", byteCountMax: 300)
    let secrecy = DiaryForm.readSecrecy(asked.form, &reading)
    let links = try DiaryForm.readLinks(asked, &reading)
    let year = Int(typed: asked.form.choice(DiaryForm.Name.year), in: TypedRange.year) ?? asked.today.year
    let uploaded = UploadedDocuments(asked)
    var faults = reading.faults + uploaded.faults
    if let direction, let day {
      var draft = DiaryEntry.Draft(
        year: max(year, day.year), day: day, direction: direction, party: party, subject: subject, secrecy: secrecy,
        isPublic: asked.form.has(DiaryForm.Name.shown), links: links)
      do {
        try draft.check(today: asked.today)
      } catch {
        faults.append(fault(error))
      }
      if faults.isEmpty {
        draft.documents = try await uploaded.keep(asked)
        let (said, today) = (draft, asked.today)
        let number = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.register(said, today: today)
        }
        return .see(Addresses.diaryEntry.path(DiaryPlace(number)), notice: "Diariefört som \(number.text).")
      }
    }
    return .page(
      DiaryForm(asked: asked, typed: asked.form, faults: faults).page(), status: .unprocessableContent)
  }

  static func fault(_ refusal: DiaryRefusal) -> FieldFault {
    let field =
      switch refusal {
      case .subjectMissing: DiaryForm.Name.subject
      case .partyMissing: DiaryForm.Name.party
      case .dayAhead: DiaryForm.Name.day
      case .yearWrong: DiaryForm.Name.year
      case .secretAndPublic: DiaryForm.Name.secrecy
      case .reasonMissing: DiaryForm.Name.reason
      default: ""
      }
    return FieldFault(field: field, message: Words.sentence(refusal))
  }
}
