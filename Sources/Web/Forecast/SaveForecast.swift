import Association
import Ledger
import Store

/// Keeps what a performer expects the year to cost: a performer says it of their own insatser, the office of any.
enum SaveForecast {
  enum Name {
    static let insats = "insats"
    static let receiver = "mottagare"
    static let month = "efter"
    static let amount = "belopp"
    static let reason = "skal"
  }

  static func save(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let year = try asked.fiscalYear(number) else { return .notFound }
    let association = try asked.store.association()
    let place = asked.form.choice(Name.insats).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let insats = association.insatser.first { $0.id == place.first }
    if let insats, asked.user.role == .performer, !asked.user.insatser.contains(insats.id) { return .forbidden }
    var reading = FormReading(asked.form)
    if insats == nil { reading.add("Insatsen är inte vald. Välj en i listan.", at: Name.insats) }
    let month = year.months.first { $0.text == asked.form.choice(Name.month) }
    if month == nil { reading.add("Månaden hör inte till \(number). Välj en i listan.", at: Name.month) }
    let amount = reading.amount(Name.amount, "Beloppet")
    let reason = reading.text(Name.reason, "Varför", byteCountMax: 1000)
    guard let insats, let month, let amount, !reading.hasFaults else {
      return try await ShowForecast.page(asked, number, faults: reading.faults, draft: asked.form)
    }
    let said = PerformerForecast(
      insatsID: insats.id, receiverID: place.count > 1 ? place[1] : "", year: number, month: month, expected: amount,
      reason: reason)
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      // What was said after the same month is said anew; the history keeps both.
      association.performerForecasts.removeAll {
        $0.insatsID == said.insatsID && $0.receiverID == said.receiverID && $0.year == said.year
          && $0.month == said.month
      }
      association.performerForecasts.append(said)
      try writing.record(association)
    }
    return .see(
      Addresses.forecast.path(number, query: [(ForecastRequest.Name.month, month.text)]),
      notice: "Prognosen för \(insats.name) är sparad.")
  }
}
