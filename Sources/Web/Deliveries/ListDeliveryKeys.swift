import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Press
import Store

/// The public keys by which performers sign their deliveries: registered, and revoked.
enum ListDeliveryKeys {
  enum Name {
    static let name = "namn"
    static let key = "nyckel"
    static let insats = "insats"
    static let reason = "skal"
  }

  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked)) }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    var reading = FormReading(asked.form)
    let name = reading.text(Name.name, "Namnet", isRequired: true, byteCountMax: 200)
    let key = DeliveryFile.key(asked.form.choice(Name.key))
    if key == nil { reading.add(Words.sentence(DeliveryRefusal.keyMalformed), at: Name.key) }
    let insatser = Set(asked.form.choices(Name.insats)).intersection(association.insatser.map(\.id))
    if insatser.isEmpty {
      reading.add("Ingen insats är vald. Kryssa i dem som nyckeln gäller.", at: "\(Name.insats)-1")
    }
    guard let key, !reading.hasFaults else {
      return .page(try page(asked, faults: reading.faults), status: .unprocessableContent)
    }
    do {
      try asked.store.together(by: asked.actor, at: asked.now) {
        _ = try $0.registerDeliveryKey(key, name: name, insatser: insatser)
      }
    } catch let refusal as DeliveryRefusal {
      return .page(
        try page(asked, faults: [FieldFault(field: Name.key, message: Words.sentence(refusal))]),
        status: .unprocessableContent)
    }
    return .see(Addresses.deliveryKeys.path(), notice: "Nyckeln för \(name) är registrerad.")
  }

  static func end(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let key = try asked.store.deliveryKeys().first(where: { $0.id == id }) else { return .notFound }
    var reading = FormReading(asked.form)
    let reason = reading.text(Name.reason, "Skälet", isRequired: true, byteCountMax: 1000)
    guard !reading.hasFaults, key.ended == nil else {
      // The fields stand once for each key: the fault is told above them all.
      return .page(
        try page(asked, faults: reading.faults.map { FieldFault(field: "", message: $0.message) }),
        status: .unprocessableContent)
    }
    try asked.store.together(by: asked.actor, at: asked.now) { try $0.endDeliveryKey(id, because: reason) }
    return .see(
      Addresses.deliveryKeys.path(), notice: "Nyckeln för \(key.name) är spärrad. Det den har signerat står kvar.")
  }

  private static func page(_ asked: Asked, faults: [FieldFault] = []) throws -> Page {
    let desk = try DeliveryDesk(asked)
    let keys = try asked.store.deliveryKeys()
    return Page(
      title: "Utförarnas nycklar", section: .deliveries,
      trail: [Page.Link("Leveranser", Addresses.deliveries.path())],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p",
          .text(
            "En leverans som görs i finsam counter är signerad. Här står vilka nycklar förbundet litar på, och för vilka "
              + "insatser. Den hemliga halvan finns bara hos utföraren.")),
        keys.isEmpty ? tag("p", [.class("empty")], .text("Ingen nyckel är registrerad.")) : list(keys, desk),
        tag("h2", .text("Registrera en nyckel")), form(desk, faults),
      ]))
  }

  private static func list(_ keys: [DeliveryKey], _ desk: DeliveryDesk) -> HTML {
    tag(
      "ul", [.class("cards")],
      each: keys.map { key in
        tag(
          "li", [.class("card")], tag("h2", .text(key.name)),
          MoneyPart.facts([
            ("Nyckel", tag("code", .text(key.publicKey))),
            ("Insatser", .text(key.insatser.map(desk.name).joined(separator: ", "))),
            ("Registrerad", .text("\(SwedishTime.text(key.registered.at)) av \(key.registered.by.name)")),
            (
              "Spärrad",
              key.ended.map { .text("\(SwedishTime.text($0.mark.at)) av \($0.mark.by.name): \($0.reason)") } ?? .empty
            ),
          ]),
          key.ended == nil
            ? tag(
              "details", tag("summary", .text("Spärra nyckeln")),
              FormPart.form(
                to: Addresses.deliveryKeyEnd.path(key.id), desk.asked.visitor,
                each: [
                  tag("label", [.other("for", "skal-\(key.id)")], .text("Varför")),
                  voidTag(
                    "input",
                    [
                      .id("skal-\(key.id)"), .other("name", Name.reason), .other("type", "text"),
                      .other("autocomplete", "off"),
                    ]), FormPart.button("Spärra", kind: "secondary"),
                ])) : .empty)
      })
  }

  private static func form(_ desk: DeliveryDesk, _ faults: [FieldFault]) -> HTML {
    let typed = desk.asked.form
    let ticked = Set(typed.choices(Name.insats))
    return FormPart.form(
      to: Addresses.deliveryKeys.path(), desk.asked.visitor,
      each: [
        FormPart.field(
          FormPart.Field(
            name: Name.name, label: "Utförare", value: typed.choice(Name.name),
            hint: "Verksamheten, inte en person."), faults: faults),
        FormPart.area(
          Name.key, "Publik nyckel", value: typed.choice(Name.key), hint: "64 tecken, ur finsam counter.", rows: 2,
          faults: faults),
        tag(
          "fieldset",
          each: [tag("legend", .text("Insatser"))]
            + desk.association.insatser.enumerated().map { index, insats in
              FormPart.box(
                Name.insats, insats.name, isTicked: ticked.contains(insats.id), value: insats.id,
                id: "\(Name.insats)-\(index + 1)")
            }), FormPart.button("Registrera"),
      ])
  }
}
