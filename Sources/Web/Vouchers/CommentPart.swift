import Ledger
import Press
import Store

/// The comments on a voucher, and the form for one more.
struct CommentPart {
  let place: VoucherPlace
  let comments: [Comment]
  let typed: String
  let faults: [FieldFault]
  /// Whom a comment can be to.
  let users: [User]

  func html(_ visitor: Visitor) -> HTML {
    var parts = [tag("h2", [.id("kommentarer")], .text("Kommentarer"))]
    parts.append(
      comments.isEmpty
        ? tag("p", [.class("quiet")], .text("Inga kommentarer."))
        : tag("ul", [.class("comments")], each: comments.map { tag("li", item($0)) }))
    if Access.questioners.admits(visitor.user) { parts.append(form(visitor)) }
    return tag("section", [.labelled(by: "kommentarer"), .class("comments-part")], each: parts)
  }

  private func item(_ comment: Comment) -> HTML {
    let to = users.first { $0.id == comment.to }.map { " till \($0.name)" } ?? ""
    var parts = [
      tag("p", [.class("hint")], .text("\(comment.by)\(to), \(SwedishTime.text(comment.at))")),
      tag("p", [.class("said")], .text(comment.text)),
    ]
    if let ending = comment.ending {
      let how = ending.ending == .resolved ? "Avslutad" : "Förs vidare till nästa år"
      let words = ending.text.isEmpty ? "" : ": \(ending.text)"
      parts.append(
        tag("p", [.class("hint")], .text("\(how) av \(ending.by), \(SwedishTime.text(ending.at))\(words)")))
    }
    return .joined(parts)
  }

  private func form(_ visitor: Visitor) -> HTML {
    let readers = users.filter { $0.isActive && Access.readers.admits($0) }
    var fields = [
      FormPart.area("kommentar", "Skriv en kommentar eller en fråga", value: typed, rows: 3, faults: faults)
    ]
    if !readers.isEmpty {
      fields.append(
        FormPart.select(
          "till", "Till", options: [("", "Alla")] + readers.map { ("\($0.id.rawValue)", $0.name) }, chosen: "",
          faults: faults))
    }
    fields.append(FormPart.button("Spara kommentaren", kind: "secondary"))
    return FormPart.form(
      to: Addresses.voucherComments.path(place), visitor, id: "ny-kommentar", each: fields)
  }
}
