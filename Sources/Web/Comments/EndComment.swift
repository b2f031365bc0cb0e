import Ledger
import Store

/// Ends a comment: it has been seen to, or it is carried to next year's report, where it is opened anew.
enum EndComment {
  static func save(_ asked: Asked, _ number: Int64) async throws -> Answer {
    let id = ID<Comment>(rawValue: number)
    guard let comment = try asked.store.comment(id), let place = CommentPlace(comment.place) else { return .notFound }
    guard CommentPart.mayEnd(comment, asked.user) else { return .forbidden }
    let back = asked.form.choice("tillbaka") == "lista" ? Addresses.comments.path() : place.path + "#kommentarer"
    guard let ending = Comment.Ending(rawValue: asked.form.choice("avslut")) else { return .notFound }
    var reading = FormReading(asked.form)
    let text = reading.text("svar", "Svaret", isLong: true, byteCountMax: CommentDraft.byteCountMax)
    // Nothing has been said yet, so nothing is lost by saying why.
    if let fault = reading.faults.first { return .see(back, notice: "Kommentaren står kvar. \(fault.message)") }
    guard comment.ending == nil else { return .see(back, notice: "Kommentaren var redan avslutad.") }
    let next = ending == .carried ? place.nextYear : nil
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      try writing.end(id, as: ending, text: text)
      if let next {
        let told = "Från förra årets rapport, \(comment.by) skrev: \(comment.text)"
        try writing.comment(told, at: next.text, to: comment.to)
      }
    }
    return .see(
      back, notice: next == nil ? "Kommentaren är avslutad." : "Kommentaren är förd till nästa års rapport.")
  }
}
