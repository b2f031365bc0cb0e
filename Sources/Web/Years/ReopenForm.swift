import Press

/// The way to open again what has been closed: hidden until it is asked for, and never without a reason.
struct ReopenForm {
  let to: String
  /// The field of the reason, of its own on the page.
  let field: String
  let summary: String
  /// What is opened, for those who hear the words without seeing beside what they stand.
  var unseen = ""
  let button: String
  let visitor: Visitor
  let faults: [FieldFault]
  let typed: [String: String]

  var html: HTML {
    let isAsked = faults.contains { $0.field == field } || typed[field] != nil
    return tag(
      "details", [.class("reopen")] + (isAsked ? [.other("open", "")] : []),
      tag("summary", .text(summary), unseen.isEmpty ? .empty : tag("span", [.class("unseen")], .text(" \(unseen)"))),
      FormPart.form(
        to: to, visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: field, label: "Varför öppnas det igen?", value: typed[field] ?? "",
              hint: "Skälet sparas i historiken, med ditt namn."), faults: faults),
          FormPart.button(button, name: "gor", value: "oppna", kind: "secondary"),
        ]))
  }
}
