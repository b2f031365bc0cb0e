import Association
import Desk
import Store

/// What deliveries ask of somebody, for the start page.
enum DeliveryTasks {
  /// Deliveries that have come back to the performer with a question.
  static func asked(_ asked: Asked) throws -> [PerformerTask] {
    try asked.store.deliveries().filter {
      $0.state.place == .returned && asked.user.insatser.contains($0.delivery.insatsID)
    }.map { one in
      PerformerTask(
        words: "Svara på frågan om leverans \(one.id)", hint: "Antalen räknas inte förrän du har svarat.",
        path: Addresses.delivery.path(one.id), dueOn: asked.today, isAsked: true)
    }
  }

  /// Deliveries that wait for the office.
  static func waiting(_ asked: Asked) throws -> [MoneyAlert] {
    guard Access.bookkeepers.admits(asked.user) else { return [] }
    let count = try asked.store.deliveries().count { $0.state.place == .delivered }
    guard count > 0 else { return [] }
    return [
      MoneyAlert(
        words: Words.count(count, "leverans väntar", "leveranser väntar") + " på att godkännas.",
        path: Addresses.deliveries.path(), isAlarm: false)
    ]
  }
}
