import Ledger
import Press
import Store

/// One comment: who said what to whom, how it ended, and the way to end it.
struct CommentPart {
  let names: [ID<User>: String]
  let asked: Asked

  /// The comment as an item of a list; with its place where the list is of many places.
  func item(_ comment: Comment, showsPlace: Bool = false) -> HTML {
    let place = CommentPlace(comment.place)
    return tag(
      "li", [.class(comment.ending == nil ? "comment" : "comment ended"), .id("kommentar-\(comment.id.rawValue)")],
      showsPlace ? place.map(link) ?? .empty : .empty,
      tag(
        "p", [.class("who")], tag("strong", .text(comment.by)),
        .text(" \(SwedishTime.text(comment.at))"), recipient(comment)),
      CommentPart.paragraphs(comment.text), ending(comment), ender(comment, place, isInList: showsPlace))
  }

  private func link(_ place: CommentPlace) -> HTML {
    tag("p", tag("a", [.href(.path(place.path))], .text(place.words)))
  }

  private func recipient(_ comment: Comment) -> HTML {
    guard let to = comment.to else { return .empty }
    return to == asked.user.id
      ? .raw(" ") + tag("span", [.class("badge warn")], .text("Till dig")) : .text(" till \(names[to] ?? "någon")")
  }

  private func ending(_ comment: Comment) -> HTML {
    guard let ending = comment.ending else { return .empty }
    let words =
      switch ending.ending {
      case .resolved: "Ordnad"
      case .carried: "Förd till nästa år"
      }
    let said = ending.text.isEmpty ? "" : ": \(ending.text)"
    return tag(
      "p", [.class("quiet")], .text("\(words) av \(ending.by) \(SwedishTime.day(ending.at))\(said)"))
  }

  private func ender(_ comment: Comment, _ place: CommentPlace?, isInList: Bool) -> HTML {
    guard comment.ending == nil, CommentPart.mayEnd(comment, asked.user) else { return .empty }
    let id = "svar-\(comment.id.rawValue)"
    let carry =
      place?.nextYear == nil
      ? .empty
      : FormPart.button("För till nästa år", name: "avslut", value: Comment.Ending.carried.rawValue, kind: "secondary")
    return tag(
      "details",
      tag(
        "summary", .text("Avsluta"),
        tag("span", [.class("unseen")], .text(" kommentaren av \(comment.by) \(SwedishTime.text(comment.at))"))),
      FormPart.form(
        to: Addresses.commentEnding.path(comment.id.rawValue), asked.visitor,
        each: [
          isInList
            ? FormPart.hidden("tillbaka", "lista")
            : .empty,
          tag(
            "div", [.class("field")],
            tag("label", [.other("for", id)], .text("Vad blev svaret? (får vara tomt)")),
            tag("textarea", [.id(id), .other("name", "svar"), .other("rows", "2")])),
          tag(
            "div", [.class("toolbar")],
            FormPart.button("Ordnad", name: "avslut", value: Comment.Ending.resolved.rawValue, kind: "secondary"), carry
          ),
        ]))
  }

  /// Whether a user may end a comment: who keeps the books, and who wrote it.
  static func mayEnd(_ comment: Comment, _ user: User) -> Bool {
    Access.bookkeepers.admits(user) || (comment.by == user.name && Access.questioners.admits(user))
  }

  /// Words as they were typed, a paragraph for each run of lines.
  static func paragraphs(_ text: String) -> HTML {
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let runs = lines.split(separator: "").map { run in
      tag("p", HTML.joined(run.map { .text($0) }, separator: voidTag("br")))
    }
    return HTML.joined(runs)
  }
}
