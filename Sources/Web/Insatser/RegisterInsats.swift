import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// An insats that runs already, put in the register without an application, with the decision it rests on where it is known.
enum RegisterInsats {
  enum Name {
    /// An insats that is in the register, and gets its decision.
    static let existing = "insats"
  }

  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let id = asked.query.choice(Name.existing)
    guard !id.isEmpty else { return page(asked, association, nil, AmountRows([]), faults: []) }
    guard let insats = association.insatser.first(where: { $0.id == id }) else { return .notFound }
    return page(asked, association, insats, AmountRows(association.frameAmounts(of: id)), faults: [])
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let existing = association.insatser.first { $0.id == asked.form.choice(Name.existing) }
    let rows = AmountRows(typed: asked.form)
    if asked.form.has(AmountRows.Name.more) {
      return page(asked, association, existing, rows, faults: [], status: .ok)
    }
    var reading = FormReading(asked.form)
    let insats = existing ?? read(&reading, asked.form, association)
    let amounts = AmountRows.read(&reading, asked.form, members: association.members)
    let typedDay = asked.form.choice("beslut-dag").strippedOfBlanks
    var decision: GrantDecision?
    if !typedDay.isEmpty || existing != nil {
      let day = reading.date("beslut-dag", "Sammanträdesdagen", year: asked.today.year)
      let paragraph = reading.text("paragraf", "Paragrafen", isRequired: true, byteCountMax: 60)
      try DecisionChoice.check(&reading, asked, day, paragraph, at: "paragraf")
      if amounts.isEmpty, !reading.hasFaults {
        reading.add("Beslutet har inget belopp. Skriv minst ett.", at: "belopp-1")
      }
      if let day, let insats, !reading.hasFaults {
        decision = GrantDecision(day: day, paragraph: paragraph, insatsID: insats.id, amounts: amounts)
      }
    } else if !amounts.isEmpty {
      reading.add("Ramarna har inget beslut. Skriv sammanträdesdagen och paragrafen.", at: "beslut-dag")
    }
    guard let insats, !reading.hasFaults else {
      return page(asked, association, existing, rows, faults: reading.faults)
    }
    do {
      let id = try asked.store.together(by: asked.actor, at: asked.now) { writing -> ID<GrantCase>? in
        if existing == nil {
          var association = try writing.association()
          association.insatser.append(insats)
          try writing.record(association)
        }
        return try decision.map { try writing.begin(.granted($0)) }
      }
      let object = ListLink.object(WorkingYear.of(asked), ObjectReference(dimension: .insats, object: insats.id))
      return .see(
        id.map { Addresses.application.path($0.rawValue) } ?? object,
        notice: id == nil ? "\(insats.name) är registrerad." : "\(insats.name) har sitt beslut. Nästa steg är avtalet.")
    } catch let refusal as Grant.Refusal {
      return page(
        asked, association, existing, rows, faults: [FieldFault(field: "", message: Words.sentence(refusal))])
    } catch let refusal as OrderRefusal {
      return page(
        asked, association, existing, rows, faults: [FieldFault(field: "", message: Words.sentence(refusal))])
    }
  }

  private static func read(_ reading: inout FormReading, _ form: Form, _ association: Association) -> Insats? {
    let id = NewInsats.id(&reading, association)
    let name = reading.text("namn", "Namnet", isRequired: true, byteCountMax: 120)
    let kind = Insats.Kind(rawValue: form.choice("slag"))
    if kind == nil { reading.add("Inriktningen är inte vald. Välj en i listan.", at: "slag") }
    let owner = form.choice("huvudman")
    if !association.members.contains(where: { $0.id == owner }) {
      reading.add("Huvudmannen är inte vald. Välj en medlem i listan.", at: "huvudman")
    }
    let purpose = reading.text("syfte", "Syftet", isLong: true, byteCountMax: ApplicationForm.textBytesMax)
    let group = reading.text("malgrupp", "Målgruppen", byteCountMax: 1000)
    let started = form.choice("start").strippedOfBlanks.isEmpty ? nil : reading.date("start", "Första dagen")
    let ended = form.choice("slut").strippedOfBlanks.isEmpty ? nil : reading.date("slut", "Sista dagen")
    guard let kind, !reading.hasFaults else { return nil }
    return Insats(
      id: id, name: name, kind: kind, ownerID: owner, purpose: purpose, targetGroup: group, started: started,
      ended: ended)
  }

  private static func page(
    _ asked: Asked, _ association: Association, _ existing: Insats?, _ rows: AmountRows, faults: [FieldFault],
    status: HTTPResponse.Status? = nil
  ) -> Answer {
    let form = asked.form
    func field(_ name: String, _ label: String, _ hint: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: form.choice(name), hint: hint), faults: faults)
    }
    let own: [HTML] =
      existing.map {
        [FormPart.hidden(Name.existing, $0.id)]
      }
      ?? [
        field("namn", "Namn"),
        field("beteckning", "Beteckning", "Kort namn som verifikationer märks med, till exempel SAMSA."),
        FormPart.select(
          "slag", "Inriktning", options: [("", "Välj")] + Insats.Kind.allCases.map { ($0.rawValue, $0.words) },
          chosen: form.choice("slag"), faults: faults),
        FormPart.select(
          "huvudman", "Huvudman", options: [("", "Välj")] + association.members.map { ($0.id, $0.name) },
          chosen: form.choice("huvudman"), faults: faults),
        FormPart.area("syfte", "Syfte", value: form.choice("syfte"), faults: faults), field("malgrupp", "Målgrupp"),
        field("start", "Första dag"), field("slut", "Sista dag", "Tom om den inte är bestämd."),
      ]
    let decision = tag(
      "section", tag("h2", .text("Styrelsens beslut")),
      tag(
        "p", [.class("hint")],
        .text(
          existing == nil
            ? "Fyll i det om insatsen har ramar. Sedan kan avtal och rapporter föras in."
            : "Ramarna är de som redan gäller. Ett beslut kan sedan ändras, och avtal och rapporter föras in.")),
      field("beslut-dag", "Sammanträdesdag", "2025-11-19"), field("paragraf", "Paragraf", "§ 45"),
      rows.html("Beviljade ramar", members: association.members, faults: faults))
    return .page(
      Page(
        title: existing.map { "Beslut om \($0.name)" } ?? "Registrera en insats", section: .insatser,
        trail: [Page.Link("Insatser", Addresses.objects.path(WorkingYear.of(asked)))],
        main: .joined([
          FormPart.summary(of: faults),
          FormPart.form(
            to: Addresses.newInsats.path(), asked.visitor, each: own + [decision, FormPart.button("Spara")]),
        ])), status: status ?? (faults.isEmpty ? .ok : .unprocessableContent))
  }
}
