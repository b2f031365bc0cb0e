import Association
import Ledger
import Press

/// A meeting of a group as it is typed: when, how, where, who came, and what was noted.
struct GroupMeetingForm {
  enum Name {
    static let day = "dag"
    static let form = "hur"
    static let place = "plats"
    static let notes = "anteckningar"
    static let came = "var-med"
    static let guest = "gast"
    static let guestFunction = "gast-funktion"
    static let guestParty = "gast-part"
    static let reason = "skal"
  }

  let group: Group
  let association: Association
  let form: Form
  /// Who can be ticked: those who sit in the group, and who was there by the meeting that is corrected.
  let choices: [GroupMeeting.Attendance]
  /// Whether it corrects a meeting, and so needs a reason.
  let isCorrection: Bool
  var guests: TypedRows
  var faults: [FieldFault] = []

  /// The form of a new meeting, or of one to be corrected; or as it was typed.
  init(
    _ group: Group, _ association: Association, correcting: GroupMeeting? = nil, typed: Form? = nil, today: CalendarDate
  ) {
    self.group = group
    self.association = association
    isCorrection = correcting != nil
    let then = correcting?.draft.attendances ?? []
    // Of those who have left only who was there can be ticked, so that the list stays short.
    let sitting = group.members.filter { member in
      member.sits(on: today) || correcting.map { member.sits(on: $0.draft.day) } ?? false
    }
    var choices = sitting.map {
      GroupMeeting.Attendance(name: $0.name, function: $0.function, partyID: $0.partyID)
    }
    choices += then.filter { !$0.isGuest && !choices.contains($0) }
    self.choices = choices
    let columns = [
      TypedRows.Column(name: Name.guest, label: "Namn"), TypedRows.Column(name: Name.guestFunction, label: "Funktion"),
      TypedRows.Column(
        name: Name.guestParty, label: "Part", options: GroupPart.parties(association, none: "Ingen av parterna")),
    ]
    if let typed {
      form = typed
      guests = TypedRows(columns, typed: typed)
      return
    }
    var fields: [(name: String, value: String)] = []
    if let draft = correcting?.draft {
      fields = [
        (Name.day, draft.day.text), (Name.form, draft.form.rawValue), (Name.place, draft.place),
        (Name.notes, draft.notes),
      ]
      fields += then.filter { !$0.isGuest }.map { (Name.came, GroupMeetingForm.key($0)) }
    }
    form = Form(fields: fields)
    guests = TypedRows(columns, rows: then.filter(\.isGuest).map { [$0.name, $0.function, $0.partyID] })
  }

  /// By what somebody is ticked: what is said of them, so that a change of the group meanwhile ticks nobody else.
  private static func key(_ attendance: GroupMeeting.Attendance) -> String {
    String(Secret.digest(of: "\(attendance.name)\n\(attendance.function)\n\(attendance.partyID)").prefix(16))
  }

  /// The meeting that was typed, and why it is corrected; nil where something is wrong.
  mutating func read(today: CalendarDate) -> (draft: GroupMeeting.Draft, reason: String)? {
    var reading = FormReading(form)
    let day = reading.date(Name.day, "Dagen", year: today.year)
    let how = GroupMeeting.Form(rawValue: form.choice(Name.form))
    if how == nil { reading.add("Det är inte valt hur mötet hölls. Välj i listan.", at: Name.form) }
    let place = reading.text(Name.place, "Platsen", byteCountMax: 200)
    let notes = GroupPart.markdown(&reading, form, Name.notes, "Anteckningarna")
    let ticked = Set(form.choices(Name.came))
    var attendances = choices.filter { ticked.contains(GroupMeetingForm.key($0)) }
    let known = Set(choices.map(GroupMeetingForm.key))
    if !ticked.isSubset(of: known) {
      reading.add("Någon av dem du kryssade för sitter inte längre i gruppen. Skriv dem som gäster.", at: Name.guest)
    }
    for (place, cells) in guests.filled(&reading) {
      if cells[0].isEmpty, cells[1].isEmpty {
        reading.add(
          "Gästen på rad \(place) har varken namn eller funktion. Skriv något av dem.", at: "\(Name.guest)-\(place)")
      }
      attendances.append(
        GroupMeeting.Attendance(name: cells[0], function: cells[1], partyID: cells[2], isGuest: true))
    }
    let reason = isCorrection ? reading.text(Name.reason, "Skälet", isRequired: true, byteCountMax: 500) : ""
    faults = reading.faults
    guard let day, let how, !reading.hasFaults else { return nil }
    return (
      GroupMeeting.Draft(
        groupID: group.id, day: day, form: how, place: place, notes: notes, attendances: attendances), reason
    )
  }

  func fields() -> [HTML] {
    let ticked = Set(form.choices(Name.came))
    let boxes = GroupPart.byParty(association.members).compactMap { party -> HTML? in
      let own = choices.enumerated().filter { $0.element.partyID == party.id }
      guard !own.isEmpty else { return nil }
      return tag("h2", .text(party.name))
        + .joined(
          own.map { index, attendance in
            let key = GroupMeetingForm.key(attendance)
            return FormPart.box(
              Name.came, GroupPart.person(attendance.name, attendance.function), isTicked: ticked.contains(key),
              value: key, id: "\(Name.came)-\(index + 1)")
          })
    }
    return [
      FormPart.field(
        FormPart.Field(
          name: Name.day, label: "Dag", value: form.choice(Name.day), hint: "Till exempel 2025-03-31.",
          isRequired: true), faults: faults),
      FormPart.select(
        Name.form, "Hur det hölls",
        options: [("", "Välj")] + GroupMeeting.Form.allCases.map { ($0.rawValue, GroupPart.form($0)) },
        chosen: form.choice(Name.form), faults: faults),
      FormPart.field(
        FormPart.Field(name: Name.place, label: "Var", value: form.choice(Name.place), hint: "Kan lämnas tomt."),
        faults: faults),
      tag(
        "fieldset", tag("legend", .text("Vilka av ledamöterna var med?")),
        boxes.isEmpty
          ? tag("p", [.class("empty")], .text("Ingen sitter i gruppen. Skriv dem som var med som gäster."))
          : .joined(boxes)),
      guests.html("Gäster", blanks: 2, faults: faults),
      FormPart.area(
        Name.notes, "Anteckningar", value: form.choice(Name.notes),
        hint: "Vad som sas och bestämdes. Inga uppgifter om deltagare. Rubriker och listor går bra (Markdown).",
        rows: 10, faults: faults),
    ]
      + (isCorrection
        ? [
          FormPart.field(
            FormPart.Field(
              name: Name.reason, label: "Varför rättas mötet?", value: form.choice(Name.reason), isRequired: true),
            faults: faults)
        ] : [])
  }
}
