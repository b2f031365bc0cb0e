import Ledger
import Store

/// A new draft made of a template, dated on the most likely day.
enum MakeDraftOfTemplate {
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try ShowDraft.find(id, .template, asked) else { return .notFound }
    var sketch = kept.sketch
    sketch.kind = .draft
    sketch.name = ""
    sketch.date = try OpenDays(asked.store).last(through: asked.today)?.text ?? ""
    let draft = try asked.store.keep(sketch, by: asked.actor, at: asked.now)
    return .see(Addresses.draft.path(draft.id.rawValue), notice: "Utkastet är gjort av mallen ”\(kept.sketch.name)”.")
  }
}
