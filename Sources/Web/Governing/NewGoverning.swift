import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A governing document with its first version, or a new version of one.
enum NewGoverning {
  enum Name {
    static let kind = "slag"
    static let title = "titel"
    static let text = "text"
    static let day = "beslutsdag"
    static let paragraph = "paragraf"
    static let valid = "galler-fran"
    static let review = "oversyn"
    static let remark = "nytt"
    static let point = "punkt-"
    static let keep = "behall-fil"
  }

  /// The longest text: a förbundsordning is some twenty kilobytes.
  static let textByteCountMax = 400_000

  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(page(asked, nil, typed: asked.query)) }

  static func showVersion(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let document = try asked.store.governingDocument(ID(rawValue: id)) else { return .notFound }
    if let end = document.end {
      return .see(Addresses.governingDocument.path(id), notice: Words.sentence(GoverningRefusal.ended(end.day)))
    }
    return .page(page(asked, document, typed: start(document)))
  }

  static func save(_ asked: Asked, _: Nothing) async throws -> Answer { try await save(asked, nil) }

  static func saveVersion(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let document = try asked.store.governingDocument(ID(rawValue: id)) else { return .notFound }
    return try await save(asked, document)
  }

  private static func save(_ asked: Asked, _ document: GoverningDocument?) async throws -> Answer {
    var reading = FormReading(asked.form)
    let kind = document?.kind ?? GoverningDocument.Kind(rawValue: asked.form.choice(Name.kind))
    if kind == nil { reading.add("Slaget är inte valt. Välj i listan.", at: Name.kind) }
    let title =
      document?.title ?? reading.text(Name.title, "Titeln", isRequired: true, byteCountMax: 200)
    let text = reading.text(Name.text, "Texten", isLong: true, byteCountMax: textByteCountMax)
    let decisionDay = day(Name.day, "Beslutsdagen", &reading, asked)
    let paragraph = reading.text(Name.paragraph, "Paragrafen", byteCountMax: 50)
    try DecisionChoice.check(&reading, asked, decisionDay, paragraph, at: Name.paragraph)
    let valid = reading.date(Name.valid, "Dagen då det börjar gälla")
    let review = day(Name.review, "Nästa översyn", &reading, asked)
    let remark = reading.text(Name.remark, "Det som är nytt", isLong: true, byteCountMax: 2000)
    var points: [CharterPoint: String] = [:]
    for point in CharterPoint.allCases where kind == .charter {
      let place = reading.text("\(Name.point)\(point.rawValue)", "Punkt \(point.rawValue)", byteCountMax: 100)
      if !place.isEmpty { points[point] = place }
    }
    let uploaded = UploadedDocuments(asked)
    var faults = reading.faults + uploaded.faults
    if uploaded.files.count > 1 {
      faults.append(
        FieldFault(field: UploadedDocuments.field, message: "En version har en fil. Slå ihop filerna till en PDF."))
    }
    if let kind, let valid {
      let kept = asked.form.has(Name.keep) ? document?.versions.last?.draft.content.file : nil
      var draft = GoverningDocument.Draft(
        content: GoverningDocument.Content(text: text, file: uploaded.files.isEmpty ? kept : ""),
        decision: Decision(date: decisionDay, paragraph: paragraph), validFrom: valid, reviewOn: review, remark: remark,
        points: points)
      do {
        try draft.check(kind)
      } catch {
        faults.append(fault(error))
      }
      if faults.isEmpty {
        if let digest = try await uploaded.keep(asked).first { draft.content.file = digest }
        let said = draft
        do {
          let id = try asked.store.together(by: asked.actor, at: asked.now) { writing -> ID<GoverningDocument> in
            guard let document else { return try writing.record(kind, titled: title, said) }
            try writing.record(said, of: document.id)
            return document.id
          }
          return .see(
            Addresses.governingDocument.path(id.rawValue),
            notice: document == nil ? "Dokumentet är inlagt." : "Den nya versionen är inlagd. De äldre står kvar.")
        } catch let refusal as GoverningRefusal {
          faults.append(fault(refusal))
        }
      }
    }
    return .page(page(asked, document, typed: asked.form, faults: faults), status: .unprocessableContent)
  }

  /// A day that need not be said.
  private static func day(
    _ name: String, _ label: String, _ reading: inout FormReading, _ asked: Asked
  ) -> CalendarDate? {
    asked.form.choice(name).strippedOfBlanks.isEmpty ? nil : reading.date(name, label)
  }

  private static func fault(_ refusal: GoverningRefusal) -> FieldFault {
    let field =
      switch refusal {
      case .titleMissing: Name.title
      case .contentMissing, .unchanged: Name.text
      case .decisionMissing: Name.day
      case .validBeforeDecision: Name.valid
      case .reviewBeforeValid: Name.review
      case .another: Name.kind
      case .fileMissing: UploadedDocuments.field
      default: ""
      }
    return FieldFault(field: field, message: Words.sentence(refusal))
  }

  /// What the form of a new version begins with: the latest version's text and points.
  private static func start(_ document: GoverningDocument) -> Form {
    guard let last = document.versions.last?.draft else { return Form() }
    var fields = [(name: Name.text, value: last.content.text)]
    if last.content.file != nil { fields.append((Name.keep, "ja")) }
    for (point, place) in last.points { fields.append(("\(Name.point)\(point.rawValue)", place)) }
    return Form(fields: fields)
  }

  private static func page(
    _ asked: Asked, _ document: GoverningDocument?, typed: Form, faults: [FieldFault] = []
  ) -> Page {
    func field(_ name: String, _ label: String, _ hint: String = "") -> HTML {
      FormPart.field(FormPart.Field(name: name, label: label, value: typed.choice(name), hint: hint), faults: faults)
    }
    let kind = document?.kind ?? GoverningDocument.Kind(rawValue: typed.choice(Name.kind))
    let head: [HTML] =
      document == nil
      ? [
        FormPart.select(
          Name.kind, "Vad det är",
          options: GoverningDocument.Kind.allCases.map { ($0.rawValue, Words.name(of: $0)) },
          chosen: typed.choice(Name.kind), faults: faults),
        FormPart.field(
          FormPart.Field(
            name: Name.title, label: "Titel",
            value: typed.has(Name.title) ? typed.choice(Name.title) : kind.map { Words.name(of: $0) } ?? ""),
          faults: faults),
      ] : []
    let hasFile = document?.versions.last?.draft.content.file != nil
    let body: [HTML] = [
      FormPart.area(
        Name.text, "Text", value: typed.choice(Name.text),
        hint: "Texten går att söka i. Den kan utelämnas om dokumentet läggs in som fil.", rows: 12, faults: faults),
      FormPart.field(
        FormPart.Field(
          name: UploadedDocuments.field, label: "Fil",
          hint: "Helst PDF/A. Högst \(FileSize.words(asked.office.settings.documentBytesMax)).", type: "file"),
        faults: faults),
      hasFile
        ? FormPart.box(Name.keep, "Behåll den förra versionens fil om ingen ny väljs", isTicked: typed.has(Name.keep))
        : .empty,
      field(Name.day, "Beslutsdag", "Styrelsens möte. Förbundsordningen: när den sista medlemmen beslutade."),
      field(Name.paragraph, "Beslutets paragraf", "Till exempel § 45."), field(Name.valid, "Gäller från"),
      field(Name.review, "Nästa översyn", "Behöver inte sägas. När dagen har gått syns det på startsidan."),
      FormPart.area(
        Name.remark, "Vad som är nytt", value: typed.choice(Name.remark), hint: "Behövs inte.", rows: 2, faults: faults),
      kind == .charter || document == nil ? points(typed, faults, isOpen: kind == .charter) : .empty,
      FormPart.button("Spara"),
    ]
    return Page(
      title: document.map { "Ny version av \($0.title)" } ?? "Lägg in ett styrdokument", section: .governing,
      trail: [Page.Link("Styrdokument", Addresses.governing.path())]
        + (document.map { [Page.Link($0.title, Addresses.governingDocument.path($0.id.rawValue))] } ?? []),
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: document.map { Addresses.governingNewVersion.path($0.id.rawValue) } ?? Addresses.newGoverning.path(),
          asked.visitor, hasFiles: true, each: head + body),
      ]))
  }

  /// Where each of the eighteen points of § 9 stands.
  private static func points(_ typed: Form, _ faults: [FieldFault], isOpen: Bool) -> HTML {
    tag(
      "details", isOpen ? [.other("open", "")] : [],
      tag("summary", .text("Förbundsordning: var de arton punkterna i 9 § finsamlagen står")),
      tag("p", [.class("hint")], .text("Skriv var i förbundsordningen punkten regleras, till exempel § 4.")),
      .joined(
        CharterPoint.allCases.map { point in
          FormPart.field(
            FormPart.Field(
              name: "\(Name.point)\(point.rawValue)", label: "\(point.rawValue). \(point.title)",
              value: typed.choice("\(Name.point)\(point.rawValue)")), faults: faults)
        }))
  }
}
