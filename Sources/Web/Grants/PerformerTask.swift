import Association
import Ledger
import Press
import Store

/// Something a performer has to do now.
struct PerformerTask: Hashable {
  /// What: `Skriv lägesrapporten för mars`.
  let words: String
  /// A line more: until when, or what is asked.
  let hint: String
  /// Where it is done.
  let path: String
  /// Until when.
  let dueOn: CalendarDate
  /// Whether somebody waits for an answer: that goes first.
  var isAsked = false

  /// So many are shown: more is no help on a phone.
  static let countMax = 3

  /// Every source of tasks. What else a performer does adds its own here.
  static let sources: [@Sendable (Asked) throws -> [PerformerTask]] = [
    reports, requisitions, DeliveryTasks.asked,
  ]

  /// The most urgent ones.
  static func first(_ asked: Asked) throws -> [PerformerTask] {
    let all = try sources.flatMap { try $0(asked) }
    return Array(
      all.sorted { ($0.isAsked ? 0 : 1, $0.dueOn) < ($1.isAsked ? 0 : 1, $1.dueOn) }.prefix(countMax))
  }

  /// Reports that are to be written.
  private static func reports(_ asked: Asked) throws -> [PerformerTask] {
    let association = try asked.store.association()
    return try GrantView.all(asked).flatMap { grant in
      grant.state.dues.filter { $0.isOpen(on: asked.today) }.map { due in
        let question = due.kept?.answer?.words ?? ""
        return PerformerTask(
          words: "\(due.title): \(grant.name(in: association))",
          hint: question.isEmpty ? "Senast \(due.dueOn.text)." : "Kansliet frågar: \(question.firstWords(120))",
          path: due.path(in: grant), dueOn: due.dueOn, isAsked: !question.isEmpty)
      }
    }
  }

  /// Requisitions that have come back with a question.
  private static func requisitions(_ asked: Asked) throws -> [PerformerTask] {
    try asked.store.requisitions().filter {
      $0.state.place == .returned && asked.user.insatser.contains($0.requisition.insatsID)
    }.map { one in
      PerformerTask(
        words: "Svara på frågan om rekvisition \(one.id.rawValue)",
        hint: "Pengarna betalas inte ut förrän du har svarat.",
        path: Addresses.requisition.path(one.id.rawValue), dueOn: asked.today, isAsked: true)
    }
  }
}
