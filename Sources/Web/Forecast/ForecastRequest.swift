import Association
import Desk
import Ledger
import Statements
import Store

/// What the page of the forecast is asked for: a year, the last month to be reckoned, and amounts to be tried.
struct ForecastRequest {
  enum Name {
    static let month = "manad"
    /// An insats's amount to be tried: `prova-SAMSA`.
    static let trial = "prova-"
  }

  let year: FiscalYear
  /// The month at whose end the forecast is told.
  let month: Month
  /// What is typed beside each insats, as it was typed.
  let typed: [String: String]
  let trials: [YearForecast.Trial]
  let faults: [FieldFault]

  /// The request, or nil where the book has no such year. Without a month: the last one with a voucher.
  init?(_ asked: Asked, _ number: Int, insatser: [Insats]) throws {
    guard let year = try asked.fiscalYear(number) else { return nil }
    self.year = year
    var reading = FormReading(asked.query)
    let text = asked.query.choice(Name.month)
    let chosen = year.months.first { $0.text == text }
    if chosen == nil, !text.isEmpty {
      reading.add("Månaden är ”\(text)”, som inte hör till \(year.number). Välj en i listan.", at: Name.month)
    }
    let last = try asked.store.voucherCounts(of: year).keys.max()
    month = chosen ?? year.months.last { last.map { $0.yyyymm } ?? 0 >= $0.yyyymm } ?? year.months[0]
    var typed: [String: String] = [:]
    var trials: [YearForecast.Trial] = []
    for insats in insatser {
      let field = Name.trial + insats.id
      let text = asked.query.choice(field).strippedOfBlanks
      guard !text.isEmpty else { continue }
      typed[insats.id] = text
      if case .amount(let amount) = AmountExpression.evaluate(text) {
        trials.append(YearForecast.Trial(insatsID: insats.id, amount: amount))
      } else {
        reading.add("Beloppet för \(insats.name) är ”\(text)”. Skriv det i kronor, till exempel 400 000.", at: field)
      }
    }
    self.typed = typed
    self.trials = trials
    faults = reading.faults
  }
}
