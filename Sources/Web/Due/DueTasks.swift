import Association
import Ledger
import Press

/// What is due, as a list of tasks: what, how it stands, by which day, and a line more.
struct DueTasks {
  let things: [DueThing]
  let asked: Asked

  var html: HTML { tag("ul", [.class("tasks")], each: things.map(task)) }

  private func task(_ thing: DueThing) -> HTML {
    let path = asked.path(to: thing)
    let about = thing.about.map { DueLink($0) }
    return tag(
      "li",
      tag(
        "p", [.class("what")],
        path.map { tag("a", [.href(.path($0))], .text(thing.title)) } ?? .text(thing.title),
        DeadlineWords.badge(thing, on: asked.today)),
      tag(
        "p", [.class("quiet")], .text(words(thing)),
        about.flatMap { about in
          guard about.path != path, about.access.admits(asked.user) else { return nil }
          return tag(
            "a", [.href(.path(about.path)), .label("Om \(thing.title): vad som räknas som klart")],
            .text("Vad räknas som klart?"))
        } ?? .empty))
  }

  private func words(_ thing: DueThing) -> String {
    let state: String
    if let since = thing.since {
      state =
        (since == asked.today ? "Sedan i dag" : "Sedan \(since.text)") + (thing.day.map { ", senast \($0.text)" } ?? "")
    } else {
      state = "\(DeadlineWords.state(thing, on: asked.today))\(thing.day.map { ": \($0.text)" } ?? "")"
    }
    return "\(state). " + (thing.detail.isEmpty ? "" : thing.detail.firstWords(160).sentence + " ")
  }
}

extension String {
  /// The words with a full stop, where they end without any.
  var sentence: String {
    guard let last, ![".", "?", "!", "…"].contains(last) else { return self }
    return self + "."
  }
}
