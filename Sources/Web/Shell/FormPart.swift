import Press

/// The pieces that every form is made of: a label above its field, a hint beneath the label, a fault tied to the field.
enum FormPart {
  /// The visitor's token. First in every form, so that it is read before any file.
  static func token(_ visitor: Visitor?) -> HTML {
    FormPart.hidden(Form.tokenName, visitor?.formToken ?? "")
  }

  /// What a form says without showing it.
  static func hidden(_ name: String, _ value: String) -> HTML {
    voidTag("input", [.other("type", "hidden"), .other("name", name), .other("value", value)])
  }

  /// A form that does something: its token, and what stands in it. With files where `hasFiles`.
  static func form(
    to path: String, _ visitor: Visitor, id: String = "", hasFiles: Bool = false, each children: [HTML]
  ) -> HTML {
    // What is missing is said by the office, with all that is wrong at once, and not by the browser one by one.
    var attributes: [Attribute] = [.other("method", "post"), .other("action", path), .other("novalidate", "")]
    if !id.isEmpty { attributes.append(.id(id)) }
    if hasFiles { attributes.append(.other("enctype", "multipart/form-data")) }
    return tag("form", attributes, each: [token(visitor)] + children)
  }

  /// What the field is for, and what stands in it.
  struct Field {
    let name: String
    let label: String
    var value = ""
    var hint = ""
    /// `text`, `email`, `password`, `search`; a day is a text too, so that it can be typed in any of its forms.
    var type: StaticString = "text"
    var isRequired = false
    /// The words of `autocomplete`.
    var autocomplete: StaticString = "off"
    var inputMode: StaticString = ""
    /// Further attributes.
    var others: [Attribute] = []
  }

  /// A field on one line.
  static func field(_ field: Field, faults: [FieldFault] = []) -> HTML {
    let fault = faults.first { $0.field == field.name }
    var attributes: [Attribute] = [
      .id(field.name), .other("name", field.name), .other("type", "\(field.type)"), .other("value", field.value),
      .other("autocomplete", "\(field.autocomplete)"),
    ]
    if field.inputMode.utf8CodeUnitCount > 0 { attributes.append(.other("inputmode", "\(field.inputMode)")) }
    if field.isRequired { attributes.append(.other("required", "")) }
    attributes += described(field.name, hint: field.hint, fault: fault) + field.others
    return frame(
      name: field.name, label: field.label, hint: field.hint, fault: fault, control: voidTag("input", attributes))
  }

  /// A field of several lines.
  static func area(
    _ name: String, _ label: String, value: String, hint: String = "", rows: Int = 4, faults: [FieldFault] = [],
    others: [Attribute] = []
  ) -> HTML {
    let fault = faults.first { $0.field == name }
    let attributes: [Attribute] =
      [.id(name), .other("name", name), .other("rows", "\(rows)")] + described(name, hint: hint, fault: fault) + others
    // A line end after the tag is not part of the text, so one that the text begins with would be lost.
    return frame(
      name: name, label: label, hint: hint, fault: fault, control: tag("textarea", attributes, .text("\n" + value)))
  }

  /// A choice among several.
  static func select(
    _ name: String, _ label: String, options: [(value: String, words: String)], chosen: String, hint: String = "",
    faults: [FieldFault] = [], others: [Attribute] = []
  ) -> HTML {
    let fault = faults.first { $0.field == name }
    let items = options.map { option in
      tag(
        "option",
        [.other("value", option.value)] + (option.value == chosen ? [.other("selected", "")] : []),
        .text(option.words))
    }
    return frame(
      name: name, label: label, hint: hint, fault: fault,
      control: tag(
        "select", [.id(name), .other("name", name)] + described(name, hint: hint, fault: fault) + others, each: items))
  }

  /// A box to tick.
  static func box(_ name: String, _ label: String, isTicked: Bool, value: String = "ja", id: String = "") -> HTML {
    let id = id.isEmpty ? name : id
    return tag(
      "div", [.class("box")],
      voidTag(
        "input",
        [.id(id), .other("type", "checkbox"), .other("name", name), .other("value", value)]
          + (isTicked ? [.other("checked", "")] : [])),
      tag("label", [.other("for", id)], .text(label)))
  }

  /// The button that does what the form is for.
  static func button(_ words: String, name: String = "", value: String = "", kind: StaticString = "primary") -> HTML {
    var attributes: [Attribute] = [.class(kind), .other("type", "submit")]
    if !name.isEmpty { attributes += [.other("name", name), .other("value", value)] }
    return tag("button", attributes, .text(words))
  }

  /// Every fault, at the top, each a link to its field. Focus is moved here by the office's script.
  static func summary(of faults: [FieldFault]) -> HTML {
    guard !faults.isEmpty else { return .empty }
    let items = faults.map { fault in
      tag(
        "li",
        fault.field.isEmpty
          ? .text(fault.message) : tag("a", [.href(.fragment(fault.field))], .text(fault.message)))
    }
    return tag(
      "div", [.class("faults"), .role("alert"), .tabIndex(-1), .id("fel")],
      tag("h2", .text(faults.count == 1 ? "En sak behöver rättas" : "\(faults.count) saker behöver rättas")),
      tag("ul", each: items))
  }

  private static func described(_ name: String, hint: String, fault: FieldFault?) -> [Attribute] {
    let ids = (hint.isEmpty ? [] : [name + "-rad"]) + (fault == nil ? [] : [name + "-fel"])
    return (ids.isEmpty ? [] : [.other("aria-describedby", ids.joined(separator: " "))])
      + (fault == nil ? [] : [.other("aria-invalid", "true")])
  }

  private static func frame(name: String, label: String, hint: String, fault: FieldFault?, control: HTML) -> HTML {
    tag(
      "div", [.class(fault == nil ? "field" : "field faulty")],
      tag("label", [.other("for", name)], .text(label)),
      hint.isEmpty ? .empty : tag("p", [.class("hint"), .id(name + "-rad")], .text(hint)),
      fault.map { tag("p", [.class("fault"), .id(name + "-fel")], .text($0.atField)) } ?? .empty, control)
  }
}
