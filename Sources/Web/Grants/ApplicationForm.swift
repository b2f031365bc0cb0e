import Association
import Ledger
import Press

/// The form of an application: as it was typed, read, and shown.
struct ApplicationForm {
  enum Name {
    static let name = "namn"
    static let kind = "slag"
    static let owner = "huvudman"
    static let party = "part"
    static let need = "behov"
    static let gap = "glapp"
    static let purpose = "syfte"
    static let group = "malgrupp"
    static let effects = "effekter"
    static let continues = "fortsatter"
  }

  /// What is written of one thing: a page and a half.
  static let textBytesMax = 6000

  private let association: Association
  private var texts: [String: String] = [:]
  private var parties: [String] = []
  private var rows: AmountRows

  init(_ association: Association, _ application: GrantApplication? = nil) {
    self.association = association
    rows = AmountRows(application?.amounts ?? [])
    guard let application else { return }
    parties = application.partyIDs
    texts = [
      Name.name: application.name, Name.kind: application.kind.rawValue, Name.owner: application.ownerID,
      Name.need: application.need, Name.gap: application.gap, Name.purpose: application.purpose,
      Name.group: application.targetGroup, Name.effects: application.effects, Name.continues: application.continuesID,
    ]
  }

  init(_ association: Association, typed form: Form) {
    self.association = association
    rows = AmountRows(typed: form)
    parties = form.choices(Name.party)
    for name in [
      Name.name, Name.kind, Name.owner, Name.need, Name.gap, Name.purpose, Name.group, Name.effects, Name.continues,
    ] { texts[name] = form.choice(name) }
  }

  /// The application; nil where something is wrong, and then the reading says what.
  static func read(
    _ reading: inout FormReading, _ form: Form, _ association: Association, insatser: [Insats]
  ) -> GrantApplication? {
    func long(_ field: String, _ label: String, _ isRequired: Bool, _ reading: inout FormReading) -> String {
      reading.text(field, label, isRequired: isRequired, isLong: true, byteCountMax: textBytesMax)
    }
    let name = reading.text(Name.name, "Insatsens namn", isRequired: true, byteCountMax: 120)
    let kind = Insats.Kind(rawValue: form.choice(Name.kind))
    if kind == nil { reading.add("Inriktningen är inte vald. Välj en i listan.", at: Name.kind) }
    let owner = form.choice(Name.owner)
    if !association.members.contains(where: { $0.id == owner }) {
      reading.add(
        "Huvudmannen är inte vald. Välj den medlem som söker; bara medlemmar kan söka.", at: Name.owner)
    }
    let parties = form.choices(Name.party).filter { id in
      id != owner && association.members.contains { $0.id == id }
    }
    let need = long(Name.need, "Behovet", true, &reading)
    let gap = long(Name.gap, "Glappet", false, &reading)
    let purpose = long(Name.purpose, "Syftet", true, &reading)
    let group = reading.text(Name.group, "Målgruppen", isRequired: true, byteCountMax: 1000)
    let effects = long(Name.effects, "De väntade effekterna", false, &reading)
    let continues = form.choice(Name.continues)
    if !continues.isEmpty, !insatser.contains(where: { $0.id == continues }) {
      reading.add("Insatsen som fortsätter finns inte. Välj en i listan.", at: Name.continues)
    }
    let amounts = AmountRows.read(&reading, form, members: association.members)
    if amounts.isEmpty, !reading.hasFaults {
      reading.add("Ansökan säger inte vad som söks. Skriv minst ett belopp med sitt år.", at: "belopp-1")
    }
    guard let kind, !reading.hasFaults else { return nil }
    return GrantApplication(
      name: name, kind: kind, ownerID: owner, partyIDs: parties, need: need, gap: gap, purpose: purpose,
      targetGroup: group, effects: effects, continuesID: continues, amounts: amounts)
  }

  func fields(insatser: [Insats], faults: [FieldFault]) -> [HTML] {
    func value(_ name: String) -> String { texts[name] ?? "" }
    func area(_ name: String, _ label: String, _ hint: String) -> HTML {
      FormPart.area(name, label, value: value(name), hint: hint, rows: 5, faults: faults)
    }
    let members = association.members
    return [
      FormPart.field(
        FormPart.Field(name: Name.name, label: "Insatsens namn", value: value(Name.name), isRequired: true),
        faults: faults),
      FormPart.select(
        Name.kind, "Inriktning", options: [("", "Välj")] + Insats.Kind.allCases.map { ($0.rawValue, $0.words) },
        chosen: value(Name.kind),
        hint: "Den som är både för individer och strukturer söks som två insatser med olika namn.", faults: faults),
      FormPart.select(
        Name.owner, "Huvudman", options: [("", "Välj")] + members.map { ($0.id, $0.name) },
        chosen: value(Name.owner), hint: "Den medlem som söker och ska driva insatsen.", faults: faults),
      tag(
        "fieldset", tag("legend", .text("Söker tillsammans med")),
        .joined(
          members.map {
            FormPart.box(
              Name.party, $0.name, isTicked: parties.contains($0.id), value: $0.id, id: "\(Name.party)-\($0.id)")
          })),
      insatser.isEmpty
        ? .empty
        : FormPart.select(
          Name.continues, "Fortsätter en tidigare insats",
          options: [("", "Nej, den är ny")] + insatser.map { ($0.id, $0.name) }, chosen: value(Name.continues),
          faults: faults),
      area(Name.need, "Behov", "Vilket behov finns, och hur vet ni det? Skriv inget om enskilda personer."),
      area(Name.gap, "Glapp i samverkan", "Vad klarar parterna inte var för sig i dag?"),
      area(Name.purpose, "Syfte", "Vad ska insatsen göra, och vad ska den leda fram till?"),
      FormPart.field(
        FormPart.Field(name: Name.group, label: "Målgrupp", value: value(Name.group), isRequired: true), faults: faults),
      area(Name.effects, "Väntade effekter", "Vad ska vara annorlunda efteråt, och hur märks det?"),
      rows.html("Sökta belopp", members: members, faults: faults),
    ]
  }
}
