import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Press
import Store

/// A delivery typed on the page, or sent as a file.
enum NewDelivery {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try DeliveryDesk(asked)
    let replaced = try replaced(asked.query, asked.store)
    let id = replaced?.delivery.insatsID ?? asked.query.choice(DeliveryForm.Name.insats)
    guard !id.isEmpty else { return .page(choose(desk)) }
    guard let insats = desk.insats(id) else {
      return desk.association.insatser.contains { $0.id == id } ? .forbidden : .notFound
    }
    let cases = try asked.store.deliveries(ofInsats: id)
    let form = DeliveryForm.start(desk, insats, replaced, cases)
    return .page(DeliveryForm(desk: desk, insats: insats, replaces: replaced, typed: form).page())
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try DeliveryDesk(asked)
    let replaced = try replaced(asked.form, asked.store)
    let id = replaced?.delivery.insatsID ?? asked.form.choice(DeliveryForm.Name.insats)
    guard let insats = desk.insats(id) else {
      guard !desk.association.insatser.contains(where: { $0.id == id }) else { return .forbidden }
      let fault = FieldFault(field: DeliveryForm.Name.insats, message: "Insatsen är inte vald. Välj i listan.")
      return .page(choose(desk, faults: [fault]), status: .unprocessableContent)
    }
    var form = DeliveryForm(desk: desk, insats: insats, replaces: replaced, typed: asked.form)
    let (delivery, faults) = DeliveryForm.read(asked.form, insatsID: id)
    form.faults = faults
    guard let delivery else { return .page(form.page(), status: .unprocessableContent) }
    let cases = try asked.store.deliveries(ofInsats: id)
    let replacing = replaced?.id ?? DeliveryDesk.standing(cases, like: delivery)
    if asked.form.has(DeliveryForm.Name.check) {
      let found = delivery.faults(
        against: try asked.store.deliveryGround(of: id, replacing: replacing, today: asked.today))
      form.faults = found.filter { $0.weight == .wrong }.map(fieldFault)
      form.questions = found.filter { $0.weight != .wrong }.map(\.message)
      return .page(form.page(), status: form.faults.isEmpty ? .ok : .unprocessableContent)
    }
    do {
      let kept = try asked.store.together(by: asked.actor, at: asked.now) {
        try $0.deliver(delivery, from: .page, replacing: replacing, on: asked.today)
      }
      return .see(Addresses.delivery.path(kept.id), notice: notice(kept))
    } catch let refusal as DeliveryRefusal {
      form.faults = fieldFaults(refusal)
      return .page(form.page(), status: .unprocessableContent)
    }
  }

  /// A file with a whole delivery. Nothing is stored where anything in it is wrong.
  static func upload(_ asked: Asked, _: Nothing) async throws -> Answer {
    let desk = try DeliveryDesk(asked)
    let replaced = try replaced(asked.form, asked.store)
    guard let file = asked.form.files.first(where: { $0.field == DeliveryForm.Name.file }), !file.bytes.isEmpty else {
      return .page(
        refused(["Ingen fil är vald. Välj en CSV-fil, ett kalkylblad (.xlsx) eller en JSON-fil."]),
        status: .unprocessableContent)
    }
    let isNamed = !file.name.hasUnseenScalars && !file.name.isEmpty && PersonalNumber.find(in: file.name).isEmpty
    let name = isNamed ? String(file.name.prefix(200)) : "filen"
    let bytes = file.bytes
    let reading = try await LongWork.run { DeliveryUpload.read(bytes, named: name) }
    guard let upload = reading.value else {
      return .page(refused(reading.diagnostics.map(sentence)), status: .unprocessableContent)
    }
    let delivery = upload.delivery
    guard desk.maySee(delivery.insatsID) else { return .forbidden }
    if let replaced, replaced.delivery.insatsID != delivery.insatsID {
      return .page(
        refused([
          "Filen gäller \(desk.name(delivery.insatsID)), men leveransen som ska rättas gäller "
            + "\(desk.name(replaced.delivery.insatsID)). Välj filen för den insatsen."
        ]), status: .unprocessableContent)
    }
    let cases = try asked.store.deliveries(ofInsats: delivery.insatsID)
    let replacing = replaced?.id ?? DeliveryDesk.standing(cases, like: delivery)
    let proof = upload.signature.map {
      DeliveryProof(publicKey: $0.publicKey, signature: $0.bytes, signedBytes: DeliveryFile.signedBytes(of: delivery))
    }
    do {
      let kept = try asked.store.together(by: asked.actor, at: asked.now) {
        try $0.deliver(delivery, from: upload.source, replacing: replacing, proof: proof, on: asked.today)
      }
      return .see(Addresses.delivery.path(kept.id), notice: notice(kept))
    } catch let refusal as DeliveryRefusal {
      if case .faulty(let faults) = refusal {
        return .page(refused(upload.diagnostics(of: faults).map(sentence)), status: .unprocessableContent)
      }
      return .page(refused([Words.sentence(refusal)]), status: .unprocessableContent)
    }
  }

  /// A file to fill in, with the insats's rows.
  static func template(_ asked: Asked, _ place: Pair<String, String>) throws -> Answer {
    let desk = try DeliveryDesk(asked)
    guard let format = DeliveryTable(rawValue: place.second) else { return .notFound }
    guard let insats = desk.insats(place.first) else {
      return desk.association.insatser.contains { $0.id == place.first } ? .forbidden : .notFound
    }
    let cases = try asked.store.deliveries(ofInsats: insats.id).filter { $0.state.place != .replaced }
    let today = asked.today
    let first = CalendarDate(typed: asked.query.choice(DeliveryForm.Name.first), year: nil) ?? today
    let last = CalendarDate(typed: asked.query.choice(DeliveryForm.Name.last), year: nil) ?? max(first, today)
    let period = min(first, last)...max(first, last)
    let before = cases.filter { $0.delivery.period.upperBound < period.lowerBound }
      .max { $0.delivery.period.upperBound < $1.delivery.period.upperBound }?.delivery
    var delivery = CountDelivery(
      insatsID: insats.id, period: period,
      flow: Flow(carried: before?.flow?.ongoing ?? .none, new: .none, finished: .none, ongoing: .none),
      volume: Tally.none, alsoElsewhere: Tally.none,
      screening: CountDelivery.Screening(asked: .none, answered: .none))
    for ground in CountGround.allCases {
      let rows =
        before?.grounds[ground]?.map { ($0.id, $0.title) }
        ?? ground.usualRows(of: desk.association).map { ($0.id, $0.title) }
      delivery.grounds[ground] = rows.map { CountDelivery.Row(id: $0.0, title: $0.1, tally: .none) }
    }
    return .file(
      file(format.bytes(of: delivery, isForm: true, on: today), "leverans-\(insats.id)-\(first.text)", format.rawValue))
  }

  static func file(_ bytes: [UInt8], _ stem: String, _ format: String) -> FileAnswer {
    let mediaType =
      switch format {
      case "csv": "text/csv; charset=utf-8"
      case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      default: "application/json"
      }
    return FileAnswer(bytes: bytes, name: "\(stem).\(format)", mediaType: mediaType)
  }

  // Within.

  private static func replaced(_ form: Form, _ store: Store) throws -> DeliveryCase? {
    guard let id = Int64(typed: form.choice(DeliveryForm.Name.replaces), in: TypedRange.id) else { return nil }
    return try store.delivery(id)
  }

  private static func notice(_ kept: (id: Int64, isNew: Bool)) -> String {
    kept.isNew
      ? "Leverans \(kept.id) är lämnad. Förbundet godkänner den eller frågar."
      : "De här antalen finns redan som leverans \(kept.id). Inget nytt är sparat."
  }

  static func fieldFault(_ fault: DeliveryFault) -> FieldFault {
    FieldFault(field: DeliveryForm.Name.field(fault), message: fault.message)
  }

  private static func fieldFaults(_ refusal: DeliveryRefusal) -> [FieldFault] {
    if case .faulty(let faults) = refusal { return faults.map(fieldFault) }
    return [FieldFault(field: "", message: Words.sentence(refusal))]
  }

  /// `Rad 4, tecken 12: …`; a sentence that names its cell, `Rad 4, kolumn 3 …` or `Cell C4 …`, says it once.
  private static func sentence(_ diagnostic: Diagnostic) -> String {
    let (place, message) = (diagnostic.place, diagnostic.message)
    guard place.line > 0, !message.hasPrefix("Rad \(place.line), kolumn "), !message.hasPrefix("Cell ") else {
      return message
    }
    return "Rad \(place.line)" + (place.column > 1 ? ", tecken \(place.column)" : "") + ": \(message)"
  }

  private static func refused(_ sentences: [String]) -> Page {
    Page(
      title: "Filen är inte mottagen", section: .deliveries,
      trail: [Page.Link("Leveranser", Addresses.deliveries.path())],
      main: .joined([
        FormPart.summary(of: sentences.map { FieldFault(field: "", message: $0) }),
        tag("p", .text("Inget är sparat. Rätta filen och skicka den igen.")),
        tag(
          "p", tag("a", [.class("button"), .href(.path(Addresses.newDelivery.path()))], .text("Skicka en annan fil"))),
      ]))
  }

  private static func choose(_ desk: DeliveryDesk, faults: [FieldFault] = []) -> Page {
    Page(
      title: "Ny leverans", section: .deliveries, trail: [Page.Link("Leveranser", Addresses.deliveries.path())],
      main: desk.own.isEmpty
        ? tag(
          "p", [.class("empty")], .text("Det finns ingen insats att lämna för. "),
          Access.bookkeepers.admits(desk.asked.user)
            ? tag("a", [.href(.path(Addresses.newInsats.path()))], .text("Lägg upp insatsen"))
            : .text("Förbundets kansli lägger upp insatsen."))
        : .joined([
          FormPart.summary(of: faults),
          tag(
            "form", [.class("filter"), .other("method", "get"), .other("action", Addresses.newDelivery.path())],
            FormPart.select(
              DeliveryForm.Name.insats, "Insats", options: desk.own.map { ($0.id, $0.name) }, chosen: "",
              faults: faults),
            FormPart.button("Fyll i", kind: "primary")),
          tag("h2", .text("Skicka en fil i stället")),
          FormPart.form(
            to: Addresses.deliveryFile.path(), desk.asked.visitor, hasFiles: true,
            each: [
              FormPart.field(FormPart.Field(name: DeliveryForm.Name.file, label: "Fil", type: "file")),
              FormPart.button("Skicka filen", kind: "secondary"),
            ]),
        ]))
  }
}
