import Ledger
import Press
import Store

/// What has been said at a place: beside a chapter, under a figure, under a voucher. Whoever shows a page that can be
/// commented on puts it there, and whoever may ask gets a field to write in.
struct CommentTalk: Sendable {
  let place: CommentPlace
  let comments: [Comment]
  /// The users' names, by id: whom a comment is for.
  let names: [ID<User>: String]
  let recipients: [User]

  static func of(_ asked: Asked, at place: CommentPlace) throws -> CommentTalk {
    let comments = try asked.store.comments(below: place.text).filter { $0.place == place.text }
    return CommentTalk(
      place: place, comments: comments, names: try names(asked.store),
      recipients: try CommentDraft.recipients(asked.store))
  }

  static func names(_ store: Store) throws -> [ID<User>: String] {
    Dictionary(uniqueKeysWithValues: try store.users().map { ($0.id, $0.name) })
  }

  /// The section, with what was typed and what was wrong with it.
  func html(_ asked: Asked, draft: CommentDraft = CommentDraft()) -> HTML {
    let part = CommentPart(names: names, asked: asked)
    let open = comments.filter { $0.ending == nil }
    let ended = comments.filter { $0.ending != nil }
    return tag(
      "section", [.class("talk"), .id("kommentarer"), .labelled(by: "kommentarer-rubrik")],
      tag("h2", [.id("kommentarer-rubrik"), .tabIndex(-1)], .text("Kommentarer och frågor")),
      open.isEmpty
        ? tag("p", [.class("quiet")], .text("Inga öppna kommentarer.")) : tag("ul", each: open.map { part.item($0) }),
      ended.isEmpty
        ? .empty
        : tag(
          "details",
          tag("summary", .text(ended.count == 1 ? "En avslutad kommentar" : "\(ended.count) avslutade kommentarer")),
          tag("ul", each: ended.map { part.item($0) })),
      Access.questioners.admits(asked.user) ? form(asked, draft) : .empty)
  }

  private func form(_ asked: Asked, _ draft: CommentDraft) -> HTML {
    let options =
      [(value: "", words: "Alla")]
      + recipients.filter { $0.id != asked.user.id }.map { (value: "\($0.id.rawValue)", words: $0.name) }
    return FormPart.form(
      to: place.formPath, asked.visitor, id: "kommentarsform",
      each: [
        FormPart.area("kommentar", "Ny kommentar eller fråga", value: draft.text, rows: 3, faults: draft.faults),
        FormPart.select("till", "Till", options: options, chosen: draft.to, faults: draft.faults),
        FormPart.button("Spara kommentaren", kind: "secondary"),
      ])
  }
}
