import Ledger
import Press
import Store

/// The form of a voucher that is being entered: new, draft or template.
struct EntryForm {
  let visitor: Visitor
  let sketch: Sketch
  let faults: [FieldFault]
  let choices: EntryChoices
  /// Where it is sent, and where by the button that records; nil for a template, which is not recorded.
  let path: String
  var recordPath: String?
  /// The revision that is shown; nil for a new one.
  var revision: Int64?
  /// What a new form is known by, so that one that is sent twice is kept once.
  var key = ""
  /// What the saving button says.
  var saveWords = "Spara utkast"
  /// Whether what stands in the form is kept nowhere: where there are faults, unless it was kept with them.
  var isUnsaved: Bool?
  /// The documents and their field; empty for a template.
  var documents: HTML = .empty

  var html: HTML {
    var hidden: [HTML] = []
    if let revision { hidden.append(FormPart.hidden("version", "\(revision)")) }
    if !key.isEmpty { hidden.append(FormPart.hidden("formular", key)) }
    // Enter in a field presses the first button of a form: that one keeps what is typed, and nothing else.
    hidden.append(
      tag(
        "button",
        [
          .class("unseen"), .other("type", "submit"), .other("name", "gor"), .other("value", "spara"), .tabIndex(-1),
          .other("aria-hidden", "true"),
        ], .text("Spara")))
    return FormPart.form(
      to: path, visitor, id: "verifikation", hasFiles: true,
      each: hidden + [
        head(),
        GridPart(sketch: sketch, faults: faults, choices: choices, isUnsaved: isUnsaved ?? !faults.isEmpty).html,
        GridPart.difference(sketch), toolbar(), keys(), documents,
      ])
  }

  private func head() -> HTML {
    // A template has a name instead of a day.
    let first =
      sketch.kind == .template
      ? FormPart.Field(name: "namn", label: "Mallens namn", value: sketch.name)
      : FormPart.Field(
        name: "datum", label: "Datum", value: sketch.date, inputMode: "numeric",
        others: [.other("placeholder", "ÅÅÅÅ-MM-DD")])
    let fields = [
      first, FormPart.Field(name: "serie", label: "Serie", value: sketch.series),
      FormPart.Field(name: "text", label: "Vad har hänt?", value: sketch.text),
      FormPart.Field(
        name: "motpart", label: "Motpart", value: sketch.counterparty, others: [.other("list", "motpartslista")]),
    ]
    return tag("div", [.class("voucher-head")], each: fields.map { FormPart.field($0, faults: faults) })
  }

  private func toolbar() -> HTML {
    var buttons: [HTML] = []
    if let recordPath {
      buttons.append(
        tag(
          "button",
          [
            .class("primary"), .id("bokfor"), .other("type", "submit"), .other("name", "gor"),
            .other("value", "bokfor"), .other("formaction", recordPath), .other("aria-describedby", "skillnad"),
          ], .text("Bokför")))
    }
    buttons += [
      tag(
        "button",
        [
          .class(recordPath == nil ? "primary" : "secondary"), .id("spara"), .other("type", "submit"),
          .other("name", "gor"), .other("value", "spara"),
        ], .text(saveWords)),
      tag(
        "button",
        [
          .class("secondary"), .id("fler-rader"), .other("type", "submit"), .other("name", "gor"),
          .other("value", "fler-rader"),
        ], .text("Fler rader")),
    ]
    return tag("div", [.class("toolbar")], each: buttons)
  }

  /// What the keys do; shown by the script, without which they do nothing of it.
  private func keys() -> HTML {
    let rows: [(StaticString, String)] = [
      ("Enter", "nästa fält; i sista fältet en ny rad"), ("↑ ↓", "samma fält på raden ovanför eller under"),
      ("=", "lägger skillnaden på raden, i ett tomt beloppsfält"), ("Ctrl Enter", "bokför"),
      ("Ctrl Delete", "tar bort raden, i ett fält som är tomt eller helt markerat; Ångra visas under raderna"),
      ("Esc", "stänger kontolistan"),
    ]
    return tag(
      "details", [.class("keys"), .id("tangenter"), .other("hidden", "")],
      tag("summary", .text("Tangenter, och att räkna i beloppsfälten")),
      tag(
        "dl",
        each: rows.map { key, words in
          tag("div", tag("dt", tag("kbd", .raw(key))), tag("dd", .text(words)))
        }),
      tag("p", [.class("hint")], .text("I beloppsfälten går det att räkna: 1200+350*2, (9 000-450)/3 eller 12 500,50."))
    )
  }

}
