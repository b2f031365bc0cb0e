import Association
import Press
import Store

/// What is said of a user, as it was typed.
struct UserForm: Sendable {
  var name = ""
  var mail = ""
  var role = Role.viewer.rawValue
  var insatser: [String] = []

  init() {}

  init(_ user: User) {
    name = user.name
    mail = user.mail
    role = user.role.rawValue
    insatser = user.insatser
  }

  init(typed form: Form) {
    name = form.choice("namn")
    mail = form.choice("epost")
    role = form.choice("roll")
    insatser = form.choices("insats")
  }

  /// A form that can be recorded.
  struct Read {
    let name: String
    let mail: String
    let role: Role
    let insatser: [String]
  }

  /// Reads it; nil where something is wrong, and then the reading says what.
  static func read(_ reading: inout FormReading, _ form: Form, insatser known: [Insats]) -> Read? {
    let name = reading.text("namn", "Namnet", isRequired: true, byteCountMax: 100)
    let mail = NewMail.read(&reading)
    let role = Role(rawValue: form.choice("roll"))
    if role == nil { reading.add("Rollen saknas. Välj en i listan.", at: "roll") }
    let chosen = form.choices("insats").filter { id in known.contains { $0.id == id } }
    if role == .performer, chosen.isEmpty {
      reading.add("En utförare ser bara sina egna insatser. Kryssa för minst en.", at: "insats-1")
    }
    guard !reading.hasFaults, let role else { return nil }
    // Only a performer is bound to insatser; whoever gets another role sees what the role sees.
    return Read(name: name, mail: mail, role: role, insatser: role == .performer ? chosen : [])
  }

  /// The form's fields.
  func fields(insatser known: [Insats], faults: [FieldFault]) -> [HTML] {
    let roles = Role.allCases.map { (value: $0.rawValue, words: "\($0.words) – \($0.meaning)") }
    return [
      FormPart.field(
        FormPart.Field(
          name: "namn", label: "Namn", value: name, hint: "Så som det ska stå i historiken.", isRequired: true),
        faults: faults),
      FormPart.field(
        FormPart.Field(
          name: "epost", label: "E-postadress", value: mail, hint: "Den loggar man in med.", type: "email",
          isRequired: true), faults: faults),
      FormPart.select("roll", "Roll", options: roles, chosen: role, faults: faults),
      boxes(known, faults),
    ]
  }

  private func boxes(_ known: [Insats], _ faults: [FieldFault]) -> HTML {
    let fault = faults.first { $0.field == "insats-1" }
    let boxes = known.enumerated().map { index, insats in
      FormPart.box(
        "insats", insats.name, isTicked: insatser.contains(insats.id), value: insats.id, id: "insats-\(index + 1)")
    }
    return tag(
      "fieldset", tag("legend", .text("Gäller bara utförare: vilka insatser")),
      fault.map { tag("p", [.class("fault")], .text($0.message)) } ?? .empty,
      known.isEmpty ? tag("p", [.class("hint")], .text("Förbundet har inga insatser än.")) : .joined(boxes))
  }
}
