import Ledger
import Store

/// A comment that is being written, as it was typed.
struct CommentDraft: Sendable {
  var text = ""
  /// The user it is for, by id; empty for everybody.
  var to = ""
  var faults: [FieldFault] = []

  /// The longest comment: two pages. What is longer belongs in a document.
  static let byteCountMax = 8000

  /// Reads the form and, where nothing is wrong with it, records the comment. What is wrong comes back with the text.
  static func record(_ asked: Asked, at place: CommentPlace) throws -> CommentDraft? {
    var reading = FormReading(asked.form)
    let text = reading.text(
      "kommentar", "Kommentaren", isRequired: true, isLong: true, byteCountMax: CommentDraft.byteCountMax)
    let to = asked.form.choice("till")
    let user = try recipients(asked.store).first { "\($0.id.rawValue)" == to }
    if !to.isEmpty, user == nil {
      reading.add("Den du skriver till finns inte bland användarna. Välj en annan.", at: "till")
    }
    guard !reading.hasFaults else { return CommentDraft(text: text, to: to, faults: reading.faults) }
    try asked.store.comment(text, at: place.text, to: user?.id, by: asked.actor, at: asked.now)
    return nil
  }

  /// Those a comment can be for: all who read the report.
  static func recipients(_ store: Store) throws -> [User] {
    try store.users().filter { Access.readers.admits($0) }
  }
}
