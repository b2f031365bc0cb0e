import Association
import Ledger
import Press

/// A group as it is typed.
struct GroupForm {
  enum Name {
    static let title = "namn"
    static let kind = "slag"
    static let municipality = "kommun"
    static let from = "fran"
    static let until = "till"
    static let digest = "avtryck"
    static let person = "person"
    static let function = "funktion"
    static let party = "part"
    static let sitsFrom = "sitter-fran"
    static let sitsUntil = "sitter-till"
  }

  let form: Form
  let association: Association
  var rows: TypedRows
  var faults: [FieldFault] = []

  static func columns(_ association: Association) -> [TypedRows.Column] {
    [
      TypedRows.Column(name: Name.person, label: "Namn"), TypedRows.Column(name: Name.function, label: "Funktion"),
      TypedRows.Column(
        name: Name.party, label: "Part", options: GroupPart.parties(association, none: "Välj")),
      TypedRows.Column(name: Name.sitsFrom, label: "Från"), TypedRows.Column(name: Name.sitsUntil, label: "Till"),
    ]
  }

  /// The form of a group that is there, or of a new one.
  init(_ group: Group?, _ association: Association) {
    self.association = association
    var fields: [(String, String)] = []
    if let group {
      fields = [
        (Name.title, group.title), (Name.kind, group.kind.rawValue), (Name.municipality, group.memberID ?? ""),
        (Name.from, group.from?.text ?? ""), (Name.until, group.until?.text ?? ""),
        (Name.digest, GroupForm.digest(of: group)),
      ]
    }
    form = Form(fields: fields.map { (name: $0.0, value: $0.1) })
    rows = TypedRows(
      GroupForm.columns(association),
      rows: (group?.members ?? []).map {
        [$0.name, $0.function, $0.partyID, $0.from?.text ?? "", $0.until?.text ?? ""]
      })
  }

  /// The form as it was typed.
  init(typed form: Form, _ association: Association) {
    self.form = form
    self.association = association
    rows = TypedRows(GroupForm.columns(association), typed: form)
  }

  static func digest(of group: Group) -> String { Secret.digest(of: "\(group)") }

  /// The group that was typed, under that id or one made of its name; nil where something is wrong.
  mutating func read(id: String?) -> Group? {
    var reading = FormReading(form)
    let title = reading.text(Name.title, "Namnet", isRequired: true, byteCountMax: 100)
    let kind = Group.Kind(rawValue: form.choice(Name.kind))
    if kind == nil { reading.add("Vad gruppen är har inte valts. Välj i listan.", at: Name.kind) }
    let municipality = form.choice(Name.municipality)
    if !municipality.isEmpty,
      !association.members.contains(where: { $0.id == municipality && $0.kind == .municipality })
    {
      reading.add("Kommunen är inte medlem i förbundet. Välj en i listan.", at: Name.municipality)
    }
    let (from, until) = days(&reading, Name.from, Name.until, "Första dagen", "Sista dagen")
    if association.groups.contains(where: { $0.title == title && $0.id != id }) {
      reading.add("Det finns redan en grupp som heter ”\(title)”. Välj ett annat namn.", at: Name.title)
    }
    let members = readMembers(&reading)
    faults = reading.faults
    guard let kind, !reading.hasFaults else { return nil }
    return Group(
      id: id ?? Budget.lineID(for: title, among: Set(association.groups.map(\.id) + ["ny"])), title: title, kind: kind,
      memberID: municipality.isEmpty ? nil : municipality, from: from, until: until, members: members)
  }

  private func days(
    _ reading: inout FormReading, _ from: String, _ until: String, _ fromLabel: String, _ untilLabel: String
  ) -> (CalendarDate?, CalendarDate?) {
    let first = form.choice(from).strippedOfBlanks.isEmpty ? nil : reading.date(from, fromLabel)
    let last = form.choice(until).strippedOfBlanks.isEmpty ? nil : reading.date(until, untilLabel)
    if let first, let last, last < first {
      reading.add("\(untilLabel) \(last.text) är före \(first.text). Kontrollera dagarna.", at: until)
    }
    return (first, last)
  }

  private func readMembers(_ reading: inout FormReading) -> [GroupMember] {
    rows.filled(&reading).compactMap { place, cells in
      if cells[0].isEmpty, cells[1].isEmpty {
        reading.add("Namn och funktion saknas på rad \(place). Skriv minst ett av dem.", at: "\(Name.person)-\(place)")
      }
      if !association.members.contains(where: { $0.id == cells[2] }) {
        reading.add("Parten är inte vald på rad \(place). Välj en i listan.", at: "\(Name.party)-\(place)")
      }
      var days: [CalendarDate?] = []
      for (text, field) in [(cells[3], Name.sitsFrom), (cells[4], Name.sitsUntil)] {
        let day = text.isEmpty ? nil : CalendarDate(typed: text, year: nil)
        if day == nil, !text.isEmpty {
          reading.add(
            "”\(text.excerpt)” på rad \(place) är ingen dag. Skriv den som 2025-03-31.", at: "\(field)-\(place)")
        }
        days.append(day)
      }
      if let first = days[0], let last = days[1], last < first {
        reading.add(
          "Sista dagen \(last.text) på rad \(place) är före den första, \(first.text).",
          at: "\(Name.sitsUntil)-\(place)")
      }
      return GroupMember(name: cells[0], function: cells[1], partyID: cells[2], from: days[0], until: days[1])
    }
  }

  func fields() -> [HTML] {
    let municipalities = association.members.filter { $0.kind == .municipality }.map { (value: $0.id, words: $0.name) }
    return [
      FormPart.hidden(Name.digest, form.choice(Name.digest)),
      FormPart.field(
        FormPart.Field(
          name: Name.title, label: "Namn", value: form.choice(Name.title), hint: "Till exempel LSG Storstad.",
          isRequired: true), faults: faults),
      FormPart.select(
        Name.kind, "Vad gruppen är",
        options: [("", "Välj")] + Group.Kind.allCases.map { ($0.rawValue, $0.title) }, chosen: form.choice(Name.kind),
        faults: faults),
      FormPart.select(
        Name.municipality, "Kommun", options: [("", "Ingen enskild kommun")] + municipalities,
        chosen: form.choice(Name.municipality), hint: "För en lokal samverkansgrupp.", faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.from, label: "Finns från", value: form.choice(Name.from), hint: "Kan lämnas tomt."),
        faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.until, label: "Finns till och med", value: form.choice(Name.until),
          hint: "Kan lämnas tomt. En grupp som upphör tas inte bort."), faults: faults),
      rows.html("Vilka som sitter i gruppen", blanks: rows.rows.isEmpty ? 6 : 2, faults: faults),
      tag(
        "p", [.class("hint")],
        .text(
          "Skriv namn, funktion eller båda. Den som slutar får en sista dag, så finns det kvar vem som satt när. Töm en rad för att "
            + "ta bort den.")),
    ]
  }
}
