import Ledger
import Press
import Store

/// All comments that have not ended: those for the reader first, then those for everybody, then those for others.
enum ListComments {
  static func show(_ asked: Asked, _ nothing: Nothing) async throws -> Answer {
    let store = asked.store
    let open = (try store.comments(below: "rapport") + store.comments(below: "verifikation"))
      .filter { $0.ending == nil }.sorted { $0.at < $1.at }
    let mine = open.filter { $0.to == asked.user.id }
    let own = open.filter { $0.to != asked.user.id && $0.by == asked.user.name }
    let others = open.filter { $0.to != asked.user.id && $0.by != asked.user.name }
    let part = CommentPart(names: try CommentTalk.names(store), asked: asked)
    func section(_ title: String, _ comments: [Comment]) -> HTML {
      guard !comments.isEmpty else { return .empty }
      return tag("h2", .text("\(title) (\(comments.count))"))
        + tag("ul", [.class("talk")], each: comments.map { part.item($0, showsPlace: true) })
    }
    let main =
      open.isEmpty
      ? tag(
        "p", [.class("empty")],
        .text(
          "Inga öppna kommentarer. En kommentar skrivs vid ett kapitel eller en siffra i årsredovisningen, eller vid en "
            + "verifikation."))
      : section("Till dig", mine) + section("Som du har skrivit", own) + section("Andra öppna", others)
    return .page(Page(title: "Kommentarer och frågor", section: .report, main: main))
  }
}
