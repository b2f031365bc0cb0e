import Association
import Store

/// Takes a goal away; the history has it.
enum RemoveGoal {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let goal = SaveGoal.find(try asked.store.association(), place) else { return .notFound }
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      association.goals.removeAll { $0.year == goal.year && $0.id == goal.id }
      try writing.record(association)
    }
    return .see(Addresses.goals.path(place.first), notice: "\(goal.title) är borttaget. Historiken har kvar det.")
  }
}
